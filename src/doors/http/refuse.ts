/** Every error of the API has one shape, and its sentence is in the language that the caller asked for. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Failure } from '../../base/result.ts'
import { LANGUAGES, type Language } from '../../spec.ts'
import { type Written, writtenFor } from '../../traditional.ts'
import { sentence } from '../messages.ts'

/** The first of our languages in Accept-Language, else English. */
export function languageOf(header: string | undefined): Language {
  for (const part of (header ?? '').slice(0, 200).split(',')) {
    const tag = part.trim().slice(0, 2).toLowerCase()
    const found = LANGUAGES.find((language) => language === tag)
    if (found) return found
  }
  return 'en'
}

/** How Chinese is written to whoever asks: by the first tag of Accept-Language that is Chinese. */
export const writtenTo = (c: Context): Written =>
  writtenFor(/(?:^|[,\s])(zh-[a-z0-9-]{2,30})/i.exec((c.req.header('accept-language') ?? '').slice(0, 200))?.[1] ?? 'zh')

export function refuse(c: Context, status: ContentfulStatusCode, code: string, values?: Failure['values'], message?: string) {
  const language = languageOf(c.req.header('accept-language'))
  const said = sentence({ code, message: message ?? code, ...(values && { values }) }, language)
  return c.json({ error: { code, message: writtenTo(c)(said) } }, status)
}

const STATUS: Record<string, ContentfulStatusCode> = {
  'disk-full': 507,
  'database-corrupt': 500,
  'disk-read-only': 500,
  'disk-error': 500,
  'turn-broken': 500,
  'too-large': 413,
  'too-many': 429,
  'guess-later': 429,
  'sign-in-wrong': 401,
  'passkey-wrong': 401,
}

export const refuseFailure = (c: Context, failure: Failure) =>
  refuse(c, STATUS[failure.code] ?? (failure.code.endsWith('-unknown') ? 404 : 422), failure.code, failure.values, failure.message)
