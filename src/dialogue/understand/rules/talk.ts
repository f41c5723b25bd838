/** Sums, thanks, greetings, praise and complaint. */

import { calculate } from '../../calculate.ts'
import { timerAsked, unitAsked } from '../../timed.ts'
import { worked } from '../../work.ts'
import { type Guess, rest, type Signals } from '../signals.ts'
import { tellsOfSelf } from '../telling.ts'

/** "I want to see how many days are left": something to look at again, more than one answer now. */
const KEPT =
  /見たい|見れる|見られる|ほしい|欲しい|보고 싶|보여 ?주는|보이게|(?:남았는|지났는|됐는)지 보여|(?:남았|지났|됐)나 보|想看|能看|\b(?:want|like) to see\b/

/** More than one figure is asked for: "…, plus guest list", 还要清单, リストも, 명단도. */
const BESIDE =
  /(?:,|\band\b|\bplus\b|\bwith\b).*\b(?:list|plan|log|tracker|budget|checklist|app)\b|清单|名单|列表|应用|リスト|名簿|一覧|アプリ|목록|명단|리스트|앱/i

export function sums(s: Signals): Guess {
  const { reading, ctx, evidence } = s
  // “I've been learning Portuguese for two years” has a length of time and asks nothing about it.
  if (tellsOfSelf(s)) return null
  const found = calculate(reading, ctx)
  return (
    found && {
      is: { intent: 'calculate', ...found },
      confidence: (KEPT.test(reading.text) || BESIDE.test(reading.text)) && evidence >= 0.4 ? 0.5 : 0.96,
    }
  )
}

/** The figures of a calculator that is open or named: it is worked out with them. */
export function work({ reading, ctx, ranked, has }: Signals): Guess {
  const app = ranked.find((one) => one.named) ?? ranked.find((one) => one.open) ?? ranked.find((one) => one.last)
  if (!app || has('change') || has('build') || has('track') || has('remove')) return null
  const { spec } = app.app
  const found =
    worked(reading, spec, ctx) ?? (app.open ? (timerAsked(reading, spec, ctx.locale) ?? unitAsked(reading, spec, ctx.locale)) : null)
  return found && { is: { intent: 'calculate', ...found }, confidence: 0.965 }
}

/** What we are is asked, and not for help with something. */
const OF_US = /\bare you\b|^.{0,12}你是|(?:なの|ですか)\?*$|(?:이야|이에요|ai야|ai예요)\?*$/

export function smallTalk({ low, has, figures, dates }: Signals): Guess {
  if (figures + dates > 0 && !has('greeting')) return null
  for (const name of ['help', 'farewell', 'thanks', 'greeting'] as const) {
    if (!has(name)) continue
    const left = rest(low, [name, 'praise', 'greeting', 'thanks', 'farewell'])
    if (left.length <= (name !== 'help' ? 6 : OF_US.test(low) ? 16 : 10))
      return { is: { intent: name }, confidence: left.length <= 2 ? 0.94 : 0.7 }
  }
  return null
}

export function feedback({ low, has, figures, reading, ctx, words, question }: Signals): Guess {
  if (question || figures > 0 || words > 14 || (!has('complaint') && !has('praise'))) return null
  const value = has('complaint') ? -1 : 1
  const left = rest(low, ['complaint', 'praise'])
  const after = ctx.last.intent !== null
  if (left.length > 12) return null
  return { is: { intent: 'feedback', value, words: reading.text.slice(0, 500) }, confidence: left.length <= 5 ? 0.88 : after ? 0.55 : 0.4 }
}
