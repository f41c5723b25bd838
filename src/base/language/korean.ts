/**
 * A Korean word as it stands in a sentence: a noun and its particle, or a verb and its ending. Endings are told by their
 * form (the sounds of the last syllables), so that verbs nobody listed are seen for verbs. Every room that cuts labels,
 * things, names or doings out of a Korean sentence asks here.
 */
import { stemKorean } from './stem.ts'

const FIRST = 0xac00
const LAST = 0xd7a3
const N = 4
const SS = 20
/** The final consonant of a syllable by its number in Unicode's table; -1 for what is no syllable. */
export const finalOf = (char: string | undefined): number => {
  const code = char?.charCodeAt(0) ?? 0
  return code >= FIRST && code <= LAST ? (code - FIRST) % 28 : -1
}

/**
 * asks: 먹었는지, 얼마. wishes: 싶어, 줘, 하자. links: goes on to what is said next (키우는데, 나가서, 다니고).
 * says: ends a sentence (먹었어, 입니다, 됨). before: stands before its noun (먹은, 볼). noun: all else, with its particle or without.
 */
export type WordKind = 'noun' | 'before' | 'asks' | 'wishes' | 'links' | 'says'

/** Laughter, tears and marks after a word. */
const AFTER = /[\s.,!?~…ㄱ-ㅎㅏ-ㅣᄀ-ᇿ]+$/u
export const bareWord = (word: string): string => word.replace(AFTER, '')

const WISHES =
  /^(?:해|해요|해줘|합니다|하자|하고|하기|돼|돼요|되게|됨|됩니다|함|했으면|하면|할래|할게)$|(?:싶(?:어|다|음|습|은|네|구|고|거)[가-힣]*|좋겠[가-힣]*|줘|줘[요봐]|주(?:세요|라|셔|십시오|실래요?|실\s?수|길|면)[가-힣]*|줄래요?|달라[가-힣]*|부탁(?:드|해|합|요)?[가-힣]*|필요(?:해|함|하|할)[가-힣]*|원(?:해|합)[가-힣]*|[가-힣]주세요|[가-힣]{1,4}하자|(?:남기|적|쓰|만들|넣|보|두)자|려(?:고|구|는)[가-힣]*|[쓸할볼갈살둘길을낼칠울릴]라[고구][가-힣]*|라구요?|[할볼쓸둘올길둘줄낼칠갈살]래요?|[을]래요?|[할볼쓸둘올길줄낼]게요?|할려[고구]?요?|하려[고구]?요?|있(?:으면|었으면|어야)[가-힣]*|야[됨돼해함될])$/
/** Nouns that end like a wish or like a verb that goes on. */
const NOT_VERB =
  /(?:순서|독서|도서|부서|문서|용서|질서|[약인청적류격시의입증명계고]서|재고|창고|광고|참고|최고|사고|경고|신고|보고|권고|중고|냉장고|금고|원고|가운데|한가운데|고래|노래|미래|거래|빨래|모래|아래|이래|과자|의자|모자|사자|상자|피자|야자|기자|숫자|글자|그림자|투자|탁자|환자|이자|놀이|일지|편지|반지|단지|먼지|번지|건지|바지|강아지|송아지|망아지|돼지|아버지|할아버지|잡지|휴지|벽지|가지|거지|성지|묘지|토지|농지|요지|이미지|페이지|패키지|메시지|소시지|바다|판다|필요|중요|주요|개요|수요|가요|음료|담요|요요|사료|재료|자료|무료|소요)$/

/** What may follow a syllable with ㅆ and make a verb of it: 먹었어, 샀음, 냈는데, 갔었다. */
const PAST =
  /^(?:었|았)?(?:어요?|다|음|슴|지요?|네요?|나요?|냐|니|죠|습니[다까]|다고|다가|어서|는데요?|으니까?요?|지만|거든요?|고요?|구요?|던|는지도?|을까요?|을지|더라[고구]?요?|더니|으면|었?음|어도|는걸요?|답니다|군요?|을걸)?$/
const ASKING_TAIL = /^(?:나요?|냐|니|는지도?|을까요?|을지|던가요?)$/
const LINKING_TAIL = /^(?:다가|어서|는데요?|으니까?요?|지만|거든요?|고|더니)$/

