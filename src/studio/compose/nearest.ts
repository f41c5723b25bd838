/** A list of use where the act itself is beyond any app, and where things are lent. */
import type { Frame } from '../frame/types.ts'
import { NEAREST } from '../rules/beyond.ts'
import { labelOfPart, partOf } from '../rules/parts.ts'
import { LENT } from './adjust.ts'

export const nearestOf = (frame: Frame) => frame.beyond.map((one) => NEAREST[one]).find((one) => one !== undefined)

/** A list of use where the act itself is beyond any app: bookings where a booking was wanted. */
export function takeNearest(frame: Frame): void {
  const near = nearestOf(frame)
  if (!near || !('parts' in near) || frame.asked.length >= 2) return
  const { language } = frame
  frame.topic = near.label[language]
  frame.items = []
  frame.asked = near.parts.flatMap((id) => {
    const part = partOf(id)
    return part ? [{ label: labelOfPart(part, language), kind: part.kind, part, start: 0 }] : []
  })
}

export function takeLent(frame: Frame): void {
  if (!LENT.test(frame.reading.text.toLowerCase()) || frame.asked.length >= 2) return
  for (const id of ['person', 'date', 'returned']) {
    const part = partOf(id)!
    if (!frame.asked.some((one) => one.part?.id === id))
      frame.asked.push({ label: labelOfPart(part, frame.language), kind: part.kind, part, start: 0 })
  }
}
