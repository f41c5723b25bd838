/**
 * Where numbers stand in a text, in any of their scripts, before it is known what they count. Whether an atom may
 * be a number by itself (`bare`) is decided here; a counter, unit or currency beside it makes it more.
 */
import type { Language } from '../../spec.ts'
import { ENGLISH_SCALES, englishAt, isEastScale, nativeKoreanAt, parseHan, parseSino } from './numerals.ts'
import type { Context, Found } from './types.ts'
import { isDigit, isHan, isHangul, isKana, isLatin } from './words.ts'

export type Atom = {
  start: number
  end: number
  value: number
  form: 'digits' | 'fraction' | 'han' | 'sino' | 'native' | 'english' | 'half'
  bare: boolean
}

/** The x of 185x8 and 60kg x8 is no letter. */
const followsBy = (low: string, start: number) => /(?:\d|kg|lbs?) ?x$/.test(low.slice(Math.max(0, start - 5), start))
const BY_AFTER = /^x ?\d/

/** Letters right before figures name a thing ("mp3", "R2"), unless they are a currency's code. */
export const isNamed = (source: { low: string }, atom: Atom) =>
  atom.form === 'digits' &&
  ((isLatin(source.low[atom.start - 1]) && !followsBy(source.low, atom.start)) || source.low[atom.start - 1] === '第')

/** What every finder reads. `low` is the text in lower case, of equal length. */
export type Source = {
  text: string
  low: string
  ctx: Context
  languageAt(i: number): Language
  atoms: Atom[] /** The atom that starts there. */
  atomAt(i: number): Atom | undefined
}

/** A reading that may still lose to a longer one. `rank` breaks ties; `half` says which half of the day was meant. */
export type Candidate = Found & {
  rank?: number
  half?: 'am' | 'pm' /** The time as said, before an afternoon was assumed. */
  open?: string
}
export type Finder = (source: Source) => Candidate[]

type Scan = Omit<Source, 'atoms' | 'atomAt'>

/** Shops and sayings made of figures. */
const SAYINGS = /^(?:7-eleven|24\/7|9-to-5|50\/50|4x4|3d)(?![a-z\d])/

export function findAtoms(scan: Scan): Atom[] {
  const atoms: Atom[] = []
  for (let i = 0; i < scan.text.length; ) {
    const saying = isDigit(scan.text[i]) && !isDigit(scan.text[i - 1]) ? SAYINGS.exec(scan.low.slice(i, i + 9)) : null
    if (saying) {
      i += saying[0].length
      continue
    }
    const found = atomsAt(scan, i)
    atoms.push(...found)
    i = found.length > 0 ? Math.max(...found.map((atom) => atom.end)) : i + 1
  }
  return atoms
}

function atomsAt(scan: Scan, i: number): Atom[] {
  const char = scan.text[i]!
  if (isDigit(char)) return digitsAt(scan, i)
  if (isLatin(scan.low[i])) return isLatin(scan.low[i - 1]) ? [] : one(englishAtom(scan, i))
  if (isHangul(char)) return isHangul(scan.text[i - 1]) ? [] : one(koreanAtom(scan, i))
  if (HAN_START.test(char)) return one(hanAtom(scan, i))
  return []
}
const one = (atom: Atom | undefined): Atom[] => (atom ? [atom] : [])

/** 1,234,567, and as India groups them: 12,34,567. */
const DIGITS = /\d{1,3}(?:,\d{3}){1,6}(?!\d|,\d)(?:\.\d{1,9})?|\d{1,2}(?:,\d{2}){1,4},\d{3}(?!\d|,\d)(?:\.\d{1,9})?|\d{1,18}(?:\.\d{1,9})?/y
const FRACTION = /(\d{1,3}) ?\/ ?(\d{1,3})(?![\d/])/y
const MIXED = /(\d{1,4}) (\d{1,2})\/(\d{1,2})(?![\d/])/y

