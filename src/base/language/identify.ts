/**
 * Which of the four languages a sentence is in. Scripts decide most of it; in mixtures the words that carry the
 * grammar do ("coffee 지출 기록해줘" is Korean, "add 김치찌개 to my list" English). Characters alone are Chinese
 * unless their forms or words are Japanese; where nothing tells, the conversation and then the locale do. In a talk of
 * another language Latin words without English grammar are names and units: 臥推40kg 3x10, "OK 明天 2pm".
 */
import type { Language } from '../../spec.ts'
import { hanHints } from './han.ts'
import { languageOf } from './locale.ts'
import type { Reading } from './types.ts'

export type Hints = { previous?: Language; locale?: string }
type Scores = Record<Language, number>
/** What a stretch shows of each language; `grammar`: English words that only English sentences are made with. */
type Shown = { scores: Scores; grammar: number }

const ENGLISH = new Set(
  'a an the i me my we our you your it its is are was were be am do does did have has had of to for in on at by with from and or not no how what when which who why where much many this that these those please can could would should will want need like make add show track log let help give set build create tell remind remove delete change list each every per all more than about'.split(
    ' ',
  ),
)
/** Ends of Korean words that only grammar puts there. */
const KOREAN_ENDING =
  /(?:[을를은는이가에의와과로도만]|에서|으로|에게|까지|부터|해줘|해요|하기|하는|하고|합니다|했어|해|줘|어요|아요|니다|까|래|싶어|좋아|있어|없어|돼|자|지|어|야|게|면)$/
const JAPANESE_GRAMMAR =
  /です|ます|でした|ました|ません|して|した|する|たい|ください|ほしい|欲しい|だった|ない|ある|いる|から|まで|など|って|けど|よね|かな|[をがはにでのともへ](?![ぁ-ん]{3})/g

/** A clause ends at the marks that end thoughts; commas and points inside figures do not. */
const CLAUSE = /[^。!?;\n,、.]*(?:(?<=\d)[,.](?=\d)[^。!?;\n,、.]*|\.(?=\w)[^。!?;\n,、.]*){0,200}[。!?;\n,、.]?/g

export function identify(text: string, hints: Hints = {}): { language: Language; clauses: Reading['clauses'] } {
  const total: Shown = { scores: { en: 0, zh: 0, ja: 0, ko: 0 }, grammar: 0 }
  const found: { start: number; end: number; shown: Shown }[] = []
  for (const match of text.matchAll(CLAUSE)) {
    if (match[0] === '') continue
    const shown = shownIn(match[0])
    for (const language of Object.keys(total.scores) as Language[]) total.scores[language] += shown.scores[language]
    total.grammar += shown.grammar
    found.push({ start: match.index, end: match.index + match[0].length, shown })
  }
  const whole = hanHints(text.length > 4000 ? text.slice(0, 4000) : text)
  const language = decide(total, whole, undefined, hints)
  return { language, clauses: clausesOf(text, found, language) }
}

/** Neighbouring clauses of one language are one. A clause with too little to tell by belongs to the main language. */
function clausesOf(text: string, found: { start: number; end: number; shown: Shown }[], main: Language): Reading['clauses'] {
  const clauses: Reading['clauses'] = []
  for (const { start, end, shown } of found) {
    const enough = Math.max(...Object.values(shown.scores)) >= 2
    const language = enough ? decide(shown, hanHints(text.slice(start, end)), main, {}) : main
    const last = clauses.at(-1)
    if (last?.language === language) clauses[clauses.length - 1] = { start: last.start, end, text: text.slice(last.start, end), language }
    else clauses.push({ start, end, text: text.slice(start, end), language })
  }
  return clauses.length > 0 ? clauses : [{ start: 0, end: text.length, text, language: main }]
}

/** Letters against figures are units and names of things (40kg, 3x10, PS5), as are units after them and initials; laughter is anybody's. */
const LATIN = /(?<![a-z\d'])[a-z][a-z']{0,40}(?![a-z\d])/gi
const UNIT = /^(?:kg|g|mg|lbs?|oz|km|m|cm|mm|ml|l|h|hr|hrs|min|mins|s|sec|k?cal|am|pm|x|bpm|mmhg)$/
const NOBODYS = /^(?:[A-Z]{1,4}|ok|okay|qq|orz|xd|w+|lol|haha\w*)$/
const isWord = (word: string, before: string) =>
  ENGLISH.has(word.toLowerCase()) ||
  !(NOBODYS.test(word) || NOBODYS.test(word.toLowerCase()) || (/\d $/.test(before) && UNIT.test(word.toLowerCase())))

/** Han counts for Chinese here; `decide` gives it to Japanese where the forms say so. */
function shownIn(text: string): Shown {
  const scores: Scores = { en: 0, zh: 0, ja: 0, ko: 0 }
  let grammar = 0
  for (const { 0: word, index } of text.matchAll(LATIN)) {
    if (!isWord(word, text.slice(Math.max(0, index - 2), index))) continue
    const own = ENGLISH.has(word.toLowerCase())
    scores.en += own ? 2 : 0.5
    if (own) grammar++
  }
  for (const word of text.match(/[가-힣ㄱ-ㅣ]{1,40}/g) ?? []) scores.ko += 0.8 + word.length * 0.2 + (KOREAN_ENDING.test(word) ? 1.2 : 0)
  const hiragana = text.match(/[ぁ-ゖ]/g)?.length ?? 0
  const katakana = text.match(/[ァ-ヺー]/g)?.length ?? 0
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  scores.ja = hiragana * 0.4 + katakana * 0.25 + (text.match(JAPANESE_GRAMMAR)?.length ?? 0) * 0.8
  scores.zh = han * 0.35
  return { scores, grammar }
}

function decide({ scores, grammar }: Shown, han: ReturnType<typeof hanHints>, main: Language | undefined, hints: Hints): Language {
  const { ko } = scores
  let { en, zh, ja } = scores
  const talk = main ?? hints.previous ?? (hints.locale ? languageOf(hints.locale) : 'en')
  const lettered = talk === 'ko' ? ko > 0 : talk === 'zh' ? zh > 0 : talk === 'ja' && ja + zh > 0
  if (lettered && grammar === 0) en = 0
  if (zh > 0) {
    const chinese = han.chinese + han.grammar
    if (ja > 0 && chinese * 0.9 <= ja + han.japanese) ja += zh
    else if (ja === 0 && sidesWithJapanese(han, main, hints)) ja = zh + han.japanese
    else zh += chinese * 0.8
    if (ja > scores.ja) zh = 0
  }
  const best = Math.max(en, zh, ja, ko)
  if (best === 0) return talk
  const order: Language[] = ['ko', 'ja', 'zh', 'en']
  const values: Scores = { en, zh, ja, ko }
  return order.find((language) => values[language] === best) ?? 'en'
}

/** Characters only: the forms decide, then Chinese grammar, then the company they are in. */
function sidesWithJapanese(han: ReturnType<typeof hanHints>, main: Language | undefined, hints: Hints): boolean {
  if (han.japanese !== han.chinese) return han.japanese > han.chinese
  if (han.grammar >= 0.8) return false
  const company = main ?? hints.previous
  if (company === 'ja' || company === 'zh') return company === 'ja'
  return hints.locale !== undefined && languageOf(hints.locale) === 'ja'
}
