/** Puts a spec together: unique ids, fields from parts, what was asked for merged into what the family brings. */
import { toldForms } from '../../base/language/korean.ts'
import type { Aggregate, AppSpec, Behaviour, Collection, Field, PeriodUnit, Query, Value, View } from '../../spec.ts'
import type { Asked, Frame } from '../frame/types.ts'
import { LAST_DONE } from './guess.ts'
import { fieldFor, key, labelOfPart, partNamed, partOf } from './parts.ts'
import { saysLittle } from './wording.ts'
import { asLabel, bounded, t, type Words } from './words.ts'

export type Plan = {
  id: string
  label: Words
  one: Words
  icon?: string
  /** Part ids in order; `!` stays even when the person lists the fields; `id~label` is another label; the first names the record unless `title`. */
  fields: string
  title?: string
}

/** Names of functions and `today` in formulas, and what every object has. */
const RESERVED = new Set('if min max sum mean round abs floor ceil sqrt pow exp log log10 days months years minutes hours today'.split(' '))

/** Listed first, these still say only how a thing is, and not which: "yarn stash: colour, weight, brand". */
const ATTRIBUTE =
  /(?:colou?r|type|kind|size|brand|make|category|shape|material|place|location|room|reason|notes?|颜色|类型|种类|尺寸|品牌|分类|地点|色|種類|サイズ|ブランド|分類|場所|색|색상|종류|사이즈|크기|브랜드|분류|장소)$/i

/** What an entry can be called by. */
const NAMING = new Set<Field['kind']>(['text', 'person', 'place'])
/** What money went for. */
const SPENT_ON = /\bwhat\b|\bitem|\bfor\b|品|物|内容|內容|用途|啥|什么|什麼|咩|何|뭐|무엇|품목|물건|내용|용도/i
/** What is told of a record besides what it is called: who, where, how and why. */
const ASIDE =
  /^(?:who|whom|whose|where|why|how|by|from|to|if|whether|which day)\b|\b(?:by|from|to|with|in|for whom)$|colou?r$|(?:type|kind|size|brand|make|category|shape|material|reason|notes?|comments?|thoughts|status|method|mood|feeling|weather)$|颜色|顏色|类型|類型|种类|種類|尺寸|品牌|分类|分類|状态|狀態|状況|情况|情況|备注|備註|心得|感想|原因|理由|谁.|誰.|邊個.|负责|負責|担当|담당|哪位.|哪里|哪裡|邊度|放在|色$|サイズ|ブランド|メモ|気分|天気|どこ|どう|なぜ|だれが|색|색상|종류|사이즈|크기|브랜드|분류|비고|메모|이유|사유|기분|상태|날씨|느낌|누가|누구.|어디/i

/** A day that is still to come, and not that of the record. */
const LATER = /の日$|次|下|期|まで|予定|到|截止|返|还|還|纳|納|更新|续|保|开始|開始|结束|終了|生日|誕生/

/** Parts that can stand for each other: asking for one renames the other. */
const SAME: string[][] = [
  ['amount', 'price', 'fee'],
  ['amount', 'volume'],
  ['name', 'item', 'task', 'medicine', 'exercise', 'symptom', 'gift'],
  ['note', 'thoughts', 'text'],
  ['cookTime', 'duration', 'minutes', 'sleepHours', 'studyTime'],
  ['moment', 'date', 'time'],
  ['species', 'type'],
  ['expiry', 'due', 'end'],
  ['owner', 'person'],
  ['shop', 'brand'],
  ['grade', 'rating'],
  ['times', 'reps'],
  ['front', 'question'],
  ['back', 'answer'],
]

/** Kinds of which one answers for the other. */
export const ALIKE: readonly ReadonlySet<string>[] = [
  new Set(['date', 'datetime', 'time']),
  new Set(['duration']),
  new Set(['money']),
  new Set(['rating']),
  new Set(['person']),
]
export const sharesOption = (options: readonly { label: string }[], said: readonly string[]): boolean =>
  options.some(({ label }) => said.some((one) => key(one) === key(label)))

const LEFT = /\b(?:left|remaining|in stock|on hand)\b|剩|余量|库存|残|在庫|남은|재고/i
const TIME = /^(?:time|时间|時間|타임|시간)$/i

