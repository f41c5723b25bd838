/** Body and mind: measurements, moods, exercise, food and drink, sleep. */
import { foldHan } from '../../../base/language/han.ts'
import type { Collection, Field } from '../../../spec.ts'
import type { Build } from '../build.ts'
import { keep } from '../kept.ts'
import { partNamed } from '../parts.ts'
import { asLabel, t } from '../words.ts'
import { type B, called, chartName, dropForAsked, insertChoice, named, type Rule, required, setDefault, setOptions } from './shared.ts'

/** What it is at: before a meal or after, in the morning or the evening. */
const asksOccasion = (b: Build): boolean => b.frame.asked.some(({ options }) => options?.some((one) => OCCASION.test(one)))
const OCCASION = /fasting|meal|food|morning|evening|night|空腹|[餐饭飯食][前后後]|[早朝晚夜晩]|공복|식[전후]|아침|저녁/i
const TWICE_A_DAY =
  /morning (?:and|,? ?(?:once )?(?:in )?the) ?(?:evening|night)|朝晩|朝と[夜晩]|早晚|早上.{0,8}晚上|아침 ?저녁|아침.{0,4}저녁/
/** How people call the two figures of a blood pressure. */
const PRESSURES: [RegExp, string][] = [
  [/^(?:上|上の(?:値|数値)|最高|高压?|收缩压?|top(?: number)?|upper|sys(?:tolic)?|위|수축기?|높은 ?(?:거|쪽))$/i, 'systolic'],
  [/^(?:下|下の(?:値|数値)|最低|低压?|舒张压?|bottom(?: number)?|lower|dia(?:stolic)?|아래|이완기?|낮은 ?(?:거|쪽))$/i, 'diastolic'],
]
export const measurements: Rule = (b, role) => {
  const { frame } = b
  const { low } = frame
  const parts: string[] = []
  const add = (id: string, pattern: RegExp) => pattern.test(low) && parts.push(`${id}!`)
  add('systolic', /blood pressure|血压|血圧|혈압/)
  if (parts.length) parts.push('diastolic!')
  add('glucose', /blood sugar|glucose|血糖|혈당/)
  add('weight', /weight|weigh|体重|减肥|瘦|ダイエット|减量|체중|몸무게|다이어트|감량/)
  add('bodyfat', /body fat|体脂|체지방/)
  add('waist', /waist|腰围|ウエスト|腹囲|허리/)
  add('height', /(?<!by )height|身高|身长|키와|키 |(?:^|\s)키/)
  add('temperature', /temperature|体温|체온/)
  add('pulse', /pulse|heart rate|心率|脉|心拍|맥박|심박/)
  const fasting = /fasting|after meal|after eating|空腹|餐后|食后|공복|식후/.test(low)
  for (const word of ['空腹', '食後', '餐后', '공복', '식후', 'fasting', 'after meals', 'before meals']) b.used.add(word)
  for (const one of [...frame.asked])
    if (
      /^(?:fasting|after (?:a )?meals?|空腹.{0,2}|餐后.{0,2}|饭后.{0,2}|食後.{0,2}|공복.{0,2}|식후.{0,2}|朝晩?|早晚|아침|저녁|morning|evening)$/i.test(
        one.label,
      )
    )
      b.used.add(one.label)
  if (parts.length === 0 && frame.asked.filter((one) => !b.used.has(one.label)).length === 0) parts.push('weight!')
  const pressureAsked = frame.asked.filter((one) => /^(?:blood pressure|血压|血圧|혈압)$/i.test(one.label))
  for (const one of pressureAsked) b.used.add(one.label)
  if (parts.includes('systolic!')) called(b, PRESSURES)
  const c = keep(b, 'measurements', role, `date! ${parts.join(' ')} note`)
  if (fasting && !asksOccasion(b)) insertChoice(b, c, 'measure', t('When / 时段 / タイミング / 측정 시점'))
  else if (!asksOccasion(b) && (TWICE_A_DAY.test(foldHan(low)) || /朝晩/.test(frame.reading.text)))
    insertChoice(b, c, 'daypart', t('Time of day / 时段 / 時間帯 / 시간대'))
  const unit =
    frame.units.find((id) => ['kg', 'lb', 'st', 'jin'].includes(id)) ??
    frame.bounds.find((bound) => ['kg', 'lb', 'st', 'jin'].includes(bound.unit ?? ''))?.unit
  const weight = b.by(c, 'weight')
  if (weight && unit) b.replace(c, { ...weight, kind: 'quantity', unit } as Field)
  const numbers = c.fields.filter((field) => field.kind === 'quantity' || field.kind === 'number' || field.kind === 'rating')
  for (const field of numbers.slice(0, 1)) required(c, field.id)
  const date = b.dateOf(c)
  if (numbers[0] && date) {
    const more = numbers
      .slice(1, 4)
      .filter((field) => field.kind === numbers[0]!.kind && 'unit' in field && 'unit' in numbers[0]! && field.unit === numbers[0]!.unit)
    b.put({
      id: 'trend',
      kind: 'chart',
      chart: 'line',
      label: chartName(b, numbers[0]),
      query: {
        collection: c.id,
        filter: [],
        measure: { fn: 'mean', field: numbers[0].id },
        group: { field: date.id, by: 'day' },
        order: { by: 'group', descending: false },
      },
      ...(more.length ? { more: more.map((field) => ({ fn: 'mean', field: field.id })) } : {}),
    } as never)
    for (const field of numbers.slice(1, 4)) if (!more.includes(field)) b.chart(c, 'line', 'mean', field, date, 'day')
  }
  if (numbers[0])
    b.defaultName = named(
      pressureAsked[0]?.label ?? (parts[0]?.startsWith('systolic') ? b.say(t('Blood pressure / 血压 / 血圧 / 혈압')) : numbers[0].label),
    )
  if (parts[0]?.startsWith('systolic')) b.icon = '🫀'
}

