/** Whether something is told or asked of an app of related collections: by names that its records have, and by what can happen in it. */

import { fold } from '../../../base/resolve.ts'
import { foreignIn } from '../../log/currency.ts'
import { readAsked } from '../../related/asked/read.ts'
import { happeningsOf } from '../../related/events.ts'
import { readTold } from '../../related/told/read.ts'
import { whichOf } from '../../related/which.ts'
import type { Ranked } from '../../target.ts'
import { type Guess, REMIND, type Signals, wishesAnew } from '../signals.ts'

const isRelated = ({ app }: Ranked): boolean => app.records !== undefined && happeningsOf(app.spec).length > 0
const isNear = (one: Ranked): boolean => one.open || one.last

/** The app that is open before the one just spoken of, then those that are named. */
const nearest = (s: Signals): Ranked[] => {
  const order = (one: Ranked) => (one.open ? 3 : one.named ? 2 : one.last ? 1 : 0)
  return s.ranked.filter(isRelated).sort((a, b) => order(b) - order(a))
}

/** Parts of an app, whatever has happened: "add a returned date to the loans". */
const PART =
  /^(?:please |can you |could you )?(?:add|change|rename|remove|delete|hide|show|sort|group|make|turn|move|put|include|set|call)\b|(?:追加|添加|加上|加一?[个栏列]|增加|추가|바꿔|변경|삭제|지워|정렬|並べ|変え|変更|削除|消して|删除|去掉|改成|改为|重命名|排序)/
export function toldRelated(s: Signals): Guess {
  if (s.question || REMIND.test(s.low) || wishesAnew(s) || s.bounds > 0 || s.rhythms > 0) return null
  for (const one of nearest(s)) {
    const told = readTold(s.reading, one.app.spec, one.app.records ?? {}, s.ctx)
    if (!told) continue
    if (PART.test(s.low) && !('entries' in told && told.links)) continue
    if ('unsure' in told) {
      if (isNear(one)) return { is: whichOf(told.unsure, s.reading.language), confidence: 1.12 }
      continue
    }
    if (!isNear(one) && !(told.sure && told.links)) continue
    const foreign = foreignIn(s.reading, one.app.spec)
    const entries = foreign ? { ops: [], unsure: [], foreign } : told.entries
    const confidence = (told.verb ? (isNear(one) ? 1.12 : 0.9) : 0.87) - (s.has('build') && !told.verb ? 0.3 : 0)
    return { is: { intent: 'log', app: one.app.id, entries }, confidence }
  }
  return null
}

/** "add a shelf to the books": each of them gets one; “add Dune to the books” is one more of them. */
const EACH_GETS =
  /^(?:please |can you |could you )?add (?:a|an|another) [^,.]{2,40} (?:to|for) (?:the |each |every |all |my )*([^,.]{2,40})$|^(?:请|帮我)?给(.{1,12}?)(?:再|也|都)?加(?:上)?一?个.{1,12}$|^(.{1,12}?)(?:にも|に)[^「『]{0,12}(?:の\S{1,6}|[号日名栏项数先别者历]|id|项目)[をも]追加.{0,6}$/
export function editRelated(s: Signals): Guess {
  const match = EACH_GETS.exec(s.low.replace(/[.。!！]$/, ''))
  const said = (match?.[1] ?? match?.[2] ?? match?.[3])?.trim()
  if (!said) return null
  const one = nearest(s).find(
    (each) =>
      isNear(each) &&
      each.app.spec.collections.some(({ label, one: single, hidden }) => !hidden && [label, single].some((name) => fold(name) === said)),
  )
  return one ? { is: { intent: 'edit', app: one.app.id }, confidence: 1.05 } : null
}

export function askedRelated(s: Signals): Guess {
  if (REMIND.test(s.low) || wishesAnew(s)) return null
  for (const one of nearest(s)) {
    const asked = readAsked(s.reading, one.app.spec, one.app.records ?? {}, s.ctx, s.question)
    if (!asked) continue
    if ('unsure' in asked) {
      if (isNear(one)) return { is: whichOf(asked.unsure, s.reading.language), confidence: 1.1 }
      continue
    }
    if (!isNear(one) && !asked.links && s.ranked.length > 1 && !one.named) continue
    return { is: { intent: 'query', app: one.app.id, query: asked.query, question: s.reading.text }, confidence: isNear(one) ? 1.1 : 0.9 }
  }
  return null
}
