/**
 * Providers, models and prices where models.json says nothing else. Data only: nothing in the program names a model.
 * Prices are dollars per million tokens as published in late 2026; where a price for the cache is not published, it is
 * the price of input, so that a budget is never passed.
 */
import type { ModelsFile } from './config.ts'

/** What Anthropic bills for its cache, by the price of input: 1.25 to write for five minutes, 0.1 to read. */
const claude = (input: number, output: number) => ({
  provider: 'anthropic',
  input,
  output,
  cacheWrite: input * 1.25,
  cacheRead: input * 0.1,
})

export const DEFAULTS = {
  providers: {
    anthropic: { kind: 'anthropic', url: 'https://api.anthropic.com', keyFrom: 'ANTHROPIC_API_KEY' },
    deepseek: { kind: 'deepseek', url: 'https://api.deepseek.com/anthropic', keyFrom: 'DEEPSEEK_API_KEY' },
    local: { kind: 'local', url: null, keyFrom: 'MACARON_LOCAL_KEY' },
    offline: { kind: 'offline', url: null },
  },
  models: {
    'deepseek-flash': { provider: 'deepseek', input: 0.15, output: 0.6, cacheWrite: 0.15, cacheRead: 0.15 },
    'claude-haiku-5-5': claude(0.1, 0.5),
    'claude-sonnet-5-5': claude(2, 10),
    'claude-opus-5-5': claude(4, 20),
    'claude-fable-5-2': claude(8, 40),
    'offline-macaron': { provider: 'offline', input: 0, output: 0, cacheWrite: 0, cacheRead: 0 },
  },
  roles: { draft: 'deepseek-flash', refine: 'claude-sonnet-5-5', offline: 'offline-macaron' },
  /** Dollars. */
  budgets: { day: 5, app: 10, build: 2 },
  /** Milliseconds. */
  timeouts: { connect: 10_000, first: 120_000, idle: 60_000, whole: 900_000 },
} satisfies ModelsFile
