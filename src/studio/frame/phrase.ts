/** A phrase after the first: a quality, a thing, or no noun at all. */

import { foldHan } from '../../base/language/han.ts'
import type { Reading } from '../../base/language/types.ts'
import { findUnit } from '../../base/language/units.ts'
import type { Language } from '../../spec.ts'
import { type Noun, nounsAsked } from '../rules/asking.ts'
import { cleaned, thingIn } from '../rules/clean.ts'
import { labelOfPart, partNamed, partOf } from '../rules/parts.ts'
import { type Question, questionIn } from '../rules/questions.ts'
import type { Phrase } from '../rules/split.ts'
import { bounded } from '../rules/words.ts'
import { tidy, valuesIn, withoutLastValues, withoutValues } from './bare.ts'
import { IS_LEFT } from './bounds.ts'
import { askedFor, conceptFor } from './kinds.ts'
import type { Asked, Frame, Item } from './types.ts'
import { APPS_BESIDE, BEHAVIOUR_ONLY, COMPANIONS, LIST_NAMED, MANNER_ONLY, MUST_BE_SHORT, VIEW_ONLY } from './words.ts'

export function takePhrase(phrase: Phrase, text: string, frame: Frame, inHead: boolean): void {
  const { language } = frame
  // “totals” alone may be a quality; where words are not parted by spaces, none of these is.
  if ((language !== 'en' || text.includes(' ')) && VIEW_ONLY.test(text) && VIEW_ONLY.test(cleaned(text, language, false))) return
  const values = valuesIn(phrase, frame)
  if (
    takesTick(phrase, frame) ||
    takesRate(values, phrase, frame) ||
    takesStars(phrase, frame) ||
    takesRated(phrase, frame) ||
    takesDay(values, phrase, frame) ||
    isUseOfStock(phrase, frame)
  )
    return
  if (inBrackets(phrase, frame) && scaled(values, phrase, frame)) return
  const colon = phrase.head !== undefined
  const bare = colon ? withoutLastValues(phrase, frame) : withoutValues(phrase, frame)
  if (!colon && isTalk(phrase, bare, frame)) return
  const nouns = partNamed(bare) ? null : nounsAsked(language === 'zh' && ASKING_ZH.test(phrase.text) ? phrase.text : bare, language)
  if (nouns) {
    takeNouns(nouns, phrase, frame)
    return
  }
  const question = partNamed(bare) ? null : questionIn(language === 'zh' ? bare.replace(/^的/, '') : bare, language)
  const last = phrase === frame.phrases.at(-1)
  // 想看/在看/看完: each of the values keeps its verb.
  const slashed = (language === 'zh' || language === 'ja') && SLASHED.test(bare) ? bare : ''
  const label = bounded(
    slashed ||
      (question?.label ?? questionLabel(withOwnEnd(tidy(cleaned(bare, language), language), phrase, language), language)) ||
      (colon ? thingIn(bare, language, last) : ''),
    60,
  )
  if (language === 'en' && !colon && isFragment(label, values)) return
  const amount = amountOf(values)
  const isBound = frame.bounds.some(
    (bound) => bound.start >= phrase.start && bound.start < phrase.end && (bound.explicit || bound.op !== 'about'),
  )
  // 도배 바닥 욕실별로 얼마 썼는지: a whole question is no name of a quality.
  if (language === 'ko' && label.split(' ').length >= 4 && /(?:^|\s)(?:얼마나?|누가|뭐|뭘|언제|어디)\s.*지$/.test(label)) return
  if (language === 'en' && MANNER_ONLY.test(label) && !partNamed(label)) return
  if (label === '' || /^[\p{P}\p{S}\d\s]+$/u.test(label)) return
  if (isBound && (!colon || inBrackets(phrase, frame))) return
  const listed = colon || phrase.after === 'with'
  // What stands in a list after a colon keeps its verb: "make bed" is a task, "recording" a stage.
  const thing = colon && !question ? bounded(thingIn(bare, language, last), 60) || label : label
  const item: Item = {
    label: thing,
    ...(thing === label ? {} : { asked: label }),
    start: phrase.start,
    listed,
    ...(phrase.head !== undefined ? { head: phrase.head } : {}),
    ...(phrase.bracketed ? { bracketed: true } : {}),
    ...amount,
  }
  if (label.length > MUST_BE_SHORT[language] || (phrase.after === 'start' && !colon)) {
    // A sentence of its own: only a short noun phrase is something asked for.
    if (phrase.after !== 'start' || !looksListed(phrase, frame) || label.length > MUST_BE_SHORT[language]) {
      if (colon) frame.items.push({ ...item, label: bounded(cleaned(bare, language, false), 80) })
      return
    }
  }
  if (!colon && isBehaviourOnly(label, text)) return
  if (phrase.after === 'with' && COMPANIONS.test(label)) return
  if ((!colon || (phrase.after === 'colon' && LIST_NAMED.test(label))) && namesAnApp(label, phrase, frame)) return
  if (
    !colon &&
    frame.people.some((person) => label === person || label.replace(/^(?:with|と|和|跟)/, '') === person || label.startsWith(`${person} `))
  )
    return
  frame.items.push(item)
  const unknown = inHead && !partNamed(label) && !conceptFor(label, frame)
  if (unknown && language === 'en') return
  if (item.minutes !== undefined && !partNamed(label)) return
  const pairs = measuredPairs(bare, phrase.start, frame)
  if (pairs.length) {
    frame.items.pop()
    frame.asked.push(...pairs)
    return
  }
  const asked = choiceOf(label, phrase.start) ?? askedFor(label, phrase.start, frame)
  if (asked.kind === 'choice' && asked.label === label && inBrackets(phrase, frame)) {
    // "temper (calm/nervous/angry)": what is in brackets is what the noun before them can be.
    const before = frame.asked.at(-1)
    if (before && before.options === undefined && endsAt(before, phrase, frame)) {
      frame.asked.pop()
      Object.assign(asked, { label: before.label, start: before.start }, before.part && { part: before.part })
      frame.items = frame.items.filter((one) => one !== item && one.start !== before.start)
    }
  }
  // 몇 km, 何キロ: a bare word of asking names nothing; the unit says what is measured.
  const measured =
    /^(?:몇|얼마|何|几|多少)$/.test(asked.label) && asked.kind.startsWith('qty:') ? MEASURED.get(asked.kind.slice(4)) : undefined
  const named = measured ? partOf(measured) : undefined
  if (named) Object.assign(asked, { label: labelOfPart(named, language), part: named })
  const counted = COUNTED.test(bare) && asked.kind === 'text+'
  if (counted) Object.assign(asked, { kind: 'num' })
  const range = values.find(({ read }) => read.kind === 'range')?.read
  if (range?.kind === 'range' && range.low <= 1 && range.high <= 10 && range.high >= 3 && /^(?:text|num|int|rating)/.test(asked.kind))
    Object.assign(asked, { kind: 'rating', scale: [range.low, range.high], part: undefined })
  // "client, amount, paid?": the mark asks whether.
  if (frame.reading.text[phrase.end] === '?' && phrase.after !== 'start') Object.assign(asked, { kind: 'yesno', part: undefined })
  // 去年出した in a list: whether it was done.
  if (language === 'ja' && phrase.head !== undefined && asked.kind === 'text+' && DID_JA.test(label))
    Object.assign(asked, { kind: 'yesno', part: undefined })
  // 什么时候过期: the day of expiry, however it is asked for.
  const expires = (question?.kind ?? asked.kind) === 'date' && /过期|到期/.test(foldHan(asked.label)) ? { part: partOf('expiry') } : {}
  frame.asked.push({
    ...asked,
    ...(question ? plain(question) : {}),
    ...expires,
    ...(unknown && asked.kind === 'text+' ? { joined: true } : {}),
  })
}

