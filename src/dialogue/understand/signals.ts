/** What a message shows, looked at once for all rules: cues, values, apps that fit, whether it asks. */

import { mentions } from '../../base/concepts/index.ts'
import { doneEnding } from '../../base/language/nominal-ko.ts'
import type { Read, Reading } from '../../base/language/types.ts'
import { fold } from '../../base/resolve.ts'
import { withoutContacts } from '../contact.ts'
import { type CueName, cue, without } from '../cues.ts'
import { type Ranked, rank } from '../target.ts'
import type { DialogueContext, Intent } from './intent.ts'

/** A reading of the message and how sure it is; null where a rule has nothing to say. */
export type Guess = { is: Intent; confidence: number } | null

export type Signals = {
  reading: Reading
  ctx: DialogueContext
  low: string
  /** Cue words present. */
  has: (name: CueName) => boolean
  question: boolean
  /** Values that could be noted: amounts, counts, durations (no bounds, no rhythms). */
  figures: number
  bounds: number
  rhythms: number
  dates: number
  /** How much the things and doings it mentions speak for an app of their own: 0 to 1. */
  evidence: number
  /** Words and characters that are no cue of small talk. */
  words: number
  ranked: Ranked[]
  /** The app that is meant if none is named: the best fitting, else the open one, else the last one. */
  target: Ranked | null
}

/** What is wanted is said well within this; a whole book pasted in must not keep anybody waiting. */
const ENOUGH = 4000
export function clipped(reading: Reading): Reading {
  if (reading.text.length <= ENOUGH) return withoutContacts(reading)
  const within = ({ end }: { end: number }) => end <= ENOUGH
  return { ...reading, text: reading.text.slice(0, ENOUGH), tokens: reading.tokens.filter(within), values: reading.values.filter(within) }
}

export function look(reading: Reading, ctx: DialogueContext): Signals {
  const low = fold(reading.text)
  const memo = new Map<CueName, boolean>()
  const has = (name: CueName) => {
    const known = memo.get(name)
    if (known !== undefined) return known
    const found = cue(low, name) || (name === 'did' && reading.language === 'ko' && doneEnding(reading.text) !== null)
    memo.set(name, found)
    return found
  }
  const ranked = rank(reading, ctx)
  return {
    reading,
    ctx,
    low,
    has,
    question: isQuestion(reading, low, has),
    figures: reading.values.filter((value) => FIGURES.has(value.read.kind) && !SINCE.test(reading.text.slice(value.end))).length,
    bounds: reading.values.filter((value) => value.read.kind === 'bound').length,
    rhythms: reading.values.filter((value) => value.read.kind === 'every').length,
    dates: reading.values.filter((value) => DATES.has(value.read.kind)).length,
    evidence: evidenceOf(reading),
    words: reading.tokens.filter((token) => token.kind !== 'punct').length,
    ranked,
    target: ranked[0] && isOfNone(ctx, ranked[0]) ? null : (ranked[0] ?? null),
  }
}

/** So likely must it be that a message is of no app of the home, before none takes it that is neither named nor spoken of. */
const OF_NONE = 0.6
export const isOfNone = ({ home }: DialogueContext, { exact, last }: Ranked): boolean =>
  home !== undefined && home.none >= OF_NONE && !exact && !last

/** Several qualities asked for together are a thing to keep, though nobody named one. */
const QUALITIES = 2
function evidenceOf(reading: Reading): number {
  const found = mentions(reading).filter((one) => one.score >= 0.9)
  const suggested = found.flatMap(({ concept }) => Object.values(concept.suggests ?? {}))
  const qualities = new Set(found.filter(({ concept }) => concept.field).map(({ start }) => start)).size >= QUALITIES ? 0.6 : 0
  return Math.max(0, qualities, ...suggested)
}

/** 10년 만에, 久しぶり: how long it was until then is told, and is no figure of it. */
const SINCE = /^\s?(?:만에|ぶりに)/
const FIGURES = new Set<Read['kind']>(['money', 'number', 'quantity', 'count', 'duration', 'range'])
const DATES = new Set<Read['kind']>(['date', 'datetime', 'period', 'time'])
const ENDS =
  /[?？]\s*$|(?:ですか|ますか|たっけ|かな|でしょうか|のかな|吗|呢|么|인가요|나요|을까|ㄹ까|했지|했어\?|이야\?|있어\?|얼마야|얼마지|뭐야|뭐지|알려 ?줘|알려주세요|教えて|告诉我|教えてください)[?？。.]?\s*$/

const ASKS =
  /^(?:how|hows|what|what's|whats|which|who|who's|whos|whose|when|where|why|is|are|am|was|were|any)\b|^(?:did|do|does|have|has|can|will|should) (?:i|we|you|he|she|they|it|my|our|the|a|any)\b/
