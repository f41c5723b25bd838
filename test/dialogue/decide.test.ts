/** A yes, a no and a “later” in four languages; and what is said in passing decides nothing. */
import { describe, expect, it } from 'vitest'
import { decisionIn } from '../../src/dialogue/decide.ts'
import { CHOICES } from '../../src/governance/words.ts'
import type { Language } from '../../src/spec.ts'

const PUBLISH: [Language, string, 'approve' | 'decline' | 'later' | null][] = [
  ['en', 'yes, publish it', 'approve'],
  ['en', 'go ahead and put it live', 'approve'],
  ['en', 'ok, looks fine', 'approve'],
  ['en', "no, don't publish that", 'decline'],
  ['en', 'do not publish it', 'decline'],
  ['en', 'throw it away please', 'decline'],
  ['en', 'not now, maybe tomorrow', 'later'],
  ['en', 'let me think about it', 'later'],
  ['en', 'what does it keep?', null],
  ['en', 'yesterday I ran 5 km', null],
  ['en', 'add a note field to the entries and make the title larger than before please', null],
  ['zh', '可以，发布吧', 'approve'],
  ['zh', '好的', 'approve'],
  ['zh', '别发布', 'decline'],
  ['zh', '算了，丢弃吧', 'decline'],
  ['zh', '晚点再说', 'later'],
  ['zh', '它记录什么？', null],
  ['ja', 'はい、公開してください', 'approve'],
  ['ja', 'お願いします', 'approve'],
  ['ja', '公開しないで', 'decline'],
  ['ja', 'いいえ、破棄してください', 'decline'],
  ['ja', 'またあとで考えます', 'later'],
  ['ja', '何を記録しますか？', null],
  ['ko', '네, 게시해 줘', 'approve'],
  ['ko', '좋아요', 'approve'],
  ['ko', '게시하지 마세요', 'decline'],
  ['ko', '아니요, 버려요', 'decline'],
  ['ko', '나중에 할게요', 'later'],
  ['ko', '뭘 기록해요?', null],
]
const SEND: typeof PUBLISH = [
  ['en', 'yes please', 'approve'],
  ['en', 'no', 'later'],
  ['en', 'never ask them', 'decline'],
  ['zh', '可以', 'approve'],
  ['zh', '不要', 'later'],
  ['zh', '永远不要发送', 'decline'],
  ['ja', 'はい', 'approve'],
  ['ja', 'いいえ', 'later'],
  ['ja', '絶対に送らないで', 'decline'],
  ['ko', '네', 'approve'],
  ['ko', '아니요', 'later'],
  ['ko', '절대 보내지 마세요', 'decline'],
]

describe('an answer to what waits', () => {
  it.each(PUBLISH)('%s: %s', (language, said, decision) => expect(decisionIn(said, language, 'publish')).toBe(decision))
  it.each(SEND)('%s: %s (of sending)', (language, said, decision) => expect(decisionIn(said, language, 'send')).toBe(decision))

  it('is what each button says', () => {
    for (const [kind, languages] of Object.entries(CHOICES))
      for (const [language, labels] of Object.entries(languages))
        for (const [decision, label] of Object.entries(labels))
          expect([label, decisionIn(label, language as Language, kind as 'publish')]).toEqual([label, decision])
  })

  it('names the act where nothing was just asked', () => {
    expect(decisionIn('yes', 'en', 'publish', true)).toBeNull()
    expect(decisionIn('publish it', 'en', 'publish', true)).toBe('approve')
    expect(decisionIn('公開して', 'ja', 'publish', true)).toBe('approve')
    expect(decisionIn('게시하지 마', 'ko', 'publish', true)).toBe('decline')
  })
})