const DID_JA = /^[^をがはにでの]{2,8}(?:した|った|んだ|えた|けた|いた)$/
/** 下一步是哪天: here no figure is one. */
const ASKING_ZH = /[几谁哪]|什么|多少|啥/
const SLASHED = /^[^\s/]{1,6}(?:\/[^\s/]{1,6}){1,7}$/

/** 谁送了多少礼金: each noun that the question asks for. */
function takeNouns(nouns: readonly Noun[], phrase: Phrase, frame: Frame): void {
  const { text } = frame.reading
  for (const { label, kind, unit } of nouns) {
    const known = askedFor(label, phrase.start, frame)
    // 送的人: who it was, where the app keeps one.
    const asked = kind === 'person' && /人$|^[谁誰]$|相手$/.test(label) ? { ...known, kind, part: partOf('person') } : known
    frame.items.push({
      label,
      start: phrase.start,
      listed: phrase.head !== undefined || phrase.after === 'with',
      ...(phrase.head !== undefined ? { head: phrase.head } : {}),
    })
    const made = !text.includes(label) && { question: true }
    frame.asked.push({ ...asked, ...(kind && kind !== 'person' ? plain({ label, kind }) : {}), ...(unit ? { unit } : {}), ...made })
  }
}

/** What happened, or a figure with a verb around it, is told and not asked for: 宝宝发烧了, 上一节销一节, 毎朝使う. */
const TOLD: Partial<Record<Language, RegExp>> = {
  zh: /了$|^(?:医生|大夫|老师|老板|领导|我妈|妈妈|儿子|女儿)(?:叫|让|要|说|嘱咐)|^(?:早上|早晨|中午|下午|晚上|每天|一天).{0,3}[一两二三\d]次(?:[,，]?(?:中午|下午|晚上).{0,3}[一两二三\d]次)*$|^(?:我是|我们是|我在|因为|所以|其实|慢慢|经常|总是|老是|容易)/,
  ja: /^(?:使|や|見|つけ|続け|頑張|がんば)(?:う|る|り)$|(?:ので|から|けど|んだけど|みたい|がち)$/,
  ko: /(?:거든|는데|니까|어서|아서|해서|려고|더라고)요?$|[은는]? ?(?:날|것|거)?도? ?(?:보이|나오|알아보)게(?:끔)?$/,
}
/**
 * What is wanted, why, or how it shall look: a clause of the wish and no name of anything. "need £2,400" tells a figure;
 * "need by" is a day.
 */
