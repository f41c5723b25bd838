/**
 * A yes, a no or a “later” to what waits: by its words in four languages, not by a list of sentences. The verb of what is
 * asked (publish, send) says which it is as well, and a negation turns it round. What is longer than an answer, asks
 * something or counts something is none; nor is what tells of an answer (quoted, with a name before it, with marks or letters
 * that nobody types): a leaflet that says “say yes” is pasted, and not meant. Without a yes the words are the act and little else.
 */
import type { ApprovalKind } from '../events.ts'
import type { Decision } from '../governance/words.ts'
import type { Language } from '../spec.ts'

/** Characters of an answer. */
const MOST: Record<Language, number> = { en: 60, zh: 24, ja: 30, ko: 34 }

type Cues = { yes: RegExp; no: RegExp; later: RegExp; never: RegExp; verb: Record<ApprovalKind, RegExp>; not: RegExp }
const CUES: Record<Language, Cues> = {
  en: {
    yes: /^(?:oh |well |ok |okay |um )*(?:yes|yeah|yep|yup|sure|ok|okay|of course|go ahead|please do|do it|fine|alright|all right|agreed|approved?|i approve|sounds good|looks good|that's fine)\b/,
    no: /^(?:oh |well |um )*(?:no|nope|nah|rather not|decline|reject|cancel it|drop it|discard|throw it away|forget it|i decline|don't|do not)\b|\b(?:discard|decline|reject|throw it away)\b/,
    later:
      /\b(?:later|not now|not yet|not today|tomorrow|another time|let me think|think about it|wait|in a (?:bit|while)|some other time)\b/,
    never: /\bnever\b|\bnot ever\b/,
    verb: {
      publish: /\b(?:publish|release|put it (?:up|live)|make it live|use it|keep it)\b/,
      send: /\b(?:ask|send|use) (?:it|them|the model|that)\b/,
      grant: /\b(?:allow|permit|let it|let the app)\b/,
      records: /\b(?:change|delete|leave) (?:them|all|those|the entries)\b/,
    },
    not: /\b(?:don't|do not|not|never|no)\b/,
  },
  zh: {
    yes: /^(?:嗯|哦|那)?(?:好的?|可以|行|同意|没问题|当然|是的?|对|要|批准|就这样|确定|发吧)/,
    no: /^(?:嗯|哦|那)?(?:不(?!错)|别|算了|取消|拒绝|丢弃|不要)|(?:丢弃|拒绝|扔掉|作废)/,
    later: /以后|稍后|等等|等一下|晚点|晚些|改天|待会|回头|再说|再想|暂时不|先不|明天|先放/,
    never: /永远不|永远别|绝不|再也不|从不|永不/,
    verb: {
      publish: /发布|上线|公开|启用|用起来/,
      send: /询问|发送|发给|去问|问吧/,
      grant: /允许|准许/,
      records: /(?:都|全部)(?:改|更改|删)|保持原样/,
    },
    not: /不|别|勿|没/,
  },
  ja: {
    yes: /^(?:うん|ええと|では|じゃあ)?[、,]?\s?(?:はい|うん|ええ|いいよ|いいです|オーケー|ok|お願い|承認|了解|問題ない|大丈夫|もちろん|どうぞ|いいね)/,
    no: /^(?:いや|いいえ|いえ|だめ|ダメ|やめ|却下|破棄|不要|取り消)|(?:破棄|却下|やめて|やめる|捨てて)/,
    later: /あとで|後で|今はしない|今はいい|今度|まだ|また(?:あと|今度|明日)|明日|考えさせて|考えます|待って|保留/,
    never: /二度と|絶対に?(?:送ら|しな|だめ|ダメ)|ずっと(?:送ら|しな)|決して/,
    verb: {
      publish: /公開|使い(?:ます|たい|始め)|リリース|出して/,
      send: /送って|送信|質問して|聞いて/,
      grant: /許可/,
      records: /(?:すべて|全部|ぜんぶ|まとめて)(?:変更|変え|削除|消)|そのまま/,
    },
    not: /しない|ない(?:で|です|。|$)|やめ|ません/,
  },
  ko: {
    yes: /^(?:음|그럼|아)?[, ]?(?:네|예|응|그래|좋아|오케이|ok|물론|승인|괜찮|해\s?주세요|해\s?줘|하세요|그렇게)/,
    no: /^(?:아니|안\s?돼|싫|거절|취소|버려|됐어|하지\s?마)|(?:버려|거절|폐기)/,
    later: /나중에|이따|다음에|지금은|아직|내일|생각해|기다려|보류/,
    never: /절대|다시는|영원히|앞으로도\s?(?:보내지|하지)/,
    verb: {
      publish: /게시|공개|발행|출시|쓸게|사용할게/,
      send: /보내|물어|전송/,
      grant: /허용|허락/,
      records: /(?:모두|전부|다)\s?(?:바꿔|지워|삭제)|그대로/,
    },
    not: /지\s?마|지\s?않|안\s|말(?:고|아)|마세요/,
  },
}

/** Said by somebody else: quoted, marked up, “System: …”, or with what cannot be seen. */
const TOLD = /["“”„«»「」『』<>{}[\]`|\\]|^[^:：]{1,24}[:：]|\p{Cf}/u

/** null: it answers nothing that waits. `bare`: only what names the act counts (“publish it”), where nothing was just asked. */
export function decisionIn(said: string, language: Language, kind: ApprovalKind, bare = false): Decision | null {
  const text = said.normalize('NFKC').toLowerCase().replaceAll('’', "'").trim()
  if (!text || text.length > MOST[language] || /[?？]\s*$|\d/.test(text) || TOLD.test(text)) return null
  const { yes, no, later, never, verb, not } = CUES[language]
  const acts = verb[kind].test(text)
  if (bare && !acts) return null
  if (never.test(text)) return kind === 'send' ? 'decline' : acts ? 'decline' : null
  if (later.test(text)) return 'later'
  const refused = no.test(text) || (acts && not.test(text))
  // A bare no to a question of sending is “not now”: never is a word of its own.
  if (refused) return kind === 'send' ? 'later' : 'decline'
  const agreed = yes.test(text)
  // Nothing leaves, and no entry changes, by a word in passing, where nobody just asked.
  if ((kind === 'send' || kind === 'records') && bare && !agreed) return null
  return agreed || (acts && text.length <= MOST[language] / 2) ? 'approve' : null
}
