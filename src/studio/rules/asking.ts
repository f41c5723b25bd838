/**
 * Qualities told as questions, by the noun of what is asked: 几点睡几点起 are two times of the day, 谁送了多少礼金 a person and a sum,
 * 什么项目 the project, 何を食べたか what was eaten. Only forms whose own words make no label; the others stay as said.
 */
import { foldHan } from '../../base/language/han.ts'
import { findUnit } from '../../base/language/units.ts'
import type { Language } from '../../spec.ts'

/** `kind`: as in a part; undefined where the label itself decides. */
export type Noun = { label: string; kind?: string; unit?: string }

export function nounsAsked(phrase: string, language: Language): Noun[] | null {
  const said = phrase.trim()
  if (said.length < 2 || said.length > 40) return null
  if (language === 'zh') return chinese(said)
  if (language === 'ja') return japanese(said)
  return null
}

const TIMES_ZH: [RegExp, string][] = [
  [/^(?:上床|去?睡(?:觉|着|下)?|入睡|躺下)$/, '入睡时间'],
  [/^(?:起(?:床|来)?|醒(?:来)?)$/, '起床时间'],
  [/^到(?:达|的)?$/, '到达时间'],
  [/^(?:走|离开?|下班)$/, '离开时间'],
  [/^(?:出门|出发)$/, '出发时间'],
  [/^(?:开始|开)$/, '开始时间'],
  [/^(?:结束|完)$/, '结束时间'],
  // One syllable is no noun: 几点喂 is the time of it.
  [/^.$/, '时间'],
]
function timeZh(verb: string): Noun {
  const known = TIMES_ZH.find(([is]) => is.test(verb))?.[1]
  return { label: known ?? (verb ? `${verb}时间` : '时间'), kind: 'time' }
}
/** 几点, and the verb up to the next question. */
const CLOCKS_ZH = /(?:在|是)?几点(?:钟|半)?([^几谁多什哪,]{0,4}?)(?:的|了|过)?(?=几点|$)/g

/** 多少: of money, of what a unit measures, of a thing. */
const AMOUNT_ZH = /^(.{0,4}?)(?:了|过|掉|出|出去)?(?:多少|几(?=[斤升公毫克米千里]))([\u4e00-\u9fff]{0,6})$/
function amountZh(said: string): Noun | null {
  const found = AMOUNT_ZH.exec(said)
  if (!found || /^(?:.*?)(?:烧|热|温)/.test(found[1]!)) return null
  const [, verb = '', of = ''] = found
  if (of === '' || /^(?:次|遍|回|天|页|个|人|件|本|只|张|度|步|小时|分钟|时间)/.test(of)) return null
  if (/^(?:钱|块钱?|元钱?)$/.test(of)) return { label: '金额', kind: 'money' }
  for (const length of [3, 2, 1]) {
    const unit = of.length >= length ? findUnit(of.slice(0, length), 'zh') : undefined
    if (!unit || unit.dimension === 'time') continue
    const noun = of.slice(length)
    return { label: noun ? `${verb}${noun}量` : said, kind: `qty:${unit.id}`, unit: unit.id }
  }
  return of.length >= 2 ? { label: of } : null
}

/** 什么, 啥, 哪位: the noun after it, or what was done to what. */
const WHICH_ZH = /^(?:.{0,3}?(?:了|过)?)(?:什么样?的?|啥|哪[个位种款家本些只节张间条门首道])([\u4e00-\u9fff]{1,4})$/
const NO_NOUN = /^(?:时候.*|样子?|样的|意思|了|的|没有|吗|的话)$/
const VERBS_ZH = /^(?:借|买|吃|做|用|来|去|付|送|还|说|看)$/

const WHO_ZH = /^谁(.{1,10})$/
function whoZh(said: string): Noun[] | null {
  const rest = WHO_ZH.exec(said)?.[1]
  if (rest === undefined) return null
  const at = rest.search(/多少|什么|啥|几点|哪/)
  const verb = (at < 0 ? rest : rest.slice(0, at)).replace(/[了过的]+$/, '')
  const who: Noun = { label: verb.length === 2 && at < 0 ? verb : verb ? `${verb}的人` : '谁', kind: 'person' }
  if (at < 0) return [who]
  const what = rest.slice(at)
  const others = chinese(`${/^(?:多少|什么|啥)/.test(what) ? verb : ''}${what}`) ?? [{ label: what }]
  return [who, ...others]
}

function chinese(whole: string): Noun[] | null {
  const folded = foldHan(whole)
  const said = folded.replace(/(?:的|了|呢|呀|啊)$/, '')
  const clocks = [...said.matchAll(CLOCKS_ZH)]
  if (clocks.length && said.search(CLOCKS_ZH) <= 1 && clocks.map(([one]) => one).join('').length >= said.length - 1)
    return clocks.map(([, verb = '']) => timeZh(verb))
  const who = whoZh(said)
  if (who) return who
  if (/^几月份?$/.test(said)) return [{ label: '月份', kind: 'text+' }]
  const amount = amountZh(said)
  if (amount) return [amount]
  // 婚礼是哪天, 下一步是哪天: the day of it.
  const day = /^([\u4e00-\u9fff]{2,6}?)(?:是|在|定在)?(?:哪一?天|几号|几月几号|什么时候|何时)$/.exec(said)?.[1]
  if (day && !/[了过]|上次|下次|上一次|下一次/.test(day)) return [{ label: /[日期]$/.test(day) ? day : `${day}日期`, kind: 'date' }]
  const long = /^(.{0,4}?)(?:了|过)?(?:几个?|多少个?)小时$/.exec(said)?.[1]
  if (long !== undefined) return [{ label: long ? `${long}时长` : '时长', kind: 'duration' }]
  if (/^几点(?:钟)?(?:到|至)几点/.test(said.replace(/^每[次天]/, '')))
    return [
      { label: '开始时间', kind: 'time' },
      { label: '结束时间', kind: 'time' },
    ]
  const which = WHICH_ZH.exec(said)?.[1]
  if (which && !NO_NOUN.test(which) && !VERBS_ZH.test(which))
    return [{ label: whole.slice(-which.length - (folded.length - said.length)).slice(0, which.length) }]
  return null
}