const FRAGMENT =
  /^(?:and |but |so |also |then )*(?:(?:i|we) (?:want|need|would|'d|wanna|hope|like|love|wish|plan|must|have to|can|can't|don't|just|keep|always|never)\b|(?:i|we)'(?:d|m|re|ve|ll)\b|(?:want|wanna|hoping|trying|would (?:like|love)|need|needs|like) to\b|(?:to )?(?:see|know|check|find out|work out|figure out|tell) (?:how|if|whether|where|who|when|me|at a glance)\b|how far (?:along|off|to go)|so (?:that|i|we)\b|because\b|since (?:i|we)\b|in case\b|let (?:me|us)\b|let's\b|help (?:me|us)\b|as (?:i|we)\b|which (?:is|would|are)\b|(?:that|it|there|this)(?:'s| is| would| will| should)\b|nothing (?:fancy|else|more)|something (?:simple|easy|quick)|an? (?:big |simple )?buttons? (?:for|to)\b|buttons? (?:for|to)\b|one tap|at a glance|in one place|please\b|thanks?\b|for free\b|without (?:any )?(?:fuss|ads)|me (?:and|too)\b)/i
const TELLS_FIGURE = /^(?:and |but )?(?:(?:i|we) )?(?:need|needs|needing|costs?|costing|worth|about|around|roughly|aiming for|got|have)\b/i
/** "from 3 May": the day is taken, and what led to it names nothing. */
const LEADS_DATE = /^(?:from|since|until|till|by|on|in|at|(?:starting|beginning|ending)(?: (?:on|from|in))?)$/i
const isFragment = (text: string, values: Reading['values']): boolean =>
  (values.length > 0 && LEADS_DATE.test(text)) ||
  (FRAGMENT.test(text) && !partNamed(text)) ||
  (values.length > 0 && TELLS_FIGURE.test(text) && text.split(' ').length <= 8)

