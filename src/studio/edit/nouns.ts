/** What is asked to be added, by its nouns, and the field that each becomes. */
import { mentions } from '../../base/concepts/index.ts'
import { read } from '../../base/language/read.ts'
import { findUnit } from '../../base/language/units.ts'
import { visibleCollections } from '../../base/resolve.ts'
import type { Field } from '../../spec.ts'
import { frameOf } from '../frame/read.ts'
import { gradesIn } from '../frame/settle.ts'
import type { Asked } from '../frame/types.ts'
import { ofKind } from '../marks/retype.ts'
import { cleaned } from '../rules/clean.ts'
import { guessKind } from '../rules/guess.ts'
import { fieldFor, type Part, partNamed } from '../rules/parts.ts'
import { questionIn } from '../rules/questions.ts'
import { wordingOf } from '../rules/wording.ts'
import { asLabel, bounded } from '../rules/words.ts'
import { type Clause, freeId } from './clause.ts'
import { LIST, withOptions } from './options.ts'
import { SCALE, SCALES } from './types.ts'

const OPENING =
  /^(?:(?:can you|could you|please|i|we|and|also|want|need|would like|to|add|include|track|keep|note|record|put|insert|append|have|with|plus|attach|a|an|the|another|one|more|new|some|field|column|called|named|for|of|my)\s+)+|^(?:请|帮我|我|还|再|也|想|要|给|它|里面|加上?|添加|增加|新增|补充|加入|记录|一个|一個|一栏|个|個|一列)+/iu
const CLOSING =
  /\s*(?:\b(?:too|as well|please|field|column|to (?:it|this|that|the app|each|every|the (?:form|list|app))(?:\s\w+)?|for (?:each|every)(?:\s\w+)?|option)\b|(?:的)?(?:字段|一栏|一列|栏|选项)|(?:も|を|も一緒に)?(?:追加|足|加え|入れ|つけ|付け|記録)(?:し|たい|て|で|く|ださい|る|ように|ほしい|欲しい|きる)*|(?:という|の)?(?:項目|欄|フィールド|列)|も?(?:ほしい|欲しい)(?:です)?|(?:항목|칸|필드|열)|(?:(?<!난이|온|습|속|밀|강|만족|중요|완성|선호|신선|숙련|위험|긴급)도|을|를)?\s?(?:추가|넣어|넣[자을]|더하자|붙이자|더해|붙여|달아|기록|포함)(?:하자|할래|할게|됐으면|해|하고|줘|주|세요|싶어|시켜|래|게|요|\s)*|(?:칸|항목|필드|란)(?:도|을|를|이|가)?(?:\s?(?:하나|좀))?(?:\s?만들(?:어|자|면)\s?(?:줘|주세요|요)?)?|(?:도|을|를)?\s?만들어\s?(?:줘|주세요|요)?|(?:도|을|를)?\s?(?:적을|쓸|입력할|기록할|넣을|남길|고를|볼)\s?수\s?있(?:게|도록|었으면|으면)[가-힣\s]*|(?:도|을|를)?\s?(?:적|쓰|남기|기록하|입력하)게\s?(?:해|하)[가-힣\s]*|(?:도|이|가)?\s?있으면 좋겠(?:어|다|네|음)?요?|(?:도|이|가)?\s?필요(?:해|함|할 ?듯)요?|(?:도|이|가)?\s?있어야\s?(?:돼|됨|되|해|함|할)[가-힣]*(?:\s듯)?|吧|了|ください)[。.!\s]*$/u

/** "add isbn to books", "members need an email too", 给会员加电话, 회원에 연락처 추가: where it goes is no part of what is added. */
function withoutHome(text: string, { spec }: Clause): string {
  for (const one of visibleCollections(spec))
    for (const name of [one.label, one.one]) {
      const label = `(?:the |my |our |each |every )?${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:s|es)?`
      const found =
        new RegExp(`^${label} (?:(?:also )?(?:needs?|wants?|should (?:also )?have|has|have|gets?)) (.+)$`, 'i').exec(text) ??
        new RegExp(`^(.+?) (?:to|in|into|for|of|on) ${label}(?: too| as well| list)?$`, 'i').exec(text) ??
        new RegExp(`^(?:给|在|往)${name}(?:里|中|上)?(.+)$`, 'u').exec(text) ??
        new RegExp(`^${label}(?:にも|に|へ|에게|에도|에다|에|한테)\\s?(.+)$`, 'iu').exec(text)
      if (found?.[1] && name.length > 1) return found[1]
    }
  // 给客户加个生日: whose it is, by a word of one's own.
  return /^给[^,，。加添]{1,6}?(?:再|也|都)?(?:加|添)(?:上|个|一个)?(.+)$/u.exec(text)?.[1] ?? text
}

