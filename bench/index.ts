/** Every bench by name: it prints a table, and gives the same as data. */
export type Bench = (args: string[]) => Promise<{ table: string; value: unknown }>

export const benches: Record<string, Bench> = {
  agents: async (args) => (await import('./agents/run.ts')).run(args),
  ablations: async (args) => (await import('./ablations/run.ts')).run(args),
  gateway: async () => (await import('./gateway/run.ts')).run(),
  ingest: async (args) => (await import('./ingest/run.ts')).run(args),
  generations: async (args) => (await import('./generations/run.ts')).run(args),
  home: async (args) => (await import('./home/run.ts')).run(args),
  requests: async (args) => (await import('./requests/run.ts')).run(args),
  embedder: async (args) => (await import('./embedder/run.ts')).run(args),
  learning: async (args) => (await import('./learning/run.ts')).run(args),
  load: async (args) => (await import('./load/run.ts')).run(args),
  memory: async (args) => (await import('./memory/run.ts')).run(args),
  retrieval: async (args) => (await import('./retrieval/run.ts')).run(args),
  sdk: async (args) => (await import('./sdk/run.ts')).run(args),
  speed: async (args) => (await import('./speed/run.ts')).run(args),
  summaries: async (args) => (await import('./summaries/run.ts')).run(args),
  talks: async (args) => (await import('./talks/run.ts')).run(args),
  trainer: async (args) => (await import('./trainer/run.ts')).run(args),
  vectors: async (args) => (await import('./vectors/run.ts')).run(args),
}

/** A table in Markdown, ready for docs/benchmarks.md. */
export function table(head: string[], rows: (string | number)[][]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** The value below which a share `p` of the values lie (nearest rank). */
export function percentile(values: number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN
}
