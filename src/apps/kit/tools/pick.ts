/** A fair random pick: those picked least often and not lately have the same chance, nobody else any. */
export type Picked = { id: string; for?: string }

/** `random` uniform in [0, 1). null where there is nothing to pick from. */
export function pickOne(ids: readonly string[], history: readonly Picked[], avoid: number, random: () => number): string | null {
  if (!ids.length) return null
  // With fewer things than are to be avoided, at least one must stay possible.
  const recent = new Set(history.slice(-Math.min(avoid, ids.length - 1) || history.length).map((p) => p.id))
  const open = ids.filter((id) => avoid === 0 || !recent.has(id))
  const among = open.length ? open : ids
  return among[Math.floor(random() * among.length)] ?? among[0] ?? null
}

/** One for each member, as different as can be; who had one lately gets another if there is one. */
export function pickForEach(
  ids: readonly string[],
  members: readonly string[],
  history: readonly Picked[],
  random: () => number,
): Map<string, string> {
  const result = new Map<string, string>()
  let left = shuffled(ids, random)
  for (const member of shuffled(members, random)) {
    if (!ids.length) break
    if (!left.length) left = shuffled(ids, random)
    const last = history.findLast((p) => p.for === member)?.id
    const at = Math.max(
      0,
      left.findIndex((id) => id !== last),
    )
    result.set(member, left[at]!)
    left.splice(at, 1)
  }
  return result
}

/** Fisher and Yates. */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
  }
  return copy
}
