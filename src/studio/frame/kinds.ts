/** Of which kind a quality is that was asked for. */

import type { Mention } from '../../base/concepts/types.ts'
import { foldHan } from '../../base/language/han.ts'
import { findUnit } from '../../base/language/units.ts'
import type { Language } from '../../spec.ts'
import { guessKind, STARTED } from '../rules/guess.ts'
import { partNamed } from '../rules/parts.ts'
import type { Asked, Frame } from './types.ts'

export function askedFor(label: string, start: number, frame: Pick<Frame, 'language' | 'mentions' | 'reading' | 'low'>): Asked {
  const { language } = frame
  const priced = language === 'en' ? /^(.{2,40}?) in (?:euros?|dollars?|pounds(?! and)|yen|won|yuan|[$€£¥])$/i.exec(label) : null
  if (priced) return { label: priced[1]!, kind: 'money', start }
  const unitSaid = /^(.{1,40}?)(?: in |\s?\()([a-zA-Z°/%]{1,12}|公斤|斤|厘米|毫升|キロ|킬로)\)?$/.exec(label)
  const bracketed = unitSaid ? findUnit(unitSaid[2]!, language) : undefined
  const leading = bracketed || partNamed(label) ? undefined : unitBefore(label, language)
  const trailing = bracketed || partNamed(label) ? undefined : unitAfter(label, language)
  const unit = bracketed?.id ?? trailing?.unit ?? leading
  const word = bracketed ? unitSaid![1]!.trim() : (trailing?.word ?? label)
  const part = partNamed(word)
  const concept = conceptFor(word, frame) ?? unitNamed(word, language)
  if (STARTED.test(word.toLowerCase()) && !part?.kind.startsWith('date')) return { label: word, kind: 'date', start }
  // Minutes in Japanese, a score in Chinese.
  if (language === 'ja' && /分数$/.test(word)) return { label: word, kind: 'duration', start }
  if (!unit && HEIGHT.test(word) && MOUNTAIN.test(frame.low)) return { label: word, kind: 'qty:m', unit: 'm', start }
  const kind = unit ? `qty:${unit}` : part ? part.kind : (concept ?? guessed(word, start, frame))
  return { label: word, kind, start, ...(part ? { part } : {}), ...(unit ? { unit } : {}) }
}

/** The height of a mountain is told in metres. */
const HEIGHT = /^(?:height|elevation|높이|해발 ?(?:높이|고도)?|高さ|高度|海拔)$/i
const MOUNTAIN = /mountain|summit|peak|hik(?:e|ing)|등산|산행|봉우리|다녀온 산|오른 산|登山|爬山|山頂|山顶/

/** "flour grams", 분유 ml, 사료 몇 그램: the unit stands after the name of what is measured in it. */
function unitAfter(label: string, language: Language): { word: string; unit: string } | undefined {
  const said =
    /^(.{1,30}?)\s(?:(?:몇|how many|in)\s)?([\p{L}°]{1,12})$/u.exec(label) ??
    // 重さkg, 高さcm: letters right after a word of another script.
    /^(.{0,29}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])([a-zA-Z°℃]{1,5})$/u.exec(label)
  const unit =
    said && !NO_UNIT.test(said[2]!) && !/\b(?:per|an?|each)$/i.test(said[1]!) && !partNamed(said[2]!)
      ? findUnit(said[2]!, language)
      : undefined
  return unit && unit.dimension !== 'time' ? { word: said![1]!.trim(), unit: unit.id } : undefined
}

/** “which box it's in”, “what mood she was in” end in no unit. */
const NO_UNIT = /^(?:in|its?|it's|was|is|are|were|at|as|on|us|do|did|go|goes|h)$/i

/** "metres left", "harvested kg" the other way round: the unit, and what is said of it. */
function unitBefore(label: string, language: Language): string | undefined {
  const said =
    /^(\p{L}{1,12}) (?:left|remaining|in stock|used|needed|drunk|eaten|harvested|sold|driven|walked|run|cycled|covered|travelled|traveled|rowed|swum|ridden|climbed|lost|gained|raised)$/u.exec(
      label,
    )
  const unit = said ? findUnit(said[1]!, language) : undefined
  return unit && unit.dimension !== 'time' ? unit.id : undefined
}

/** 毫升, km: the unit itself stands for what is measured in it. */
function unitNamed(word: string, language: Language): string | undefined {
  const unit = partNamed(word) || /^[a-z]$/i.test(word) ? undefined : findUnit(word, language)
  return unit && unit.dimension !== 'time' ? `qty:${unit.id}` : undefined
}

/** By its own form, else by the noun it ends with: "honey weight" is a weight, 仕込みの水温 a temperature. */
function guessed(word: string, start: number, frame: Pick<Frame, 'mentions' | 'low' | 'language'>): string {
  const kind = guessKind(word)
  if (kind === 'time' && frame.language === 'ja' && LASTING_JA.test(word)) return 'duration'
  if (kind !== 'text+') return kind
  const low = foldHan(word.toLowerCase())
  const at = frame.low.indexOf(low, start)
  const end = at + low.length
  const head = frame.mentions.find(
    (one) => at >= 0 && one.end === end && one.start > at && one.score >= 0.9 && one.end - one.start >= 2 && one.concept.field,
  )
  const known = head ? kindOfField(head) : undefined
  return known && MEASURED_KINDS.test(known) ? known : kind
}

/** 放鳥時間, 待ち時間: how long it took, unless something begins, ends or is open then. */
const LASTING_JA =
  /(?<!開始|終了|開店|閉店|開場|開演|閉館|開館|営業|出発|到着|発車|起床|就寝|就床|入眠|集合|解散|予約|面会|受付|登校|下校|出勤|退勤|出社|退社|始業|終業|帰宅|門限|服薬|服用|投薬|授乳|食事|給餌|水やり|消灯|チェックイン|チェックアウト|締切|入室|退室|来店|配達|受取|開花|起きる|寝る|起きた|寝た|出る|着く|始まる|終わる|飲む|飲んだ|食べた|あげた)時間$/

/** Kinds that a compound takes over from its last noun; "table number" is rather a name. */
const MEASURED_KINDS = /^(?:qty|money|date|time|duration|rating)/

/** The ontology's opinion of a word, where exactly that word is a quality in it. */
export function conceptFor(word: string, frame: Pick<Frame, 'mentions'>): string | undefined {
  const low = foldHan(word.toLowerCase())
  const mention = frame.mentions.find((one) => one.score >= 0.99 && one.concept.field && foldHan(one.text.toLowerCase()) === low)
  return mention && kindOfField(mention)
}

function kindOfField({ concept: { field } }: Mention): string | undefined {
  if (!field) return undefined
  if (field.kind === 'quantity') return `qty:${field.unit ?? ''}`
  if (field.kind === 'number') return field.integer ? 'int' : 'num'
  if (field.kind === 'rating') return field.max && field.max !== 5 ? `rating:${field.max}` : 'rating'
  if (field.kind === 'text') return 'text+'
  return ['money', 'date', 'time', 'datetime', 'duration', 'yesno', 'person', 'place', 'link', 'note'].includes(field.kind)
    ? field.kind
    : undefined
}
