/** Numbers written as words: Chinese and Japanese characters, Sino-Korean and native Korean, English. Each parser takes exactly the numeral. */

const HAN_DIGITS = new Map(
  [...'〇零一二三四五六七八九两兩壱弐参'].map((char, i) => [char, [0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 2, 1, 2, 3][i]!]),
)
const HAN_SCALES = new Map([
  ['十', 10],
  ['廿', 20],
  ['百', 100],
  ['千', 1000],
  ['万', 1e4],
  ['萬', 1e4],
  ['億', 1e8],
  ['亿', 1e8],
  ['兆', 1e12],
])
const SINO_DIGITS = new Map([...'영공일이삼사오육륙칠팔구'].map((char, i) => [char, [0, 0, 1, 2, 3, 4, 5, 6, 6, 7, 8, 9][i]!]))
const SINO_SCALES = new Map([
  ['십', 10],
  ['백', 100],
  ['천', 1000],
  ['만', 1e4],
  ['억', 1e8],
  ['조', 1e12],
])

/** 二十三, 三万五千, 二〇二六, 百五十, 两万五 (Chinese for 25,000), 一点五, 3万5千. Undefined for what is no well-formed numeral. */
export function parseHan(text: string, chinese = false): number | undefined {
  const [whole = '', fraction, more] = text.split('点')
  if (more !== undefined) return undefined
  if (fraction !== undefined) {
    const base = parseEast(whole, HAN_DIGITS, HAN_SCALES, false)
    const digits = [...fraction].map((char) => HAN_DIGITS.get(char))
    if (base === undefined || digits.length === 0 || digits.some((digit) => digit === undefined)) return undefined
    return Number(`${base}.${digits.join('')}`)
  }
  return parseEast(whole, HAN_DIGITS, HAN_SCALES, chinese)
}

/** 삼만오천, 이십삼, 백오십, 만4천. */
export const parseSino = (text: string): number | undefined => parseEast(text, SINO_DIGITS, SINO_SCALES, false)

/** Whether a sign counts tens, hundreds, thousands or more, in either script. */
export const isEastScale = (char: string): boolean => HAN_SCALES.has(char) || SINO_SCALES.has(char)

/**
 * Sections of four digits, as all three languages count; figures may stand among the signs (3만5천, 2千500).
 * `short`: a last digit after 百 or more counts the next lower place. A last figure of one place (3万5) always does.
 */
function parseEast(text: string, digits: Map<string, number>, scales: Map<string, number>, short: boolean): number | undefined {
  const chars: string[] = text.match(/\d+(?:\.\d+)?|\D/gu) ?? []
  if (chars.length === 0 || chars.length > 24) return undefined
  // 二〇二六 is read figure by figure; 三四 means three or four, and is no number.
  const figures = chars.length > 1 && chars.every((char) => digits.has(char))
  if (figures && chars.length === 2 && !/[〇零영공]/.test(text)) return undefined
  if (figures) return Number(chars.map((char) => digits.get(char)).join(''))
  let total = 0
  let section = 0
  let digit: number | undefined
  let lowest = Number.POSITIVE_INFINITY
  let big = Number.POSITIVE_INFINITY
  let zero = false
  for (const char of chars) {
    const value = digits.get(char) ?? (/^\d/.test(char) ? Number(char) : undefined)
    if (value !== undefined) {
      if ((digit !== undefined && digit !== 0) || value >= lowest) return undefined
      zero = value === 0
      digit = value
      continue
    }
    const scale = scales.get(char)
    if (scale === undefined) return undefined
    if (scale >= 1e4) {
      if (scale >= big) return undefined
      const part = section + (digit ?? 0)
      total += (part || 1) * scale
      big = scale
      section = 0
      lowest = scale
    } else {
      const place = scale === 20 ? 10 : scale
      if (place >= lowest && lowest < 1e4) return undefined
      section += scale === 20 ? 20 : (digit || 1) * scale
      lowest = place
    }
    digit = undefined
    zero = false
  }
  const placed = digit !== undefined && digit < 10 && lowest >= 100 && lowest < Number.POSITIVE_INFINITY && !zero && !chars.includes('零')
  const lone = /^\d$/.test(chars.at(-1)!) && chars.length > 1
  return total + section + (placed && (short || lone) ? (digit! * lowest) / 10 : (digit ?? 0))
}

export const NATIVE_UNITS: [string, number][] = [
  ['하나', 1],
  ['한', 1],
  ['둘', 2],
  ['두', 2],
  ['셋', 3],
  ['세', 3],
  ['석', 3],
  ['넷', 4],
  ['네', 4],
  ['넉', 4],
  ['다섯', 5],
  ['여섯', 6],
  ['일곱', 7],
  ['여덟', 8],
  ['아홉', 9],
]
const NATIVE_TENS: [string, number][] = [
  ['열', 10],
  ['스무', 20],
  ['스물', 20],
  ['서른', 30],
  ['마흔', 40],
  ['쉰', 50],
  ['예순', 60],
  ['일흔', 70],
  ['여든', 80],
  ['아흔', 90],
]

/** A native Korean numeral at a place: 세, 열두, 스물다섯. */
export function nativeKoreanAt(text: string, start: number): { end: number; value: number } | undefined {
  const tens = NATIVE_TENS.find(([word]) => text.startsWith(word, start))
  let end = start + (tens?.[0].length ?? 0)
  const unit = tens?.[0] === '스무' ? undefined : NATIVE_UNITS.find(([word]) => text.startsWith(word, end))
  if (!tens && !unit) return undefined
  end += unit?.[0].length ?? 0
  return { end, value: (tens?.[1] ?? 0) + (unit?.[1] ?? 0) }
}

