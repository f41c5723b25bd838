/**
 * Words folded for comparing, so that "expenses" meets "expense", 지출을 meets 지출 and 記録 meets 记录. Forms of the
 * ontology and words of a person go through the same function; it need be consistent more than it need be linguistics.
 */
import { foldHan } from './han.ts'
import { isHangul, lower } from './words.ts'

const IRREGULAR = new Map(
  'people:person children:child men:man women:woman feet:foot teeth:tooth mice:mouse knives:knife lives:life wives:wife leaves:leaf loaves:loaf shelves:shelf halves:half movies:movie cookies:cookie calories:calorie selfies:selfie ties:tie pies:pie lies:lie series:series species:species news:news lens:lens gas:gas bus:bus plus:plus yes:yes this:this his:his was:was has:has is:is as:as us:us its:its always:always spent:spend bought:buy paid:pay ate:eat drank:drink ran:run slept:sleep read:read wrote:write written:write owed:owe owes:owe kept:keep made:make took:take taken:take got:get went:go did:do done:do studied:study dying:die lying:lie tying:tie data:data media:media used:use using:use'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)
const NOT_ING = new Set(
  'morning evening thing nothing something anything everything king ring spring string wedding bring sing wing during ceiling ping sling swing sibling pudding stocking'.split(
    ' ',
  ),
)
const NOT_ED = new Set(
  'red bed need feed seed speed bleed breed wed shed hundred embed weed bored naked sacred kindred medicated'.split(' '),
)

