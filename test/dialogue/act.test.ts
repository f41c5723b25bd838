/** What a message wants, in the words of people who were not asked how they would say it (the talks of bench/talks are not looked at here). */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ACTS, actOf } from '../../src/dialogue/act/acts.ts'
import { chancesOfActs, shown } from '../../src/dialogue/act/model.ts'
import { clipped, look } from '../../src/dialogue/understand/signals.ts'
import { guessesOf, understand } from '../../src/dialogue/understand/weigh.ts'
import type { Language } from '../../src/spec.ts'
import { type AppName, context, languageOf, reading, SPECS } from './apps.ts'

const heard = (say: string, open: AppName | null, language: Language = languageOf(say)) =>
  understand(reading(say, language), context(open ? [open] : [], open, language))

/** Told beside an open app that none of it is for. */
const TOLD: [string, AppName][] = [
  ['the neighbours are at it again with that drill', 'coffee'],
  ['my brother reckons he can beat me at chess next Friday, fat chance', 'coffee'],
  ['honestly I could sleep for a week', 'habits'],
  ['下周我妈要来，屋里乱得没法看', 'coffeeZh'],
  ['今日は電車が止まって散々だったよ', 'coffeeJa'],
  ['来週いとこが二人泊まりにくるらしい', 'coffeeJa'],
  ['아 진짜 오늘 지하철 사람 너무 많았어', 'coffeeKo'],
  ['다음 주에 사촌동생 온대서 벌써 피곤하다', 'coffeeKo'],
]
/** Entries in plain and in odd clothes. */
const ENTERED: [string, AppName][] = [
  ['flat white at the station, 380, lukewarm', 'coffee'],
  ['cortado 410 again, same place', 'coffee'],
  ['美式 22，公司楼下', 'coffeeZh'],
  ['又买了杯拿铁，31块', 'coffeeZh'],
  ['駅前でカフェラテ 480円', 'coffeeJa'],
  ['아아 4500원 회사 앞', 'coffeeKo'],
]
const WISHED: [string, AppName][] = [
  ['different thing, could you keep score for me, Ali and Bea', 'coffee'],
  ['帮我弄个记水电煤的，房号、度数、金额', 'coffeeZh'],
  ['그거 말고 세탁소 맡긴 거 적는 앱 하나 만들어줘', 'coffeeKo'],
]

describe('what a message wants', () => {
  it.each(TOLD)('nothing is written by “%s”', (say, open) => {
    expect(['log', 'build', 'edit', 'query']).not.toContain(heard(say, open).intent)
  })
  it.each(ENTERED)('“%s” is an entry', (say, open) => expect(heard(say, open).intent).toBe('log'))
  it.each(WISHED)('“%s” wishes for another app', (say, open) => expect(heard(say, open).intent).toBe('build'))
})

describe('what is said of the agent', () => {
  const opinion = (say: string, open: AppName) => {
    const is = heard(say, open)
    return is.intent === 'feedback' ? is.value : is.intent
  }
  it.each<[string, AppName]>([
    ["thank you love, that's very clear", 'coffee'],
    ['you are a clever little thing', 'coffee'],
    ['哈哈你还挺聪明的', 'coffeeZh'],
    ['ありがとう、わかりやすいです', 'coffeeJa'],
    ['너 진짜 똑똑하다', 'coffeeKo'],
  ])('“%s” asks for no apology', (say, open) => expect(opinion(say, open)).not.toBe(-1))
  it.each<[string, AppName]>([
    ["no that's wrong, you never listen", 'coffee'],
    ['你又记错了', 'coffeeZh'],
  ])('“%s” finds fault', (say, open) => expect([1, 'thanks', 'log']).not.toContain(opinion(say, open)))
})

test.each<[string, AppName]>([
  ['so tired today', 'coffee'],
  ['最近ちょっと寒くなってきましたね', 'coffeeJa'],
])('“%s” asks nothing', (say, open) => expect(heard(say, open).intent).not.toBe('query'))

test.each<[string, AppName]>([
  ['수학 2시간', 'coffeeKo'],
  ['歯が全部抜けた 怖さ5 6h', 'coffeeJa'],
  ['gas cylinder 903 me groceries day before yesterday', 'coffee'],
])('nothing is reckoned out of “%s”', (say, open) => expect(heard(say, open).intent).not.toBe('calculate'))

test('every act has a chance, and together they are 1, whatever is said', () => {
  const open = fc.constantFrom(null, ...(Object.keys(SPECS).slice(0, 4) as AppName[]))
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), open, fc.constantFrom('en', 'zh', 'ja', 'ko'), (text, app, language) => {
      const signals = look(clipped(reading(text, language)), context(app ? [app] : [], app, language))
      const chances = chancesOfActs(shown(signals, guessesOf(signals)))
      const all = ACTS.map((act) => chances[act])
      expect(all.every((chance) => chance >= 0 && chance <= 1)).toBe(true)
      expect(all.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 6)
      const { intent } = understand(signals.reading, signals.ctx)
      expect(intent).toBeTruthy()
    }),
    { numRuns: 80 },
  )
})

test('an act is what its intent carries out', () => {
  expect(actOf({ intent: 'tell' })).toBe('talk')
  expect(
    actOf({
      intent: 'log',
      app: 'a' as never,
      entries: { ops: [{ do: 'delete', match: { collection: 'c', filters: 'last' } }], unsure: [] },
    }),
  ).toBe('drop')
})
