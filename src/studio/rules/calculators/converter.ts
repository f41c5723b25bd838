/** Converters: which units, of which dimension; currencies by a rate the person types. */

import { foldHan } from '../../../base/language/han.ts'
import { findUnit, UNITS, unitsOf } from '../../../base/language/units.ts'
import type { Behaviour } from '../../../spec.ts'
import type { Frame } from '../../frame/types.ts'
import type { Build } from '../build.ts'
import { placesOf } from '../cues.ts'
import { t, type Words } from '../words.ts'
import { addCalculator } from './calculator.ts'
import { i, o } from './kinds.ts'

const DIMENSIONS: [string, string, Words][] = [
  [
    'cooking',
    'kitchen,cooking,recipe,baking,厨房,烹饪,料理,キッチン,요리,베이킹,계량',
    t('Kitchen converter / 厨房换算 / 料理の換算 / 요리 단위 변환'),
  ],
  [
    'temperature',
    'temperature,celsius,fahrenheit,温度,摄氏,华氏,気温,摂氏,華氏,온도,섭씨,화씨',
    t('Temperature converter / 温度换算 / 温度換算 / 온도 변환'),
  ],
  ['mass', 'weight,mass,kg,pounds,重量,斤,公斤,重さ,무게,킬로그램,근', t('Weight converter / 重量换算 / 重さ換算 / 무게 변환')],
  ['area', 'area,square,面积,平方,亩,坪,畳,面積,평,제곱', t('Area converter / 面积换算 / 面積換算 / 면적 변환')],
  [
    'volume',
    'volume,litre,liter,gallon,体积,升,毫升,容量,体積,リットル,부피,리터',
    t('Volume converter / 体积换算 / 体積換算 / 부피 변환'),
  ],
  ['speed', 'speed,mph,km/h,速度,时速,時速,속도,시속', t('Speed converter / 速度换算 / 速度換算 / 속도 변환')],
  [
    'data',
    'megabyte,gigabyte,file size,mb,gb,字节,流量,データ,容量,데이터,용량',
    t('Data converter / 数据换算 / データ換算 / 데이터 변환'),
  ],
  ['time', 'time units,hours to,minutes to,seconds,时间换算,時間換算,시간 변환', t('Time converter / 时间换算 / 時間換算 / 시간 변환')],
  ['energy', 'energy,calorie,kilojoule,joule,能量,千焦,エネルギー,에너지', t('Energy converter / 能量换算 / エネルギー換算 / 에너지 변환')],
  ['pressure', 'pressure,psi,气压,压强,圧力,압력,기압', t('Pressure converter / 压力换算 / 圧力換算 / 압력 변환')],
  [
    'length',
    'length,distance,height,miles,feet,inches,长度,英寸,英尺,長さ,インチ,フィート,길이,인치,피트',
    t('Length converter / 长度换算 / 長さ換算 / 길이 변환'),
  ],
]

/** Units named in the request, in order, each once. */
function unitsNamed(frame: Frame): string[] {
  const found: { id: string; at: number; length: number }[] = []
  for (const unit of UNITS) {
    const names = [
      ...(unit.names.any ?? []),
      ...(unit.names[frame.language] ?? []),
      ...(frame.language === 'en' ? [] : (unit.names.zh ?? []).filter((name) => name.length > 1)),
    ]
    for (const name of names) {
      if (name.length < 2 && /[a-z"]/.test(name)) continue
      const folded = foldHan(name)
      const place = placesOf(frame.low, folded)[0]
      if (place) found.push({ id: findUnit(name, frame.language)?.id ?? unit.id, at: place[0], length: folded.length })
    }
  }
  if (/\bcups?\b/.test(frame.low)) found.push({ id: 'cup', at: frame.low.indexOf('cup'), length: 4 })
  const whole = found.filter(
    (one) => !found.some((other) => other.at <= one.at && other.at + other.length >= one.at + one.length && other.length > one.length),
  )
  return [...new Set(whole.sort((a, b) => a.at - b.at || b.length - a.length).map((one) => one.id))]
}

export function addConverter(b: Build): void {
  const { frame } = b
  const named = unitsNamed(frame)
  const dimensionOf = (id: string) => UNITS.find((unit) => unit.id === id)?.dimension
  const cooking =
    named.length > 1 && new Set(named.map(dimensionOf)).size > 1 && named.every((id) => UNITS.find((unit) => unit.id === id)?.cooking)
  const guessed = DIMENSIONS.find(([, words]) => words.split(',').some((word) => placesOf(frame.low, foldHan(word)).length > 0))
  const kitchen = guessed?.[0] === 'cooking'
  const dimension: string = cooking || kitchen ? 'volume' : named.length ? dimensionOf(named[0]!)! : (guessed?.[0] ?? 'length')
  const currency =
    /currenc|exchange|汇率|货币|美元|日元|韩元|欧元|為替|通貨|円をドル|ドル|환율|달러|엔화|유로/.test(frame.low) && named.length === 0
  if (currency) {
    addCurrency(b)
    return
  }
  const group = (of: string) => {
    const mine = named.filter((id) => dimensionOf(id) === of)
    const others = unitsOf(of)
      .map((unit) => unit.id)
      .filter(
        (id) =>
          !mine.includes(id) && !['li', 'chi', 'cun', 'shaku', 'sun', 'ryo', 'momme', 'sho', 'go', 'liang', 'cl', 'joule'].includes(id),
      )
    return { mine, units: [...mine, ...others].slice(0, 12) }
  }
  const put = (of: string, label: Words) => {
    const { mine, units } = group(of)
    if (units.length < 2) return
    const behaviour = b.does<Extract<Behaviour, { kind: 'converter' }>>({
      kind: 'converter',
      label,
      dimension: of,
      units,
      from: units[0]!,
      to: mine[1] ?? units[1]!,
    })
    b.tool(behaviour)
  }
  const labelOf = (of: string) => DIMENSIONS.find(([id]) => id === of)?.[2] ?? t('Converter / 换算器 / 換算 / 변환기')
  put(dimension, labelOf(dimension))
  if (cooking || kitchen) put('mass', labelOf('mass'))
  else
    for (const other of new Set(named.map((id) => dimensionOf(id)!)))
      if (other && other !== dimension && other !== 'time') put(other, labelOf(other))
  b.icon = '🔁'
  b.defaultName = cooking || kitchen ? labelOf('cooking') : labelOf(dimension)
}

/** There are no live rates offline: the person types the rate. */
function addCurrency(b: Build): void {
  addCalculator(b, {
    id: 'currency',
    name: t('Currency converter / 汇率换算 / 為替計算 / 환율 계산기'),
    icon: '💱',
    words: '',
    inputs: [i('amount', 'Amount / 金额 / 金額 / 금액', 'num', 100), i('rate', 'Rate / 汇率 / レート / 환율', 'num')],
    outputs: [o('result', 'Converted / 换算结果 / 換算後 / 환산 금액', 'amount * rate', 'number', 2)],
  })
}
