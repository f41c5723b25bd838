/** The app's name, icon and line of purpose, in the person's language. */
import type { Language } from '../spec.ts'
import type { Chosen } from './compose.ts'
import type { Frame } from './frame.ts'
import type { Build } from './rules/build.ts'
import { asLabel, bounded, t } from './rules/words.ts'

const TOO_LONG: Record<Language, number> = { en: 34, zh: 14, ja: 18, ko: 20 }
const CLAUSE =
  /\b(?:i|we|that|which|when|what|how|where|who|should|could|so that|because|me|you|is|are|am|was|be|it|from|help|if|whose)\b|我|帮|想|要|たい|ほしい|して|する|ください|싶|해줘|하고|하기|[。!?<>{}[\]\\^`|~@#$%*=]|\/\/|https?/i

export function nameOf(frame: Frame, b: Build, chosen: Chosen): string {
  if (frame.name) return bounded(frame.name, 60)
  const fallback = b.defaultName ? b.say(b.defaultName) : b.say(t('My app / 我的应用 / マイアプリ / 내 앱'))
  if (
    chosen.primary === 'calculator' ||
    chosen.primary === 'converter' ||
    chosen.primary === 'countdown' ||
    chosen.primary === 'collection'
  )
    return bounded(fallback, 60)
  if (chosen.primary === 'decision' || chosen.primary === 'intake' || chosen.primary === 'split') return fallback
  const spent = spentOn(frame, chosen)
  if (spent) return asLabel(spent, 50)
  const topic = frame.topic.replace(/\s?(?:アプリ|앱|应用|\bapp)$/i, '').trim()
  return fits(topic, frame.language) && !frame.people.some((person) => topic.includes(person)) ? asLabel(topic, 50) : fallback
}

function fits(topic: string, language: Language): boolean {
  if (topic.length < 2 || topic.length > TOO_LONG[language] || CLAUSE.test(topic) || /\d{3,}/.test(topic)) return false
  if (language === 'en') return topic.split(' ').length <= 5 && /[a-z]/i.test(topic)
  return /\p{L}/u.test(topic) && !/[をはがに로는은을를]$/.test(topic)
}

/** "what I spend on coffee" -> "Coffee spending". */
function spentOn(frame: Frame, chosen: Chosen): string | null {
  if (chosen.primary !== 'expenses') return null
  const { language, topic } = frame
  if (language === 'en') {
    const on =
      /(?:spend(?:ing)?|expenses?|money|costs?)(?: (?:i|we) (?:spend|pay))? (?:on|for) (?:my |our |the )?([a-z][a-z' -]{1,24}?)$/i.exec(
        topic,
      )?.[1]
    return on && !CLAUSE.test(on) ? `${on} spending` : null
  }
  if (language === 'zh') {
    const on = /^(.{1,8}?)的?(?:开销|花费|消费|支出|开支|花销|花了多少|花的)/.exec(topic)?.[1]
    return on && !CLAUSE.test(on) ? `${on}开销` : null
  }
  if (language === 'ja') {
    const on = /^(.{1,10}?)(?:の|に使った)?(?:出費|支出|費用|お金)/.exec(topic)?.[1]
    return on && !CLAUSE.test(on) ? `${on}支出` : null
  }
  const on = /^(.{1,10}?)(?:값|\s?지출|\s?비용|에 쓴)/.exec(topic)?.[1]
  return on && !CLAUSE.test(on) ? `${on} 지출` : null
}

export function purposeOf(frame: Frame, b: Build, name: string): string {
  const labels = (b.main?.fields ?? [])
    .filter((field) => !field.hidden && field.kind !== 'schedule' && field.kind !== 'note')
    .slice(0, 3)
    .map((field) => field.label)
  const { language } = frame
  if (labels.length === 0) return bounded(name, 110)
  const joined =
    language === 'en'
      ? labels.map((label, at) => (at ? label.toLowerCase() : label)).join(', ')
      : labels.join(language === 'ko' ? ', ' : '、')
  return bounded({ en: `${joined} at a glance`, zh: `记录${joined}`, ja: `${joined}を記録`, ko: `${joined} 기록` }[language], 110)
}
