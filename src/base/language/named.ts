/**
 * Figures that count nothing: houses and rooms ("14 Station Road", 104동 707호, 5栋201), telephones, and names made with a
 * figure ("fifa 24"). What is read within one of them is dropped; a unit beside it ("flat 6 kg") goes on past its end.
 */

const STREET =
  'street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|place|pl|crescent|cres|terrace|gardens|grove|way|square|row|mews|rise|parade|boulevard|blvd|highway|hwy|house|mill|cottages?|wharf|quay|parkway|pkwy'
/** Streets even in small letters, since the words are nothing else. */
const PLAIN_STREET = 'street|road|rd|avenue|ave|lane|crescent|terrace|grove|mews|boulevard|blvd|st'
const HOUSE = '\\d{1,5}[a-z]?'
const capitals = (words: string) => words.replace(/(^|\|)([a-z])/g, (_, bar: string, first: string) => bar + first.toUpperCase())

const PLACES: RegExp[] = [
  // 14 Station Road, 3 Elm Close, 221B Baker St, 54 W 21st St
  new RegExp(
    `(?<![\\d.,])\\d{1,5}[A-Za-z]? (?:(?:[A-Z]|\\d{1,3}(?:st|nd|rd|th))[\\w'.]{0,20} ){1,3}(?:${capitals(STREET)})(?![\\w'])`,
    'g',
  ),
  new RegExp(`(?<=\\b(?:at|to|from|near|outside|address|no) )${HOUSE} (?:[a-z'.]{2,20} ){1,2}(?:${PLAIN_STREET})(?![\\w'])`, 'gi'),
  // flat 6, apt 4B, number 13 Elm Close
  /(?<![a-z])(?:flat|apt|apartment|suite|house (?:no\.?|number))\.? ?#?\d{1,5}[a-z]?(?![\w'])/gi,
  new RegExp(`(?<![a-z])(?:number|no\\.?) ?\\d{1,5}[A-Za-z]?(?= (?:[A-Z][\\w'.]{1,20} ){1,2}(?:${capitals(STREET)})(?![\\w']))`, 'g'),
  // 5栋201, 3号楼2单元501室, 3丁目4-5, 203号室, 12楼之3
  /\d{1,4} ?(?:号楼|號樓|栋|棟|幢|单元|單元|座|弄|号院)(?: ?\d{1,4} ?(?:号楼|單元|单元|栋|棟|座|楼|樓|层)){0,2}(?: ?-?\d{1,5}(?: ?(?:室|号房|號房|房|户|号))?)?(?![\d.]|[万千百元块])/g,
  /\d{1,3}丁目(?: ?の?\d{1,4}(?:番地?)?(?:(?:-|の)?\d{1,4}(?:号)?){0,2})?|\d{1,5} ?(?:号室|號室|番地|号房|號房)/g,
  // 104동 707호, 12층
  /(?<![\d가-힣])\d{1,4} ?동 ?\d{1,5} ?호|(?<![\d가-힣])\d{1,5} ?(?:동|호)(?= |$|[,.]|로|에|는|은|이|가|의|도)/g,
  // fifa 24, iPhone 15
  /(?<![a-z])(?:fifa|madden|nba|nhl|nfl|wwe|iphone|ipad|galaxy|pixel|windows|ios|android|playstation|xbox|gta|sims|route|highway|interstate|gate|platform|terminal|call of duty|final fantasy|mario kart)[ -]?\d{1,4}(?![\w%]|[.,:/]\d| ?(?:x|times|pm|am)\b)/gi,
]

/** As dialled: groups of figures, or one run of them that no amount has. */
const PHONES: RegExp[] = [
  /(?<![\w.,:/$€£¥₩-])(?:\+\d{1,3}[ .-]?)?(?:\(\d{1,5}\) ?|0\d{1,4}[ .-]|\d{3}[.-])\d{3,4}[ .-]\d{3,4}(?![\w-])/g,
  /(?<![\w.,:/$€£¥₩-])(?:\+\d{8,14}|\+\d{1,3}(?: ?\d{2,5}){2,4}|0\d{8,10}|0\d{3,4} ?\d{6})(?![\w.,-])/g,
  /(?<![\w.,:/$€£¥₩-])(?:1[3-9]\d{9}|1[3-9]\d[ -]\d{4}[ -]\d{4})(?![\w.,-])/g,
  /(?<![\w.,:/$€£¥₩-])\d{3}-\d{4}(?![\w-])/g,
  // The word for it stands before.
  /(?<=(?:\b(?:phone|mobile|tel|call|ring|text|number|whatsapp)|电话|電話|手机|手機|号码|號碼|微信|전화|번호|연락처|携帯|番号)[^\d\n]{0,6})\d{3,5}[ -]?\d{3,5}(?:[ -]?\d{2,5})?(?![\d.,])/gi,
]
/** Eight figures in Hong Kong, Macao and Singapore, ten in India: as dialled, where nothing groups them. */
const OF_REGION: [currencies: string, RegExp][] = [
  ['HKD MOP SGD', /(?<![\w.,:/$€£¥₩-])[2-9]\d{3} ?\d{4}(?![\w.,-])(?<!0000)/g],
  ['INR', /(?<![\w.,:/$€£¥₩-])[6-9]\d{4} ?\d{5}(?![\w.,-])(?<!00000)/g],
  ['USD CAD', /(?<![\w.,:/$€£¥₩-])\d{3}[ .-]\d{3}[ .-]\d{4}(?![\w.,-])/g],
]

const spansOf = (text: string, patterns: readonly RegExp[]): [number, number][] =>
  patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match): [number, number] => [match.index, match.index + match[0].length]))

/** Where such figures stand. `currency`: the person's own, which tells where they live. */
export const namedSpans = (text: string, currency: string): [number, number][] =>
  /\d/.test(text) ? spansOf(text, [...PLACES, ...PHONES, ...ofRegion(currency)]) : []
const ofRegion = (currency: string): RegExp[] =>
  OF_REGION.flatMap(([currencies, pattern]) => (currencies.split(' ').includes(currency) ? [pattern] : []))

/** Telephones that are so whoever says them. */
export const phonesIn = (text: string): [number, number][] => spansOf(text, PHONES)
/** Figures that are dialled somewhere, for where a telephone is asked for. */
export const dialledIn = (text: string): [number, number][] => spansOf(text, [...PHONES, ...OF_REGION.map(([, pattern]) => pattern)])