export const mood: Rule = (b, role) => {
  const c = keep(b, 'mood', role)
  const { scale } = b.frame
  const found = b.find(c, 'rating')
  if (found && scale) {
    const [low, high] = scale
    const base = { id: found.id, label: found.label, concept: 'mood' }
    b.replace(
      c,
      low === 1 && high <= 10 && high >= 2
        ? { ...base, kind: 'rating', max: high, ...(high === 5 && found.kind === 'rating' && found.icons ? { icons: found.icons } : {}) }
        : { ...base, kind: 'number', min: low, max: high, integer: true },
    )
  }
  const value = b.find(c, 'rating', 'number')
  const date = b.dateOf(c)
  if (value && date) b.chart(c, 'line', 'mean', value, date, 'day')
}

/** How people call what they write in a diary. */
const CONTENTS: [RegExp, string][] = [
  [/^(?:内容|內容|中身|夢の内容|contents?|what happened|발생|내용|무슨 내용인지|发生了什么|梦里发生了什么|夢到什麼)$/i, 'text'],
]
export const journal: Rule = (b, role) => {
  called(b, CONTENTS)
  keep(b, 'journal', role)
}

export const workout: Rule = (b, role) => {
  const { frame } = b
  frame.asked = frame.asked.map((one) =>
    one.kind === 'time' && one.part?.id === 'time' ? { ...one, kind: 'duration', part: partNamed('duration')! } : one,
  )
  const distance =
    /\brun|runs|running|jog|cycl|ride|swim|hike|walk|marathon|跑|骑|游泳|徒步|走路|ランニング|ジョギング|マラソン|サイクリング|水泳|走|달리기|러닝|런닝|조깅|자전거|수영|마라톤/.test(
      frame.low,
    )
  const c = keep(
    b,
    'workout',
    role,
    distance ? 'exercise date! distance! duration! note' : 'exercise! date! sets reps weight~Weight / 重量 / 重量 / 무게; note',
  )
  if (distance) {
    const unit = frame.units.find((id) => ['km', 'mi', 'm'].includes(id)) ?? (/\bmiles?\b/.test(frame.low) ? 'mi' : undefined)
    const field = b.by(c, 'distance')
    if (field && unit) b.replace(c, { id: field.id, label: field.label, kind: 'quantity', unit, concept: 'distance' })
    const type = c.fields.find((one) => one.concept === 'exercise')
    if (type && c.title === type.id && !frame.asked.some((one) => one.part?.id === 'exercise')) {
      c.fields = c.fields.filter((one) => one.id !== type.id)
      c.title = b.dateOf(c)!.id
    }
    if (role === 'main') b.icon = '🏃'
  }
  const value = b.by(c, 'distance') ?? b.by(c, 'weight')
  const date = b.dateOf(c)
  if (value && date) b.chart(c, 'line', distance ? 'sum' : 'max', value, date, distance ? 'week' : 'day')
}

