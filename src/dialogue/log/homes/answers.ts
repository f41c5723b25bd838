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
    /\b(?:came|attend(?:ed|ance)?|present|turned up|showed up|made it)\b|出席|到场|签到|来了没|到没到|来た|출석|참석|왔는지/i,
    /\b(?:came|made it|was there|were there|present|turned up|showed up|attended|here)\b|来了|到了|出席|到场|来た|来ました|참가|왔|출석|참석/i,
    /\b(?:didn't (?:come|make it|show(?: up)?|turn up)|couldn't (?:come|make it)|did not (?:come|make it)|absent|no[- ]show|away|ill|off sick|wasn't there)\b|没来|没到|缺席|缺勤|请假|欠席|休み|来な|来られ|결석|불참|안 ?왔|못 ?왔|빠졌|빠짐/i,
  ],
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
    /\b(?:paid|settled|cleared)\b|付了|付清|已付|交了|交清|已交|缴了|结清|払った|払い済|支払(?:済|った|い済)|入金(?:済|あり)|済み?$|냈|납부(?:함|했|완료)|입금(?:됨|했|완료|$|(?=[\s,.]))|완납|결제(?:함|했|완료)/i,
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
    const not = stretchOf(no, low)
    const found = not ?? stretchOf(yes, low)
    if (found) return { yes: !not, start: found[0], end: found[1], sure: found[1] - found[0] >= bare.length - 3 ? 1 : 0.7 }
  }
  const by =
    byVerb(low, verbsOf(label)) ??
    byVerb(
      low,
      [...new Set([label, fold(plainly(field.label))])].filter((name) => name.length > 1),
      0.8,
    )
  if (by) return by
  const noun = byNoun(low, field)
  if (noun) return noun
  const plain = PLAIN.find(([form]) => form.test(bare))
  if (plain) return { yes: plain[1], start: low.length - low.trimStart().length, end: low.trimEnd().length, sure: 0.6 }
  return undefined
}

/** From its first hit to the last that follows it with nothing but a space between (아직 안 냄), a verb with its ending. */
function stretchOf(pattern: RegExp, low: string): [number, number] | null {
  let stretch: [number, number] | null = null
  for (const { 0: hit, index } of low.matchAll(new RegExp(pattern.source, `g${pattern.flags}`))) {
    if (stretch && low.slice(stretch[1], index).trim()) break
    const end = index + hit.length
    stretch = [stretch?.[0] ?? index, end + ENDING.exec(low.slice(end))![0].length]
  }
  return stretch
}
/** 냈음, 냈대요, 払いました: what a verb goes on with, up to the end of its word. */
const ENDING = /^(?:(?:음|다|어요?|아요?|대요?|네요?|지만?|고|습니다)(?![가-힣])|(?:ました|です|よ|わ|ね)+|[了啦])?/u

/** What a verb and a "no" make of a thing by its name, in the stretch that names it: "no queen", 蜂王没见着, 여왕벌 못 봄. */
const SAYS: Record<'en' | 'zh' | 'ja' | 'ko', [no: RegExp, yes: RegExp]> = {
  en: [
    /\b(?:no|not|without|missing|never|lost|skipped|forgot|absent|couldn't|didn't|wasn't|weren't|haven't|hasn't)\b/,
    /\b(?:[a-z]{2,}ed|seen|saw|found|given|gave|done|did|had|got|taken|took|there|present|worn|wore|shown|kept|made|brought|bought|sent|ok|fine|good)\b|✓|✔|✅/,
  ],
  zh: [/[没沒未无無]|不(?:在|见|見)/, /[了到过過着著有]|✓|✔|✅/],
  ja: [/な(?:い|し|かった)|ません|(?:せ|ら|え)ず|未/, /(?:た|だ|あり|いる|ました|済み?|○|◯)$/],
  ko: [/안\s|못\s?|없|않|미(?=[가-힣])/, /[았었했됐봤줬갔왔]|(?:함|됨|봄|음|임|있)(?:$|\s)/],
}
/** The things that a name of two words or more asks about: "queen" of “Queen seen”, 蜂王 of 是否见到蜂王. */
function nounsOf(name: string): string[] {
  if (/^[\x20-\x7e’]+$/.test(name)) {
    const words = name.split(/[^a-z'’-]+/).filter((word) => word.length > 2 && !SMALL.test(word))
    return words.length > 1 ? words.filter((word) => !SAYS.en[1].test(word)) : []
  }
  const noun =
    /^(\p{Script=Han}{2,}|[\p{Script=Katakana}ー]{2,})[をがはも]/u.exec(name)?.[1] ??
    /^([가-힣]{2,}?)(?:을|를|이|가|은|는)?\s/u.exec(name)?.[1] ??
    /^(?:见|看|收|拿|找|买)?[到了过](\p{Script=Han}{2,4})$/u.exec(name)?.[1]
  return noun ? [noun] : []
}
const SMALL = /^(?:the|and|was|were|has|have|any|this|that|whether|been|yet|not|for|with)$/
/** Whether the thing that a name asks about is spoken of as not there ("which hives had no queen?"); undefined where it is not spoken of. */
export function deniedIn(low: string, field: FieldOf<'yesno'>): boolean | undefined {
  for (const noun of nounsOf(fold(plainly(field.label)))) {
    const at = placesOf(low, noun)[0]?.[0]
    if (at !== undefined) return saysOf(noun, low)[0].test(low.slice(Math.max(0, at - 16), at + noun.length + 12))
  }
  return undefined
}
const saysOf = (noun: string, low: string): [no: RegExp, yes: RegExp] =>
  SAYS[/[가-힣]/.test(noun) ? 'ko' : /[ぁ-んァ-ヶ]/.test(low) ? 'ja' : /[^\x20-\x7e]/.test(noun) ? 'zh' : 'en']

function byNoun(low: string, field: FieldOf<'yesno'>): Answer | undefined {
  const name = fold(plainly(field.label))
  for (const noun of nounsOf(name)) {
    const at = placesOf(low, noun)[0]?.[0]
    if (at === undefined) continue
    const before = Math.max(...[...low.slice(0, at).matchAll(/[,，、。.;；!！?？\n]/g)].map(({ index }) => index + 1), 0)
    const after = /[,，、。.;；!！?？\n]/.exec(low.slice(at))
    const [start, end] = [before, after ? at + after.index : low.length]
    const stretch = low.slice(start, end)
    // What is told at length of a thing answers nothing.
    if (stretch.trim().split(/\s+/).length > 5 || [...stretch].length > 30) continue
    const [no, yes] = saysOf(noun, low)
    if (no.test(stretch)) return { yes: false, start, end, sure: 0.75 }
    if (yes.test(stretch)) return { yes: true, start, end, sure: 0.7 }
  }
  return undefined
}

const NEGATED = /(?:\bno |还没有?|還沒|没有?|沒|未|不|not |isn't |wasn't |haven't |hasn't |didn't |un|안 ?|못 ?|미|아직 ?)$/i
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
    /^(.{1,4}?)(?:了?没有?|了?吗|没|与否|否)$/u.exec(label)?.[1] ??
    /^是否(?:已)?(.{1,5})$/u.exec(label)?.[1] ??
    /^有没有?(.{1,4})$/u.exec(label)?.[1]
  const ja = /^(.{1,6}?)(?:かどうか|たか|か)$/u.exec(label)?.[1]
  const ko = toldForms(label)
  return [...(zh ? [zh] : []), ...(ja && ja.length > 1 ? [ja] : []), ...ko].filter((one) => one.length > 0)
}
