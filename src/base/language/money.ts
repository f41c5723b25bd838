/** Amounts of money: a number with a currency on either side, as written or said in four languages. */
import type { Language } from '../../spec.ts'
import type { Atom, Candidate, Source } from './atoms.ts'
import { isDigit, isHan, isHangul, isLatin, rows, words } from './words.ts'

/** Resolved by the person's own currency where one word or sign serves several. */
type Mark = { code: string; factor?: number; or?: string[]; unless?: 'pounds' }

const DOLLARS = ['USD', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN']
/** Where notes of five and ten are called fivers and tenners. */
const NOTES = [...DOLLARS, 'EUR']
const mark = (code: string, more: Omit<Mark, 'code'> = {}): Mark => ({ code, ...more })
const dollar = mark('USD', { or: DOLLARS })
const yen = mark('¥')

/** Written before the figure. */
const PREFIX = words<Mark>([
  ...rows('$', dollar),
  ...rows('us$|u.s.$', mark('USD')),
  ...rows('hk$', mark('HKD')),
  ...rows('nt$', mark('TWD')),
  ...rows('a$|au$', mark('AUD')),
  ...rows('c$|ca$', mark('CAD')),
  ...rows('s$|sg$', mark('SGD')),
  ...rows('nz$', mark('NZD')),
  ...rows('r$', mark('BRL')),
  ...rows('jp¥', mark('JPY')),
  ...rows('cn¥', mark('CNY')),
  ...rows('¥', yen),
  ...rows('£', mark('GBP')),
  ...rows('€', mark('EUR')),
  ...rows('₩', mark('KRW')),
  ...rows('人民币|人民幣', mark('CNY')),
  ...rows('₹|rs|rs.', mark('INR')),
  ...rows('฿', mark('THB')),
  ...rows('₫', mark('VND')),
  ...rows('₱', mark('PHP')),
  ...rows('₽', mark('RUB')),
  ...rows('₺', mark('TRY')),
  ...rows('₴', mark('UAH')),
  ...rows('₪', mark('ILS')),
  ...codes(),
])

const SUFFIX = words<Mark>([
  ...codes(),
  ...rows('$', dollar),
  ...rows('¥', yen),
  ...rows('€', mark('EUR')),
  ...rows('£', mark('GBP')),
  ...rows('₩', mark('KRW')),
  ...rows('dollar|dollars|bucks|buck', dollar),
  ...rows('us dollars|us dollar', mark('USD')),
  ...rows('cent|cents', mark('USD', { factor: 0.01, or: [...DOLLARS, 'EUR'] })),
  ...rows('pound|pounds', mark('GBP', { unless: 'pounds' })),
  ...rows('quid|pounds sterling', mark('GBP')),
  ...rows('pence|penny|p', mark('GBP', { factor: 0.01 })),
  ...rows('fiver|fivers', mark('GBP', { factor: 5, or: NOTES })),
  ...rows('tenner|tenners', mark('GBP', { factor: 10, or: NOTES })),
  ...rows('euro|euros', mark('EUR')),
  ...rows('yen|円|えん|日元|日圆|日圓|엔|엔화', mark('JPY')),
  ...rows('won|원|韩元|韓元|ウォン|韩币', mark('KRW')),
  ...rows('yuan|kuai|rmb|人民币|人民元|元人民币|위안|위안화', mark('CNY')),
  ...rows('元|块|塊|块钱|元钱|塊錢', mark('CNY', { or: ['TWD', 'HKD'] })),
  ...rows('角|毛|毛钱', mark('CNY', { factor: 0.1 })),
  ...rows('分钱', mark('CNY', { factor: 0.01 })),
  ...rows('美元|美金|ドル|米ドル|달러|불|미국 달러', dollar),
  ...rows('欧元|歐元|ユーロ|유로', mark('EUR')),
  ...rows('英镑|英鎊|ポンド', mark('GBP')),
  ...rows('港元|港币|港幣|港纸|港紙|蚊|香港ドル|홍콩달러', mark('HKD')),
  ...rows('台币|新台币|台幣|新台幣|台湾ドル|대만달러', mark('TWD')),
  ...rows('新币|新加坡元|シンガポールドル', mark('SGD')),
  ...rows('澳元|豪ドル|호주달러', mark('AUD')),
  ...rows('加元|カナダドル', mark('CAD')),
  ...rows('泰铢|バーツ|바트|baht', mark('THB')),
  ...rows('卢比|ルピー|루피|rupees|rupee|rs|rs.|/-', mark('INR')),
  ...rows('ringgit|林吉特', mark('MYR')),
  ...rows('pesos|peso', mark('PHP', { or: ['MXN'] })),
  ...rows('dong|越南盾|동화', mark('VND')),
  ...rows('瑞士法郎|スイスフラン|swiss francs|francs', mark('CHF')),
])

function codes(): [string, Mark][] {
  return 'usd eur gbp jpy cny krw hkd twd sgd aud cad nzd chf inr thb vnd php myr idr mxn brl sek nok dkk pln czk rub try aed ntd'
    .split(' ')
    .map((code) => [code, mark(code === 'ntd' ? 'TWD' : code.toUpperCase())])
}

/** "try" and its like are codes only in capitals. */
const CAPITALS = new Set(['TRY', 'CAD', 'NOK'])

export function findMoney(source: Source): Candidate[] {
  const found: Candidate[] = []
  for (const atom of source.atoms) {
    const money = before(source, atom) ?? after(source, atom)
    if (money) found.push(money)
  }
  return [...found, ...notes(source)]
}

/** "a fiver", "tenner for the cab": one note, where no figure says how many. */
function notes({ text, low, ctx, atoms }: Source): Candidate[] {
  return [...low.matchAll(/(?<![a-z])(?:an? )?(fiver|tenner)(?![a-z])/g)].flatMap((match) => {
    const { index: start } = match
    if (atoms.some(({ end }) => end === start - 1)) return []
    const currency = NOTES.includes(ctx.currency) ? ctx.currency : 'GBP'
    return [make({ text }, start, start + match[0].length, match[1] === 'fiver' ? 5 : 10, currency)]
  })
}

function before(source: Source, atom: Atom): Candidate | undefined {
  if (atom.form !== 'digits' && atom.form !== 'english') return undefined
  const { text, low } = source
  const gap = text[atom.start - 1] === ' ' ? 1 : 0
  const at = atom.start - gap
  // "-$5": the sign stands before the mark; "$-5" is read as an atom with its sign.
  const hit = PREFIX.before(low, at)
  if (!hit || (isLatin(low[at - 1]) && isLatin(low[hit.start - 1])) || !written(text, hit.start, hit.end, hit.value)) return undefined
  const code = currencyOf(hit.value, source, hit.start)
  if (!code) return undefined
  const scale = magnitude(low, atom.end)
  const repeat = SUFFIX.at(low, scale.end + (text[scale.end] === ' ' ? 1 : 0))
  const end = repeat && currencyOf(repeat.value, source, atom.start) === code ? repeat.end : scale.end
  const minus = text[hit.start - 1] === '-' && /[\s(]|^$/.test(text[hit.start - 2] ?? '') ? 1 : 0
  return make(source, hit.start - minus, end, (minus ? -1 : 1) * atom.value * scale.factor, code)
}

/** $1.2m, 3bn: letters that mean metres or nothing unless money is spoken of. */
function magnitude(low: string, end: number): { end: number; factor: number } {
  const match = /^(m|mn|mm|b|bn)(?![a-z\d])/.exec(low.slice(end, end + 3))
  return match ? { end: end + match[0].length, factor: match[1]!.startsWith('m') ? 1e6 : 1e9 } : { end, factor: 1 }
}

function after(source: Source, atom: Atom): Candidate | undefined {
  const { text, low } = source
  if (atom.form === 'half' || atom.form === 'native') return undefined
  const scale = magnitude(low, atom.end)
  for (const [end, factor] of scale.factor === 1 ? [[atom.end, 1] as const] : [[scale.end, scale.factor] as const]) {
    let at = end
    if (text[at] === '多' || text[at] === '几' || text[at] === '来') at++
    if (text[at] === ' ' || text[at] === '-') at++
    const hit = SUFFIX.at(low, at)
    if (!hit || !written(text, hit.start, hit.end, hit.value) || !counts(source, atom, hit)) continue
    const code = currencyOf(hit.value, source, atom.start)
    if (!code) continue
    const tail = hit.value.code === 'CNY' && !hit.value.factor ? small(source, hit.end) : undefined
    const value = atom.value * factor * (hit.value.factor ?? 1) + (tail?.value ?? 0)
    return make(source, atom.start, tail?.end ?? hit.end, Number(value.toPrecision(15)), code)
  }
  return undefined
}

/** 五块五, 3块8毛, 12元5角: what comes after the point. */
function small({ text }: Source, at: number): { end: number; value: number } | undefined {
  const match =
    /^([1-9一二两三四五六七八九])(?:([毛角])|(?![\d一二三四五六七八九十百千万个個杯瓶本天月年日号次块元度点分碗份件张只条包盒袋斤两.:]|,\d))/.exec(
      text.slice(at, at + 3),
    )
  if (!match) return undefined
  const digit = isDigit(match[1]) ? Number(match[1]) : ' 一二三四五六七八九'.indexOf(match[1] === '两' ? '二' : match[1]!)
  return { end: at + match[0].length, value: digit / 10 }
}

/** A bare numeral before 원 or 块 can be part of a word (사원, 三块蛋糕). */
function counts({ text, low, languageAt }: Source, atom: Atom, hit: { start: number; end: number; value: Mark }): boolean {
  const word = low.slice(hit.start, hit.end)
  const next = text.slice(hit.end, hit.end + 3)
  if (atom.form === 'sino' && atom.end - atom.start === 1 && !/[십백천만억]/.test(text[atom.start]!)) return false
  if (word === '원' && /^(?:룸|피스|숭|장|정|칙|인|형|격|래)/.test(next)) return false
  if (word === '엔' && isHangul(next[0]) && !/^(?:은|이|을|의|으|어|까|정|씩|짜|이|하|화)/.test(next)) return false
  if (word === '蚊' && /^[子香帐帳]/.test(next)) return false
  // 80p; p. 80 and 720p are none.
  if (word === 'p' && (atom.value >= 100 || (atom.form === 'digits' && hit.start !== atom.end))) return false
  if (word === '동화' || word === '불') return atom.form === 'digits' && !isHangul(next[0])
  if ((word === '块' || word === '塊') && PIECES.test(next)) return false
  if (word === '角' && (atom.end - atom.start > 1 || languageAt(atom.start) === 'ja')) return false
  if (word === '毛' && languageAt(atom.start) === 'ja') return false
  if (word === '元' && (languageAt(atom.start) === 'ja' ? /^(?:気|旦|日|年|々)/.test(next) : /^(?:旦|宵|素)/.test(next))) return false
  if (word === '円' && /^(?:形|卓|盤|周|グラフ)/.test(next)) return false
  if (word === 'ポンド' || word === 'ドル') return true
  return !(word === '원' && atom.form === 'han')
}
const PIECES = /^(?:蛋糕|肉|石|豆腐|糖|巧克|布|表|手表|饼|披萨|面包|地|电池|屏|砖|牛排|肥皂|橡皮|西瓜|拼图|奶酪|鸡|板|毛巾|腹肌)/

function written(text: string, start: number, end: number, value: Mark): boolean {
  const word = text.slice(start, end)
  return !CAPITALS.has(value.code) || !/^[A-Za-z]+$/.test(word) || word === word.toUpperCase()
}

function currencyOf(value: Mark, source: Source, at: number): string | undefined {
  const own = source.ctx.currency
  if (value.code === '¥') return own === 'JPY' || own === 'CNY' ? own : source.languageAt(at) === 'zh' ? 'CNY' : 'JPY'
  // Pounds are weight unless the person pays in them.
  if (value.unless === 'pounds' && own !== 'GBP') return undefined
  return value.or?.includes(own) ? own : value.code
}

const make = ({ text }: Pick<Source, 'text'>, start: number, end: number, amount: number, currency: string): Candidate => ({
  start,
  end,
  text: text.slice(start, end),
  read: { kind: 'money', amount, currency },
  rank: 3,
})

/** A currency named by itself: "in dollars", 用日元记, 엔화로. */
export function currencyNamed(text: string, ctx: { currency: string; language: Language }): string | undefined {
  const low = text.toLowerCase()
  for (let i = 0; i < low.length; i++) {
    const hit = SUFFIX.at(low, i) ?? PREFIX.at(low, i)
    if (
      !hit ||
      /^(?:元|块|塊|角|毛|원|엔|불|dong|won|francs|try|cad|nok|rs|rs\.|\/-|p|fivers?|tenners?|c\$|s\$|a\$)$/.test(
        low.slice(hit.start, hit.end),
      )
    )
      continue
    if (hit.value.unless || (isHan(low[hit.start]) && hit.end - hit.start < 2 && low[hit.start] !== '円')) continue
    if (hit.value.code === '¥') return ctx.currency === 'CNY' || (ctx.currency !== 'JPY' && ctx.language === 'zh') ? 'CNY' : 'JPY'
    return hit.value.or?.includes(ctx.currency) ? ctx.currency : hit.value.code
  }
  return undefined
}