/** した of 勉強したか with the noun that does it: 勉強. */
const DONE_JA = /^(.{1,6}?)(?:を)?(?:した|する|やった|やる)$/
/** …かがわかるようにお願いします, …があればいいかな: that it is wanted. */
export const WANTED_JA =
  /(?:[がもをは])?(?:わか|分か|判か|見られ|見え|残せ|書け|つけられ|付けられ)る(?:よう(?:に|な)|やつ|もの).*$|(?:が|も)?あ(?:れば|ると|ったら)(?:いい|良い|うれし|嬉し|助か|ありがた|便利).*$/u
const PAST_JA = /(?:か|かどうか|の|のか)$/
const asNoun = (verb: string, what: string) => {
  const done = DONE_JA.exec(verb)?.[1]
  return done ? `${done}${what === '時刻' ? 'した時刻' : what}` : `${verb}${what}`
}
const ALSO_JA: Record<string, Noun> = {
  いくら: { label: '金額', kind: 'money' },
  何を: { label: '内容', kind: 'text+' },
  いつ: { label: '日付', kind: 'date' },
}
type FormJa = [RegExp, (verb: string, unit: string) => (Noun & { also?: Noun | undefined }) | null]
const FORMS_JA: FormJa[] = [
  [/^(?:.{0,4}(?:に|日|回|、))?何時間()(.*)$/, (verb) => ({ label: verb ? asNoun(verb, '時間') : '時間', kind: 'duration' })],
  [/^(?:.{0,4}(?:に|日|回|、))?何分()(.*)$/, (verb) => ({ label: verb ? asNoun(verb, '時間') : '時間', kind: 'duration' })],
  [/^いつ()(.{1,8}[ただ])$/, (verb) => ({ label: `${verb}日`, kind: 'date' })],
  [/^いつ()(.{1,8}?)(?:て|で)$/, (verb) => ({ label: `${verb}た日`, kind: 'date' })],
  [/^何時(?:に|から|頃|ごろ)*()(.*)$/, (verb) => ({ label: verb ? asNoun(verb, '時刻') : '時刻', kind: 'time' })],
  [/^(?:誰|だれ)と(?:一緒に)?()(.*)$/, () => ({ label: '相手', kind: 'person' })],
  [/^(?:誰|だれ)に()(.+)$/, (verb) => ({ label: `${verb}相手`, kind: 'person' })],
  [
    /^(?:誰|だれ)が(どの[\p{Script=Han}\p{Script=Katakana}ー]{1,6})[をが](.+)$/u,
    (verb, what) => ({ label: `${verb}人`, kind: 'person', also: { label: what.slice(2) } }),
  ],
  [/^(?:誰|だれ)が(いくら|何を|いつ)(.+)$/, (verb, what) => ({ label: `${verb}人`, kind: 'person', also: ALSO_JA[what] })],
  [/^(?:誰|だれ)が()(.+)$/, (verb) => ({ label: `${verb}人`, kind: 'person' })],
  [/^(?:誰|だれ)が?()()$/, () => ({ label: '誰', kind: 'person' })],
  [/^(?:どこ)(?:で|へ|に|まで)()(.*)$/, (verb) => ({ label: verb ? `${verb}場所` : '場所', kind: 'place' })],
  [
    /^何を()(.+)$/,
    (verb) => ({
      label: `${verb.replace(/^(?:した|やった)$/, 'した')}${/^(?:した|やった|する|やる)$/.test(verb) ? 'こと' : 'もの'}`,
      kind: 'text+',
    }),
  ],
  [/^(?:どの|どんな|何の)([\p{Script=Han}\p{Script=Katakana}ー]{1,8})(?:[をがでにだ].*)?()$/u, (_, noun) => ({ label: noun })],
  [/^何([a-zA-Zａ-ｚ]{1,4}|キロ|グラム|リットル|ミリ|センチ|メートル)(?:を)?(.*)$/, (verb, unit) => measuredJa(verb, unit)],
]
function measuredJa(verb: string, said: string): Noun | null {
  const unit = findUnit(said, 'ja')
  return verb && unit ? { label: `${verb}量`, kind: `qty:${unit.id}`, unit: unit.id } : null
}
function japanese(whole: string): Noun[] | null {
  const said = whole.replace(WANTED_JA, '').replace(PAST_JA, '')
  for (const [is, make] of FORMS_JA) {
    const found = is.exec(said)
    const one = found && make((found[2] ?? '').trim(), found[1] ?? '')
    if (!one) continue
    const { also, ...noun } = one
    return also ? [noun, also] : [noun]
  }
  return null
}
