/** What can only be done or looked up outside this machine: it is said honestly that it cannot be, and what can. */
import type { AppGlimpse } from '../intent.ts'
import { asksAgent, keptInApp, LOOKED_UP, outsideOf } from '../outside.ts'
import type { Guess, Signals } from '../signals.ts'

/** Said in one breath; a longer message tells or asks for more. Characters. */
const BRIEF = 120

/** A heading with parts, or a thing that is to be made or kept: an app is wished for. */
const TO_BE_KEPT =
  /[:：]\s?\S|[,，、].*[,，、]|\b(?:app|tracker|log|lists?|planner|diary|journal|remind|note down|keep|track|every|each|whenever|every time)\b|应用|清单|列表|记|日志|计划|提醒|管理|预算|[每]|表格|アプリ|リスト|一覧|記録|メモ|日記|リマインド|毎|予定|管理|앱|목록|리스트|기록|일기|메모|관리|알림|매일|매주|매월|매달|매년|마다|만들/

/** “Order a pizza” on a list of things to do is one of them; only where nothing takes it is it asked of the agent. */
const ELSE_UNCLEAR = 0.32

export function outside({ reading, low, ctx, ranked, rhythms, bounds, has }: Signals): Guess {
  if (rhythms > 0 || bounds > 0 || reading.text.length > BRIEF || has('track') || TO_BE_KEPT.test(low)) return null
  const what = outsideOf(reading.language, low, reading.text)
  if (!what) return null
  const at = ranked.find((one) => one.open) ?? ranked.find((one) => one.last)
  const bare = !LOOKED_UP.has(what) && !asksAgent(reading.language, low, reading.text)
  if (ctx.apps.some((app) => keptInApp(what, labelsOf(app)))) return null
  return { is: { intent: 'outside', what }, confidence: bare ? (at ? ELSE_UNCLEAR : 0.8) : 0.97 }
}

const labelsOf = ({ spec }: AppGlimpse): string =>
  [spec.name, ...spec.collections.flatMap((one) => [one.label, ...one.fields.map((field) => field.label)])].join(' ')
