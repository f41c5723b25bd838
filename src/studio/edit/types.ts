/** What a field is: its kind, scale, unit, and whether it may be left out. */
import { findUnit, unitLabel, unitOf } from '../../base/language/units.ts'
import { visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { Field, Language } from '../../spec.ts'
import { fieldFor } from '../rules/parts.ts'
import { type Change, type Clause, is, type Rule, SURE } from './clause.ts'
import { optionsIn, withOptions } from './options.ts'
import { SAY } from './say.ts'
import { hitsIn } from './targets.ts'
import { ADD, CHANGE, REMOVE } from './words.ts'

export const SCALE =
  /(?:out of|to|up to|1\s?[-–~到から]\s?|\/)\s?(\d{1,2})\b|(\d{1,2})\s?(?:点満点|段階|分制|分满分|점 ?만점|점 ?척도|단계|stars?|星|つ星|-point)|満点(?:を|は)?\s?(\d{1,2})/
/** From what to what it is told: no name of it. */
export const SCALES =
  /[\s,，、]*[(（]?(?:(?:from |on a scale of )?\d{1,2}\s?(?:[-–~〜～]|to|到|至|から|에서|부터)\s?\d{1,2}\s?(?:分|点|星|stars?|points?|まで|점|까지)?|(?:out of|满分|満分|满)\s?\d{1,2}分?|\d{1,2}\s?(?:点満点|段階|分制|分满分|点满分|점 ?만점|점 ?척도|단계))(?:[でのに]|으로|로)?[)）]?/giu
const TYPES: [RegExp, string, Record<Language, string>][] = [
  [/\brating\b|\bstars?\b|评分|星级|評価|星|별점|평점/, 'rating', { en: 'a rating', zh: '评分', ja: '評価', ko: '별점' }],
  [/\bwhole number\b|\binteger\b|整数|정수/, 'int', { en: 'a whole number', zh: '整数', ja: '整数', ko: '정수' }],
  [/\bnumber\b|数字|数値|숫자/, 'num', { en: 'a number', zh: '数字', ja: '数値', ko: '숫자' }],
  [/\b(?:money|amount of money|currency)\b|金额|金額|금액/, 'money', { en: 'an amount', zh: '金额', ja: '金額', ko: '금액' }],
  [
    /\b(?:date and time|datetime)\b|日期时间|日時|날짜와 시간/,
    'datetime',
    { en: 'a date and time', zh: '日期时间', ja: '日時', ko: '날짜와 시간' },
  ],
  [/\bdate\b|日期|日付|날짜/, 'date', { en: 'a date', zh: '日期', ja: '日付', ko: '날짜' }],
  [/\btime of day\b|\bclock\b|时刻|時刻|시각/, 'time', { en: 'a time', zh: '时间', ja: '時刻', ko: '시각' }],
  [
    /\b(?:yes\/no|yes or no|checkbox|tick ?box|check box)\b|是否|勾选|チェック|はい.?いいえ|체크|예\/아니/,
    'yesno',
    { en: 'a tick box', zh: '勾选', ja: 'チェック', ko: '체크' },
  ],
  [
    /\b(?:long text|note|multi-?line|paragraph)\b|长文本|多行|長文|複数行|긴 글|여러 줄/,
    'note',
    { en: 'longer text', zh: '长文本', ja: '長い文章', ko: '긴 글' },
  ],
  [/\b(?:text|free text|words)\b|文本|文字|テキスト|文字列|텍스트|글자/, 'text', { en: 'text', zh: '文本', ja: 'テキスト', ko: '텍스트' }],
  [/\blink\b|\burl\b|链接|リンク|링크/, 'link', { en: 'a link', zh: '链接', ja: 'リンク', ko: '링크' }],
  [
    /\bduration\b|minutes|时长|分钟|所要時間|분 단위|소요 시간/,
    'duration',
    { en: 'a duration', zh: '时长', ja: '所要時間', ko: '소요 시간' },
  ],
]

/** These words name a kind of field. */
export const saysType = (text: string): boolean => TYPES.some(([type]) => type.test(text.toLowerCase()))

/** It may not be left out: "must always be filled in", 不能为空, 必ず入力, 꼭 쓰게. */
const REQUIRED =
  /\b(?:required|mandatory|compulsory|obligatory|must)\b|\b(?:has|have|needs?) to be (?:filled|entered|there|given)|(?:can'?t|cannot|never|not|shouldn'?t|mustn'?t|must not|should not) be (?:left )?(?:empty|blank|left out)|必填|必须|必須|一定要[填写写输]|不[能许可准](?:为空|空着|留空|不填)|必ず(?:入力|書|記入|入れ)|空(?:欄|白)(?:は|に|の)?(?:でき|しない|だめ|ダメ|不可|禁止)|필수|꼭\s?(?:쓰|적|입력|넣|채우|써|기입)|반드시|비워\s?(?:두지|둘 수 없|두면 안)|빈칸\s?(?:안|불가|금지|못)/

/** "make the rating out of 10", "price should be a number", "weight in pounds", "note is required". */
export const retypeField: Rule = (clause) => {
  if (is(clause, ADD) && !/should be|改成|改为|に変|にして|바꿔|변경/.test(clause.low)) return null
  const hits = hitsIn(clause)
  const hit = [...hits].sort((a, b) => a.start - b.start)[0]
  if (!hit) return null
  const { field, collection } = hit
  const change = (to: Field, said: string): Change => ({
    edits: [{ do: 'change-field', collection: collection.id, field: to }],
    said: SAY.changed[clause.language](field.label, said),
  })
  const rest = clause.low.slice(0, hit.start) + ' '.repeat(hit.end - hit.start) + clause.low.slice(hit.end)
  const scale = SCALE.exec(rest)
  const max = scale ? Number(scale[1] ?? scale[2] ?? scale[3]) : undefined
  if (max !== undefined && max >= 2 && max <= 10 && (field.kind === 'rating' || field.kind === 'number'))
    return change({ ...base(field), kind: 'rating', max }, `1–${max}`)
  const unit = unitIn(clause, rest)
  if (unit && (field.kind === 'quantity' || field.kind === 'number') && (field.kind !== 'quantity' || field.unit !== unit))
    return change({ ...base(field), kind: 'quantity', unit }, unitLabel(unitOf(unit)!, clause.language))
  if (REQUIRED.test(rest))
    return change({ ...field, required: true }, { en: 'required', zh: '必填', ja: '必須', ko: '필수' }[clause.language])
  if (/\boptional\b|not required|可选|选填|任意|선택 사항|선택사항/.test(rest))
    return change({ ...field, required: false }, { en: 'optional', zh: '选填', ja: '任意', ko: '선택' }[clause.language])
  const options = optionsIn(clause.text)
  if (!is(clause, CHANGE) && !/should|として|can be|から|选|고르/.test(clause.low)) return null
  if (
    options.length >= 2 &&
    /option|choice|choose|pick|select|one of|list|选|挑|分为|分成|選|えら|どれか|옵션|선택|고르|골라|[:：]/.test(clause.low)
  )
    return change({ ...base(field), kind: 'choice', options: withOptions([], options) }, options.join(', '))
  const type = TYPES.find(([pattern]) => pattern.test(rest))
  if (!type || sameKind(type[1], field)) return null
  const { id, label } = field
  return change(
    {
      ...fieldFor(id, type[1], label, clause.language, clause.ctx.currency),
      ...(field.required !== undefined && { required: field.required }),
    },
    type[2][clause.language],
  )
}

const sameKind = (kind: string, field: Field) =>
  kind === field.kind ||
  (kind === 'num' && field.kind === 'number') ||
  (kind === 'int' && field.kind === 'number' && field.integer === true)

const base = (field: Field) => {
  const { id, label, required, suggest, hint, concept } = field
  return {
    id,
    label,
    ...(required !== undefined && { required }),
    ...(suggest !== undefined && { suggest }),
    ...(hint !== undefined && { hint }),
    ...(concept !== undefined && { concept }),
  }
}

/** "make it in pounds", 用斤记, キロにして: the field that is measured so, where none is named. */
export const setUnit: Rule = (clause) => {
  const unit = unitIn(clause, clause.low) ?? onlyUnit(clause)
  const dimension = unit && unitOf(unit)?.dimension
  if (!unit || !dimension || is(clause, ADD) || is(clause, REMOVE)) return null
  for (const collection of visibleCollections(clause.spec))
    for (const field of visibleFields(collection)) {
      if (field.kind !== 'quantity' || field.unit === unit || unitOf(field.unit)?.dimension !== dimension) continue
      return {
        edits: [{ do: 'change-field', collection: collection.id, field: { ...base(field), kind: 'quantity', unit } }],
        said: SAY.changed[clause.language](field.label, unitLabel(unitOf(unit)!, clause.language)),
        sure: SURE.meant,
      }
    }
  return null
}

/** "I lift in pounds, switch it": the one unit that is spoken of, where something is to be switched. */
function onlyUnit(clause: Clause): string | undefined {
  if (!/\b(?:switch|change|convert|use|not)\b|换|改|用|变|変え|使|바꿔|바꾸|변경|써/.test(clause.low) || clause.reading.values.length)
    return undefined
  const words = clause.low.match(/[a-z]+|[\p{Script=Han}]+|[ァ-ヶー]+|[가-힣]+/gu) ?? []
  const units = new Set(words.flatMap((word) => findUnit(word.replace(/(?:으로|로)$/, ''), clause.language)?.id ?? []))
  return units.size === 1 ? [...units][0] : undefined
}

function unitIn(clause: Clause, rest: string): string | undefined {
  const match =
    /\b(?:in|to|use|as)\s+([a-z]{1,12})\b|(?:用|换成|改成|改为)\s?([\p{L}]{1,6})|([\p{L}]{1,8}?)(?:に(?:して|変|換)|で記録|(?:으?로)\s?(?:바꿔|변경|해|기록))/u.exec(
      rest,
    )
  const word = match?.[1] ?? match?.[2] ?? match?.[3]
  return word ? findUnit(word, clause.language)?.id : undefined
}
