import { describe, expect, it } from 'vitest'
import { foldHan } from '../../src/base/language/han.ts'
import { identify } from '../../src/base/language/identify.ts'
import { stemOf } from '../../src/base/language/stem.ts'
import { tokenise } from '../../src/base/language/tokenise.ts'

describe('identify', () => {
  it.each([
    ['track my coffee spending', 'en'],
    ['coffee 지출 기록해줘', 'ko'],
    ['帮我做一个coffee tracker', 'zh'],
    ['coffeeの記録アプリを作って', 'ja'],
    ['add 김치찌개 to my shopping list', 'en'],
    ['track my 咖啡 spending', 'en'],
    ['ramen记录', 'zh'],
    ['Netflix 구독 관리', 'ko'],
    ['家計簿', 'ja'],
    ['支出管理', 'zh'],
    ['毎日の体重', 'ja'],
    ['体重记录', 'zh'],
    ['給我做一個記帳app', 'zh'],
    ['我想记录每天的睡眠', 'zh'],
    ['今日の天気', 'ja'],
    ['今天吃了拉面,花了30块', 'zh'],
    ['読書記録', 'ja'],
    ['血圧測定', 'ja'],
    ['커피', 'ko'],
    ['コーヒー', 'ja'],
    ['Please make a チェックリスト for my trip', 'en'],
    ['tip calculator 만들어줘', 'ko'],
    ['ポモドーロ timer', 'ja'],
    ['鲜の每日 帮我记一下', 'zh'],
    ['給料日まであと何日?', 'ja'],
    ['生日倒计时', 'zh'],
    ['誕生日カウントダウン', 'ja'],
    ['가계부 app 하나 만들어 줄래?', 'ko'],
  ] as const)('%s is %s', (text, language) => expect(identify(text).language).toBe(language))
  it.each([
    ['臥推40kg 3x10', 'zh'],
    ['OK 明天 2pm', 'zh'],
    ['Starbucks 拿铁 tall', 'zh'],
    ['수학 2h ok', 'ko'],
    ['Netflix 구독 premium', 'ko'],
    ['OK 明日 2pm', 'ja'],
    ['スタバ latte tall', 'ja'],
    ['3x10', 'zh'],
    ['60 kg 8x3', 'ko'],
    ['CU 1500', 'ko'],
    ['35 QQ', 'zh'],
    ['ok', 'ja'],
    ['昨晚11點半睡，今早6點45分起床，睡得不錯', 'zh'],
  ] as const)('%s in a talk in %s is of that talk', (text, previous) => expect(identify(text, { previous }).language).toBe(previous))
  it.each([
    ['add 김치찌개 to my list', 'ko'],
    ['how much did I spend on 奶茶', 'zh'],
    ['delete the latte', 'ja'],
  ] as const)('%s is English even in a talk in %s', (text, previous) => expect(identify(text, { previous }).language).toBe('en'))
  it('asks the conversation, then the locale, where nothing tells', () => {
    expect(identify('管理').language).toBe('zh')
    expect(identify('管理', { previous: 'ja' }).language).toBe('ja')
    expect(identify('管理', { locale: 'ja-JP' }).language).toBe('ja')
    expect(identify('5000').language).toBe('en')
    expect(identify('5000', { previous: 'ko' }).language).toBe('ko')
    expect(identify('👍', { locale: 'zh-TW' }).language).toBe('zh')
  })
  it('tells clauses apart', () => {
    const { clauses } = identify('I want to track my spending. 커피 지출을 기록해줘.')
    expect(clauses.map((clause) => clause.language)).toEqual(['en', 'ko'])
  })
})

describe('stems', () => {
  it.each([
    ['expenses', 'expense'],
    ['categories', 'category'],
    ['boxes', 'box'],
    ['people', 'person'],
    ['tracking', 'track'],
    ['running', 'run'],
    ['saving', 'save'],
    ['reading', 'read'],
    ['spending', 'spend'],
    ['morning', 'morning'],
    ['tried', 'try'],
    ['planned', 'plan'],
    ['watched', 'watch'],
    ['glasses', 'glass'],
    ['bus', 'bus'],
    ['Café', 'cafe'],
    ['지출을', '지출'],
    ['기록해줘', '기록'],
    ['친구들이랑', '친구'],
    ['학교에서', '학교'],
    ['고양이', '고양이'],
    ['회의', '회의'],
    ['사과', '사과'],
    ['커피를', '커피'],
    ['관리하는', '관리'],
    ['운동하기', '운동'],
    ['바나나', '바나나'],
    ['記録', '记录'],
    ['記錄', '记录'],
    ['コンピューター', 'コンピュータ'],
  ])('%s -> %s', (word, stem) => expect(stemOf(word)).toBe(stem))
  it('folds Han without changing length', () => {
    expect(foldHan('學習經濟図書館')).toBe('学习经济图书馆')
    expect(foldHan('coffee')).toBe('coffee')
  })
})

describe('tokens', () => {
  it('tells figures, scripts and marks apart', () => {
    const tokens = tokenise('coffee를 5만원에, 今日は美味しい!')
    expect(tokens.map((token) => token.text).slice(0, 4)).toEqual(['coffee', '를', '5', '만원에'])
    expect(tokens.find((token) => token.text === '5')?.kind).toBe('number')
    expect(tokens.find((token) => token.text === '!')?.kind).toBe('punct')
    expect(tokens.find((token) => token.text === '今日')?.script).toBe('han')
  })
})

describe('one sign again and again', () => {
  it.each(['ア', '漢', '가', 'a'])('is told apart into words that are no longer than words are: %s', (sign) => {
    const tokens = tokenise(sign.repeat(30_000))
    expect(tokens.map(({ text }) => text).join('')).toBe(sign.repeat(30_000))
    if (sign === 'ア') expect(Math.max(...tokens.map(({ text }) => text.length))).toBeLessThanOrEqual(60)
  })
})