/** Plural, -ing and -ed taken off an English word in lower case. */
export function stemEnglish(word: string): string {
  const irregular = IRREGULAR.get(word)
  if (irregular) return irregular
  const base = word.replace(/'s?$/, '')
  if (base.length < 4) return base
  if (base.endsWith('ing') && !NOT_ING.has(base)) return unsuffixed(base, 3)
  if (base.endsWith('ed') && !NOT_ED.has(base)) return base.endsWith('ied') ? `${base.slice(0, -3)}y` : unsuffixed(base, 2)
  return singular(base)
}

function singular(word: string): string {
  if (!word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  if (/(?:ss|ch|sh|x|zz|o)es$/.test(word) && !/(?:shoes|toes|aches|oboes|foes|does)$/.test(word)) return word.slice(0, -2)
  return word.slice(0, -1)
}

/** "running" -> run, "saving" -> save, "tracking" -> track, "exercising" -> exercise. */
function unsuffixed(word: string, length: number): string {
  const root = word.slice(0, -length)
  if (root.length < 2 || !/[aeiouy]/.test(root)) return word
  if (/([bdfgmnprt])\1$/.test(root)) return root.slice(0, -1)
  if (
    /(?:at|bl|iz|[aeiouy][scvu]|[nrl][scv]|[aenrd]g|tl|pl|kl|dl|gl|fl)$/.test(root) &&
    !/(?:ous|ng[^aeiou]|ring|eat|oat|reat|iat.*at|focus|[^h]ang)$/.test(root)
  )
    return `${root}e`
  // One short syllable, consonant vowel consonant: hik -> hike, mak -> make.
  if (/^[^aeiou]*[aeiouy][^aeiouwxy]$/.test(root)) return `${root}e`
  return root
}

/** Words whose last syllable looks like a particle but is theirs. */
const WHOLE = new Set(
  '고양이 어린이 떡볶이 목걸이 귀걸이 손잡이 멍멍이 야옹이 난이도 만족도 중요도 진행도 선호도 완성도 친밀도 행복도 우선순위도 스트레스도 몸무게 바나나 강의 회의 거의 주의 정의 문의 아이 나이 놀이 종이 오이 차이 길이 높이 넓이 깊이 먹이 사이 구이 볶이 사과 결과 효과 치과 내과 외과 안과 과 성과 학과 지도 온도 습도 포도 속도 정도 각도 태도 제도 년도 연도 용도 빈도 농도 강도 당도 인도 휴가 평가 국가 작가 물가 증가 추가 요가 단가 원가 시가 참가 허가 화가 여가 가 시로 도로 진로 경로 피로 세로 가로 새로 서로 바로 따로 별로 위로 제로 대로 유로 용으로 노트에 만화에 가족들과 채은 지은 조은 마음은 얼마 하마 엄마 하루만 고구마 아가 은 는 커피와 기와 하와 오은'.split(
    ' ',
  ),
)
const PARTICLES = [
  '에서는 에게서 으로는 으로도 에서도 까지는 부터는 한테서 이라는 이라고 들에게 들이랑 들한테'.split(' '),
  '에서 으로 에게 한테 까지 부터 처럼 보다 마다 이나 이랑 하고 라는 라고 에는 에도 로는 들은 들을 들이 들의 들과 별로 만큼 밖에 조차 이며 이고 이야 인데 이요 대로 께서'.split(
    ' ',
  ),
  '은 는 이 가 을 를 의 에 로 와 과 도 만 랑 들 별'.split(' '),
]
/** 하다 and 되다 after a noun, and the ends of requests, longest first. */
const VERBS =
  '하고싶어요 하려고해요 해주세요 해주실래요 하고싶어 하려고요 하고싶다 했었어요 했습니다 해주실 해볼래 하려면 하려고 하는데 했는데 했어요 합니다 할래요 할게요 해줄래 해주라 해줘요 하도록 하면서 하거나 되도록 됩니다 했었다 해볼까 할까요 하게 하기 하는 하고 하자 하면 해줘 해요 했어 했다 하다 할래 할게 해서 할까 했던 하지 되는 되면 되게 돼요 됐어 됐다 하 해 한 할 함 했 됨 된'.split(
    ' ',
  )

/** The noun a Korean word is built on: 지출을 -> 지출, 기록해줘 -> 기록, 친구들이랑 -> 친구. Never less than two syllables. */
export function stemKorean(word: string): string {
  if (WHOLE.has(word) || word.length < 3) return word
  const verb = VERBS.find((ending) => word.length - ending.length >= 2 && word.endsWith(ending))
  if (verb) return word.slice(0, -verb.length)
  for (const particles of PARTICLES) {
    for (const particle of particles) {
      const root = word.slice(0, -particle.length)
      if (root.length < 2 || !word.endsWith(particle) || !agrees(root, particle)) continue
      return particle === '들' || WHOLE.has(root) ? root : stemPlural(root)
    }
  }
  return word
}
const stemPlural = (word: string) => (word.length > 2 && word.endsWith('들') ? word.slice(0, -1) : word)

/** Some particles have one form after a vowel and one after a consonant. */
function agrees(root: string, particle: string): boolean {
  const code = root.charCodeAt(root.length - 1) - 0xac00
  if (code < 0 || code > 11171) return true
  const final = code % 28
  if (/^(?:은|을|이|과|이나|이랑|이라는|이라고|이며|이고|이야|인데|이요|으로.?)$/.test(particle))
    return final !== 0 && !(particle.startsWith('으') && final === 8)
  if (/^(?:는|를|가|와|랑|라는|라고)$/.test(particle)) return final === 0
  if (particle === '로' || particle === '로는') return final === 0 || final === 8
  return true
}

/** What two words must share to be the same word. Scripts inside one word are folded each in its own way. */
export function stemOf(word: string): string {
  const low = lower(word)
  if (/^[a-z']+$/.test(low)) return stemEnglish(low)
  if (isHangul(low[0]) && isHangul(low.at(-1))) return stemKorean(low)
  if (/^\p{Script=Latin}/u.test(low)) return stemEnglish(low.normalize('NFD').replace(/\p{M}/gu, ''))
  const long = low.length > 3 && low.endsWith('ー') ? low.slice(0, -1) : low
  return foldHan(long)
}
