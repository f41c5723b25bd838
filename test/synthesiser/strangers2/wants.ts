/**
 * What must come out of a stranger's wish, in one line, clauses parted by ';':
 *
 *   f: label|other label:kind|other kind=unit or scale{option/option}, …   each a field of its own
 *   no: label:kind          no such field
 *   opt: a/b/c              the options of some choice
 *   k: kind                 a field of the kind, whatever it is called
 *   seeds: a, b             each names something that is there from the start
 *   goal 30/year, limit 180,3/day   target and period (one of the figures, where units differ)
 *   timer 50/10, rounds 4, does: kind, notdoes: kind, view: kind, to: 04-12, before 7
 *
 * Beside these every app must have a name and a noun for its entries that are noun phrases, and no field made of words
 * of the wish that are none.
 */
import { incoherences } from '../../../src/apps/coherence.ts'
import { AppSpec, type Field, type Language } from '../../../src/spec.ts'
import type { Proposal } from '../../../src/studio/synthesise.ts'

/** What was said; words of which its name must hold one, parted by '|'; what must hold. */
export type Stranger = [say: string, name: string, wants: string]

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’.·・-]+/g, '')
const holdsOne = (text: string, words: string) => words.split('|').some((word) => plain(text).includes(plain(word)))

/** Of a sentence, a plea or an app, and no part of a name. */
const NO_NAME: Record<Language, RegExp> = {
  en: /^(?:an?|the|my|our|some|something|smth|now|and|so|ok|hi|for|to|of|in|on|with|log|track|tracking|add|keep|no more)\b|\b(?:i|im|i'm|we|me|you|gimme|give|want|need|needs|could|would|can|cant|please|pls|plz|begging|app|something|smth|lol|yo|is|are|was|were|be|it|that|which|how|when|if|whether|ive|don't|never|always|every)\b/i,
  zh: /我|帮|幫|想|求|弄|做个|给|給|请|記一|记一|老是|总|吧|了$|的$|^(?:每|一|在|就)|[,。，；:：!！?？]/,
  ja: /たい|ほしい|欲しい|です|ます|して|ください|んだ|けど|から$|まで$|のは|[、。!！?？:：]|[をはがにで]$/,
  ko: /해줘|해 줘|싶|어요|예요|이에요|습니다|는데|거임|할래|려고|주세요|하는 중|[,.!?:]|(?:을|를|은|는|에서)$/,
}
const LONGEST: Record<Language, number> = { en: 32, zh: 12, ja: 16, ko: 16 }

function malformed(name: string, language: Language, what: string): string[] {
  if (name.length > LONGEST[language] || (language === 'en' && name.split(/\s+/).length > 5)) return [`${what} “${name}” is long`]
  return NO_NAME[language].test(name) ? [`${what} “${name}” is no noun phrase`] : []
}

