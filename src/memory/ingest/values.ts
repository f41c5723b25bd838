/**
 * Words that fill a slot, read as what the slot holds: a place without what trails it, a day as 'MM-DD' or a whole date,
 * a length in centimetres. Null where they are no such thing ("here", "it", a job that nobody has).
 */
import { conceptOf, mentions } from '../../base/concepts/index.ts'
import { read } from '../../base/language/read.ts'
import type { Found, Now } from '../../base/language/types.ts'
import type { Language } from '../../spec.ts'
import { CONDITIONS, DIETS, JOBS, PETS, TIMES, VEHICLES } from './lexicon/kinds.ts'
import type { ValueKind } from './lexicon/nouns.ts'
import type { PredicateRow } from './lexicon/predicates.ts'
import { anyOf, type Columns } from './lexicon/table.ts'
import { bareName, relationOf } from './people.ts'
import { foldValue } from './same.ts'

/** `read` keeps what the readers of values said of a text of this clause: they are the dear part. */
export type Frame = { language: Language; now: Now; read: Map<string, Found[]> }
const CURRENCY = { en: 'USD', zh: 'CNY', ja: 'JPY', ko: 'KRW' } as const

export function valuesIn(text: string, { language, now, read: known }: Frame): Found[] {
  const before = known.get(text)
  if (before) return before
  const { values } = read(text, { now, language, currency: CURRENCY[language] })
  known.set(text, values)
  return values
}

/** Values of a slot; several where they were listed ("tea, coffee and milk"). */
export function valuesOf(kind: ValueKind, raw: string, frame: Frame, many: boolean): string[] {
  const reader = READERS[kind]
  const parts = many && kind === 'thing' ? listed(raw, frame.language) : [raw]
  return parts.flatMap((part) => reader(part.trim(), frame) ?? [])
}

type ValueReader = (raw: string, frame: Frame) => string | null

const TRAIL_EN =
  /\s*(?:[,;()—]|\s-\s|(?<![\p{L}'])(?:since|near|because|so|but|these days|right now|now|at the moment|currently|though|although|when|while|which|who|where|if|and (?:i|we|my|she|he|it|they|please|have|has|am|is|work|love|like)|please|as well|too|anymore|any more|again|lol|btw|by the way|a lot|very much|so much|so far|these|more than anything|more than ever|the most|every (?:day|morning|night|evening|week)|last|next|this|tomorrow|yesterday|today|tonight|(?:an?|one|two|three|four|five|six|ten|\d+|some|many|a few|a couple of) (?:days?|weeks?|months?|years?) ago|(?:in|on|at|by|back in) (?:(?:early|late|mid) )?(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|spring|summer|autumn|winter|(?:19|20)\d\d)|ago|until|for (?:about |over |almost |nearly )?(?:\d+|a|two|three|four|five|six|seven|eight|nine|ten|many|some|the last|several|a few) |with (?:my|his|her|our)|to be honest|tbh|actually|after all|at all|instead|already|except|especially)(?![\p{L}'])).*$/iu
