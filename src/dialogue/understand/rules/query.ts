/** Whether something is asked of the records of an app. */

import { fold, visibleCollections } from '../../../base/resolve.ts'
import { spokenOf } from '../../ask/about.ts'
import { asksOfDebts } from '../../ask/debts.ts'
import { asksToSee } from '../../ask/entries.ts'
import { isTopic } from '../../ask/filters.ts'
import { heldIn } from '../../ask/held.ts'
import { questionOf, readQuestion } from '../../ask/read.ts'
import { measures } from '../../ask/wants.ts'
import type { Ranked } from '../../target.ts'
import { type Guess, REMIND, type Signals, wishesAnew } from '../signals.ts'
import { asksAdvice } from '../telling.ts'

/** "spending by category", 店別の支出: figures are asked for, parted by something. */
const GROUPED =
  /\b(?:by|per) (?:category|type|shop|store|person|place|day|week|month|year)\b|(?:按|每个?)(?:类|分类|类别|店|人|天|周|月|年)|(?:別|ごと)(?:の|に)|별(?:로|\s)/

export function query(s: Signals): Guess {
  const { reading, ctx, question, has, low, ranked } = s
  const follow =
    ctx.last.intent === 'query' &&
    s.words <= 8 &&
    /^(?:and|what about|how about|那|那么|じゃあ|では|그럼|그러면)|呢[?？]?$|は[?？]$|은[?？]?$|는[?？]?$/.test(low)
  const owed =
    s.figures === 0 && ranked.find((one) => (one.open || one.last || one.named || question) && asksOfDebts(reading, one.app.spec))
  const connected = /^(?:and|what about|how about|那|那么|じゃあ|では|그럼|그러면)/.test(low)
  const grouped = s.figures === 0 && GROUPED.test(low) && ranked.some((one) => one.relevance >= 0.6 || one.open)
  const open = s.figures === 0 && s.bounds === 0 ? ranked.find((one) => one.open) : undefined
  const read = open ? questionOf(reading, open.app.spec, { ...ctx, ...(open.app.known && { known: open.app.known }) }) : undefined
  const here = read?.ok && read.value.bearing !== 'none' ? read.value : undefined
  const changes = (['change', 'add', 'remove', 'build', 'view', 'track'] as const).some(has)
  // 全部買った has a word of sums and asks for none.
  const asks = here?.asks === true && (question || here.query.left !== undefined || !(changes || has('did') || has('record')))
  // “show unpaid ones” asks for entries; “show only …” and “show a chart” change what is seen.
  const shows = s.figures === 0 && asksToSee(low) && here?.bearing === 'named' && here.query.filter.length > 0 && !has('view')
  const asking =
    question ||
    shows ||
    asks ||
    Boolean(owed) ||
    follow ||
    (grouped && !has('build') && !has('view')) ||
    (has('ask') && (has('question') || s.dates > 0 || /compare|比较|比べ|比較|비교/.test(low)))
  if (!asking || (REMIND.test(low) && has('ask') && !question)) return null
  if (wishesAnew(s) && !ranked[0]?.exact) return null
  const fitting = ranked.filter((one) => one.relevance >= 0.6 || one.open || one.last || ranked.length === 1)
  const named = ranked.find((one) => one.named)
  const followed = follow && (connected || !measures(low))
  const app = owed || followed ? owed || (ranked.find((one) => one.last) ?? fitting[0]) : (named ?? fitting[0])
  const plain = here?.bearing === 'named' && app === open
  if (!app || (!followed && !owed && !plain && !(asks && (s.words <= 3 || MINE.test(low))) && !OWES.test(low) && isElsewhere(s, app)))
    return null
  // A run of days is no figure of a query: the app itself shows it.
  if (OWES.test(low) && app.app.spec.behaviours.some((one) => one.kind === 'split' || one.kind === 'countdown'))
    return { is: { intent: 'open', app: app.app.id }, confidence: 0.9 }
  if (STREAK.test(low) && app.app.spec.behaviours.some((one) => one.kind === 'streak'))
    return { is: { intent: 'open', app: app.app.id }, confidence: 0.9 }
  const before = followed ? ctx.window.filter((message) => message.role === 'person').at(-1)?.text : undefined
  const found = readQuestion(reading, app.app.spec, {
    ...ctx,
    ...(app.app.known && { known: app.app.known }),
    ...(before !== undefined && before !== reading.raw && { before }),
  })
  if (!found.ok) return null
  const score =
    0.66 +
    (app.relevance >= 0.8 ? 0.14 : 0) +
    (s.dates > 0 ? 0.05 : 0) +
    (app.open || app.last ? 0.05 : 0) +
    (asks && app === open ? (here.query.left ? 0.22 : 0.16) : 0) -
    (has('build') && !has('ask') ? 0.2 : 0) -
    (has('recall') ? 0.2 : 0)
  return { is: { intent: 'query', app: app.app.id, query: found.value, question: reading.text }, confidence: Math.min(0.93, score) }
}

/** 我总共随出去多少: of one's own doings, by a verb that nobody need know. */
const MINE = /^(?:我们?|咱们?)(?:一共|总共|总|都|这|今|本|上|已)?.*(?:多少|几)/
const OWES =
  /谁が谁に|谁に|\bowes?\b|\bsettle\b|who's next|who is next|谁欠|欠谁|结算|下一个是谁|谁先|誰が誰に|精算|次は誰|누가 누구|정산|다음은 누구/
const STREAK = /\bin a row\b|\bstreak\b|consecutive|连续|連続|연속|스트릭/
const OWN = /^(?:what|which|who)\b.*\bnext\b|\bwhat(?:'s| is) (?:in|on|at) (?:the|my)\b|\b(?:did|have|had|do) (?:i|we)\b/

/** "what's the capital of France?": words that mean something, none of which this app or its person's doings are about. */
function isElsewhere(s: Signals, { app, named, relevance }: Ranked): boolean {
  const { known } = app
  if (known && visibleCollections(app.spec).some((one) => heldIn(s.reading, one, known, app.spec).length > 0)) return false
  if (!named && relevance < 0.5 && asksAdvice(s.reading.language, s.reading.text)) return true
  if (named || relevance >= 0.5 || OWN.test(s.low) || s.has('did')) return false
  const said = s.ctx.window.filter((line) => line.role === 'person').map((line) => fold(line.text))
  const spoken = (text: string) => said.some((line) => line.includes(fold(text)) && line !== s.low)
  return spokenOf(s.reading).some(({ text }) => !spoken(text) && !visibleCollections(app.spec).some((one) => isTopic(text, app.spec, one)))
}
