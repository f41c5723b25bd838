/** What is done with apps as a whole: undone, restored, listed, opened, removed. */

import type { Reading } from '../../../base/language/types.ts'
import { fieldsNamed, fold } from '../../../base/resolve.ts'
import { confirmRemoval } from '../../offers.ts'
import type { Which } from '../intent.ts'
import { type Guess, rest, type Signals } from '../signals.ts'

/** Said alone it takes back what was just done. */
const CANCEL =
  /^(?:(?:아니?다?|앗|아냐)[,.\s]+)?(?:(?:방금|아까|지금)\s?)?(?:(?:그|이)?(?:거|것|건)\s)?취소(?:해.{0,4}|요|할게요?|할래요?|하자|좀)?[.!~ㅠㅜㅋㅎ\s]*$|^(?:取消|キャンセル(?:して)?|cancel(?: that| it)?|never ?mind)[.!。]?$/

const HOW = /^how (?:do|can|to|would)\b|怎么|怎麼|如何|どうやって|어떻게/
export function undo({ low, has, ranked, figures }: Signals): Guess {
  if (!(has('undo') || CANCEL.test(low)) || figures > 0) return null
  // Asked how it is done, it is explained and not done.
  if (HOW.test(low)) return { is: { intent: 'help' }, confidence: 0.95 }
  const left = rest(low, ['undo', 'last', 'change'])
  const named = ranked.find((one) => one.named)
  if (left.length > 14 && !named) return null
  return { is: { intent: 'undo', app: named?.app.id ?? null }, confidence: left.length <= 6 ? 0.95 : 0.72 }
}

export function redo({ low, has, ranked }: Signals): Guess {
  if (!has('redo') || rest(low, ['redo']).length > 6) return null
  return { is: { intent: 'redo', app: ranked.find((one) => one.named)?.app.id ?? null }, confidence: 0.94 }
}

export function restore({ low, has, reading, target, dates }: Signals): Guess {
  if (!has('restore') || !target) return null
  const when = whichOf(reading, low, dates)
  return when && { is: { intent: 'restore', app: target.app.id, when }, confidence: 0.955 }
}

function whichOf(reading: Reading, low: string, dates: number): Which | null {
  const version = /(?:version|v|版本|バージョン|버전)\s?(\d{1,4})|第?(\d{1,4})\s?(?:版|번 버전)/.exec(low)
  if (version) return { kind: 'version', version: Number(version[1] ?? version[2]) }
  if (dates > 0) {
    const day = reading.values.find(
      (value) => value.read.kind === 'date' || value.read.kind === 'datetime' || value.read.kind === 'period',
    )?.read
    const time = reading.values.find((value) => value.read.kind === 'time')?.read
    if (day?.kind === 'datetime') return { kind: 'date', date: day.date, time: day.time }
    const date = day?.kind === 'date' ? day.date : day?.kind === 'period' ? day.from : undefined
    if (date) return { kind: 'date', date, ...(time?.kind === 'time' && { time: time.time }) }
  }
  if (/\b(?:first|original|very beginning|initial)\b|最初|最开始|一开始|最早|初版|原来的?版本|はじめ|初め|元の|첫|처음|맨 처음/.test(low))
    return { kind: 'version', version: 1 }
  return /previous|earlier|before|version|之前|上一|以前|前の|バージョン|이전|예전|버전/.test(low) ? { kind: 'back', steps: 1 } : null
}

const YES = /^(?:yes|yep|sure|ok|okay|确定|是的|对|好的|はい|ええ|네|응|예|그래)[\s,，、。.]/
export function confirmed({ low, has, ranked }: Signals): Guess {
  const named = ranked.find((one) => one.named)
  return YES.test(`${low} `) && has('remove') && named ? { is: { intent: 'remove-app', app: named.app.id }, confidence: 0.98 } : null
}

export function listApps({ has, low }: Signals): Guess {
  return has('list') && rest(low, ['list', 'ask', 'show', 'app', 'question', 'all']).length <= 8
    ? { is: { intent: 'list-apps' }, confidence: 0.92 }
    : null
}

export function removeApp({ has, low, ranked, reading, figures }: Signals): Guess {
  const here = ranked.find((one) => one.open) ?? ranked.find((one) => one.last)
  if (here && has('remove') && has('app') && rest(low, ['remove', 'app']).length === 0)
    return { is: confirmRemoval(here.app, reading.language), confidence: 0.93 }
  const named = ranked.find((one) => one.named)
  if (!has('remove') || !named || figures > 0) return null
  const app = has('app')
  const bare =
    rest(low, ['remove', 'app'])
      .replace(fold(named.app.name).replace(/[\s\p{P}]/gu, ''), '')
      .replace(/记录|清单|リスト|帐|帳|記録|목록|기록|收藏|コレクション|컬렉션|tracker|list|log|collection|diary|planner|board/g, '')
      .length <= (/^[\x20-\x7e]+$/.test(low) ? 2 : 0)
  if (!app && !(bare && named.exact)) return null
  if (fieldsNamed(reading.text, named.app.spec.collections, { kinds: false }).some((hit) => hit.score >= 1) && !app) return null
  return { is: confirmRemoval(named.app, reading.language), confidence: 0.93 }
}

export function open({ has, ranked, figures, dates, question, reading }: Signals): Guess {
  const named = ranked.find((one) => one.named)
  if (!has('open') || !named || figures > 0 || (question && !/[?？]/.test(reading.text))) return null
  if (has('view') || has('add') || has('remove') || has('change')) return null
  return { is: { intent: 'open', app: named.app.id }, confidence: dates > 0 ? 0.5 : 0.86 }
}