export class Build {
  readonly frame: Frame
  readonly collections: Collection[] = []
  readonly views: View[] = []
  readonly behaviours: Behaviour[] = []
  readonly assumed: string[] = []
  /** Labels of asked qualities that some rule has taken in. */
  readonly used = new Set<string>()
  /** The collection the request is mainly about: edits, bounds, views and groups go there. */
  main: Collection | undefined
  defaultName: Words | undefined
  icon = '📒'
  accent: AppSpec['look']['accent'] = 'sky'
  first: 'entry' | 'views' = 'entry'

  constructor(frame: Frame) {
    this.frame = frame
  }

  say(words: Words): string {
    return words[this.frame.language]
  }

  /** An id nobody has, built on `wish`. */
  id(wish: string, taken: readonly { id: string }[]): string {
    const bare =
      wish
        .replace(/[^a-zA-Z0-9]/g, '')
        .replace(/^[0-9]+/, '')
        .slice(0, 32) || 'x'
    let id = bare
    for (let n = 2; taken.some((one) => one.id === id) || id in Object.prototype || RESERVED.has(id); n++) id = `${bare}${n}`
    return id
  }

  field(spec: string, among: readonly Field[] = []): Field {
    const [name = '', label] = spec.split('~')
    const part = partOf(name.replace('!', ''))
    if (!part) throw new Error(`no part ${name}`)
    const { language, currency } = this.frame
    const made = fieldFor(this.id(part.id, among), part.kind, label ? this.say(t(label)) : labelOfPart(part, language), language, currency)
    return { ...made, concept: part.id }
  }

  /** Adds a collection. The main one also takes in what the person asked for. */
  add(plan: Plan, role: 'main' | 'side' = 'side'): Collection {
    const specs = plan.fields.match(/[a-zA-Z0-9]+!?(?:~[^;]+;)?/g) ?? []
    const fields: Field[] = []
    const essential = new Set<string>()
    for (const spec of specs) {
      const field = this.field(spec.replace(/;$/, ''), fields)
      fields.push(field)
      if (/^[a-zA-Z0-9]+!/.test(spec)) essential.add(field.id)
    }
    const title = plan.title ?? fields[0]!.id
    const collection: Collection = {
      id: this.id(plan.id, this.collections),
      label: this.say(plan.label),
      one: this.say(plan.one),
      ...(plan.icon ? { icon: plan.icon } : {}),
      fields,
      title,
      seeds: [],
      concept: plan.id,
    }
    this.collections.push(collection)
    if (role === 'main') {
      this.main = collection
      this.takeAsked(collection, essential)
    }
    this.drop(collection)
    return collection
  }

  private takeAsked(collection: Collection, essential: Set<string>): void {
    const asked = this.frame.asked.filter((one) => !this.used.has(one.label))
    const merged = new Set<string>()
    for (const one of asked) {
      const found = this.matching(collection, one, merged)
      if (found) {
        merged.add(found.id)
        // 多少度 asks for the temperature, 몇 시간 for how long: no names of it.
        const asks = one.question && saysLittle(one.label, this.frame.language)
        const bare = asks || (one.label.length <= 2 && one.kind.startsWith('qty:') && one.part === undefined)
        this.replace(collection, this.shaped({ ...found, label: bare ? found.label : asLabel(one.label) }, one))
      } else merged.add(this.addAsked(collection, one).id)
      this.used.add(one.label)
    }
    this.titleFrom(collection, asked, merged)
    this.titleAsked(collection, asked, merged)
    if (asked.length >= 2) {
      const kept = (field: Field) => merged.has(field.id) || essential.has(field.id) || field.id === collection.title
      collection.fields = collection.fields.filter(kept)
    }
  }

  /** "customer, address, fee": what the person lists first names the record, and no name is asked for beside it. */
  private titleFrom(collection: Collection, asked: readonly Asked[], merged: ReadonlySet<string>): void {
    const first = asked.filter((one) => one.options === undefined).toSorted((a, b) => a.start - b.start)[0]
    const title = collection.fields.find((field) => field.id === collection.title)
    if (
      !first ||
      ATTRIBUTE.test(first.label) ||
      asked.length < 3 ||
      !this.isListed(first) ||
      title?.kind !== 'text' ||
      merged.has(title.id)
    )
      return
    const field = collection.fields.find((one) => one.label === asLabel(first.label) && merged.has(one.id))
    if (!field || !['text', 'person', 'place'].includes(field.kind)) return
    collection.title = field.id
    const named = { ...field, ...(title.required ? { required: true } : {}) }
    collection.fields = [named, ...collection.fields.filter((one) => one !== field && one !== title)]
  }

