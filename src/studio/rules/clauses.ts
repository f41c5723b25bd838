/**
 * Chinese and Japanese phrases narrowed to the noun phrases in them: what joins them to the list, for whom it is, and
 * the verb that wishes for it go; enumerations of what something can be become one choice. Pure; linear in the phrases.
 */
import { foldHan } from '../../base/language/han.ts'
import type { Reading } from '../../base/language/types.ts'
import type { Language } from '../../spec.ts'
import { nounsAsked } from './asking.ts'
import { cleaned } from './clean.ts'
import { isQuality } from './guess.ts'
import { partNamed } from './parts.ts'
import { questionIn } from './questions.ts'
import type { Phrase } from './split.ts'
import { withoutTelling } from './telling.ts'

/** A list of what one thing can be, and what that thing is called; '' where nothing says it. */
export type Choice = { label: string; options: string[]; start: number; people?: boolean }
export type Clauses = {
  phrases: Phrase[]
  setting: string
  choices: Choice[]
  things: { label: string; start: number }[]
  /** Something was told before the wish. */
  told: boolean
  /** What was told or taken up whole: its figures bound nothing. */
  gone: { start: number; end: number }[]
}

export function clausesOf(reading: Reading, phrases: readonly Phrase[]): Clauses {
  const { language } = reading
  if (language !== 'zh' && language !== 'ja') return { phrases: [...phrases], setting: '', choices: [], things: [], gone: [], told: false }
  const told = withoutTelling(phrases, language)
  const parted = language === 'ja' ? doneBy(told.phrases) : told.phrases
  const narrow = parted.flatMap((phrase, at) => (language === 'zh' ? narrowedZh(phrase, at) : narrowedJa(phrase, at)))
  const listed = enumerated(narrow, language, reading.text)
  const named = thingsIn(listed.phrases, reading)
  const left = { ...listed, phrases: named.phrases }
  const gone = phrases.filter(({ start, end }) => !left.phrases.some((one) => one.start < end && one.end > start))
  return { setting: told.setting, gone, told: told.told, ...left, things: [...named.things, ...left.things] }
}

/** 皿洗いをパパとママとりんで順番に: what is done stands before the first who does it. */
const BY_TURNS_JA = /で(?:の)?(?:交代|順番|持ち回り|回[すし]|割り勘|分担|折半|分け)/
function doneBy(phrases: readonly Phrase[]): Phrase[] {
  const last = phrases.findIndex((one) => BY_TURNS_JA.test(one.text))
  const names = last < 0 ? [] : phrases[last]!.text.slice(0, phrases[last]!.text.search(BY_TURNS_JA)).split('と')
  // 妹とゆうたで順番に: they are people, and taken as such.
  const onlyNames = last > 0 && names.every((one) => NAME_JA.test(one))
  return phrases.flatMap((phrase, at) => {
    if (onlyNames && at === last) return []
    const by = at < last && phrases[at + 1]?.after !== 'start' ? phrase.text.indexOf('を') : -1
    return by > 0 && by < phrase.text.length - 1 ? [cut(phrase, 0, by), cut(phrase, by + 1, undefined, { after: 'mark' })] : [phrase]
  })
}

/** `phrase` from `from` to `to` of its own text. */
function cut(phrase: Phrase, from: number, to = phrase.text.length, more: Partial<Phrase> = {}): Phrase {
  const text = phrase.text.slice(from, to)
  const plain = text.trim()
  const start = phrase.start + from + text.indexOf(plain)
  return { ...phrase, text: plain, start, end: start + plain.length, ...more }
}
const without = (phrase: Phrase, lead: RegExp, more: Partial<Phrase> = {}): Phrase => {
  const found = lead.exec(phrase.text)?.[0] ?? ''
  return found && found.length < phrase.text.length ? cut(phrase, found.length, undefined, more) : phrase
}

/** More is asked for: a sentence of its own goes on with the list. */
const ALSO = {
  zh: /^(?:另外|还有|此外|再就是|顺便|顺带)(?:也|再|还)?(?:想|要|把|记|写|加)*(?:一下)?(?![有没])/,
  ja: /^(?:あと|それと|それから|また|さらに|加えて|ついでに|できれば|あとは)(?:、|は|も)?(?=.)/,
}
const also = (phrase: Phrase, at: number, language: 'zh' | 'ja'): Phrase =>
  at === 0 || (language === 'zh' && phrase.after !== 'start')
    ? phrase
    : without(phrase, ALSO[language], phrase.after === 'start' ? { after: 'comma' } : {})

