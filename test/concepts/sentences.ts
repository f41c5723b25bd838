/** What people ask for, the concepts in it, and concepts it must not be taken for. */
import type { Language } from '../../src/spec.ts'

export const HEARD: [language: Language, text: string, ids: string, never?: string][] = [
  ['en', 'Track my coffee spending by shop, no more than $50 a month', 'coffee spendings shop limit', 'cafe'],
]