/** Only 管一管, 記す: the wish itself. */
const WISH = /^(?:想|要)?(?:(.)一?\1|记一下|管理一下|控制一下|看一下)$|^(?:顺便|顺带)?(?:看看|看一?下?|知道|了解)(?=.*(?:最|多少|还剩|剩))/u
function isTalk(phrase: Phrase, bare: string, frame: Frame): boolean {
  const { language } = frame
  const said = phrase.text.trim()
  if (partNamed(cleaned(bare, language))) return false
  if (language === 'zh' && WISH.test(said)) return true
  if (TOLD[language]?.test(said) && !questionIn(said, language) && !/[什几哪谁多]|有没|是否|吗/.test(said)) return true
  const values = valuesIn(phrase, frame)
  // "36 in all", "one a visit": a number that something was said of.
  return language !== 'en' && values.length > 1 && bare.replace(/\s/g, '').length <= 3
}

/** ★5段階, 5星, "5 stars", 별점 5점 만점: a rating of so many steps. */
const STARS =
  /^(?:[★☆⭐]+|星|별점?|stars?)\s?(?:は|で|:)?\s?(?:1\s?(?:[-~〜]|到|から|에서|to)\s?)?(\d{1,2}|[三四五六七八九十])\s?(?:段階|つ|颗|个|개|점)?(?:まで|評価|评分|打分|\s?만점)?$|^(?:1\s?[-~〜]\s?)?(\d{1,2}|[三四五六七八九十])[- ]?(?:段階|つ星|stars?|颗星|星|点満点|분제|점 ?만점|分满分)\s?(?:rating|で?評価|评分|打分|评价|평가)?$/i
/** 打包好打勾, 読み終えたらチェック: a tick, called by what was done. */
const TICKED =
  /^(.{1,10}?)(?:了|之后|后)?(?:就|再)?打个?[勾钩]$|^(.{1,12}?[たいだ])ら?(?:ら|後|あと)?(?:に)?チェック(?:する|したい|つけ.{0,4}|入れ.{0,4}|を(?:入れ|つけ).{0,4})?$/u
function takesTick(phrase: Phrase, frame: Frame): boolean {
  const found = phrase.after === 'start' ? null : TICKED.exec(phrase.text.trim())
  const said = found?.[1] ?? found?.[2]
  // 想每天打勾: only the tick itself.
  const label = said && /^(?:想|要|我想)?(?:每[天日次]|毎日)?$/.test(said) ? labelOfPart(partNamed('done')!, frame.language) : said
  if (!label || frame.asked.some((one) => one.kind === 'yesno')) return false
  const part = partNamed('done')
  frame.asked.push({ label, kind: 'yesno', ...(part ? { part } : {}), start: phrase.start })
  return true
}

/** 时薪45, 時給1150円で給料計算: what an hour or a piece costs is told once, and stands in every entry. */
const RATED = /(时薪|時薪|時給|日薪|日給|单价|單價|単価|시급|일당)(?:は|是|为|:|=)?\s?$/
function takesRate(values: Reading['values'], phrase: Phrase, frame: Frame): boolean {
  const said = values.find(({ read }) => read.kind === 'money' || read.kind === 'number')
  const label = said && RATED.exec(frame.reading.text.slice(Math.max(0, said.start - 8), said.start))?.[1]
  if (!label || phrase.after === 'start' || (said.read.kind !== 'money' && said.read.kind !== 'number')) return false
  const given = said.read.kind === 'money' ? said.read.amount : said.read.value
  const part = partNamed(label)
  frame.asked.push({ label, kind: 'money', ...(part ? { part } : {}), given, start: phrase.start })
  return true
}

const HAN_FIGURES = '〇一二三四五六七八九十'
/** 体の調子5段階: what is rated, and in how many steps. */
const RATED_OF =
  /^([^\d★☆]{1,10}?)(?:は|を|で|:)?\s?(\d{1,2}|[三四五六七八九十])\s?(?:段階|点満点|つ星|分制|分满分|颗星)(?:評価|で?(?:評価|打分|评分))?$/
