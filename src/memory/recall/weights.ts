/** The trained weights of recall: scripts/recall/train.ts writes them, with the command, the data and the seed. */

import type { RecallWeights } from './recall.ts'
import { STOP_SIZE } from './stop.ts'
import { LAYOUT } from './token.ts'
import trained from './weights/token.json' with { type: 'json' }

/** Throws where the weights are of another shape than the network: they were trained before it was changed. */
export function recallWeights(): RecallWeights {
  const { token, stop, thresholds } = trained
  if (token.length !== LAYOUT.size || stop.length !== STOP_SIZE)
    throw new Error(
      `the weights of recall have ${token.length} and ${stop.length} values, not ${LAYOUT.size} and ${STOP_SIZE}: train them again`,
    )
  return { token: Float32Array.from(token), stop: Float32Array.from(stop), thresholds }
}