  /**
   * Whoever tells which qualities a record has will tell those and no name besides: the first of them that can be what it
   * is called is its name, where ours would be made up. Who did it, where and why are none.
   */
  private titleAsked(collection: Collection, asked: readonly Asked[], merged: ReadonlySet<string>): void {
    const title = collection.fields.find((field) => field.id === collection.title)
    const spent = collection.concept === 'expenses'
    if (asked.length < 2 || title?.kind !== 'text' || merged.has(title.id) || title.concept !== (spent ? 'item' : 'name')) return
    // What contacts, tasks and the like are called is known, and asked for by nobody.
    if (!spent && collection.concept !== 'items') return
    const field = asked
      .filter(({ options }) => options === undefined)
      .toSorted((a, b) => a.start - b.start)
      .map(({ label }) => collection.fields.find((one) => one.label === asLabel(label) && merged.has(one.id)))
      .find((one) => one && NAMING.has(one.kind) && (!spent || SPENT_ON.test(one.label)) && !ASIDE.test(one.label))
    if (!field) return
    collection.title = field.id
    const named = { ...field, ...(title.required ? { required: true } : {}) }
    collection.fields = [named, ...collection.fields.filter((one) => one !== field && one !== title)]
  }

  /** It opens a list: after a colon or a dash, or as a sentence that is nothing else. */
  private isListed(one: Asked): boolean {
    const { phrases } = this.frame
    const at = phrases.findIndex((phrase) => phrase.start === one.start)
    const phrase = phrases[at]
    if (!phrase || phrase.bracketed) return false
    // The request is nothing but the list: 巣箱ごとに内検日、….
    if (at === 0 && phrases[1]?.after === 'mark') return true
    return (
      phrase.after === 'colon' ||
      (phrase.after === 'start' &&
        phrase.sentence > 0 &&
        (phrases[at + 1]?.after === 'comma' || (phrases[at + 1]?.after === 'mark' && ['ja', 'ko'].includes(this.frame.language))))
    )
  }

  matching(collection: Collection, one: Asked, not: ReadonlySet<string> = new Set()): Field | undefined {
    const free = collection.fields.filter((field) => !not.has(field.id))
    const word = key(one.label)
    const part = one.part?.id
    return (
      free.find((field) => key(field.label) === word && (one.kind !== 'yesno' || field.kind === 'yesno')) ??
      free.find((field) => part !== undefined && field.concept === part) ??
      // 요리 이름, 만드는 순서: the last word of the label is what is there already.
      (/[가-힣] [가-힣]+$/.test(one.label)
        ? free.find((field) => one.label.endsWith(` ${field.label}`) && (sameKind(field, one.kind) || one.kind === 'text+'))
        : undefined) ??
      // 먹었는지 is the tick that the app has already.
      (one.kind === 'yesno' && toldForms(one.label).length && !/ /.test(one.label)
        ? free.find((field) => field.kind === 'yesno' && field.concept === 'done')
        : undefined) ??
      // How many bottles are left is the quantity of a stock, and the day it was last watered that day.
      (/^(?:num|int)/.test(one.kind) && LEFT.test(one.label) ? free.find((field) => field.concept === 'quantity') : undefined) ??
      // “time” of a run is how long it took.
      (one.kind === 'duration' && TIME.test(one.label) ? free.find((field) => field.concept === 'duration') : undefined) ??
      (/^date/.test(one.kind) && LAST_DONE.test(one.label) ? free.find((field) => field.concept === 'lastWatered') : undefined) ??
      // 多少度 asks for the temperature that is there: a bare unit is no quality of its own.
      (one.label.length <= 3 && one.kind.startsWith('qty:')
        ? free.find((field) => field.kind === 'quantity' && field.unit === one.kind.slice(4))
        : undefined) ??
      // 新人姓名: whose name it is, where the record has one.
      (part === undefined && /(?:姓名|名字|名称|氏名|の名前)$/.test(one.label)
        ? free.find((field) => field.concept === 'name' && field.kind === 'text')
        : undefined) ??
      // 礼金: the only sum that is asked for is that of the record.
      (one.kind === 'money' &&
      part === undefined &&
      this.isOnly(one, 'money') &&
      free.filter((field) => field.kind === 'money').length === 1
        ? free.find((field) => field.kind === 'money')
        : undefined) ??
      // 内検日: where one day is noted, it is that of the record.
      (one.kind === 'date' &&
      part === undefined &&
      !LATER.test(one.label) &&
      this.frame.asked.filter((each) => /^date/.test(each.kind)).length === 1
        ? free.find(
            (field) => field.kind === 'date' && field.concept === 'date' && (this.frame.language === 'zh' || this.frame.language === 'ja'),
          )
        : undefined) ??
      this.answers(free, one) ??
      // 是母乳还是奶粉: of the choice that has one of them.
      (one.options ? free.find((field) => field.kind === 'choice' && sharesOption(field.options, one.options!)) : undefined) ??
      free.find(
        (field) =>
          part !== undefined && SAME.some((set) => set.includes(part) && set.includes(field.concept ?? '')) && sameKind(field, one.kind),
      )
    )
  }