/** 次回は公民館: something is said of it, and nothing asked for. */
const SAID_OF = /^[^は]{1,12}は[^は]{2,}$/u
const ASKS = /^(?:誰|どこ|いつ|何[をがで]|どの|どれ)[^、。]{1,16}か$|^(?:누구|누가|어디|언제|무엇|뭘|왜|어떻게)[^,.]{1,16}지$/
/** The nouns asked to be added. */
export function nounsOf(clause: Clause): string[] {
  let text = withoutHome(clause.text.replace(/[。.!！]+$/u, ''), clause).replace(
    / should be (?:a|an|its own|another|an extra) (?:field|column)(?: too| as well)?$/i,
    '',
  )
  for (let i = 0; i < 4; i++) text = text.replace(CLOSING, '').trim()
  text = text.replace(OPENING, '').replace(SCALES, '').trim()
  // 誰と行ったか, "who came and when": a question is one, whatever joins its words.
  const parts = ASKS.test(text) ? [text] : text.split(LIST)
  return parts
    .map((part) => part.replace(OPENING, '').replace(CLOSING, '').trim())
    .map((part) =>
      ASKS.test(part)
        ? part
        : (questionIn(part, clause.language)?.label ?? cleaned(part, clause.language))
            .replace(/(?<=[가-힣]지)(?:도|를|가)$/, '')
            .replace(/(?<=.)[もをが]$/u, '')
            .replace(/^(?:an?|the)\s+/i, '')
            .trim(),
    )
    .filter((part) => part !== '' && part.length <= 60 && !(clause.language === 'ja' && SAID_OF.test(part)))
    .slice(0, 8)
}

/** "an invoice paid checkbox": the last word is the kind of field, not its name. */
const TYPED: [RegExp, string][] = [
  [/\s*(?:\b(?:check ?box|tick ?box|yes\/no|toggle)|勾选框?|复选框|チェック(?:ボックス|欄)?|체크 ?박스|체크 ?[칸란]|체크)$/i, 'yesno'],
  [/\s*(?:\bstar rating|打星|の星評価|별점 평가)$/i, 'rating'],
]

export const namesItsKind = (noun: string): boolean => TYPED.some(([pattern]) => pattern.test(noun))

export function fieldNamed(noun: string, clause: Clause, taken: readonly string[], options: string[]): Field {
  const { language, ctx } = clause
  const grades = gradesIn(noun)
  if (grades && grades.start > 0 && !options.length) return fieldNamed(noun.slice(0, grades.start).trim(), clause, taken, grades.options)
  const wording = options.length ? null : wordingOf(noun, language)
  if (wording) {
    const { label, which } = wording
    const kind = wording.kind ?? (which && !partNamed(label) ? 'text' : learnedKind(label, partNamed(label), clause))
    return fieldAsked({ ...wording, label, kind, start: 0, ...(partNamed(label) && { part: partNamed(label) }) }, clause, taken)
  }
  const unitSaid = /^(.{1,40}?)(?: in |\s?[(（])([a-zA-Z°/%]{1,12}|公斤|斤|厘米|毫升|キロ|킬로)[)）]?$/u.exec(noun)
  const unit = unitSaid ? findUnit(unitSaid[2]!, language)?.id : undefined
  const word = unit
    ? unitSaid![1]!.trim()
    : noun.replace(/\s*(?:out of \d+|\(?1\s?[-–~]\s?\d+\)?|from \d+ to \d+|\d+\s?(?:点満点|점 ?만점|分制))\s*/i, ' ').trim() || noun
  const counted = /^(.{1,40}?)\s?[(（](?:개|명|회|번|장|권|쪽|페이지|마리|잔|병|통|대|곡|편|점|세트|박스|단|송이|판|알)[)）]$/u.exec(
    noun,
  )?.[1]
  if (counted) return fieldFor(freeId(partNamed(counted)?.id ?? 'number', taken), 'num', asLabel(counted), language, ctx.currency)
  const typed = TYPED.find(([pattern]) => pattern.test(word) && word.replace(pattern, '').trim() !== '')
  if (typed) {
    const bare = word.replace(typed[0], '').trim()
    return fieldFor(
      freeId(partNamed(bare)?.id ?? (/^[\x20-\x7e]+$/.test(bare) ? bare : 'extra'), taken),
      typed[1],
      asLabel(bounded(bare, 60)) || bare,
      language,
      ctx.currency,
    )
  }
  const part = partNamed(word)
  const id = freeId(part?.id ?? (/^[\x20-\x7e]+$/.test(word) ? word : 'extra'), taken)
  const label = asLabel(bounded(word, 60)) || word
  if (options.length >= 2) return { id, label, kind: 'choice', options: withOptions([], options) }
  const scale = SCALE.exec(clause.low)
  const max = scale ? Number(scale[1] ?? scale[2] ?? scale[3]) : undefined
  const kind = unit ? `qty:${unit}` : max !== undefined && max >= 2 && max <= 10 ? 'rating' : learnedKind(word, part, clause)
  const made = fieldFor(id, kind, label, language, ctx.currency)
  return made.kind === 'rating' && max !== undefined && max >= 2 && max <= 10 ? { ...made, max } : made
}

