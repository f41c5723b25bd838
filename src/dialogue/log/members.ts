/** One more of what a collection keeps: "add a habit called stretching", "add Clara" where a bill is split. */
import type { Reading } from '../../base/language/types.ts'
import { fold, visibleCollections } from '../../base/resolve.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import type { AppSpec, Collection } from '../../spec.ts'
import { cue } from '../cues.ts'
import { isQuality } from '../qualities.ts'
import { segmentsOf } from '../slots.ts'
import { fill } from './fill/fill.ts'
import type { Entries, EntryContext } from './types.ts'
import { readAs } from './verb.ts'

const PERSON =
  /^(?:also )?add ([\p{L}]{2,20})$|^加上?([^\s一个]{1,6})$|^([^\s、をに]{1,10})(?:も|を)追加(?:して)?(?:ください)?$|^([^\s]{1,8})(?:도)? 추가해 ?줘(?:요)?$/iu
/** "add Clara" where a bill is split: one more to share it. */
function personNamed(reading: Reading, spec: AppSpec): Member | undefined {
  const split = spec.behaviours.find((one) => one.kind === 'split')
  const collection = split?.kind === 'split' ? spec.collections.find((one) => one.id === split.members) : undefined
  const found = collection && PERSON.exec(reading.text.trim())
  const words = found?.slice(1).find((part) => part !== undefined)
  return collection && words && !isQuality(fold(words)) && !cue(fold(words), 'view') && !cue(fold(words), 'setting')
    ? { collection, words, at: reading.text.indexOf(words) }
    : undefined
}

type Member = { collection: Collection; words: string; at: number }
export const ESCAPED = /[.*+?^${}()|[\]\\]/g
/** "add a habit called stretching", 加一个习惯:冥想, カードを追加:…, 습관에 명상 추가: one more of what a collection keeps. */
export function memberNamed(reading: Reading, spec: AppSpec): Member | undefined {
  if (reading.text.length > 300) return undefined
  const shown = visibleCollections(spec)
  for (const collection of shown) {
    const people = /people|members?|friends?|players?|family/i.test(`${collection.id} ${collection.concept ?? ''}`)
      ? ['person', 'member', 'friend', 'player', '人', '成员', '朋友', '玩家', 'メンバー', '友達', '사람', '멤버', '친구', '참가자']
      : []
    const names = [...new Set([collection.one, collection.label, ...people])]
      .filter((name) => name.length > 1 || /[^\x20-\x7e]/.test(name))
      .sort((a, b) => b.length - a.length)
      .map((name) => fold(name).replace(ESCAPED, '\\$&'))
    const name = `(?:my |the )?(?:${names.join('|')})(?:s|es)?`
    for (const [pattern, plain] of patternsFor(name)) {
      const found = new RegExp(pattern, 'iu').exec(fold(reading.text))
      const raw = found?.slice(1).find((part) => part !== undefined)
      if (!found || !raw) continue
      const at = found.index + found[0].indexOf(raw)
      const words = reading.text
        .slice(at, at + raw.length)
        .replace(/[.。!！\s]+$/u, '')
        .replace(/^["'“「『]|["'”」』]$/gu, '')
        .trim()
      if (
        !words ||
        (plain && /^(?:fields?|columns?|to |for |list|view|字段|项目|栏|的|項目|欄|列|항목|칸|필드)|字段$|項目$|欄$|항목$/iu.test(words))
      )
        continue
      if (plain && (cue(fold(words), 'setting') || cue(fold(words), 'view') || isQuality(fold(words)))) continue
      return { collection, words, at }
    }
  }
  return personNamed(reading, spec)
}

const patternsFor = (name: string): [pattern: string, plain: boolean][] => [
  [`^(?:please )?(?:add|new|create)(?: a| an| another| the| one more)?(?: new)? ${name}(?: called| named|\\s?[:：,-])\\s*(.+)$`, false],
  [`^(?:please )?(?:add|put) (.+?) (?:to|on|in|into) ${name}(?: list)?$`, true],
  [`^(?:请|帮我|再)*(?:加|添加|新增|增加|新建)(?:一?[个条项张本位只笔])?(?:新的?)?${name}\\s*(?:[:：,]|叫做?|名叫|为)\\s*(.+)$`, false],
  [`^(?:请|帮我|再)*(?:加|添加|新增|增加)(?:一?[个条项张本位只])(.+?)(?:到|进)${name}(?:里|中)?$`, true],
  [`^(?:把)(.+?)(?:加到|加进|添加到|加入)${name}(?:里|中)?$`, true],
  [`^(?:在|给|往)?${name}(?:里|中)(?:再)?(?:加上?|添加|增加)(?:一?[个条项张本位只])?(.+)$`, true],
  [`^(?:新しい)?${name}(?:を追加)?\\s*[:：]\\s*(.+)$`, false],
  [`^(.+?)(?:という|って)(?:新しい)?${name}を?(?:追加|登録|作).*$`, false],
  [`^${name}に(.+?)(?:を|も)?(?:追加|足して|加えて|入れて|登録).*$`, true],
  [`^(?:새로운 |새 )?${name}(?:을|를)? ?(?:추가)?\\s*[:：]\\s*(.+)$`, false],
  [`^(.+?)(?:이라는|라는) ${name}(?:을|를|도)? ?(?:추가|등록|만들).*$`, false],
  [`^${name}에 ?(.+?)(?:을|를|도)? ?(?:추가|넣어|더해|등록).*$`, true],
]

export function newMember({ collection, words }: Member, reading: Reading, spec: AppSpec, ctx: EntryContext): Result<Entries> {
  const inner = readAs(words, reading, ctx)
  const entries = segmentsOf(inner, collection)
    .map((segment) => fill(segment, collection, spec, ctx))
    .filter((entry) => entry.said > 0)
  if (!entries.length) return fail('nothing-said', 'Nothing in these words could be noted.')
  return ok({
    ops: entries.map((entry) => ({ do: 'create', collection: collection.id, values: entry.values })),
    unsure: [...new Set(entries.flatMap((entry) => entry.unsure))],
  })
}