/** 给我妈记血压, 帮孩子安排…: for whom it is kept. */
const FOR_ZH =
  /^(?:请|想|要|我想|我要)?(?:给|帮|替|为)(?:我们?家?(?=[妈爸老外爷奶儿女孩哥姐弟妹]))?(?:妈妈?|爸爸?|爸妈|父母|老[人妈爸婆公]|爷爷|奶奶|外[公婆]|姥[姥爷]|孩子们?|小孩|娃儿?|[她他它你]们?|宝宝|宝贝|女儿|儿子|[哥姐弟妹]{1,2}|家人|家里|全家|自己|学生们?|狗狗?|猫咪?|同事们?|大家)(?:一起)?(?=[记做弄建列排整规准管安制搞])/
/** 每箱, 每首谁主唱: said of each of them, and no part of the name. */
const EACH_ZH = /^每[个位本只条单箱首章门件项场家部间台套张份集道堂节人匹棵盆瓶杯组辆笔单款种](?=.{2,})(?!.{0,1}多少)/
const REPEATED_ZH = /^(?:想|要)?(?:([写记填标])\1|[写记填标]一下|[写记填标]上)(?=.{2,})/
/** 歌单里有《海阔天空》《晴天》: titles with nothing between them. */
const TITLES = /^(.{0,14}?)(?:里面?|上|中|には?|は)?(?:有|是|包括|:)?((?:[《「『][^《》「」『』]{1,30}[》」』][、,和と]?){2,})/
function titled(phrase: Phrase): Phrase[] | null {
  const found = TITLES.exec(phrase.text)
  if (!found) return null
  const from = found[0].length - found[2]!.length
  const titles = [...found[2]!.matchAll(/[《「『]([^《》「」『』]{1,30})[》」』]/g)]
  const head = found[1] ? [cut(phrase, 0, found[1].length)] : []
  return [
    ...head,
    ...titles.map((one, at) => {
      const start = from + one.index + 1
      return cut(phrase, start, start + one[1]!.length, { after: at ? 'mark' : 'colon', head: found[1] || phrase.head || '', titled: true })
    }),
  ]
}

/** 高压低压心率, 日期地点金额: names of qualities with nothing between them. */
const SECOND = /^(?:名称?|时间|日期|金额|价格|数量|地点|费用|类型|状态|编号|内容|記録|日|時間|金額|名|数)$/
function partsIn(text: string, language: 'zh' | 'ja'): number[] | null {
  if (text.length < 4 || text.length > 20 || partNamed(text) || !/^[\p{Script=Han}\p{Script=Katakana}ー]+$/u.test(text)) return null
  const ends: number[] = []
  for (let at = 0; at < text.length; ) {
    const length = [6, 5, 4, 3, 2].find((many) => at + many <= text.length && isPartOf(text.slice(at, at + many), language))
    if (!length) return null
    at += length
    ends.push(at)
  }
  const second = text.slice(ends[0], ends[1])
  return ends.length >= 3 || (ends.length === 2 && !SECOND.test(second)) ? ends : null
}
const isPartOf = (word: string, language: 'zh' | 'ja'): boolean =>
  partNamed(word)?.words[language].some((one) => foldHan(one) === foldHan(word)) ?? false
function runTogether(phrase: Phrase, language: 'zh' | 'ja'): Phrase[] {
  const ends = partsIn(phrase.text, language)
  return ends
    ? ends.map((end, at) =>
        cut(phrase, at ? ends[at - 1]! : 0, end, at ? { after: phrase.head === undefined ? 'mark' : phrase.after } : {}),
      )
    : [phrase]
}

/** 算出净赚: it is worked out. */
const WORKED_ZH = /^(?:自动|最后)?(?:算出?来?|算一?下|计算|得出|统计出?)(?=净|毛|利|盈|赚|总|结余|合计)/
/** 每家公司记岗位: of each of them. */
const EACH_NOTES_ZH = /^每[\u4e00-\u9fff]{1,4}?(?:都)?(?:要|得)?(?:记录?|写|填)(?:一下|上|清楚)?(?=.)/
function narrowedZh(phrase: Phrase, at: number): Phrase[] {
  const titles = titled(phrase)
  if (titles) return titles
  const more = also(phrase, at, 'zh')
  const one = without(without(more, FOR_ZH), REPEATED_ZH)
  return at === 0 ? [one] : runTogether(without(without(without(one, WORKED_ZH), EACH_NOTES_ZH), EACH_ZH), 'zh')
}