/** ひとつ, ふたり and their like: the whole word with its counter. */
/** The value of a word that is such a numeral and nothing else: 하나, 열두. */
export function nativeKorean(word: string): number | undefined {
  const found = nativeKoreanAt(word, 0)
  return found?.end === word.length ? found.value : undefined
}

export const JAPANESE_NATIVE: [string, number, string][] = [
  ['ひとつ', 1, 'つ'],
  ['ふたつ', 2, 'つ'],
  ['みっつ', 3, 'つ'],
  ['よっつ', 4, 'つ'],
  ['いつつ', 5, 'つ'],
  ['むっつ', 6, 'つ'],
  ['ななつ', 7, 'つ'],
  ['やっつ', 8, 'つ'],
  ['ここのつ', 9, 'つ'],
  ['ふたり', 2, '人'],
]

const ENGLISH = new Map<string, number>(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, i) => [word, i]),
)
'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').forEach((word, i) => {
  ENGLISH.set(word, (i + 2) * 10)
})
export const ENGLISH_SCALES = new Map<string, number>([
  ['hundred', 100],
  ['dozen', 12],
  ['thousand', 1000],
  ['grand', 1000],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['lac', 1e5],
  ['lacs', 1e5],
  ['crore', 1e7],
  ['crores', 1e7],
  ['million', 1e6],
  ['millions', 1e6],
  ['billion', 1e9],
])

/** `bare`: may stand for itself; "hundred quid" and "half an hour" are numerals only before what they count. */
export type EnglishNumeral = { end: number; value: number; half: boolean; single: boolean; bare: boolean }

/** Before these a scale is of no known number: "a few hundred". */
const VAGUE = /(?:few|several|many|some|the|odd|last|next|first|per) $/

/** An English numeral at the start of a word in lower-case text: "twenty-five", "a hundred and ten", "two and a half", "half a dozen", "a couple of". */
export function englishAt(low: string, start: number): EnglishNumeral | undefined {
  const lead = leading(low, start)
  if (lead && lead.value < 1) return { end: lead.end, value: lead.value, half: lead.value === 0.5, single: false, bare: lead.value !== 0.5 }
  const lone = !lead && LONE.test(wordAt(low, start)?.text ?? '') && !VAGUE.test(low.slice(Math.max(0, start - 8), start))
  let i = lead ? after(low, lead.end) : start
  let end = lead ? lead.end : -1
  let total = 0
  let part = lead?.value ?? (lone ? 1 : 0)
  let count = lead || lone ? 1 : 0
  let last: 'none' | 'unit' | 'ten' | 'scale' = lead || lone ? 'unit' : 'none'
  while (count < 12) {
    const word = wordAt(low, i)
    if (!word) break
    const value = ENGLISH.get(word.text)
    const scale = ENGLISH_SCALES.get(word.text)
    if (value !== undefined) {
      const fits = last === 'none' || last === 'scale' || (last === 'ten' && value > 0 && value < 10)
      if (!fits) break
      part += value
      last = value >= 20 ? 'ten' : 'unit'
    } else if (scale !== undefined && count > 0 && part > 0) {
      if (scale >= 1000) {
        total += part * scale
        part = 0
      } else part *= scale
      last = 'scale'
    } else if (word.text === 'and' && last === 'scale' && ENGLISH.has(wordAt(low, after(low, word.end))?.text ?? '')) {
      i = after(low, word.end)
      continue
    } else break
    count++
    end = word.end
    i = after(low, word.end)
  }
  if (end < 0) return undefined
  const value = total + part
  const half = /^ and a half(?![a-z])/.exec(low.slice(end, end + 12))
  if (half) return { end: end + half[0].length, value: value + 0.5, half: false, single: false, bare: true }
  return { end, value, half: false, single: count === 1 && value === 1, bare: !lone }
}
/** "hundred quid", "lakh rupees": one of them, where nothing says how many. */
const LONE = /^(?:hundred|thousand|lakh|crore)$/

const LEADS: [string, number][] = [
  ['half a dozen', 6],
  ['half a million', 5e5],
  ['a half dozen', 6],
  ['a couple of', 2],
  ['a couple', 2],
  ['couple of', 2],
  ['couple', 2],
  ['a dozen', 12],
  ['a quarter of', 0.25],
  ['three quarters', 0.75],
  ['three fourths', 0.75],
  ['two thirds', 2 / 3],
  ['one third', 1 / 3],
  ['a third of', 1 / 3],
  ['one quarter', 0.25],
  ['half a', 0.5],
  ['half an', 0.5],
  ['half', 0.5],
]
const ONE_OF = /^a (?=(?:hundred|thousand|million|billion|lakh|lac|crore)s?(?![a-z]))/
function leading(low: string, start: number): { end: number; value: number } | undefined {
  // The scale itself is read by the loop: "a hundred and ten thousand".
  if (ONE_OF.test(low.slice(start, start + 12))) return { end: start + 1, value: 1 }
  const found = LEADS.find(([words]) => low.startsWith(words, start) && !/[a-z]/.test(low[start + words.length] ?? ''))
  if (!found) return undefined
  // A couple of books are two; a couple is, and a couple hundred are two hundred.
  if (
    /couple$/.test(found[0]) &&
    !/^ (?:hundred|thousand|million|grand|dozen)/.test(low.slice(start + found[0].length, start + found[0].length + 9))
  )
    return undefined
  return { end: start + found[0].length, value: found[1] }
}

const WORD = /[a-z]+/y
function wordAt(low: string, i: number): { text: string; end: number } | undefined {
  WORD.lastIndex = i
  const match = WORD.exec(low)
  return match && match[0].length < 12 ? { text: match[0], end: i + match[0].length } : undefined
}
const after = (low: string, end: number) => (low[end] === ' ' || low[end] === '-' ? end + 1 : end)
