/** What was done, told with a noun ending as one jots it down: 두 잔 마심, 3km 뜀, 병원 갔음, 운동함. */

const FIRST = 0xac00
const MIEUM = 16
const SSANG_SIOT = 20
const RIEUL = 8
const final = (char: string) => (char.charCodeAt(0) - FIRST) % 28
const withFinal = (char: string, n: number) => String.fromCharCode(char.charCodeAt(0) - final(char) + n)

/** 마시 → 마심, 먹 → 먹음, 걷 → 걸음, 팔 → 팖: the noun that is made of a stem. */
function nominal(stem: string): string {
  const last = stem.at(-1)!
  const rest = stem.slice(0, -1)
  if (final(last) === 0) return rest + withFinal(last, MIEUM)
  return final(last) === RIEUL ? rest + withFinal(last, 10) : `${stem}음`
}

const STEMS =
  '마시 먹 뛰 달리 쓰 사 내 읽 하 넣 챙기 끝내 보 타 치 찍 모으 벌 받 주 팔 만들 배우 심 갈 채우 재 빌리 갚 지불하 결제하 구매하 이기 지 비기 나가 다녀오'
const NOMINALS = STEMS.split(' ').map(nominal)
const TOLD = new RegExp(`(?<![가-힣])(?:물|약|밥|옷|일|돈|책)?(?:${NOMINALS.join('|')})$|(?<=[가-힣]{2})함$`)
const NOUN = /(?:포|명|사물|보관|우편|서류|수납|쓰레기|필통|군)함$|(?:마|처|웃|얼|믿|젊|죽|조|다|방|발|자|화|소|모|고|도)음$/
/** ㅋㅋ, ㅠ and full stops after it say nothing. */
const AFTER = /[\s.!~ㅋㅎㅠㅜ]+$/

/** Where the ending stands in the text, if its last word is one. */
export function doneEnding(text: string): [number, number] | null {
  const said = text.replace(AFTER, '')
  if (NOUN.test(said)) return null
  const past = /[가-힣]+음$/.exec(said)
  if (past && past[0].length >= 2 && final(said.at(-2)!) === SSANG_SIOT) return [past.index, said.length]
  const found = TOLD.exec(said)
  return found ? [found.index, said.length] : null
}