/** 記録したい, を管理したいです, がほしい, ごとに残せれば十分: what is left of the wish after the list. */
const WISH_JA =
  /(?:(?:を|が|も|は|に|で|と|とか|など|ごとに|別に|について|まで|だけ)*(?:一緒に|ちゃんと|全部|簡単に|毎日|毎回|一覧で|まとめて)*)(?:(?:記録|管理|メモ|入力|登録|保存|整理|把握|集計|計算|確認|比較|チェック|リスト化|見える化|可視化)(?:を)?(?:し|でき)|つけ|付け|書い|書き|残し|残せ|まとめ|書け|見|知り|わか|分か|入れ|並べ|控え|載せ|ほし|欲し|作|あれ|お願い|おねがい)(?:たい|て(?:ほしい|欲しい|ください|くれ|おきたい|いきたい)|れば|ければ|られれば|るように(?:したい|して.*)|れるように(?:したい|して.*)|い|り(?:たい)?|ってほしい|ってください|りたい|れば(?:十分|いい|OK|うれしい|嬉しい)|お願い|ば(?:十分|いい))?(?:(?:十分|いい|OK|嬉しい|うれしい|助かる|助かります))?(?:です|と思って(?:い)?ます|と思います|んですが|んだけど|のですが|です?ね)?$/u
const JOINS_JA = /^(?:を|が|も|は|に|で|と|など|とか|ごとに|別に|の(?=それぞれ))+/
/** 巣箱ごとに内検日: whose it is, and what is noted of it. */
const EACH_JA = /^([\p{Script=Han}\p{Script=Katakana}ー]{1,8})(?:ごと|毎)(?:に|の)(?=.{2,})/u
const PERIODS = /^(?:日|週|月|年|朝|晩|回|一日|時間)$/
function narrowedJa(phrase: Phrase, at: number): Phrase[] {
  const titles = titled(phrase)
  if (titles) return titles
  const more = also(phrase, at, 'ja')
  const wish = at ? WISH_JA.exec(more.text) : null
  const bare = JOINS_JA.exec(more.text)?.[0] ?? ''
  if (at && (bare === more.text || wish?.index === 0)) return []
  const said = bare && at ? cut(more, bare.length) : more
  const each = EACH_JA.exec(said.text)
  if (!each || PERIODS.test(each[1]!)) return runTogether(said, 'ja')
  return [cut(said, 0, each[1]!.length), cut(said, each[0].length, undefined, { after: 'mark' })]
}

/** 阳台种了番茄, 育てているのはミニトマト: what the first of them is done with. */
const DONE_WITH =
  /^.{0,6}?(?:种|養|养|买|囤|收藏|订|看|学|报|备考|复习|准备)(?:了|着|过|的有|的是)(?=.)|^(?:要背|要复习|要做|目前有|现在有)(?=.)|^.{0,14}?(?:ている|てる|た|の)のは(?=.)/
/** 降压药早上一片: a thing and how much of it, when. */
const DOSED =
  /^(.{2,8}?)(?:每天|はそれぞれ|は|を)?(?:早上|早晨|早中晚|中午|下午|晚上|早|晚|睡前|饭前|饭后|餐前|餐后|三餐后?|朝|昼|夜|晩|寝る前|食後|食前)+(?:に|各)?(?:[一二两三四半\d.]+)(?:片|粒|颗|包|支|袋|勺|滴|毫升|ml|錠|カプセル)$/
/** Said of lists that are chosen from or sorted into: they are no records. */
const CHOSEN = /分类|分類|分开|分け|分为|分成|投票|选|選|抽|候補|候选|どれ|比べ|比較|比较|打分/
/** Ticked off, or noted with qualities of its own: then what is listed are the things, and no qualities of one. */
const TICKS = /打[勾钩卡]|勾选|勾掉|チェック(?!リスト)/
function thingsIn(all: Phrase[], reading: Reading): { phrases: Phrase[]; things: Clauses['things'] } {
  const { text } = reading
  const dosed = all.filter((one) => DOSED.test(one.text))
  const heads = new Set(dosed.map((one) => one.head))
  const outside = (one: Phrase): Phrase => (one.head !== undefined && heads.has(one.head) ? withoutHead(one) : one)
  if (dosed.length >= 2)
    return {
      phrases: opened(all.filter((one) => !dosed.includes(one)).map(outside)),
      things: dosed.map(({ text: said, start }) => ({ label: DOSED.exec(said)![1]!, start })),
    }
  if (CHOSEN.test(text)) return { phrases: all, things: [] }
  const qualities = new Set(all.filter((one) => tellsQuality(one.text, reading.language)))
  const names = new Set(all.filter((one) => isName(one.text) && !qualities.has(one)))
  for (let from = 0; from < all.length - 2; from++) {
    const run = namesFrom(all, from, text, { names, qualities })
    if (run.length < 3) continue
    const starts = new Set(run.map(({ start }) => start))
    const ends = new Set(run.map(({ end }) => end))
    const kept = all.some((one, at) => at > 0 && !starts.has(one.start) && qualities.has(one))
    if (!kept && !TICKS.test(text)) continue
    return {
      phrases: opened(all.filter((one) => !starts.has(one.start) && !ends.has(one.end))),
      things: run.map(({ text: label, start }) => ({ label, start })),
    }
  }
  return { phrases: all, things: [] }
}
const withoutHead = ({ head: _, ...one }: Phrase): Phrase => ({ ...one, after: 'comma' })
const opened = (phrases: Phrase[]): Phrase[] => phrases.map((one, at) => (at === 0 ? { ...one, after: 'start' as const } : one))

