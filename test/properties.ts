/**
 * The seed of every property, so that a change is judged by itself: the same texts each time, printed with a failure.
 * `npm run fuzz` gives seeds that were never tried, which is how new counterexamples are looked for.
 *
 * And no test speaks to a real model: the keys of whoever runs them, and their own servers, are put away first.
 */
import fc from 'fast-check'
import { DEFAULTS } from '../src/models/defaults.ts'

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20261127) })

for (const provider of Object.values(DEFAULTS.providers)) if ('keyFrom' in provider) delete process.env[provider.keyFrom]
delete process.env.MACARON_LOCAL_URL