/** 먹었어요 → 어요: what follows the past of a verb; undefined where there is none. */
export function pastTail(word: string): string | undefined {
  for (let at = word.length - 1; at >= 0; at--) {
    if (finalOf(word[at]) !== SS) continue
    const tail = word.slice(at + 1)
    return tail !== '' && PAST.test(tail) ? tail : undefined
  }
  return undefined
}

const ASKED = /^(?:몇|얼마[나]?|뭐|뭘|무엇|무얼|누가|누구(?:랑|와|하고|한테)?|언제|어디(?:서|에|에서|로)?|어떤|어떻게|왜|무슨)$/
const ASKS = /(?:는지|은지|인지|던지|을지|했나|[할갈살볼될올줄쓸탈낼칠뛸울릴길]지|[한된큰난운른]지)(?:도|를|가)?$/
const LINKS =
  /(?:니까요?|중이라|취미라|이라서|느라고?|면서도?|지만|거든요?|때문에|때마다|라서요?|려다가?|[가-힣]길래|더니|는바람에)$|(?:[가와해봐어아여려워져켜쳐내]서요?)$|(?:하|싶|있|없|쓰|적|남기|챙기|넣|먹|마시|다니|타|치|듣|읽|찍|모으|키우|돌리|만들|받|되|놀|살|걷|뛰|달리|배우|버리|바쁘|아프|많|크|작|싸|비싸|길|좋|싫)고(?:요|는)?$/
const SAYS =
  /(?:니다|니까|[어아해여워려와가져쳐내봐]요|에요|예요|이에요|이야|세요|네요|죠|지요|데요|군요|래요|까요|구요|고요|거든|답니다|더라|[한된란단]대요?|라네요|래요)$|(?:[한는된간온인같]|싶|있|없|많|좋)다$|(?:있|없|많|싶|같|좋|힘들|어렵|어려|귀찮)음$|(?:됨|안됨|못함|힘듦|심함|모름|아님|그럼|어려움)$/

/** Which kind of word it is. `known`: whether the ontology knows it for a noun. */
export function kindOf(said: string, known: (word: string) => boolean = () => false): WordKind {
  const word = bareWord(said)
  if (ASKED.test(word)) return 'asks'
  if (ASKS.test(word) && !NOT_VERB.test(word)) return 'asks'
  if (known(word) || politely(word, known)) return 'noun'
  if (!/^[가-힣]+$/.test(word)) return mixed(word, known)
  const past = pastTail(word)
  if (past === '던') return 'before'
  if (past !== undefined) return ASKING_TAIL.test(past) ? 'asks' : LINKING_TAIL.test(past) ? 'links' : 'says'
  if (NOT_VERB.test(word)) return 'noun'
  if (WISHES.test(word)) return 'wishes'
  if (linksByN(word) || LINKS.test(word)) return 'links'
  if (SAYS.test(word)) return 'says'
  return stands(word) ? 'before' : 'noun'
}

/** 300ml짜리인데, TV봤어: only what is written in Hangul at its end has an ending. */
function mixed(word: string, known: (word: string) => boolean): WordKind {
  const end = /[가-힣]{2,}$/.exec(word)?.[0]
  const kind = end && end !== word ? kindOf(end, known) : 'noun'
  return kind === 'before' ? 'noun' : kind
}

/** 하는데, 바쁜데, 인데: any syllable that ends in ㄴ, and 데. */
const linksByN = (word: string): boolean =>
  /데요?$/.test(word) && finalOf(word[word.replace(/데요?$/, '').length - 1]) === N && !/^(?:한|본)데$/.test(word)

/** 먹은, 받는, 남은, 산: said of the noun after it. One syllable only where it can be nothing else. */
const ATTRIBUTE =
  /(?:[가-힣][은는던]|[가-힣][한된른난운쁜픈큰]|[가-힣]{1,3}[을할볼갈살쓸둘올릴길줄낼될]|^(?:한|산|판|본|간|쓴|준|온|탄|낸|잔|찬|건|총|첫|큰))$/
const NOT_ATTRIBUTE =
  /(?:마을|가을|겨울|서울|거울|방울|오늘|하늘|바늘|마늘|그늘|비늘|은는|[가-힣]은행|기술|예술|미술|수술|시한|제한|기한|권한|무한|대한|북한|사건|조건|물건|수건|회사원|생산|재산|부산|등산|계산|예산|정산|환산|우산|신발|양말|출발|개발|휴가|대출|지출|매출|수출|배출|연출|노출|추출|인출|일본|기본|자본|책상|시간|기간|주간|월간|연간|야간|공간|중간|인간|순간|출간|발간|회원|병원|공원|학원|지원|사진|커튼|버튼|라면|화면|장면|당번|이번|저번|지난번|매번|주말|결말|정말)$/
