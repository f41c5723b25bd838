/** What only a model can do within an app becomes a panel that asks one; a summary of figures stays a view. */
import { describe, expect, it } from 'vitest'
import { incoherences } from '../../src/apps/coherence.ts'
import type { Language } from '../../src/spec.ts'
import { ask } from './ask.ts'

const wishes: [Language, string][] = [
  ['en', 'a gratitude journal that summarizes my month'],
  ['en', 'notes app that explains words in simple words'],
  ['en', 'something to translate menus'],
  ['zh', '读书笔记，帮我总结每周的心得'],
  ['zh', '把日语翻译成中文的小工具'],
  ['ja', '夢日記を作って。一週間の内容を要約して'],
  ['ja', '英文を日本語に訳してくれるアプリ'],
  ['ko', '감정 일기 앱, 이번 주 일기를 요약해 줘'],
  ['ko', '중국어를 번역해 주는 앱'],
]
const figures: [Language, string][] = [
  ['en', 'track what I spend with a summary by month'],
  ['en', 'translation homework: due date and pages'],
  ['zh', '记账，每月汇总支出'],
  ['ja', '家計簿、月ごとに集計して'],
  ['ko', '가계부, 월별로 합계 보여 줘'],
]

describe('a request', () => {
  it.each(wishes)('%s: %s: asks a model', (_language, text) => {
    const { spec, missing, assumed } = ask(text)
    const panel = spec.behaviours.find(({ kind }) => kind === 'ask')
    expect(panel).toBeDefined()
    expect(spec.capabilities).toContain('ai')
    expect(spec.views.some((view) => view.kind === 'tool' && view.behaviour === panel!.id)).toBe(true)
    expect(incoherences(spec)).toEqual([])
    expect(assumed[0]).toContain(panel!.label)
    expect(missing).toEqual([])
  })
  it.each(figures)('%s: %s: needs none', (_language, text) => {
    const { spec } = ask(text)
    expect(spec.behaviours.some(({ kind }) => kind === 'ask')).toBe(false)
    expect(spec.capabilities).not.toContain('ai')
  })
})
