/** What is looked at of what is known decides as all of it would. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { MemoryId } from '../../src/events.ts'
import { extract, Standing, supersede } from '../../src/memory/ingest/index.ts'
import type { Finding, Item } from '../../src/memory/types.ts'

const now = { date: '2026-11-27', time: '10:00', weekStart: 1 as const }
const SAID = [
  'I live in Osaka',
  'I moved to Tokyo last month',
  'I live in Tokyo, Japan',
  'I like tea',
  "I don't like tea anymore",
  'I like sushi',
  'My favourite colour is blue',
  '我最喜欢的颜色是蓝色',
  '我喜欢吃寿司',
  '我不喜欢寿司了',
  '我住在大阪',
  '나는 서울에 살아',
  '私は寿司が好きです',
  'My sister Yuki works as a nurse',
  'My sister Yuki lives in Leeds',
  'My sister moved to London',
  'I work at Northwind',
  'My salary is 50000',
  'I have a meeting with Tom tomorrow at 9am',
  'The meeting with Tom was moved to Friday at 9am',
  '明天下午三点开会',
  '会议改到周五下午三点',
  "My mum's birthday is 29 November",
  "My mum's birthday is 29 November 1961",
  'I am allergic to walnuts',
  'I used to live in Osaka',
  'My name is Kenji',
]
const findings = SAID.flatMap((text) =>
  extract({
    text,
    at: now,
    language: /[가-힣]/.test(text) ? 'ko' : /[ぁ-ん]/.test(text) ? 'ja' : /\p{Script=Han}/u.test(text) ? 'zh' : 'en',
  }),
)
const plain: Finding[] = ['The gate code is 1812', 'The wifi is on the fridge'].map((text) => ({
  ...findings[0]!,
  text,
  attribute: null,
  value: null,
  single: false,
  kind: 'fact' as const,
}))
const all = [...findings, ...plain]
const item = (finding: Finding, id: number, retired: boolean): Item => ({
  ...finding,
  ...{
    id: `memory${String(id).padStart(6, '0')}` as MemoryId,
    learned: '2026-11-01T00:00:00Z',
    retired: retired ? '2026-11-02T00:00:00Z' : null,
    supersededBy: null,
  },
  ...{ source: null, conversation: null, provenance: 'said' as const, pinned: false, usedAt: null, uses: 0 },
})

it('is the same decision, whatever is known, retired, changed or gone', () => {
  const one = fc.tuple(fc.nat(all.length - 1), fc.constantFrom('stands', 'retired', 'changed', 'gone'))
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), fc.nat(all.length - 1), (known, said) => {
      const standing = new Standing()
      const items = new Map<MemoryId, Item>()
      for (const [i, [which, fate]] of known.entries()) {
        const first = item(all[which]!, i, false)
        standing.put(first)
        items.set(first.id, first)
        if (fate === 'gone') {
          standing.remove(first)
          items.delete(first.id)
        } else if (fate !== 'stands') {
          const next = fate === 'retired' ? item(all[which]!, i, true) : item(all[(which + 7) % all.length]!, i, false)
          standing.put(next, first)
          items.set(next.id, next)
        }
      }
      const { because: _, ...decision } = supersede([...items.values()], all[said]!)
      const { because: __, ...near } = supersede(standing.near(all[said]!), all[said]!)
      expect({ ...near, retires: [...near.retires].sort() }).toEqual({ ...decision, retires: [...decision.retires].sort() })
    }),
    { numRuns: 400 },
  )
})
