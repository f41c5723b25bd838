/** Ingestion without a model: examples in a table, and what must hold of any text. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applied, type Counts, load, measure } from '../../bench/ingest/run.ts'
import { about, extract, supersede } from '../../src/memory/ingest/index.ts'
import type { Finding, Item } from '../../src/memory/types.ts'
import { LANGUAGES, type Language } from '../../src/spec.ts'

const NOW = { date: '2026-11-25', time: '12:00', weekStart: 1 as const }
const SEED = 20261125
const folder = join(import.meta.dirname, '../../bench/memory/ingest')
const said = (text: string, language?: Language) => extract({ text, at: NOW, ...(language && { language }) })
const brief = (finding: Finding) => `${finding.subject}.${finding.attribute}=${finding.value}`
const learn = (items: Item[], text: string, date = NOW.date) =>
  extract({ text, at: { ...NOW, date } }).reduce((all, finding) => applied(all, finding, date), items)
const messages = LANGUAGES.flatMap((language) => load(folder, language, 'own').messages.map(({ say }) => ({ say, language })))

/** Text of people, of machines and of nobody. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(fc.constantFrom(...messages.map(({ say }) => say), '。', '\n', '🍣', '\u202e', '\u0000', '"', '「', 'ﾃｽﾄ', 'שלום', ' '), {
      maxLength: 12,
    })
    .map((parts) => parts.join(' ')),
)

describe('any text', () => {
  test('never throws, gives whole findings, and the same ones every time', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(undefined, ...LANGUAGES), (text, language) => {
        const found = said(text, language)
        for (const finding of found) {
          expect(finding.confidence).toBeGreaterThan(0)
          expect(finding.confidence).toBeLessThanOrEqual(1)
          expect(finding.value).not.toBe('')
          expect(finding.text.length).toBeLessThanOrEqual(720)
          for (const day of [finding.from, finding.until]) if (day !== null) expect(day).toMatch(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?$/)
        }
        expect(said(text, language)).toEqual(found)
        about(text)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  test('a message said twice adds nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...messages), ({ say, language }) => {
        const found = said(say, language)
        const once = found.reduce<Item[]>((items, finding) => applied(items, finding, NOW.date), [])
        const twice = found.reduce((items, finding) => applied(items, finding, NOW.date), once)
        expect(twice).toEqual(once)
      }),
      { seed: SEED, numRuns: 150 },
    )
  })

  test('width and case change nothing', () => {
    const wide = (text: string) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
    for (const { say, language } of messages) {
      const plain = said(say, language).map(brief)
      if (!say.includes("'") && !say.includes('"')) expect(said(wide(say), language).map(brief), say).toEqual(plain)
      if (language !== 'en')
        expect(
          said(say.toUpperCase(), language).map((f) => brief(f).toLowerCase()),
          say,
        ).toEqual(plain.map((b) => b.toLowerCase()))
    }
  })

  test('a megabyte of anything is read', () => {
    for (const unit of ['I live in ', '私は', '저는 ', 'a.', 'がは', ' and I like'])
      expect(said(unit.repeat(1_000_000 / unit.length)).length).toBeLessThanOrEqual(200)
  })
})

describe('supersession', () => {
  test('is reversible: what was retired is still there, and stands again when the newer one goes', () => {
    const items = learn(learn([], 'I live in Osaka', '2026-01-05'), 'I moved to Tokyo', '2026-06-05')
    const retired = items.filter((item) => item.retired)
    expect(retired.map(brief)).toEqual(['me.home=osaka'])
    const newer = retired[0]!.supersededBy
    const undone = items
      .filter((item) => item.id !== newer)
      .map((item) => (item.supersededBy === newer ? { ...item, retired: null, supersededBy: null } : item))
    expect(undone).toEqual(learn([], 'I live in Osaka', '2026-01-05'))
  })

  test('retires only what fills the same slot of the same subject', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...messages), { minLength: 1, maxLength: 20 }), fc.constantFrom(...messages), (before, last) => {
        const items = before.reduce<Item[]>((all, { say }) => learn(all, say), [])
        for (const finding of said(last.say, last.language)) {
          const decision = supersede(items, finding)
          expect(supersede(items, finding)).toEqual(decision)
          for (const id of decision.retires) {
            const item = items.find((one) => one.id === id)!
            expect(item.retired).toBeNull()
            expect(finding.confidence).toBeGreaterThanOrEqual(0.6)
            expect([item.attribute, finding.attribute].sort().join()).toMatch(/^(.+),\1$|^dislikes,likes$|^favourite .+,favourite .+$/)
          }
          if (decision.action === 'merge') expect(items.some((item) => item.id === decision.of)).toBe(true)
          expect(decision.because).not.toBe('')
        }
      }),
      { seed: SEED, numRuns: 60 },
    )
  })

  test.each([
    ['a pinned item stays', { pinned: true }, 'add'],
    ['a newer one stays', { from: '2027-01-01' }, 'add'],
    ['an item that is over is left alone', { until: '2026-01-01' }, 'add'],
    ['else the newer stands', {}, 'supersede'],
  ] as const)('%s', (_what, more, action) => {
    const items = learn([], 'I live in Osaka').map((item) => ({ ...item, ...more }))
    const [finding] = said('I moved to Tokyo last month')
    expect(supersede(items, finding!).action).toBe(action)
  })

  test('what hangs on a home is doubtful after a move, and stays', () => {
    const items = learn(learn([], 'I live in Osaka'), 'my address is 12 Elm Street')
    const decision = supersede(items, said('I moved to Tokyo last month')[0]!)
    expect(decision.retires).toEqual([items[0]!.id])
    expect(decision.because).toContain(items[1]!.id)
  })
})

describe('classes', () => {
  test.each([
    ['My PIN is 4821', 'pin', 'secret'],
    ['wifi密码是abc12345', 'password', 'secret'],
    ['マイナンバーは123456789012です', 'id-number', 'secret'],
    ['카드 번호는 4111 1111 1111 1111이야', 'card', 'secret'],
    ['我月薪一万二', 'salary', 'money'],
    ['I live in Osaka', 'home', 'location'],
    ['저는 땅콩 알레르기가 있어요', 'allergy', 'health'],
  ])('%s', (text, attribute, privacy) => {
    expect(said(text).map((finding) => [finding.attribute, finding.privacy])).toEqual([[attribute, privacy]])
  })

  test('a hedged statement is less sure, and replaces nothing', () => {
    const [sure] = said('I live in Oslo')
    const [unsure] = said('I think I live in Bergen')
    expect(unsure!.confidence).toBeLessThan(0.6)
    expect(supersede(learn([], sure!.text), unsure!).retires).toEqual([])
  })

  test('somebody else who speaks is the subject', () => {
    expect(extract({ text: 'I live in Oslo', at: NOW }, { speaker: 'Mia' })[0]?.subject).toBe('Mia')
  })

  test('a place to park is of use for two days', () => {
    expect(said('I parked on level 3')[0]?.expires).toBe('2026-11-27T12:00:00.000Z')
  })
})

describe('about', () => {
  test.each([
    ['forget everything about my ex Tom', ['ex', 'Tom'], [], []],
    ['what do you know about my health?', ['me'], [], ['health']],
    ['忘掉我住址', ['me'], ['home', 'address'], ['home']],
    ['妹のさくらについて何を知ってる？', ['妹', 'さくら'], [], []],
    ['내 생일이 언제야?', ['me'], ['birthday'], []],
    ['엄마에 대해 다 잊어줘', ['엄마'], [], []],
    ['Where does my sister live?', ['sister'], ['home'], []],
  ])('%s', (text, subjects, attributes, domains) => {
    const found = about(text)
    for (const subject of subjects) expect(found.subjects).toContain(subject)
    expect(found.attributes).toEqual(expect.arrayContaining(attributes))
    expect(found.domains).toEqual(expect.arrayContaining(domains))
  })
})

describe('the authored messages', () => {
  test.each(LANGUAGES)('%s: own ones are understood, quiet ones give nothing', (language) => {
    const wrong: string[] = []
    const counts: Counts = measure(language, 'own', folder, wrong)
    expect(counts.met / counts.wanted, wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
    expect(counts.junk / counts.quiet, wrong.join('\n')).toBeLessThanOrEqual(0.03)
    expect(counts.lost, wrong.join('\n')).toBe(0)
  })
  test('each file has what was promised', () => {
    for (const language of LANGUAGES)
      for (const set of ['own', 'held'])
        expect(
          readFileSync(join(folder, `${set}-${language}.jsonl`), 'utf8')
            .trim()
            .split('\n').length,
        ).toBeGreaterThanOrEqual(70)
  })
})