/** The medicines that were named are what a dose can be of. */
function nameMedicines(b: Build, c: Collection): void {
  const names = [...new Set(b.frame.doses.flatMap(({ name }) => (name ? [name] : [])))]
  const title = c.fields.find((field) => field.id === c.title)
  if (!names.length || title?.kind !== 'text') return
  b.replace(c, {
    id: title.id,
    label: title.label,
    kind: 'choice',
    options: b.options(names),
    ...(title.concept ? { concept: title.concept } : {}),
  })
}

/** One reminder for each time of the day, called by what is to be taken then. */
function remindOfDoses(b: Build, c: Collection): void {
  const { doses, times, every } = b.frame
  const hours = [...new Set(doses.flatMap((dose) => dose.times))].sort()
  const daily = { collection: c.id, before: 0, every: { unit: every?.unit ?? ('day' as const), count: 1 } }
  const named = (hour: string) => doses.flatMap((dose) => (dose.name && dose.times.includes(hour) ? [dose.name] : []))
  if (doses.some(({ name }) => name))
    for (const hour of hours.slice(0, 8))
      b.does<B<'reminder'>>({
        kind: 'reminder',
        ...daily,
        times: [hour],
        ...(named(hour).length > 0 && {
          label: named(hour)
            .map((name) => asLabel(name))
            .join(', '),
        }),
      })
  else {
    const at = hours.length ? hours : times.length ? times : ['08:00']
    if (at !== hours && at !== times) b.assumed.push(b.say(t('A reminder at 08:00 / 每天8:00提醒 / 8:00にリマインド / 오전 8시 알림')))
    b.does<B<'reminder'>>({ kind: 'reminder', ...daily, times: at.slice(0, 12) })
  }
}

