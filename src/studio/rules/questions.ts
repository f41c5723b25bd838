/**
 * Qualities asked for as questions: 有没有吃药 is yes or no, "몇 화까지 봤는지" a number, "축의금 얼마 받았는지" money. The answer
 * wanted decides the kind; the label keeps the person's words as far as they name the quality.
 */
import { foldHan } from '../../base/language/han.ts'
import type { Language } from '../../spec.ts'

export type Question = { label: string; kind: string }
/** `label`: which group of the match is the label, where it is not the whole phrase; `or` is used where that is empty. */
type Form = { is: RegExp; kind: string; label?: number; or?: string }

const FORMS: Record<Language, Form[]> = {
  en: [
    { is: /^(?:date )?\w+(?:ed|ght|ilt|ade|een|own|rote|ent|old) on$/i, kind: 'date' },
    { is: /^(.+?)[,:]? ?\(?(?:y\/n|yes\/no|yes or no)\)?$/i, kind: 'yesno', label: 1 },
    { is: /^how many (?:minutes|hours) .+$/i, kind: 'duration' },
  ],
  zh: [
    { is: /^(?:有没有|是否|有无|会不会|能不能|要不要|是不是|带不带|算不算|买不买|用不用).{1,10}$/, kind: 'yesno' },
    { is: /^.{0,8}?(.)没\1.{0,4}$/, kind: 'yesno' },
    { is: /^[^没几多什哪谁]{1,8}没有?$/, kind: 'yesno' },
    // 辣不辣 has degrees, 值不值 and 去不去 have none.
    { is: /^.{0,8}?([好难易辣甜咸酸苦香鲜油腻脆软硬痛疼痒累困忙贵吵热冷高快慢深浓大重美舒喜])不\1.{0,3}$/, kind: 'rating' },
    { is: /^.{0,8}?(.)不\1.{0,3}$/, kind: 'yesno' },
    { is: /^.{0,8}(?:哪一?天|什么时候|何时|几月几[号日]|几号).{0,8}$/, kind: 'date' },
    { is: /^.{0,8}(?:几个?|多少个?)(?:小时|分钟)$|^.{0,8}多长时间$/, kind: 'duration' },
    // 充了多少度, 走了多少步: how many of what is counted; 烧到多少度 is a temperature.
    { is: /^(?!.*[烧热温]).{1,6}了?多少(?!钱|时间|小时|分钟)[\u4e00-\u9fff]{1,2}$/, kind: 'num' },
    { is: /^.{0,8}几(?![点号月时]|个?人一).{1,3}$/, kind: 'num' },
    { is: /^.{0,8}(?:轻重|强弱|好坏|深浅|浓淡|咸淡|松紧)$/, kind: 'rating' },
  ],
  ja: [
    { is: /^.{1,12}(?:た|だ|る|の)人$/, kind: 'person' },
    { is: /^(.{1,12}?)(?:の)?(?:(?:あり|有り?)[・/\s]?(?:なし|無し?)|有無|[○◯]か?[×✕])$/, kind: 'yesno', label: 1 },
    // 修理が必要か, 無料か: whether it is so.
    {
      is: /^(?!.*(?:何|いくら|どこ|誰|だれ|いつ|どの|どれ|どう(?!か)|どちら)).{1,12}[がはも].{0,6}[\p{Script=Han}ー]か(?:どうか|否か)?$/u,
      kind: 'yesno',
    },
    { is: /^.{0,10}いつ(?!も|でも|まで|から).{0,10}か$/, kind: 'date' },
    { is: /^(?!どっち|誰|だれ)(.{0,10}?)[をがは]?いくら.{0,10}$/, kind: 'money', label: 1, or: '金額' },
    { is: /^(?:.{0,8}(?:を|ごとに))?何(?:[回杯個本枚冊話人匹点巻語字]|文字|ページ|セット)(?:まで)?.{0,6}$/, kind: 'num' },
    { is: /^(?:.{0,8}を)?何分.{0,6}$|^.{0,8}(?:どのくらい|どれくらい)(?:かか|した|やっ).{0,6}$/, kind: 'duration' },
    {
      is: /^(?!.*(?:何|いくら|どこ|誰|だれ|いつ|どの|どれ|どう(?!か)|どちら)).{2,16}(?:る|た|だ|い|う|く|す|む)か(?:どうか|否か)?$/,
      kind: 'yesno',
    },
  ],
  ko: [
    { is: /^(?:누구|누가).{0,12}$/, kind: 'person' },
    { is: /^(.{0,12}?)[은는이가을를]?\s?얼마(?!나).{0,10}$/, kind: 'money', label: 1, or: '금액' },
    { is: /^.{0,8}얼마나 .{1,10}$/, kind: 'rating' },
    { is: /^언제 .{1,10}[지나]$/, kind: 'date' },
    { is: /^(.{0,10}몇\s?(?:시간|분)).{0,10}$/, kind: 'duration', label: 1 },
    { is: /^(.{0,10}몇\s?시).{0,10}$/, kind: 'time', label: 1 },
    { is: /^(.{0,10}몇\s?[가-힣]{1,2}?(?:까지)?)(?:인지|(?:이었|였)는지|\s.{0,10})?$/, kind: 'num', label: 1 },
    {
      is: /^((?!.*(?:언제|어디|누구|누가|무엇|무슨|어떤|어떻게|얼마|왜|뭐)).{1,16}(?:는지|은지|인지|던지|[간본산온된한]지))(?:\s?여부)?[도를]?$/,
      kind: 'yesno',
      label: 1,
    },
  ],
}

/** What asks for a record before the question itself. */
const ASKED: Record<Language, RegExp> = {
  en: /^(?:and|also|note|log|record) /i,
  zh: /^(?:我?(?:还|也)?(?:想要?)?(?:记录?|看|知道)(?:一下|下)?|以及|还有)?\s*(?:每[天次个])?\s*的?/,
  ja: /^(?:あと|それと|、)/,
  ko: /^(?:그리고|또)\s*/,
}

/** The phrase as a question, if it asks one that names a quality. */
export function questionIn(phrase: string, language: Language): Question | null {
  const said = phrase.trim().replace(ASKED[language], '')
  if (said.length < 2 || said.length > 60) return null
  const folded = language === 'zh' ? foldHan(said) : said
  for (const { is, kind, label, or = '' } of FORMS[language]) {
    const found = is.exec(folded)
    if (!found) continue
    // Folding keeps the length, so places in one are places in the other.
    const words = label === undefined ? said : said.slice(0, (found[label] ?? '').length).trim()
    return { label: words || or, kind }
  }
  return null
}
