import { expect, test } from 'vitest'
import { fail, ok } from '../../src/base/result.ts'
import type { MemoryId } from '../../src/events.ts'
import { type Memory, openMemory } from '../../src/memory/memory.ts'

function scratch() {
  const kept: Memory[] = []
  return openMemory(
    {
      put: async ({ text, about }) => {
        const memory = { id: `memory${kept.length}00` as MemoryId, text, about, at: `2026-11-24T00:00:0${kept.length}Z` }
        kept.push(memory)
        return ok(memory)
      },
      list: async () => [...kept],
      remove: async (id) => {
        const at = kept.findIndex((memory) => memory.id === id)
        if (at >= 0) kept.splice(at, 1)
        return at >= 0 ? ok(null) : fail('memory-unknown', 'not there')
      },
    },
    { byConversation: async () => [] },
  )
}

test.each([
  [
    'en',
    ['I am allergic to walnuts', 'My sister lives in Leeds', 'The wifi password is on the fridge'],
    'what am I allergic to?',
    'allergic',
  ],
  ['zh', ['我对花生过敏', '妹妹住在成都', '车位是B区23号'], '我对什么过敏?', '过敏'],
  ['ja', ['私はそばアレルギーです', '妹は札幌に住んでいる', 'ゴミの日は火曜日'], 'ゴミの日はいつだっけ', 'ゴミ'],
  ['ko', ['나는 땅콩 알레르기가 있어', '여동생은 대전에 살아', '주차장은 지하 2층'], '내 알레르기 뭐였지?', '알레르기'],
])('recalls what fits, in %s, and nothing for a greeting', async (_, facts, question, word) => {
  const memory = scratch()
  for (const fact of facts) await memory.remember(fact, null)
  const recalled = await memory.recall(question)
  expect(recalled.items[0]?.text).toContain(word)
  expect((await memory.recall('hello')).items).toEqual([])
})

test('the same fact is kept once, and forgetting removes it', async () => {
  const memory = scratch()
  const first = await memory.remember('I like rye bread', null)
  const id = first.ok ? first.value.id : ('none' as MemoryId)
  expect(await memory.remember('  i like rye bread', null)).toMatchObject({ ok: true, value: { id } })
  expect((await memory.forget(id)).ok).toBe(true)
  expect((await memory.forget(id)).ok).toBe(false)
  expect(await memory.list()).toEqual([])
})
