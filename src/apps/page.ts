/**
 * The two documents of an app: the frame, where its code runs with an opaque origin and no network, and the page of
 * ours around it. Covers: what the frame may load, run and reach. The policy allows one script by its hash, and that
 * script begins with a guard, so that a nested document with fresh globals can never run the app's code without it.
 * Does not cover: time and memory an app takes in its own tab.
 */
import { createHash } from 'node:crypto'
import { isTraditional } from '../base/language/script.ts'
import type { Now } from '../base/language/types.ts'
import type { AppSpec } from '../spec.ts'
import type { HostConfig, Theme } from './host/protocol.ts'

/** The fewest rights with which forms still tell a script that they were sent; sending itself is blocked by the policy. */
export const SANDBOX = 'allow-scripts allow-forms'

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
/** The fonts go by it as well: one code point is drawn differently in Taipei and in Beijing. */
const langOf = ({ language, locale }: Pick<AppSpec, 'language' | 'locale'>): string => (isTraditional(locale) ? 'zh-Hant' : language)

/** Takes away what no directive of the policy covers everywhere: peer connections, and navigation by `window.open`. */
const GUARD = `(()=>{const g=globalThis;for(const n of ['RTCPeerConnection','webkitRTCPeerConnection','RTCDataChannel','WebTransport','WebSocketStream','SharedWorker','Presentation','PresentationRequest','PaymentRequest','FencedFrameConfig'])try{Object.defineProperty(g,n,{value:undefined,writable:false,configurable:false})}catch{}for(const n of ['open','print','alert','confirm','prompt'])try{Object.defineProperty(g,n,{value:()=>null,writable:false,configurable:false})}catch{}})();`

export type FramePage = { html: string /** for the Content-Security-Policy header */; csp: string }

/** The inner document. \`csp\` goes into the header as well; the page carries it itself, so that a copy is as bound. */
export function framePage({
  script,
  style,
  spec,
}: {
  script: string
  style: string
  spec: Pick<AppSpec, 'language' | 'locale' | 'name'>
  nonce?: string
}): FramePage {
  const code = inScript(`${GUARD}\n${script}`)
  const look = inStyle(style)
  const policy = [
    "default-src 'none'",
    `script-src ${sha256(code)}`,
    "script-src-attr 'none'",
    `style-src ${sha256(look)}`,
    'img-src data: blob:',
    'media-src data: blob:',
    "font-src 'none'",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "worker-src 'none'",
    "manifest-src 'none'",
  ].join('; ')
  const html = `<!doctype html>
<html lang="${langOf(spec)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta http-equiv="x-dns-prefetch-control" content="off">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(spec.name)}</title>
<style>${look}</style>
</head>
<body>
<div id="app"></div>
<script>${code}</script>
</body>
</html>`
  return { html, csp: `${policy}; sandbox ${SANDBOX}; frame-ancestors 'self'` }
}

export type HostPage = {
  app: string
  spec: AppSpec
  /** Same-origin path that answers with framePage's document and policy. */
  frameUrl: string
  /** The host's script (simulation/scripts.ts). It stands in the page: the frame is on its way the sooner. */
  script: string
  bridgeUrl?: string
  /** null = no live changes */
  eventsUrl?: string | null
  nonce: string
  locale?: string
  timeZone?: string
  now?: Now
  theme?: Theme
  /** Inside our own page: no title bar of its own. */
  embed?: boolean
  manifestUrl?: string
  iconUrl?: string
}

/** Header for the host page; the frame can be led to nothing but this server. */
export const hostPolicy = (nonce: string): string =>
  `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; connect-src 'self'; frame-src 'self'; img-src 'self' data:; manifest-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'`

