/** The mechanisms of recall, as what of the memory token is left out with each. */
import { SETTING_COUNT, SIGNAL_COUNT, SIGNALS, type Signal } from '../../src/memory/recall/signals.ts'
import { EXPERTS, HIDDEN, LAYOUT, RELATION_COUNT, RELATIONS } from '../../src/memory/recall/token.ts'

export type Without = { signals?: Signal[]; relations?: readonly (typeof RELATIONS)[number][]; gate?: true }

export const MECHANISMS: Record<string, Without> = {
  'window: the turns before and after': {
    signals: ['before', 'after', 'before-2', 'after-2', 'window', 'window-covers', 'answers-question', 'cosine-around'],
  },
  'session, speaker and date': {
    signals: [
      'session',
      'session-share',
      'speaker',
      'other-speaker',
      'person-speaks',
      'agent-speaks',
      'day',
      'month',
      'recency',
      'latest',
      'time-asked',
    ],
  },
  'vectors: likeness of meaning': { signals: ['cosine', 'cosine-around', 'cosine-share', 'semantic-rank'] },
  'gate: the same mixture for every question': { gate: true },
  'diversity (MMR): likeness to what was found, what is new': { relations: ['like-one', 'adds'] },
  'iteration: all that was found tells': { relations: RELATIONS },
}

/** The weights through which a mechanism speaks. */
export function frozenBy({ signals = [], relations = [], gate }: Without): number[] {
  const range = (from: number, size: number) => Array.from({ length: size }, (_, i) => from + i)
  const inputs = signals.flatMap((name) => {
    const k = SIGNALS.indexOf(name)
    return [
      ...range(0, EXPERTS).map((e) => LAYOUT.experts + e * SIGNAL_COUNT + k),
      ...range(0, HIDDEN).map((h) => LAYOUT.hidden + h * SIGNAL_COUNT + k),
    ]
  })
  const related = relations.flatMap((name) => range(0, EXPERTS).map((e) => LAYOUT.relations + e * RELATION_COUNT + RELATIONS.indexOf(name)))
  return [...inputs, ...related, ...(gate ? [...range(LAYOUT.gate, EXPERTS * SETTING_COUNT), ...range(LAYOUT.gateBias, EXPERTS)] : [])]
}
