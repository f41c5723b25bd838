/**
 * From a spec to its source: a page that composes the kit's parts, the formulas as plain functions, and their tests.
 * The same spec gives the same text, and a small edit a small difference, because every part stands on a line of its own.
 */
import { compute, FUNCTION_NAMES, HELPERS, helpersIn, namesIn, parseFormula, TODAY, toTypeScript } from '../apps/formula.ts'
import type { AppId } from '../events.ts'
import { sampleValue } from '../simulation/samples.ts'
import type { AppFiles, AppSpec, Behaviour, Collection, Field, FieldOf, Value, View } from '../spec.ts'

export type Origin = { id: AppId /** what the person said, oldest first */; requests: string[] }

export function write(spec: AppSpec, { id, requests }: Origin): AppFiles {
  const formulas = formulasOf(spec)
  const tests = testsOf(formulas, spec)
  return {
    'app.json': manifest(spec, id),
    'app.tsx': pageOf(spec),
    ...(formulas.length > 0 && { 'logic.ts': logicOf(formulas) }),
    ...(tests && { 'logic.test.ts': tests }),
    'request.md': requestsOf({ requests }),
  }
}

export const manifest = (spec: AppSpec, id: AppId): string => `${JSON.stringify({ id, ...spec }, null, 2)}\n`
export const requestsOf = ({ requests }: Pick<Origin, 'requests'>): string => requests.map((request) => `${request.trim()}\n`).join('\n')

const text = (value: string) => JSON.stringify(value).replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)
/** A line that stays one: whatever JavaScript takes for the end of a line is a space. */
const comment = (value: string) => `// ${value.replace(/[\r\n\u2028\u2029]+/g, ' ')}`

// ---- The page --------------------------------------------------------------------------------------------------

const VIEWS: Record<Exclude<View['kind'], 'tool'>, string> = {
  list: 'ListView',
  table: 'TableView',
  cards: 'CardsView',
  board: 'BoardView',
  calendar: 'CalendarView',
  timeline: 'TimelineView',
  chart: 'ChartView',
  summary: 'SummaryView',
}
const TOOLS: Record<Behaviour['kind'], string> = {
  limit: 'Limit',
  goal: 'Goal',
  streak: 'Streak',
  reminder: 'Reminder',
  recurrence: 'Recurrence',
  stock: 'Stock',
  progress: 'Progress',
  countdown: 'Countdown',
  timer: 'Timer',
  routine: 'Routine',
  repetition: 'Review',
  quiz: 'Quiz',
  split: 'Split',
  pick: 'Pick',
  score: 'Score',
  decision: 'Decision',
  calculator: 'Calculator',
  converter: 'Converter',
  shopping: 'Shopping',
  ask: 'Ask',
}
/** What stands above the views, in this order. All others have a view of their own. */
const NOTICES: Behaviour['kind'][] = ['countdown', 'limit', 'goal', 'streak', 'progress', 'stock', 'recurrence', 'reminder']
/** A form with more fields than this would push everything else off a phone: it opens by a button. */
const OPEN_FORM = 4

function pageOf(spec: AppSpec): string {
  const views = spec.views.filter((view) => !view.hidden)
  const panels = new Set(views.flatMap((view) => (view.kind === 'tool' ? [view.behaviour] : [])))
  const notices = NOTICES.flatMap((kind) => spec.behaviours.filter((one) => one.kind === kind && !panels.has(one.id)))
  const partOf = (view: View) => {
    if (view.kind !== 'tool') return `<${VIEWS[view.kind]} id=${text(view.id)} />`
    const behaviour = spec.behaviours.find((one) => one.id === view.behaviour)
    return behaviour ? `<${TOOLS[behaviour.kind]} id=${text(behaviour.id)} />` : 'null'
  }
  const tabs = views.map((view) => `          { id: ${text(view.id)}, label: ${text(view.label)}, content: () => ${partOf(view)} },`)
  const noticeLines = notices.map((one) => `        <${TOOLS[one.kind]} id=${text(one.id)} />`)
  const entry = entryOf(spec, views)
  const body = [
    ...(noticeLines.length ? ['      <Notices>', ...noticeLines, '      </Notices>'] : []),
    '      <Tabs',
    '        tabs={[',
    ...tabs,
    '        ]}',
    '      />',
  ]
  const used = [
    ...new Set(['App', ...body.join('\n').matchAll(/<([A-Z]\w+)/g)].map((one) => (typeof one === 'string' ? one : one[1]!))),
  ].sort()
  return `${[
    comment(`${spec.name}: ${spec.purpose}`),
    `import { ${used.join(', ')} } from '@kit'`,
    '',
    'export default function Page() {',
    '  return (',
    `    <App${entry ? ` entry=${text(entry)}` : ''}>`,
    ...body,
    '    </App>',
    '  )',
    '}',
  ].join('\n')}\n`
}

const typed = (collection: Collection) =>
  collection.fields.filter((field) => !field.hidden && field.kind !== 'computed' && field.kind !== 'schedule')

/** The collection that is entered most, where its form is short enough to stand open. */
function entryOf(spec: AppSpec, views: View[]): string | null {
  const [first] = views
  if (spec.look.first !== 'entry' || !first || !('collection' in first || first.kind === 'chart' || first.kind === 'summary')) return null
  const id = 'collection' in first ? first.collection : first.kind === 'chart' ? first.query.collection : first.tiles[0]?.query.collection
  const collection = spec.collections.find((one) => one.id === id && !one.hidden)
  // What is ticked each day is ticked on its streak; a form above would be in the way of it.
  if (spec.behaviours.some((one) => one.kind === 'streak' && one.collection === id && (one.done || one.per))) return null
  return collection && typed(collection).length <= OPEN_FORM ? collection.id : null
}

