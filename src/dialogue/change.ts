/**
 * "move the report to done", 给饼干打4星, 牛乳を購入済みにして: an entry that is named gets a value that a field of it can have.
 * Nothing here guesses: the value must be an option, a yes or no by its name, stars, a day or a time.
 */
import { read } from '../base/language/read.ts'
import { tokenise } from '../base/language/tokenise.ts'
import type { Now, Reading } from '../base/language/types.ts'
import { convert } from '../base/language/units.ts'
import { contentStems, fieldsNamed, fold, labelPlace, optionNamed, visibleCollections, visibleFields } from '../base/resolve.ts'
import type { AppSpec, Collection, Field, Value } from '../spec.ts'
import { leftover } from './slots.ts'

export type Change = { collection: Collection /** Words of the entry's name. */; about: string; values: Record<string, Value> }
type Ctx = { now: Now; locale: string; currency: string }

/** [the entry, its new value]; `loose` ones are statements and need a value that is exactly an option or a yes. */
const PATTERNS: [pattern: RegExp, loose?: boolean][] = [
  [
    /^(?:please )?(?:mark|set|move|change|update|put|make|tag|assign|reschedule|postpone|push|shift) (?:the |my )?(.+?) (?:as|to|into|in|for|till|until) (.+)$/i,
  ],
  [/^(?:please )?(?:mark|make) (?:the |my )?(.+?) (\S+(?: \S+)?)$/i],
  [/^(?:please )?(?:rate|give) (?:the |my )?(.+?) (?:as |with |at )?((?:\d|★|⭐|one|two|three|four|five).*)$/i],
  [/^(?:the |my )?(.+?) (?:is|are|was|were) (?:now |actually |already )*(.+)$/i, true],
  [/^(?:请|帮我)?把(.+?)(?:标记?为|标成|设置?为|设成|设到|改成|改为|改到|移到|移动到|放到|拖到|评为|换成|推迟到|挪到)(.+?)(?:吧|了)?$/u],
  [/^([^把给]{1,20}?)(?:标记?为|设为|设成|移到|移动到|放到|推迟到|改到)(.+?)(?:吧|了)?$/u],
  [/^(?:请|帮我)?给(.+?)(?:打|评)(?:个|了)?(.+?)(?:吧|了)?$/u],
  [/^([^把给]{1,16}?)(?:已经)?(?:到|进入?|进到|过了?)(.{1,10}?)(?:阶段|这一步)?了$/u, true],
  [/^(.+?)(?:已经|现在)?是(.{1,10})$/u, true],
  [/^(.+?)(?:已经)?((?:已|未|没).{1,6}?)了?$/u, true],
  [
    /^(.+?)(?:を|は)(.{1,20}?)(?:に|として|へ)(?:して|移して|移動して?|変えて|変更して?|設定して?|マーク|動かして|ずらして|延期して?|した).*$/u,
  ],
  [/^(.+?)に((?:星|★|⭐|\d).{0,6}?)(?:(?:を?(?:つけ|付け|入れ|あげ)|で|に|です|と評価).*)?$/u],
  [/^(.+?)は(.{1,12}?)(?:です|だ)?$/u, true],
  [/^(.+?)(?:은|는)\s(.{1,12}?)(?:이야|야|이에요|예요|이다)?$/u, true],
  [/^(.+?)(?:을|를|은|는)\s?(.{1,20}?)(?:으로|로|에)\s?(?:바꿔|변경|옮겨|이동|표시|설정|해|미뤄|수정).*$/u],
  [/^(.+?)(?:에|에게)\s((?:별|★|⭐|평점|별점|\d).{0,8}?)(?:(?:으로|로|을|를)?\s?(?:줘|주기|매겨|달아|줄래|이야|예요).*)?$/u],
]

/** [the entry, its field, the value]; `told` ones state a fact, which may be the first that is heard of the entry. */
const FIELDS: [pattern: RegExp, order: [who: number, field: number, value: number], told?: boolean][] = [
  [/^(?:please )?(?:change|set|update|correct|edit|make) (?:the )?(.+?) (?:of|for) (?:the |my )?(.+?) (?:to|as) (.+)$/i, [2, 1, 3]],
  [/^(?:please )?(?:change|set|update|correct|edit|make) (?:the |my )?(.+?)(?:'s|s') (.+?) (?:to|as) (.+)$/i, [1, 2, 3]],
  [/^(.+?)(?:'s|s') (.+?) (?:is|was) (?:actually |now |on )*(.+)$/i, [1, 2, 3], true],
  [/^(?:请|帮我)?把?(.+?)的(.+?)(?:改成|改为|改到|设为|设成|换成|更新为)(.+?)(?:吧|了)?$/u, [1, 2, 3]],
  [/^(.+?)的(.+?)(?:是|为|在)(.+)$/u, [1, 2, 3], true],
  [/^(.+?)の(.+?)を(.+?)(?:に|へ)(?:して|変えて|変更して?|直して|修正して?|更新して?|した).*$/u, [1, 2, 3]],
  [/^(.+?)の(.+?)は(.+?)(?:です|だよ|だ|になった)?$/u, [1, 2, 3], true],
  [/^(.+?)(?:의|)\s(\S+?)(?:을|를)\s?(.+?)(?:으로|로)\s?(?:바꿔|변경|수정|고쳐|설정|해).*$/u, [1, 2, 3]],
  [/^(.+?)의?\s(\S+?)(?:은|는)\s?(.+?)(?:이야|야|이에요|예요|입니다|이다)?$/u, [1, 2, 3], true],
]