function takesRated(phrase: Phrase, frame: Frame): boolean {
  const said = phrase.text.trim()
  const [, what, high = ''] = (phrase.after !== 'start' && !STARS.test(said) && RATED_OF.exec(said)) || []
  const steps = HAN_FIGURES.includes(high) ? HAN_FIGURES.indexOf(high) : Number(high)
  if (!what || !(steps >= 3 && steps <= 10)) return false
  frame.asked.push({ label: cleaned(what, frame.language), kind: 'rating', scale: [1, steps], start: phrase.start })
  return true
}

function takesStars(phrase: Phrase, frame: Frame): boolean {
  const found = STARS.exec(phrase.text.trim())
  const said = found?.[1] ?? found?.[2] ?? ''
  const high = HAN_FIGURES.includes(said) && said ? HAN_FIGURES.indexOf(said) : Number(said)
  if (!(high >= 3 && high <= 10) || phrase.after === 'start') return false
  const part = partNamed('rating')!
  const before = frame.asked.at(-1)
  // 集中度(5段階): of what stands before the bracket.
  if (before && inBrackets(phrase, frame) && !before.options && !before.unit) {
    Object.assign(before, { kind: 'rating', scale: [1, high], part: before.part?.kind.startsWith('rating') ? before.part : undefined })
    return true
  }
  const rated = frame.asked.find((one) => one.kind.startsWith('rating') && one.options === undefined && one.scale === undefined)
  if (rated?.part?.id === 'rating') Object.assign(rated, { scale: [1, high] })
  else frame.asked.push({ label: labelOfPart(part, frame.language), kind: 'rating', part, scale: [1, high], start: phrase.start })
  return true
}

/** 試験は2027年10月17日, "the exam is on 3 June": the day itself is told, and what is left until then is wanted. */
const AWAITED =
  /(?:試験|考试|考試|本番|大会|比赛|试合|試合|発表|发表|発表会|演奏会|コンサート|式|结婚|婚礼|出发|出発|交房|入住|搬家|引っ越し|引越し|締め?切り?|截止|ddl|deadline|exam|test|race|wedding|due date|concert|recital|competition|match|launch|big day|시험|대회|결혼식|마감|발표|경기|공연|이사|출발)(?:の日|日|day| date)?$/i
function takesDay(values: Reading['values'], phrase: Phrase, frame: Frame): boolean {
  const [only] = values
  if (values.length !== 1 || only?.read.kind !== 'date' || only.read.date <= frame.now.date || phrase.after === 'start') return false
  const name = withoutValues(phrase, frame)
    .replace(/^(?:the |my |our |and )+/i, '')
    .replace(/(?:\s(?:is|takes place|will be))?(?:\s(?:on|by))?$|(?:は|が|是|在|定在|은|는|이|가)\s?(?:に|です|에|이에요|이야)?$/i, '')
    .trim()
  if (!AWAITED.test(name)) return false
  frame.behaviours.add('countdown')
  return true
}

/** 还剩多少次, 每次用一次: what a card of so many visits is for, and no quality of a visit. */
const USES = /^(?:每次|毎回|每用|1回ごと|一回ごと|갈 때마다|쓸 때마다|each|every|per)/i
function isUseOfStock(phrase: Phrase, frame: Frame): boolean {
  if (!frame.bounds.some((bound) => bound.stock)) return false
  const said = foldHan(phrase.text.toLowerCase())
  return IS_LEFT.test(said) || (USES.test(said) && /[一1]|하나|한 번|one|once/.test(said))
}

/** 意向高中低: the steps of a scale stand right after its name. */
const STEPS =
  /^(.{1,8}?)(?:分|は|:)?(高中低|低中高|大中小|小中大|上中下|好中差|优中差|强中弱|弱中强|強中弱|弱中強|松竹梅|상중하|대중소|강중약)$/u

