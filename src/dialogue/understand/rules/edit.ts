/**
 * Whether an app is to be changed. The studio says how plainly the message asks for a change that the app can have
 * (`DialogueContext.changes`); against it stands what speaks for an entry, a reminder of one's own, or another app.
 */
import { fieldsNamed, fold, labelPlace, visibleCollections, visibleFields } from '../../../base/resolve.ts'
import type { AppSpec } from '../../../spec.ts'
import { addedWeight } from '../../added.ts'
import { changeNamed, fieldSaid } from '../../change.ts'
import { cue } from '../../cues.ts'
import { memberNamed } from '../../log/members.ts'
import type { Ranked } from '../../target.ts'
import { topics } from '../../topic.ts'
import type { Sought } from '../intent.ts'
import { type Guess, REMIND, type Signals, wishesAnew } from '../signals.ts'
import { isCard, LEFT_OUT } from './log.ts'

/** The operation and what it is done to are plain; one of them only by its meaning; one is left out. */
const SAID = 0.95
const PLAIN = 0.9
const IMPLIED = 0.85

export function edit(s: Signals): Guess {
  const { ranked, target, low } = s
  const app = ranked.find((one) => one.named) ?? ranked.find((one) => one.open) ?? ranked.find((one) => one.last) ?? target
  if (!app || NEW_APP.test(low)) return null
  const near = app.named || app.open || app.last
  if (isEntry(s, app.app.spec, near)) return null
  const sought = near && !(REMIND.test(low) && !remindsOnly(s)) ? (s.ctx.changes?.(s.reading, app.app.spec) ?? null) : null
  const score = Math.max(askedFor(sought, s, app.app.spec), cued(s, app.app.spec, near))
  const plain = (app.open || app.last) && score >= PLAIN && !wishesAnew(s) && !(sought?.adds && s.has('build') && s.has('artefact'))
  return score ? { is: { intent: 'edit', app: app.app.id }, confidence: score - (plain ? 0 : against(s, app, near)) } : null
}
const NEW_APP =
  /\b(?:new app|another app)\b|(?:另外|再|还要?)(?:给我|帮我)?(?:另外|再)?(?:做|建|弄|搞|来)一?个(?!栏|列|字段|选项)|もう(?:一|1)つ(?:作|別)|하나 더 만들|新(?:しい)?(?:アプリ|应用)|새 앱|새로운 앱/

/** An entry's own value, one of a collection's members, a card: nothing of the app changes. */
const isEntry = (s: Signals, spec: AppSpec, near: boolean): boolean =>
  Boolean(memberNamed(s.reading, spec)) ||
  (near && Boolean(changeNamed(s.reading, spec, s.ctx) || fieldSaid(s.reading, spec, s.ctx) || isCard(s.reading, spec)))

/** In an app that is no list a bare name added in plain words is a field: 포지션도 넣자. */
const LISTED = -0.5
/** By what the studio would make of it. A field alone is added by the words that an entry is added by as well. */
function askedFor(sought: Sought | null, s: Signals, spec: AppSpec): number {
  if (!sought) return 0
  const entry = sought.adds && sought.sure < SAID && !addsField(s, spec) && !(sought.sure >= PLAIN && addedWeight(s.reading, spec) > LISTED)
  if (entry || (s.has('remove') && namesSeed(s, spec))) return 0
  if (sought.sure >= SAID) return 1
  if (sought.sure >= PLAIN) return 0.97
  if (sought.sure >= IMPLIED) return s.question ? 0 : 0.86
  return sought.adds && s.has('add') ? 0.86 : 0
}

/** A wish to change something by its words, whatever the studio makes of it: the person is asked what is meant. */
function cued(s: Signals, spec: AppSpec, near: boolean): number {
  const { has, low, question, figures } = s
  if (question) return 0
  const fields = fieldsNamed(s.reading.text, spec.collections, { kinds: false }).some((hit) => hit.score >= 0.7)
  if (has('rename')) return near ? 0.97 : 0.9
  if (near && REMIND.test(low) && remindsOnly(s)) return 0.88
  if (has('setting') && (has('change') || has('add') || has('remove')) && !has('did')) return 0.88
  if (has('remove') && fields && figures === 0 && !namesSeed(s, spec)) return 0.87
  if (has('change') && fields && figures === 0) return s.dates > 0 ? 0.5 : 0.82
  return near && figures === 0 && /^(?:make it|turn it|set it|make the|use)\b/.test(low) ? 0.8 : 0
}

