/** "How much …  every day": the figure of each day is kept, by its name and kind, and no mere tick. */
import { describe, expect, it } from 'vitest'
import type { FieldKind } from '../../src/spec.ts'
import { ask } from './ask.ts'

const CASES: [request: string, kind: FieldKind, label: RegExp][] = [
  ['record how much water I drink every day', 'quantity', /amount/i],
  ['how many steps I walk each day', 'number', /steps/i],
  ['how many cups of coffee I have a day', 'number', /cups/i],
  ['track how long the kids watch TV each day', 'duration', /tv/i],
  ['I want to know how much time I spend on my phone every day', 'duration', /phone/i],
  ['how far I run each week', 'quantity', /distance/i],
  ['想记录每天喝了多少水', 'quantity', /量/],
  ['每天走了多少步', 'number', /步/],
  ['记录每天抽了几根烟', 'number', /根/],
  ['孩子每天看了多久电视', 'duration', /电视/],
  ['毎日どれだけ水を飲んだか記録したい', 'quantity', /量/],
  ['毎日何歩歩いたか', 'number', /歩/],
  ['コーヒーを毎日何杯飲んだか記録して', 'number', /杯/],
  ['毎日何時間勉強したか', 'duration', /勉強/],
  ['매일 물 얼마나 마셨는지 기록', 'quantity', /양|량/],
  ['하루에 커피 몇 잔 마셨는지', 'number', /잔/],
  ['매일 몇 걸음 걸었는지', 'number', /걸음/],
]

describe('an amount of each day', () => {
  it.each(CASES)('%s', (request, kind, label) => {
    const fields = ask(request).spec.collections.flatMap((collection) => collection.fields)
    expect(fields.filter((field) => field.kind === kind).map((field) => field.label)).toEqual(
      expect.arrayContaining([expect.stringMatching(label)]),
    )
    expect(fields.some((field) => field.kind === 'date' || field.kind === 'datetime')).toBe(true)
    expect(fields.some((field) => field.kind === 'yesno')).toBe(false)
  })
  it.each(['how much I spend on lunch every day', '每天花了多少钱', '毎日いくら使ったか', '하루에 얼마 썼는지'])('%s: money', (request) => {
    const fields = ask(request).spec.collections.flatMap((collection) => collection.fields)
    expect(fields.some((field) => field.kind === 'money')).toBe(true)
  })
})
