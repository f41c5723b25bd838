/** Whether an app is to be made, at once or step by step. */

import { isCheckIn } from '../../log/checkin.ts'
import { isThing } from '../../qualities.ts'
import { type Guess, type Signals, wishesAnew } from '../signals.ts'
import { asksAdvice, tellsOfSelf } from '../telling.ts'

/** "다낭 3/14~3/18 일정표. …": a sentence that ends in the name of what is to be made. */
const ENDS_IN_THING =
  /^[^.!?\n,]{3,48}(?:일정표|목록|리스트|기록장|체크리스트|장부|가계부|시간표|계획표|달력|보드|타이머|계산기|단어장|일기장|수첩|일지|점수판|식단표)(?:[.!~,]|$)/

/** "장볼거 배추 무 젓갈": the word for what is to be bought or done, and what it is. */
const THINGS_THEN = /^(?:\S+\s){0,3}(?:장\s?볼|살|할|사올|챙길|가져갈)\s?(?:거|것|꺼)(?:들|는)?\s?:?\s(?:[가-힣]{1,8},?\s){1,}[가-힣]{1,8}$/
/** "바꿔주는 거 있음 좋겠다": wished for as a thing that does it. */
const WISHED_THING = /[는은]\s?(?:거|것|게|앱|표)\s?(?:하나\s?|좀\s?)?(?:있음|있으면|있었으면)\s?좋겠/

/** "delete the loan of the drill": said to what is there, and no wish for anything new. */
export const wantsGone = ({ language, text }: Signals['reading']): boolean =>
  language === 'en' && /^(?:please |can you |could you )*(?:delete|remove|undo|erase|cancel|get rid of) /i.test(text)

export function build(s: Signals): Guess {
  const { has, low, reading, target } = s
  if (tellsOfSelf(s) || (asksAdvice(reading.language, reading.text) && !has('build') && !has('track'))) return null
  // Whoever wants something gone wants nothing made.
  if (wantsGone(reading)) return null
  if (isCheckIn(reading.text) && s.ctx.apps.length > 0) return null
  let score = 0
  if (has('build')) score = 0.62 + (has('artefact') || has('track') ? 0.24 : 0)
  if (has('track')) score = Math.max(score, 0.74)
  if (has('artefact')) score = Math.max(score, 0.56)
  if (s.bounds > 0 || s.rhythms > 0) score += score > 0 ? 0.08 : 0.5
  if (/[:：]|各|ごと|별로|with the|with a|and the/.test(low) && score > 0) score += 0.05
  const about = target !== null && (target.named || target.relevance >= 1 || (target.open && s.words <= 8))
  score = Math.max(score, s.evidence >= 0.4 ? (0.4 + 0.42 * s.evidence) * (about ? 0.6 : 1) : 0)
  if (score === 0) score = !s.question && !about && !has('greeting') && s.words >= 2 ? 0.42 : 0
  if (score === 0 && isThing(reading.text)) score = 0.34
  // “movies: director, year, rating”
  if (s.evidence >= 0.6 && /^[^:：,，、]{2,24}[:：]\s?[^:：]+[、,，][^:：]+$/.test(reading.text) && s.figures === 0 && !has('add'))
    score = Math.max(score, 0.72)
  if (WISHED_THING.test(reading.text)) score = Math.max(score, 0.84)
  const thing = (ENDS_IN_THING.test(reading.text) || THINGS_THEN.test(reading.text)) && !target?.open && !/[?？]/.test(reading.text)
  if (thing) score = Math.max(score, 0.66)
  if (wishesAnew(s)) score = Math.max(score, 0.86)
  if (!score) return null
  // With an app at hand, what asks for no app is no request for one.
  if ((target?.open || target?.last) && score <= 0.5 && !has('build') && !has('track')) return null
  // 牛奶 12月1日过期: with an app open, what asks for nothing to be made is an entry of it.
  const bare =
    !has('build') && !has('track') && !has('artefact') && !thing && !wishesAnew(s) && !/[:：\n]|たい|ほしい|想|要/.test(reading.text)
  if (target?.open && bare && (s.dates > 0 || s.figures > 0) && (reading.language === 'zh' || reading.language === 'ja')) return null
  // "at most 800 a month, and see which shop takes most": who sets a limit wants it kept.
  const wish = s.bounds > 0 && !about && s.words >= 8
  if (wish) score = Math.max(score, 0.6)
  else if (s.question && !has('build') && !thing) score -= about || s.evidence < 0.6 ? 0.35 : 0.2
  // "make the limit 6000": with an app open these words belong to it.
  if (has('add') && (target?.open || target?.last)) score -= 0.2
  // Whoever wants something gone wants nothing made.
  if (
    /^(?:undo|delete|remove|open)\b/.test(low) ||
    (has('remove') && !has('build') && !has('track') && (!has('artefact') || (has('app') && has('all'))))
  )
    score -= 0.4
  return { is: { intent: 'build' }, confidence: Math.min(0.95, score) }
}

export function plan({ low, reading, has }: Signals): Guess {
  return /step by step|一步一步|一步步|段階的に|段阶的に|一つずつ|단계별로|차근차근/.test(low) &&
    (has('plan') || has('track') || has('build'))
    ? { is: { intent: 'plan', text: reading.text }, confidence: 0.9 }
    : null
}
