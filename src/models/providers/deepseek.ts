/**
 * DeepSeek, by its Messages-compatible endpoint. It lacks: pictures, documents, tools of the provider, cache marks (it
 * keeps prefixes by itself), counting. A use of a tool wants its thought echoed, an empty one too. A bearer counts
 * there before `x-api-key`, so only the bearer is sent.
 */
import type { Traits } from '../normalise.ts'
import { compatible, type Wiring } from './compatible.ts'
import type { Provider } from './provider.ts'

const TRAITS: Traits = {
  fields: ['tools', 'tool_choice', 'thinking', 'temperature', 'top_p', 'stop_sequences'],
  images: false,
  documents: false,
  cacheMarks: false,
  ownTools: false,
  thinking: 'echo',
}

export const deepseek = (wiring: Wiring): Provider =>
  compatible(wiring, { traits: TRAITS, counts: false, headers: ({ key }) => ({ authorization: `Bearer ${key ?? ''}` }) })