/** What speaks for another app, and for one that is still to be made. */
function against(s: Signals, app: Ranked, near: boolean): number {
  const { has } = s
  const opened = app.open || app.last
  let less = near ? 0 : 0.15
  if ((has('build') || (has('track') && !opened)) && !(near && opened)) less += 0.3
  if (wishesAnew(s) && !app.exact) less += 0.4
  // “a checklist for the garden without dates” speaks of another app than the one that is open.
  if (has('artefact') && s.evidence >= 0.5 && !app.named && LEFT_OUT.test(s.low) && !has('add') && !has('change')) less += 0.4
  if (has('build') && has('artefact') && !has('add') && !has('rename') && !ALSO.test(s.low)) less += 0.15
  return less
}
const ALSO = /\balso\b|再|还|也|\bmore\b|も|도\s|추가/

const AHEAD = /\b(?:before|ahead|in advance|after|since)\b|提前|[前まえ]に|전에| 전 /
/** "a week before": so long ahead, whatever it is called. */
const SPAN_BEFORE = /\b(?:an?|one|two|three|four|six|\d+) (?:day|week|month|year)s? (?:before|ahead|after|since)\b/
/** "remind me at 9 to feed it": it is what the open app is about. */
const OF_IT = /\b(?:to \w+|about|of) (?:it|them|that|this)\b/
/** 수량 1개 이하면 알려줘: of what is kept here. */
const LOW_KO = /(?:이하|미만|밑으로|아래로|떨어지|모자라|부족하|줄어들)[가-힣 ]{0,6}면\s?(?:바로\s|꼭\s)?알려/
/** "remind me at 9 pm" says nothing of what: the open app reminds. With a thing to be reminded of, it is another matter. */
function remindsOnly(s: Signals): boolean {
  if (OF_IT.test(s.low) || LOW_KO.test(s.low)) return true
  // "2 weeks before something expires": before a day that the open app keeps.
  const dated =
    s.target?.open &&
    visibleCollections(s.target.app.spec).some((one) =>
      visibleFields(one).some((field) => field.kind === 'date' && field.default !== 'today'),
    )
  if (
    dated &&
    AHEAD.test(s.low) &&
    (SPAN_BEFORE.test(s.low) ||
      s.reading.values.some((value) => value.read.kind === 'duration' || value.read.kind === 'date' || value.read.kind === 'datetime'))
  )
    return true
  const words = topics(
    s.reading,
    s.reading.values.map((value) => [value.start, value.end] as const),
  ).map(({ text }) =>
    fold(text)
      .replace(
        /remind|reminder|notify|nudge|please|\b(?:before|instead|earlier|later|ahead|also|too|already|daily|about|to)\b|提醒|リマインド|通知|알려|알림|아침|점심|저녁|밤|晚上|早上|中午|夜|朝|昼|点|改|提前|前|전|도|말고|대신|에|매일/g,
        '',
      )
      .trim(),
  )
  return words.every((word) => word.length < 2)
}

/** An entry the app started with is named: "remove no sugar" is about that habit, not about a field. */
const namesSeed = (s: Signals, spec: AppSpec): boolean =>
  visibleCollections(spec).some((one) =>
    one.seeds.some(
      (seed) => typeof seed[one.title] === 'string' && labelPlace(s.low, s.reading.tokens, String(seed[one.title])) !== undefined,
    ),
  )

/** "mite count", 螨虫数量, ダニの数, 진드기 수: how many, whatever is counted. */
const COUNT =
  /\b(?:counts?|number|level|percentage|total)$|(?:数量|个数|次数)$|の数$|(?:数|数量|回数)(?:を|も)(?:追加|足し|入れ)|(?:개수|갯수|횟수|수량|[가-힣] 수)(?:도|를|을)?\s?(?:추가|넣어|기록)?/
/** "how many have I put in?" adds nothing. */
const ASKED = /^(?:how|who|what|when|where|why|which)\b.*\?\s*$/
/** "add a rating" changes the app; "add milk" is an entry of a list. */
function addsField(s: Signals, spec: AppSpec): boolean {
  const amount = s.reading.values.filter(
    (value) =>
      value.read.kind === 'money' ||
      value.read.kind === 'quantity' ||
      value.read.kind === 'duration' ||
      (value.read.kind === 'number' && !/^(?:a|an|one|一|하나|한)$/.test(value.text)),
  )
  if (ASKED.test(s.low)) return false
  // “to my reading list” is where it goes: a list that is the app itself is no way of seeing it.
  const seen = s.has('view') && cue(s.low.replaceAll(fold(spec.name), ' '), 'view')
  if (s.has('setting') || (seen && addedWeight(s.reading, spec) > -2)) return true
  if (amount.length > 0 && !/scale|から|from|到|~|1-/.test(s.low)) return false
  if (COUNT.test(s.low.trim())) return true
  return s.dates === 0 && addedWeight(s.reading, spec) + (s.has('artefact') ? 1 : 0) > 0
}