const WITH_EN = /\s(?:with|during|as|in order|from)\s.*$/iu
const TRAIL_CJK = /[,，、;；(（].*$/u

function clean(raw: string, { language }: Frame): string {
  if (language === 'en')
    return raw
      .replace(TRAIL_EN, '')
      .replace(/^(?:a|an|the|some|any|my|our) (?:lot of |bit of )?/i, '')
      .replace(/[\s.!]+$/, '')
      .trim()
  const text = raw.replace(TRAIL_CJK, '').trim()
  if (language === 'ja')
    return text
      .replace(/^(?:[一二三\d]+[匹人台個つ]の)/u, '')
      .replace(/[をが]?[一二三\d]+[匹人台]$/u, '')
      .replace(/(?:とか|など|なんか|くらい|ぐらい)$/u, '')
      .trim()
  if (language === 'ko')
    return unparticled(text.replace(/ (?:한|두|세|네|\d+) ?(?:마리|명|대|개)$/u, '').replace(/(?: 같은 거| 같은 것|이나| 등)$/u, '')).trim()
  return text.replace(/^(?:一只|一条|一个|一位|一名|一种|一辆|一台|个|只|一|了)(?=\p{Script=Han})/u, '').trim()
}

/** A Korean noun without the particle that patterns left on it; what the ontology knows with it, keeps it. */
function unparticled(text: string): string {
  const match = /^(.{2,})(은|는|이|가|을|를|으)$/u.exec(text)
  if (!match) return text
  const [, stem, particle] = match
  const final = (stem!.charCodeAt(stem!.length - 1) - 0xac00) % 28 > 0
  if (particle === '으') return stem!
  const fits = final === ['은', '이', '을'].includes(particle!)
  if (!fits || (stem!.length < 3 && particle === '이')) return text
  return knows(text, 'ko') ? text : stem!
}

const knows = (text: string, language: Language) => {
  const reading = read(text, { now: { date: '2000-01-01', time: '00:00', weekStart: 1 }, language, currency: 'USD' })
  return mentions(reading).some((mention) => mention.start === 0 && mention.end === text.length && conceptOf(mention.concept.id))
}

/** Words for what is at hand: nothing that can be kept. */
const POINTING: Record<Language, RegExp> = {
  en: /^(?:it|that|this|them|these|those|you|him|her|us|me|one|here|there|how|when|what|where|why|who|whether|your?|if|to (?:be|do|go|know|see|say|have|get|make)|fun|fear|peace|something|anything|nothing|everything|everyone|people|someone|(?:the )?(?:way|idea|app|button|design|layout|color scheme|list|sound|look|weather|view|result|change|first|second|last|new|other|same|one)(?![\p{L}])|\p{L}+ ones?(?: better| more)?$|so|not|more|very|done|fine|ok|okay|good|sure|sorry|ready|back|home|late|tired|busy)(?![\p{L}'])|(?<![\p{L}])(?:this|that|your|you|it|app|version)(?![\p{L}])/iu,
  zh: /^(?:这|那|它|你|您|他|她|什么|哪|谁|自己|东西|事|这里|那里|家里|外面|的|了|上面|下面|上次|不|没|人$|一个人|一点|得|和|好的?|真的)|^(?:你|您)|应用|按钮|界面|这个|那个|功能$/u,
  ja: /^(?:これ|それ|あれ|ここ|そこ|あそこ|どこ|何|誰|あなた|君|こと|もの|の|方|ほう|人|一人|今|この|その|あの|こちら|そちら|よく|気|自分|うち|みんな|全部|ひとり)$|^(?:この|その|あの|これ|それ|あなた)|アプリ|ボタン|こと$|(?<!も)の$|ところ$/u,
  ko: /^(?:그거|이거|저거|그것|이것|저것|여기|거기|저기|너|당신|그|이|저|뭐|것|거|수|걸|혼자|집|지금|오늘|일|생각|시간|약속|문제|질문|데|줄|관심|필요)$|^(?:이|그|저) |^(?:그게|이게|저게|그런|이런)|앱|버튼|(?:^| )(?:것|거|게|수)$/u,
}
const fits = (value: string, language: Language, longest: number) => {
  const words = language === 'en' ? value.split(' ').length : value.replace(/\s/g, '').length / 3
  return (
    value.length > 0 &&
    value.length <= 80 &&
    words <= longest &&
    !POINTING[language].test(value) &&
    /[\p{L}\p{N}]/u.test(value) &&
    !/[{}<>\\]|https?:/.test(value)
  )
}

const thing: ValueReader = (raw, frame) => {
  const value = clean(raw.replace(/^to (?!be |do |go |know |see )/i, ''), frame)
  return fits(value, frame.language, 7) ? foldValue(value) : null
}
const words: ValueReader = (raw, frame) => {
  const value = frame.language === 'en' ? clean(raw, frame).replace(WITH_EN, '') : clean(raw, frame)
  return fits(value, frame.language, 8) ? foldValue(value) : null
}
/** What a place is not: a feeling, a time, a while. */
const NO_PLACE = new RegExp(
  `^(?:${anyOf(['love', 'fear', 'peace', 'hope', 'harmony', 'pain', 'debt', 'bed', 'alone', 'another', 'university', 'the dark', 'trouble', 'a hurry', 'general', 'total', 'charge', 'town', 'between', 'bits', 'it'])})(?![\\p{L}])|^\\d+$`,
  'iu',
)
const place: ValueReader = (raw, frame) => {
  const trimmed = raw.replace(/(?:那边|这边|一带|附近|の方|の近く|のほう|あたり| 쪽| 근처)$/u, '')
  const value =
    frame.language === 'en'
      ? clean(trimmed, frame)
          .replace(WITH_EN, '')
          .replace(/ (?:and|or) .*$/, '')
      : clean(trimmed, frame)
  return fits(value, frame.language, 7) && !NO_PLACE.test(value) ? foldValue(value) : null
}
const spot: ValueReader = (raw, frame) => {
  const value = clean(raw.replace(/ (?:in|of|at) the (?:parking|garage|car park|lot).*$/i, ''), frame)
  return value && value.length <= 40 && !/^(?:here|there|ここ|여기|这里)$/i.test(value) ? foldValue(value) : null
}
const name: ValueReader = (raw, { language }) => {
  const text = (language === 'en' ? raw.replace(TRAIL_EN, '') : raw)
    .replace(/[,，、(（].*$/u, '')
    .replace(/ (?:and|by the way|btw|but|who|which|she|he|it).*$/i, '')
    .replace(/^["'“「『]|["'”」』]$/g, '')
    .trim()
  const value = bareName(text)
  const whole = language === 'en' ? /^\p{L}[\p{L}'-]*(?: \p{L}[\p{L}'.-]*){0,3}$/u : /^[\p{L}ー・][\p{L}\p{M}ー・ ]{0,14}$/u
  if (!whole.test(value) || value.length > 40 || relationOf(value) || POINTING[language].test(value)) return null
  if (
    language === 'en' &&
    !/^\p{Lu}/u.test(value) &&
    !/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}]/u.test(value)
  )
    return null
  if (/[をがはにで]|です|ます|하는|에서/u.test(value)) return null
  return foldValue(value)
}
const day: ValueReader = (raw, frame) => {
  const found = valuesIn(raw, frame).find(({ read }) => read.kind === 'date' || (read.kind === 'period' && read.unit === 'year'))
  const year = /^(?:in )?((?:19|20)\d{2})(?:年|년)?$/.exec(raw.trim())
  if (year) return year[1]!
  if (found?.read.kind === 'date') return found.read.guessed || !/\d{4}/.test(found.text) ? found.read.date.slice(5) : found.read.date
  return null
}
const figureIn = (raw: string, frame: Frame): number | null => {
  for (const { read } of valuesIn(raw, frame)) {
    const plain = read.kind === 'bound' ? read.of : read
    if (plain.kind === 'number' || plain.kind === 'quantity' || plain.kind === 'count') return plain.value
    if (plain.kind === 'money') return plain.amount
  }
  return null
}
const age: ValueReader = (raw, frame) => {
  const years =
    /^(?:about |around )?(\d{1,3})(?! ?(?:cm|kg|%|号|月|日|분|시|minutes|min|hours|days|weeks|months|km|miles|next))/.exec(
      raw.trim(),
    )?.[1] ?? figureIn(raw, frame)
  const value = Number(years)
  return years !== null && Number.isInteger(value) && value > 0 && value <= 120 && raw.length <= 14 ? String(value) : null
}
const METRES_ZH = /([一二两]|\d)米([\d一二三四五六七八九]{1,2})/u
const HAN_DIGITS = '零一二三四五六七八九'
const han = (text: string) => [...text].map((c) => (HAN_DIGITS.includes(c) ? HAN_DIGITS.indexOf(c) : c === '两' ? 2 : c)).join('')
const length: ValueReader = (raw, frame) => {
  const metres = METRES_ZH.exec(raw)
  if (metres) return `${Number(han(metres[1]!)) * 100 + Number(han(metres[2]!).padEnd(2, '0'))} cm`
  const feet = /(\d) ?(?:'|ft|foot|feet) ?(\d{1,2})?/.exec(raw)
  if (feet) return `${Math.round((Number(feet[1]) * 12 + Number(feet[2] ?? 0)) * 2.54)} cm`
  for (const { read } of valuesIn(raw, frame)) {
    const plain = read.kind === 'bound' ? read.of : read
    if (plain.kind === 'quantity' && plain.dimension === 'length' && (plain.unit === 'cm' || plain.unit === 'm')) {
      const cm = plain.unit === 'm' ? Math.round(plain.value * 100) : plain.value
      return cm >= 40 && cm <= 260 ? `${cm} cm` : null
    }
    if (plain.kind === 'number' && plain.value >= 100 && plain.value <= 230) return `${plain.value} cm`
  }
  return null
}
const mass: ValueReader = (raw, frame) => {
  for (const { read } of valuesIn(raw, frame)) {
    const plain = read.kind === 'bound' ? read.of : read
    if (plain.kind === 'quantity' && plain.dimension === 'mass') return `${plain.value} ${plain.unit}`
    if (plain.kind === 'number' && plain.value >= 2 && plain.value <= 300) return `${plain.value} kg`
  }
  return null
}
const size: ValueReader = (raw, frame) => {
  const letters = /^(?:a |size )?(xxs|xs|s|m|l|xl|xxl|xxxl|small|medium|large|extra large)(?:サイズ|码|号| ?사이즈)?$/i.exec(raw.trim())
  if (letters) return letters[1]!.toLowerCase()
  const figure = /(?:us |eu |uk |size )?(\d{1,3}(?:\.\d)?) ?(cm|mm|センチ)?/i.exec(raw.trim())
  if (!figure || raw.length > 20 || !frame) return null
  return figure[2] ? `${figure[1]} ${figure[2] === 'センチ' ? 'cm' : figure[2].toLowerCase()}` : figure[1]!
}
const money: ValueReader = (raw, frame) => {
  const value = figureIn(raw, frame)
  return value === null || value < 1 ? null : String(value)
}
const phone: ValueReader = (raw) => /\+?\d[\d ()-]{5,18}\d/.exec(raw)?.[0].replace(/\s+/g, ' ').trim() ?? null
const email: ValueReader = (raw) => /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}/.exec(raw)?.[0].toLowerCase() ?? null
const secret: ValueReader = (raw) => {
  const token = /[^\s,，。、「」"']{3,64}/u.exec(raw)?.[0].replace(/(?:です|だよ|이에요|예요|입니다|이야|야|[.!?])+$/u, '')
  return token &&
    (/[\d\W_]/.test(token) || token.length >= 6) &&
    !/^(?:wrong|weak|not|too|very|still|the|invalid|incorrect|required|forgotten|什么|忘了|忘记了|错了|錯誤|expired)$/i.test(token)
    ? token
    : null
}
const digits: ValueReader = (raw) => /[A-Z]{0,4}\d[\d -]{4,30}\d/.exec(raw)?.[0] ?? null
const blood: ValueReader = (raw) =>
  /^(ab|a|b|o) ?(?:型|형|type)?(?: ?rh)? ?(?<sign>[+-]|positive|negative)?/iu.exec(raw.trim())?.[1]?.toLowerCase() ?? null
const count: ValueReader = (raw, frame) => {
  const value = /^(?:an only|only one|a|one|一)/i.test(raw)
    ? 1
    : (figureIn(raw, frame) ?? { two: 2, three: 3, four: 4, 两个: 2, 둘: 2, 셋: 3 }[raw.trim()] ?? null)
  return value === null || value > 20 ? null : String(value)
}

const of = (columns: Columns) => {
  const all = new Set(Object.values(columns).flat().map(foldValue))
  return (value: string) => all.has(value)
}
const ends = (columns: Columns) => {
  const tests = Object.values(columns).map(
    (list) => new RegExp(`(?:^|[\\s\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hangul}ー-])(?:${anyOf(list.map(foldValue))})$`, 'u'),
  )
  return (value: string) => tests.some((test) => test.test(value))
}
const isDiet = of(DIETS)
const isCondition = ends(CONDITIONS)
const isJob = ends(JOBS)
const isPet = ends(PETS)
const isVehicle = ends(VEHICLES)
/** What one takes for one's health, and neither the bus nor notes. */
const MEDICINE =
  /[药薬약]$|胰岛素|维生素|インスリン|サプリ|ビタミン|ピル|인슐린|비타민|영양제|(?:in|ol|ine|ide|one|pril|statin|zole|pam|pills?|meds?|medication|medicine|vitamins?|vitamin [a-k]\d*|supplements?|insulin|antibiotics|antidepressants|birth control|inhaler|melatonin)$/
/** Languages one speaks. */
const TONGUE =
  /(?:어|말|語|语|话|話)$|^(?:fluent |a little |some |basic )?(?:english|french|german|spanish|italian|portuguese|russian|arabic|hindi|chinese|mandarin|cantonese|japanese|korean|vietnamese|thai|turkish|polish|dutch|swedish|danish|norwegian|finnish|greek|hebrew|indonesian|tagalog|ukrainian|czech|bengali|urdu|farsi|persian|swahili|asl|sign language)$/
const JOB_SUFFIX = /(?:ologist|ician|therapist|engineer|ographer)$/

/** Whether a value is of the class its predicate wants. */
export function belongs(value: string, needs: PredicateRow['needs'], raw: string): boolean {
  const bare = value.replace(/s$/, '')
  switch (needs) {
    case null:
      return true
    case 'job':
      return (isJob(value) || isJob(bare) || JOB_SUFFIX.test(value)) && !/^(?:your|the best|good|bad|being)/.test(value)
    case 'medicine':
      return MEDICINE.test(value)
    case 'tongue':
      return TONGUE.test(value)
    case 'condition':
      return isCondition(value) || isCondition(bare)
    case 'diet':
      return isDiet(value) || isDiet(foldValue(raw))
    case 'pet':
      return isPet(value) || isPet(bare)
    case 'vehicle':
      return isVehicle(value) || isVehicle(bare)
    case 'relation':
      return relationOf(value.replace(/^(?:an? |one |two |three |younger |older )+/, '')) !== undefined || relationOf(value) !== undefined
  }
}

const READERS: Record<ValueKind, ValueReader> = {
  thing,
  words,
  place,
  spot,
  name,
  day,
  age,
  length,
  mass,
  size,
  money,
  phone,
  email,
  secret,
  digits,
  blood,
  count,
  job: (raw, frame) => words(raw.replace(/ (?:at|in|for|by) .*$/i, '').replace(/^(?:一名|一个|一位|名|个)/u, ''), frame),
  diet: words,
  condition: (raw, frame) =>
    words(
      raw.replace(
        /^(?:really |very |pretty )?(?:bad|severe|mild|chronic|terrible|轻度|重度|严重的?|軽い|ひどい|심한) ?(?!back|knee)/iu,
        '',
      ),
      frame,
    ),
}

const LIST: Record<Language, RegExp> = {
  en: /\s*,\s*(?:and |or )?|\s+(?:and|or|&)\s+/i,
  zh: /[、,，]|(?<=\p{Script=Han}{1})(?:和|跟|与|还有|以及)(?=\p{Script=Han})|\/| /u,
  ja: /[、,，・]|(?<=.{2})(?:とか|と|や)(?=[\p{Script=Han}\p{Script=Katakana}])/u,
  ko: /[、,]\s*|(?<=[가-힣])(?:이랑|랑|하고|과|와) |(?: 그리고 )/u,
}
/** Parts of a list; a phrase that only holds an "and" inside a longer clause stays whole. */
function listed(raw: string, language: Language): string[] {
  if (language === 'ja' && /(?:の|こと)$/.test(raw)) return [raw]
  const parts = raw.split(LIST[language]).filter((part) => part.trim() !== '')
  return parts.length > 1 && parts.length <= 8 && parts.every((part) => part.length <= 30) ? parts : [raw]
}

const TIME: Record<Language, RegExp> = {
  en: new RegExp(`(?<![\\p{L}])(?:${anyOf(TIMES.en)})s?(?![\\p{L}])`, 'iu'),
  zh: new RegExp(anyOf(TIMES.zh), 'u'),
  ja: new RegExp(anyOf(TIMES.ja), 'u'),
  ko: new RegExp(anyOf(TIMES.ko), 'u'),
}
/** Whether the readers of dates are worth asking. */
export const mayHoldTime = (text: string, language: Language) => TIME[language].test(text) || /\d[/.:-]\d/.test(text)
