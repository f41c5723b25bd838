/** How people say that what was noted is not so, in four languages; and which value they mean by it, the old or the new. Pure. */
import type { Found, Reading } from '../../../base/language/types.ts'
import { fold } from '../../../base/resolve.ts'

/** 'sure': nothing but a correction; 'told': of something kept it is one ("the dentist one was 60"); 'more': goes on with the last. */
export type Mended = 'sure' | 'told' | 'more'

const SURE =
  /^(?:no|nope|sorry|wait|oops|whoops|wrong|correction|hang on|scratch that|my bad|i meant?)\b|\b(?:actually|i meant|should (?:have been|be|say)|typo|not \S+ but|misread|mistyped|got (?:it|that) wrong|make (?:that|it))\b|^that (?:was|is|should|last)\b|[\d\p{L}],? not (?:the |on |at )?[\d\p{L}]|其实|[写记打弄说搞输][错反]了?|应该是|更正|^不对|^错了|不是.+(?:而?是)|是.+不是|やっぱり|じゃなくて|ではなく|でなく|間違[いえっ]|訂正|本当は|正しくは|^(?:いや|ごめん|すみません|あ、|違)|아니고|아니라|아니었|잘못|정정|사실은?\s|실은|^아(?:니|냐)?[,.\s]|(?<=[\d가-힣])\s?말고|[「『].+[」』](?:と|って)(?:追加|書い|追記|入れ|足し)|^add ["“'].+["”'] to (?:the )?(?:notes?|comments?|memo)\b|(?:메모|비고|코멘트)에\s?["“'].+["”']|^(?:在|给)?(?:备注|评论)里?(?:加上?|写上?|补上?)[“"「]/iu
const TOLD =
  /\b(?:was|were|is|are|came to|cost|pays|came)\b|那[条笔次个份顿]|涨到|降到|变成|改[成为到]|是\S|(?:だった|でした|になった|です|にする|に変更|に(?:した)?)[。!！]?$|は.{1,12}$|(?:였|이었|였|했)[가-힣]{0,3}[.!]?$|(?:으로|로)(?:\s?\S{1,4})?[.!]?$|[임음][.!]?$/iu
const MORE =
  /^(?:oh,? )?(?:and|also|plus|btw|ps|p\.s\.|forgot to (?:say|add))\b|^(?:note|notes|memo|comment|remark)s?\b\s*[:：]?|^(?:对了|还有|补充|备注|顺便)|^(?:あと|それと|追記|補足|メモ|備考|感想)|^(?:아 ?참|그리고|추가로|메모|비고|참고로)/iu

export function mendedBy(text: string): Mended | undefined {
  const low = fold(text).trim()
  if (/[?？]\s*$/.test(low)) return undefined
  return SURE.test(low) ? 'sure' : MORE.test(low) ? 'more' : TOLD.test(low) ? 'told' : undefined
}

/** Words of correcting: no name of an entry, and nothing that was noted. */
export const WORDS =
  /\b(?:no|nope|sorry|wait|oops|whoops|wrong|correction|hang on|my bad|actually|really|i meant?|should|have been|be|say|it|that|this|the|was|were|is|are|not|but|one|last|on|of|at|came|to|cost|pays|only|just|now|oh|and|also|they|won't eat|my|for|fill|entry|again|typo|make|forgot|a|an|in|i)\b|'s\b|其实|刚才|刚刚|那[条笔次个份顿]|这[条笔次]|上[条笔次]|[写记打弄说搞输][错反]了?|应该是|更正|不对|错了|而是|不是|涨到|降到|变成|改[成为到]|[是的了呢吧啊把给]|对了|还有|补充|やっぱり|じゃなくて|ではなく|でなく|(?:の)?間違[いえっ]た?(?:です)?|訂正|本当は|正しくは|いや|ごめん|すみません|さっきの?|先ほどの?|だった|でした|です|にする|に変更|[のはがをにでも](?=[\s、,。\d]|$)|아까|방금|아까는|아니고|아니라|아니었[가-힣]*|잘못 ?(?:적|썼|씀|입력)[가-힣]*|정정|사실은?|실은|말고|(?:이었|였)[가-힣]*|양심고백|(?:^|\s)아(?:니|냐)?(?=[,.\s])|(?:^|\s)거(?=\s)|으로|로(?=\s|$)/giu

/** What parts the new from the old; `oldFirst`: the old one stands before it. */
const AGAINST: [RegExp, oldFirst: boolean][] = [
  [/\bnot\b(?=.*\bbut\b)|不是(?=.*是)|じゃなくて|ではなく|でなく|じゃなく|아니고|아니라|말고/iu, true],
  [/\b(?:not|instead of|rather than)\b|不是|じゃない|아님/iu, false],
]
/** The values on the side of what is right, and those on the side of what was wrong. */
export function sidesOf({ text, values }: Reading): { right: Found[]; wrong: Found[]; at?: number } {
  for (const [pattern, oldFirst] of AGAINST) {
    const found = pattern.exec(fold(text))
    if (!found) continue
    const [before, after] = [values.filter(({ end }) => end <= found.index), values.filter(({ start }) => start >= found.index)]
    // "no, not yesterday" has one side only: what is wrong. 不是40是50 has both after it.
    if (!before.length && after.length > 1) return { right: after.slice(1), wrong: after.slice(0, 1), at: found.index }
    if (before.length && after.length)
      return oldFirst ? { right: after, wrong: before.slice(-1), at: found.index } : { right: before, wrong: after, at: found.index }
  }
  return { right: values, wrong: [] }
}
