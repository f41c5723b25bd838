/**
 * What a message says of its speaker's life, found without a model: facts, preferences and dated events. The clauses
 * that state something are read by the grammar of their language against one lexicon (lexicon/); the first reading whose
 * words are of the right class is taken. Text is data: whatever it asks for, it is only read. Pure; linear in the text.
 */
import { addDays } from '../../base/language/calendar.ts'
import type { Now } from '../../base/language/types.ts'
import type { Language } from '../../spec.ts'
import type { Domain, Finding, PrivacyClass } from '../types.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { domainIn, happeningOf, whenOf } from './events.ts'
import { planOf } from './lexicon/attributes.ts'
import { relationOf, subjectKey } from './people.ts'
import { readEnglish } from './read-en.ts'
import { readJapanese, readKorean } from './read-final.ts'
import { readChinese } from './read-zh.ts'
import { type Said, type Scene, type Subject, saidOf, somebody } from './said.ts'
import { foldValue, valueKey } from './same.ts'
import { belongs, type Frame, valuesOf } from './values.ts'

export type Message = { text: string /** The wall clock where and when it was written. */; at: Now; language?: Language }
/** `speaker`: who wrote it, where that is not the owner of the memory. */
export type Context = { speaker?: string }

const READERS = { en: readEnglish, zh: readChinese, ja: readJapanese, ko: readKorean }
/** A message that says more than this is a document; the rest is left to the episodes. */
const MOST = 200

/** Never throws. */
export function extract(message: Message, context: Context = {}): Finding[] {
  const scene: Scene = { subject: null, third: null, introduced: null, sentence: '' }
  const found = new Map<string, Finding>()
  for (const clause of clausesOf(message.text, message.language)) {
    for (const finding of findingsOf(clause, scene, message.at)) {
      const mine = finding.subject === 'me' && context.speaker ? { ...finding, subject: context.speaker } : finding
      const key = `${subjectKey(mine.subject)}\n${mine.attribute}\n${valueKey(mine.value ?? mine.text)}\n${mine.kind === 'event' ? mine.from : ''}`
      const known = found.get(key)
      if (!known || known.confidence < mine.confidence) found.set(key, mine)
    }
    if (found.size >= MOST) break
  }
  return [...found.values()]
}

function findingsOf(clause: Clause, scene: Scene, now: Now): Finding[] {
  if (clause.sentence !== scene.sentence) scene.subject = null
  scene.sentence = clause.sentence
  const frame: Frame = { language: clause.language, now, read: new Map() }
  const { subject, candidates } = READERS[clause.language](clause, scene)
  const taken = resolve(
    candidates.flatMap((said) => named(said, scene)),
    frame,
  )
  remember(scene, subject, taken)
  const facts = taken.flatMap(({ said, values }) => factsOf(said, values, clause, frame))
  const names =
    subject?.explicit && subject.name
      ? factsOf(saidOf(subject, 'name', 'name', subject.name), [foldValue(subject.name)], clause, frame)
      : []
  if (taken.some(({ said }) => said.row === null || (said.row.past !== 'change' && said.attribute !== 'goal'))) return [...names, ...facts]
  const happening = happeningOf(clause, subject, frame)
  const dated = facts.filter((fact) => !(happening && fact.attribute === 'home' && happening.when.from.slice(0, 10) > now.date))
  if (!happening || dated.some((fact) => fact.attribute !== 'family')) return [...names, ...dated]
  return [...names, ...dated, eventOf(happening, subject, clause)]
}

/** A name without a subject is that of whom or what was just brought up. */
function named(said: Said, scene: Scene): Said[] {
  if (said.attribute !== 'name' || said.subject.explicit || (said.subject.label !== 'me' && !scene.introduced)) return [said]
  return scene.introduced ? [{ ...said, subject: somebody(scene.introduced) }] : []
}

type Taken = { said: Said; values: string[] }

/** The first candidate of each clause that reads well; nouns and verbs do not both speak. What names a second thing gives two. */
function resolve(candidates: Said[], frame: Frame): Taken[] {
  const groups = new Map<string, Said[]>()
  for (const said of candidates) groups.set(said.subject.label, [...(groups.get(said.subject.label) ?? []), said])
  return [...groups.values()].flatMap((list) => {
    for (const said of list) {
      const taken = take(said, frame)
      if (taken.length > 0) return taken
    }
    return []
  })
}

