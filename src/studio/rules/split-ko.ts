/**
 * Where a Korean request is parted though no comma stands there: after a verb that ends what is said, and between nouns
 * in a row ("캐릭터 제조사 구매가 개봉여부 남길래"). What only tells of oneself or gives the reason is left out of the phrases.
 */
import { fold } from '../../base/concepts/fold.ts'
import { isQualityForm } from '../../base/concepts/index.ts'
import { bareWord, finalOf, isKeeping, isLight, kindOf, nounPhraseOf, type WordKind, withoutJosa } from '../../base/language/korean.ts'
import { negatedIn } from '../frame/words.ts'
import { isQuality } from './guess.ts'
import { partNamed } from './parts.ts'
import type { Cut, Phrase } from './split.ts'

/** A word of the text with the brackets after it: 양(g), 반응 (좋음/보통). */
type Word = { text: string; bare: string; at: number; end: number; kind: WordKind; bracketed: boolean }

const WORD = /(?:\d+(?:[.,]\d+)+|[^\s,.!?;:\n()·・→⇒>|=])+(?:\s?\([^()\n]{1,80}\))?/g
const isKnown = (word: string): boolean => partNamed(word) !== undefined || isQualityForm(fold(word))
const isNamed = (word: string): boolean => isKnown(word) || isQuality(word)

