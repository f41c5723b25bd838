/** Korean verbs in the forms one proposes with: 줄이자, 줄일래, 줄일게, 줄이면 안 될까. */

const FIRST = 0xac00
const RIEUL = 8

/** 줄이 → 줄일, 넣 → 넣을: the stem before -래, -게. */
function future(stem: string): string {
  const last = stem.charCodeAt(stem.length - 1)
  const final = (last - FIRST) % 28
  return final === 0 ? stem.slice(0, -1) + String.fromCharCode(last + RIEUL) : final === RIEUL ? stem : `${stem}을`
}

/** The forms of each stem ('줄이', '넣', '추가하'), as they are looked for in a sentence. */
export const proposed = (stems: readonly string[]): string[] =>
  stems.flatMap((stem) => [`${stem}자`, `${future(stem)}래`, `${future(stem)}게`, `${future(stem)}까`, `${stem}면 좋겠`, `${stem}려고`])

export const CHANGE_KO = ['바꾸', '줄이', '늘리', '올리', '내리', '낮추', '높이', '고치', '옮기', '변경하', '수정하']
export const REMOVE_KO = ['빼', '지우', '없애', '삭제하', '숨기']
export const ADD_KO = ['넣', '추가하', '더하', '붙이']
/** To keep, as one wishes to: 남길래, 적을까. (관리하자 is said of the open app as well.) */
export const KEEP_KO = ['기록하', '남기', '적', '관리하', '정리하', '체크하'].flatMap((stem) => [`${future(stem)}래`, `${future(stem)}까`])