function take(said: Said, frame: Frame): Taken[] {
  const { row } = said
  if (said.attribute === 'status') return [{ said, values: [foldValue(row!.forms[frame.language][0]!) && statusOf(said)] }]
  if (said.wish && said.attribute !== 'goal') return []
  if (said.negated && said.row !== null && row!.not === null) return []
  if (said.attribute === 'diet' && row?.needs === null && !said.negated) return []
  const workplace =
    row?.needs === 'job' ? (said.other ? { at: said.other, job: said.raw } : WORKPLACE[frame.language].exec(said.raw)?.groups) : undefined
  const raw = workplace?.job ?? said.raw
  const many = !planOf(said.attribute).single
  const values = valuesOf(said.value, raw, frame, many).filter((value) => belongs(value, row?.needs ?? null, raw))
  if (values.length === 0) return []
  const extra: Taken[] = []
  if (workplace?.at)
    extra.push({
      said: saidOf(said.subject, 'employer', 'words', workplace.at, { row, tense: said.tense }),
      values: valuesOf('words', workplace.at, frame, false),
    })
  if (row && (row.needs === 'pet' || row.needs === 'relation')) {
    const label = values[0]!.replace(/^(?:one|two|three|a|an) /, '')
    if (said.name)
      extra.push({ said: saidOf(somebody(label), 'name', 'name', said.name), values: valuesOf('name', said.name, frame, false) })
    return [{ said, values: [label] }, ...extra]
  }
  return [{ said, values }, ...extra]
}

/** "a nurse at St. Mary's", サイボウズでエンジニア, 카카오에서 개발자. */
const WORKPLACE: Record<Language, RegExp> = {
  en: /^(?<job>.{2,40}?) (?:at|for) (?<at>(?!home|the moment|present|least|last|now|about|over|almost|\d|a |\w+ years).{2,40})$/iu,
  zh: /^(?!)/,
  ja: /^(?<at>.{1,20}?)で(?<job>[^で]{1,20})$/u,
  ko: /^(?<at>.{1,20}?)에서 (?<job>.{1,20})$/u,
}

const STATUS: [RegExp, string][] = [
  [/divorc|离婚|離婚|バツ|이혼/i, 'divorced'],
  [/engag|订婚|婚約|약혼/i, 'engaged'],
  [/pregnan|怀孕|妊娠|임신/i, 'pregnant'],
  [/single|单身|独身|미혼|싱글/i, 'single'],
  [/widow/i, 'widowed'],
  [/retire|退休/i, 'retired'],
  [/marr|婚|결혼|기혼/i, 'married'],
]
const statusOf = (said: Said) => STATUS.find(([test]) => test.test(said.raw))?.[1] ?? ''

function remember(scene: Scene, subject: Subject | null, taken: Taken[]): void {
  if (subject) scene.subject = subject
  if (subject?.explicit && subject.label !== 'me') scene.third = subject
  for (const { said, values } of taken) {
    if (said.attribute === 'pet' || said.attribute === 'family') scene.introduced = values[0] ?? null
    if (said.attribute === 'name' && said.subject.label !== 'me') scene.introduced = said.subject.label
    if (said.subject.explicit && said.subject.label !== 'me' && relationOf(said.subject.label)?.kind !== 'pet') scene.third = said.subject
  }
}

