/** Which records by how they stand: paid or not, done or still to do, read or not yet. */

import { toldForms } from '../../base/language/korean.ts'
import type { Reading } from '../../base/language/types.ts'
import { fold, has, labelPlace, optionNamed } from '../../base/resolve.ts'
import type { Field, FieldOf, Filter } from '../../spec.ts'
import { plainly } from '../log/fill/choices.ts'
import { deniedIn } from '../log/homes/answers.ts'
import { folded, OPEN } from './words.ts'

export type Stated = { filter: Filter; at?: [start: number, end: number] }

/** Words of one state in four languages: a field called by one of them is meant by any other. */
const STATES = [
  /\b(?:un)?paid\b|\bpay\b|\bsettled\b|\bowe[sd]?\b|\boutstanding\b|[付缴繳]|交(?!通|流|换|往|给)|收(?!入|据|藏|集|获)|欠|払|支払|集金|入金|입금|납부|[냈낸]|내지|결제/,
  /\b(?:un)?(?:done|finished|completed?)\b|完成|做完|做好|搞定|済|終わ|完了|やっ[たて]|끝|완료|다\s?했/,
  /\bbought\b|\bbuy\b|[买買]|購入|샀|구매|사야/,
  /\b(?:un)?pack(?:ed)?\b|装|裝|带|帶|打包|入れ|詰め|準備|챙|넣/,
  /\b(?:un)?sold\b|卖|売|팔[았렸린]/,
  /\bhanded in\b|\bsubmitted\b|\bturned in\b|交(?!通|流|换|往|给)|提出|제출/,
  /\bread\b|[读讀看]|読|읽/,
  /\bseen\b|\bwatched\b|看|見|観|봤|보았/,
  /\bmastered\b|\blearn(?:ed|t)\b|掌握|学会|覚え|외웠|익혔/,
  /\bwatered\b|浇|水やり|물\s?(?:줬|준)/,
  /\bsent\b|\bshipped\b|寄|发货|発送|送っ|보냈|발송/,
].map(folded)
const NOT = folded(
  /\bnot\b|n't\b|\b(?:hav|has|is|was|did|do)nt\b|\bun[a-z]{3,}|\byet\b|\bnever\b|\bstill\b|\b(?:left|remaining|outstanding|owe[sd]?|owing)\b|欠|没|沒|未|不|[^少]ない|てな(?:い|かった)|[ぁ-ん]ず|まだ|안\s|(?<![가-힣])안(?=[가-힣]{2})|않|못\s?|아직|미(?:납|완료|제출)/,
)

/** The same state is spoken of as the field is called by. */
const speaksOf = (label: string, low: string): boolean => STATES.some((state) => state.test(fold(label)) && state.test(low))

export function stateOf(reading: Reading, low: string, fields: readonly Field[], except?: string): Stated[] {
  const ticks = fields.filter((field): field is FieldOf<'yesno'> => field.kind === 'yesno' && field.id !== except)
  const stated = ticks.flatMap((field) => ticked(reading, low, field))
  if (stated.length) return stated
  if (ticks[0] && has(low, OPEN)) return [{ filter: { field: ticks[0].id, op: '=', value: false } }]
  return reached(low, fields, except)
}

function ticked(reading: Reading, low: string, field: FieldOf<'yesno'>): Stated[] {
  const at =
    labelPlace(low, reading.tokens, field.label) ?? labelPlace(low, reading.tokens, plainly(field.label)) ?? toldPlace(low, field.label)
  if (at) return [{ filter: { field: field.id, op: '=', value: !NOT.test(around(low, at)) }, at }]
  const word = /^[a-z]+/.exec(fold(field.label))?.[0]
  if (word && low.includes(`un${word}`)) return [{ filter: { field: field.id, op: '=', value: false } }]
  const denied = deniedIn(low, field)
  if (denied !== undefined) return [{ filter: { field: field.id, op: '=', value: !denied } }]
  return speaksOf(field.label, low) ? [{ filter: { field: field.id, op: '=', value: !NOT.test(low) } }] : []
}
const around = (low: string, [start, end]: [number, number]): string =>
  /^[a-z]/.test(low.slice(start)) ? low.slice(Math.max(0, start - 16), end + 4) : low.slice(Math.max(0, start - 6), end + 4)

/** 몇 번 이겼어 asks for those where 이겼는지 is so. */
export function toldPlace(low: string, label: string): [number, number] | undefined {
  const form = toldForms(label).find((one) => low.includes(one))
  return form === undefined ? undefined : [low.indexOf(form), low.indexOf(form) + form.length]
}

/** What is over stands last among the stages of a choice, and is called so. */
const OVER = folded(
  /\b(?:done|finished|completed?|read|watched|seen|played|visited|closed|won)\b|已|完|过$|見終|読了|読み終|完了|済|終|다\s?(?:읽|봤|본|함)|완료|읽음|봄|끝/,
)
const DID = folded(
  /\b(?:finished|completed|done|read|seen|watched|played|visited)\b|看完|读完|完成|做完|看过|读过|見た|観た|読んだ|読み終|見終|終わ|見て|読んで|봤|읽었|읽은|끝낸|끝냈|본\s/,
)
/** "how many have I finished?", まだ見てないのは: by the stage that something is at. */
function reached(low: string, fields: readonly Field[], except?: string): Stated[] {
  const stages = fields.find(
    (field): field is FieldOf<'choice'> =>
      field.kind === 'choice' && field.id !== except && field.options.length >= 2 && OVER.test(fold(field.options.at(-1)!.label)),
  )
  if (!stages || optionNamed(low, stages.options) || !(DID.test(low) || LEFT.test(low))) return outcome(low, fields, except)
  const over = stages.options.at(-1)!.id
  return [{ filter: { field: stages.id, op: NOT.test(low) ? '!=' : '=', value: over } }]
}

/** A word of the open end alone: まだ見てないのは, "what's left?" */
const LEFT = folded(/まだ|\bstill\b|\bleft\b|还没|아직|남은/)

/** "how many did I win?", 몇 번 이겼어: options that are called by what was won and lost. */
const OUTCOMES: [said: RegExp, option: RegExp][] = [
  [folded(/\bw[io]n\b|\bwins\b|赢|胜|勝|이겼|이긴|승리/), folded(/\bw[io]ns?\b|赢|胜|勝|^승|이김|승리/)],
  [folded(/\blost\b|\blose\b|\blosses\b|输|负|負け|졌|진\s|패배/), folded(/\bloss|\blost\b|输|负|負|敗|^패|짐|패배/)],
]
function outcome(low: string, fields: readonly Field[], except?: string): Stated[] {
  for (const field of fields) {
    if (field.kind !== 'choice' || field.id === except || optionNamed(low, field.options)) continue
    for (const [said, called] of OUTCOMES) {
      const option = said.test(low) ? field.options.find(({ label }) => called.test(fold(label))) : undefined
      if (option) return [{ filter: { field: field.id, op: '=', value: option.id } }]
    }
  }
  return []
}
