/**
 * A quality that is asked for in a clause, as one would write it over a column: 수확량은 몇 kg인지 is 수확량 in kilograms, "which
 * bus it was" Bus, 是母乳还是奶粉 one of the two. Where no noun lies in the clause its own words stay. Pure.
 */
import { foldHan } from '../../base/language/han.ts'
import { withoutJosa } from '../../base/language/korean.ts'
import { findUnit } from '../../base/language/units.ts'
import type { Language } from '../../spec.ts'
import { partNamed } from './parts.ts'

/** `kind` as in a part; undefined where the noun itself decides. `options`: one of them is the answer. */
export type Wording = {
  label: string
  kind?: string
  unit?: string
  options?: string[] /** Which of several: words, and no figure. */
  which?: true
}

export function wordingOf(clause: string, language: Language): Wording | null {
  const said = clause.trim().replace(/[?？!！.。]+$/u, '')
  if (said.length < 2 || said.length > 60) return null
  return alternativesIn(said, language) ?? NOUNS[language](said)
}

/** It asks, and names nothing: 언제, 何分やったか, "how long it took". */
export const isBareQuestion = (label: string, language: Language): boolean => ASKING[language].test(label)
const ASKING: Record<Language, RegExp> = {
  en: /^(?:at |on |in |from |for )?(?:how|when|where|who|what|which)\b/i,
  zh: /[几幾谁誰哪啥乜咩]|什么|什麼|多少|多久|多[长長]|邊個|邊度|怎[么麼]/,
  ja: /何|いつ|誰|だれ|どこ|どの|どれ|いくら|いくつ|なんぼ/,
  ko: /(?:^|\s)(?:언제|누가|누구|뭐|뭘|무엇|몇|얼마|어디|무슨|어느|어떤)|^몇/,
}

/** Nothing but the question and a verb that says no more: 몇 시간 했는지, 几点喂的. The name that a field of that kind has already is better. */
export const saysLittle = (label: string, language: Language): boolean => LITTLE[language].test(label)
const LITTLE: Record<Language, RegExp> = {
  en: /^(?:at |on )?(?:when|what time|what day|how (?:long|much|many|many hours|many minutes)|who)(?: it was| it took| was it)?$/i,
  zh: /^(?:是|在)?(?:几点|幾點|多久|多长时间|多少|多少钱)[^开開结結始束起睡走到]?的?$|^.了?(?:多久|多少|多少钱)$|^.{1,2}[时時][间間长長]$/,
  ja: /^(?:いつ|何時|何分|何時間|いくら|誰)(?:に|が|と|か)?$|^(?:やった|した|かかった)(?:時間|時刻|日)$/,
  ko: /^(?:언제|몇 ?시(?:간|에)?|몇 ?분|얼마나?|누가|누구)(?: ?(?:했는지|한지|하는지|먹었는지|썼는지|걸렸는지|인지|였는지))?$/,
}

// ---- One or the other ------------------------------------------------------------------------------------------

