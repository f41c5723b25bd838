/** "no advance", 冇成本, 送料なし, 벌금 없음: of an amount that is kept it is said that there was none. */
import type { Reading } from '../../../base/language/types.ts'
import { contentStems, fold, placesOf } from '../../../base/resolve.ts'
import type { Field, Language } from '../../../spec.ts'
import type { Take } from '../types.ts'

const AMOUNTS = new Set<Field['kind']>(['money', 'number', 'quantity', 'duration'])

/** Right before the name, and right after it. */
const NONE: Record<Language, [before: RegExp | null, after: RegExp | null]> = {
  en: [/\b(?:no|zero|nil|without(?: any)?|didn't (?:take|get|pay)(?: an?| any)?) $/, /^ (?:none|nil|zero)\b/],
  zh: [/(?:[没冇无免零]|不用|不收)(?:有|收|出|给|付|要)?$/u, /^(?:[没无零冇]|不用|不要)(?:有|了)?(?=$|[\s,，。])/u],
  ja: [null, /^(?:は|が|も)?(?:なし|無し|ない|ゼロ)/u],
  ko: [null, /^(?:은|는|이|가|도)?\s?(?:없|안\s|제로)/u],
}

/** The name, and for CJK what it begins or ends with: 成本 of 材料成本. */
function namesOf({ label }: Field): string[] {
  const name = fold(label).trim()
  if (/^[\x20-\x7e]+$/.test(name)) return [name, ...name.split(/\s+/).filter((word) => word.length > 3 && contentStems(word).length > 0)]
  return /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]{3,}$/u.test(name) ? [name, name.slice(-2), name.slice(0, 2)] : [name]
}

export function fillNothing(reading: Reading, fields: readonly Field[], take: Take): void {
  const low = fold(reading.text)
  const [before, after] = NONE[reading.language]
  for (const field of fields) {
    if (!AMOUNTS.has(field.kind) || ('min' in field && (field.min ?? 0) > 0)) continue
    for (const name of namesOf(field)) {
      const at = name.length > 1 ? placesOf(low, name)[0] : undefined
      const ahead = at && before?.exec(low.slice(0, at[0]))
      const behind = at && after?.exec(low.slice(at[1]))
      if (!at || (!ahead && !behind)) continue
      take(field, 0, [ahead ? ahead.index : at[0], behind ? at[1] + behind[0].length : at[1]])
      break
    }
  }
}
