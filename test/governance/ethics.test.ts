/** The library judged by its own cases, and by properties that every set must have. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ETHICS } from '../../src/doors/messages-ethics.ts'
import { doing, holding, holds, LIBRARY } from '../../src/governance/ethics/apply.ts'
import { domainsSaid } from '../../src/governance/ethics/domains.ts'
import { Act, Age, Domain, EthicsRule, Maker, ORDINARY, Region, type Situation } from '../../src/governance/ethics/rule.ts'
import { topics } from '../../src/policy/topics.ts'
import { LANGUAGES } from '../../src/spec.ts'

describe.each(LIBRARY.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('is data, and says itself in four languages', () => {
    expect(EthicsRule.parse(JSON.parse(JSON.stringify(rule)))).toEqual(rule)
    for (const language of LANGUAGES) expect(ETHICS[id]?.[language]).toMatch(/\S/)
  })

  it.each(rule.cases)('case %#: $given', ({ given, holds: expected }) => {
    expect(holds(rule, { ...ORDINARY, ...given })).toBe(expected)
  })

  it('has a case that holds and one that does not', () => {
    expect(new Set(rule.cases.map((one) => one.holds)).size).toBe(2)
  })
})

const situation: fc.Arbitrary<Situation> = fc.record({
  act: fc.constantFrom(...Act.options),
  region: fc.constantFrom(...Region.options),
  age: fc.option(fc.constantFrom(...Age.options)),
  domains: fc.uniqueArray(fc.constantFrom(...Domain.options)),
  maker: fc.constantFrom(...Maker.options),
})

describe('the library', () => {
  it('has each id once, stands in only for what there is, and speaks of policies that there are', () => {
    const ids = LIBRARY.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { instead } of LIBRARY) if (instead) expect(ids).toContain(instead)
    for (const { effect } of doing(LIBRARY, 'cost')) expect(topics[effect.topic as keyof typeof topics].actions).toContain(effect.action)
    expect(Object.keys(ETHICS).toSorted()).toEqual(ids.toSorted())
  })

  it('covers each region, medicine, money, law, minors and decisions about people, wherever one lives', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Region.options), fc.constantFrom(...Maker.options), (region, maker) => {
        const says = (given: Partial<Situation>) => holding({ ...ORDINARY, region, maker, ...given }).map(({ effect }) => effect.do)
        for (const domain of ['health', 'money', 'law'] as const) expect(says({ domains: [domain] })).toContain('notice')
        expect(says({ domains: ['people'] })).toContain('approve')
        expect(says({ domains: ['covert'] })).toContain('block')
        expect(says({ act: 'taste', age: 'under-18' })).toEqual(expect.arrayContaining(['mask', 'cost']))
      }),
    )
    for (const region of ['JP', 'KR', 'CN'] as const)
      expect(doing(holding({ ...ORDINARY, region, maker: 'model' }), 'notice').some(({ effect }) => effect.label)).toBe(true)
  })

  it('says a thing once: what a region says stands in for what is said everywhere, and loosens nothing', () => {
    fc.assert(
      fc.property(situation, (one) => {
        const found = holding(one)
        const everywhere = holding({ ...one, region: 'other' }).map(({ effect }) => effect.do)
        expect(found.map(({ effect }) => effect.do)).toEqual(expect.arrayContaining(everywhere))
        for (const domain of ['health', 'money', 'law'])
          expect(found.filter(({ id }) => id.endsWith(`${domain}-notice`)).length).toBeLessThanOrEqual(1)
        expect(found.filter(({ id }) => id.includes('people-approval') || id.includes('oversight')).length).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('leaves alone what is ordinary', () => {
    for (const region of Region.options) for (const act of Act.options) expect(holding({ ...ORDINARY, region, act })).toEqual([])
  })
})

describe('what a request says of whom it is about', () => {
  it.each([
    ['en', 'an app that ranks job applicants by their CVs and shortlists the top five'],
    ['en', 'help me decide which tenants to reject: income, pets, references'],
    ['en', 'credit scoring for the customers of my shop'],
    ['en', 'Scoring sheet for interview candidates, weighted, best on top'],
    ['zh', '给应聘者打分并自动筛选前十名'],
    ['zh', '评估贷款申请，决定批不批'],
    ['ja', '応募者を点数で評価して採用を決めるアプリ'],
    ['ja', '入居希望者の審査表、年収と勤続年数で判定'],
    ['ko', '지원자 이력서에 점수를 매겨서 채용 순위를 정하는 앱'],
    ['ko', '대출 신청 심사표, 소득과 신용으로 승인 여부'],
  ])('%s: %s decides about people', (_, request) => expect(domainsSaid(request)).toEqual(['people']))

  it.each([
    ['en', "secretly track my girlfriend's location every day"],
    ['en', 'log of what my employees do on the phone without them knowing'],
    ['zh', '偷偷记录老婆的行踪，做个定位日志'],
    ['ja', '彼女にばれないように居場所を記録するアプリ'],
    ['ko', '남편 몰래 위치를 추적해서 기록하고 싶어'],
  ])('%s: %s watches somebody', (_, request) => expect(domainsSaid(request)).toEqual(['covert']))

  it.each([
    'track my job applications: company, stage, next step',
    'rate the restaurants that we tried as a team',
    'habit tracker my son will like, with stars',
    'surprise party for my wife: guests, cake, and she does not know yet',
    'fire drill checklist for employees',
    'applicants for the book club and when they joined',
    'secret santa: who gives to whom',
    '求职记录：公司、职位、面试时间',
    '和女朋友的纪念日倒计时',
    '社員旅行の持ち物リスト',
    '彼女へのサプライズの計画と予算',
    '직원 휴가 일정표',
    '여자친구와 데이트 기록',
  ])('%s is ordinary', (request) => expect(domainsSaid(request)).toEqual([]))

  it('says nothing of the requests of the benches', () => {
    const folder = join(import.meta.dirname, '../../bench/requests/data')
    const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
    const said = lines.map((line) => (JSON.parse(line) as { say: string }).say)
    expect(said.length).toBeGreaterThan(900)
    expect(said.filter((say) => domainsSaid(say).length)).toEqual([])
  })

  it('is quick, whatever is pasted', () => {
    const repeated = 'score applicants secretly track her '.repeat(600)
    expect(domainsSaid(repeated)).toEqual(['people', 'covert'])
  })
})