/** "status listed/sold": what it can be stands beside it. */
function choiceOf(said: string, start: number): Asked | undefined {
  const label = said.replace(/ \/ /g, '/')
  if (/^(?:상중하|대중소|강중약|고중저)$/.test(label)) return { label, kind: 'choice', options: [...label], start }
  const steps = STEPS.exec(label)
  if (steps) return { label: steps[1]!, kind: 'choice', options: [...steps[2]!], start }
  // "paid by me or Steve": the name of the quality stands before what it can be.
  const by = /^([a-z]{3,10} (?:by|with|in|from|for|to)) (.+ or .+)$/i.exec(label)
  const named = by && eitherOf(by[2]!)
  if (named) return { label: by[1]!, kind: 'choice', options: named, start }
  const either = eitherOf(label)
  if (either) return { label: either.join('/'), kind: 'choice', options: either, start }
  const whether = /^([가-힣]{1,6})인지(?:\s|,|아니면)+([가-힣]{1,6})인지$/.exec(label)
  if (whether) return { label: `${whether[1]}/${whether[2]}`, kind: 'choice', options: [whether[1]!, whether[2]!], start }
  // "early/middle/late shift": the noun after them is what they are kinds of.
  const kinds = /^([a-z-]{2,14}(?:\/[a-z-]{2,14})+) ([a-z]{3,14})$/i.exec(label)
  if (kinds) return { label: kinds[2]!, kind: 'choice', options: kinds[1]!.split('/'), start }
  const slashes =
    /^(?:(.{2,24}?)[ :]\(?)?((?:[\p{L}-]{2,14}|\p{Script=Han}|\p{Script=Hangul})(?:\/(?:[\p{L}-]{2,14}|\p{Script=Han}|\p{Script=Hangul}))+)\)?$/u.exec(
      label,
    )
  if (!slashes || /^(?:and\/or|y\/n|n\/a|yes\/no)$/i.test(slashes[2]!)) return undefined
  return { label: slashes[1] ?? slashes[2]!, kind: 'choice', options: slashes[2]!.split('/'), start }
}

