/** What can only be done or looked up outside this machine is refused honestly; what was done, is kept or is to be made is not. */
import { describe, expect, it } from 'vitest'
import { talked } from '../../src/dialogue/reply.ts'
import { understand } from '../../src/dialogue/understand/weigh.ts'
import { type AppName, context, languageOf, reading } from './apps.ts'

const heard = (say: string, app: AppName | null = null, language = languageOf(say)) => understood(say, app, language)
const understood = (say: string, app: AppName | null, language: ReturnType<typeof languageOf>) =>
  understand(reading(say, language), context(app ? [app] : [], app, language))

/** One sentence a line, by what it wishes done. */
const OUTSIDE: [what: string, says: string[]][] = [
  [
    'send',
    [
      'can you text my brother?',
      'please e-mail my landlord',
      'message Anna that I am late',
      '给我哥发条短信',
      '弟にメッセージを送って',
      '형한테 문자 보내줘',
    ],
  ],
  ['call', ['call my mum', 'could you ring the doctor', '帮我给妈妈打个电话', '母に電話してくれる？', '엄마한테 전화해줘']],
  [
    'order',
    [
      'book me a table for two tonight',
      'order a pizza',
      'get me a taxi to the airport',
      '帮我叫辆出租车',
      '点个披萨',
      'ピザを注文して',
      'タクシーを呼んで',
      '치킨 시켜줘',
      '택시 불러줘',
    ],
  ],
  ['pay', ['pay my electricity bill', '帮我交电费', '電気代を払っておいて', '전기요금 내줘']],
  ['device', ['turn off the lights', '关掉客厅的灯', 'エアコンを消して', '불 꺼줘']],
  ['weather', ["what's the weather tomorrow?", 'will it rain on Saturday?', '明天天气怎么样？', '明日の天気は？', '내일 날씨 어때?']],
  ['news', ['any news today?', '今天有什么新闻？', '今日のニュースを教えて', '오늘 뉴스 알려줘']],
  ['price', ["what's the price of bitcoin?", '现在美元汇率多少？', '円とドルのレート教えて', '비트코인 가격 얼마야?']],
]
/** The same verbs in a message that wishes nothing done outside. */
const INSIDE = [
  'I booked a table for two tonight',
  'texted my brother',
  'order log: item, price, date',
  'weather diary: date, sky, temperature',
  'text my wife every evening that I love her',
  'call it Teeth',
  'can you make me a workout log',
  'can you show me my apps',
  '给妈妈打了电话',
  '记一下天气和心情',
  '帮我订个计划',
  '母に電話した',
  '天気と気分の日記をつけたい',
  '家計簿を作ってください',
  '엄마한테 전화했어',
  '날씨와 기분 일기장 만들어줘',
]

describe('what is outside this machine', () => {
  for (const [what, says] of OUTSIDE) it.each(says)(`${what}: %s`, (say) => expect(heard(say)).toMatchObject({ intent: 'outside', what }))
  it.each(INSIDE)('not outside: %s', (say) => expect(heard(say).intent).not.toBe('outside'))
  it('is an entry where the open app takes it, and asked of the agent it is none', () => {
    expect(heard('buy some apples', 'groceries').intent).toBe('log')
    expect(heard('can you buy some apples', 'groceries').intent).toBe('outside')
  })
  it.each(['en', 'zh', 'ja', 'ko'] as const)('is answered in one line, with no list of examples: %s', (language) => {
    const { text, chips } = talked(language, { intent: 'outside', what: 'send', features: {}, confidence: 1 }, { locale: 'en-US' })
    expect(text.split('\n')).toHaveLength(1)
    expect(chips).toBeUndefined()
  })
})