/** "Mom's birthday is May 3", 把猴票的价格改成13000: one field of an entry. */
export function fieldSaid(reading: Reading, spec: AppSpec, ctx: Ctx): (Change & { told: boolean }) | null {
  const text = reading.text.replace(/[.。!！]+$/u, '').trim()
  if (text.length > 160 || /[?？]$/.test(text)) return null
  for (const [pattern, [who, part, what], told] of FIELDS) {
    const match = pattern.exec(text)
    if (!match) continue
    const about = nameIn(match[who]!, reading)
    if (!about || isPart(about, spec)) continue
    for (const collection of visibleCollections(spec)) {
      const title = collection.fields.find((field) => field.id === collection.title)
      const named = fieldsNamed(match[part]!, [collection], { kinds: true }).find(
        (hit) => hit.end - hit.start >= match[part]!.trim().length - 2,
      )?.field
      if (!named || !title || title.kind !== 'text' || named.id === title.id) continue
      const value = typed(readIn(match[what]!, reading, ctx), named)
      if (value !== null) return { collection, about, values: { [named.id]: value }, told: told === true }
    }
  }
  return null
}

/** The value of one field, if these words are one and nothing else. */
function typed(wanted: Reading, field: Field): Value {
  const fitting = valueFor(wanted, [field], false)
  if (fitting) return fitting[field.id] ?? null
  if (field.kind === 'text' || field.kind === 'note' || field.kind === 'place' || field.kind === 'person')
    return (
      wanted.text
        .replace(/^["“「『'‘]|["”」』'’]$/gu, '')
        .trim()
        .slice(0, 300) || null
    )
  const found = wanted.values.length === 1 ? wanted.values[0]! : undefined
  if (!found || rest(fold(wanted.text), [found.text]).length > 3) return null
  const inner = found.read.kind === 'bound' ? found.read.of : found.read
  if (field.kind === 'money') return inner.kind === 'money' ? inner.amount : inner.kind === 'number' ? inner.value : null
  if (field.kind === 'number') return inner.kind === 'number' || inner.kind === 'count' ? inner.value : null
  if (field.kind === 'duration') return inner.kind === 'duration' ? inner.minutes : null
  if (field.kind === 'quantity')
    return inner.kind === 'quantity'
      ? Math.round((convert(inner.value, inner.unit, field.unit) ?? Number.NaN) * 1000) / 1000 || null
      : inner.kind === 'number'
        ? inner.value
        : null
  return null
}

/** How the end of a thing is called: what is read is “Read”, 已读 and 读完 alike. */
export const FINAL =
  /^(?:done|read|finished|complete|completed|watched|seen|shipped|played|已?完成|完了|完成済み?|済み?|读完|已读|看完|已看|読了|読み終わった|읽음|완료|다 ?읽음|완독|끝)$/i

/** Null where no entry, or no value that fits, is named. */
export function changeNamed(reading: Reading, spec: AppSpec, ctx: Ctx): Change | null {
  const text = reading.text.replace(/[.。!！]+$/u, '').trim()
  if (text.length > 160 || /[?？]$/.test(text)) return null
  for (const [pattern, loose] of PATTERNS) {
    const [, who, what] = pattern.exec(text) ?? []
    if (!who || !what) continue
    const found = fitted(who, what, loose === true, reading, spec, ctx)
    if (found) return found
  }
  return null
}

function fitted(who: string, what: string, loose: boolean, reading: Reading, spec: AppSpec, ctx: Ctx): Change | null {
  const about = nameIn(who, reading)
  if (!about || /^(?:it|that|this|the app|everything|all|app)$/i.test(about) || isPart(about, spec)) return null
  const wanted = readIn(what, reading, ctx)
  for (const collection of visibleCollections(spec)) {
    const title = collection.fields.find((field) => field.id === collection.title)
    if (!title || (title.kind !== 'text' && title.kind !== 'place' && title.kind !== 'person')) continue
    const value = valueFor(wanted, visibleFields(collection), loose)
    if (value) return { collection, about, values: value }
  }
  return null
}

const readIn = (text: string, { language }: Reading, ctx: Ctx): Reading =>
  read(text, { now: ctx.now, language, currency: ctx.currency, hints: { previous: language, locale: ctx.locale } })
const nameIn = (text: string, reading: Reading): string =>
  leftover({ ...reading, text, tokens: tokenise(text), values: [] }, []).replace(/^(?:the|my)\s+|['’]s$/gi, '')

/** A field, a view, a behaviour or the app itself is no entry: "change the status to …" is about the app. */
function isPart(text: string, spec: AppSpec): boolean {
  const low = fold(text)
  const tokens = tokenise(text)
  const words = contentStems(text).length
  const covers = (label: string) => labelPlace(low, tokens, label) !== undefined && contentStems(label).length >= words
  return (
    [
      spec.name,
      ...spec.views.map((view) => view.label),
      ...spec.behaviours.map((one) => one.label),
      ...spec.collections.flatMap((one) => [one.label, one.one]),
    ].some(covers) ||
    fieldsNamed(text, visibleCollections(spec), { kinds: true }).some((hit) => hit.end - hit.start >= low.trim().length - 1) ||
    /^(?:limit|budget|goal|target|name|title|icon|colou?r|theme|currency|language|unit|status|上限|预算|目标|名字|图标|颜色|货币|语言|单位|予算|目標|名前|色|通貨|言語|単位|한도|예산|목표|이름|색|통화|언어|단위)$/i.test(
      low.trim(),
    )
  )
}

function valueFor(wanted: Reading, fields: Field[], loose: boolean): Record<string, Value> | null {
  const low = fold(wanted.text).trim()
  for (const field of fields) {
    if (field.kind === 'choice') {
      const hit = optionNamed(wanted.text, field.options)
      const final = FINAL.test(low) ? field.options.find((option) => FINAL.test(option.id) || FINAL.test(option.label)) : undefined
      if (final && !hit) return { [field.id]: final.id }
      if (hit && rest(low, [hit.text, field.label]).length <= (loose ? 0 : 3)) return { [field.id]: hit.option.id }
    }
    if (field.kind === 'yesno') {
      const at = labelPlace(low, wanted.tokens, field.label)
      const no = /^(?:not |un|没|未|沒)|(?:ではない|じゃない|していない|아님|안 )/.test(low)
      if (at && rest(low, [wanted.text.slice(at[0], at[1])]).replace(/^(?:not|un|未|没|已)/, '').length <= (loose ? 0 : 2))
        return { [field.id]: !no }
    }
  }
  const figure = wanted.values.find((value) => value.read.kind === 'count' || value.read.kind === 'number')?.read
  const stars = /[★⭐]+/u.exec(wanted.text)
  const rating = fields.find((field) => field.kind === 'rating')
  if (rating?.kind === 'rating' && (stars || (figure && /star|星|별|점|点|分|^\s*\d+\s*$/.test(low)))) {
    const n = stars ? [...stars[0]].length : figure && 'value' in figure ? figure.value : 0
    return n >= 1 && n <= rating.max ? { [rating.id]: Math.round(n) } : null
  }
  return loose && !/actual/.test(low) && wanted.values.length !== 1 ? null : when(wanted, fields)
}

/** A day or a time, and nothing but that. */
function when(wanted: Reading, fields: Field[]): Record<string, Value> | null {
  if (
    wanted.values.length === 0 ||
    rest(
      fold(wanted.text),
      wanted.values.map((value) => value.text),
    ).length > 2
  )
    return null
  const values: Record<string, Value> = {}
  for (const { read: value } of wanted.values) {
    const date = fields.find((field) => field.kind === 'date')
    const time = fields.find((field) => field.kind === 'time')
    const both = fields.find((field) => field.kind === 'datetime')
    if (value.kind === 'date' && !value.to && date) values[date.id] = value.date
    else if (value.kind === 'period' && value.unit === 'day' && date) values[date.id] = value.from
    else if (value.kind === 'time' && time) values[time.id] = value.time
    else if (value.kind === 'datetime' && both) values[both.id] = `${value.date}T${value.time}`
    else if (value.kind === 'datetime' && date) {
      values[date.id] = value.date
      if (time) values[time.id] = value.time
    } else return null
  }
  return Object.keys(values).length ? values : null
}

/** What stays of a text without these words and without small ones. */
const rest = (low: string, words: string[]): string =>
  words
    .map(fold)
    .reduce((text, word) => text.replace(word, ' '), low)
    .replace(
      /\b(?:the|a|an|as|to|now|please|already|column|list|status|state)\b|[\s\p{P}\p{S}]|列|栏|状态|了|已经|ステータス|状態|相태|상태|칸/gu,
      '',
    )