/** "left or right or bottle", "by card or cash", 朝または夜. */
function eitherOf(label: string): string[] | undefined {
  const said = label.replace(/^(?:by|whether|either|if)(?: it(?:'s| was| is))? /i, '')
  const parts = said.split(/ (?:or|또는) |(?<=^\p{L}{1,6})(?:或者?|かまたは|または)(?=\p{L}{1,6}$)/u)
  return parts.length >= 2 &&
    parts.length <= 6 &&
    parts.every((one) => /^[\p{L}-]{1,14}(?: [\p{L}-]{2,12})?$/u.test(one) && !/^(?:not|so|more|less)$/i.test(one))
    ? parts
    : undefined
}

const MEASURED = new Map([
  ['km', 'distance'],
  ['kg', 'weight'],
  ['c', 'temperature'],
  ['ml', 'volume'],
])
/** "number of frames", "how many laps", 몇 그램: a number, whatever is counted. */
const COUNTED = /^(?:the )?(?:number|count|amount) of |^how many |(?:的)?(?:数量|个数|次数)$|の(?:数|回数)$|(?:갯수|개수|횟수|수량)$/i

const inBrackets = (phrase: Phrase, frame: Frame): boolean => /[(（]\s*$/.test(frame.reading.text.slice(0, phrase.start))
/** "how vivid (1-5)", "(by March 1)": a scale for what stands before, or a day, and no thing of its own. */
function scaled(values: Reading['values'], phrase: Phrase, frame: Frame): boolean {
  const [only] = values
  if (values.length !== 1 || !only || only.end - only.start < phrase.end - phrase.start - 4) return false
  const before = frame.asked.at(-1)
  if (only.read.kind === 'range' && before && before.options === undefined && only.read.low <= 1 && only.read.high <= 10)
    Object.assign(before, { kind: 'rating', scale: [only.read.low, only.read.high], part: undefined })
  return only.read.kind === 'range' || only.read.kind === 'date'
}
const endsAt = (asked: Asked, phrase: Phrase, frame: Frame): boolean => {
  const before = frame.phrases[frame.phrases.indexOf(phrase) - 1]
  return before !== undefined && before.start === asked.start
}

/** "flour grams water grams", 물 ml 가루 g: names with their units one after the other, with nothing between. */
function measuredPairs(bare: string, start: number, frame: Frame): Asked[] {
  const words = bare.split(/\s+/)
  if (words.length < 4 || words.length > 12 || frame.language === 'zh' || frame.language === 'ja') return []
  const found: Asked[] = []
  let name: string[] = []
  for (const word of words) {
    const unit = name.length ? findUnit(word, frame.language) : undefined
    if (!unit || unit.dimension === 'time') {
      name.push(word)
      continue
    }
    found.push({ label: name.join(' '), kind: `qty:${unit.id}`, unit: unit.id, start })
    name = []
  }
  return found.length >= 2 && !name.length ? found : []
}

/** A question's answer decides the kind; a quality of ours that is of that kind stays itself. */
function plain({ label, kind }: Question): Partial<Asked> {
  const part = partNamed(label)
  return part && part.kind.split(/[:=]/)[0] === kind ? {} : { kind, part: undefined }
}

const looksListed = (phrase: Phrase, frame: Frame) => {
  const after = frame.phrases[frame.phrases.indexOf(phrase) + 1]
  return (
    after !== undefined &&
    after.sentence === phrase.sentence &&
    (after.after === 'mark' || after.after === 'comma' || after.after === 'and')
  )
}

/** "with a shopping list": a part of the app with a rule of its own, not a quality. */
function namesAnApp(label: string, phrase: Phrase, frame: Frame): boolean {
  if (partNamed(label) || frame.cues.some((cue) => cue.family === 'habit')) return false
  const low = foldHan(label.toLowerCase())
  return frame.cues.some(
    (cue) =>
      cue.start >= phrase.start &&
      cue.end <= phrase.end &&
      cue.weight > 0.8 &&
      (cue.end - cue.start >= low.length * 0.5 || (frame.language !== 'en' && cue.end === phrase.end && cue.family === 'split')) &&
      (phrase.after !== 'mark' || frame.language === 'ja') &&
      APPS_BESIDE.has(cue.family),
  )
}

function isBehaviourOnly(label: string, text: string): boolean {
  if (partNamed(label)) return false
  if (/^(?:when i|what i|how i|where i|who i|whether|when|if it|if i)\b/i.test(label))
    return /^(?:when|if) .*(?:remind|warn|tell|about to|over|low)/i.test(text)
  return BEHAVIOUR_ONLY.test(label) || MANNER_ONLY.test(label)
}

/** "follow up by", "frozen on", "what we talked about": the preposition is the name's own unless a value stood after it. */
function withOwnEnd(label: string, phrase: Phrase, language: Language): string {
  const end = language === 'en' ? /\w (on|by|about|for|from|at|with)[.!?]*$/i.exec(phrase.text)?.[1] : undefined
  return end && label && phrase.after !== 'start' && !label.toLowerCase().endsWith(` ${end.toLowerCase()}`) ? `${label} ${end}` : label
}

/** "how much the kids liked it" keeps its words, "what I paid" is "Paid". */
function questionLabel(label: string, language: Language): string {
  if (language === 'en') {
    return label
      .replace(/^(?:the )?(?:day|date) (?:i|we) (\w+)(?: it| them)?$/i, 'day $1')
      .replace(/^what (?:i|we) (paid|spent|spend|pay)(?: for it| on it)?$/i, '$1')
      .replace(/^how much (?:i|we) (paid|spent)(?: for it| on it)?$/i, '$1')
      .replace(/^how much money (?:i|we) (?:have )?(saved|spent|earned|made|lost)\b.*$/i, 'money $1')
      .replace(/^how many (\w+).*$/i, '$1')
      .replace(/^who (?:works?|does|is (?:on|working|doing))(?: (?:what|when|it|which))*$/i, 'who')
      .replace(/^number of /i, '')
  }
  if (language === 'zh') return label.replace(/^(?:花了|用了)?多少钱$/, '金额').replace(/^多少([^钱]{1,6})$/, '$1')
  return label
}

function amountOf(values: Reading['values']): Pick<Item, 'minutes' | 'amount' | 'number'> {
  for (const { read } of values) {
    const of = read.kind === 'bound' ? read.of : read
    if (of.kind === 'duration') return { minutes: of.minutes }
    if (of.kind === 'money') return { amount: of.amount }
    if (of.kind === 'number' || of.kind === 'count' || of.kind === 'quantity') return { number: of.value }
  }
  return {}
}
