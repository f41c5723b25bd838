/** What a field holds before anything is entered: "default currency account: cash", 金额默认100, 場所の初期値は自宅, 회비 기본값 2만원. */
import { fold, optionNamed, visibleFields } from '../../base/resolve.ts'
import type { Collection, Field, Language, Value } from '../../spec.ts'
import { amountIn } from './amounts.ts'
import { type Clause, type Rule, SURE } from './clause.ts'
import { SAY } from './say.ts'
import { hitsIn } from './targets.ts'

const DEFAULT =
  /\bdefaults?\b(?: values?)?|\bpre-?fill(?:ed)?\b|默认值?|預設值?|预设值?|初始值|デフォルト(?:値)?|初期値|既定値?|기본(?:\s?값)(?:을|를|은|는|으로)?|기본으로|디폴트(?:\s?값)?/iu
/** Words of setting, and of leading to the value. */
const AROUND =
  /\b(?:please|can you|could you|set|make|use|put|should|be|to|is|as|of|for|the|a|an|by|with|in|it|every|each|value|always|at)\b|[请幫帮]我?|把|将|的|值|[设設][置定]?(?:成|为|為)?|改成|改为|换成|都?是|[为為]|填|(?:を|に|は|が|の|で)(?=\s|$|[^ぁ-ん]|して|設定|なって)|して(?:ください|おいて|ほしい|欲しい)?|設定|入れて(?:おいて)?|となるように|なるように|(?:으로|로|을|를|은|는|이|가|의)(?=\s|$)|설정|바꿔|맞춰|채워|넣어|해\s?(?:줘|주세요|둬)?|줘|주세요/giu
const TODAY = /\btoday\b|今天|当天|今日|当日|오늘|당일/i
const YES = /\b(?:yes|true|on|ticked|checked)\b|是|勾选|はい|オン|예|체크/i
const NO = /\b(?:no|false|off|unticked|unchecked)\b|否|不勾|いいえ|オフ|아니/i
const HELD: Record<Language, (value: string) => string> = {
  en: (value) => `${value} by default`,
  zh: (value) => `默认 ${value}`,
  ja: (value) => `初期値 ${value} `,
  ko: (value) => `기본값 ${value}`,
}

export const setDefault: Rule = (clause) => {
  const cue = DEFAULT.exec(clause.text)
  const { collection, language } = clause
  if (!cue || !collection) return null
  const hits = hitsIn(clause).filter(({ start, end }) => end <= cue.index || start >= cue.index + cue[0].length)
  const [hit] = hits.sort((a, b) => b.score - a.score)
  let rest = clause.text
  for (const [from, to] of [[cue.index, cue.index + cue[0].length], ...(hit ? [[hit.start, hit.end]] : [])] as [number, number][])
    rest = rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to)
  const home = hit ?? figured(collection, clause)
  if (!home) return null
  const value = heldIn(home.field, rest, clause)
  if (value === undefined) return null
  const { said, held } = value
  return {
    edits: [{ do: 'change-field', collection: home.collection.id, field: { ...home.field, default: held } }],
    said: SAY.changed[language](home.field.label, HELD[language](said)),
    sure: SURE.said,
  }
}

const KEPT: Record<string, Field['kind'][]> = {
  money: ['money'],
  quantity: ['quantity', 'duration'],
  duration: ['duration'],
  number: ['number', 'money', 'quantity'],
}
/** The field that has such figures, where none is named. */
function figured(collection: Collection, { reading }: Clause): { collection: Collection; field: Field } | undefined {
  const kind = reading.values.map(({ read }) => KEPT[read.kind]).find(Boolean)
  const field = visibleFields(collection).find((one) => kind?.includes(one.kind))
  return field && { collection, field }
}

function heldIn(field: Field, rest: string, { reading }: Clause): { held: Value; said: string } | undefined {
  switch (field.kind) {
    case 'money':
    case 'number':
    case 'quantity':
    case 'duration':
    case 'rating': {
      const amount = amountIn(reading)
      return amount && { held: amount.value, said: amount.found.text.trim() }
    }
    case 'choice': {
      const option = optionNamed(rest, field.options)?.option
      return option && { held: option.id, said: option.label }
    }
    case 'yesno':
      return NO.test(rest) ? { held: false, said: '✗' } : YES.test(rest) ? { held: true, said: '✓' } : undefined
    case 'date':
    case 'datetime': {
      const today = TODAY.exec(rest)?.[0]
      return today === undefined ? undefined : { held: field.kind === 'date' ? 'today' : 'now', said: today }
    }
    case 'text':
    case 'place':
    case 'person':
    case 'note': {
      const said =
        /["“「『'](.+?)["”」』']/u.exec(rest)?.[1] ??
        rest
          .replace(AROUND, ' ')
          .replace(/[\s,，、:：.。!]+/gu, ' ')
          .trim()
      return said && said.length <= 60 && fold(said) !== fold(field.label) ? { held: said, said: `“${said}”` } : undefined
    }
    default:
      return undefined
  }
}
