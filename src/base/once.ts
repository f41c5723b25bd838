/**
 * Keeps what was made of an object and of the things around it for as long as that object lives: many rules ask the same
 * of one message, each without knowing of the others. What is given out is shared, and nobody's to change.
 *
 * `parts` are all that the outcome depends on beside the object; each must be the same value or the very same object.
 */
export function once<K extends object, A extends readonly unknown[], R>(
  make: (of: K, ...around: A) => R,
  parts: (...around: A) => readonly unknown[],
): (of: K, ...around: A) => R {
  const kept = new WeakMap<K, { parts: readonly unknown[]; made: R }[]>()
  return (of, ...around) => {
    const here = parts(...around)
    const before = kept.get(of) ?? []
    const found = before.find((each) => each.parts.every((part, i) => part === here[i]))
    if (found) return found.made
    const made = make(of, ...around)
    kept.set(of, [...before, { parts: here, made }])
    return made
  }
}
