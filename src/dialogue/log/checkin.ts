/** "done today", 今天打卡, 今日もできた, "오늘도 했어": a habit kept, where only one could be meant or the one is named. */
import type { Reading } from '../../base/language/types.ts'
import { fold, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { AppSpec, Value } from '../../spec.ts'
import { seedNamed, titlesOf } from './seeds.ts'
import type { EntryOp } from './types.ts'

const DID =
  /^(?:today,? ?|i |i've |just )*(?:did it|done|checked? ?in|check|made it|kept it|tick(?: it)?(?: off)?)(?: again)?(?: for)?(?: today)?[.! ]*$|^(?:今天|今日|昨天)?(?:也|又)?(?:已经)?(?:打卡|签到|打勾|完成|做到|坚持|搞定)(?:了|啦|成功|一下)*[。! ]*$|^(?:今日|昨日)?(?:も|は|の分)?(?:やった|できた|出来た|达成|達成|クリア|チェック|完了|守れた|続けられた)(?:した|しました|よ|です|ました)*[。! ]*$|^(?:오늘|어제)?(?:도|은|는)?\s?(?:했어요?|했다|완료|성공|체크|출석|지켰어요?|해냈어요?|인증)(?:했어요?|이야|요)?[.! ]*$/

/** 今天打卡 tells of a habit kept, and wishes for no app. */
export const isCheckIn = (text: string): boolean => DID.test(fold(text).trim())

/** The words that remain when the habit's own name is taken out. */
const without = (low: string, at: [number, number] | undefined) => (at ? low.slice(0, at[0]) + low.slice(at[1]) : low)

export function checkedIn(reading: Reading, spec: AppSpec, today: string): EntryOp | null {
  const streak = spec.behaviours.find((one) => one.kind === 'streak')
  const collection = visibleCollections(spec).find((one) => streak?.kind === 'streak' && one.id === streak.collection)
  if (!collection || streak?.kind !== 'streak' || reading.text.length > 40) return null
  const low = fold(reading.text)
  const fields = visibleFields(collection)
  const habit = fields.find((field) => field.kind === 'relation' && field.required)
  const named = habit?.kind === 'relation' ? seedNamed(reading.text, spec, habit.to) : undefined
  if (!DID.test(low.trim()) && !(named && DID.test(without(low, named.at).replace(/\s+/g, ' ').trim()))) return null
  const values: Record<string, Value> = {}
  if (habit?.kind === 'relation') {
    const titles = titlesOf(spec.collections.find((one) => one.id === habit.to)!)
    const title = named?.title ?? (titles.length > 1 ? titles.find((one) => fold(spec.name).includes(fold(one))) : (titles[0] ?? spec.name))
    if (!title) return null
    values[habit.id] = title
  }
  const date = reading.values.find((value) => value.read.kind === 'date')?.read
  values[streak.date] = date?.kind === 'date' ? date.date : today
  if (streak.done) values[streak.done] = true
  return { do: 'create', collection: collection.id, values }
}
