/** The noun phrase an app is named by: what it is about, with no companion, no verb and no word for "app". */
import { kindOf } from '../../base/language/korean.ts'
import type { Language } from '../../spec.ts'
import type { Frame } from '../frame/types.ts'

/** Whom it is done with is not what it is about: 家族で京都旅行, 和闺蜜去西安, "부모님 모시고 여수". */
const COMPANY: Record<Language, RegExp> = {
  en: /\s+(?:with|and) (?:my |our |the |\w+ )?(?:friends?|family|kids?|wife|husband|partner|parents|girlfriend|boyfriend|mum|mom|dad|roommates?|colleagues|us)\b.*$/i,
  zh: /(?:我?(?:和|跟|与|带着?|陪着?)(?:我的?)?(?:家人|家里人|朋友们?|闺蜜|老婆|老公|爸妈|父母|孩子们?|同事|女朋友|男朋友|对象|室友|宝宝|同学)一?起?)/g,
  ja: /(?:^|(?<=[、。 ]))(?:来[月週年]|今[月週年]|週末)?に?(?:家族|友達|友人|夫婦|彼女|彼氏|みんな|両親|子ども|子供|同僚|二人|親子)(?:\d+人|[一二三四五]人|たち|みんな)?(?:で|連れで|と一緒に|と(?=[\p{Script=Han}\p{Script=Katakana}]{2,6}(?:へ|に|\d)))(?=.{2,})/gu,
  ko: /(?:부모님|가족|친구|남편|아내|여자친구|남자친구|아이|애들?|동료|엄마|아빠)(?:들|들과|들이랑)?(?:을|를|과|와|이랑|랑|하고)?\s?(?:모시고|데리고|함께|같이|랑|과|와)\s?/g,
}

export function withoutCompany(text: string, language: Language): string {
  const left = text.replace(COMPANY[language], '').trim()
  return left.length >= 2 ? left : text
}

const NO_PLACE =
  /^(?:来[月週年]|今[月週年]|夏休み|冬休み|家族|友達|卒業|新婚|社員|週末|国内|海外|修学|温泉|一泊|国庆|五一|十一|春节|周末|暑假|寒假|家庭|蜜月|毕业|亲子|自驾|出差|一次|신혼|가족|국내|해외|다음|이번|주말|우정|졸업|효도|여름|겨울|휴가|당일)/
const PLACES: Record<Language, RegExp[]> = {
  en: [
    /\b(?:to|in|through|thru|across|around|visiting|visit)\s+(?:the )?((?:[A-Z][\w'-]+)(?:\s[A-Z][\w'-]+){0,2})/,
    /\b(?:trip|travel\w*|vacation|holiday|weekend|days?|week|itinerary|tour|honeymoon|roadtrip|going)\b[^,.;]{0,14}?\b(?:to|in|through|thru|across|around)\s+(?:the )?([a-z]{3,14})\b/i,
  ],
  zh: [
    /(?:去|到|游)([\u4e00-\u9fff]{2,4}?)(?=玩|旅|自|的|度|[一二两三四五六七\d]|,|,|。|$)/,
    /([\u4e00-\u9fff]{2,4}?)(?=[一二两三四五六七\d]+[天日晚]|自驾|自由行|之旅|旅行|旅游|行程)/,
  ],
  ja: [
    /([\p{Script=Han}\p{Script=Katakana}ー]{2,8}?)(?=(?:へ|に|の|で)?(?:\d+泊|\d+日|[一二三四五]泊|[一二三四五]日|旅行|観光|の旅|ツアー))/u,
  ],
  ko: [/([가-힣]{2,6}?)(?:으로|로|에)?(?=\s?(?:\d+박|\d+일|당일치기|여행|일주))/],
}

