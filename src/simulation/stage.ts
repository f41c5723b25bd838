/** The real host page, frame and bridge on an origin that exists only inside one browser context. */

import { handleCall, type Limits } from '../apps/bridge.ts'
import { framePage, hostPage, hostPolicy } from '../apps/page.ts'
import type { AppData } from '../apps/types.ts'
import type { Now } from '../base/language/types.ts'
import type { Serve } from '../sandbox/browser.ts'
import type { AppSpec } from '../spec.ts'

export const ORIGIN = 'https://app.macaron.invalid'

export type Stage = {
  spec: AppSpec
  script: string
  style: string
  data: AppData
  hostScript: string
  locale: string
  timeZone: string
  now: Now
  limits?: Limits
  app?: string
}

const UNLIMITED: Limits = { take: () => true }

export function stage({ spec, script, style, data, hostScript, locale, timeZone, now, limits = UNLIMITED, app = data.app }: Stage): Serve {
  const nonce = 'stage0nonce0of0one0page'
  const frame = framePage({ script, style, spec })
  const host = hostPage({
    app,
    spec,
    frameUrl: '/frame',
    script: hostScript,
    bridgeUrl: '/bridge',
    eventsUrl: null,
    nonce,
    locale,
    timeZone,
    now,
    theme: 'light',
  })
  const html = (body: string, csp: string) => ({
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': csp },
    body,
  })
  return async ({ url, method, body }) => {
    if (url.origin !== ORIGIN) return null
    switch (`${method} ${url.pathname}`) {
      case 'GET /':
        return html(host, hostPolicy(nonce))
      case 'GET /frame':
        return html(frame.html, frame.csp)
      case 'POST /bridge':
        return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(await handleCall(parsed(body), data, limits)) }
      default:
        return null
    }
  }
}

function parsed(body: string | null): unknown {
  try {
    return JSON.parse(body ?? 'null')
  } catch {
    return null
  }
}
