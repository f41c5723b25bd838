/**
 * Fields done without. Nothing goes unless the words of taking away stand outside of every name, and what is named is a field
 * of the app: "I don't need the author bit", 钱那一栏不要了, 食べたものは要らないです. What has a figure in it is an entry.
 */
import { contentStems, type FieldHit, fieldsNamed, visibleCollections, visibleFields } from '../../base/resolve.ts'
import type { SpecEdit } from '../../spec.ts'
import { type Clause, is, type Rule, SURE } from './clause.ts'
import { SAY } from './say.ts'
import { hitsIn } from './targets.ts'
import { REMOVE } from './words.ts'

/** What is asked away, without the asking. */
const AWAY =
  /\b(?:please|remove|delete|drop|ditch|scrap|bin|chuck out|do away with|take off|get shot of|lose|axe|leave out|get rid of|take out|take away|hide|without|(?:i )?don'?t (?:need|want)|no (?:more|longer)|the|my|any|that|this|part|thing|about|field|column|need|now|anymore)\b|请|把|删除|删掉|删了|去掉|移除|不要|隐藏|取消|字段|一栏|栏|了|吧|を|は|も|消して|消す|削除|なくして|外して|取り除いて|いらない|不要|除いて|隠して|ください|です|項目|欄|지워|삭제|없애|빼|줘요?|주세요|해|제거|숨겨|필요\s?없어?요?|항목|칸|필드|은|는|을|를/giu
/** One word of a longer label is enough where only one field has it: "delete the spot" of “Spot in the house”. */
function partlyNamed(clause: Clause): FieldHit[] {
  const words = contentStems(clause.text.replace(AWAY, ' '))
  if (!words.length || words.length > 4) return []
  const hits = visibleCollections(clause.spec).flatMap((collection) =>
    visibleFields(collection).flatMap((field) => {
      const label = contentStems(field.label)
      return words.every((word) => label.includes(word))
        ? [{ collection, field, score: 0.7, start: 0, end: clause.text.length, text: clause.text }]
        : []
    }),
  )
  return hits.length === 1 ? hits : []
}

/** 喪中の人を除いて見たい, 사고차는 빼고 보여줘: to see without them removes nothing. */
const SEEN_WITHOUT =
  /(?:除い|のぞい|以外|抜い)て?.{0,3}(?:見|表示|出)|(?:除了|除去|排除|不看|不显示|去掉).{0,12}(?:的|以外|之外).{0,4}(?:看|显示|都)|(?:빼고|제외하고|말고|없이)\s?(?:나머지|다)?\s?(?:보여|보고|보기|보자|볼래|표시)|\bhide (?:the )?(?:\w+ )?(?:ones|entries|records)\b/
/** “Delete the coffee app” takes nothing out of it. */
const WHOLE_APP = /(?<!\b(?:from|in|of) (?:the|this|my) )\b(?:app|application)\b(?!'s)|应用|アプリ(?!の|から)|(?:앱|어플)(?!에서|의)/
const COLUMN = /\b(?:field|column|bit|part|box|thing|line)s?\b|字段|[一那这]?栏|[一那这]列|欄|項目|列|칸|항목|필드|란/
const ENTRY_VALUES = new Set(['money', 'number', 'count', 'quantity', 'duration', 'range'])

export const removeField: Rule = (clause) => {
  if (!is(clause, REMOVE) || SEEN_WITHOUT.test(clause.text) || WHOLE_APP.test(clause.low)) return null
  const chosen = distinct(namedIn(clause))
  if (!chosen.length) return null
  const edits: SpecEdit[] = []
  const missing: string[] = []
  const said: string[] = []
  for (const { field, collection } of chosen) {
    const gone = (id: string) => edits.some((edit) => edit.do === 'remove-field' && edit.field === id)
    const left = visibleFields(collection).filter((one) => one.id !== field.id && !gone(one.id))
    if (!left.length) {
      missing.push(field.label)
      continue
    }
    edits.push({ do: 'remove-field', collection: collection.id, field: field.id })
    said.push(SAY.removed[clause.language](field.label))
  }
  if (!said.length) return null
  return {
    edits,
    said: said.join(clause.language === 'en' || clause.language === 'ko' ? ', ' : '、'),
    missing,
    sure: sureOf(chosen, clause),
  }
}

function sureOf(chosen: FieldHit[], clause: Clause): number {
  if (clause.reading.values.some(({ read }) => ENTRY_VALUES.has(read.kind) && !ONE.test(read.kind))) return SURE.guessed
  if (/^not the /.test(clause.low))
    return leftOver(chosen, { ...clause, text: clause.text.replace(/,.*$/, '') }) ? SURE.guessed : SURE.implied
  if (leftOver(chosen, clause)) return SURE.implied
  const named = Math.min(...chosen.map(({ score }) => score))
  return COLUMN.test(clause.low) || named >= 0.9 ? SURE.said : named >= 0.7 ? SURE.meant : SURE.perhaps
}
const ONE = /^count$/
/** More is named than the field: “delete the habit Reading” is of one of them. */
function leftOver(chosen: FieldHit[], { text }: Clause): boolean {
  const rest = chosen
    .toSorted((a, b) => b.start - a.start)
    .reduce((now, { start, end }) => `${now.slice(0, start)} ${now.slice(end)}`, text)
  return contentStems(rest.replace(AWAY, ' ')).filter((stem) => stem.length > 1).length > 1
}

/** By their names, by one word of a name, or by what such a field is called: 钱那一栏. */
function namedIn(clause: Clause): FieldHit[] {
  const exact = hitsIn(clause)
  if (exact.length) return exact
  const partly = partlyNamed(clause)
  if (partly.length || !COLUMN.test(clause.low)) return partly
  const kinds = fieldsNamed(clause.text, visibleCollections(clause.spec), { kinds: true })
  return kinds.filter((hit) => kinds.every((other) => other === hit || other.field.kind !== hit.field.kind)).slice(0, 1)
}

/** One field a place, the longest name of those that overlap. */
function distinct(hits: FieldHit[]): FieldHit[] {
  const seen = new Set<number>()
  return hits.filter((hit) => {
    const overlaps = hits.some(
      (other) => other !== hit && other.start <= hit.start && other.end >= hit.end && other.end - other.start > hit.end - hit.start,
    )
    if (overlaps || seen.has(hit.start)) return false
    seen.add(hit.start)
    return true
  })
}
