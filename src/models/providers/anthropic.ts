/** Anthropic: the API as it is. */
import type { Traits } from '../normalise.ts'
import { compatible, type Wiring } from './compatible.ts'
import type { Provider } from './provider.ts'

const TRAITS: Traits = { fields: null, images: true, documents: true, cacheMarks: true, ownTools: true, thinking: 'signed' }
const VERSION = '2023-06-01'

export const anthropic = (wiring: Wiring): Provider =>
  compatible(wiring, {
    traits: TRAITS,
    counts: true,
    headers: ({ key, betas }) => ({ 'anthropic-version': VERSION, 'x-api-key': key ?? '', ...(betas && { 'anthropic-beta': betas }) }),
  })
