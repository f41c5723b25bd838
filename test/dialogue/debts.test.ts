/** A ledger of debts is told of both ways round, and asked for what is open. */
import { describe, expect, test } from 'vitest'
import { read } from '../../src/base/language/read.ts'
import { readQuestion } from '../../src/dialogue/ask/read.ts'
import { readEntry } from '../../src/dialogue/log/read.ts'
import type { Language } from '../../src/spec.ts'
import { ask } from '../synthesiser/ask.ts'
import { now } from './apps.ts'

const REQUESTS: Record<Language, string> = {
  en: 'money I lent to friends',
  zh: '谁欠我钱,记一下',
  ja: '誰にいくら貸したか記録',
  ko: '누구한테 돈 빌려줬는지 기록',
}
const context = (language: Language) => ({ now, locale: language, currency: 'USD' })
const reading = (text: string, language: Language) => read(text, { now, language, currency: 'USD' })
const told = (text: string, language: Language) => {
  const found = readEntry(reading(text, language), ask(REQUESTS[language]).spec, context(language))
  return found.ok ? found.value.ops[0] : undefined
}

test.each(Object.keys(REQUESTS) as Language[])('%s: a person, an amount, whether it is paid', (language) => {
  const [{ fields, title }] = ask(REQUESTS[language]).spec.collections as [ReturnType<typeof ask>['spec']['collections'][number]]
  expect(fields.find(({ id }) => id === title)?.kind).toBe('person')
  expect(fields.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['money', 'yesno']))
})

describe('either way round', () => {
  test.each<[Language, string, string, number]>([
    ['en', 'Ana 15 pizza', 'Ana', 15],
    ['en', 'I owe Carl 20', 'Carl', -20],
    ['en', 'I borrowed 30 from Dana for lunch', 'Dana', -30],
    ['zh', '我欠小张50', '小张', -50],
    ['zh', '小李 80 火锅', '小李', 80],
    ['ja', '山田に1000円借りた', '山田', -1000],
    ['ja', '田中に3000円貸した', '田中', 3000],
    ['ko', '지영한테 2만원 빌렸어', '지영', -20000],
    ['ko', '민수한테 5만원 빌려줬어', '민수', 50000],
  ])('%s %s', (language, text, person, amount) => {
    const op = told(text, language)
    expect(op?.do).toBe('create')
    expect(op?.do === 'create' && Object.values(op.values)).toEqual(expect.arrayContaining([person, amount]))
  })
})

describe('what is open', () => {
  test.each<[Language, string, boolean]>([
    ['en', "who hasn't paid me back yet?", true],
    ['en', 'who owes me?', true],
    ['zh', '还有谁没还?', true],
    ['zh', '还有多少没收回来', true],
    ['ja', 'まだ返してもらってないのは誰?', true],
    ['ko', '아직 안 갚은 사람 누구야?', true],
    ['en', 'how much does Ben owe me?', false],
  ])('%s %s', (language, text, everybody) => {
    const { spec } = ask(REQUESTS[language])
    const found = readQuestion(reading(text, language), spec, context(language))
    const fields = spec.collections[0]!.fields
    const id = (kind: string) => fields.find((field) => field.kind === kind)!.id
    expect(found).toMatchObject({ ok: true, value: { measure: { fn: 'sum', field: id('money') } } })
    if (!found.ok) return
    expect(found.value.filter).toContainEqual({ field: id('yesno'), op: '=', value: false })
    expect(found.value.group?.field).toBe(everybody ? id('person') : undefined)
  })
})