type WantedField = { labels: string; kinds: string; extra?: string; options?: string[] }
const FIELD = /^([^:]*):([\w|]+)(?:=([^{]+))?(?:\{(.+)\})?$/
function wantedField(text: string): WantedField {
  const found = FIELD.exec(text.trim())
  if (!found) throw new Error(`not a field: ${text}`)
  const [, labels = '', kinds = '', extra, options] = found
  return { labels, kinds, ...(extra && { extra }), ...(options && { options: options.split('/') }) }
}

const optionsOf = (field: Field): string[] => ('options' in field ? field.options.map(({ label }) => label) : [])
const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && b.every((one) => a.some((other) => plain(other) === plain(one)))

function fits(field: Field, { labels, kinds, extra, options }: WantedField): boolean {
  if (labels && !holdsOne(field.label, labels)) return false
  if (!kinds.split('|').some((kind) => field.kind === kind || (kind === 'choice' && field.kind === 'choices'))) return false
  if (options && 'options' in field && !same(optionsOf(field), options)) return false
  if (options && field.kind === 'text') return false
  if (!extra || !['quantity', 'rating'].includes(field.kind)) return true
  return field.kind === 'rating'
    ? field.max === Number(extra)
    : field.kind === 'quantity' && field.unit.toLowerCase() === extra.toLowerCase()
}

const shown = (spec: AppSpec): Field[] =>
  spec.collections.filter((one) => !one.hidden).flatMap((one) => one.fields.filter((field) => !field.hidden && field.kind !== 'schedule'))

function fieldsWrong(spec: AppSpec, wanted: WantedField[], say: string): string[] {
  const all = [...shown(spec), ...spec.behaviours.flatMap((one) => (one.kind === 'calculator' ? [...one.inputs, ...one.outputs] : []))]
  const left = [...all]
  const wrong: string[] = []
  for (const want of wanted) {
    const at = left.findIndex((field) => fits(field, want))
    if (at >= 0) left.splice(at, 1)
    else
      wrong.push(
        `no field ${want.labels}:${want.kinds}${want.extra ? `=${want.extra}` : ''}${want.options ? `{${want.options.join('/')}}` : ''}`,
      )
  }
  const spare = left.filter((field) => field.label.length >= 3 && field.kind !== 'computed' && plain(say).includes(plain(field.label)))
  const known = wanted.map(({ labels }) => labels).join('|')
  if (wanted.length > 1)
    for (const field of spare)
      if (!holdsOne(field.label, known) && !['money', 'date'].includes(field.kind)) wrong.push(`a field “${field.label}” that is none`)
  return wrong
}

export function wrongIn({ spec }: Proposal, [say, name, wants]: Stranger): string[] {
  const wrong = [...incoherences(spec)]
  const parsed = AppSpec.safeParse(spec)
  if (!parsed.success) wrong.push(parsed.error.message)
  if (!holdsOne(spec.name, name)) wrong.push(`called “${spec.name}”`)
  wrong.push(...malformed(spec.name, spec.language, 'the name'))
  const main = spec.collections.find((one) => !one.hidden)
  if (main) wrong.push(...malformed(main.one, spec.language, 'an entry'))
  for (const clause of wants.split(/;\s*/)) wrong.push(...clauseWrong(spec, clause, say))
  return wrong
}

function clauseWrong(spec: AppSpec, clause: string, say: string): string[] {
  const [, key = '', rest = ''] = /^(\w+):?\s+(.+)$/.exec(clause) ?? []
  const does = spec.behaviours
  const note = (holds: boolean, what: string): string[] => (holds ? [] : [what])
  const listed = rest.split(/,\s+/)
  if (key === 'f') return fieldsWrong(spec, listed.map(wantedField), say)
  if (key === 'no') return listed.flatMap((one) => note(!shown(spec).some((field) => fits(field, wantedField(one))), `a field ${one}`))
  if (key === 'opt')
    return note(
      shown(spec).some((field) => same(optionsOf(field), rest.split('/'))),
      `no choice of ${rest} in ${
        shown(spec)
          .map((field) => optionsOf(field).join('/'))
          .filter(Boolean)
          .join(' ; ') || 'none'
      }`,
    )
  if (key === 'k')
    return note(
      shown(spec).some((field) => field.kind === rest),
      `nothing ${rest}`,
    )
  if (key === 'seeds') {
    const there = spec.collections.flatMap((one) => one.seeds.map((seed) => plain(String(seed[one.title]))))
    const offered = shown(spec).flatMap((field) => optionsOf(field).map(plain))
    const lacking = listed.filter(
      (one) => ![...there, ...offered].some((other) => other.includes(plain(one)) && other.length <= plain(one).length + 12),
    )
    return note(!lacking.length, `does not begin with ${lacking.join(', ')}: ${there.join(', ') || 'nothing'}`)
  }
  if (key === 'goal' || key === 'limit') return boundWrong(spec, key, rest)
  if (key === 'timer') {
    const minutes = does.flatMap((one) => (one.kind === 'timer' ? one.phases.map((phase) => phase.minutes) : []))
    return note(
      rest.split('/').every((one) => minutes.includes(Number(one))),
      `a timer of ${minutes.join('/') || 'none'}`,
    )
  }
  if (key === 'rounds')
    return note(
      does.some(
        (one) => one.kind === 'timer' && (one.rounds === Number(rest) || one.phases.filter((phase) => !phase.rest).length === Number(rest)),
      ),
      `not ${rest} rounds`,
    )
  if (key === 'does')
    return note(
      does.some((one) => one.kind === rest),
      `no ${rest}`,
    )
  if (key === 'notdoes') return note(!does.some((one) => one.kind === rest), `a ${rest}`)
  if (key === 'view')
    return note(
      spec.views.some((one) => one.kind === rest || (one.kind === 'chart' && `chart:${one.chart}` === rest)),
      `no ${rest}`,
    )
  if (key === 'to') return note(JSON.stringify([does, spec.collections.map((one) => one.seeds)]).includes(rest), `no countdown to ${rest}`)
  if (key === 'before')
    return note(
      does.some((one) => one.kind === 'reminder' && one.before === Number(rest)),
      `no reminder ${rest} days before`,
    )
  throw new Error(`not a clause: ${clause}`)
}

function boundWrong(spec: AppSpec, kind: 'goal' | 'limit', said: string): string[] {
  const [figures = '', period] = said.split('/')
  const all = spec.behaviours.flatMap((one) =>
    one.kind === kind ? [[one.kind === 'goal' ? one.target : one.kind === 'limit' ? one.most : 0, one.period] as const] : [],
  )
  const right = all.some(([value, per]) => figures.split(',').some((one) => Number(one) === value) && (!period || period === per))
  return right ? [] : [`${kind} ${JSON.stringify(all)}, not ${said}`]
}
