/** One slip of the pen: a letter dropped, doubled, wrong, or two swapped. Words are found by what is left when a letter goes. */

const SHORTEST = 5
const LONGEST = 20

export type Spelling = { words: Set<string>; known: Set<string>; without: Map<string, string[]> }

/** `words`: what may be meant. `known`: English words that mean themselves. */
export function spelling(words: readonly string[], known: readonly string[]): Spelling {
  const long = new Set(words.filter((word) => word.length >= SHORTEST && word.length <= LONGEST && /^[a-z]+$/.test(word)))
  const without = new Map<string, string[]>()
  for (const word of long) for (const rest of deletions(word)) without.set(rest, [...(without.get(rest) ?? []), word])
  return { words: long, known: new Set([...words, ...known]), without }
}

function deletions(word: string): Set<string> {
  const rests = new Set<string>([word])
  for (let i = 0; i < word.length; i++) rests.add(word.slice(0, i) + word.slice(i + 1))
  return rests
}

/** The one word meant by a misspelt one; nothing where the word is known, short, or could be several. */
export function nearest(typed: string, { known, without }: Spelling): string | undefined {
  const candidates = typed.endsWith('s') ? [typed, typed.slice(0, -1)] : [typed]
  if (typed.length < SHORTEST || typed.length > LONGEST || candidates.some((word) => isKnown(word, known))) return undefined
  for (const word of candidates) {
    if (word.length < SHORTEST) continue
    const near = new Set<string>()
    for (const rest of deletions(word))
      for (const meant of without.get(rest) ?? []) if (meant[0] === word[0] && isOneSlip(word, meant)) near.add(meant)
    if (near.size === 1) return [...near][0]
  }
  return undefined
}

const ENDINGS = ['', 's', 'es', 'd', 'ed', 'ing', 'er', 'ers', 'ly', 'y', 'r', 'al', 'ness']
/** Known itself, or a known word with an ordinary ending: "planned", "weekly", "driving". */
function isKnown(word: string, known: Set<string>): boolean {
  for (const ending of ENDINGS) {
    if (!word.endsWith(ending)) continue
    const root = word.slice(0, word.length - ending.length)
    if (root.length < 3) continue
    if (known.has(root) || known.has(`${root}e`) || known.has(`${root}y`)) return true
    if (root.endsWith('i') && known.has(`${root.slice(0, -1)}y`)) return true
    if (root.length > 3 && root.at(-1) === root.at(-2) && known.has(root.slice(0, -1))) return true
  }
  return false
}

/** Damerau-Levenshtein distance of at most one. */
function isOneSlip(a: string, b: string): boolean {
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  if (i === a.length && i === b.length) return true
  const same = (x: number, y: number) => a.slice(x) === b.slice(y)
  return same(i + 1, i + 1) || same(i + 1, i) || same(i, i + 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && same(i + 2, i + 2))
}
