/**
 * "metformin morning and evening, lisinopril at night", 降压药早上一片: what is taken, and at which times of the day.
 * A sentence is parted at its commas and at each new name; a time with no name of its own belongs to the one before.
 */

import { foldHan } from '../../base/language/han.ts'
import type { Reading } from '../../base/language/types.ts'
import type { Language } from '../../spec.ts'
import { withoutAddress } from './address.ts'

/** `name` is '' where only "my pills" are spoken of. */
export type Dose = { name: string; times: string[] }

const MEDICINE =
  /medic|pill|tablet|capsule|drug|\bmeds\b|antibiotic|insulin|inhaler|vitamin|supplement|magnesium|melatonin|aspirin|ibuprofen|paracetamol|omega|\d\s?mg\b|zinc\b|calcium|probiotic|药|维生素|维他命|益生菌|钙片|胰岛素|双胍|他汀|薬|サプリ|ビタミン|錠|약|영양제|비타민|유산균|오메가|마그네슘|인슐린/i

/** Parts of the day and when they are, the longest words first. */
const WHEN: Record<Language, [RegExp, string[]][]> = {
  en: [
    [/(?:with|after|before) (?:each|every|all) meals?|(?:three|3) times a day|with meals/i, ['08:00', '12:30', '19:00']],
    [/(?:twice|two times|2 times) a day/i, ['08:00', '20:00']],
    [/(?:before|at|by) bed(?:time)?|before (?:going to )?(?:bed|sleep)/i, ['22:00']],
    [/(?:with|after|before|at) breakfast|(?:in the |every |each )?mornings?|when i (?:wake|get) up/i, ['08:00']],
    [/(?:with|after|before|at) lunch|at noon|(?:at )?midday|lunchtime/i, ['12:30']],
    [/(?:in the |every |each )?afternoons?/i, ['15:00']],
    [/(?:with|after|before|at) (?:dinner|supper)|(?:in the |every |each )?evenings?/i, ['19:00']],
    [/(?:at |every |each )?nights?/i, ['21:00']],
  ],
  zh: [
    [/早中晚|一日三次|每日三次|一天三次|三餐[前后]?/, ['08:00', '12:30', '19:00']],
    [/早晚|一日两次|一天两次|每天两次/, ['08:00', '20:00']],
    [/临?睡前/, ['22:00']],
    [/早[上晨饭]?[前后]?|早餐[前后]?/, ['08:00']],
    [/中午|午[饭餐][前后]?/, ['12:30']],
    [/下午/, ['15:00']],
    [/傍晚|晚[饭餐][前后]?/, ['19:00']],
    [/晚上?|夜里?/, ['20:00']],
  ],
  ja: [
    [/毎食[前後]?|朝昼晩|1日3回|一日三回/, ['08:00', '12:30', '19:00']],
    [/朝晩|朝夕|1日2回|一日二回/, ['08:00', '20:00']],
    [/(?:寝る|就寝)(?:の)?前/, ['22:00']],
    [/朝食?[前後]?/, ['08:00']],
    [/昼食?[前後]?|お昼/, ['12:30']],
    [/夕(?:方|食[前後]?)/, ['19:00']],
    [/夜|晩/, ['20:00']],
  ],
  ko: [
    [/하루\s?(?:세|3)\s?번|매\s?끼니?(?:\s?식후)?|아침\s?점심\s?저녁/, ['08:00', '12:30', '19:00']],
    [/하루\s?(?:두|2)\s?번|아침\s?저녁/, ['08:00', '20:00']],
    [/(?:자기|취침)\s?전/, ['22:00']],
    [/아침(?:\s?식[전후])?/, ['08:00']],
    [/(?:점심|낮)(?:\s?식[전후])?/, ['12:30']],
    [/저녁(?:\s?식[전후])?/, ['19:00']],
    [/밤/, ['21:00']],
    [/식[전후]/, ['08:00', '12:30', '19:00']],
  ],
}
const APART: Record<Language, RegExp> = {
  en: /[,;.\n]| and (?!(?:in the )?(?:morning|noon|afternoon|evening|night)s?\b|(?:at|before) (?:night|bed|noon))/i,
  zh: /[,，、;；。\n]|还有|和(?=[^早中下晚]{2,})/,
  ja: /[,、;；。\n]|それと/,
  ko: /[,;.\n]|(?:하고|이랑|랑|그리고)\s/,
}
/** What stands around a name: that it is taken, how much, and that one wants to be told. */
const AROUND: Record<Language, RegExp> = {
  en: /^.*?(?:medic\w*|pills?|meds?|dose) (?:reminders?|trackers?|logs?|schedules?|lists?|apps?)\s?(?:for |:|-)?|^.*?\b(?:remind me (?:about|of)|remind me to|don't let me forget to|i have to|i need to|i must|to take|taking|take)\b|:|\b(?:at|in|on|the|my|a|an|one|two|half|both|each|also|then|please|daily|every ?day|every|for|with|and|to|take|takes?|\d+(?:\.\d+)?\s?(?:mg|ml|g|iu|mcg|times?|tablets?|pills?|capsules?|drops?|puffs?)|tablets?|pills?|capsules?|drops?|puffs?|of|o'clock|am|pm)\b|:\d\d/gi,
  zh: /^.*?(?:提醒我|记得|别忘了|要按时|按时)|提醒(?:我)?|[各吃服用打]|每天|每日|需要|[一二两三四半\d.]+(?:片|粒|颗|包|支|袋|勺|滴|毫升|ml|mg|次|点)|我要?|记录.*|的?药(?=$)(?<=^药)|[:：]/g,
  ja: /(?:を|は|に|も|(?<=[朝昼夜晩 ])と|と(?=[朝昼夜晩 ]))|(?:飲|服用|のん).*|(?:それぞれ|毎日|毎食)|[\d一二三]+(?:錠|カプセル|粒|包|滴|回|時)|(?:忘れ|記録|リマインド|知らせ|教え|管理|チェック|アプリ|作).*|[:：]/g,
  ko: /(?<=\s)약(?:의)?(?=\s|$)|(?:먹었|먹는|먹어|먹고|먹기|챙기|챙겨|복용|잊지|알림|알려|체크|기록|관리|만들|앱).*|하루|매일|[\d한두세]+\s?(?:알|정|포|번|시|캡슐)|(?:에는|에|은|는|을|를|이랑|랑)(?=\s|$)|[:：]/g,
}
const GENERIC =
  /^(?:(?:my |the )?(?:medicines?|medications?|meds|pills?|tablets?|drugs?|doses?)|药物?|吃药|药片|お?薬|服薬|약|복약|약들?|영양제)$/i

