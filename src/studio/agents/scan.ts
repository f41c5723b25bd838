/**
 * What the text of a file may not have. Early words for who writes it, not the boundary: that is the frame's policy,
 * which has no network, and the check, which sees what is refused. Looks at code as the compiler prints it, without
 * comments and the text of strings, so that an app about <script> tags may be written.
 */
import { transform } from 'esbuild'

/** Keys and passwords of services, by the form their makers give them. */
const SECRETS: readonly RegExp[] = [
  /\bsk-[A-Za-z0-9_-]{20}/,
  /\bAKIA[0-9A-Z]{16}/,
  /\bgh[pousr]_[A-Za-z0-9]{30}/,
  /\bxox[abprs]-[A-Za-z0-9-]{10}/,
  /\bAIza[A-Za-z0-9_-]{35}/,
  /-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/,
  /\beyJ[A-Za-z0-9_-]{10,400}\.eyJ[A-Za-z0-9_-]{10}/,
]

/** Whether a text carries something that looks like a key, or one of `known`. */
export const hasSecret = (text: string, known: readonly string[] = []): boolean =>
  SECRETS.some((pattern) => pattern.test(text)) || known.some((secret) => secret.length >= 8 && text.includes(secret))

const NETWORK = 'An app has no network. Its data is what useCollection gives; leave the call out.'
const MARKUP = 'Text is never made into markup or code. Write elements in JSX.'
const ELEMENT = 'An app draws no such element: no scripts, frames or links to other files. Write what it does in the app’s own files.'
const FRAME = 'An app stays in its frame: leave the page around it alone.'

const IN_CODE: readonly (readonly [RegExp, string])[] = [
  [/\b(?:fetch|importScripts|sendBeacon)\s?\(/, NETWORK],
  [/\b(?:XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection|SharedWorker|Worker)\b/, NETWORK],
  [/\bimport\s?\(/, 'Import at the top of the file, and only ‘@kit’, ‘react’ and the app’s own files.'],
  [/\b(?:dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment)\b|\bdocument\.write/, MARKUP],
  [/\beval\s?\(|\bnew Function\b/, MARKUP],
  [/\bwindow\.(?:parent|top|opener)\b|\bdocument\.cookie\b|\bpostMessage\s?\(/, FRAME],
]
const ELEMENTS = /\b(?:jsxs?|jsxDEV|createElement)\(\s?["'`](?:script|iframe|frame|object|embed|link|base|meta)["'`]/
const IN_STYLE: readonly (readonly [RegExp, string])[] = [[/@import\b|url\(\s{0,4}["']?(?!data:|#)/i, NETWORK]]

/** Why a file may not be written, or null. What does not parse is for the check to say. */
export async function problemIn(name: string, text: string): Promise<string | null> {
  if (name.endsWith('.css')) return found(text, IN_STYLE)
  if (!/\.tsx?$/.test(name)) return null
  const printed = await transform(text, {
    loader: 'tsx',
    jsx: 'automatic',
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'silent',
  }).catch(() => null)
  if (!printed) return null
  return ELEMENTS.test(printed.code) ? ELEMENT : found(withoutStrings(printed.code), IN_CODE)
}

const found = (text: string, rules: typeof IN_CODE): string | null => rules.find(([pattern]) => pattern.test(text))?.[1] ?? null

/** Code with the text of its strings, templates and patterns left out; what stands in `${}` stays. */
export function withoutStrings(code: string): string {
  let out = ''
  let at = 0
  /** How deep in braces each template that is open was left. */
  const templates: number[] = []
  let braces = 0
  const skipTemplate = () => {
    for (; at < code.length; at++) {
      if (code[at] === '\\') at++
      else if (code[at] === '`') return void at++
      else if (code[at] === '$' && code[at + 1] === '{') {
        templates.push(braces)
        at += 2
        return
      }
    }
  }
  while (at < code.length) {
    const char = code[at]!
    if (char === '"' || char === "'") {
      for (at++; at < code.length && code[at] !== char; at++) if (code[at] === '\\') at++
      at++
      out += '""'
    } else if (char === '`') {
      at++
      out += '""'
      skipTemplate()
    } else if (char === '/' && /[(,=:[!&|?{};+]$|\breturn\s?$/.test(out.slice(-8))) {
      for (at++; at < code.length && code[at] !== '/' && code[at] !== '\n'; at++) if (code[at] === '\\') at++
      at++
      out += '/x/'
    } else if (char === '}' && templates.at(-1) === braces) {
      templates.pop()
      at++
      out += ' '
      skipTemplate()
    } else {
      if (char === '{') braces++
      if (char === '}') braces--
      out += char
      at++
    }
  }
  return out
}
