/** A change of what was noted: "no, 71.9", "change the last one to 340". */

import { tokenise } from '../../base/language/tokenise.ts'
import type { Reading } from '../../base/language/types.ts'
import { fieldsNamed, fold, visibleFields } from '../../base/resolve.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import type { AppSpec, Collection, Value } from '../../spec.ts'
import { leftover } from '../slots.ts'
import { fillChoices } from './fill/choices.ts'
import { fillNumbers } from './fill/numbers.ts'
import { matchFor } from './match.ts'
import type { Entries } from './types.ts'
import { TO, target } from './verb.ts'

const MISTAKEN =
  /^(?:no|nope|sorry|wait|oops|wrong|not quite|i mean|actually|いや|いえ|違う|ちがう|違います|間違えた|ごめん|아니(?:요|야)?|아냐|잘못|미안|不对|不是|错了|说错了|记错了|不(?=,))[\s,，.:!、。—-]+/i

export function update(reading: Reading, collection: Collection, spec: AppSpec): Result<Entries> {
  const value = target(reading)
  const date = reading.values.filter((each) => each.read.kind === 'date').at(-1)
  const fields = visibleFields(collection)
  const values: Record<string, Value> = {}
  const figures: Reading = { ...reading, values: value ? [value] : [] }
  fillNumbers(figures, fields, (field, to) => {
    values[field.id] = to
  })
  const to = TO.exec(fold(reading.text))
  if (!Object.keys(values).length && to) {
    const tail = { ...reading, text: after(reading, to) }
    fillChoices(tail, fields, (field, option) => {
      values[field.id] = option
    })
    const named = fieldsNamed(reading.text, [collection], { kinds: true })[0]
    const words = leftover({ ...reading, text: tail.text, values: [], tokens: tokenise(tail.text) }, [])
    if (
      !Object.keys(values).length &&
      words &&
      (named?.field.kind === 'text' || named?.field.kind === 'place' || named?.field.kind === 'note')
    )
      values[named.field.id] = words
    if (!Object.keys(values).length && date) {
      const day = fields.find((field) => field.kind === 'date')
      if (day && date.read.kind === 'date') values[day.id] = date.read.date
    }
  }
  if (!Object.keys(values).length) return fail('nothing-said', 'It is not clear what to change it to.')
  const without: Reading = { ...reading, values: reading.values.filter((each) => each !== value) }
  const bare = value
    ? `${reading.text.slice(0, value.start)}${' '.repeat(value.end - value.start)}${reading.text.slice(value.end)}`
    : reading.text
  const blank = bare.replace(MISTAKEN, (mistake) => ' '.repeat(mistake.length)).replace(ENDING, (said) => ' '.repeat(said.length))
  const match = matchFor({ ...without, text: blank, tokens: tokenise(blank) }, collection, spec)
  if (!match) return fail('record-unknown', 'It is not clear which entry is meant.')
  return ok({ ops: [{ do: 'update', collection: collection.id, match, values }], unsure: [] })
}

/** The verb of a change with its particles, once the new value is taken out before it. */
const ENDING = /[をは]?\s*(?:に|へ)(?:変え|変更|直し|修正|し).*$|(?:을|를)?\s+(?:으로|로)\s*(?:바꿔|바꾸|변경|수정|고쳐|해).*$/u

/** The words on the side of the new value: after "to" in English and Chinese, before the verb elsewhere. */
function after(reading: Reading, to: RegExpExecArray): string {
  if (reading.language === 'en' || reading.language === 'zh') return reading.text.slice(to.index + to[0].length)
  const head = reading.text.slice(0, to.index)
  return head.slice(Math.max(head.lastIndexOf('を'), head.lastIndexOf('을 '), head.lastIndexOf('를 '), head.lastIndexOf('は'), -1) + 1)
}
