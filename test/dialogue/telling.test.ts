/** What tells of somebody's life is noted, and nothing is built of it; a wish put as a statement is still a wish. */
import { describe, expect, it } from 'vitest'
import { understand } from '../../src/dialogue/understand/weigh.ts'
import { context, languageOf, reading } from './apps.ts'

const heard = (say: string) => {
  const language = languageOf(say)
  return understood(say, language)
}
const understood = (say: string, language: ReturnType<typeof languageOf>) => understand(reading(say, language), context([], null, language))

const TOLD = [
  'I keep bees',
  'My knee hurts when it rains',
  "I'm training for a marathon",
  "My sister's a nurse",
  'We moved to Ghent last spring',
  'Tom and I got engaged!',
  'It rained all week',
  'Lately I have been reading a lot of poetry',
  'my brother in law plays the oboe',
  '我养蜜蜂',
  '我膝盖下雨就疼',
  '我姐姐是护士',
  '今天腰好疼',
  '下周我要去上海出差',
  '蜂を飼っています',
  '雨が降ると膝が痛い',
  '姉は看護師です',
  '今日は疲れた',
  '나는 벌을 키워',
  '언니는 간호사예요',
  '오늘 너무 피곤하다',
  '어제 이사를 했습니다',
]
const WISHED = [
  'I keep forgetting to water my plants',
  'I lend books to friends and never know who has what',
  'We share the rent and never know who owes whom',
  'I need to take my pills at 8 and 20',
  'I want to read 20 books this year',
  'I drink too much coffee, at most 3 cups a day',
  'my tyres: date changed, mileage, pressure',
  '我老是忘记浇花',
  '我们合租，房租水电每月分摊',
  '我每天要吃三种药',
  'よく水やりを忘れる',
  '今年は本を20冊読みたい',
  '毎日薬を3種類飲まないといけない',
  '자꾸 물 주는 걸 잊어버려',
  '올해 책 20권 읽고 싶어',
  '매일 약 세 가지를 먹어야 해',
]

describe('telling of oneself', () => {
  it.each(TOLD)('“%s” is told', (say) => expect(heard(say).intent).toBe('tell'))
  it.each(WISHED)('“%s” is no telling', (say) => expect(heard(say).intent).not.toBe('tell'))
  it.each(WISHED)('“%s” asks for nothing to be forgotten', (say) => expect(heard(say).intent).not.toBe('forget'))
  it.each(['forget that I like tea', '忘记我喜欢茶', 'お茶が好きだということを忘れて', '내가 차를 좋아한다는 거 잊어줘'])(
    '“%s” does',
    (say) => expect(heard(say).intent).toBe('forget'),
  )
})

describe('what is known of the person', () => {
  it.each([
    'what do you know about me?',
    'tell me what you remember about me',
    '你知道我什么？',
    '你对我了解多少？',
    '关于我你都知道什么',
    '私について何を知ってる？',
    '私のこと何を覚えてる？',
    '나에 대해 뭘 알고 있어?',
    '나에 대해 알고 있는 거 말해줘',
    '너 나에 대해 뭐 알아?',
  ])('“%s” asks for all of it', (say) => expect(heard(say)).toMatchObject({ intent: 'recall', about: 'me' }))
  it.each(['do you remember what I said about my sister?', '你记得我妹妹住哪吗', '妹のこと覚えてる？', '내 생일 기억하고 있어?'])(
    '“%s” does not',
    (say) => expect(heard(say)).not.toMatchObject({ about: 'me' }),
  )
})
