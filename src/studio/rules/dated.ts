/** 수능 11월 19일, 엄마 생신 3월 2일: names, each with a day of its own. */
import type { Reading } from '../../base/language/types.ts'

export type Dated = { name: string; date: string; start: number; end: number }

const APART = /[,，、;；。\n]|(?<!\d)\.(?!\d)|[:：](?!\d)|\s(?:and|&)\s|(?<=\d[日号일]?)(?:と|和|랑|이랑|하고|와|과)\s?/g
/** What stands around a name and is none: that days are counted, that it is on that day. */
const AROUND =
  /^(?:(?:a|an|the|my|our|please|make|add|app|for|to|until|till|with|track|count(?:ing)?|down|countdown|days?|how many|how long|left|remember|birthdays?(?= of)|of)\s+)+|\s*\b(?:is|are|on|at|by|in|falls on|the)\s*$|\s+'?s$|(?:还有多少天|还有几天|倒计时|倒数日?|距离|离|是|在|的|は|が|まで(?:あと)?(?:何日)?|の日|까지|은|는|이|가|\s)+$|^(?:距离?|离)/giu

/** 誕生日リスト 母5月3日: what the list is called stands before its first entry. */
const HEAD = /^.{0,20}?(?:リスト|一覧|表|列表|清单|목록|리스트|일정|\b(?:list|calendar|dates))[\s:：]+(?=\S)/i

/** Each date that stands with words of its own between two commas; those words are what is on that day. */
export function datedIn({ text, values }: Reading): Dated[] {
  const cuts = [...text.matchAll(APART)].filter(({ index }) => !values.some(({ start, end }) => index > start && index < end))
  const ends = [...cuts.map(({ index }) => index), text.length]
  const starts = [0, ...cuts.map(({ index, 0: mark }) => index + mark.length)]
  return starts.flatMap((start, at): Dated[] => {
    const end = ends[at]!
    const days = values.filter((value) => value.start >= start && value.end <= end && value.read.kind === 'date')
    const day = days[0]
    if (days.length !== 1 || day?.read.kind !== 'date') return []
    const words = `${text.slice(start, day.start)} ${text.slice(day.end, end)}`.trim()
    const name = words
      .replace(HEAD, '')
      .replace(AROUND, '')
      .replace(AROUND, '')
      .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')
    return /\p{L}/u.test(name) && name.length <= 40 ? [{ name, date: day.read.date, start, end }] : []
  })
}