  /** 几点喂的 of a feed, 몇 시간 of a study: the one that asks so is the one that the app has of that kind. */
  private answers(free: readonly Field[], one: Asked): Field | undefined {
    const kind = one.kind.split(/[:=+]/)[0]!
    const alike = ALIKE.find((kinds) => kinds.has(kind))
    if (!one.question || !alike) return undefined
    const others = this.frame.asked.filter((each) => each !== one && alike.has(each.kind.split(/[:=+]/)[0]!))
    // An hour alone is no day, and the day of the entry none that lies ahead.
    const fields = free.filter(
      (field) =>
        alike.has(field.kind) &&
        !(kind === 'time' && field.kind === 'date') &&
        (!/^date/.test(field.kind) || field.concept === 'date' || field.concept === 'moment'),
    )
    return others.length || fields.length !== 1 ? undefined : fields[0]
  }

  private isOnly(one: Asked, kind: string): boolean {
    const { language, asked } = this.frame
    return (language === 'zh' || language === 'ja') && asked.filter((each) => each.kind === kind || each === one).length === 1
  }

  /** The field with the options, scale and unit that were said. */
  shaped(field: Field, one: Asked): Field {
    const { id, label, concept } = field
    const base = { id, label, ...(concept ? { concept } : {}) }
    if (one.options?.length) return { ...base, kind: 'choice', options: this.options(one.options) }
    if (one.unit) return { ...base, kind: 'quantity', unit: one.unit }
    if (one.given !== undefined && (field.kind === 'money' || field.kind === 'number')) return { ...field, default: one.given }
    if (field.kind === 'rating' && one.scale) return ratingOf(base, one.scale)
    return field
  }