/** Where a journey goes, as said; '' where no place was named. */
export function placeIn(text: string, language: Language): string {
  const said = withoutCompany(text.slice(0, 300), language)
  for (const pattern of PLACES[language])
    for (const match of said.matchAll(new RegExp(pattern.source, `${pattern.flags}g`)))
      if (!NO_PLACE.test(match[1]!) && !MONTH.test(match[1]!)) return match[1]!
  return ''
}
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|summer|winter|spring|autumn|fall|total|advance)$/i

const APP_WORDS =
  /^(?:\w+ ){0,2}?(?:boards?|trackers?|logs?|lists?|apps?|journals?|diar(?:y|ies)|planners?|calendars?|checklists?|databases?|keepers?|tools?|sheets?|records?|notebooks?|spreadsheets?|dashboards?) (?:for|of|to track|about|on) (?:my |our |the |all )*/i
const PAST: Partial<Record<Language, RegExp>> = {
  ja: /^(?:今まで|これまで)?(?:に)?[\p{Script=Han}ぁ-ん]{1,4}(?:った|んだ|いた|した|べた|きた|えた)(?=[\p{Script=Han}\p{Script=Katakana}a-z])/iu,
  ko: /^(?:(?:내|제|우리)가\s)?(?:다녀온|갔던|가본|읽은|본|먹은|먹어본|마신|산|만든|찍은|들은|해본|써본|모은)\s+(?=[가-힣]{2,})/,
}

/** "repair violins" is violin repairing: what somebody does, as a noun. Verbs said of what is merely kept go. */
const DOING =
  /^(coach|teach|tutor|clean|mow|walk|repair|mend|fix|sell|sew|knit|groom|train|translat|referee|bak|brew|grow|breed|paint|deliver|babysit|mind|foster|photograph|cater|feed|wash|iron|restor|tun|proofread|driv|rid|climb|cook)(?:e|es|s)? (?!(?:log|list|tracker|diary|journal|planner|book|board|chart|app)s?$)(.+)$/i
const KEPT =
  /^(?:track(?:ing)?|keep(?:ing)?(?: track of)?|log(?:ging)?|record(?:ing)?|collect(?:ing)?|count(?:ing)?|note|noting|monitor(?:ing)?|manag(?:e|ing)|watch(?:ing)?|run(?:ning)?|renting(?: out)?|rent out|let(?:ting)? out|do(?:ing)?|learn(?:ing)?|need|want|buy(?:ing)?|make|making|play(?:ing)?) (?:a |an |the |my |our |some )?(?!(?:logs?|lists?|trackers?|diary|journal|planner|book|board|chart|app)$)(?=\S)/i
const PLURAL_ONLY = /(?:ss|maths|physics|news|clothes|trousers|glasses|scissors|economics|gymnastics|mathematics)$/i
const gerund = (verb: string): string =>
  /^(?:mow|sew|grow)$/i.test(verb)
    ? `${verb}ing`
    : /[aeiou](?:t|d|m|n|p|g)$/i.test(verb) && /^(?:knit|babysit)$/i.test(verb)
      ? `${verb}${verb.at(-1)}ing`
      : `${verb}ing`
function nominal(topic: string): string {
  const doing = DOING.exec(topic)
  if (doing) {
    const [, verb = '', of = ''] = doing
    const thing = of
      .replace(/^(?:a|an|the|my|our|some|other people's|people's)\s+/i, '')
      .replace(/\s+(?:to|for|from|in|on|at|with|after|before|so|and|around|round|near|by)\b.*$/i, '')
    const noun = PLURAL_ONLY.test(thing)
      ? thing
      : thing
          .replace(/(?<=[a-z]{2})ies$/i, 'y')
          .replace(/(?<=(?:ch|sh|x))es$/i, '')
          .replace(/(?<=[a-z]{2})s$/i, '')
    if (thing && thing.split(' ').length <= 3) return `${noun} ${gerund(verb.toLowerCase())}`
  }
  return topic.replace(KEPT, '')
}