/** What a clause asks for, read as a wish is: the words that the marks are sure of, each of its kind and with its options. */
export function askedIn(clause: Clause): Asked[] {
  const { ctx, language } = clause
  const text = withoutHome(clause.text, clause)
  const said = text === clause.text ? clause.reading : read(text, { now: ctx.now, language, currency: ctx.currency })
  const frame = frameOf(said, { now: ctx.now, currency: ctx.currency, people: [], mentions: mentions(said) })
  const found = frame.asked.filter(({ sure, label }) => sure && !isOnlyBox(label))
  // "priority high medium low": a word of what it can be is none beside it.
  const isOption = (one: Asked) =>
    found.some(
      (other) => other !== one && other.options?.some((option) => one.label.toLowerCase().split(' ').includes(option.toLowerCase())),
    )
  const asked = found.filter((one) => !isOption(one))
  const grades = gradesIn(clause.text)
  const [only] = asked
  // 난이도도 추가해줘 상중하로: in how many steps is said after the verb.
  if (grades && only && asked.length === 1 && !only.options) return [{ ...only, kind: 'choice', part: undefined, options: grades.options }]
  return asked.map((one) => (TICKED.test(clause.low) && !one.options ? { ...one, kind: 'yesno', part: undefined } : one))
}
/** That it is to be ticked says that it is a yes or a no. */
const TICKED = /\b(?:check ?box|tick ?box|tick|toggle)|チェック|체크|[勾剔]/
/** A box for something is none of its names. */
const isOnlyBox = (label: string): boolean =>
  /^(?:an? )?(?:field|column|box|spot|place|(?:check|tick) ?box|line|slot|row)s?$|^(?:欄|栏|列|格子?|字段|欄位|項目|チェック(?:欄)?|칸|항목|란)$/i.test(
    label,
  )

export function fieldAsked(one: Asked, { language, ctx }: Clause, taken: readonly string[]): Field {
  const label = asLabel(bounded(one.label, 60))
  const id = freeId(one.part?.id ?? (/^[\x20-\x7e]+$/.test(one.label) ? one.label : 'extra'), taken)
  if (one.options?.length)
    return {
      id,
      label,
      kind: 'choice',
      options: withOptions(
        [],
        one.options.map((option) => asLabel(option, 40)),
      ),
    }
  const made = fieldFor(id, one.unit ? `qty:${one.unit}` : one.kind, label, language, ctx.currency)
  const max = one.scale?.[1]
  return made.kind === 'rating' && max !== undefined && max >= 2 && max <= 10 ? { ...made, max } : made
}

/** As a wish for the same quality would have it (marks/retype.ts). */
function learnedKind(word: string, part: Part | undefined, { reading, language }: Clause): string {
  const question = part ? undefined : questionIn(word, language)?.kind
  if (question) return question
  const start = Math.max(0, reading.text.indexOf(word))
  const asked: Asked = { label: word, kind: part?.kind ?? guessKind(word), start, ...(part && { part }) }
  return ofKind(asked, [start, start + word.length], { reading, language, mentions: mentions(reading) }).kind
}