/** The page of an app at /apps/:id. Its own policy is in it; send `hostPolicy(nonce)` as the header too. */
export function hostPage(page: HostPage): string {
  const { app, spec, nonce, embed = false } = page
  const config: HostConfig = {
    app,
    spec,
    frameUrl: page.frameUrl,
    bridgeUrl: page.bridgeUrl ?? `/api/apps/${app}/bridge`,
    eventsUrl: page.eventsUrl === undefined ? `/api/apps/${app}/events` : page.eventsUrl,
    locale: page.locale ?? spec.locale,
    ...(page.timeZone && { timeZone: page.timeZone }),
    ...(page.now && { now: page.now }),
    ...(page.theme && { theme: page.theme }),
    embed,
  }
  return `<!doctype html>
<html lang="${langOf(spec)}"${page.theme ? ` data-theme="${page.theme}"` : ''}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(hostPolicy(nonce))}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="#fdfbf8" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#191715" media="(prefers-color-scheme: dark)">
<meta name="mobile-web-app-capable" content="yes">
<title>${escapeHtml(`${spec.icon} ${spec.name}`)}</title>
${page.manifestUrl ? `<link rel="manifest" href="${escapeHtml(page.manifestUrl)}" crossorigin="use-credentials">` : ''}
${page.iconUrl ? `<link rel="icon" href="${escapeHtml(page.iconUrl)}">` : '<link rel="icon" href="data:,">'}
<style nonce="${nonce}">${HOST_STYLE}</style>
</head>
<body>
<main><iframe id="frame" title="${escapeHtml(spec.name)}" sandbox="${SANDBOX}" allow="" referrerpolicy="no-referrer"></iframe></main>
<div id="notice" role="status" aria-live="polite" hidden></div>
<dialog id="ask"></dialog>
<script type="application/json" id="config" nonce="${nonce}">${inJson(config)}</script>
<script nonce="${nonce}">${inScript(page.script)}</script>
</body>
</html>`
}

const HOST_STYLE = `:root{color-scheme:light dark;--ground:#fdfbf8;--ink:#221f1b;--line:#8d857a;--accent:#1f5fa8}@media(prefers-color-scheme:dark){:root:not([data-theme=light]){--ground:#191715;--ink:#f3eee8;--line:#8f867b;--accent:#9cc4f5}}[data-theme=dark]{--ground:#191715;--ink:#f3eee8;--line:#8f867b;--accent:#9cc4f5;color-scheme:dark}[data-theme=light]{color-scheme:light}html,body{margin:0;height:100%;background:var(--ground);color:var(--ink);font:16px/1.6 system-ui,-apple-system,"PingFang SC","Hiragino Sans","Apple SD Gothic Neo","Noto Sans CJK SC","Malgun Gothic",sans-serif}main{position:fixed;inset:0}iframe{border:0;width:100%;height:100%;display:block}#notice{position:fixed;left:50%;bottom:max(16px,env(safe-area-inset-bottom));transform:translateX(-50%);box-sizing:border-box;width:max-content;max-width:calc(100% - 32px);padding:8px 16px;border-radius:12px;background:var(--ink);color:var(--ground)}#notice[hidden]{display:none}dialog{max-width:22rem;border:1px solid var(--line);border-radius:12px;padding:24px;background:var(--ground);color:var(--ink)}dialog::backdrop{background:rgb(0 0 0/.4)}dialog p{margin:0 0 16px}dialog div{display:flex;gap:8px;justify-content:flex-end}dialog button{min-height:44px;padding:0 16px;border-radius:12px;border:1px solid var(--line);background:transparent;color:inherit;font:inherit}#menu{position:fixed;z-index:1;top:max(12px,env(safe-area-inset-top));right:max(12px,env(safe-area-inset-right));text-align:right}#menu summary{display:inline-grid;place-items:center;width:44px;height:44px;border-radius:12px;border:1px solid var(--line);background:var(--ground);cursor:pointer;list-style:none;font-size:20px}#menu summary::-webkit-details-marker{display:none}#menu ul{margin:8px 0 0;padding:8px;list-style:none;text-align:left;border:1px solid var(--line);border-radius:12px;background:var(--ground);box-shadow:0 4px 24px rgb(0 0 0/.15)}#menu :is(a,button){display:flex;align-items:center;width:100%;min-height:44px;padding:0 16px;border:0;border-radius:8px;background:none;color:inherit;font:inherit;text-decoration:none;cursor:pointer}#menu :is(a,button):hover{background:color-mix(in srgb,var(--accent) 12%,transparent)}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}dialog button.yes{background:var(--accent);color:var(--ground);border-color:var(--accent)}`

const ESCAPES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (c) => ESCAPES.get(c)!)
/** JSON that cannot end the script element around it. */
const inJson = (value: unknown) =>
  JSON.stringify(value).replace(/[<>\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
/** Code that cannot end its element: `</script` and `<!--` only occur in strings, templates and regexes, where a backslash changes nothing. The parser turns CR into LF, which would change the hash. */
const inScript = (code: string) =>
  code
    .replace(/\r\n?/g, '\n')
    .replace(/<(?=\/script)/gi, '\\x3c')
    .replace(/<!--/g, '\\x3c!--')
const inStyle = (css: string) => css.replace(/\r\n?/g, '\n').replace(/<\/(?=style)/gi, '<\\/')