/** The topic made short enough for a name: "kanban board for my podcast episodes" -> "podcast episodes". */
export function nounPhrase(frame: Pick<Frame, 'topic' | 'language'>): string {
  const { language } = frame
  let now = withoutCompany(frame.topic, language)
    .replace(/\s?(?:アプリ|앱|应用|\bapp)$/i, '')
    .replace(/ app(?= for )/i, '')
    .trim()
  if (language === 'en') {
    if (now.split(' ').length > 5) now = now.replace(APP_WORDS, '')
    now = now.replace(/\s+(?:that|which|who|where|when|so that|because|in order|to (?:see|know|keep|track|remember))\b.*$/i, '')
  }
  if (language === 'en')
    now = nominal(now)
      .replace(/^(?:my|our|his|her|their|some) (?=\w)/i, '')
      .replace(/ please$/i, '')
  if (language === 'zh')
    now = now.replace(
      /^(?:我|我哋|我们|我們|俺)?(?:想要?|要|得)?(?:记录|記錄|紀錄|登记|登記|[记記](?![帐账帳賬事忆憶]))(?:一下|下|低|录|錄)?(?=.{2,})/u,
      '',
    )
  if (language === 'zh') now = now.replace(/^(?:养成|坚持|开始|学会)(?=.{2,})/, '')
  if (language === 'ja')
    now = now.replace(/を?(?:作って|作りたい|作成して|つくって|用意して)(?:ください|ほしい|欲しい|くれ|よ|ね)*$/, '') || now
  if (language === 'ko') now = keptThing(now)
  if (language === 'ko') now = now.replace(/[을를]\s?(?:달력|캘린더|그래프|차트|표|보드)(?:으로|로)?$/, '') || now
  const past = PAST[language]
  return past ? now.replace(past, '') || now : now
}

/** 공부한거, 책 읽은 거, 혈압 재는 거: what was done is kept of its noun. */
const DONE_KO = /^(?<noun>[가-힣A-Za-z ]{1,16}?)\s?(?:한|하는|했던|된|할)\s?(?:거|것)(?:들|을|를|도)?(?:\s.*)?$/
function keptThing(topic: string): string {
  const noun = DONE_KO.exec(topic)?.groups?.noun?.trim()
  const words = topic.split(' ')
  const at = words.findIndex((word) => /^(?:거|것|꺼)(?:들|을|를|도)?$/.test(word) || /[는은운준간꾼본온신판산쓴친]거$/.test(word))
  const before = noun ?? (at < 1 ? '' : words.slice(0, /^[거것꺼]/.test(words[at]!) ? at - 1 : at).join(' '))
  return before ? `${before.replace(/[을를]$/, '')} 기록` : topic
}

/** Not a noun phrase after all: a verb at the end, a question word, a time. */
export function isClause(text: string, language: Language): boolean {
  if (language === 'en')
    return /^(?:i|i'm|we|who|what|which|how|why|when|where|should|read|send|reply|call|keep)\b|\b(?:left|gave|told|sent) (?:me|us)\b|\b(?:is|are|am|was|were|do|does|did|can|could|should|would|will|has|have|get|gets|wants?)\b/i.test(
      text,
    )
  if (language === 'ja') return /(?:[うくすつぬぶむる]|たい|ない|して|てる|前|後|とき)$/.test(text)
  if (language === 'ko')
    return (
      text.split(' ').length > 5 ||
      text.split(' ').some((word) => ['asks', 'links'].includes(kindOf(word))) ||
      / ?[가-힣]+(?:에|에서|을|를|으로) [가-힣]+$/.test(text) ||
      /(?:^|\s)(?:누|누가|뭐|뭘|어디|언제|어떤|어떻게|왜|하루|매일|오늘|한눈)$|등등|(?:[가-힣](?:서|니까|는데|지만|려고|으로|불러주|해주|짜))$|해서 /.test(
        text,
      )
    )
  return /^(?:最近|每天|我|想|要|算|帮|自动|替)|(?:太|很|怎么|多少|什么|哪)/.test(text)
}
