/** Request words taken off a phrase, so that what is left is the noun phrase the person named. */
import { fold } from '../../base/concepts/fold.ts'
import { isQualityForm } from '../../base/concepts/index.ts'
import { nounPhraseOf } from '../../base/language/korean.ts'
import type { Language } from '../../spec.ts'
import { WANTED_JA } from './asking.ts'
import { partNamed } from './parts.ts'

const EN_LEAD =
  /^(?:please|kindly|can you|could you|would you|hey|hi|hello|ok|okay|i(?:'d| would)? (?:also )?(?:want|like|need|wish|have|plan|try|am trying|'m trying)(?: to)?(?: be able to)?(?: see| have| make| keep)?|i'm looking for|i am looking for|we (?:want|need|would like)(?: to)?|help me(?: to)?|help us(?: to)?|help|make(?: me)?|build(?: me)?|create(?: me)?|give me|get me|set up|design|let me|let's|do me|somewhere|something|an? (?:little |small |simple |tiny |quick )?(?:app|tool|place|way|tracker|page|thing|log|list|table|database|database|record|diary|journal) (?:for(?: tracking| logging| recording| keeping| managing)?|to|of|that|where i|with)|(?:app|tool|tracker|log) (?:for|to|of)|to(?![ -]?do\b)|for|of|that|track(?:ing)?|log(?:ging)?|record(?:ing)?|keep(?:ing)?(?: track| a list| a record| a log| an eye| tabs| notes?)?(?: of| on| about)?|note(?: down)?|write down|jot down|put in|enter|type in|fill in|catalogue|catalog|manage|managing|organi[sz]e|remember|monitor|follow(?![ -]?up\b)|plan(?:ning)?(?= (?:a|an|my|our|the) )|the|an?|my|our|his|her|all(?: of)?(?: the| my| our)?|each|every|its|it|their|some|also|just|simple|simply|new|another|with|and|plus|then|like|day's|daily(?= \w)|per|a|both|either|show(?: me)?(?: a| the)?|at least|maybe|i)(?=[\s,:]|$)\s*/i
const EN_TAIL =
  /\s+(?:(?:on|from|with) an? (?:\w+ )?scale(?: of| from)?|out of(?: ten| five| a hundred)?|(?:after|before|during) (?:each|every) \w+|per (?:session|entry|visit|workout)|please|too|as well|for me|for us|for each(?: one)?|of each(?: one)?|of it|each time|every time|everyday|daily|app|tool|tracker|thanks|thank you|etc|and so on|if any|somehow|that i (?:do|have|own|try|read|watch|see|buy|visit|make|find|bought|collected|ate|tried|visited)|i (?:do|have|own|try|read|watch|see|buy|visit|make|find|bought|tried|visited|bake|brew|drink|eat)|for|of|in|at|to|on|by|from|with|and|or|the|a|my|so|every|over|under|about|is|are)$/i
/** “Amount in rupees”: the money is the app's. */
const EN_CURRENCY =
  /\b((?:amount|price|cost|total|sum|value|fee|rent|wage|pay)s?) in (?:(?:us|australian|canadian|singapore|hong kong) )?(?:rupees?|dollars?|pounds?|euros?|yen|won|yuan|quid|bucks|rs|inr|usd|gbp|eur|aud|cad|jpy)$/i
const ZH_LEAD =
  /^(?:请|帮我|帮忙|帮|顺便|顺带|顺手|自动|另外|同时|最好|希望|我想要?|我要|我们要?|我的|我们的|我?(?:做|养|看|买|吃|喝|读|写|拍|收集|收藏|去|用)过?的|我(?=[记要想养做看读买])|想要?|给我|做一?[个份张款]|做(?=.{2,}(?:应用|清单|表|日历|工具|计算器))|建一?个|创建一?个|创建|设计一?个|弄一?个|来一?个|[制拟]?[订定](?:一?[个份套])?(?=.*(?:计划|目标|方案|规划|表))|搞一?个|生成一?个|需要一?个?|一个|一份|一款|个(?!人)|盯[着著]?(?=.{2,})|看着|记录一下|记录|记下|记一下|记(?!忆|账|帐|分|事)|管理|追踪|跟踪|整理(?!收)|用来|可以|能够?|包括|包含|带上?(?!.{0,3}的|不)|有(?!氧|机|没有|无|效|限|趣|用|利|害|毒|线|色)|含|以及|还有|还要|还|每(?:天|日|次|项|个|条|本|人|部|家|种|件|杯|款)的?|加上?(?!了)|显示|并且?|要|再|我的|我们的|关于|字段|并|也|都|其中|一下|下(?!次|个|周|月)|写上|注明|填写|今年|今天)+/
const ZH_TAIL =
  /(?:的(?:记录|清单|情况|应用|工具|表格?|小?程序|app|列表)|记录下来|记下来|都?要?记录|的话|等等?|吧|吗|呢|一下|的?小?应用|的?app|软件|小程序|都要|即可|就行|就好|的|了|也要|这些|信息|字段|三项|两项|(?:要|想|得|需要)(?:排好|管好|记好|整理好|理清楚?|弄清楚|安排好|记下来|管起来)|都记|分开记?|单独记?)$/i
const JA_LEAD =
  /^(?:毎日の?|毎回の?|毎朝の?|毎晩の?|各|それぞれの?|また|あと|さらに|私の|うちの|自分の|我が家の|今日の|すべての|全部の|項目は|フィールドは|列は)/
const JA_VERB =
  /(?:記録|管理|メモ(?=し|でき|る)|入力|登録|保存|チェック(?=し|でき|する)|追跡|確認|(?:残|書|作|見|選|使|続|数|食|飲|読|行|買|比|決|入|覚)(?=[ぁ-ん])|付け|つけ|表示|まとめ|比較|整理|リスト化|一覧に|した|でき|する|して|欲し|ほし|必要|わか|分か|追加|お願い|計算|知り|グラフ|やり|あると|忘れ)/
const JA_TAIL =
  /(?:まで|つき|付き|など|等|だけ(?:で(?:いい|OK|十分|大丈夫))?|のみ|とか|です|ます|アプリ|のアプリ|が(?:ほ|欲)しい|も|を|は|(?<=[\p{Script=Han}\p{Script=Katakana}ー])が|の|に|で|(?<!こ)と|へ|ください|(?:お願い|おねがい)(?:します)?|を?記録|の記録|を?管理|のメモ|を入力|の一覧|のリスト)$/u
const KO_LEAD =
  /^(?:매일|매번|매주|각각|각|나의|내 (?!점수|스코어|기록|몫|차례)|우리 (?!점수|스코어|팀)|우리집 |제 |그리고|오늘|또|항목은|필드는|각자|좀)\s*/
const KO_TAIL =
  /\s*(?:(?:앱|어플)?\s?부탁(?:드려요?|드립니다|해요?|합니다)|앱|어플|어플리케이션|좀|등|같은 것|이렇게|까지|등등|정도|이요|(?<=[가-힣]{2})요|주세요|줘|해줘)$/

/** What is left is a word of its own already (有效期, ひとこと) and loses no more. */
const loop = (text: string, pattern: RegExp, times = 8): string => {
  let now = text
  for (let i = 0; i < times && !isPart(now); i++) {
    const next = now.replace(pattern, '').trim()
    if (next === now || next === '') return next === '' ? now : next
    now = next
  }
  return now
}
const unquoted = (text: string) => text.replace(/^["'「『“《\s]+|["'」』”》\s:,.・、]+$/g, '')

/** What is named in a phrase. `tail`: verbs at its end go too (for the items of a list). */
export function cleaned(text: string, language: Language, tail = true): string {
  let now = unquoted(text)
  if (/^[\x20-\x7e]+$/.test(now) || language === 'en') {
    now = loop(now.replace(EN_CURRENCY, '$1'), EN_LEAD, 12)
    if (tail) now = loop(now, EN_TAIL)
  } else if (language === 'zh') {
    now = loop(now, ZH_LEAD)
    if (tail) now = loop(now, ZH_TAIL, 4)
  } else if (language === 'ja') {
    now = loop(now.replace(WANTED_JA, '') || now, JA_LEAD, 3)
    now = withoutJapaneseVerb(now)
    if (tail) now = loop(now, JA_TAIL, 4)
  } else {
    now = loop(now, KO_LEAD, 3)
    if (tail) now = nounPhraseOf(loop(now, KO_TAIL, 3), isWhole)
  }
  return unquoted(now)
}

/** The particle, not the same sign inside a word: 子ども, まで, ごとに. */
const MARKS_JA = { を: /を/, が: /(?<!な)が/, も: /(?<!子ど|こど|とて|いつ|も)も(?!の)/, で: /(?:まで|で)/, に: /(?<!ごと)に/ }

const SURU =
  /(?:記録|管理|メモ|チェック|入力|登録|保存|表示|確認|比較|整理|追加|希望|必要|追跡|共有|計算|集計|把握|用|表|帳|簿|アプリ|リスト)$/
/** 体重を毎日記録したい -> 体重: what stands before the object marker of a verb. */
function withoutJapaneseVerb(text: string): string {
  // 気に入った度: a noun stands last, and the verb is said of it.
  if (/[\p{Script=Han}ァ-ー]$/u.test(text) && !SURU.test(text)) return text
  for (const mark of ['を', 'が', 'も', 'で', 'に'] as const) {
    const at = text.search(MARKS_JA[mark])
    if (at > 0 && JA_VERB.test(text.slice(at + 1))) return text.slice(0, at)
  }
  return text
}

const isPart = (word: string) => /[^\x20-\x7e]/.test(word) && word.length > 1 && partNamed(word) !== undefined
const isWhole = (word: string): boolean => partNamed(word) !== undefined || isQualityForm(fold(word))

const LIST_TAIL: Record<Language, RegExp> = {
  en: /\s+(?:please|etc\.?|and so on|too|as well|thanks|thank you)$/i,
  zh: /(?:等等?|吧|呢|了)$/,
  ja: /(?:など|等)(?:を.*)?$|を[^を]{0,12}(?:たい|ほしい|欲しい|ください|お願い.*|して|作って.*)$|を?(?:チェック|記録|管理)(?:したい|して.*|する.*)?$|(?:を)?順番に.*$|で(?:分け|管理|選|比べ|決め).*$/,
  ko: /\s*(?:등등|등)$|\s(?:체크|기록|관리|추적)(?:\s?(?:해 ?줘|하고 싶.*|할래.*|용))?$/,
}
const LIST_LEAD: Record<Language, RegExp> = {
  // "to read" beside "reading" is a state; "to wash the car" a thing to be done.
  en: /^(?:(?:and|or|then|also|plus|the|a|an|my|our|to(?! [\w-]+$))\s+)+/i,
  zh: /^(?:和|以及|还有|或者?)/,
  ja: /^(?:と|や|または)(?=[\p{Script=Han}\p{Script=Katakana}])/u,
  ko: /^(?:그리고|또는)\s*/,
}
/** An item of a list after a colon: what joins it to the others goes, and of the last one what asks for the app. */
export function thingIn(text: string, language: Language, last: boolean): string {
  const bare = unquoted(text).replace(LIST_LEAD[language], '')
  const now = last ? bare.replace(LIST_TAIL[language], '') : bare
  return unquoted(language === 'ko' ? now.replace(/(?<=[가-힣]{2})(?:[을를]|도)$/, '') : now)
}
