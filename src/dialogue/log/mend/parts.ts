/** What a correction says of a part of an entry that is known: a part by its name (天气填雨, 이름 한미자임), or that it is done by now. */
import { doneEnding } from '../../../base/language/nominal-ko.ts'
import type { Found, Reading } from '../../../base/language/types.ts'
import { fold, labelPlace } from '../../../base/resolve.ts'
import type { Field, Rec, Value } from '../../../spec.ts'
import { happened } from '../known.ts'
import { bare } from './swap.ts'

const WORDED = new Set<Field['kind']>(['text', 'note', 'place', 'person'])
/** What leads from the name of a part to what it is to be. */
const LEADS =
  /^(?:\s*[:：=]\s*|(?:は|が|を|に|の|も)(?=.)|(?:은|는|이|가|을|를|에|에는)\s|\s*(?:填|写|寫|改成|改为|加上?|是|记|記)|\s+(?:is|was|should (?:be|say)|to|as|says?)\s)+/u
const QUOTED = /[「『“"'](.+?)[」』”"']/u
/** What is done with it, after what it is to be. */
const DOING =
  /(?:と|って)?(?:足し|追記|書い?|入れ|記録|つけ|変え|変更|直し|修正).*$|\s?(?:으로|로|라고)?\s?(?:적어|써|넣어|추가|해|바꿔|고쳐|수정).*$/u

export function partNamed(reading: Reading, fields: readonly Field[], title: string): Record<string, Value> | null {
  const low = fold(reading.text)
  for (const field of fields) {
    if (!WORDED.has(field.kind) || field.id === title || (field.label.length < 2 && /[\x20-\x7e]/.test(field.label))) continue
    const at = labelPlace(low, reading.tokens, field.label)
    if (!at) continue
    const rest = reading.text.slice(at[1])
    const lead = LEADS.exec(rest)
    const said = QUOTED.exec(rest)?.[1] ?? (lead || /^\s/.test(rest) ? rest.slice(lead?.[0].length ?? 0).replace(DOING, '') : '')
    const value = bare(said, reading.language)
    if (value) return { [field.id]: value.slice(0, 500) }
  }
  return null
}

/** ロングトーン20分, "20 pages": a figure that was noted among words, put right where it stands. */
export function figureWithin(
  now: Found | undefined,
  old: Found | undefined,
  fields: readonly Field[],
  record: Rec,
): Record<string, Value> | null {
  const figure = now && NUMBER.exec(now.text)?.[0]
  if (!figure) return null
  const was = old && NUMBER.exec(old.text)?.[0]
  const unit = now.text.slice(now.text.indexOf(figure) + figure.length).trim()
  for (const field of fields) {
    const value = record.values[field.id]
    if (!WORDED.has(field.kind) || typeof value !== 'string') continue
    const [kept, ...others] = [...value.matchAll(/\d[\d,]*(?:\.\d+)?/g)]
    if (!kept || others.length || kept[0] === figure || (was ? kept[0] !== was : unit && !value.slice(kept.index).includes(unit))) continue
    return { [field.id]: value.slice(0, kept.index) + figure + value.slice(kept.index + kept[0].length) }
  }
  return null
}
const NUMBER = /\d[\d,]*(?:\.\d+)?/

const NOT = /\b(?:not|never|no)\b|n't\b|[没沒未不]|ない|ません|안\s|못\s|않|아직/u
/** 鯇魚買咗, 박씨 찾아감: of the one yes or no that is still open it became so. */
export function becameSo(reading: Reading, fields: readonly Field[], record: Rec): Record<string, Value> | null {
  const open = fields.filter(({ kind }) => kind === 'yesno')
  const [field] = open
  if (!field || open.length > 1 || record.values[field.id] === true || NOT.test(fold(reading.text))) return null
  return happened(reading, reading.text) || doneEnding(reading.text) !== null ? { [field.id]: true } : null
}