/** Found once for all: a list may be a thousand names long. */
type Sorted = { names: ReadonlySet<Phrase>; qualities: ReadonlySet<Phrase> }

/** The names from here on that one mark parts, none of them a quality; the first without what is done with it. */
function namesFrom(all: readonly Phrase[], from: number, text: string, { names, qualities }: Sorted): Phrase[] {
  const first = all[from]!
  if (first.head !== undefined || first.bracketed || first.titled) return []
  const lead = DONE_WITH.exec(first.text)?.[0] ?? ''
  const run = [lead ? cut(first, lead.length) : first]
  const mark = markBetween(text, first, all[from + 1])
  if (!/^[、・,]$/.test(mark)) return []
  for (let at = from + 1; at < all.length && markBetween(text, all[at - 1]!, all[at]) === mark && names.has(all[at]!); at++)
    run.push(all[at]!)
  // At the very beginning a list is one only where it is a sentence of its own.
  const next = all[from + run.length]
  // 大学名、学部、受験料: a quality in the same list makes all of them qualities.
  if (next && markBetween(text, run.at(-1)!, next) === mark && qualities.has(next)) return []
  const alone = next?.after === 'start'
  return isName(run[0]!.text) && (from > 0 || lead || mark === '・' || alone) ? run : []
}
const markBetween = (text: string, one: Phrase, next: Phrase | undefined): string => (next ? text.slice(one.end, next.start).trim() : '')

export const tellsQuality = (said: string, language: Language): boolean => {
  const word = cleaned(said, language)
  return partNamed(word) !== undefined || isQuality(word) || questionIn(said, language) !== null || nounsAsked(said, language) !== null
}

/** 白班、小夜、大夜、休息四种: how many kinds of it there are. */
const KINDS_ZH = /(?:这|一共|总共|共)?(?:[两三四五六七八九十\d]+|几)(?:种(?:班|情况|状态|类型)?|类|档|级|个?等级|种)$/
/** 文獻回顧、研究方法、結論四章: so many of the things themselves. */
const THINGS_ZH = /(?:这|一共|总共|共)?(?:[两三四五六七八九十\d]+)(?:章节?|步|关|个?部分|个?阶段|个?階段|门课?|門|站|个?环节|集|单元)$/
const FIRST_ZH = /^(?:我们?)?(?:一般|主要)?(?:上(?=..)|分(?:为|成|别是)?|有|包括|就)(?=.)/
/** A run of short names, parted by list marks, that ends in `end`. */
function enumerated(all: Phrase[], language: 'zh' | 'ja', text: string): Omit<Clauses, 'setting' | 'gone' | 'told'> {
  const choices: Choice[] = []
  const things: Clauses['things'] = []
  const left: Phrase[] = []
  for (let from = 0; from < all.length; ) {
    if (all[from]!.titled) {
      things.push({ label: all[from]!.text, start: all[from]!.start })
      from++
      continue
    }
    const to = runEnd(all, from, language)
    const run = all.slice(from, to)
    const found = to - from >= 2 ? (language === 'zh' ? choiceZh(run) : choiceJa(run, text)) : null
    if (found?.choice) choices.push(found.choice)
    for (const one of found?.things ?? []) things.push(one)
    const kept = found ? (found.head ?? []) : run
    left.push(...kept)
    from = Math.max(to, from + 1)
  }
  const opened = left.map((one, at) => (at === 0 ? { ...one, after: 'start' as const } : one))
  return { phrases: opened, choices, things }
}