  options(labels: readonly string[]) {
    const made: { id: string; label: string }[] = []
    for (const label of labels.slice(0, 60)) {
      const part = label.toLowerCase().replace(/[^a-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase())
      made.push({ id: this.id(part && /^[a-z]/.test(part) ? part : `o${made.length + 1}`, made), label: asLabel(label) })
    }
    return made
  }

  addAsked(collection: Collection, one: Asked): Field {
    const { language, currency } = this.frame
    const slug = one.label.toLowerCase().replace(/[^a-z0-9]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase())
    const wish = one.part?.id ?? (/^[a-z][a-zA-Z0-9]{1,30}$/.test(slug) ? slug : (one.kind.split(/[:=+]/)[0] ?? 'field'))
    let made = fieldFor(this.id(wish, collection.fields), one.kind, asLabel(one.label), language, currency)
    if (made.kind === 'date' && collection.fields.some((field) => field.kind === 'date' && field.default === 'today'))
      made = { id: made.id, label: made.label, kind: 'date' }
    const field = this.shaped({ ...made, ...(one.part ? { concept: one.part.id } : {}) }, one)
    const note = collection.fields.findIndex((each) => each.kind === 'note' && each.id !== collection.title)
    if (collection.fields.length < 38) collection.fields.splice(note < 0 ? collection.fields.length : note, 0, field)
    return field
  }

  replace(collection: Collection, field: Field): void {
    collection.fields = collection.fields.map((one) => (one.id === field.id ? field : one))
  }

  /** "no note field" */
  private drop(collection: Collection): void {
    for (const word of this.frame.dropped) {
      const part = partNamed(word)
      const low = key(word)
      const gone = (field: Field) =>
        field.id !== collection.title &&
        (key(field.label) === low ||
          (part !== undefined && field.concept === part.id) ||
          (part?.kind === 'note' && field.kind === 'note' && /note|备注|メモ|메모/i.test(word)))
      if (collection.fields.filter((field) => !gone(field)).length > 0)
        collection.fields = collection.fields.filter((field) => !gone(field))
    }
  }

  /** The first field of one of the kinds, those named first. */
  find(collection: Collection, ...kinds: Field['kind'][]): Field | undefined {
    for (const kind of kinds) {
      const found = collection.fields.find((field) => field.kind === kind && !field.hidden)
      if (found) return found
    }
    return undefined
  }
  by(collection: Collection, concept: string): Field | undefined {
    return collection.fields.find((field) => field.concept === concept)
  }
  dateOf(collection: Collection): Field | undefined {
    return this.find(collection, 'date', 'datetime')
  }

  relation(collection: Collection, id: string, label: Words, to: Collection, many = false): Field {
    const field: Field = {
      id: this.id(id, collection.fields),
      label: this.say(label),
      kind: 'relation',
      to: to.id,
      ...(many ? { many } : {}),
    }
    const title = collection.fields.findIndex((one) => one.id === collection.title)
    collection.fields.splice(title + 1, 0, field)
    return field
  }

  seed(collection: Collection, rows: Record<string, Value>[]): void {
    collection.seeds.push(...rows.slice(0, 200 - collection.seeds.length))
  }

  // ---- Views ------------------------------------------------------------------------------------------------

  list(
    collection: Collection,
    more: {
      check?: string
      group?: string
      by?: 'day' | 'week' | 'month' | 'year'
      label?: Words
      filter?: NonNullable<Extract<View, { kind: 'list' }>['filter']>
    } = {},
  ): View {
    const date = this.dateOf(collection)
    const logged = date && 'default' in date && date.default !== undefined
    const group = more.group ? { field: more.group, ...(more.by ? { by: more.by } : {}) } : undefined
    const view: View = {
      id: this.id(`${collection.id}List`, this.views),
      label: more.label ? this.say(more.label) : collection.label,
      kind: 'list',
      collection: collection.id,
      ...(more.check ? { check: more.check } : {}),
      ...(group ? { group } : {}),
      ...(more.filter ? { filter: more.filter } : {}),
      ...(date ? { sort: { field: date.id, descending: Boolean(logged) } } : {}),
    }
    this.views.push(view)
    return view
  }

  put(view: Omit<View, 'id'> & { id?: string }): View {
    const made = { ...view, id: this.id(view.id ?? view.kind, this.views) } as View
    if (this.views.length < 16) this.views.push(made)
    return made
  }

  chart(
    collection: Collection,
    chart: 'line' | 'bar' | 'pie',
    fn: Aggregate0,
    field: Field | undefined,
    group: Field,
    by?: 'day' | 'week' | 'month' | 'year',
    label?: Words,
  ): void {
    const measure = field ? { fn, field: field.id } : { fn: 'count' as const }
    this.put({
      id: `${collection.id}Chart`,
      kind: 'chart',
      chart,
      label: label ? this.say(label) : chartLabel(this, field, by, group),
      query: {
        collection: collection.id,
        filter: [],
        measure,
        group: { field: group.id, ...(by ? { by } : {}) },
        ...(by ? { order: { by: 'group', descending: false } } : {}),
      },
    } as Omit<View, 'id'>)
  }

  tiles(tiles: { label: Words | string; query: Query }[], label: Words = t('Summary / 汇总 / まとめ / 요약')): void {
    if (tiles.length === 0) return
    this.put({
      id: 'summary',
      kind: 'summary',
      label: this.say(label),
      tiles: tiles
        .slice(0, 8)
        .map((tile) => ({ label: bounded(typeof tile.label === 'string' ? tile.label : this.say(tile.label), 40), query: tile.query })),
    } as Omit<View, 'id'>)
  }

  tool(behaviour: Behaviour): void {
    this.put({ id: `${behaviour.id}Panel`, kind: 'tool', label: behaviour.label, behaviour: behaviour.id } as Omit<View, 'id'>)
  }

  does<B extends Behaviour>(behaviour: Omit<B, 'id' | 'label'> & { kind: B['kind']; label?: Words | string }): B {
    const label =
      behaviour.label === undefined
        ? this.say(BEHAVIOUR_LABELS[behaviour.kind])
        : typeof behaviour.label === 'string'
          ? behaviour.label
          : this.say(behaviour.label)
    const made = {
      ...behaviour,
      id: this.id(behaviour.kind, [...this.behaviours, ...this.views]),
      label: bounded(label, 80),
    } as unknown as B
    this.behaviours.push(made)
    return made
  }
}

type Aggregate0 = (typeof Aggregate.options)[number]

const sameKind = (field: Field, kind: string): boolean => {
  const head = kind.split(/[:=+]/)[0]
  const family = (k: string | undefined) =>
    k === 'int' || k === 'num' || k === 'percent' || k === 'year' || k === 'qty' || k === 'quantity' || k === 'number'
      ? 'number'
      : k === 'mood'
        ? 'rating'
        : k
  return family(head) === family(field.kind) || (head === 'time' && field.kind === 'datetime')
}

export function ratingOf(base: { id: string; label: string; concept?: string }, [low, high]: [number, number]): Field {
  if (low === 1 && high >= 2 && high <= 10) return { ...base, kind: 'rating', max: high }
  return { ...base, kind: 'number', min: low, max: high, integer: true }
}

function chartLabel(b: Build, field: Field | undefined, by: string | undefined, group: Field): string {
  const what = field?.label ?? b.say(t('Count / 次数 / 回数 / 횟수'))
  const over: Record<string, Words> = {
    day: t('by day / 每日 / 日ごと / 일별'),
    week: t('by week / 每周 / 週ごと / 주별'),
    month: t('by month / 每月 / 月ごと / 월별'),
    year: t('by year / 每年 / 年ごと / 연도별'),
  }
  const { language } = b.frame
  const how = by
    ? b.say(over[by]!)
    : { en: `by ${group.label.toLowerCase()}`, zh: `按${group.label}`, ja: `${group.label}別`, ko: `${group.label}별` }[language]
  return bounded(
    language === 'zh' ? `${how}${what}` : language === 'ja' ? `${how}の${what}` : language === 'ko' ? `${how} ${what}` : `${what} ${how}`,
    60,
  )
}

export const PERIOD_LABELS: Record<PeriodUnit, Words> = {
  day: t('a day / 每天 / 1日 / 하루'),
  week: t('a week / 每周 / 1週間 / 일주일'),
  month: t('a month / 每月 / 1か月 / 한 달'),
  year: t('a year / 每年 / 1年 / 일 년'),
}

export const BEHAVIOUR_LABELS: Record<Behaviour['kind'], Words> = {
  limit: t('Limit / 上限 / 上限 / 한도'),
  goal: t('Goal / 目标 / 目標 / 목표'),
  streak: t('Streak / 连续天数 / 連続日数 / 연속 기록'),
  reminder: t('Reminder / 提醒 / リマインダー / 알림'),
  recurrence: t('Repeats / 重复 / くり返し / 반복'),
  repetition: t('Review / 复习 / 復習 / 복습'),
  quiz: t('Quiz / 测验 / クイズ / 퀴즈'),
  timer: t('Timer / 计时器 / タイマー / 타이머'),
  routine: t('Run through / 开始流程 / 順番に進む / 순서대로 하기'),
  split: t('Who owes whom / 谁欠谁 / 精算 / 정산'),
  pick: t('Pick one / 抽一个 / ひとつ選ぶ / 하나 뽑기'),
  countdown: t('Countdown / 倒计时 / カウントダウン / 디데이'),
  score: t('Scoreboard / 记分板 / スコアボード / 점수판'),
  decision: t('Ranking / 排名 / ランキング / 순위'),
  calculator: t('Calculator / 计算器 / 計算機 / 계산기'),
  converter: t('Converter / 换算器 / 換算 / 변환기'),
  stock: t('Running low / 快用完 / 残りわずか / 부족 알림'),
  shopping: t('Make the shopping list / 生成购物清单 / 買い物リストを作る / 장보기 목록 만들기'),
  progress: t('Progress / 进度 / 進み具合 / 진행률'),
  ask: t('Ask a model / 询问模型 / モデルに質問 / 모델에게 묻기'),
}