/** "Since June": the day is when it began. */
const SINCE = /から|부터|since|开始|起/
const LODGING = /hotel|hostel|airbnb|motel|酒店|宾馆|民宿|旅馆|ホテル|旅館|호텔|모텔|숙소|에어비앤비/iu
/** States that a past tense ends; a change that was told in the past goes on. */
function factsOf(said: Said, values: string[], clause: Clause, frame: Frame): Finding[] {
  const { row } = said
  // "It was 25.5 after all": a figure told in the past is a correction, unless it was so once.
  const stated = row?.past ?? 'change'
  const ended =
    stated === 'over' ||
    (said.tense === 'past' && stated === 'ends') ||
    (clause.once && said.tense !== 'future' && (row !== null || clause.language !== 'zh')) ||
    (said.negated && row?.not === said.attribute && said.attribute !== 'diet')
  if (said.tense === 'past' && stated === 'drop' && !clause.once && !(clause.language === 'en' && /used to/.test(clause.text))) return []
  if (said.tense === 'future' && stated !== 'change' && row !== null) return []
  if (said.tense === 'future' && row?.past === 'change' && said.attribute !== 'status') return []
  const when = row && (row.past === 'change' || SINCE.test(clause.text)) ? whenOf(clause.text, frame, said.tense !== 'future') : null
  const since = when && when.from.slice(0, 10) <= frame.now.date && !clause.awhile ? when.from.slice(0, 10) : null
  return values.map((value) => {
    let attribute = said.negated && row?.not ? row.not : said.attribute
    if (attribute === 'home' && (LODGING.test(value) || (clause.awhile && !ended))) attribute = 'staying'
    return finding({
      clause,
      subject: said.subject,
      attribute,
      value: attribute === 'diet' && said.negated ? without(value, clause) : value,
      from: since,
      until: ended ? frame.now.date : null,
      confidence:
        0.9 * (said.subject.explicit ? 1 : 0.95) * (said.subject.label === 'me' ? 1 : 0.95) * (ended ? 0.9 : 1) * (clause.awhile ? 0.8 : 1),
      expires: expiryOf(attribute, clause, frame.now),
    })
  })
}
/** What one does not eat or drink, in the language it was said in. */
function without(value: string, clause: Clause): string {
  const drunk = /drink|喝|飲|마시|마셔/.test(clause.text)
  return {
    en: `no ${value}`,
    zh: `不${drunk ? '喝' : '吃'}${value}`,
    ja: `${value}は${drunk ? '飲まない' : '食べない'}`,
    ko: `${value} 안 ${drunk ? '마심' : '먹음'}`,
  }[clause.language]
}

/** What is of use for a while only. */
function expiryOf(attribute: string, clause: Clause, now: Now): string | null {
  if (attribute === 'parked') return `${addDays(now.date, 2)}T${now.time}:00.000Z`
  if (attribute === 'staying' || clause.awhile) return `${addDays(now.date, 8)}T00:00:00.000Z`
  return null
}

type Draft = {
  clause: Clause
  subject: Subject
  attribute: string
  value: string
  from: string | null
  until: string | null
  confidence: number
  expires: string | null
}

function finding({ clause, subject, attribute, value, from, until, confidence, expires }: Draft): Finding {
  const plan = planOf(attribute)
  const domain = domainFor(plan.domain, attribute, value, clause.language)
  return {
    kind: plan.kind,
    text: clause.sentence,
    language: clause.language,
    domain,
    subject: subject.label,
    attribute,
    value,
    single: plan.single && (attribute !== 'name' || subject.label === 'me' || relationOf(subject.label)?.one === true),
    from,
    until,
    confidence: round(confidence * clause.certainty),
    importance: plan.importance,
    privacy: privacyFor(plan.privacy, domain),
    expires,
  }
}
const round = (x: number) => Math.round(x * 100) / 100

/** Tastes are of what is liked; the rest is of its slot. */
const domainFor = (planned: Domain, attribute: string, value: string, language: Language): Domain =>
  /^(?:likes|dislikes|prefers|favourite)/.test(attribute) ? (domainIn(`${attribute} ${value}`, language) ?? planned) : planned
const privacyFor = (planned: PrivacyClass, domain: Domain): PrivacyClass =>
  planned === 'open' || planned === 'personal' ? (domain === 'health' ? 'health' : domain === 'money' ? 'money' : planned) : planned

function eventOf(
  { text, when, domain, surety }: NonNullable<ReturnType<typeof happeningOf>>,
  subject: Subject | null,
  clause: Clause,
): Finding {
  const plan = planOf('event')
  return {
    kind: 'event',
    text: clause.sentence,
    language: clause.language,
    domain,
    subject: subject?.label ?? 'me',
    attribute: 'event',
    value: text,
    single: false,
    from: when.from,
    until: when.until,
    confidence: round(surety * clause.certainty),
    importance: plan.importance,
    privacy: privacyFor(plan.privacy, domain),
    expires: null,
  }
}
