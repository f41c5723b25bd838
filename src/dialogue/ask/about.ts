/** What a question speaks of beside asking: words that are no time, no verb, no measure and no rank. */
import type { Reading, Span } from '../../base/language/types.ts'
import { fold } from '../../base/resolve.ts'
import { topics } from '../topic.ts'
import { degreeOf } from './degree.ts'
import { verbPlaces } from './verbs.ts'
import { folded } from './words.ts'

/** 几篇, 何首, 몇 kg, "how many": what is counted by is no name. */
const COUNTERS = folded(
  /哪[\u4e00-\u9fff]{0,2}|时候|[高低均]分|(?:几|多少)(?:(?![没未不还])[\u4e00-\u9fff])?|何(?:\p{Script=Han}{1,2}|[ァ-ヶー]{1,6}|[a-z]{1,4})?|몇\s?[가-힣a-z%]{1,6}|(?:ありま|いくつ)(?:す|した)?か?|\bhow (?:many|much|long|far|often|heavy)\b(?: (?:more|other|different|distinct)\b)*(?: (?:kinds?|types?|sorts?) of [a-z]+)?|\bdifferent\b|(?:총|全部で|合計|一共|总共|全程|加起来|いくらか|종류|가지|하루에?|\b(?:severity|intensity|pls|plz|please|avg|altogether|then|tho|lol)\b)/gu,
)
/** Money spoken of as such. */
const MONEY = folded(
  /売上げ?|売り上げ|收入|支出|利润|利益|売れ|お金|수입|지출|매출|이익|\b(?:income|expenses?|profits?|takings|earnings|balance)\b/gu,
)

export function spokenOf(reading: Reading, used: readonly (readonly [number, number])[] = []): Span[] {
  const low = fold(reading.text)
  const rank = degreeOf(low)
  const counters = [...low.matchAll(COUNTERS), ...low.matchAll(MONEY)].map((match) => [match.index, match.index + match[0].length] as const)
  const values = reading.values.map(({ start, end }) => [start, end] as const)
  const spoken = topics(reading, [...used, ...values, ...counters, ...verbPlaces(reading), ...(rank ? [rank.at] : [])])
  // 称 of 最近一次称: a verb, cut off.
  const cut = ({ text }: Span) =>
    /^[了的吗呢啊吧过得地着]+$/.test(text) || (/^\p{Script=Han}$/u.test(text) && reading.tokens.some((token) => token.text === text))
  return reading.language === 'zh' ? spoken.filter((run) => !cut(run)) : spoken
}