// ---- The formulas ----------------------------------------------------------------------------------------------

type Formula = { name: string; field: FieldOf<'computed'>; fields: Field[]; owner: Collection | null }

function formulasOf(spec: AppSpec): Formula[] {
  const computed = (fields: Field[]) => fields.filter((field): field is FieldOf<'computed'> => field.kind === 'computed' && !field.hidden)
  const inCollections = spec.collections.flatMap((owner) =>
    computed(owner.fields).map((field) => ({ name: named(owner.id, field.id), field, fields: owner.fields, owner })),
  )
  const inCalculators = spec.behaviours.flatMap((one) => {
    if (one.kind !== 'calculator') return []
    const fields = [...one.inputs, ...one.outputs]
    return computed(one.outputs).map((field) => ({ name: named(one.id, field.id), field, fields, owner: null }))
  })
  return [...inCollections, ...inCalculators].filter(({ field, fields }) => parsedOf(field, fields) !== null)
}

const named = (owner: string, field: string) => `${owner}${field.charAt(0).toUpperCase()}${field.slice(1)}`

function parsedOf(field: FieldOf<'computed'>, fields: Field[]) {
  const parsed = parseFormula(field.formula, [...fields.map((one) => one.id), TODAY])
  return parsed.ok ? parsed.value : null
}

/** Names that a parameter cannot have, or that mean something else in the file. */
const TAKEN = new Set([
  ...'break case catch class const continue debugger default delete do else enum export extends false finally for function if import in instanceof new null return super switch this throw true try typeof var void while with yield let static await async arguments eval implements interface package private protected public undefined NaN Infinity Math Number finite sum mean'.split(
    ' ',
  ),
  ...HELPERS,
  ...FUNCTION_NAMES,
])
const param = (id: string) => (TAKEN.has(id) ? `${id}Value` : id)

/** What a formula is worked out from: fields, other formulas followed to theirs, and today. */
function inputsOf({ field, fields }: Formula): { id: string; type: string }[] {
  const expr = parsedOf(field, fields)
  return expr ? namesIn(expr).map((id) => ({ id, type: id === TODAY ? 'string' : typeOf(fields.find((one) => one.id === id)) })) : []
}

/** The TypeScript type of a field's value where it has one. */
export function typeOf(field: Field | undefined): string {
  switch (field?.kind) {
    case 'number':
    case 'money':
    case 'quantity':
    case 'duration':
    case 'rating':
      return 'number'
    case 'yesno':
      return 'boolean'
    case 'choices':
      return 'string[]'
    case 'relation':
      return field.many ? 'string[]' : 'string'
    case 'computed':
      return field.shows.kind === 'date' ? 'string' : field.shows.kind === 'yesno' ? 'boolean' : 'number'
    default:
      return 'string'
  }
}

function logicOf(formulas: Formula[]): string {
  const bodies = formulas.map((formula) => {
    const expr = parsedOf(formula.field, formula.fields)!
    const inputs = inputsOf(formula)
    const result = typeOf(formula.field)
    const value = toTypeScript(expr, param)
    return [
      comment(`${formula.field.label} = ${formula.field.formula}`),
      `export const ${formula.name} = (${inputs.map(({ id, type }) => `${param(id)}: ${type}`).join(', ')}): ${result} | null => ${result === 'number' ? `finite(${value})` : value}`,
    ].join('\n')
  })
  const helpers = new Set(formulas.flatMap(({ field, fields }) => helpersIn(parsedOf(field, fields)!)))
  if (formulas.some((one) => typeOf(one.field) === 'number')) helpers.add('finite')
  const imports = helpers.size ? `import { ${[...helpers].sort().join(', ')} } from '@kit'\n\n` : ''
  return `// What this app works out. The page and the agent use the same formulas from app.json; here they can be read and tested.\n${imports}${bodies.join('\n\n')}\n`
}

/** Samples a formula is tried with. */
const TURNS = [0, 1, 5]
const DAY = '2026-03-15'

/** Worked out by the engine that answers questions; the written function must say the same. */
function testsOf(formulas: Formula[], spec: AppSpec): string | null {
  const now = { date: DAY, time: '12:00', weekStart: 1 as const }
  const lines = formulas.flatMap((formula) =>
    TURNS.map((turn) => {
      const { field, fields, name } = formula
      const holder = formula.owner ?? { id: 'inputs', label: field.label, one: field.label, fields, title: fields[0]!.id, seeds: [] }
      const values: Record<string, Value> = Object.fromEntries(
        fields.flatMap((one) => (one.kind === 'computed' ? [] : [[one.id, sampleValue(one, holder, spec.language, now, turn)]])),
      )
      const given = inputsOf(formula).map(({ id }) => {
        const other = fields.find((one) => one.id === id)
        return id === TODAY ? DAY : other?.kind === 'computed' ? compute(other, values, fields, DAY) : (values[id] ?? null)
      })
      if (given.some((value) => value === null)) return null
      return `test(${text(`${field.label} ${turn + 1}`)}, () => equal(${name}(${given.map((value) => JSON.stringify(value)).join(', ')}), ${JSON.stringify(compute(field, values, fields, DAY))}))`
    }).filter((line) => line !== null),
  )
  const used = formulas.map(({ name }) => name).filter((name) => lines.some((line) => line.includes(` => equal(${name}(`)))
  return used.length === 0
    ? null
    : `import { equal, test } from '@kit/test'\nimport { ${used.sort().join(', ')} } from './logic'\n\n${lines.join('\n')}\n`
}
