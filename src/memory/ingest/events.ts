/** What happened or will happen on a day: a clause with a day and with something that happens (kinds.ts) or was done. */
import { addDays, addMonths } from '../../base/language/calendar.ts'
import type { Found } from '../../base/language/types.ts'
import { LANGUAGES, type Language } from '../../spec.ts'
import type { Domain } from '../types.ts'
import type { Clause } from './clauses.ts'
import { cue } from './cues.ts'
import { DOMAIN_WORDS, EVENTS } from './lexicon/kinds.ts'
import { MOVED } from './lexicon/moods.ts'
import type { Subject } from './said.ts'
import { foldValue } from './same.ts'
import { type Frame, mayHoldTime, valuesIn } from './values.ts'

export type When = { from: string; until: string | null; span: { start: number; end: number }; exact: boolean }

/** The day a clause speaks of: exact, or the span of a week, month or year. */
/** `past`: it was told as done, so a day without a year or week that would be to come is the last one. */
export function whenOf(text: string, frame: Frame, past = false): When | null {
  const when = dayOf(text, frame)
  if (!when || !past || when.from.slice(0, 10) <= frame.now.date || !when.guessed) return when
  const back = (day: string) => (when.weekly ? addDays(day.slice(0, 10), -7) : addMonths(day.slice(0, 10), -12)) + day.slice(10)
  return { ...when, from: back(when.from), until: when.until && back(when.until) }
}

type Day = When & { guessed: boolean; weekly: boolean }

function dayOf(text: string, frame: Frame): Day | null {
  if (!mayHoldTime(text, frame.language)) return null
  const found = valuesIn(text, frame)
  const day = found.find(({ read }) => read.kind === 'date' || read.kind === 'datetime') ?? found.find(({ read }) => read.kind === 'period')
  if (!day) return null
  const { read, start, end } = day
  const weekly = WEEKDAY.test(day.text)
  const guessed = weekly || (read.kind === 'date' ? Boolean(read.guessed) : !/\d{4}|next|来|下|다음/.test(day.text))
  const time = found.find((other) => other.read.kind === 'time')?.read
  if (read.kind === 'datetime')
    return { from: `${read.date}T${read.time}`, until: null, span: { start, end }, exact: true, guessed, weekly }
  if (read.kind === 'date') {
    const at = time?.kind === 'time' ? `T${time.time}` : ''
    return { from: read.date + at, until: read.to ? addDays(read.to, -1) : null, span: { start, end }, exact: true, guessed, weekly }
  }
  if (read.kind === 'period') return { from: read.from, until: addDays(read.to, -1), span: { start, end }, exact: false, guessed, weekly }
  return null
}

/** A weekday with nothing before it that says which. */
const WEEKDAY = /^(?:on |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:周|星期|礼拜|週)|^[月火水木金土日]曜|^[월화수목금토일]요일/i

/** "It was moved to Friday": the day is the new one. */
export const isMoved = cue(MOVED)

const byDomain = EVENTS.map(({ domain, forms }) => ({ domain: domain as Domain, has: cue(forms) }))
const domains = DOMAIN_WORDS.map(({ domain, forms }) => ({ domain: domain as Domain, has: cue(forms) }))

/** The part of a life that words speak of. */
export const domainIn = (text: string, language: Language): Domain | null => domains.find(({ has }) => has(text, language))?.domain ?? null
export const domainsIn = (text: string): Domain[] =>
  domains.filter(({ has }) => LANGUAGES.some((language) => has(text, language))).map(({ domain }) => domain)

/** Something was done: the past of the clause's last verb. */
const DONE: Record<Language, RegExp> = {
  en: /(?<![\p{L}'])(?:went|met|saw|had|got|bought|lost|broke|started|finished|visited|moved|ran|flew|drove|ate|made|won|sold|found|gave|took|left|came|\p{L}{3,}ed)(?![\p{L}'])/iu,
  zh: /了|过$|过了/u,
  ja: /(?:た|ました|だ)(?:よ|ね|んだ|んです|けど|の|わ|な)*$/u,
  ko: /[았었했갔왔샀됐봤났녔켰졌였렸]/u,
}
const FEELING =
  /(?<![\p{L}'])(?:was|were|felt|wanted|needed|loved|liked|hated|thought|tired|bored|stressed|exhausted|slept)(?![\p{L}'])|(?:great|good|nice|bad|long|busy|rough|lovely|fun) (?:day|time|week|weekend)|开心|高兴|無事|楽し|嬉し|재밌|재미있|즐거|행복|좋았|疲|累|眠|困|피곤|졸|힘들|짜증|お腹/iu
/** Figures with units, prices: the person is logging, not telling. */
const LOGGED = new Set(['money', 'quantity', 'duration', 'count', 'percent'])

export type Happening = { text: string; when: When; domain: Domain; surety: number }

export function happeningOf(clause: Clause, subject: Subject | null, frame: Frame): Happening | null {
  const { language, text } = clause
  const when = whenOf(text, frame, DONE[language].test(text.replace(/have got/i, 'have')) && !isMoved(text, language))
  if (!when) return null
  const logs = valuesIn(text, frame).some(({ read }: Found) => LOGGED.has(read.kind === 'bound' ? read.of.kind : read.kind))
  if (logs) return null
  const rest = `${text.slice(0, when.span.start)} ${text.slice(when.span.end)}`.replace(/\s+/g, ' ').trim()
  const domain = byDomain.find(({ has }) => has(rest, language))?.domain ?? null
  const told =
    language !== 'en' ||
    subject?.explicit === true ||
    /^(?:moving|flying|going|leaving|visiting|starting|having|meeting|got|went)(?![\p{L}])/iu.test(text)
  const done = DONE[language].test(rest) && !FEELING.test(rest)
  if (domain === null && (!done || !told)) return null
  if (language === 'en' && domain !== null && !told && !NOUN_PHRASE.test(text)) return null
  if (FEELING.test(rest) && !done && domain === null) return null
  if (rest.replace(/[^\p{L}]/gu, '').length < 2 || (!when.exact && !domain)) return null
  return { text: gist(rest, language), when, domain: domain ?? 'other', surety: domain ? 0.85 : 0.6 }
}
/** "Dentist appointment on Friday", "my exam is on Monday", not "call the dentist on Friday". */
const NOUN_PHRASE =
  /^(?:my|our|the|a|an|there is|(?:\p{L}+ )?(?:appointment|wedding|exam|interview|concert|flight|meeting|surgery|party|dentist|trip|birthday)|(?:big|final|first|dentist|doctor|job|driving|school) )/iu

/** What happened, without who and when. */
function gist(rest: string, language: Language): string {
  const bare =
    language === 'en'
      ? rest
          .replace(/^(?:i|we) (?:(?:have got|have|had|am|are|will|went|got) )?(?:(?:a|an|the|to) )?/i, '')
          .replace(/(?:^|\s)(?:on|at|in|for|by)\s*(?=$|[,.])/gi, '')
          .replace(/^(?:my|our|the|a|an) /i, '')
      : language === 'zh'
        ? rest.replace(/^(?:我们|我|要|有|会|将|去)+/u, '')
        : language === 'ja'
          ? rest.replace(/^(?:私は|僕は|に|は|の|から|、|\s)+/u, '')
          : rest.replace(/^(?:저는|나는|우리는|에|는|은|,|\s)+ ?/u, '')
  return foldValue(bare).slice(0, 80)
}
