/** Corrections and removals with their marks (corpus/*.txt): apps by their fields, what is kept there, and what was said of it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { normalise } from '../../src/base/language/normalise.ts'
import { read } from '../../src/base/language/read.ts'
import type { Rng } from '../../src/base/rng.ts'
import { valueIn } from '../../src/dialogue/log/spans/value.ts'
import { eul, eun, ro } from '../../src/dialogue/particles.ts'
import type { Field, Language, Rec, Value } from '../../src/spec.ts'
import { currencyOf, fieldsIn } from '../entry/corpus.ts'

export const NOW = { date: '2026-11-28', time: '10:00', weekStart: 1 } as const

/** Of a change of the message (the first is 0) a field's id, `@` or `!`, and the stretch that says it. */
export type Mark = { change: number; field: string; start: number; end: number }
export type Said = {
  text: string
  marks: Mark[]
  /** Which entries each change is about, from 0, the oldest; none where a new entry is told of. */
  about: number[][]
  does: 'update' | 'delete' | 'create'
}
export type KeptApp = { language: Language; locale: string; who: string; fields: Field[]; kept: Rec[]; said: Said[] }

/** Throws where a line is not of the form: the corpus is ours. */
export function keptApps(language: Language, folder: string): KeptApp[] {
  const found: KeptApp[] = []
  for (const line of readFileSync(join(folder, `${language}.txt`), 'utf8').split('\n')) {
    const app = found.at(-1)
    if (!line.trim()) continue
    if (line.startsWith('## ')) {
      const [locale = '', who = ''] = line.slice(3).split(/\s*\|\s*/)
      found.push({ language, locale: locale.trim(), who, fields: [], kept: [], said: [] })
    } else if (!app) throw new Error(`a line before any app: ${line}`)
    else if (line.startsWith('fields: ')) app.fields = fieldsIn(line.slice(8), app.locale, language)
    else if (line.startsWith('kept: ')) app.kept.push(recordOf(line.slice(6), app))
    else {
      const said = saidIn(line, app.fields)
      if (said) app.said.push(said)
    }
  }
  return found
}

function recordOf(line: string, { fields, kept, language, locale }: KeptApp): Rec {
  const parts = line.split(';').map((part) => part.trim())
  const values = fields.flatMap((field, i): [string, Value][] => {
    const said = parts[i]!
    const value = said === '-' ? undefined : valueSaid(said, field, language, locale)
    return value === undefined ? [] : [[field.id, value]]
  })
  return {
    id: `r${kept.length}`,
    seq: kept.length + 1,
    values: Object.fromEntries(values),
    createdAt: '',
    at: '',
    by: 'person',
  } as unknown as Rec
}
function valueSaid(said: string, field: Field, language: Language, locale: string): Value | undefined {
  switch (field.kind) {
    case 'date':
      return dayOf(said)
    case 'datetime': {
      const [day = '', time = '12:00'] = said.split(' ')
      return `${dayOf(day)}T${time}`
    }
    case 'yesno':
      return said === 'yes'
    case 'number':
    case 'money':
    case 'quantity':
    case 'rating':
      return Number(said)
    case 'choice':
      return field.options.find(({ label }) => label === normalise(said))?.id
    case 'duration': {
      const reading = read(said, { now: NOW, language, currency: currencyOf(locale, language) })
      return valueIn(reading, 0, reading.text.length, field, { now: NOW })
    }
    default:
      return normalise(said)
  }
}
function dayOf(said: string): string {
  if (/^\d{4}/.test(said)) return said
  const offset = said === 'today' ? 0 : Number(said)
  return new Date(Date.parse(NOW.date) + offset * 864e5).toISOString().slice(0, 10)
}

/** null where a mark is not the same after the text was made plain (normalise.ts). */
function saidIn(line: string, fields: readonly Field[]): Said | null {
  const marks: Mark[] = []
  const about: number[][] = []
  let plain = ''
  let does: Said['does'] = 'update'
  line.split(' || ').forEach((part, change) => {
    const [head = '', gone, which = ''] = /^(x?)(\d+(?:,\d+)*|\+) ?/.exec(part) ?? []
    does = which === '+' ? 'create' : gone ? 'delete' : 'update'
    about.push(which === '+' ? [] : which.split(',').map((n) => Number(n) - 1))
    if (change) plain += ' '
    let at = head.length
    for (const { 0: all, 1: label, 2: words, index } of part.matchAll(/\{([^{}|]+)\|([^{}|]*)\}/gu)) {
      plain += part.slice(at, index)
      at = index + all.length
      const field = label === '@' || label === '!' ? label : fields.find((one) => one.label === normalise(label!))?.id
      if (!field) throw new Error(`no such field: ${line}`)
      marks.push({ change, field, start: plain.length, end: plain.length + words!.length })
      plain += words
    }
    plain += part.slice(at)
  })
  const text = normalise(plain)
  const moved = marks.map((mark) => ({ ...mark, words: normalise(plain.slice(mark.start, mark.end)) }))
  let from = 0
  const placed = moved.map(({ words, ...mark }) => {
    const start = text === plain ? mark.start : text.indexOf(words, from)
    from = start + words.length
    return { ...mark, start, end: start + words.length }
  })
  return placed.every(({ start }) => start >= 0) ? { text, marks: placed, about, does } : null
}

