/** A request, read, becomes a proposed app: pure, deterministic, in a few milliseconds. */
import { mentions } from '../base/concepts/index.ts'
import type { Mention } from '../base/concepts/types.ts'
import { read } from '../base/language/read.ts'
import { withoutSigns } from '../base/language/signs.ts'
import type { Now, Reading } from '../base/language/types.ts'
import { AppSpec, type Language, type Risk } from '../spec.ts'
import { compose } from './compose/compose.ts'
import { fitting } from './compose/fitting.ts'
import { frameOf } from './frame/read.ts'
import type { Frame } from './frame/types.ts'
import type { Marker } from './marks/marks.ts'
import { nameOf, purposeOf } from './names.ts'
import { amountIn } from './rules/amounts.ts'
import { withWish } from './rules/wishes.ts'
import { bounded } from './rules/words.ts'
import { assumedOf, chipsOf, missingOf, understoodOf } from './say.ts'

export type Proposal = {
  spec: AppSpec
  assumed: string[]
  /** The kind of app was plain; else it was made a list of what is kept. */
  sure: boolean
  missing: string[]
  chips: string[]
  understood: { label: string; value: string }[]
  /** How much the words speak for a kind of app there are rules for: 0 to 1. */
  evidence: number
  /** A heading and a list of what is to be kept: nobody tells of themselves so. */
  enumerates: boolean
}
export type SynthesisContext = {
  now: Now
  /** BCP 47. */
  locale: string
  /** ISO 4217, where the request names none. */
  currency: string
  /** The person's earlier messages, oldest first. */
  before: string[]
  people?: string[]
  /** How the words of a wish are marked; as learned unless told. */
  mark?: Marker
}

export function synthesise(reading: Reading, ctx: SynthesisContext): Proposal {
  const frame = frameFor(reading, ctx)
  const { build, chosen } = compose(frame)
  const name = nameOf(frame, build, chosen)
  const reminds = build.behaviours.some((one) => one.kind === 'reminder' || one.kind === 'timer')
  const parsed = AppSpec.parse({
    name,
    icon: build.icon,
    language: frame.language,
    locale: localeFor(ctx.locale, frame.language),
    purpose: purposeOf(frame, build, name),
    collections: build.collections.slice(0, 12),
    views: build.views.slice(0, 16),
    behaviours: build.behaviours.slice(0, 24),
    capabilities: reminds ? ['notifications'] : [],
    risks: risksOf(chosen.primary, frame),
    look: { accent: build.accent, density: 'roomy', first: build.first },
  })
  const spec = withWish(fitting(parsed), reading.text)
  return {
    spec,
    assumed: assumedOf(frame, build, spec, chosen),
    sure: chosen.sure,
    missing: missingOf(frame, build, spec),
    chips: chipsOf(frame, build, spec),
    understood: understoodOf(frame, build, spec),
    enumerates: frame.topic !== '' && frame.items.length >= 2,
    evidence: frame.formulas.length ? 1 : Math.max(0, usesUp(frame), listedQualities(frame), ...frame.families.map((one) => one.weight)),
  }
}

/** A topic and, after it, two qualities or more that are of a kind: whoever lists them wants them kept. */
const listedQualities = (frame: Frame): number =>
  frame.topic && frame.asked.filter((one) => (one.part !== undefined || one.kind !== 'text+') && one.label !== frame.topic).length >= 2
    ? 0.7
    : 0

/** Ten visits in all, and how many are left: told of by no other word. */
const usesUp = (frame: Frame): number => (frame.bounds.some((bound) => bound.stock) ? 0.8 : 0)

const mentionsOf = (reading: Reading): Mention[] => (reading.text.length > 4000 ? [] : mentions(reading))