const clocksOf = ({ read }: Reading['values'][number]): string[] =>
  read.kind === 'time' || read.kind === 'datetime' ? [read.time] : read.kind === 'every' ? (read.at ?? []) : []

/** Empty where nothing is taken, or not at a time of the day. */
export function dosesIn(reading: Reading): Dose[] {
  const { language } = reading
  if (reading.text.length > 400 || !MEDICINE.test(language === 'zh' ? foldHan(reading.text) : reading.text)) return []
  // “Good morning, …” is no time to take anything.
  const opening = reading.text.lastIndexOf(withoutAddress(reading.text, language))
  const text = ' '.repeat(opening) + reading.text.slice(opening)
  const doses: Dose[] = []
  let from = 0
  for (const part of text.split(APART[language])) {
    const at = text.indexOf(part, from)
    from = at + part.length
    const clocks = reading.values.flatMap((value) => (value.start >= Math.max(at, opening) && value.end <= from ? clocksOf(value) : []))
    const { times, rest } = timesIn(blanked(part, at, reading), language, clocks)
    const name = nameOf(rest, language)
    const before = doses.at(-1)
    if (!times.length) continue
    if ((!name || GENERIC.test(name)) && before && !doses.some(({ name: known }) => !known)) before.times.push(...times)
    else doses.push({ name: GENERIC.test(name) ? '' : name, times })
  }
  return doses.map(({ name, times }) => ({ name, times: [...new Set(times)].sort() }))
}

/** Without the clock times in it. */
const blanked = (part: string, at: number, { values }: Reading): string =>
  values
    .filter((value) => value.start >= at && value.end <= at + part.length && clocksOf(value).length > 0)
    .reduceRight((text, { start, end }) => `${text.slice(0, start - at)} ${text.slice(end - at)}`, part)

/** A clock time says when the part of the day is: 아침 8시. */
function timesIn(part: string, language: Language, clocks: string[]): { times: string[]; rest: string } {
  let rest = language === 'zh' ? foldHan(part) : part
  const times: string[] = []
  for (const [words, when] of WHEN[language]) {
    const found = words.exec(rest)
    if (!found || (times.length && /^식/.test(found[0]))) continue
    times.push(...when)
    rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`
  }
  return { times: clocks.length ? clocks : times, rest }
}

/** 外婆的药:早上降压药: before the colon stands whose they are. */
const HEADED = /^[^:：\d]{2,30}[:：](?=.*\p{L})/u
function nameOf(rest: string, language: Language): string {
  const bare = rest
    .replace(HEADED, ' ')
    .replace(AROUND[language], ' ')
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
  const name = language === 'zh' || language === 'ja' ? bare.replace(/ /g, '').replace(/^の|の$/g, '') : bare
  return name.length > 24 || name.split(' ').length > 4 ? '' : name
}