const stands = (word: string): boolean => ATTRIBUTE.test(word) && !NOT_ATTRIBUTE.test(word)

// ---- Particles -----------------------------------------------------------------------------------------------

/** 이해도, 친밀도: the syllable for a degree, not the particle that sounds alike. */
const DEGREE =
  /(?:이해|만족|집중|피로|숙련|중요|선호|추천|완성|친밀|긴급|신선|진행|난이|위험|익숙|활용|완료|암기|성취|몰입|포만|건조|민감|노출|신뢰|난|밀|강|농|속|온|습|각|당|빈|정|태|지|용|연|년|제|포|고|순|감|척|명|채|선명|해상|기여|충성|적합|친숙|인지|참여|호감|공감|몰입)도$/
const PRICE =
  /(?:판매|구매|구입|할인|최저|최고|매입|매수|매도|공급|목표|평균|취득|낙찰|시장|현재|정|시|원|단|물|종|고|저|평|국|휴|작|화|여|요|증|추|참|허|인|대|이|음악|전문|소설|만화|사진|예술|번역)가$/
/** 쌍둥이, 목걸이, 고양이: nouns made with 이. */
const CALLED = /(?:둥|돌|쟁|장|덩|멍멍|야옹|어린|손잡|걸|볶|튀김|놀|호랑|원숭|고양|지렁|달팽|송이버섯|먹|풀|땀받|재떨|연필깎|귀이)이$/
/** Whether the syllable at its end that sounds like a particle is the word's own. */
export const isWholeWord = (word: string): boolean => DEGREE.test(word) || PRICE.test(word) || CALLED.test(word)

/** 지출을 → 지출, 꿀도 → 꿀, 번역자도 → 번역자; 난이도, 평가 and 고양이 lose nothing. */
export function withoutJosa(word: string, known: (word: string) => boolean = () => false): string {
  if (known(word) || isWholeWord(word)) return word
  const doubled = /^(.{2,})(?:까지|부터|에서|에게|한테|으로|로|에|만|이랑|랑|하고)(?:도|은|는|만)$/.exec(word)?.[1]
  if (doubled) return doubled
  const short = /^(?!(?:마|가|노|고)을$)(.)(?:을|를|이랑|하고|까지|부터)$/.exec(word)?.[1]
  if (short) return short
  const thing =
    /^(돈|꿀|물|약|밥|빵|술|책|옷|꽃|차|집|쌀|콩|귤|감|배|무|파|떡|국|죽|면|햄|껌|잠|키|값|색|실|컵|비|눈|몸|팀|방|일|점|곳|날|양|때|말|글|곡|빚)도$/.exec(
      word,
    )?.[1]
  if (thing) return thing
  const stem = stemKorean(word)
  // stemKorean takes 하다 off a noun too; of particles it takes off one alone.
  return /[해하한할함했됨된되돼됐]/.test(word.slice(stem.length, stem.length + 1)) ? word : stem
}

/** 재고요, 일지예요 aside: a noun that is known, and 요. */
const politely = (word: string, known: (word: string) => boolean): boolean => {
  const noun = /^(.{2,}?)이?요$/.exec(word)?.[1]
  return noun !== undefined && (known(noun) || NOT_VERB.test(noun)) && !/[해어아여]요$/.test(word)
}

/** 의사도요, 날짜요, 금액이요: a noun said politely. */
const unpolite = (word: string, known: (word: string) => boolean): string =>
  known(word) || NOT_VERB.test(word) ? word : word.replace(/(?<=[가-힣]{2})(?:이?요|좀)$/, '')

// ---- Noun phrases --------------------------------------------------------------------------------------------

/** Words that only hold a wish together: 적을 수 있게, 쓸 데가, 정도만, 좀, 같이. */
const LIGHT =
  /^(?:좀요|수(?:도|가|만)?|것(?:도|을|만|이)?|거(?:도|를|나)?|걸|게|데(?:가|도)?|곳(?:이|도)?|칸(?:도|을|이|이랑|만)?|란(?:도|을)?|항목(?:도|을|이)?|필드(?:도|를)?|정도(?:만|로)?|좀|다|전부|같이|함께|따로|각각|이렇게|하나(?:만|씩)?|더|또|그냥|한번|한눈에|쉽게|간단하게|간단히|매번|꼭|제대로|자동으로|계속|일일이|있게|있도록|없이|있음|싶음|됨|되게|듯|중|중에|앱|어플|어플리케이션|프로그램|용|용도|등|등등|기록용|확인)$/
