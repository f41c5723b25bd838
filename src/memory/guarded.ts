/** How guarded words are that no rule took apart: by what they name, since what is kept as it was said may say anything. */
import { mentions } from '../base/concepts/index.ts'
import { identify } from '../base/language/identify.ts'
import { read } from '../base/language/read.ts'
import { about } from './ingest/index.ts'
import type { PrivacyClass } from './types.ts'

const SECRETS =
  /\bpass(?:word|code|phrase)s?\b|\b(?:pin code|api key|secret key)s?\b|密码|密碼|パスワード|暗証|비밀번호|비번|패스워드|암호/i
const GUARDED = ['health', 'money'] as const
/** Characters that are looked at. */
const MOST = 4000
/** Concepts do not hang on the day. */
const ANY_DAY = { date: '2000-01-01', time: '00:00', weekStart: 1 as const }

/** Every guarded class that a text touches: what names an illness or a loan is of it, whatever it says of them. Never throws. */
export function guardsIn(text: string): Set<PrivacyClass> {
  const { domains } = about(text)
  const { language } = identify(text)
  const named = mentions(read(text.slice(0, MOST), { now: ANY_DAY, language, currency: '' })).map(({ concept }) => concept.risk)
  const found = new Set<PrivacyClass>(GUARDED.filter((one) => domains.includes(one) || named.includes(one)))
  if (SECRETS.test(text)) found.add('secret')
  return found
}

/** The class of a sentence that is kept as it was said. A landlord's name is no figure: money is where a part of life says so. */
export function guardedAs(text: string): PrivacyClass {
  const found = guardsIn(text)
  return found.has('secret') ? 'secret' : found.has('health') ? 'health' : about(text).domains.includes('money') ? 'money' : 'personal'
}

/** Whether nothing in a text is guarded from whoever may see these classes. */
export const mayBeShown = (text: string, classes: ReadonlySet<PrivacyClass>): boolean =>
  [...guardsIn(text)].every((one) => classes.has(one))
