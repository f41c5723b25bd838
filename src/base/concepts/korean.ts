/** What may follow a Korean noun inside its word: particles, 하다 and 되다, a few endings that make nouns of nouns. */

const TAILS = new Set(
  '은 는 이 가 을 를 의 에 에서 에게 한테 께 와 과 랑 이랑 하고 도 만 까지 부터 마다 보다 처럼 으로 로 이나 나 이라 라 이든 든 별 별로 씩 쯤 들 요 이요 이에요 예요 야 이야 인 인데 이고 고 및 이며 며 에는 에도 으로는 로는 에선 이라도 라도 이란 란 이라고 라고 이라는 라는 같은 용 용의 님 적 적인 앱 어플 량 표 장 록 기 비 값 권 왕 함 이라서 라서 뿐 밖에 조차 대로 만큼'.split(
    ' ',
  ),
)
/** After these anything may follow: verb endings are too many to list. */
const VERB = /^(?:하|해|했|할|한|합|함|되|된|될|돼|됐|됨|시키|시켜|시킨|입니|이에|예요|였|이었|인지|인가|일까|이랑|이니|니까|있|없|이면|면)/
const MOST_TAIL = 4

/** Whether the rest of a word (after the noun) is only grammar. */
export function isTail(rest: string): boolean {
  if (rest === '' || VERB.test(rest)) return true
  for (let length = Math.min(MOST_TAIL, rest.length); length > 0; length--) {
    if (TAILS.has(rest.slice(0, length)) && (length === rest.length || (rest.length <= 8 && isTail(rest.slice(length))))) return true
  }
  return false
}

/** Prefixes that stand before a noun in one word: 총지출, 월지출, 내기록. */
export const isHead = (before: string): boolean => before.length === 1 && '총월일주매첫새내제총각옛'.includes(before)