const NOTED = /^(?:기록|관리|정리|메모|저장|체크|추적)$/
/** Verbs of noting and keeping in whatever form; the bare nouns of them (기록, 메모) may be names. */
const KEEPING =
  /^(?:기록|관리|정리|메모|입력|저장|표시|체크|추적|작성|확인|비교|계산|측정|선택|추가|포함|등록|구분|분류)(?:을|를|도)?(?:하|해|할|함|한|됐|되|돼|될)[가-힣]*$|^(?:적|쓰|남기|넣|만들|보|고르|붙이|달|두|놓|모으|챙기|재|세|들어가|나오|있)(?:고|게|기|는|은|을|려|도록|면|던|거나|자|아|어|여)[가-힣]{0,3}$|^(?:적어|써|남겨|봐|골라|붙여|달아|둬|놔|모아|챙겨|재서|알려|보여)(?:[가-힣]{0,3})$|^(?:볼|쓸|적을|남길|고를|넣을|붙일|들어갈|나올)$/
/** Of them, those that are no noun in any reading. */
const ONLY_KEEPING = /(?:하게|하고|해서|할|한|하는|하기|하도록|[는을]\s?[거것])$/
export const isKeeping = (word: string): boolean => KEEPING.test(word) && !NOT_VERB.test(word)
export const isLight = (word: string): boolean => LIGHT.test(word)

const LEADS =
  /^(?:보드로|달력으로|캘린더로|그래프로|차트로|표로|앱으로|폰으로|제가|저는|저희는?|우리는?|내가|나는|요즘|요새|최근에|이번에|이젠|그리고|또|또한|아|아참|참|혹시|그럼|그러면|이제|근데|그런데|일단|우선|좀|나중에|여기에|여기|거기에|앱에|이거|요거|각자|각각|매일|매번|매주|나의|항목은|필드는|추가로|가능하면|가능하다면|되도록|기왕이면|이왕이면)$/

/** 들어온, 사올: a verb by its last sound alone, where only a verb can stand. */
const hangs = (word: string, known: (word: string) => boolean): boolean =>
  word.length > 1 && [N, 8].includes(finalOf(word.at(-1))) && !known(word) && !NOT_ATTRIBUTE.test(word)

/**
 * What a phrase names, with no wish and no particle: 번역자도 기록하고 싶어 → 번역자, 유튜브 링크 붙일 수 있게 → 유튜브 링크.
 * '' where it names nothing. Asking words stay: 먹었는지 is a name of what is noted.
 */
export function nounPhraseOf(phrase: string, known: (word: string) => boolean = () => false): string {
  const words = phrase.trim().split(/\s+/).map(bareWord).filter(Boolean)
  while (words.length > 1 && LEADS.test(words[0]!) && !known(words.slice(0, 2).join(' '))) words.shift()
  const said = words.length
  /** 들어온 거: the last word taken off was one that only verbs stand before. */
  let dropped = false
  while (words.length) {
    const last = words.at(-1)!
    if (known(last) || known(words.slice(-2).join(' '))) break
    const kind = kindOf(last, known)
    const light = LIGHT.test(last)
    if (
      !light &&
      kind !== 'wishes' &&
      kind !== 'says' &&
      kind !== 'links' &&
      !(isKeeping(last) && kind !== 'asks' && (words.length > 1 || words.length < said || ONLY_KEEPING.test(last)))
    )
      break
    words.pop()
    dropped = /^[거것걸게데]/.test(last)
    // 재고 싶어, 보여 줘: the verb that a wish is of.
    if (/^싶/.test(last) && /고$/.test(words.at(-1) ?? '')) words.pop()
    // 적을 수, 붙일 수, 쓸 데: the verb before a word that only holds it.
    if (light && words.length && kindOf(words.at(-1)!, known) === 'before' && /^(?:수|데|것|거|걸|게|있|정도|칸|란|항목)/.test(last))
      words.pop()
  }
  // 키우는 중인데: of a verb that something was taken from nothing stays.
  while (words.length < said && words.length && (kindOf(words.at(-1)!, known) === 'before' || (dropped && hangs(words.at(-1)!, known)))) {
    words.pop()
    dropped = false
  }
  // 기분을 기록, 돈도 기록, 금액 기록: the noun of keeping after what is kept.
  if (words.length > 1 && NOTED.test(words.at(-1)!)) {
    const before = words.at(-2)!
    if ((/[을를도]$/.test(before) && withoutJosa(before, known) !== before) || known(words.slice(0, -1).join(' '))) words.pop()
  }
  const last = words.pop()
  return last === undefined ? '' : [...words, withoutJosa(unpolite(last, known), known)].join(' ')
}

