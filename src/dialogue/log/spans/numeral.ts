/** A stretch that is a figure in itself, whatever the reading of the whole message made of it. Pure. */
import { englishAt, nativeKoreanAt, parseHan, parseSino } from '../../../base/language/numerals.ts'
import { fold } from '../../../base/resolve.ts'
import type { Language } from '../../../spec.ts'

const SCALE: Record<string, number> = { k: 1e3, m: 1e6, 千: 1e3, 천: 1e3, w: 1e4, 万: 1e4, 萬: 1e4, 만: 1e4 }
const DIGITS =
  /^(?:[\p{Sc}]|nt\$|rs\.?|rm|s\$|hk\$|p(?=\d))?\s?([-+−]?)\s?(?:\p{Sc})?(\d[\d,]*(?:\.\d+)?|\.\d+)\s?(k|m|千|천|w|万|萬|만)?(?![\d.])(.{0,8})$/iu
const HAN = /^(?:第)?([零〇一二两兩三四五六七八九十百千万萬]+(?:[点點][零〇一二三四五六七八九]+)?)(半)?(.{0,3}?)(半)?$/u
const SINO = /^([영공일이삼사오육칠팔구십백천만]+)(.{0,3})$/u

/** The figure, with at most a unit or counter after it; undefined where it is none. */
export function numeralOf(said: string, language: Language): number | undefined {
  const low = fold(said).trim()
  const digits = DIGITS.exec(low)
  if (digits) {
    const [, sign, figure, scale, rest = ''] = digits
    if (/\d/.test(rest)) return undefined
    const n = Number(figure!.replaceAll(',', '')) * (scale ? SCALE[scale]! : 1)
    return sign && sign !== '+' ? -n : n
  }
  if (/^(?:zero|none|nil|nothing|无|無|没有|零|なし|ゼロ|없음|영)$/.test(low)) return 0
  if (language === 'en') {
    const found = englishAt(low, 0)
    return found && !/[a-z]{9,}|\d/.test(low.slice(found.end)) && low.length - found.end <= 10 ? found.value : undefined
  }
  const han = HAN.exec(low)
  if (han) {
    const [whole = '', parts] = han[1]!.split(/[点點]/)
    const n = parseHan(whole, language === 'zh') ?? digitsOf(whole)
    const rest = parts === undefined ? 0 : Number(`0.${[...parts].map((sign) => DIGIT.indexOf(sign === '〇' ? '零' : sign)).join('')}`)
    return n === undefined ? undefined : n + rest + (han[2] || han[4] ? 0.5 : 0)
  }
  if (language !== 'ko') return undefined
  const native = nativeKoreanAt(low, 0)
  if (native && low.length - native.end <= 3) return native.value
  const sino = SINO.exec(low)
  return sino ? parseSino(sino[1]!) : undefined
}
const DIGIT = '零一二三四五六七八九'
/** 一四八: figures told one by one. */
function digitsOf(whole: string): number | undefined {
  const all = [...whole].map((sign) => DIGIT.indexOf(sign))
  return all.length > 1 && all.every((n) => n >= 0) ? Number(all.join('')) : undefined
}

/** 5:41, 12 min 5, 3分20秒, 1h 15: minutes. */
export function lengthOf(said: string): number | undefined {
  const low = fold(said).trim()
  const clock = /^(?:(\d{1,2}):)?(\d{1,2}):(\d{2}(?:\.\d+)?)$/.exec(low)
  if (clock) {
    const minutes = Number(clock[1] ?? 0) * 60 + Number(clock[2]) + Number(clock[3]) / 60
    return Math.round(minutes * 1e4) / 1e4
  }
  const both = /^(\d+(?:\.\d+)?)\s?(?:h|hrs?|hours?|時間|小时|小時|个小时|個鐘|시간)\s?(\d+)\s?(?:m|mins?|minutes?|分钟?|分鐘?|분)?$/.exec(
    low,
  )
  if (both) return Number(both[1]) * 60 + Number(both[2])
  const short = /^(\d+)\s?(?:m|mins?|minutes?|分钟?|分鐘?|분)\s?(\d+)?\s?(?:s|secs?|seconds?|秒|초)?$/.exec(low)
  return short ? Math.round((Number(short[1]) + Number(short[2] ?? 0) / 60) * 1e4) / 1e4 : undefined
}

/** 7.42, 0105, 5.30, 16: a time of the day where one is kept. */
export function clockOf(said: string): string | undefined {
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))?\s?(?:h|uhr|時|点|點|시)?$/.exec(fold(said).trim())
  if (!found) return undefined
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)]
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : undefined
}