/** In as many words: [what is said of an entry `N`, of its field `F`, of the new value `V`]; the first list gives it another name. */
const COMMANDS: Record<Language, [names: string[], fields: string[]]> = {
  en: [
    ['rename N to V', 'call N V', 'call the N one V instead', 'change the name of N to V', 'N is called V now'],
    ['change the F of N to V', "set N's F to V", 'make the F of N V', 'N F should be V', 'F for N is V', "change N's F from O to V"],
  ],
  zh: [
    ['把N改名叫V', '把N改成V', 'N改名为V', 'N改叫V', '把N的名字改成V'],
    ['把N的F改成V', 'N的F改为V', 'N的F应该是V', '将N的F从O改成V', '帮我把N的F换成V', 'N F V'],
  ],
  ja: [
    ['NをVに名前変更', 'Nの名前をVに変えて', 'NをVに変更して', 'NはVに改名'],
    ['NのFをVに変えて', 'NのFはVです', 'NのFをVに変更してください', 'NのFをOからVにして', 'N、FはVで'],
  ],
  ko: [
    ['N 이름을 V로 바꿔줘', 'N을 V로 이름 변경', 'N 이름 V로 수정해줘', 'N은 V로 고쳐줘'],
    ['N F을 V로 바꿔줘', 'N의 F을 V로 변경해줘', 'N F은 V야', 'N F O에서 V로 수정', 'N F V로 해줘'],
  ],
}
const SAID = new Set<Field['kind']>(['text', 'person', 'place', 'number', 'money', 'choice', 'rating'])

/** Commands that name the entry and its field, put together of what the app keeps. */
export function commandsOf(app: KeptApp, rng: Rng, many = 3): Said[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(rng.next() * list.length)]!
  const title = app.fields.find(({ kind }) => ['text', 'person', 'place'].includes(kind))
  if (!title) return []
  const wordOf = (value: Value | undefined, field: Field): string | null =>
    field.kind === 'choice'
      ? (field.options.find(({ id }) => id === value)?.label ?? null)
      : value === undefined || value === null
        ? null
        : String(value)
  const found: Said[] = []
  for (let n = 0; n < many; n++) {
    const at = Math.floor(rng.next() * app.kept.length)
    const name = wordOf(app.kept[at]!.values[title.id], title)
    const anew = n === 0
    const field: Field = anew ? title : pick(app.fields.filter(({ kind, id }) => SAID.has(kind) && id !== title.id).concat(title))
    const old = wordOf(app.kept[at]!.values[field.id], field)
    const others = [
      ...app.kept.flatMap(({ values }) => wordOf(values[field.id], field) ?? []),
      ...(field.kind === 'choice' ? field.options.map(({ label }) => label) : []),
    ].filter((one) => one !== old)
    const alone = app.kept.filter(({ values }) => wordOf(values[title.id], title) === name).length === 1
    if (!name || !alone || !others.length || (field === title && !anew)) continue
    const [names, fields] = COMMANDS[app.language]
    const pattern = pick(anew ? names : fields)
    if (/O/.test(pattern) && !old) continue
    const said = { N: ['@', name], V: [field.id, pick(others)], O: ['!', old ?? ''], F: ['', field.label] } as const
    const marks: Mark[] = []
    let text = ''
    for (const part of pattern.split(/(?<![A-Za-z])([NVOF])(?![A-Za-z])/)) {
      const [mark, words] = part in said ? said[part as keyof typeof said] : ['', korean(part, text)]
      if (mark) marks.push({ change: 0, field: mark, start: text.length, end: text.length + words.length })
      text += words
    }
    if (normalise(text) === text) found.push({ text, marks, about: [[at]], does: 'update' })
  }
  return found
}
/** The particles as they follow the word before them. */
const korean = (part: string, before: string): string =>
  part.replace(/^[을은]|^로/, (said) => (said === '을' ? eul : said === '은' ? eun : ro)(before).slice(before.length))