/** “did my stretching”: told of oneself, with nothing said of it that it did. */
const DONE_MINE =
  /^did (?:my|our|the|some|a) [\w'-]+(?: (?:today|tonight|yesterday|already|again|early|late|twice|this [a-z]+|last [a-z]+|on [a-z]+))*[.! ]*$/
/** "top 3 expenses", "total this month": a figure or entries by rank, with no verb. */
const RANKS =
  /^(?:the |my )?(?:top|biggest|largest|highest|lowest|cheapest|longest|shortest|heaviest|lightest|latest|most expensive|average|total|number of)\b/

/** 谁要什么、几份、付没付钱: qualities to be noted, each named by the question it answers. */
const LISTED = /[^、,，。]{1,14}、[^、,，。]{1,14}、[^、,，。?？]{1,14}$/

/** 一共掉了几颗, 还有几天: a count is asked for at the end. */
const COUNTED_ZH =
  /^(?!.*[、,，]).{0,12}(?:[几幾]|多少)(?!乎)[\u4e00-\u9fff]{0,2}[。.]?$|^(?!.*[、,，]).{0,10}多(?:重|高|长|远|久|胖|大|快)(?:了|啊|呢)?[。.]?$/

/** 이번달 총 거리, 전체 합계: a sum named and nothing said of it. */
const SUMS_KO =
  /^(?:(?:이번|지난|이)\s?[달주해]\s?|올해\s?|작년\s?|오늘\s?|여태\s?|지금까지\s?)?(?:[가-힣]{1,8}\s)?(?:총|전체|누적|평균)\s?[가-힣]{1,8}$|^[가-힣\s]{1,16}(?:총합계?|합계|총액|총계|평균)[은는?]?$/

function isQuestion(reading: Reading, low: string, has: (name: CueName) => boolean): boolean {
  if (ENDS.test(reading.text) && !REMIND.test(low)) return true
  if (REMIND.test(low)) return false
  if (
    ASKS.test(low) &&
    !/^(?:what if|how about a|do it|can you|have a)\b|^did (?:it|that|them|this|mine)\b[^?？]*$/.test(low) &&
    !DONE_MINE.test(low)
  )
    return true
  if (reading.language === 'zh' && LISTED.test(reading.text)) return false
  if (reading.language === 'zh' && COUNTED_ZH.test(reading.text.trim())) return true
  if (RANKS.test(low) && !has('change') && !has('view')) return true
  if (reading.language === 'ko' && SUMS_KO.test(reading.text.trim()) && !has('change') && !has('add') && !has('build')) return true
  return (
    has('question') &&
    /多少|几次|几个|几杯|几天|哪|什么|いくら|何回|何|どの|どれ|いつ|誰|どこ|얼마|몇|무엇|누가|언제|어디|어느/.test(reading.text)
  )
}

const OPENING =
  /^(?:(?:an?|another|one)\s(?:[\w'-]+\s){0,3}?)?(?:board|list|log|tracker|planner|diary|journal|calendar|schedule|checklist|calculator|timer|quiz|collection|catalogue|catalog|budget|matrix|dashboard|app)\s(?:for|of|to|with|where|that|about)\b/
const CHOOSING =
  /\bhelp (?:me|us) (?:choose|pick|decide|compare)\b|^(?:请)?(?:帮|帮助)(?:我|我们)(?:选|挑|决定|比较|对比)|(?:を|か)(?:選び|選ぶのを|比べて選|決め)たい|(?:選ぶ|選び方|決める)のを手伝|(?:고르|선택하|결정하)(?:고 싶|는 (?:걸|것) ?(?:을 )?도와|게 도와)|(?:골라|비교해) ?(?:줘|보고 싶)/
/**
 * "A board for our kitchen renovation with backlog, doing, done", 帮我选笔记本电脑: said as one says what is to be made, though
 * no verb of making is there; a field added to the open app is never called "a board for …".
 */
export const wishesAnew = ({ low, reading, has, ranked }: Signals): boolean =>
  (OPENING.test(low) && reading.text.length >= 20) ||
  (CHOOSING.test(reading.text.toLowerCase()) && !has('did') && reading.text.length >= 8) ||
  ((HEADED.test(reading.text) || HEADED_KO.test(reading.text)) && !ranked[0]?.named && !has('add') && !has('change'))
/** キッチン改装のボード、未着手・進行中・完了: what is made stands first, its parts after it. */
const HEADED =
  /^[^,，、:：。・\s]{3,20}(?:\s?[^,，、:：。・\s]{1,10}){0,2}(?:看板|清单|清單|应用|日志|ボード|リスト|アプリ|トラッカー|プランナー|보드|목록|리스트|플래너|트래커|앱)\s?[,，、:：]\s?[^,，、・]{1,16}[,，、・]\s?[^,，、・]{1,16}[,，、・]/u

/** 주방 공사 보드: 할 일, 담당, 상태. Korean parts the words of the heading by spaces. */
const HEADED_KO =
  /^(?:[가-힣A-Za-z0-9]{1,12}\s){1,4}[가-힣]{0,6}(?:보드|목록|리스트|플래너|트래커|앱|기록장?|일지|일기장?|장부|대장|관리|일정표?|노트|표)\s?[,:]\s?[^,:]{1,16},\s?[^,:]{1,16}(?:,|$)/

/** To be told at a time is no question: 매일 밤 9시에 알려줘, 毎日21時に教えて. */
export const REMIND =
  /\b(?:remind|nudge|poke|ping|buzz|prompt|prod|bug|beep|chase|nag) (?:me|us|him|her|them)\b|\bnotify (?:me|us)\b|提醒我|リマインド|通知して|[日週周]間?前に(?:知らせ|教え)|(?:일|주|주일|달|개월|시간|분|루|틀|흘) ?전(?:에|날)?(?:도)? ?(?:알려|알림)|(?:시|분|반|마다|매일|매주|아침|점심|저녁|밤)(?:에도|에는|에|마다|도)?\s?알려|[時分]に教えて|(?:이하|미만|밑으로|아래로|떨어지|모자라|부족하|줄어들)[가-힣 ]{0,6}면\s?(?:바로\s|꼭\s)?알려/

/** How many letters or characters remain when cues are taken away. */
export const rest = (low: string, names: CueName[]) =>
  without(low, names).replace(
    /[\s\p{P}\p{S}]|\b(?:that|it|this|please|the|a|to|my|me|you|all|so|very|much|for|again|can|could|just|last|change|thing|there|u)\b|请|一下|吧|了|我|啊|呀|下さい|ください|お願い(?:します)?|ね|よ|か|ございます|ます|です|した|줘|주세요|해|요|세요|습니다|니다|너무|정말|좀|고/gu,
    '',
  )
