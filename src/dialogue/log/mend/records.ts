/**
 * Which of the kept entries a change is about: a log-linear choice among them (softmax over the entries) by what the words
 * that tell which, the value that was wrong and the new values show of each. Weights: scripts/mend/train.ts. Pure.
 */
import { fold } from '../../../base/resolve.ts'
import type { Field, Value } from '../../../spec.ts'
import type { How, Kept, Reference } from './kept.ts'
import weights from './records.json' with { type: 'json' }

/** One change: what its words point at, what was wrong, and the new values by field. */
export type Change = {
  /** Words that tell which, as said, and what each points at. */
  which: readonly { said: string; references: readonly Reference[] }[]
  wrong: readonly { references: readonly Reference[] }[]
  values: ReadonlyMap<Field, Value>
  /** How plainly the rules find it named (which.ts), for each entry by its id. */
  named: ReadonlyMap<string, number>
}

const HOWS: readonly How[] = ['T=', 'T~', 'T?', 'W=', 'W~', 'F', 'D', 'C']
const LAST =
  /\b(?:last|latest|newest|most recent|that|this|it|just)\b|刚才|剛才|刚刚|剛剛|最后|最後|最新|上一|那[条條笔筆个個次]|这[条條笔筆个個次]|這[条條笔筆个個次]|さっき|今の|直前|さいご|それ|これ|방금|아까|마지막|최근|그거|그건|이거|저거/u
const FIRST = /\b(?:first|oldest|earliest)\b|第一|最早|头一|頭一|最初|一番目|一個目|はじめ|첫|처음|맨 ?앞/u
const NTH: readonly [RegExp, number][] = [
  [/\b(?:second|2nd)\b|第二|二番目|2番目|2つ目|二つ目|二個目|두 ?번째|둘째|2번째/u, 2],
  [/\b(?:third|3rd)\b|第三|三番目|3番目|3つ目|三つ目|세 ?번째|셋째|3번째/u, 3],
  [/\b(?:fourth|4th)\b|第四|四番目|4番目|4つ目|네 ?번째|넷째|4번째/u, 4],
]

/** Words for the last one; and for the first, the second and so on. */
export const LAST_SAID = new RegExp(`${LAST.source}|いまの|[这那這嗰][位件杯]`, 'gu')
export const NTH_SAID = new RegExp([/一番前/u, FIRST, ...NTH.map(([pattern]) => pattern)].map(({ source }) => source).join('|'), 'u')

/** [SIZE]: what a change shows of an entry. `kept` is newest first. */
export function showsOf(change: Change, one: Kept, kept: readonly Kept[]): number[] {
  const { which, wrong, values, named } = change
  const by = new Map<How, number>()
  let missed = 0
  let only = 0
  for (const { references } of which) {
    const hit = references.find(({ records }) => records.has(one))
    if (hit) by.set(hit.how, (by.get(hit.how) ?? 0) + 1)
    else if (references.length) missed++
    if (hit?.records.size === 1) only++
  }
  const said = which.map((each) => fold(each.said)).join(' ')
  const oldest = one.rank === kept.length - 1
  const nth = NTH.find(([pattern]) => pattern.test(said))?.[1]
  const pointed = which.some(({ references }) => references.length > 0)
  let [same, fills, changes] = [0, 0, 0]
  for (const [field, value] of values) {
    const now = one.record.values[field.id]
    if (now === undefined || now === null || now === '') fills++
    else if (JSON.stringify(now) === JSON.stringify(value)) same++
    else changes++
  }
  const wronged = wrong.filter(({ references }) => references.some(({ records }) => records.has(one))).length
  const best = Math.max(0, ...named.values())
  const name = named.get(one.record.id) ?? 0
  return [
    Number(one.rank === 0),
    -Math.log1p(one.rank),
    ...HOWS.map((how) => by.get(how) ?? 0),
    missed,
    only,
    Number(!pointed && one.rank === 0),
    Number(!pointed && LAST.test(said) && one.rank === 0),
    Number(pointed && LAST.test(said)) * -Math.log1p(one.rank),
    Number(FIRST.test(said) && oldest),
    Number(nth !== undefined && one.rank === kept.length - nth),
    wronged,
    wrong.filter(({ references }) => references.length > 0).length - wronged,
    same,
    fills,
    changes,
    name,
    Number(name > 0 && name === best),
  ]
}
export const SIZE = 2 + HOWS.length + 14

/** Best first, each with its chance. */
export function chosenAmong(change: Change, kept: readonly Kept[], w: readonly number[] = weights): { one: Kept; chance: number }[] {
  const scores = kept.map((one) => showsOf(change, one, kept).reduce((sum, x, i) => sum + x * (w[i] ?? 0), 0))
  const most = Math.max(...scores)
  const sum = scores.reduce((all, score) => all + Math.exp(score - most), 0)
  return kept
    .map((one, i) => ({ one, chance: Math.exp(scores[i]! - most) / sum }))
    .sort((a, b) => b.chance - a.chance || a.one.rank - b.one.rank)
}
