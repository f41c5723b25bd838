/** Rankings: points of players, and the weighted sum of a decision matrix. */
export type Ranked = { id: string; total: number /** 1 is best; equal totals share a place */; place: number }

export function rank(totals: ReadonlyMap<string, number>, best: 'most' | 'least'): Ranked[] {
  const sorted = [...totals].sort((a, b) => (best === 'most' ? b[1] - a[1] : a[1] - b[1]))
  return sorted.map(([id, total]) => ({ id, total, place: sorted.findIndex(([, other]) => other === total) + 1 }))
}

export function pointsOf(rounds: readonly { player: string | null; points: number }[], players: readonly string[]): Map<string, number> {
  const totals = new Map(players.map((player) => [player, 0]))
  for (const { player, points } of rounds) if (player !== null && totals.has(player)) totals.set(player, (totals.get(player) ?? 0) + points)
  return totals
}

export type Cell = { option: string; criterion: string; score: number }

/** Sum of weight x score over criteria, divided by the sum of weights: on the scale of the scores. Empty cells count as 0. */
export function weigh(cells: readonly Cell[], options: readonly string[], weights: ReadonlyMap<string, number>): Map<string, number> {
  const all = [...weights.values()].reduce((sum, weight) => sum + Math.max(0, weight), 0)
  const last = new Map(cells.map((cell) => [`${cell.option} ${cell.criterion}`, cell.score]))
  return new Map(
    options.map((option) => {
      const sum = [...weights].reduce(
        (total, [criterion, weight]) => total + Math.max(0, weight) * (last.get(`${option} ${criterion}`) ?? 0),
        0,
      )
      return [option, all ? sum / all : 0]
    }),
  )
}
