/** Lengths of time in minutes: "1h 30m", 一个半小时, 1時間半, 두 시간 반. Months count 30 days, years 365. */
import { type Atom, type Candidate, isNamed, type Source } from './atoms.ts'
import { isHangul, rows, words } from './words.ts'

const HOUR = 60
const DAY = 1440
const WEEK = 7 * DAY
const MONTH = 30 * DAY
const YEAR = 365 * DAY

const UNITS = words<number>([
  ...rows('s|sec|secs|second|seconds|秒|秒钟|秒鐘|秒間|초|초간', 1 / 60),
  ...rows('min|mins|minute|minutes|分钟|分鐘|分間|分|분|분간', 1),
  ...rows('h|hr|hrs|hour|hours|小时|小時|个小时|個小時|钟头|个钟头|時間|시간|시간짜리', HOUR),
  ...rows('d|day|days|天|日間|日|일간|일|일동안', DAY),
  ...rows('wk|wks|week|weeks|周|週|星期|个星期|個星期|礼拜|个礼拜|週間|周间|주|주일|주간|주일간', WEEK),
  ...rows('mo|mos|month|months|个月|個月|か月|ヶ月|カ月|ヵ月|ケ月|か月間|ヶ月間|개월|개월간|달', MONTH),
  ...rows('yr|yrs|year|years|年|年间|年間|년|년간', YEAR),
])
const NIGHTS = words<number>([...rows('fortnight|fortnights', 2 * WEEK)])

export function findDurations(source: Source): Candidate[] {
  const found: Candidate[] = []
  for (const atom of source.atoms) {
    if (isNamed(source, atom)) continue
    const chain = chainFrom(source, atom)
    if (chain) found.push(chain)
  }
  return [...found, ...fixed(source), ...journeys(source)]
}

type Part = { end: number; minutes: number; unit: number; word: string; bare: boolean }

function chainFrom(source: Source, atom: Atom): Candidate | undefined {
  const { text } = source
  let part = partAt(source, atom)
  if (!part) return undefined
  let total = part.minutes
  let end = part.end
  const first = part
  for (let k = 0; k < 4; k++) {
    const half = halfAfter(source, end, part.unit)
    if (half) {
      total += half.minutes
      end = half.end
      break
    }
    const next: Part | undefined = nextPart(source, end, part.unit)
    if (!next) break
    part = next
    total += next.minutes
    end = next.end
  }
  if (!fits(source, atom, first, end)) return undefined
  return {
    start: atom.start,
    end,
    text: text.slice(atom.start, end),
    read: { kind: 'duration', minutes: Number(total.toPrecision(12)) },
    rank: 2,
  }
}

function partAt(source: Source, atom: Atom): Part | undefined {
  const { text, low } = source
  let at = atom.end
  let halved = 0
  // 一个半小时, 两个半月: the half stands before the unit.
  const inner = /^(?:个|個)半/.exec(text.slice(at, at + 2))
  if (inner) {
    halved = 0.5
    at += 2
  } else if (
    atom.form === 'half' &&
    /^[个個](?:多)?/.test(text.slice(at, at + 1)) &&
    /^(?:小|钟|月|星|礼)/.test(text.slice(at + 1, at + 2))
  )
    at += 1
  if (text[at] === '多') at++
  if (text[at] === ' ' || (text[at] === '-' && /[a-z]/.test(low[at + 1] ?? ''))) at++
  const hit = UNITS.at(low, at) ?? NIGHTS.at(low, at) ?? (inner && text[at] === '月' ? { start: at, end: at + 1, value: MONTH } : undefined)
  if (!hit) return undefined
  return {
    end: hit.end,
    minutes: (atom.value + halved) * hit.value,
    unit: hit.value,
    word: low.slice(hit.start, hit.end),
    bare: at === atom.end,
  }
}

/** "1h 30m", "an hour and 20 minutes", 1시간 30분, 1h30: the next smaller unit. */
function nextPart(source: Source, end: number, unit: number): Part | undefined {
  const { low } = source
  const gap = (/[a-z]/.test(low[end - 1] ?? '') ? /^(?:,? and |, | )?/ : /^(?: |と|零|又)?/).exec(low.slice(end, end + 6))?.[0].length ?? 0
  const atom = source.atomAt(end + gap)
  if (!atom) return undefined
  const minutes = /^m(?![a-z])/.exec(low.slice(atom.end, atom.end + 2))
  if (minutes && unit === HOUR) return { end: atom.end + 1, minutes: atom.value, unit: 1, word: 'm', bare: true }
  const short =
    gap === 0 &&
    unit === HOUR &&
    atom.end - atom.start === 2 &&
    atom.value < 60 &&
    low[end - 1] === 'h' &&
    !/[a-z\d]/.test(low[atom.end] ?? '')
  if (short) return { end: atom.end, minutes: atom.value, unit: 1, word: '', bare: true }
  const part = partAt(source, atom)
  return part && part.unit < unit ? part : undefined
}

const HALF =
  /^(?: ?(?:半)(?![个個天日年月])| ?반(?![가-힣])| ?반(?=(?:으로|을|은|이|만|까지|씩|쯤|정도|동안|에|도)(?:[^가-힣]|$))| and a half(?![a-z]))/
function halfAfter({ low }: Source, end: number, unit: number): { end: number; minutes: number } | undefined {
  const match = HALF.exec(low.slice(end, end + 12))
  return match ? { end: end + match[0].length, minutes: unit / 2 } : undefined
}