function runEnd(all: readonly Phrase[], from: number, language: 'zh' | 'ja'): number {
  let to = from + 1
  while (to < all.length && (all[to]!.after === 'mark' || all[to]!.after === 'and') && all[to]!.head === all[from]!.head) to++
  // Without a colon the run begins with the phrase before the first mark.
  return all[from]!.head === undefined || language === 'zh' ? to : from + 1
}

type Run = { choice?: Choice; things?: Clauses['things']; head?: Phrase[] }
const isName = (word: string) =>
  word.length >= 1 &&
  word.length <= 8 &&
  !partNamed(word) &&
  !isQuality(word) &&
  !/[うくすつぬむるいただ](?:か|い|。)?$|[了吗呢的]$/.test(word.replace(/[なじ]す$|[^ぁ-ん][い]$/, ''))

function choiceZh(run: readonly Phrase[]): Run | null {
  const first = run[0]!
  const last = run.at(-1)!
  const said = foldHan(last.text)
  const kinds = KINDS_ZH.exec(said)
  const parts = THINGS_ZH.exec(said)
  const apart = APART_ZH.exec(said)
  const words = run.map((one) => one.text)
  // 分水电、泥木、油漆: said to be parted so.
  const parted = /^分(?:为|成|别是)?(?![钟享手数时别])/.test(words[0]!) && run.length >= 3 && words.slice(1).every(isName)
  const end = kinds ?? parts ?? apart ?? (parted ? /$/.exec(said) : null)
  if (!end) return null
  words[0] = words[0]!.replace(FIRST_ZH, '')
  words[words.length - 1] = words.at(-1)!.slice(0, words.at(-1)!.length - end[0].length)
  const names = words.map((one) => one.trim()).filter(Boolean)
  if (names.length < 2 || names.some((one) => one.length > 8)) return null
  if (parts) return { things: names.map((label, at) => ({ label, start: run[at]!.start })) }
  if (apart && !names.every((one) => PEOPLE.test(one))) return null
  return { choice: { label: '', options: names, start: first.start, ...(apart ? { people: true } : {}) } }
}
const APART_ZH = /(?:分开|各自|分别|单独)(?:来)?(?:记录?|算|统计|写)?$/
const PEOPLE =
  /^(?:(?:大|小|二|三)?[哥姐弟妹]{1,2}|老[大二三]|[爸妈爷奶]{1,2}|外[公婆]|我|老公|老婆|(?:大|小)宝|二宝|[男女]孩|儿子|女儿|[\u4e00-\u9fff]{2,3})$/

/** 日勤・準夜・深夜・公休のシフト表: kinds of what stands after の, which the sheet is of. */
const SHEET_JA =
  /^([^の]{1,8})の([\p{Script=Han}\p{Script=Katakana}ー]{1,8}?)(?:表|帳|リスト|管理|記録|一覧|ログ|アプリ|カレンダー|ボード)(?:を|が|で|に|$)/u
const TWINS_JA = /双子|ふたご|三つ子|兄弟|姉妹|きょうだい|二人の子|ふたりの子/
function choiceJa(run: readonly Phrase[], text: string): Run | null {
  const at = run.findIndex((one) => SHEET_JA.test(one.text))
  const last = run[at]
  const sheet = last && SHEET_JA.exec(last.text)
  const before = run.slice(0, Math.max(0, at)).map((one) => one.text)
  const listed = run.slice(1, at + 1).every((one) => one.after === 'mark')
  if (sheet && before.length >= 1 && before.every(isName) && isName(sheet[1]!) && listed)
    return {
      choice: { label: sheet[2]!, options: [...before, sheet[1]!], start: run[0]!.start },
      head: [cut(last, sheet[1]!.length + 1, undefined, { after: run[0]!.after }), ...run.slice(at + 1)],
    }
  // ゆいとりお、何時に: of the twins' run only those joined by と are names.
  const joined = run.findIndex((one, at) => at > 0 && one.after !== 'and')
  const names = run.slice(0, joined < 0 ? undefined : joined)
  if (names.length >= 2 && names.length <= 4 && TWINS_JA.test(text) && names.every((one) => NAME_JA.test(one.text) && isName(one.text)))
    return {
      choice: { label: '', options: names.map((one) => one.text), start: names[0]!.start, people: true },
      head: run.slice(names.length),
    }
  return null
}
const NAME_JA = /^(?:[\p{Script=Hiragana}ー]{2,5}|[\p{Script=Katakana}ー]{2,6}|[\p{Script=Han}]{1,3}|[兄弟姉妹])(?:ちゃん|くん|さん)?$/u