/** Groups `what`: the noun that the alternatives are of; the others the alternatives. */
const EITHER: Record<Language, RegExp> = {
  en: /^(?:(?:whether|if|either|was|is|did) )?(?:(?:it|that|this|they|he|she|i|we|the \w+)(?:'s|'ve| is| was| were| are| has| had| have)? )?(?:(?<what>[a-z]+ed|paid|sent|sold|came|went|bought|[a-z]+ (?:by|with|in))(?: (?:by|with|in|for))? )?(?<one>\p{L}[\p{L}'-]*(?: (?!or\b)\p{L}[\p{L}'-]*)?)(?:, \p{L}[\p{L}' -]{1,24})*,? or (?<other>(?!not\b|so\b|more\b|less\b)\p{L}[\p{L}'-]*(?: [\p{L}'-]+){0,2})$/iu,
  zh: /^(?:(?<what>[^是还還,，\s]{2,6}?)(?:[\s:：是]|(?<=方式|方法|时间|时段|种类|类型|状态|時間|時段|種類|類型|狀態)))?[是用算]?(?<one>[^是还還或]{1,6}?)的?(?:还是|還是|或者?|抑或)是?(?<other>[^是或]{1,6}?)的?$/u,
  ja: /^(?:(?<what>[^はが]{1,10})[はが])?(?<one>[\p{Script=Han}ァ-ヶー]|[^はがを、]{2,10}?)か[、,\s]?(?:それとも)?(?:(?<other>(?!どう|な[いか]|[っるれりらんいだで])[^はがを、]{1,10}?)か|(?<last>[\p{Script=Han}ァ-ヶー]{2,8}))$/u,
  ko: /^(?:(?<what>[가-힣 ]{1,12}?)(?:이|가|은|는)?\s)?(?<one>[가-힣A-Za-z]{1,8})인지(?:\s|,\s?|\s아니면\s)(?<other>[가-힣A-Za-z]{1,8})인지$/u,
}
/** Two verbs are a yes and a no, and no things of which one is chosen. */
const ASKS_ELSE: Record<Language, RegExp> = {
  en: /^(?:yes|no|who|what|when|where|how|which|if|whether)\b/i,
  zh: /[几幾谁誰哪啥]|什么|什麼|多少|^(?:不|没|沒)/,
  ja: /何|いつ|誰|どこ|どの|どれ|どう|いくら|いくつ|なんぼ/,
  ko: /^(?:누구|뭐|무엇|언제|어디|몇|얼마|어떤)/,
}
/** 过数定现金: "or" in Cantonese, where nothing is settled by it. */
const CANTONESE_OR = /^(?<one>[^一决決固肯确確约約规規指限稳穩預预]{1,4})定(?<other>[^的了]{2,5})$/u

function alternativesIn(said: string, language: Language): Wording | null {
  const found = EITHER[language].exec(said) ?? (language === 'zh' ? CANTONESE_OR.exec(said) : null)
  const { what, one, last, other = last } = found?.groups ?? {}
  if (!one || !other || one === other || [one, other].some((each) => ASKS_ELSE[language].test(each))) return null
  const options =
    language === 'en'
      ? said.slice(said.indexOf(one)).split(/, (?:or )?| or /i)
      : [one, other].map((each) => each.replace(/(?<=.)(?:だった|である|だ)$/u, ''))
  if (options.length > 6 || options.some((each) => !each || each.length > 24)) return null
  const shared = language === 'en' ? tailOf(options) : options
  return { label: what?.trim() || shared.map((each) => each.trim()).join('/'), kind: 'choice', options: shared }
}
/** "before or after a meal": what follows the last is of each. */
function tailOf(options: readonly string[]): string[] {
  const tail = /^(?:before|after|inside|outside|with|without|above|below|over|under) (.+)$/i.exec(options.at(-1)!)?.[1]
  return options.map((one, n) => (tail && n < options.length - 1 && /^\w+$/.test(one) ? `${one} ${tail}` : one))
}

// ---- The noun in a question ------------------------------------------------------------------------------------

const NOUNS: Record<Language, (said: string) => Wording | null> = { en: english, zh: chinese, ja: japanese, ko: korean }

const PRONOUN = "(?:i|we|you|they|he|she|it|this|that)(?:'ve|'s|'re|'d|'m)?"
const HELPING = '(?:is|are|was|were|has|have|had|did|does|do|been|be|am)'
const WHETHER_EN = new RegExp(`^(?:whether|if)(?: or not)? (?:${PRONOUN} )?(?:(?:${HELPING}) )*(?<rest>\\w.*)$`, 'i')
/** Whom or what it was done to says nothing over a column. */
const OBJECT_EN = /^(\w+(?:ed|en)|paid|sent|done|sold|read|kept|got|gone|back) (?:it|them|me|us|him|her|this|that|one)$/i
const IT_WAS_EN = new RegExp(
  `^(?:the |a |an |his |her |their |its |my |our )?(?<noun>[a-z]+(?: [a-z]+)?) ${HELPING} (?<rest>\\w+(?:ed|en)|broken|paid|sold|sent|done|raining|ready|sealed|locked|clean|full|empty)$`,
  'i',
)
const NO_NOUN_EN =
  /^(?:i|we|you|they|he|she|it|this|that|the|is|are|was|were|did|do|does|happened|for|else|went|got|has|have|had|to|if|one|ones|time|day|way|will|would|can|could|my|your|his|her|our|their|a|an)$/i
function english(said: string): Wording | null {
  const not = said.replace(/,? or not$/i, '')
  const rest = WHETHER_EN.exec(not)?.groups?.rest
  if (rest || not !== said) {
    const bare = (rest ?? not).replace(/^(?:already|actually|still|also|just|even|ever) /i, '')
    const done = IT_WAS_EN.exec(bare)?.groups
    return { label: done?.rest ?? OBJECT_EN.exec(bare)?.[1] ?? bare, kind: 'yesno' }
  }
  const done = OBJECT_EN.exec(said)?.[1]
  if (done) return { label: done, kind: 'yesno' }
  const which = /^(?:(?:in|on|at|for|from|to|with|by) )?(which|what) (?!time\b|day\b|date\b)([a-z]+)(?: ([a-z]+))?(?: (.+))?$/i.exec(said)
  if (!which || NO_NOUN_EN.test(which[2]!) || (which[1]!.toLowerCase() === 'what' && !which[3])) return null
  const [, , first = '', second] = which
  const twoWords =
    second &&
    !NO_NOUN_EN.test(second) &&
    which[4] !== undefined &&
    new RegExp(`^(?:${PRONOUN}|the|my|our|his|her)(?: |$)`, 'i').test(which[4])
  const after = twoWords ? which[4]! : [second, which[4]].filter(Boolean).join(' ')
  const clause = after === '' || new RegExp(`^(?:${PRONOUN}|${HELPING}|the|my|our|his|her|to)(?: |$)`, 'i').test(after)
  return clause ? { label: twoWords ? `${first} ${second}` : first, which: true } : null
}

const WHO_ZH = '(?:谁|誰|哪位|边个|邊個)'
const FORMS_ZH: [RegExp, string?][] = [
  // 什么原因, 哪盆花, 邊條路線: the noun after the word that asks.
  [
    /^(?:是|用的?|在|喺|去|打的?)?(?:什么|什麼|啥|咩|乜嘢?|哪[个個位种種款家本些只隻节節张張间間条條门門首道盆台臺辆輛栋棟座所支件双雙只匹头頭]|边[个個间間条條只隻部架]|邊[个個间間条條只隻部架])(?!时|時|人$|样|樣|意思|办)(?<noun>[\u4e00-\u9fff]{1,4}?)(?:[吐喝吃食来來去走坏壞](?:咗|了)|$)/u,
  ],
  [new RegExp(`^(?<noun>[\\u4e00-\\u9fff]{2,5}?)(?:是|叫)${WHO_ZH}$`, 'u'), 'person'],
  [/^(?<noun>[\u4e00-\u9fff]{2,5}?)(?:是|叫)(?:什么|什麼|啥|咩|乜)$/u],
  [/^(?<noun>[\u4e00-\u9fff]{2,6}?)(?:怎么样|怎麼樣|怎样|怎樣|如何|咋样|點樣|好不好)$/u],
  [/^(?<noun>[\u4e00-\u9fff]{2,5}?)(?:在|係)?(?:哪儿|哪里|哪裡|边度|邊度)$/u, 'place'],
]
/** 里程多少, 電話幾多: what is named before the figure, and no verb with it. */
const FIGURE_ZH = /^(?<noun>[\u4e00-\u9fff]{2,5}?)(?:是|有|係)?(?:多少|几多|幾多|几何)$/u
const MEASURED_ZH = /(?:[率量值数數额額费費金价價分度压壓糖距程重高长長]|电话|電話|号码|號碼|电费|里程|工资)$/u
const VERBAL_ZH = /[了过過的咗得]|[在放到去]$|^(?:花|欠|收|卖|賣|买|買|赚|賺|喝|吃|用|跑|走|借|付|给|給|還|还|练|練|加|打|下|赢|輸|输|得)./u
function chinese(said: string): Wording | null {
  const figure = FIGURE_ZH.exec(said)?.groups?.noun
  if (figure && !VERBAL_ZH.test(figure) && (partNamed(figure) || MEASURED_ZH.test(figure))) return { label: figure }
  for (const [is, kind] of FORMS_ZH) {
    const noun = is.exec(said)?.groups?.noun
    if (noun && !VERBAL_ZH.test(noun) && !/[几幾谁誰哪]|什么|多少/.test(foldHan(noun)))
      return { label: noun, ...(kind ? { kind } : { which: true }) }
  }
  return null
}

const FORMS_JA: [RegExp, string?][] = [
  [/^(?<noun>[^はがをにで]{1,10}?)[はが](?:何|なに|なん)(?:だったか|か|だか)$/u],
  [/^(?<noun>[^はがをにで]{1,10}?)[はが](?:誰|だれ)(?:だったか|か)$/u, 'person'],
  [/^(?<noun>[^はがをにで]{1,10}?)[はが]どこ(?:だったか|か)$/u, 'place'],
  [/^(?<noun>[^はがをにで]{1,10}?)[はが]いつ(?:だったか|か)$/u, 'date'],
  [/^(?<noun>[^はがをにで]{1,10}?)[はが]いくつ(?:だったか|あったか|か)$/u, 'num'],
  [/^(?<noun>[^はがをにで]{1,10}?)[はが](?:いくら|なんぼ)(?:だったか|やったか|か)$/u, 'money'],
  [/^(?:どの|何の|どんな|どこの)(?<noun>[\p{Script=Han}\p{Script=Katakana}ー]{2,8})(?:か|[をがにでと].*)?$/u],
]
function japanese(said: string): Wording | null {
  for (const [is, kind] of FORMS_JA) {
    const noun = is.exec(said)?.groups?.noun
    if (noun && !isBareQuestion(noun, 'ja')) return { label: noun, ...(kind ? { kind } : { which: true }) }
  }
  return null
}

const FORMS_KO: [RegExp, string?][] = [
  [/^(?:무슨|어느|어떤)\s(?<noun>[가-힣A-Za-z]{1,8})인지$/u],
  [/^(?:무슨|어느|어떤)\s(?<noun>[가-힣A-Za-z]{1,8}?)(?:[을를에]|에서|으로|한테)?$/u],
  [/^(?:무슨|어느|어떤)\s(?<noun>[가-힣A-Za-z]{1,8}?)(?:[이가을를에랑로]|에서|으로|한테|이랑)?\s[가-힣 ]{1,12}[지고나]$/u],
  [/^(?<noun>[가-힣 ]{1,10}?)(?:이|가|은|는)?\s?(?:뭔지|뭐였는지|뭐인지|무엇인지|무언지|어땠는지|어떤지|어떠신지)$/u],
  [/^(?<noun>[가-힣 ]{1,10}?)(?:이|가|은|는)\s?(?:누구인지|누군지|누구였는지)$/u, 'person'],
  [/^(?<noun>[가-힣 ]{1,10}?)(?:이|가|은|는)\s?언제(?:인지|였는지|까지인지)$/u, 'date'],
  [/^(?<noun>[가-힣 ]{1,10}?)(?:이|가|은|는)?\s?(?:얼마인지|얼마였는지|얼만지|얼마나 되는지)$/u, 'money'],
]
const MEASURED_KO = /^(?<noun>[가-힣 ]{1,10}?)(?<josa>[은는])?\s몇\s?(?<unit>[가-힣A-Za-z]{1,4}?)(?:인지|였는지|이었는지)?$/u
function korean(said: string): Wording | null {
  const measured = MEASURED_KO.exec(said)?.groups
  const unit = measured ? findUnit(measured.unit!, 'ko') : undefined
  if (measured && !isBareQuestion(measured.noun!, 'ko')) {
    const label = measured.noun!.trim()
    if (unit && unit.dimension !== 'time') return { label, kind: `qty:${unit.id}`, unit: unit.id }
    // 색 몇 볼: two of them, unless it is said of the one.
    return measured.josa ? { label, kind: unit ? 'duration' : 'num' } : null
  }
  for (const [is, kind] of FORMS_KO) {
    const noun = is.exec(said)?.groups?.noun?.trim()
    if (!noun || isBareQuestion(noun, 'ko')) continue
    const label = noun.length > 2 ? withoutJosa(noun) : noun
    const part = partNamed(label)
    // 주행거리 얼마인지: a distance is none of money.
    return { label, ...(!kind ? { which: true } : !(kind === 'money' && part && part.kind !== 'money') && { kind }) }
  }
  return null
}
