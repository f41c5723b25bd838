/**
 * The seed of every property, so that a change is judged by itself: the same texts each time, printed with a failure.
 * `npm run fuzz` gives seeds that were never tried, which is how new counterexamples are looked for.
 */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20261127) })