/** Words in a row with only spaces between them. `first`: nothing stands before it; `goesOn`: a comma stands after it. */
type Stretch = { words: Word[]; first: boolean; opened: boolean; goesOn: boolean }
function stretchesOf(text: string): Stretch[] {
  const found: Stretch[] = []
  let end = 0
  for (const match of text.matchAll(WORD)) {
    const bare = match[0].replace(/\s?\(.*$/, '').replace(/[~…ㄱ-ㅎㅏ-ㅣᄀ-ᇿ]+$/u, '')
    const word: Word = {
      text: match[0],
      bare,
      at: match.index,
      end: match.index + match[0].length,
      kind: kindOf(bare, isKnown),
      bracketed: match[0].endsWith(')'),
    }
    const gap = text.slice(end, match.index)
    if (found.length && /^ +$/.test(gap)) found.at(-1)!.words.push(word)
    else {
      if (/^\s*[,·・/]/.test(gap) && found.length) found.at(-1)!.goesOn = true
      found.push({ words: [word], first: found.length === 0, opened: found.length === 0 || /[.!?;:\n]/.test(gap), goesOn: false })
    }
    end = word.end
  }
  return found
}

// ---- After a verb ----------------------------------------------------------------------------------------------

/** What is not known any more is told, and no quality: 얼마 냈는지 헷갈려서. */
const CONFUSED = /^(?:헷갈|모르|몰라|까먹|잊|잃|궁금|기억|알고|알\s?수|보고|봐야|파악|확인|챙기)/
/** After 는지: 않다, 못하다 and the like go on. */
const GOES_ON = /^(?:않|못|말|마라|안\s)/

/** Where a verb has ended what is said, and more follows without a mark: "보고싶음 결제일도", "다니는데 암장". */
export function saidCuts(text: string): Cut[] {
  return stretchesOf(text).flatMap(({ words }) =>
    words.flatMap((word, n): Cut[] => {
      const next = words[n + 1]
      if (!next || !(ends(word, next) || asksAnew(words[n - 1], word, next))) return []
      return [{ start: word.end, end: next.at, after: 'comma' }]
    }),
  )
}

/** 무슨 작물을 언제 심었고, 누가 언제 왔는지: one question after the other. */
const asksAnew = (before: Word | undefined, word: Word, next: Word): boolean =>
  /^(?:몇|누가|누구|뭘|무엇을|언제|얼마나?|어디)/.test(next.bare) &&
  (/^(?:무슨|어느|어떤)$/.test(before?.bare ?? '') || /^(?:누가|누구(?:랑|한테|를)?|뭘|무엇을|언제|어디(?:서|에|에서)?)$/.test(word.bare))

function ends(word: Word, next: Word): boolean {
  if (word.bracketed || word.kind === 'noun' || word.kind === 'before') return false
  if (next.kind === 'wishes' || next.kind === 'says' || isLight(next.bare)) return false
  // 현금인지 카드인지: one or the other.
  if (/인지$/.test(word.bare) && /인지[도를만]?$/.test(next.bare)) return false
  if (word.kind === 'asks') return /지$/.test(word.bare) && !GOES_ON.test(next.bare) && !CONFUSED.test(next.bare)
  // 적고 싶은, 하고 있는: a verb that helps the one before it.
  if (/고$/.test(word.bare)) return !/^(?:싶|있|나서|보)/.test(next.bare) && !isKeeping(next.bare)
  return !isKeeping(next.bare) || word.kind === 'links'
}

// ---- Nouns in a row --------------------------------------------------------------------------------------------

/** What a heading ends in: after it, names with only spaces between them. */
const HEADING =
  /(?:[가-힣]록|일지|관리|정리|리스트|노트|비교|대장|장부|로그|연락망|명부|주소록|시간표|수첩|모음|일기장?|기록장|다이어리|현황|내역|체크리스트|플래너|트래커|레시피북|도감|앱|시트)(?:을|를|좀|용|이?요)?$/
export const WORD_KO = /^[가-힣A-Za-z0-9/]{1,10}$/
const SLASHED = /^[^\s/]{1,8}(?:\/[^\s/]{1,8})+$/
/** 장볼거, 살 것, 챙길거: what stands after it with only spaces between is what is to be bought, done or packed. */
const THINGS = /^(?:장볼|살|할|사올|챙길|가져갈|준비할|사야[할될]|해야[할될]|챙겨야[할될])(?:거|것|꺼|물건)(?:들|는|은)?$/
const THINGS_APART = /(?:장\s?볼|살|할|사올|챙길|가져갈|준비할|(?:사|해|챙겨)야\s?[할될])$/

/** 가지치기, 달리기 are nouns; 먹기 좋게 goes on. */
const listable = (word: Word, last: boolean): boolean =>
  word.bracketed ||
  isNamed(word.bare) ||
  word.kind === 'before' ||
  word.kind === 'asks' ||
  (word.kind === 'noun' &&
    WORD_KO.test(word.bare) &&
    !HELPER.test(word.bare) &&
    (withoutJosa(word.bare, isKnown) === word.bare || (last && /[도를을요만]$/.test(word.bare))))
const HELPER = /^(?:하나|다시|이제|정말|너무|많이|자꾸|같이|먼저|바로|그냥|따로|각각|어떻게|하루|매일|한달|일주일|한번|이번|다음)$/

/** 하람이 하율이: names called with 이, one beside the other. */
const CALLED = /^[가-힣]{2}이$/
const calledAlike = (words: readonly Word[], at: number): boolean =>
  CALLED.test(words[at]!.bare) && (CALLED.test(words[at - 1]?.bare ?? '') || CALLED.test(words[at + 1]?.bare ?? ''))

const MEASURE = /(?:길이|둘레|크기|두께|무게|높이|너비|이름|번호|상태|[가-힣]량)$/
const OF_VERB = /^(?:날|곳|때|점|이유|사람|돈|양|값|책|일|것|거|개수|갯수|횟수|시간|금액|쪽수|페이지|날짜)$/

type Name = { at: number; end: number; bare: string; known: boolean }

/** What stands after its noun: 알레르기 여부, 재구매 의사. */
const SECOND = /^(?:여부|유무|의사|종류|이름|날짜|금액|횟수|시간|번호|상태|기록|개수|링크|현황|방법)$/
/** 골프장 날짜: where it was and when are two. */
const VENUE = /[가-힣]{2}(?:장|점|처|집|관)$/
const DAY = /^(?:날짜|시간|금액)$/
/** 여왕벌 있는지, 이번달 냈는지: what is asked takes in the noun before it. */
const ASKED_OF = /^(?:있|없|했|됐|냈|썼|샀|봤|왔|갔|먹었|읽었|받았|주었|줬|끝났|끝냈|되|하|가|오|남았|걸렸|들었|마셨)[가-힣]{0,2}지$/

/** Words that make one name together. */
function namesOf(words: readonly Word[]): Name[] {
  const found: (Name & { last: Word })[] = []
  for (const word of words) {
    const before = found.at(-1)
    if (before && joins(before.last, before.bare, word)) {
      before.end = word.end
      before.bare = `${before.bare} ${word.bare}`
      before.known ||= knows(word) || isNamed(before.bare)
      before.last = word
    } else found.push({ at: word.at, end: word.end, bare: word.bare, known: knows(word), last: word })
  }
  return found
}
const knows = (word: Word): boolean =>
  word.bracketed ||
  isNamed(withoutJosa(word.bare, isKnown)) ||
  word.kind === 'asks' ||
  SLASHED.test(word.bare) ||
  /^[a-z/%]{2,4}$/i.test(word.bare)

function joins(last: Word, name: string, word: Word): boolean {
  if (last.bracketed || (/^[a-z/%]{1,4}$/i.test(last.bare) && isUnitish(last.bare)) || (VENUE.test(last.bare) && DAY.test(word.bare)))
    return false
  if (last.kind === 'before' && !partNamed(last.bare)) return true
  // 마신 날, 갈 곳: before these any verb that stands before its noun.
  if (
    OF_VERB.test(word.bare) &&
    [4, 8].includes(finalOf(last.bare.at(-1))) &&
    !isNamed(last.bare) &&
    (word.bare.length === 1 || last.bare.length === 1)
  )
    return true
  // 무슨 약을 드렸는지, 몇 시에 깼는지: the question goes on to its verb.
  if (/^(?:몇|무슨|어느|어떤)$/.test(last.bare) || (word.kind === 'asks' && OPENS_QUESTION.test(name))) return true
  if (/^(?:몇|얼마나?|어디(?:서|에|까지)?|누구랑?|누가|언제|뭘?)$/.test(last.bare)) return word.kind === 'asks' || last.bare === '몇'
  if (/^[a-z/%]{1,4}$/i.test(word.bare)) return !/^[a-z]/i.test(last.bare) && isUnitish(word.bare)
  // 문제 푼 개수, 물 준 날: the object of a verb of one syllable that stands before its noun.
  if (word.bare.length === 1 && word.kind !== 'before' && finalOf(word.bare) === 4 && !isQuality(last.bare) && !isNamed(word.bare))
    return true
  if (/인지$/.test(word.bare) && /인지$/.test(last.bare)) return true
  // 발 길이, 줄 상태, 꿀 채밀량: a noun of one syllable is whose measure follows.
  if (last.bare.length === 1 && last.kind === 'noun' && !isNamed(last.bare) && MEASURE.test(word.bare)) return true
  if (word.kind === 'asks') return ASKED_OF.test(word.bare) && (!isNamed(name) || /있는지|없는지/.test(word.bare))
  return SECOND.test(word.bare) && !partNamed(last.bare) && !isQuality(last.bare)
}
const OPENS_QUESTION = /^(?:몇|무슨|어느|어떤|누가|누구|뭐|뭘|무엇|언제|얼마|어디)/
const isUnitish = (word: string): boolean => /^(?:ml|l|g|kg|mg|km|m|cm|mm|kcal|%)$/i.test(word)

/** 견적 계약 시공 순서야: said of the names, and none of them. */
const ORDERED = /^(?:순서?|차례|단계)(?:야|로|대로|예요|이야|이에요|임|입니다)$/
/** How many words at the end of a stretch only ask that it be kept. */
function wishAt(words: readonly Word[]): number {
  let end = words.length
  while (end > 0) {
    const { bare, kind, bracketed } = words[end - 1]!
    if (bracketed || isNamed(bare)) break
    const keeps = ORDERED.test(bare) || isKeeping(bare) || isLight(bare) || kind === 'wishes' || kind === 'says'
    if (!keeps && !(/고$/.test(bare) && /^싶/.test(words[end]?.bare ?? ''))) break
    end--
  }
  return end
}

/** Things to buy, do or pack, in a row after the word for them: "김장 장볼거 배추 무 젓갈". */
function thingsIn(words: readonly Word[]): Cut[] {
  const at = words.findIndex(
    (word, n) =>
      THINGS.test(word.bare) || (/^(?:거|것|꺼|물건)(?:들|는|은)?$/.test(word.bare) && THINGS_APART.test(words[n - 1]?.bare ?? '')),
  )
  let from = at + 1
  while (
    at >= 0 &&
    from < words.length &&
    (isLight(words[from]!.bare) || isKeeping(words[from]!.bare) || words[from]!.kind === 'wishes' || HEADING.test(words[from]!.bare))
  )
    from++
  const things = at < 0 ? [] : words.slice(from)
  if (things.length < 2 || !things.every((one) => listable(one, false) || /기$/.test(one.bare))) return []
  return things.map((one, n): Cut => ({ start: one.at - 1, end: one.at, after: n ? 'comma' : 'colon' }))
}

export function listCuts(text: string): Cut[] {
  const stretches = stretchesOf(text)
  return stretches.flatMap((stretch, n) => {
    const things = thingsIn(stretch.words)
    if (things.length) return things
    const next = stretches[n + 1]
    // 매일 할거 체크하는 앱.. 영단어 외우기 / 수학: the next sentence lists what the word for it announced.
    if (next?.opened && next.goesOn && announces(stretch.words))
      return [{ start: stretch.words.at(-1)!.end, end: next.words[0]!.at, after: 'colon' }]
    return runIn(stretch)
  })
}

const announces = (words: readonly Word[]): boolean => {
  const at = words.findIndex((word) => THINGS.test(word.bare))
  return (
    at >= 0 &&
    words.slice(at + 1).every((word) => isLight(word.bare) || isKeeping(word.bare) || word.kind !== 'noun' || HEADING.test(word.bare))
  )
}

/** 키 몸무게 머리둘레 기록하는 성장 기록장: what is kept stands before the verb. */
const KEPT_BEFORE = /^(?:기록|관리|정리|체크|비교|측정|추적)(?:하는|할)$|^(?:적는|적을|재는|남기는|쓰는|모으는)$/
function keptBefore(words: readonly Word[]): Cut[] {
  const verb = words.findIndex(({ bare }) => KEPT_BEFORE.test(bare))
  if (verb < 2 || verb === words.length - 1) return []
  let from = verb
  while (from > 0 && listable(words[from - 1]!, from === verb)) from--
  while (from < verb && !isNamed(words[from]!.bare)) from++
  const listed = namesOf(words.slice(from, verb))
  if (listed.length < 2 || listed.filter((one) => one.known).length < 2) return []
  const cuts = listed.flatMap(({ at }, n): Cut[] => (at > 0 ? [{ start: at - 1, end: at, after: n ? 'comma' : 'colon' }] : []))
  return [...cuts, { start: words[verb]!.at - 1, end: words[verb + 1]!.at, after: 'start' }]
}

/** 비품 관리 품목/수량/위치: qualities that only strokes part, after a heading or alone. */
function strokes({ words, first }: Stretch): Cut[] {
  const n = words.findIndex(({ bare }) => bare.split('/').length >= 3 && bare.split('/').filter(isNamed).length >= 2)
  const word = words[n]
  if (!word || (n === 0 && first)) return []
  const parts = [...word.bare.matchAll(/\//g)].map(
    ({ index }): Cut => ({ start: word.at + index, end: word.at + index + 1, after: 'comma' }),
  )
  return n === 0 ? parts : [{ start: word.at - 1, end: word.at, after: 'colon' }, ...parts]
}

function runIn({ words, first, opened, goesOn }: Stretch): Cut[] {
  const verbal = keptBefore(words)
  if (verbal.length) return verbal
  const stroked = strokes({ words, first, opened, goesOn })
  if (stroked.length) return stroked
  const end = wishAt(words)
  let from = end
  while (from > 0 && (listable(words[from - 1]!, from === end) || calledAlike(words, from - 1))) from--
  const headed = headingAt(words, from, end)
  if (headed !== undefined) from = headed + 1
  const before = words[from - 1]
  if (before === undefined ? first : headed === undefined && !['links', 'says', 'wishes'].includes(before.kind)) return []
  const listed = namesOf(words.slice(from, end))
  const [only] = listed
  // 왼쪽/오른쪽 after the heading is a choice, however alone it stands.
  if (listed.length === 1 && before && SLASHED.test(only!.bare)) return [{ start: only!.at - 1, end: only!.at, after: 'colon' }]
  // "재고 관리 꽃이름, 색, 단가": the first of a list that commas part.
  if (listed.length === 1 && goesOn && headed !== undefined && !HEADING.test(only!.bare) && !GENERIC.test(only!.bare))
    return [{ start: only!.at - 1, end: only!.at, after: 'colon' }]
  const known = listed.filter((one) => one.known).length
  const few = headed !== undefined || (before !== undefined && opened)
  if (listed.length < 2 || known * 3 < listed.length || (listed.length < 3 && !(few && known === 2)) || known < (few ? 1 : 2)) return []
  const cuts = listed.flatMap(({ at }, n): Cut[] =>
    at > 0 ? [{ start: n || before ? at - 1 : at, end: at, after: n || !before ? 'comma' : 'colon' }] : [],
  )
  const last = words.at(-1)!
  return end < words.length ? [...cuts, { start: words[end]!.at - 1, end: last.end, after: 'start' }] : cuts
}

/** The heading the names stand after, if there is one: "와인 기록 품종 가격 점수", "일정표 만들자 …" has its wish between. */
function headingAt(words: readonly Word[], from: number, end: number): number | undefined {
  for (let at = Math.min(end - 2, from + 5); at >= Math.max(0, from - 1); at--) {
    const { bare, bracketed } = words[at]!
    if (!bracketed && HEADING.test(bare) && (bare.length > 2 || at > 0)) return at
  }
  return undefined
}

// ---- What only tells -------------------------------------------------------------------------------------------

const GENERIC =
  /^(?:기록|관리|정리|메모|목록|리스트|일지|앱|어플|표|보드|달력|그래프|알림|저|나|우리|제가|저는|하나|도움|방법|필요|계획|거|것|데|곳)$/

/** Tells of oneself, or why it is wanted: "보험 설계사예요", "자꾸 잊어버려서요", "3교대 간호사인데". */
function isAside({ text, head, after }: Phrase): boolean {
  if (head !== undefined || after === 'colon' || negatedIn(text) !== null) return false
  const words = text.split(/\s+/)
  // 언제 심었고: a question that goes on.
  if (words.length > 1 && OPENS_QUESTION.test(words[0]!)) return false
  const last = bareWord(words.at(-1)!)
  const kind = kindOf(last, isKnown)
  if (kind === 'links' || BUSY.test(last) || (CONFUSED.test(last) && kind === 'says')) return true
  return (
    kind === 'says' &&
    !words.some((word) => isKeeping(bareWord(word)) || ['wishes', 'asks'].includes(kindOf(word, isKnown)) || HEADING.test(word))
  )
}

/** 운영중, 키우는 중입니다. */
const BUSY = /^(?:운영|준비|진행|공부|육아|재직|근무|휴직|재학|다이어트|거주|[가-힣]+는)?중(?:이에요|예요|임|입니다|이야|인데)?$/

/** Says what is wanted: a noun of its own, and no question. */
function isTopic(phrase: Phrase): boolean {
  if (phrase.head !== undefined || phrase.bracketed || isAside(phrase)) return false
  const name = nounPhraseOf(phrase.text, isKnown)
  if (name.split(' ').some((word) => kindOf(word, isKnown) === 'asks')) return false
  return name.length > 1 && !GENERIC.test(name) && !/^[\d\s\p{P}]/u.test(name) && kindOf(name.split(' ').at(-1)!, isKnown) === 'noun'
}

/** 목록 만들고 싶음: that something is wanted, and not what. */
const onlyWishes = ({ text, head, bracketed, after }: Phrase): boolean =>
  head === undefined && !bracketed && after === 'comma' && /\s/.test(text) && GENERIC.test(nounPhraseOf(text, isKnown))

/** The phrases without those that only tell, where something else says what it is about. */
export function withoutAsides(phrases: Phrase[]): Phrase[] {
  const asides = new Set(phrases.filter(isAside))
  if (!asides.size) return phrases
  // Where nothing else says what it is about, what was told first does.
  const begins = (n: number) => phrases[n]!.after === 'start' || asides.has(phrases[n - 1]!)
  if (!phrases.some((phrase, n) => begins(n) && isTopic(phrase) && !listsOn(phrases, n, asides)))
    return phrases.filter((one, n) => n === 0 || !(asides.has(one) || onlyWishes(one)))
  const kept = phrases.filter((phrase) => !asides.has(phrase))
  const from = kept[0]!.sentence
  return kept.map((phrase, n) => ({ ...phrase, sentence: phrase.sentence - from, ...(n === 0 ? { after: 'start' as const } : {}) }))
}

/** A list right after what was told, or a sentence of names alone: its first name is no topic. */
const listsOn = (phrases: readonly Phrase[], n: number, asides: ReadonlySet<Phrase>): boolean =>
  (n > 0 && phrases[n]!.after === 'start' && [1, 2].every((on) => phrases[n + on]?.after === 'comma')) || listedAfter(phrases, n, asides)
const listedAfter = (phrases: readonly Phrase[], n: number, asides: ReadonlySet<Phrase>): boolean =>
  phrases.slice(0, n).every((one) => asides.has(one)) &&
  (isNamed(nounPhraseOf(phrases[n]!.text, isKnown)) || bareWord(phrases[n]!.text) === '') &&
  ['comma', 'mark', 'and'].includes(phrases[n + 1]?.after ?? 'start')