export const intake: Rule = (b, role) => {
  const { frame } = b
  const medicine =
    /medic|pill|\b(?:eye|ear|nose) drops|ointment|tablet|drug|meds|antibiotic|insulin|inhaler|vitamin|supplement|药|维生素|薬|サプリ|약|영양제|비타민/.test(
      frame.low,
    )
  const water = /water|hydrat|drink (?:more|enough)|\bi drink\b(?!.*(?:beer|wine|alcohol|coffee|tea))|喝水|饮水|水分|水を|水の|물/.test(
    frame.low,
  )
  const calories = /calori|kcal|卡路里|热量|カロリー|칼로리|열량/.test(frame.low)
  const caffeine = /caffeine|coffee|咖啡|カフェイン|コーヒー|카페인|커피/.test(frame.low)
  if (medicine || frame.doses.length) {
    const c = b.add(
      {
        id: 'doses',
        label: t('Doses / 服药记录 / 服薬記録 / 복약 기록'),
        one: t('Dose / 一次服药 / 服薬 / 복용'),
        icon: '💊',
        fields: 'medicine! moment! dose done~Taken / 已服 / 飲んだ / 먹음; note',
      },
      role,
    )
    nameMedicines(b, c)
    b.list(c)
    remindOfDoses(b, c)
    setDefault(c, 'done', true)
    if (role === 'main') {
      b.icon = '💊'
      b.accent = 'rose'
      b.defaultName = t('Medicine / 吃药提醒 / 服薬 / 복약')
    }
    return
  }
  const cups = frame.bounds.find((bound) => bound.what === 'count' || bound.what === 'number')
  const volume = frame.bounds.find((bound) => bound.what === 'quantity')
  if (water && !calories) {
    const c = b.add(
      {
        id: 'drinks',
        label: t('Drinks / 喝水记录 / 飲んだ水 / 물 기록'),
        one: t('Drink / 一次喝水 / 1杯 / 한 잔'),
        icon: '💧',
        fields: cups && !volume ? 'moment! quantity!~Glasses / 杯数 / 杯数 / 잔 수;' : 'moment! volume!~Amount / 水量 / 量 / 양;',
      },
      role,
    )
    const amount = b.find(c, 'quantity', 'number')!
    if (amount.kind === 'quantity' && volume?.unit) b.replace(c, { ...amount, unit: volume.unit })
    else if (amount.kind === 'number') b.replace(c, { ...amount, default: 1 })
    required(c, amount.id)
    b.list(c)
    b.chart(c, 'bar', 'sum', amount, b.dateOf(c)!, 'day')
    if (role === 'main') {
      b.icon = '💧'
      b.accent = 'sky'
      b.defaultName = t('Water / 喝水 / 水分 / 물 마시기')
    }
    return
  }
  const c = keep(
    b,
    'intake',
    role,
    calories
      ? 'item! moment! calories! meal note'
      : caffeine && /caffeine|mg|毫克|カフェイン|카페인|咖啡因/.test(frame.low)
        ? 'item! moment! quantity~Cups / 杯数 / 杯数 / 잔 수; note'
        : /protein|蛋白|たんぱく|단백질/.test(frame.low)
          ? 'item! moment! protein! calories note'
          : 'item! moment! meal quantity note',
  )
  const amount = b.by(c, 'calories') ?? b.by(c, 'protein') ?? b.find(c, 'quantity', 'number')
  if (amount?.kind === 'number' && caffeine && /\d\s?mg|毫克/.test(frame.low))
    b.replace(c, {
      id: amount.id,
      label: b.say(t('Caffeine / 咖啡因 / カフェイン / 카페인')),
      kind: 'quantity',
      unit: 'mg',
      concept: 'quantity',
    })
  else if (amount?.kind === 'number') b.replace(c, { ...amount, default: 1 })
  const date = b.dateOf(c)
  if (amount && date) b.chart(c, 'bar', 'sum', amount, date, 'day')
}

export const sleep: Rule = (b, role) => {
  const c = keep(b, 'sleep', role)
  const [bed, wake] = [b.by(c, 'bedtime'), b.by(c, 'waketime')]
  const slept = c.fields.find((field) => field.kind === 'duration')
  if (bed && wake) {
    const computed: Field = {
      id: slept?.id ?? b.id('slept', c.fields),
      label: slept?.label ?? b.say(t('Hours slept / 睡眠时长 / 睡眠時間 / 수면 시간')),
      kind: 'computed',
      formula: `minutes(${bed.id}, ${wake.id})`,
      shows: { kind: 'duration' },
      concept: 'sleepHours',
    }
    if (slept) b.replace(c, computed)
    else c.fields.splice(c.fields.findIndex((field) => field.id === wake.id) + 1, 0, computed)
    b.chart(c, 'line', 'mean', computed, b.dateOf(c)!, 'day')
  } else if (slept) b.chart(c, 'line', 'mean', slept, b.dateOf(c)!, 'day')
}

export const feeding: Rule = (b, role) => {
  const c = keep(b, 'feeding', role)
  setOptions(b, c, 'type', 'feeding')
  dropForAsked(b, c, 'type')
  b.chart(c, 'bar', 'count', undefined, b.dateOf(c)!, 'day')
}

export const symptoms: Rule = (b, role) => {
  const c = keep(b, 'symptoms', role)
  const pain = b.find(c, 'rating')
  if (pain) b.chart(c, 'line', 'mean', pain, b.dateOf(c)!, 'day')
  else b.chart(c, 'bar', 'count', undefined, b.dateOf(c)!, 'month')
}
