/** A quality of a wish as the learned kinds see it (kinds.ts). */
import type { Mention } from '../../base/concepts/types.ts'
import type { Asked, Frame } from '../frame/types.ts'
import type { Quality } from './kinds.ts'

const NEAR = 12

/** `asked` as the rules took it, where it stands from `start` to `end` in the wish. */
export function qualityOf(asked: Asked, start: number, end: number, { reading, mentions }: Pick<Frame, 'reading' | 'mentions'>): Quality {
  return {
    language: reading.language,
    label: asked.label,
    before: reading.text.slice(Math.max(0, start - NEAR), start),
    after: reading.text.slice(end, end + NEAR),
    guess: asked.kind.split(/[:=+]/)[0]!,
    concepts: conceptsIn(mentions, start, end),
    known: asked.part !== undefined,
    options: (asked.options?.length ?? 0) > 0,
  }
}

const conceptsIn = (mentions: readonly Mention[], start: number, end: number): string[] => [
  ...new Set(
    mentions.flatMap((one) =>
      one.start < end && one.end > start && one.concept.field ? [`${one.concept.field.kind}${one.end === end ? '$' : ''}`] : [],
    ),
  ),
]
