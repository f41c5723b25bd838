/** The app's name, icon and line of purpose, in the person's language. */
import type { Language } from '../spec.ts'
import type { Chosen } from './compose/choose.ts'
import type { Frame } from './frame/types.ts'
import type { Build } from './rules/build.ts'
import { isClause, nounPhrase, placeIn } from './rules/nouns.ts'
import { asLabel, bounded, t } from './rules/words.ts'

const TOO_LONG: Record<Language, number> = { en: 34, zh: 14, ja: 18, ko: 20 }
/** No part of a name in any language: signs, and an address. */
const SIGNS = /[。!?<>{}[\]\\^`|~@#$%*=]|\/\/|https?/i
const CLAUSE: Record<Language, RegExp> = {
  en: /\b(?:i|we|lol|pls|plz|gimme|begging|that|which|when|what|how|where|who|should|could|so that|because|me|you|is|are|am|was|be|it|from|help|if|whose)\b/i,
  zh: /我|帮|想|要|^(?:看看|看下|看一下|查看|算算|算一下|知道|了解|统计一下)|^[在正]|准备|時候|时候|[记記](?:一|录一|件|$)|的$|的(?:日期|时间|价格|金额)$/,
  ja: /たい|ほしい|して|する|ください/,
  ko: /싶|해줘|하고|하기/,
}
/** Words of wanting, of keeping and of speaking to somebody: what they stand in is no noun phrase. */
const WANTED: Record<Language, RegExp> = {
  en: /\b(?:wanna|gonna|gotta|lemme|smthn?|sth|summat|something|somethin|stuff|thing(?:y|ie)?|please|kindly|dear|mate|bruh|bro|hun|g'?day|hi|hiya|hello|hey|yo|sup|greetings|thanks?|evening all|favou?r|innit|ive|im|thats|its|dont|theres?|ppl|maintain|knock up|keep tabs)\b|^(?:track|keep|log|note|jot|write|record|lend|lent|want|need|like|love|after|losing|right|n)\b|^(?:the )?(?:bill|evening|way|track|list)$|'s$/i,
  zh: /[咗嘅哋啲喺俾畀唔俺她他它您呗谁誰哪跟]|[邊边](?:個|个|度|條|条|間|间|日)|^[幾几]|^(?:今[天晚早]|明[天晚早]|昨[天晚]|每[次天晚趟]|现在|現在|平时|平時|有时|有時)|^[一两兩三]?[個个]|^錢$|^钱$|麻烦|麻煩|拜托|拜託|兄弟|老师好|[让讓叫把被]|[整弄搞做]一?[个個]|^(?:记录|記錄|紀錄|登记|登記|记|記|[只次本条條]|过的|過的|同|和|还是|還是)|[用是在和跟给給把了着同]$/,
  ja: /^(?:今日|今夜|今年|毎日|毎回|毎晩|最近)は?$|を|(?:けど|ので|から|くて|じゃが|けえ|ですが|っす|ひど.て|つけ|つらい)$|^(?:えっと|えーと|えー+|えっ|あの|あー|うーん|ねえ|どの|どんな|何)|[はが][^\sーァ-ヶ]*(?:する|した|いる|いた|い)?$/,
  ko: /(?:^|\s)(?:이제|막|요즘|벌써|아직|지금)(?:\s|$)|^(?:야|저기요?|제가|내가|나|음|어) |자꾸|(?:거|꺼|것)$|^(?:거|꺼|것)|임$|할래$|(?:[가-힣]이|[가-힣]가|에서|에|인데|는데|해서|라서)$|(?:챙겨드|들어온)$/,
}
const isSentence = (text: string, language: Language): boolean =>
  SIGNS.test(text) || CLAUSE[language].test(text) || WANTED[language].test(text)

export function nameOf(frame: Frame, b: Build, chosen: Chosen): string {
  if (frame.name) return bounded(frame.name, 60)
  const fallback = b.defaultName ? b.say(b.defaultName) : b.say(t('My app / 我的应用 / マイアプリ / 내 앱'))
  const learned = !RESULTS.has(chosen.primary) && (frame.named ? nounPhrase(frame) : frame.learned)
  if (NAMED_BY_RULE.has(chosen.primary)) return learned && !learned.includes(fallback) ? asLabel(learned, 50) : bounded(fallback, 60)
  const own = spentOn(frame, chosen) ?? tripName(frame, chosen)
  if (own) return asLabel(own, 50)
  const topic = nounPhrase(frame)
  // "groceries and eating out": the first of several kinds of spending is not what all of it is called.
  if (chosen.primary === 'expenses' && frame.items.some((item) => item.head === '' && item.label === frame.topic)) return fallback
  return fits(topic, frame.language) && !frame.people.some((person) => topic.includes(person))
    ? asLabel(topic, 50)
    : learned
      ? asLabel(learned, 50)
      : fallback
}

/** What somebody is doing, or a noun phrase that lost its noun: no name either. */
const CUT_OFF =
  /^(?:in|at|on|of|from|with|by|about|working|putting|trying|going|getting|having|doing|looking|wanting|needing|keeping|using|taking|making|living|starting|setting|write|put|enter|note|remind|tell|text|show|give|never|always|can't|cannot|don't)\b|\b(?:the|an?|my|our|new|old|for|of|to|with|and|or|in|on|at|by|from|each|every|before|after)$/i

/** Named by what they work out, or wait for. */
const RESULTS = new Set<Chosen['primary']>(['calculator', 'converter', 'countdown'])
/** Families whose rule knows the better name. */
const NAMED_BY_RULE = new Set<Chosen['primary']>(['calculator', 'converter', 'countdown', 'collection', 'decision', 'intake', 'split'])

export function fits(topic: string, language: Language): boolean {
  if (topic.length < 2 || topic.length > TOO_LONG[language] || isSentence(topic, language) || /\d{3,}/.test(topic)) return false
  if (isClause(topic, language) || (language === 'en' && CUT_OFF.test(topic))) return false
  if (language === 'en') return topic.split(' ').length <= 5 && /[a-z]/i.test(topic)
  return /\p{L}/u.test(topic) && !/[をはがに로는은을를]$/.test(topic)
}

/** "엄마 환갑여행 다낭": the occasion stands before the word for a journey, the place after it. */
const TOWARD_KO =
  /(환갑|칠순|효도|신혼|가족|우정|졸업|수학|휴가|커플|태교|모녀)\s?여행\s+(?!계획|일정|경비|준비|예산|비용|관리|정리|기록|앱|가)([가-힣]{2,6})(?=\s\d|\s일정|[.,]|$)/

/** 京都旅行, "Utah trip": by where it goes, unless what was said is a name already. */
function tripName(frame: Frame, chosen: Chosen): string | null {
  if (chosen.primary !== 'trip') return null
  const { language } = frame
  const topic = nounPhrase(frame)
  if (language === 'en' && fits(topic, language)) return null
  const toward = language === 'ko' ? TOWARD_KO.exec(frame.reading.text) : null
  if (toward) return `${toward[2]} ${toward[1]}여행`
  const place = placeIn(frame.reading.text, language)
  if (!place) return null
  return { en: `${asLabel(place)} trip`, zh: `${place}之旅`, ja: `${place}旅行`, ko: `${place} 여행` }[language]
}

/** "what I spend on coffee" -> "Coffee spending". */
function spentOn(frame: Frame, chosen: Chosen): string | null {
  if (chosen.primary !== 'expenses') return null
  return onWhat(frame) ?? onMention(frame)
}

const SPENDING = /spend|expense|budget|money|花|记账|記帳|账本|开销|開銷|支出|家計|小遣い|出費|가계부|지출|용돈/i
/** "too much takeout lately": what is spent on, where only the ontology tells it. */
function onMention(frame: Frame): string | null {
  if (fits(nounPhrase(frame), frame.language) && !frame.named) return null
  const about = frame.mentions.find((one) => one.score >= 0.9 && one.concept.topic?.families?.includes('expenses'))
  // What is spent on nothing but spending.
  if (!about || SPENDING.test(about.text)) return null
  const word = about.text
  return { en: `${word} spending`, zh: `${word}开销`, ja: `${word}の支出`, ko: `${word} 지출` }[frame.language]
}

function onWhat(frame: Frame): string | null {
  const { language, topic } = frame
  if (language === 'en') {
    const on =
      /(?:spend(?:ing)?|expenses?|money|costs?)(?: (?:i|we) (?:spend|pay))? (?:on|for) (?:my |our |the )?([a-z][a-z' -]{1,24}?)$/i.exec(
        topic,
      )?.[1]
    return on && !isSentence(on, language) ? `${on} spending` : null
  }
  if (language === 'zh') {
    const on = /^(.{1,8}?)的?(?:开销|花费|消费|支出|开支|花销|花了多少|花的)/.exec(topic)?.[1]
    return on && !isSentence(on, language) && !SPENDING.test(on) ? `${on}开销` : null
  }
  if (language === 'ja') {
    const on = /^(.{1,10}?)(?:の|に使った)?(?:出費|支出|費用|お金)/.exec(topic)?.[1]
    return on && !isSentence(on, language) && !SPENDING.test(on) ? `${on}支出` : null
  }
  const on = /^(.{1,10}?)(?:값|\s?지출|\s?비용|에 쓴)/.exec(topic)?.[1]
  return on && !isSentence(on, language) ? `${on} 지출` : null
}

export function purposeOf(frame: Frame, b: Build, name: string): string {
  const labels = (b.main?.fields ?? [])
    .filter((field) => !field.hidden && field.kind !== 'schedule' && field.kind !== 'note')
    .slice(0, 3)
    .map((field) => field.label)
  const { language } = frame
  if (labels.length === 0) return bounded(name, 110)
  const joined =
    language === 'en'
      ? labels.map((label, at) => (at ? label.toLowerCase() : label)).join(', ')
      : labels.join(language === 'ko' ? ', ' : '、')
  return bounded({ en: `${joined} at a glance`, zh: `记录${joined}`, ja: `${joined}を記録`, ko: `${joined} 기록` }[language], 110)
}
