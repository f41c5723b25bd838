/**
 * Yes and no as people say them to a field: by the verb of its name (收到没有 by 收到了 and 还没收到, 냈는지 by 냈어 and 안 냄),
 * by what such a question is about (liked: "loved it", again: もういい), or plainly. Pure.
 */
import { toldForms } from '../../../base/language/korean.ts'
import { fold, placesOf } from '../../../base/resolve.ts'
import type { FieldOf } from '../../../spec.ts'
import { plainly } from '../fill/choices.ts'

export type Answer = { yes: boolean; start: number; end: number /** 0..1 */; sure: number }

const PLAIN: [RegExp, boolean][] = [
  [/^(?:yes|yep|yeah|yup|y|true|✓|✔️?|✅|☑️?|○|◯|⭕️?|ok|是|是的|对|有|はい|うん|あり|有り|네|예|응|ㅇㅇ|맞음|있음)$/i, true],
  [/^(?:no|nope|nah|n|false|✗|✘|❌|×|✕|否|不是|没有?|无|いいえ|なし|無し|아니요?|아니오|ㄴㄴ|없음)$/i, false],
]
/** [what the name of the field asks, said for yes, said for no]; the no is looked for first. */
const ABOUT: [name: RegExp, yes: RegExp, no: RegExp][] = [
  [
    /\b(?:likes?|liked|enjoy(?:ed)?|fan|happy with)\b|喜欢|爱吃|好吃|合口味|気に入|好き|喜んだ|좋아|맘에|마음에|잘 먹/i,
    /\b(?:lov(?:ed?|es)|likes? (?:it|them)|liked|enjoy(?:ed|s)?|yum(?:my)?|big (?:hit|fan)|ate (?:it )?all|polished off|wolfed|gobbled|couldn't get enough|asked for more|devoured)\b|喜欢|爱吃|很爱|吃光|抢着吃|気に入っ|大好き|好き|完食|パクパク|喜んだ|잘 먹|좋아|다 먹/i,
    /\b(?:hat(?:ed|es)|didn't like|did not like|doesn't like|not (?:a fan|keen|impressed|into it)|refus(?:ed|es)|spat|spit|won't eat|wouldn't (?:eat|touch)|pulled a face|threw it|yuck|meh|no thanks)\b|不喜欢|不爱|吐了|不肯|没吃|不吃|嫌|嫌い|嫌が|食べなかった|べーっ|吐き出し|残した|싫어|뱉|안 먹|거부/i,
  ],
  [
    /\bagain\b|repeat|再(?:来|做|买|去)|回购|还会|また|リピ|もう一度|또|재구매|다시|재방문/i,
    /\b(?:(?:would|will|definitely|yes|worth|do|make|try|buy|go).{0,12}again|repeat)\b|(?:还|会|想|必须|一定).{0,4}(?:再|回购)|回购|^再来|また(?:作|買|行|食|見|読|し|来|や|たべ|つく)[ぁ-ん]*|リピ(?:確|する|あり|決)|(?:또|다시) ?(?:살|갈|할|볼|먹|해|만들|올)|재구매 ?(?:함|의사|할|각)|재방문/i,
    /\b(?:never again|not again|once (?:is|was) enough|wouldn't.{0,12}again|won't.{0,12}again|don't bother|no repeat)\b|不会再|不再|不回购|再也不|没有下次|もういい|もう(?:作|買|行|し|や|食|いら|けっこう|結構|十分)|二度と|リピ(?:なし|しない)|一回で(?:いい|十分)|また.{0,6}(?:ない|ません)|다시는|다신|두 번은|또는? ?(?:안|못)|안 ?(?:사|갈|할)|재구매 ?(?:안|없)/i,
  ],
  [
    /\b(?:paid|settled)\b|付款|付了|交了|缴|已付|払|支払|入金|납부|냈|결제|입금|지불/i,
    /\b(?:paid|settled|cleared)\b|付了|付清|已付|交了|交清|已交|缴了|结清|払った|払い済|支払(?:済|った|い済)|入金(?:済|あり)|済み?$|냈|납부(?:함|했|완료)|입금(?:됨|했|완료)|완납|결제(?:함|했|완료)/i,
    /\b(?:unpaid|not (?:yet )?paid|hasn't paid|haven't paid|still owes|owing|outstanding|waiting)\b|未付|没付|没交|未交|还没|欠着|拖欠|未払|払ってな|まだ|未納|未入金|안 ?(?:냄|냈|내)|미납|아직|못 ?(?:냄|냈)|미입금/i,
  ],
  [
    /\b(?:done|finished|completed?|did)\b|完成|做了|做完|完了|済|やった|できた|완료|했|끝/i,
    /\b(?:done|did(?: (?:it|them|my))?|finished|completed|all done)\b|[写看读画做学练修抄背洗弄]完了?|做了|完成|搞定|完了|やった|できた|済(?:み|んだ)?$|(?<![ぁ-ん])した$|[終お]わ(?:った|りました)|終えた|(?:다 )?(?:했|함|끝)/i,
    /\b(?:not done|didn't|did not|haven't|skipped|missed|couldn't|gave up)\b|没做|没完成|未完成|跳过|没|やらなかった|できなかった|未|さぼ|サボ|まだ|안 ?(?:함|했)|못 ?(?:함|했)|패스|건너/i,
  ],
]

/** What a piece of words answers a yes-or-no field with; undefined where it answers nothing. `said` keeps its offsets. */
export function answerIn(said: string, field: FieldOf<'yesno'>): Answer | undefined {
  const low = fold(said)
  const bare = low.trim().replace(/[\p{P}\s]+$/u, '')
  const label = fold(field.label)
  for (const [name, yes, no] of ABOUT) {
    if (!name.test(label) && !name.test(field.concept ?? '')) continue
    const not = no.exec(low)
    const found = not ?? yes.exec(low)
    if (found)
      return { yes: !not, start: found.index, end: found.index + found[0].length, sure: found[0].length >= bare.length - 3 ? 1 : 0.7 }
  }
  const by =
    byVerb(low, verbsOf(label)) ??
    byVerb(
      low,
      [...new Set([label, fold(plainly(field.label))])].filter((name) => name.length > 1),
      0.8,
    )
  if (by) return by
  const plain = PLAIN.find(([form]) => form.test(bare))
  if (plain) return { yes: plain[1], start: low.length - low.trimStart().length, end: low.trimEnd().length, sure: 0.6 }
  return undefined
}

const NEGATED = /(?:还没有?|還沒|没有?|沒|未|不|not |isn't |wasn't |haven't |hasn't |didn't |un|안 ?|못 ?|미|아직 ?)$/i
const DENIED = /^(?:ない|てない|ていない|なかった|ません|じゃない|지 ?(?:않|못)|지는? 않)/
/** 收到 of 收到没有, 卖出 of 卖出没有, 換えた of 換えたか: what the name asks about, said with or without a no. */
function byVerb(low: string, forms: readonly string[], sure = 0.9): Answer | undefined {
  for (const form of forms) {
    const at = placesOf(low, form)[0]?.[0] ?? -1
    if (at < 0) continue
    const before = NEGATED.exec(low.slice(0, at))
    const after = DENIED.exec(low.slice(at + form.length))
    const start = before ? at - before[0].length : at
    let end = at + form.length + (after?.[0].length ?? 0)
    end += /^(?:了|过|啦|です|ました|た|よ|어요?|음|다|함|됨)*/.exec(low.slice(end))![0].length
    return { yes: !before && !after, start, end, sure }
  }
  return undefined
}
function verbsOf(label: string): string[] {
  const zh =
    /^(.{1,4}?)(?:了?没有?|了吗|没|与否|否)$/u.exec(label)?.[1] ??
    /^是否(?:已)?(.{1,5})$/u.exec(label)?.[1] ??
    /^有没有?(.{1,4})$/u.exec(label)?.[1]
  const ja = /^(.{1,6}?)(?:かどうか|たか|か)$/u.exec(label)?.[1]
  const ko = toldForms(label)
  return [...(zh ? [zh] : []), ...(ja && ja.length > 1 ? [ja] : []), ...ko].filter((one) => one.length > 0)
}