/** What is left of an entry when the verb that tells it is taken off: "넣었습니다", "넣은 것도 적어", "벌통은 땄어". '' where nothing is. */
export function withoutDoing(text: string): string {
  const words = text.split(/\s+/)
  while (words.length) {
    const last = bareWord(words.at(-1)!)
    const past = pastTail(last)
    const asked =
      /^(?:적어|기록해|넣어|추가해|저장해|입력해|메모해)(?:줘요?|주세요|줄래요?|둬|놔)?$|^(?:줘요?|주세요|부탁해요?|부탁드려요|해줘요?|합니다)$/.test(
        last,
      )
    if (
      !asked &&
      !(past !== undefined && /^(?:어요?|다|음|습니다|지요?|네요?|죠|는데요?)$/.test(past)) &&
      !/^(?:것도?|거도?|걸|것을?)$/.test(last)
    )
      break
    words.pop()
    if (/^[것거걸]/.test(last) && kindOf(words.at(-1) ?? '') === 'before') words.pop()
  }
  const last = words.pop()
  return last === undefined ? '' : [...words, /(?:[은는을를]|에서|까지)$/.test(last) ? withoutJosa(last) : last].join(' ')
}

const VOWELS_BACK: Record<number, number> = { 6: 20, 9: 8, 14: 13, 10: 11 } // ㅕ→ㅣ, ㅘ→ㅗ, ㅝ→ㅜ, ㅙ→ㅚ
/** 이겼 → 이기, 먹었 → 먹, 냈 → 내, 썼 → 쓰: the stem of a past, as far as it can be told by sound. */
function stemOfPast(past: string): string {
  if (/[었았였]$/.test(past)) return past.slice(0, -1)
  const code = past.charCodeAt(past.length - 1) - FIRST - SS
  const vowel = Math.floor(code / 28) % 21
  const lead = Math.floor(code / 588)
  if (past.endsWith('했')) return `${past.slice(0, -1)}하`
  const back = VOWELS_BACK[vowel] ?? (past.endsWith('썼') || past.endsWith('껐') || past.endsWith('떴') ? 18 : vowel)
  return past.slice(0, -1) + String.fromCharCode(FIRST + lead * 588 + back * 28)
}
/** 이겼는지 → 이겼, 이김: how it is told that what a field asks was so. [] for a label that asks nothing of the past. */
export function toldForms(label: string): string[] {
  const past = /([가-힣]*[가-힣])는지(?:\s?여부)?$/.exec(label)?.[1]
  if (!past || finalOf(past.at(-1)) !== SS || /^[있]$/.test(past)) return []
  const stem = stemOfPast(past)
  const last = stem.at(-1)!
  const noun = finalOf(last) === 0 ? stem.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + 16) : `${stem}음`
  const done = finalOf(last) === 0 ? stem.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + 4) : `${stem}은`
  return [past, noun, ...(/^[한간본온된산단]$/.test(done) ? [] : [done])]
}

/** 오늘저녁밥값기록하고싶어, 하루만원이하로: typed without spaces, what asks and what bounds stand apart again. */
const RUN_ON = /[가-힣\d]{7,}/g
export const withSpaces = (text: string): string =>
  text.replace(RUN_ON, (run) =>
    run
      .replace(/(?<=[가-힣]{2})(기록|관리|정리|체크|메모)(?=(?:하고|할래|할게|하려|해줘|해주|하는앱|하자|앱))/g, ' $1')
      .replace(/하고싶/g, '하고 싶')
      .replace(/(오늘|어제|내일|매일)(?=아침|점심|저녁|밤)/g, '$1 ')
      .replace(/(하루|한달|일주일|매달|매주|매일)(?=\d|[일이삼사오육칠팔구십백천만]{1,6}원)/g, '$1 '),
  )
