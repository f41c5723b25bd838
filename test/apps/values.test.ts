import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseValue } from '../../src/apps/values.ts'
import { Field, type FieldKind } from '../../src/spec.ts'

const field = (kind: FieldKind, more: object = {}): Field => Field.parse({ id: 'field', label: 'Field', kind, ...extra[kind], ...more })
const extra: Partial<Record<FieldKind, object>> = {
  money: { currency: 'JPY' },
  quantity: { unit: 'kg' },
  choice: {
    options: [
      { id: 'low', label: '少ない' },
      { id: 'high', label: 'High' },
    ],
  },
  choices: {
    options: [
      { id: 'low', label: '少ない' },
      { id: 'high', label: 'High' },
    ],
  },
  relation: { to: 'others' },
  computed: { formula: '1', shows: { kind: 'number' } },
}
const parsed = (one: Field, raw: unknown) => {
  const result = parseValue(one, raw)
  return result.ok ? result.value : result.error.code
}

describe('a value', () => {
  it.each<[FieldKind, unknown, unknown]>([
    ['number', '1,234.5', 1234.5],
    ['number', '１２３４', 1234],
    ['number', '5万', 50_000],
    ['number', '3만5천', 35_000],
    ['number', '1億2000万', 120_000_000],
    ['number', '12k', 12_000],
    ['number', '1.5e3', 1500],
    ['number', '−3', -3],
    ['number', '(3)', -3],
    ['number', '12,5', 12.5],
    ['number', -0, 0],
    ['number', '0.1', 0.1],
    ['number', '1-2', 'value-invalid'],
    ['number', '1,23,4', 'value-invalid'],
    ['number', 'NaN', 'value-invalid'],
    ['number', Number.POSITIVE_INFINITY, 'value-invalid'],
    ['number', {}, 'value-invalid'],
    ['money', '¥1,200', 1200],
    ['money', '1,200円', 1200],
    ['money', '1万5千원', 15_000],
    ['money', 'JPY 500', 500],
    ['money', '$12.50', 12.5],
    ['quantity', '65.5 kg', 65.5],
    ['quantity', '65 lb', 'value-invalid'],
    ['duration', '1:30', 90],
    ['duration', '1h 30m', 90],
    ['duration', '1時間30分', 90],
    ['duration', '45분', 45],
    ['duration', 45, 45],
    ['duration', -1, 'value-too-small'],
    ['date', '2026-11-24', '2026-11-24'],
    ['date', '2026/1/5', '2026-01-05'],
    ['date', '2026年1月5日', '2026-01-05'],
    ['date', '2026년 1월 5일', '2026-01-05'],
    ['date', '20260105', '2026-01-05'],
    ['date', '2026-11-24T10:00', '2026-11-24'],
    ['date', '2026-02-30', 'value-invalid'],
    ['date', '2026-02-301', 'value-invalid'],
    ['date', 'tomorrow', 'value-invalid'],
    ['time', '9:05', '09:05'],
    ['time', '午後3時', '15:00'],
    ['time', '下午3点半', '15:30'],
    ['time', '오전 12시 5분', '00:05'],
    ['time', '3:30 pm', '15:30'],
    ['time', '25:00', 'value-invalid'],
    ['time', '5', 'value-invalid'],
    ['datetime', '2026-11-24T09:30', '2026-11-24T09:30'],
    ['datetime', '2026-11-24 9:30', '2026-11-24T09:30'],
    ['datetime', '2026-11-24T09:30:15.000Z', '2026-11-24T09:30'],
    ['datetime', '2026年1月5日 午後3時', '2026-01-05T15:00'],
    ['datetime', '2026-11-24', '2026-11-24T00:00'],
    ['datetime', '2026-11-24T99:00', 'value-invalid'],
    ['choice', 'high', 'high'],
    ['choice', 'HIGH ', 'high'],
    ['choice', '少ない', 'low'],
    ['choice', '__proto__', 'value-invalid'],
    ['choices', '少ない、High', ['low', 'high']],
    ['choices', ['high', 'high'], ['high']],
    ['choices', ['nope'], 'value-invalid'],
    ['choices', [], null],
    ['rating', '★★★☆☆', 3],
    ['rating', '4/5', 4],
    ['rating', 4.5, 'value-invalid'],
    ['rating', 0, 'value-too-small'],
    ['rating', 6, 'value-too-large'],
    ['yesno', 'はい', true],
    ['yesno', '否', false],
    ['yesno', '아니요', false],
    ['yesno', 'maybe', 'value-invalid'],
    ['text', ' a\tb\nc ', 'a b c'],
    ['text', 5, '5'],
    ['text', '   ', null],
    ['text', 'x'.repeat(2001), 'value-too-long'],
    ['note', 'a\r\nb\u0000', 'a\nb'],
    ['note', ['a'], 'value-invalid'],
    ['link', 'example.com/a?b', 'https://example.com/a?b'],
    ['link', 'me@example.com', 'mailto:me@example.com'],
    ['link', 'tel:+8190', 'tel:+8190'],
    ['link', 'javascript:alert(1)', 'value-invalid'],
    ['link', ' JaVaScRiPt:alert(1)', 'value-invalid'],
    ['link', 'java\u0000script:alert(1)', 'value-invalid'],
    ['link', 'data:text/html,x', 'value-invalid'],
    ['link', 'file:///etc/passwd', 'value-invalid'],
    ['link', '//evil.example', 'value-invalid'],
    ['link', 'https://', 'value-invalid'],
    ['relation', 'abc123', 'abc123'],
    ['relation', ['abc123'], 'value-invalid'],
    ['relation', '../x', 'value-invalid'],
    ['schedule', '{"due":1}', '{"due":1}'],
    ['schedule', { due: 1 }, '{"due":1}'],
    ['schedule', 'x', 'value-invalid'],
    ['computed', 5, 'value-computed'],
    ['computed', null, null],
  ])('of a %s field: %j is %j', (kind, raw, wanted) => {
    expect(parsed(field(kind), raw)).toEqual(wanted)
  })

  it('keeps to the bounds of its field and names it', () => {
    const result = parseValue(field('number', { label: '年齢', min: 1, max: 150 }), 200)
    expect(result).toMatchObject({ ok: false, error: { code: 'value-too-large', values: { field: '年齢', value: 200, max: 150 } } })
    expect(parsed(field('number', { required: true }), ' ')).toBe('value-missing')
    expect(parsed(field('relation', { many: true }), 'a, b,a')).toEqual(['a', 'b'])
  })

  it('once parsed is what it is parsed to again, whatever came in', () => {
    const kinds = [
      'text',
      'note',
      'number',
      'money',
      'date',
      'time',
      'datetime',
      'duration',
      'quantity',
      'choice',
      'choices',
      'rating',
      'yesno',
      'person',
      'place',
      'link',
      'schedule',
    ] as const
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.anything(),
          fc.double(),
          fc.webUrl(),
          fc.constantFrom('high', '2026-01-01', '12:30', '1:30', '5', ';', ','),
        ),
        (kind, raw) => {
          const once = parseValue(field(kind), raw)
          if (once.ok) expect(parseValue(field(kind), once.value)).toEqual(once)
          else expect(once.error.message).toContain('Field')
        },
      ),
      { numRuns: 2000 },
    )
  })

  it.each([';', ',', ' , ;'])('takes a list of nothing (%s) for none', (raw) => {
    expect(parseValue(field('choices'), raw)).toEqual({ ok: true, value: null })
    expect(parseValue(field('choices', { required: true }), raw)).toMatchObject({ ok: false, error: { code: 'value-missing' } })
  })

  it('takes no long to refuse long nonsense', () => {
    const long = [`${'1,'.repeat(50_000)}x`, '9'.repeat(100_000), `${'a.'.repeat(50_000)}`, ' '.repeat(100_000), '午'.repeat(100_000)]
    const started = performance.now()
    for (const kind of Object.keys(extra).concat(
      'number',
      'date',
      'time',
      'datetime',
      'link',
      'duration',
      'yesno',
      'rating',
    ) as FieldKind[])
      for (const raw of long) parseValue(field(kind), raw)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