function digitsAt(scan: Scan, start: number): Atom[] {
  const { text } = scan
  DIGITS.lastIndex = start
  const match = DIGITS.exec(text)
  if (!match) return []
  const end = start + match[0].length
  const whole = scaled(scan, start, end, Number(match[0].replace(/,/g, '')))
  const sign = text[start - 1] === '-' && (start === 1 || /[\s(:]/.test(text[start - 2]!)) ? -1 : 1
  const atom: Atom = {
    start: sign < 0 ? start - 1 : start,
    end: whole.end,
    value: sign * whole.value,
    form: 'digits',
    bare: mayStandAlone(scan, start, whole.end),
  }
  const fraction = fractionAt(scan, start)
  return fraction ? [atom, fraction] : [atom]
}

function fractionAt({ text }: Scan, start: number): Atom | undefined {
  MIXED.lastIndex = start
  const mixed = MIXED.exec(text)
  if (mixed && Number(mixed[3]) > 1 && Number(mixed[2]) < Number(mixed[3]))
    return {
      start,
      end: start + mixed[0].length,
      value: Number(mixed[1]) + Number(mixed[2]) / Number(mixed[3]),
      form: 'fraction',
      bare: true,
    }
  FRACTION.lastIndex = start
  const match = FRACTION.exec(text)
  if (!match || Number(match[2]) < 2 || Number(match[1]) >= Number(match[2])) return undefined
  const usual = ['2', '3', '4', '5', '6', '8'].includes(match[2]!)
  return { start, end: start + match[0].length, value: Number(match[1]) / Number(match[2]), form: 'fraction', bare: usual }
}

/** "5k", "5 million", "2 and a half", 3万5千. */
function scaled(scan: Scan, start: number, end: number, value: number): { end: number; value: number } {
  const { low } = scan
  const word = /^ ?([a-z]{3,8})(?![a-z])/.exec(low.slice(end, end + 10))
  const scale = word ? ENGLISH_SCALES.get(word[1]!) : undefined
  if (word && scale) return { end: end + word[0].length, value: tidy(value * scale) }
  const half = / ?and a half(?![a-z])/y
  half.lastIndex = end
  if (half.test(low)) return { end: half.lastIndex, value: value + 0.5 }
  if (low[end] === 'k' && !isLatin(low[end + 1]) && !isDigit(low[end + 1])) return { end: end + 1, value: tidy(value * 1000) }
  // 1w is 1万 as Chinese types it.
  if (low[end] === 'w' && !isLatin(low[end + 1]) && !isDigit(low[end + 1]) && scan.languageAt(start) === 'zh')
    return { end: end + 1, value: tidy(value * 1e4) }
  return mixedAt(scan, start, { end, value }) ?? { end, value }
}
const tidy = (value: number) => Number(value.toPrecision(15))

const SINO = /[영공일이삼사오육륙칠팔구십백천만억조]/
const HAN = /[〇零一二三四五六七八九两兩十廿百千万萬億亿兆]/
const FIGURE = /\d{1,4}(?!\d|[.,:/]\d)/y

/** Figures and signs in one numeral: 3만5천, 만4천, 2千500, 3万5, 1억 2000만. `first`: the figure it begins with. Undefined where it holds no figure or no sign. */
function mixedAt(scan: Scan, start: number, first?: { end: number; value: number }): { end: number; value: number } | undefined {
  const { text } = scan
  const korean = SINO.test(text[first?.end ?? start] ?? '')
  const [sign, parse] = korean ? [SINO, parseSino] : [HAN, (words: string) => parseHan(words, scan.languageAt(start) === 'zh')]
  const parts: { said: string; end: number }[] = first ? [{ said: String(first.value), end: first.end }] : []
  for (let i = first?.end ?? start; parts.length < 24; i = parts.at(-1)!.end) {
    const before = parts.at(-1)
    // 3만 5천 원: the parts of one Korean amount may stand apart.
    if (korean && text[i] === ' ' && before && isEastScale(before.said) && goesOn(text, i + 1)) i++
    FIGURE.lastIndex = i
    const figure = FIGURE.exec(text)?.[0]
    const said = figure ?? (sign.test(text[i] ?? '') && !isOtherWord(text, i) ? text[i]! : undefined)
    if (said === undefined || (figure && before && /\d$/.test(before.said))) break
    parts.push({ said, end: i + said.length })
  }
  const found: { end: number; value: number }[] = []
  for (; parts.length > 1; parts.pop()) {
    const words = parts.map(({ said }) => said).join('')
    const value = /\d/.test(words) && parts.some(({ said }) => isEastScale(said)) ? parse(words) : undefined
    if (value !== undefined) found.push({ end: parts.at(-1)!.end, value: tidy(value) })
  }
  return korean ? atWordEnd(text, found) : found[0]
}

/** 만2천이었음: of the readings, the longest that ends its word or leaves a particle; where none does, the longest. */
const atWordEnd = <T extends { end: number }>(text: string, found: readonly T[]): T | undefined =>
  found.find(({ end }, i) => (i === 0 && !isHangul(text[end])) || SINO_END.test(text.slice(end, end + 6))) ?? found[0]
const SINO_END =
  /^(?:은|는|이|가|을|를|도|으?로|만|씩|쯤|이상|이하|정도|까지|짜리|밖에|이야|이다|이고|이요|이에요|예요|이었[가-힣]{1,3}|였[가-힣]{1,3}|입니다|임)(?![가-힣])/

/** After a space the amount goes on where that part has a scale of its own, or the currency stands after it. */
const goesOn = (text: string, at: number): boolean =>
  /^(?:\d{1,4}|[일이삼사오육륙칠팔구]?)[십백천만억]|^(?:\d{1,4}|[일이삼사오육륙칠팔구십]{1,4}) ?원/.test(text.slice(at, at + 7))

/** 千克 and its like are units, 百度 is a name, 10일 만에 no ten thousand. */
const isOtherWord = (text: string, i: number): boolean =>
  /^(?:千[克米瓦卡焦帕葉]|百[度貨货]|만(?:에|큼|나|들|족))/.test(text.slice(i, i + 2)) && text[i + 1] !== '원'

/** Letters against the figure make it part of a name ("mp3", "3D", "2nd"), unless they are a unit, which others see. */
function mayStandAlone({ low, text }: Scan, start: number, end: number): boolean {
  // pH6.8 is a value; b12 and mp3 are names.
  if (/(?<![a-z])ph$/.test(low.slice(Math.max(0, start - 3), start))) return true
  if (
    (isLatin(low[start - 1]) && !followsBy(low, start)) ||
    (low[start - 1] === '-' && isLatin(low[start - 2])) ||
    (low[start - 1] === '.' && isDigit(low[start - 2]))
  )
    return false
  if ((isLatin(low[end]) && !BY_AFTER.test(low.slice(end, end + 3))) || (text[end] === '.' && isDigit(text[end + 1])) || text[end] === ':')
    return false
  if (/^(?:代|年代|年生|年级|号楼|折)/.test(text.slice(end, end + 2)) || low.slice(Math.max(0, start - 3), start) === 'no.') return false
  return !/[#_@第]/.test(text[start - 1] ?? '')
}

const NOT_THE_NUMBER =
  /(?:\b(?:the|this|that|which|no|any|each|every|another|last|new|first|other|next|some|a|good|best|right|wrong|same|only|old) )$/
function englishAtom({ low }: Scan, start: number): Atom | undefined {
  const numeral = englishAt(low, start)
  if (!numeral) return undefined
  const before = low.slice(Math.max(0, start - 9), start)
  const rest = low.slice(numeral.end, numeral.end + 7)
  const pronoun =
    numeral.single &&
    (NOT_THE_NUMBER.test(before) ||
      !/^ [a-z]/.test(rest) ||
      /^ (?:of|for|that|which|to|where|with|is|on|in|at|by|and|or|who|day|more|thing)(?![a-z])/.test(rest))
  if (pronoun) return undefined
  return { start, end: numeral.end, value: numeral.value, form: numeral.half ? 'half' : 'english', bare: numeral.bare }
}

const HAN_START = /[〇零一二三四五六七八九两兩十廿百千万半]/
const HAN_RUN = /[〇零一二三四五六七八九两兩十廿百千万萬億亿兆点]{1,24}/y
/** Words that begin with a numeral and count nothing. */
const HAN_FRIENDS =
  '一起|一些|一下|一直|一定|一样|一樣|一般|一边|一旦|一向|一共|一切|一再|一同|一律|一贯|一致|一面|一半|一年四季|三分钟热度|一会儿|一緒|一番|一応|一旦|一部|一覧|一括|一体|一気|一言|一口メモ|一度に|一目|一生|一種|一方|一流|一環|一時的|一般|一人暮らし|一人で|ひとり|万一|万能|万年|万が一|万歳|万事|万里|三明治|三角|三文鱼|三星|三脚|三昧|三日坊主|三重|千万别|千万不|千万要|千叶|千葉|千里|千克|千米|千瓦|千卡|千焦|百度|百科|百货|百貨|百合|百分|百葉|百姓|七夕|七味|八卦|八百屋|八王子|八宝|六本木|四季|四川|四国|四半期|四角|五金|五反田|五香|五官|五輪|九州|九份|二重|二手|二维码|二维|二胡|二度寝|十分に|十分な|十分だ|十分で|十字|十干|零食|零钱|零花|零售|零基础|零用|半年|半年|半天|半日|半身|半額|半价|半分|半夜|半導体|两边|两岸|两者|一二三|不一|统一'.split(
    '|',
  )
/** 第一, 星期一, 周五, 初一: ordinals and weekdays are no amounts. */
const HAN_BEFORE = /(?:第|几|幾|数|数|好几|星期|礼拜|禮拜|周|週|初|专|唯|统|統|同|单|万|均|之|其)$/

function hanAtom(scan: Scan, start: number): Atom | undefined {
  const { text } = scan
  if (HAN_BEFORE.test(text.slice(Math.max(0, start - 2), start))) return undefined
  if (text[start] === '半') return halfAtom(scan, start)
  if (HAN_FRIENDS.some((word) => text.startsWith(word, start))) return undefined
  const mixed = /[百千万萬億亿]\d/.test(text.slice(start, start + 4)) ? mixedAt(scan, start) : undefined
  if (mixed) return { start, ...mixed, form: 'han', bare: true }
  HAN_RUN.lastIndex = start
  const run = HAN_RUN.exec(text)?.[0] ?? ''
  const chinese = scan.languageAt(start) === 'zh'
  for (let length = run.length; length > 0; length--) {
    const piece = run.slice(0, length)
    if (/点$|点.*点|[万千百]点/.test(piece) && piece.endsWith('点')) continue
    if (piece.endsWith('千') && /[克米瓦卡焦帕]/.test(text[start + length] ?? '')) continue
    const value = parseHan(piece, chinese)
    if (value === undefined) continue
    const next = text[start + length]
    const stands =
      length > 1 &&
      /[十百千万萬億亿]/.test(piece) &&
      piece !== '千万' &&
      (!isHan(next) || /[的以左上多余餘円元块塊]/.test(next!)) &&
      (!isKana(next) || /[かのはをがにでとま]/.test(next!)) &&
      (!isHan(text[start - 1]) || /^[一二三四五六七八九两兩].*[百千万萬億亿]/.test(piece))
    return { start, end: start + length, value, form: 'han', bare: stands }
  }
  return undefined
}

function halfAtom({ text }: Scan, start: number): Atom | undefined {
  if (/^半(?:年|天|日|身|額|价|分|夜|導|月板)/.test(text.slice(start, start + 3))) return undefined
  if (/[个時间间年月斤年点時日回]/.test(text[start - 1] ?? '') && isHan(text[start - 1])) return undefined
  return { start, end: start + 1, value: 0.5, form: 'half', bare: false }
}

const SINO_RUN = /[영공일이삼사오육륙칠팔구십백천만억조]{1,20}/y
const SINO_SCALE = /[십백천만억조]/
/** Words that begin with a numeral and count nothing. */
const SINO_FRIENDS =
  /^(?:만일|만약|만나|만들|만족|만화|만두|만료|만기|만원버스|천사(?![백십])|천천히|천재|천연|천장|천국|천둥|백조|백화점|백신|백업|백팩|백반|이만큼|오만(?! ?원| ?[이삼사오육칠팔구일]?[백천]| ?\d)|구이|구조|조사|조금|조건|조카|조깅|일기|일정|일상|일본|일반|일부|일요|일주일|일어|일회|일찍|일지|일과|일단|일시|일출|일몰|이상|이하|이내|이번|이달|이유|이름|이사|이미|이후|이전|이동|이제|이모|이불|삼겹|삼각|삼성|삼촌|사용|사람|사진|사과|사이|사실|사무|사고|사천성|사회|사업|오늘|오전|오후|오빠|오래|오이|오리|육아|육류|육수|구매|구독|구글|구입|구분|구성|구간|영화|영어|영수|영양|영상|공부|공유|공원|공연|공과|공지|십자|억울|칠판|팔찌|팔굽)/

function koreanAtom(scan: Scan, start: number): Atom | undefined {
  const { text } = scan
  if (text[start] === '반' && /^반 ?(?:컵|병|개|잔|판|접시|그릇|시간|달|년|봉지|마리|근|큰술)/.test(text.slice(start, start + 5)))
    return { start, end: start + 1, value: 0.5, form: 'half', bare: false }
  const native = nativeKoreanAt(text, start)
  if (native) {
    const next = text[native.end]
    const plain = /^(?:하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|열|스물|스물.+)$/.test(text.slice(start, native.end))
    const ends = !isHangul(next) || /^(?:은|는|이|가|을|를|도|만|씩|로|와|과)(?![가-힣])/.test(text.slice(native.end, native.end + 2))
    return { start, end: native.end, value: native.value, form: 'native', bare: plain && ends && native.value > 1 && native.value !== 10 }
  }
  if (SINO_FRIENDS.test(text.slice(start, start + 5))) return undefined
  const mixed = /[백천만] ?\d/.test(text.slice(start, start + 4)) ? mixedAt(scan, start) : undefined
  if (mixed) return { start, ...mixed, form: 'sino', bare: true }
  SINO_RUN.lastIndex = start
  const run = SINO_RUN.exec(text)?.[0] ?? ''
  // 삼만 오천 원: the parts of one amount may stand apart.
  if (SINO_SCALE.test(run.slice(-1)) && text[start + run.length] === ' ' && goesOn(text, start + run.length + 1)) {
    SINO_RUN.lastIndex = start + run.length + 1
    const more = SINO_RUN.exec(text)?.[0] ?? ''
    const value = parseSino(run + more)
    if (more && value !== undefined) return { start, end: start + run.length + 1 + more.length, value, form: 'sino', bare: true }
  }
  // 일 at the end of a run is "day", 이 a particle: shorten until it parses.
  const found = [...run].flatMap((_, i) => {
    const end = start + run.length - i
    const value = parseSino(text.slice(start, end))
    return value === undefined ? [] : [{ end, value }]
  })
  const best = atWordEnd(text, found)
  return best && { start, ...best, form: 'sino', bare: standsAlone(text, start, best.end) }
}

/** 백 is a bag and a name, 이천 and 사천 are towns: numbers only after what they are of and before what was done with it. */
const DOUBTFUL = /^(?:[십백천만억조]|이천|사천)$/
/** This much, only worked, this degree. */
const NEVER = /^(?:이만|일만|이조|사조)$/
const DONE_WITH =
  /^(?:$| ?[,.!?~\n]| (?:먹|마[시셨심셔]|냈|내고|냄|썼|씀|줬|줌|주고|받|들었|들어|나[왔옴와]|남|찍|쟀|잼|결제|입금|이체|카드|현금|밀리|추가))/
function standsAlone(text: string, start: number, end: number): boolean {
  const said = text.slice(start, end)
  if (!SINO_SCALE.test(said) || NEVER.test(said) || (isHangul(text[end]) && !SINO_END.test(text.slice(end, end + 6)))) return false
  return !DOUBTFUL.test(said) || (/[가-힣] $/.test(text.slice(Math.max(0, start - 2), start)) && DONE_WITH.test(text.slice(end)))
}
