/** What is done: an entry made, made once more, changed or deleted; and what was said before that this takes up. */

import { read } from '../../base/language/read.ts'
import type { Found, Reading } from '../../base/language/types.ts'
import { contentStems, fold } from '../../base/resolve.ts'
import { cue } from '../cues.ts'
import { mendedBy } from './mend/said.ts'
import type { EntryContext, Verb } from './types.ts'

const AGAIN =
  /^(?:and |just )?(?:(?:the )?same(?: thing)?(?: again| as (?:before|last time))?|another one|one more|again|ditto)(?: please| today)?[.!]?$|^(?:再来一[杯个次份条]|再记一[次笔条]|再一[杯次个]|又一[杯次个]|同样的?|跟刚才一样|和刚才一样|一样)[。!！]?$|^(?:もう(?:一|1)(?:つ|杯|回|個|度)|同じ(?:の|もの)?(?:をもう一度)?|さっきと同じ)(?:お願い(?:します)?|です|で)?[。!]?$|^(?:한 ?(?:잔|번|개) 더|하나 더|같은 거(?: 하나 더)?|똑같이|아까랑 똑같이)(?: 기록해 ?줘| 추가해 ?줘|요)?[.!]?$/i
/** "same as yesterday", 跟昨天一样, さっきと同じの, "어제랑 똑같이": as an entry before, and maybe which. */
const SAME =
  /^(?:today )?(?:the )?same (?:thing |one )?as (?:yesterday|before|last (?:time|week|night)|earlier|usual|always|this morning)(?: please| again)?[.!]?$|^(?:今天|这次)?(?:也|还是)?(?:和|跟|同|与)(?:昨天|前天|上次|上周|刚才|刚刚|上一[次顿杯笔个]|之前|早上|平时|往常)的?(?:一样|相同|同样)(?:的|吧|了)?[。!！]?$|^(?:今日も|また)?(?:さっき|先ほど|昨日|一昨日|前回|この前|先週|いつも|前|今朝)(?:の)?と(?:同じ|一绪|一緒)(?:の|もの|やつ|内容)?(?:をもう一度)?(?:で|です|に(?:して)?|を?(?:お願い(?:します)?|記録して|つけて|入れて))?[。!]?$|^(?:오늘도 )?(?:어제|그제|아까|방금|지난번|저번|지난주|평소|전)(?:에)?(?:이랑|랑|하고|와|과)\s?(?:같은 ?(?:거|것|걸로)|같게|똑같이|똑같은 ?거|같이|동일(?:하게)?)(?:\s?(?:기록해 ?줘|추가해 ?줘|먹었어|했어|요))?[.!]?$/i
/** "one more", もう一杯: the entry before once more. */
export const isAgain = (reading: Reading): boolean => {
  const low = fold(reading.text).trim()
  return AGAIN.test(low) || SAME.test(low)
}
export const said = (ctx: EntryContext): string[] =>
  (ctx.window ?? [])
    .filter((line) => line.role === 'person')
    .map((line) => line.text)
    .reverse()
    .slice(0, 6)
export const readAs = (text: string, { language }: Reading, ctx: EntryContext): Reading =>
  read(text, { now: ctx.now, language, currency: ctx.currency, hints: { previous: language, locale: ctx.locale } })

/** "the cabin was 130": a figure anew for what was noted a moment ago. */
export function wasSaid(reading: Reading, ctx: EntryContext): boolean {
  const about = /^(?:the |my )(.+?) (?:was|cost|is|costs) (?:only |actually |really |now )*[^a-z]*\d[\d.,]*\s?\p{L}{0,8}$/iu.exec(
    reading.text,
  )?.[1]
  const stems = about ? contentStems(about) : []
  return stems.length > 0 && said(ctx).some((text) => readAs(text, reading, ctx).tokens.some((token) => stems.includes(token.stem)))
}

export function verbOf(reading: Reading): Verb {
  const low = fold(reading.text)
  if (MISTAKE.test(low) && target(reading)) return 'update'
  // "add take out the bins": what is added may be called by any verb.
  if (
    cue(low, 'remove') &&
    !/^(?:please |can you |could you )*add\b/.test(low) &&
    !reading.values.some((value) => value.read.kind === 'money')
  )
    return 'delete'
  if (
    ((cue(low, 'change') || PUT.test(low)) &&
      target(reading) !== null &&
      /(?:change|update|edit|set|correct|put|raise|lower|drop|cut|bump|改|变更|変|变|直|に|바꿔|바꾸|변경|수정|고쳐)/.test(low) &&
      TO.test(low)) ||
    (cue(low, 'correct') && !tellsAnew(reading))
  )
    return 'update'
  return 'create'
}

/** “put the price of rosemary up to 4.50” */
const PUT = /^(?:please |can you |could you )*(?:put|raise|lower|drop|cut|bring|bump)\b.*\b(?:up|down)? ?to [£$€¥]?\d/

/** "no, 71.9", いや、340円: what was noted last was not so. */
export const MISTAKE =
  /^(?:no|nope|sorry|wait|oops|wrong|not quite|i mean)\b[\s,，.:!—-]+(?=.*\d)|^(?:いや|いえ|違う|ちがう|違います|間違えた|ごめん)[、,。\s]+|^(?:아니(?:요|야)?|아냐|잘못|미안)[,\s]+|^(?:不对|不是|错了|说错了|记错了|不,)[,，、。\s]*/
/** What marks the new value of a change. */
export const TO = /\bto\b|改成|改为|改到|换成|应该是|に(?:変|变|修正|直|して)|(?:으로|로) ?(?:바꿔|변경|수정|고쳐|해)|→|->/

/** “It was 142 over 86, pulse 71”: two figures and more, none of them said to be in the place of another. */
export const tellsAnew = (reading: Reading): boolean =>
  reading.values.filter(({ read }) => FIGURES.has(read.kind)).length > 1 && mendedBy(reading.text) !== 'sure'
const FIGURES = new Set<Found['read']['kind']>(['number', 'quantity', 'money', 'count', 'percent'])

/** Where the words of a change end and its new value begins. */
export function target(reading: Reading): Found | null {
  const figures = reading.values.filter((value) => !['date', 'period', 'every', 'datetime'].includes(value.read.kind))
  return figures.at(-1) ?? null
}
