/** Korean particles by the last sound of the word before them; figures and Latin letters are read aloud. */

/** Units after a figure are read in full: 킬로그램 ends in a consonant, 리터 and 미터 in a vowel. */
const UNIT = /[\d.] ?(?:(kg|mg|g|bpm)|ml|l|km|cm|mm|m|mmhg|kcal|cal|mb|gb|kb|h|min|lb|oz)$/i

/** 0 none, 8 ㄹ, else another final consonant. */
function finalOf(word: string): number {
  const unit = UNIT.exec(word)
  if (unit) return unit[1] ? 16 : 0
  for (let at = word.length - 1; at >= 0; at--) {
    const char = word[at]!
    if (char >= '가' && char <= '힣') return (char.charCodeAt(0) - 0xac00) % 28
    if (char >= '0' && char <= '9') return DIGITS[Number(char)]!
    if (/[a-z]/i.test(char)) return latinFinal(word.slice(0, at + 1).toLowerCase())
    if (char === '%') return 0
    if (/[\p{L}\p{N}]/u.test(char)) return 0
  }
  return 0
}
// 영 일 이 삼 사 오 육 칠 팔 구
const DIGITS = [21, 8, 0, 16, 0, 0, 1, 8, 8, 0]
/** l, m, n and ng are heard as finals; so are short endings in b, k, p, t. */
function latinFinal(word: string): number {
  if (/l$/.test(word)) return 8
  if (/(?:[mn]|ng)$/.test(word)) return 4
  return /[aeiou](?:b|c|k|p|t|ck)$/.test(word) ? 1 : 0
}

const particle = (after: string, vowel: string) => (word: string) => `${word}${finalOf(word) ? after : vowel}`

export const eun = particle('은', '는')
export const i = particle('이', '가')
export const eul = particle('을', '를')
/** 으로 after a consonant, except ㄹ. */
export const ro = (word: string): string => {
  const final = finalOf(word)
  return `${word}${final && final !== 8 ? '으로' : '로'}`
}
/** “이에요” after a consonant, “예요” after a vowel; ₩ is read 원. */
export const ieyo = (word: string): string => `${word}${/^-?₩/.test(word) || finalOf(word) ? '이에요' : '예요'}`

/** After a consonant, after a vowel; ㄹ takes 로 as a vowel does. */
const BOTH: Record<string, [after: string, vowel: string]> = {
  '을(를)': ['을', '를'],
  '이(가)': ['이', '가'],
  '은(는)': ['은', '는'],
  '와(과)': ['과', '와'],
  '(으)로': ['으로', '로'],
}
/** Particles that a sentence leaves open, 을(를), as the word before each takes them. */
export const settled = (text: string): string =>
  text.replace(/을\(를\)|이\(가\)|은\(는\)|와\(과\)|\(으\)로/g, (pair, at: number) => {
    const final = finalOf(text.slice(Math.max(0, at - 40), at))
    return BOTH[pair]![final && !(final === 8 && pair === '(으)로') ? 0 : 1]
  })
