/**
 * How people begin to speak: a greeting, whom they speak to, what fills the pause before the wish. None of it says what an
 * app is about. Pure.
 */
import type { Language } from '../../spec.ts'

const EN_OPENER =
  "well|ok(?:ay)?|k|so|right|alright|aight|um+|uh+|er+|hmm+|hey+|hi+|hiya|heya|hello+|hullo|hallo|hola|howdy|yo+|sup|oi|ahoy|g'?day|good (?:morning|afternoon|evening|day|night)|morning|evening|afternoon|greetings|dear|cheers|thanks(?: in advance)?|thank you(?: [a-z ]{2,30})?|please|pls|plz|listen|look|sorry(?: to bother you)?|excuse me|ok google|(?:hey|ok) (?:siri|google|alexa)|basically|honestly|to be honest|anyway|help(?! me| us)"
const EN_WHOM =
  "there|all|everyone|everybody|you lot|dear(?:ie|est)?|love|lovely|hun|honey|mates?|darling|guys?|folks|friends?|team|sir|madam|ma'?am|bro|bruh|dude|man|helper|siri|google|alexa|again|to you(?: all)?|from [a-z][a-z ]{2,28}"
/** A phrase that is nothing else, in each language; and what stands before the rest of one. */
const ONLY: Record<Language, RegExp> = {
  en: new RegExp(
    `^(?:(?:${EN_OPENER})(?:[ ,]+(?:${EN_OPENER}|${EN_WHOM}))*|(?:my )?(?:${EN_WHOM})|this is [a-z]+(?: from .{2,24})?|[a-z -]{2,30} here|(?:i am|i'm|as) an? [a-z -]{2,40})$`,
    'iu',
  ),
  zh: /^(?:(?:[\u4e00-\u9fff]{1,4}(?:老师|老師|医生|師傅|师傅))?(?:您|你|大家|各位)?(?:早上|晚上|下午)?好[呀啊哇]?|(?:老师|老師|大家|各位)(?:您|早安|好)*|您好|你好|嗨+|哈[啰喽囉]|早安?|晚安|哎呀?|唉|嗯+|呃|那个|那個|就是|劳驾|拜托(?:拜托)?|拜託(?:拜託)?|麻烦(?:您|你)?(?:了|一下)?|麻煩(?:您|你)?|请问|請問|唔該|宝子们?|兄弟们?|姐妹们?|姐妹們|家人们?|亲|懶人包|语音输入哈?|[我俺]?(?:想想|跟你说)[啊哈]?|我是[^,，。想要记記]{2,10})$/u,
  ja: /^(?:こんにちは|こんばんは|おはよう(?:ございます)?|はじめまして|すみません(?:が)?|すいません|恐れ入りますが?|お世話になって(?:おり|い)ます|お忙しいところ(?:恐れ入ります|すみません)(?:が)?|あの(?:う|ー|さ|ね)*|えー?っ?と(?:ね|ですね)?|ねえ+(?:ねえ+)?|ねぇ(?:ねぇ)?|なあ|おい|やばい|あー(?:もう)?|うーん|ごめん(?:なさい)?|音声入力です|お願い(?:します)?)$/u,
  ko: /^(?:안녕(?:하세요|하십니까)?|저기요?|혹시|여보세요|음+|어+|아+|야|있잖아|그러니까|그 ?뭐냐|선생님|사장님|ㅎㅇ|하이고?|헬로우?|실례(?:합니다|지만)|죄송(?:하지만|한데요)|ㅠ+)$/u,
}
const LEAD: Record<Language, RegExp> = {
  en: new RegExp(`^(?:(?:${EN_OPENER}|like|dear|love|mate|hun|bruh|bro)\\b[ ,!~-]+)+`, 'iu'),
  zh: /^(?:(?:您|你|大家|各位)好[呀啊]?|哎呀?|唉|嗯+|那个|那個|劳驾|拜托|拜託|麻烦(?:您|你)?|麻煩(?:您|你)?|唔該|兄弟们?|姐妹们?|家人们?|宝子们?|请问|請問)+/u,
  ja: /^(?:(?:あの(?:う|ー|さ)?|えー?っ?と(?:ね)?|ねえ(?:ねえ)?|ねぇ|あー(?:もう)?|うーん)[、,\s]?)+/u,
  ko: /^(?:(?:야|음+|어+|아+|저기요?|있잖아|그러니까|저희?|제가|제|나는?|내가|우리) )+/u,
}

/** Nothing but an address. */
export const isAddress = (phrase: string, language: Language): boolean =>
  ONLY[language].test(phrase.trim().replace(/[\s!~？?！。.…😊🙏]+$/u, ''))

/** Without what is said before the wish; the whole where nothing would be left. */
export function withoutAddress(phrase: string, language: Language): string {
  const left = phrase.replace(LEAD[language], '').trim()
  return left || phrase
}
