/** What a wish is about, in the words marked for it: where the rules' words are no name, or name a quality; or where the marks are surer. */
import type { Frame } from '../frame/types.ts'
import { fits } from '../names.ts'
import { nounPhrase } from '../rules/nouns.ts'
import { LIMITS } from './limits.ts'
import type { Mark, Marks } from './marks.ts'
import { sameWords } from './places.ts'

/** Longer ones are sentences. */
const MOST_LETTERS = 40
/** That it is an app says nothing of what it is about. */
const ONLY_APP =
  /^(?:goal|点数|得点|점수|정산|日記|일기|제목|(?:kanban |simple |little )?(?:kanban|board|list|app|tracker|log|diary|planner|wheel|timer|thing|chart|sheet|cards?))$|^(?:看板|清单|列表|(?:[连連][续續]|每日|每天)?打卡|投票|记录|日记|卡片|リスト|ボード|記録|メモ|投票|カード|보드|목록|기록|투표|카드|표|정리|쓰기|하기|보기)$/i
/** The words go on after these. */
const ENDLESS: Partial<Record<Frame['language'], RegExp>> = { ja: /(?:まで|から|[をはがにで])$/, ko: /(?:까지|부터|에서)$/ }
/** 课记录 of 舞蹈课记录: one character is all that it shares with the words that the rules took. */
const cutsWord = (text: string, start: number, { reading, topic }: Frame): boolean =>
  /^\p{Script=Han}/u.test(text) &&
  topic.length > 1 &&
  topic.endsWith(text[0]!) &&
  reading.text.slice(start + 1 - topic.length, start + 1) === topic
/** What money goes for is named by that. */
const SPENT = /\bspen[dt]|expense|花[了的费钱]|开销|開銷|支出|使った|出費|지출|쓴 |값/i
export function takeTopic(frame: Frame, { marks, topics }: Marks): void {
  if (frame.name) return
  const phrase = nounPhrase(frame)
  const others = marks.filter(({ role, sure }) => role !== 'topic' && sure >= LIMITS.sure)
  const could = ({ text, start, end }: Mark): boolean =>
    text.length <= MOST_LETTERS &&
    !ONLY_APP.test(text) &&
    !frame.people.includes(text) &&
    !ENDLESS[frame.language]?.test(text) &&
    !cutsWord(text, start, frame) &&
    !others.some((one) => one.start < end && one.end > start) &&
    fits(nounPhrase({ ...frame, topic: text }), frame.language)
  const likeliest = topics.find((one) => one.sure >= LIMITS.guessed && could(one))
  if (!likeliest) return
  // 亲戚生日, 书和电影: where no spaces part the words, what goes on is more of the name.
  const goesOn = (one: Mark) =>
    frame.language === 'zh' && one.start === likeliest.start && one.end > likeliest.end && !/[吧呢吗嗎啊呀的了跟和同把给給]$/.test(one.text)
  const mark = topics.find((one) => goesOn(one) && one.sure >= LIMITS.guessed && could(one)) ?? likeliest
  // 三社 of 三社の見積もり: what it is of is none without it.
  if (frame.language === 'ja' && phrase.startsWith(`${mark.text}の`) && fits(phrase, frame.language)) {
    frame.learned = phrase
    return
  }
  const said = nounPhrase({ ...frame, topic: mark.text })
  const isQuality = frame.asked.some(
    (one) =>
      one.sure && (sameWords(one.label, phrase) || (one.label.length >= 2 && phrase.includes(one.label) && !mark.text.includes(one.label))),
  )
  const stands = fits(phrase, frame.language) && !isQuality && !ONLY_APP.test(phrase)
  if (mark.sure >= LIMITS.learned) frame.learned = said
  if (SPENT.test(frame.topic)) return
  if (stands && (mark.sure < LIMITS.named || (phrase.toLowerCase().includes(said.toLowerCase()) && phrase.length <= said.length * 2 + 4)))
    return
  frame.topic = mark.text
  frame.named = true
}
