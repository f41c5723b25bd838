/** What a card says of a change: each thing before and after, in the person's language, and nothing that stays. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appChanges, lineDiff } from '../../src/governance/changes.ts'
import { type AppSpec, LANGUAGES } from '../../src/spec.ts'
import { spending } from '../apps/specs.ts'

const content = (spec: AppSpec, files: Record<string, string> = {}) => ({ spec, files })

describe('the changes of an app', () => {
  it('are none where nothing changed', () => expect(appChanges(content(spending()), content(spending()))).toEqual([]))

  it('of a new one say what it keeps', () => {
    const rows = appChanges(null, content(spending()))
    expect(rows.every(({ before }) => before === null)).toBe(true)
    expect(rows.map(({ after }) => after)).toContain(spending().name)
    for (const { label } of spending().collections) expect(rows.map(({ what }) => what)).toContain(label)
  })

  it.each(LANGUAGES)('are told in %s', (language) => {
    const before = { ...spending(), language }
    const [first, ...others] = before.collections
    const [kept, ...rest] = first!.fields.filter(({ id }) => id === first!.title || first!.fields.indexOf({} as never))
    const renamed = { ...kept!, label: 'Called anew' }
    const after: AppSpec = {
      ...before,
      name: 'Another name',
      risks: ['health'],
      capabilities: ['ai'],
      collections: [{ ...first!, fields: [renamed, ...rest.slice(1), { id: 'extra', label: 'Extra', kind: 'yesno' }] }, ...others],
    }
    const rows = appChanges(content(before), content(after))
    expect(rows).toContainEqual({ what: expect.any(String), before: before.name, after: 'Another name' })
    expect(rows).toContainEqual({ what: expect.any(String), before: null, after: expect.stringMatching(/^Extra \(.+\)$/) })
    expect(rows).toContainEqual({
      what: expect.any(String),
      before: expect.stringContaining(kept!.label),
      after: expect.stringContaining('Called anew'),
    })
    expect(rows).toContainEqual({ what: expect.any(String), before: expect.stringContaining(rest[0]!.label), after: null })
    expect(rows.filter(({ before }) => before === null).length).toBeGreaterThanOrEqual(2)
  })

  it('of a page that somebody wrote say how much of it', () => {
    const code = { ...spending(), code: true as const }
    const rows = appChanges(content(code, { 'app.tsx': 'a\nb\nc\n' }), content(code, { 'app.tsx': 'a\nB\nc\n', 'part.tsx': 'x' }))
    expect(rows).toEqual([
      { what: 'app.tsx', before: '4 lines', after: '1 lines new, 1 gone' },
      { what: 'part.tsx', before: null, after: '1 lines' },
    ])
  })
})

describe('a difference by lines', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
  it('leads from the one to the other, and back', () => {
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        // With everything near a change nothing is left out; a mark at both ends of each line makes it so.
        const diff = lineDiff(a.join('\n'), b.join('\n'))
        const side = (sign: string) => diff.filter((line) => line.startsWith(sign)).map((line) => line.slice(1))
        const count = (of: readonly string[]) => [...of].sort().join('|')
        const [before, after] = [a.join('\n').split('\n'), b.join('\n').split('\n')]
        expect(count([...before, ...side('+')])).toBe(count([...after, ...side('-')]))
      }),
    )
  })
  it('shows two lines around, and leaves the rest out', () => {
    const long = Array.from({ length: 20 }, (_, at) => `line ${at}`)
    const other = long.with(10, 'changed')
    expect(lineDiff(long.join('\n'), other.join('\n'))).toEqual([' line 8', ' line 9', '-line 10', '+changed', ' line 11', ' line 12', '…'])
  })
})