/** "Plan: 5 days in Lisbon", "App idea - …": that it is one says nothing of what it is. */
const NO_HEADING = /^(?:plan|(?:app )?idea|app|new app|app request|request|wanted|wish|question|hi|hello|hey|please)\s?(?::|-|–|,)\s+/i
/** "milk, eggs and bread shopping list": the kind of list stands last, and is the heading all the same. */
const LISTED_LAST = /^([\w', &-]{6,160}) ((?:shopping|grocery|packing|to-?do|wish|check) ?list)(?: please)?[.!]?$/i
const isListing = (text: string): boolean => {
  const parts = text.split(/,\s*(?:and |& )?|\s(?:and|&)\s/)
  return (
    text.includes(',') && /\s(?:and|&)\s/.test(text) && parts.length >= 3 && parts.every((part) => part.length >= 2 && part.length <= 24)
  )
}
function headFirst(reading: Reading, ctx: SynthesisContext): Reading {
  if (reading.language !== 'en') return reading
  const bare = reading.text.replace(NO_HEADING, '')
  if (bare !== reading.text && bare.length > 12) return read(bare, { now: ctx.now, language: 'en', currency: ctx.currency })
  const found = reading.text.length <= 200 ? LISTED_LAST.exec(reading.text) : null
  return found && isListing(found[1]!)
    ? read(`${found[2]}: ${found[1]}`, { now: ctx.now, language: 'en', currency: ctx.currency })
    : reading
}

/** 看完的日期😊: how a wish is meant is no part of a name in it. */
function unsigned(reading: Reading, { now, currency }: SynthesisContext): Reading {
  const text = withoutSigns(reading.text, reading.language)
  return text === reading.text ? reading : read(text, { now, language: reading.language, currency })
}

/** "and one for tea too" is about what was asked before: the earlier request with the new topic put in. */
function frameFor(whole: Reading, ctx: SynthesisContext): Frame {
  const reading = headFirst(unsigned(whole, ctx), ctx)
  const around = { now: ctx.now, currency: ctx.currency, people: ctx.people ?? [] }
  const amount = amountIn(reading.text, reading.language)
  const said = amount ? read(amount.text, { now: ctx.now, language: reading.language, currency: ctx.currency }) : reading
  const own = frameOf(said, { ...around, mentions: mentionsOf(said) }, ctx.mark)
  if (amount?.asked) {
    own.amount = true
    own.asked = [
      { ...amount.asked, start: 0 },
      ...own.asked.filter(({ label }) => !amount.text.includes(label) || own.items.some((item) => item.listed && item.label === label)),
    ]
  }
  const again = againIn(reading.text)
  const last = ctx.before.at(-1)
  if (!again || !last) return own
  const previous = read(last, { now: ctx.now, language: reading.language, currency: ctx.currency })
  const base = frameOf(previous, { ...around, mentions: mentionsOf(previous) }, ctx.mark)
  const topic = bounded(again, 40)
  return {
    ...base,
    language: reading.language,
    topic,
    name: own.name,
    bounds: own.bounds.length ? own.bounds : base.bounds,
    low: `${base.low}`,
    items: [],
    people: own.people.length ? own.people : base.people,
  }
}

const AGAIN = [
  /^(?:and |also )?(?:make |create |build )?(?:one|another|another one|the same|a similar (?:one|app)|same thing)(?: more)?(?: just)? (?:for|with|about|on) (?:my |the )?(.{1,40}?)(?:,? (?:too|as well|please))*[.!]?$/i,
  /^(?:再|也|还要?)(?:来|做|给我做|要)?一?个(?:同样的)?(.{1,16}?)的(?:吧)?[。!]?$/,
  /^(.{1,16}?)(?:版|用|のも|のバージョン)(?:も|を)?(?:もう一つ|もうひとつ|同じように)?(?:作って|お願い|ほしい|欲しい).{0,8}$/,
  /^(.{1,16}?)(?:용도|용으로도|것도|버전도)\s?(?:하나 )?(?:더 )?(?:만들어|해).{0,6}$/,
]
function againIn(text: string): string | null {
  if (text.length > 80) return null
  for (const pattern of AGAIN) {
    const found = pattern.exec(text.trim())?.[1]
    if (found) return found.trim()
  }
  return null
}

const LOCALES: Record<Language, string> = { en: 'en', zh: 'zh-CN', ja: 'ja-JP', ko: 'ko-KR' }
/** The person's own locale where it is of the app's language. */
function localeFor(locale: string, language: Language): string {
  return /^[a-zA-Z0-9-]{2,35}$/.test(locale) && locale.toLowerCase().startsWith(language) ? locale : LOCALES[language]
}

function risksOf(family: string, frame: Frame): Risk[] {
  const risks: Risk[] = []
  if (['intake', 'symptoms', 'measurements', 'feeding', 'sleep'].includes(family) || /\bbmi\b|medicine|药|薬|약 /.test(frame.low))
    risks.push('health')
  if (['loan', 'savings'].includes(family) || /invest|stock|tax|股|投资|投資|税|주식|투자|세금/.test(frame.low)) risks.push('money')
  if (/legal|lawsuit|contract|法律|诉讼|訴訟|契約書|소송|법률/.test(frame.low)) risks.push('law')
  return risks
}