/** Where the unit's word is also a date, a time or another thing. */
function fits({ text, low, languageAt }: Source, atom: Atom, part: Part, end: number): boolean {
  const { word } = part
  const next = text.slice(part.end, part.end + 3)
  if (
    (word === 'd' || word === 's' || word === 'h') &&
    (!part.bare ||
      atom.form !== 'digits' ||
      (word === 'd' && atom.value === 3) ||
      (word === 's' && atom.value >= 1000) ||
      low[part.end] === "'")
  )
    return false
  if (word === 'mo' || word === 'second') return atom.form === 'digits' || word === 'second'
  // 3日 is a day of the month unless a bound or a duration follows; 3日間 is another word.
  if (word === '日' && /(?:あと|残り)の?$/.test(text.slice(Math.max(0, atom.start - 3), atom.start))) return true
  if (word === '日') return /^(?:以[内上下]|未満|分|で(?![すは])|坊|坊主|もの|連続|コース|以降)/.test(next) && !/^分の/.test(next)
  if (word === '일')
    return /^ ?(?:동안|이상|이하|이내|연속|치|짜리|챌린지|만에|밖에|내내)/.test(text.slice(part.end, part.end + 5)) || atom.value > 31
  if (word === '年' || word === '년') return atom.value < 100 && atom.form !== 'half' && !/^(?:生|度|代|级|月|前|后|後|の|級|\d)/.test(next)
  if (word === '분' && atom.form === 'native') return false
  if (word === '分') return languageAt(atom.start) !== 'zh' && !/^(?:の|別|類|享|担|割|かれ|け)/.test(next)
  if (word === '주')
    return (
      (!isHangul(next[0]) || /^(?:간|에|를|가|의|동|이|마|째|뒤|후|전|로|만|안|짜)/.test(next)) &&
      atom.form !== 'native' &&
      !(atom.form === 'sino' && atom.end - atom.start === 1 && isHangul(next[0]))
    )
  if (word === '달') return atom.form === 'native' && !/^(?:러|력|리|걀)/.test(next)
  if (word === '초') return !isHangul(next[0]) || /^(?:간|에|를|가|의|동|이|마|만|씩)/.test(next)
  if (word === '周' || word === '週')
    return !/^[一二三四五六日末年围刊记回岁\d月火水木金土]/.test(next) && !(languageAt(atom.start) === 'ja' && !/^[で以目]/.test(next))
  if (word === '天') return !/^(?:气|然|使|空|堂|猫|涯|赋|才|花|津|王|下)/.test(next)
  if (word === '秒') return !/^(?:杀|懂|速|表)/.test(next)
  if (word === '時間') return !/^(?:割|帯|表|目)/.test(next)
  if (word === '시간') return !/^(?:표|대(?!에)|순|별)/.test(next)
  if (word === '月') return end > part.end || atom.form !== 'digits'
  return true
}

const FIXED: [RegExp, number][] = [
  [/(?<![a-z])an hour and a half(?![a-z])/g, 90],
  [/(?<![a-z])(?:a |one )?half(?: an|-| )hours?(?![a-z])/g, 30],
  [/(?<![a-z])(?:a )?quarter of an hour(?![a-z])/g, 15],
  [/(?<![a-z])three[- ]quarters of an hour(?![a-z])/g, 45],
  [/(?<![a-z])hour and a half(?![a-z])/g, 90],
  [/(?<![a-z])an hour(?![a-z])/g, 60],
  [/(?<![a-z])a minute(?![a-z])/g, 1],
  [/(?<![a-z])a fortnight(?![a-z])/g, 2 * WEEK],
  [/(?<![a-z])half a (?:day)(?![a-z])/g, 720],
  [/(?<![a-z])half a year(?![a-z])/g, 182.5 * DAY],
  [/一刻钟|一刻鐘/g, 15],
  [/半[个個]?(?:小时|小時|钟头)|半時間|반 ?시간/g, 30],
  [/半[个個]月|半月(?![板球弯])|반 ?달(?![가-힣])/g, 15 * DAY],
  [/半年(?![代])|반 ?년/g, 182.5 * DAY],
  [/半天|半日|반나절/g, 720],
  [/하루 ?(?=동안|종일|이내|이상)/g, DAY],
  [/이틀(?= ?(?:동안|이내|이상|간|연속))/g, 2 * DAY],
  [/사흘(?= ?(?:동안|이내|이상|간|연속)|$)/g, 3 * DAY],
  [/나흘(?= ?(?:동안|이내|이상|간|연속)|$)/g, 4 * DAY],
  [/열흘(?= ?(?:동안|이내|이상|간|연속)|$)/g, 10 * DAY],
  [/보름(?= ?(?:동안|이내|이상|간)|$)/g, 15 * DAY],
  [/일주일(?! ?에)(?:간| 동안)?/g, WEEK],
  [/한 ?달 ?동안/g, MONTH],
]
/** 3박 4일: a journey is as long as its days. */
function journeys({ text }: Source): Candidate[] {
  return [...text.matchAll(/(\d{1,2})박 ?(\d{1,2})일/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    read: { kind: 'duration', minutes: Number(match[2]) * DAY },
    rank: 3,
  }))
}

function fixed({ low, text }: Source): Candidate[] {
  return FIXED.flatMap(([pattern, minutes]) =>
    [...low.matchAll(pattern)].map(
      (match): Candidate => ({
        start: match.index,
        end: match.index + match[0].trimEnd().length,
        text: text.slice(match.index, match.index + match[0].trimEnd().length),
        read: { kind: 'duration', minutes },
        rank: 2,
      }),
    ),
  )
}
