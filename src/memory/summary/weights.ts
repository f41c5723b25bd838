/** The trained weights of the summariser: scripts/summary/train.ts writes them, with the command, the data and the seed. */
import type { StaticEmbedder } from '../embed/builtin.ts'
import { encode, layoutOf, type Pass, projectionOf, type Weights, withSalience } from './encoder.ts'
import { hashOf, type Pieces, type Rarity, readPieces } from './pieces.ts'
import { rarityOf } from './rarity.ts'
import trained from './weights/summary.json' with { type: 'json' }

export type Summariser = {
  /** Names the weights: summaries of two summarisers never compare. */
  id: string
  rarity: Rarity
  read(texts: readonly string[]): Pieces
  span(pieces: Pieces): Pass
  question(text: string): Float32Array
  /** Attends to what was salient to one person (salience.ts); its vectors compare with those of the others. */
  tuned(salience: Float32Array): Summariser
}

/** Pieces whose directions are kept at hand: about half a kilobyte each. */
const MOST_KNOWN = 4000

let opened: Summariser | null | undefined

/** Null where the embedder is another than the one that the weights were trained with. Throws where they are of another shape. */
export function summariser(embedder: StaticEmbedder | null): Summariser | null {
  if (embedder === null || embedder.id !== trained.embedder) return null
  opened ??= summariserOf(trained, embedder)
  return opened
}

type Trained = Omit<typeof trained, 'made'>

export function summariserOf(from: Trained, embedder: StaticEmbedder): Summariser {
  const layout = layoutOf(from.dimension)
  const [span, question] = [unpacked(from.span), unpacked(from.question)]
  for (const { length } of [span, question])
    if (length !== layout.size) throw new Error(`the weights of the summariser have ${length} values, not ${layout.size}: train them again`)
  const rarity = rarityOf({
    words: new Uint32Array(bytesOf(from.common.words).buffer),
    rarities: bytesOf(from.common.rarities),
  })
  // Half of what is said is the same few words. Both caches are by hash: no word that was said is kept in them.
  const known = new Map<number, Float32Array>()
  const remembering: StaticEmbedder = {
    ...embedder,
    sumText(piece) {
      const form = hashOf(piece)
      const before = known.get(form)
      if (before) return before
      if (known.size >= MOST_KNOWN) known.clear()
      const sum = embedder.sumText(piece)
      known.set(form, sum)
      return sum
    },
  }
  const projections = new Map<number, Float32Array>()
  const project: typeof projectionOf = (weights, layout, pieces, piece) => {
    const form = pieces.forms[piece]!
    const before = projections.get(form)
    if (before) return before
    if (projections.size >= MOST_KNOWN) projections.clear()
    const made = projectionOf(weights, layout, pieces, piece)
    projections.set(form, made)
    return made
  }
  const read = (texts: readonly string[]) => readPieces(texts, remembering, rarity)
  const summarising = (weights: Weights): Summariser => ({
    id: from.id,
    rarity,
    read,
    span: (pieces) => encode(weights, layout, pieces, project),
    question: (text) => encode(question, layout, read([text])).vector,
    tuned: (salience) => summarising(withSalience(span, layout, salience)),
  })
  return summarising(span)
}

const bytesOf = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'))

function unpacked({ step, values }: { step: number; values: string }): Weights {
  return Float32Array.from(new Int16Array(bytesOf(values).buffer), (value) => value * step)
}
