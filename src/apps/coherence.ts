/**
 * Whether a spec holds together: what the zod schema cannot say. Every reference points at something that is
 * there and of a kind that fits. Pure and browser-safe; the studio, edits and the check all ask it.
 */
import type { AppSpec, Behaviour, Collection, Field, FieldKind, Filter, Measure, Query, View, When } from '../spec.ts'
import { namesIn, parseFormula, TODAY } from './formula.ts'
import { parseValue } from './values.ts'

const DATES: FieldKind[] = ['date', 'datetime']
const NUMBERS: FieldKind[] = ['number', 'money', 'quantity', 'duration', 'rating', 'yesno', 'computed']
const AMOUNTS: FieldKind[] = ['number', 'money', 'quantity', 'duration', 'rating', 'computed']

/** What does not fit together, one plain English sentence each; empty when the spec is sound. */
export function incoherences(spec: AppSpec): string[] {
  const wrong: string[] = []
  const look = new Look(spec, wrong)
  look.unique(
    spec.collections.map((one) => one.id),
    'collections',
  )
  look.unique(
    spec.views.map((one) => one.id),
    'views',
  )
  look.unique(
    spec.behaviours.map((one) => one.id),
    'behaviours',
  )
  for (const collection of spec.collections) checkCollection(collection, look)
  for (const view of spec.views) checkView(view, look)
  for (const behaviour of spec.behaviours) checkBehaviour(behaviour, look)
  if (!spec.views.some((view) => !view.hidden)) wrong.push('every view is hidden')
  return wrong
}

/** What does not fit about one view or one behaviour of `spec`. */
export function problemsOfView(view: View, spec: AppSpec): string[] {
  const wrong: string[] = []
  checkView(view, new Look(spec, wrong))
  return wrong
}
export function problemsOfBehaviour(behaviour: Behaviour, spec: AppSpec): string[] {
  const wrong: string[] = []
  checkBehaviour(behaviour, new Look(spec, wrong))
  return wrong
}

/** Looks things up and notes what is missing. */
class Look {
  readonly spec: AppSpec
  private readonly wrong: string[]
  constructor(spec: AppSpec, wrong: string[]) {
    this.spec = spec
    this.wrong = wrong
  }

  note(sentence: string): void {
    this.wrong.push(sentence)
  }
  unique(ids: string[], what: string): void {
    const seen = new Set<string>()
    for (const id of ids) {
      if (seen.has(id)) this.note(`two ${what} have the id ${id}`)
      seen.add(id)
    }
  }
  collection(id: string, where: string): Collection | undefined {
    const found = this.spec.collections.find((one) => one.id === id)
    if (!found) this.note(`${where} speaks of collection ${id}, which is not there`)
    return found
  }
  /** A field of `collection`, of one of `kinds` if given. */
  field(collection: Collection | undefined, id: string | undefined, where: string, kinds?: readonly FieldKind[]): Field | undefined {
    if (!collection || id === undefined) return undefined
    const found = collection.fields.find((one) => one.id === id)
    if (!found) this.note(`${where} speaks of field ${collection.id}.${id}, which is not there`)
    else if (kinds && !kinds.includes(found.kind))
      this.note(`${where} needs a field of the kind ${kinds.join(' or ')}, and ${collection.id}.${id} is of the kind ${found.kind}`)
    return found
  }
  /** A relation field of `collection` that points to `to`. */
  relation(collection: Collection | undefined, id: string | undefined, to: string, where: string): void {
    const found = this.field(collection, id, where, ['relation'])
    if (found?.kind === 'relation' && found.to !== to)
      this.note(`${where}: field ${collection?.id}.${id} points to ${found.to}, not to ${to}`)
  }
  measure(collection: Collection | undefined, measure: Measure, where: string): void {
    if (measure.field === undefined) {
      if (measure.fn !== 'count') this.note(`${where}: ${measure.fn} needs a field`)
      return
    }
    this.field(collection, measure.field, where, measure.fn === 'count' || measure.fn === 'distinct' ? undefined : NUMBERS)
  }
  filters(collection: Collection | undefined, filters: readonly Filter[] | undefined, where: string): void {
    for (const filter of filters ?? []) {
      this.field(collection, filter.field, where)
      if (filter.value === undefined && filter.op !== 'empty' && filter.op !== 'filled')
        this.note(`${where}: the filter on ${filter.field} has no value`)
    }
  }
  when(collection: Collection | undefined, when: When | undefined, where: string): void {
    if (when) this.dated(collection, when.field, where)
  }
  dated(collection: Collection | undefined, id: string | undefined, where: string): void {
    const found = this.field(collection, id, where)
    const fits = !found || DATES.includes(found.kind) || (found.kind === 'computed' && found.shows.kind === 'date')
    if (!fits) this.note(`${where} needs a date, and ${collection?.id}.${id} is of the kind ${found.kind}`)
  }
  query(query: Query, where: string): Collection | undefined {
    const collection = this.collection(query.collection, where)
    this.filters(collection, [...query.filter, ...(query.less ?? [])], where)
    if (query.show !== undefined) this.field(collection, query.show, where)
    this.when(collection, query.when, where)
    this.measure(collection, query.measure, where)
    if (query.group) {
      if (query.group.by) this.dated(collection, query.group.field, where)
      else this.field(collection, query.group.field, where)
    }
    const order = query.order?.by
    if (order !== undefined && order !== 'value' && order !== 'group') this.field(collection, order, where)
    return collection
  }
}

// ---- Collections -------------------------------------------------------------------------------------------

function checkCollection(collection: Collection, look: Look): void {
  const where = `collection ${collection.id}`
  look.unique(
    collection.fields.map((one) => one.id),
    `fields of ${where}`,
  )
  const title = look.field(collection, collection.title, `the title of ${where}`)
  if (title?.hidden) look.note(`the title of ${where}, ${title.id}, is hidden`)
  if (!collection.hidden && collection.fields.every((field) => field.hidden || field.kind === 'computed' || field.kind === 'schedule'))
    look.note(`${where} has no field to fill in`)
  for (const field of collection.fields) checkField(field, collection.fields, `field ${collection.id}.${field.id}`, look)
  collection.seeds.forEach((seed, at) => {
    checkSeed(seed, collection, `seed ${at + 1} of ${where}`, look)
  })
}

function checkField(field: Field, siblings: readonly Field[], where: string, look: Look): void {
  if (field.kind === 'relation') look.collection(field.to, where)
  if (field.kind === 'choice' || field.kind === 'choices')
    look.unique(
      field.options.map((one) => one.id),
      `options of ${where}`,
    )
  if ((field.kind === 'number' || field.kind === 'quantity') && field.min !== undefined && field.max !== undefined && field.min > field.max)
    look.note(`${where}: at least ${field.min} is more than at most ${field.max}`)
  if (field.kind === 'rating' && field.icons && field.icons.length > 0 && field.icons.length !== field.max)
    look.note(`${where} has ${field.icons.length} icons for ${field.max} steps`)
  if (field.kind === 'computed') checkFormula(field, siblings, where, look)
  const given = field.default
  const resolvedLater =
    given === undefined || (given === 'today' && DATES.includes(field.kind)) || (given === 'now' && [...DATES, 'time'].includes(field.kind))
  if (!resolvedLater && field.kind !== 'relation') {
    const parsed = parseValue({ ...field, required: false }, given)
    if (!parsed.ok) look.note(`the default of ${where} does not fit: ${parsed.error.message}`)
  }
}

function checkFormula(field: Field & { kind: 'computed' }, siblings: readonly Field[], where: string, look: Look): void {
  const parsed = parseFormula(field.formula, [...siblings.map((one) => one.id), TODAY])
  if (!parsed.ok) look.note(`${where}: ${parsed.error.message}`)
  else if (reaches(field.id, namesIn(parsed.value), siblings, new Set())) look.note(`${where} is computed from itself`)
}

function reaches(goal: string, names: readonly string[], siblings: readonly Field[], seen: Set<string>): boolean {
  return names.some((name) => {
    if (name === goal) return true
    if (seen.has(name)) return false
    seen.add(name)
    const field = siblings.find((one) => one.id === name)
    const parsed = field?.kind === 'computed' ? parseFormula(field.formula, [...siblings.map((one) => one.id), TODAY]) : null
    return parsed?.ok === true && reaches(goal, namesIn(parsed.value), siblings, seen)
  })
}

function checkSeed(seed: Collection['seeds'][number], collection: Collection, where: string, look: Look): void {
  for (const [id, value] of Object.entries(seed)) {
    const field = look.field(collection, id, where)
    // Seeds name related records by title; which of them exist is known when they are put in.
    if (!field || field.kind === 'relation') continue
    const parsed = parseValue(field, value)
    if (!parsed.ok) look.note(`${where}: ${parsed.error.message}`)
  }
}

// ---- Views -------------------------------------------------------------------------------------------------

function checkView(view: View, look: Look): void {
  const where = `view ${view.id}`
  if (view.kind === 'tool') {
    if (!look.spec.behaviours.some((one) => one.id === view.behaviour))
      look.note(`${where} shows behaviour ${view.behaviour}, which is not there`)
    return
  }
  if (view.kind === 'summary') {
    for (const tile of view.tiles) look.query(tile.query, `tile “${tile.label}” of ${where}`)
    return
  }
  if (view.kind === 'chart') {
    const collection = look.query(view.query, where)
    look.field(collection, view.series, where)
    for (const measure of view.more ?? []) look.measure(collection, measure, where)
    return
  }
  const collection = look.collection(view.collection, where)
  look.filters(collection, view.filter, where)
  look.field(collection, view.sort?.field, where)
  if (view.kind === 'list') {
    look.field(collection, view.check, where, ['yesno'])
    if (view.group?.by) look.dated(collection, view.group.field, where)
    else look.field(collection, view.group?.field, where)
  }
  if (view.kind === 'table') for (const column of view.columns ?? []) look.field(collection, column, where)
  if (view.kind === 'board') look.field(collection, view.group, where, ['choice'])
  if (view.kind === 'calendar' || view.kind === 'timeline') look.dated(collection, view.date, where)
  if (view.kind === 'timeline') {
    look.field(collection, view.time, where, ['time', 'datetime'])
    look.field(collection, view.cost, where, AMOUNTS)
  }
}

// ---- Behaviours --------------------------------------------------------------------------------------------

type Checks = { [K in Behaviour['kind']]: (behaviour: Extract<Behaviour, { kind: K }>, look: Look, where: string) => void }

function checkBehaviour(behaviour: Behaviour, look: Look): void {
  ;(checks[behaviour.kind] as (b: Behaviour, l: Look, w: string) => void)(behaviour, look, `behaviour ${behaviour.id} (${behaviour.kind})`)
}

const measured = (b: Extract<Behaviour, { kind: 'limit' | 'goal' }>, look: Look, where: string): void => {
  const collection = look.collection(b.collection, where)
  look.measure(collection, b.measure, where)
  look.filters(collection, b.filter, where)
  look.dated(collection, b.date, where)
  if (b.period && !b.date) look.note(`${where} counts by ${b.period} and names no date field`)
}

const checks: Checks = {
  limit: measured,
  goal: measured,
  streak: (b, look, where) => {
    const collection = look.collection(b.collection, where)
    look.dated(collection, b.date, where)
    look.field(collection, b.done, where, ['yesno'])
    look.field(collection, b.per, where, ['relation', 'choice'])
  },
  reminder: (b, look, where) => {
    if (b.collection === undefined) {
      if (!b.times?.length) look.note(`${where} has neither a collection nor times of day`)
      if (b.date !== undefined || b.done !== undefined) look.note(`${where} names fields and no collection`)
      return
    }
    const collection = look.collection(b.collection, where)
    look.dated(collection, b.date, where)
    look.field(collection, b.done, where, ['yesno'])
    if (b.date === undefined && !b.times?.length) look.note(`${where} has neither a date nor times of day`)
  },
  recurrence: (b, look, where) => {
    const collection = look.collection(b.collection, where)
    look.field(collection, b.date, where, DATES)
    look.field(collection, b.done, where, ['yesno'])
  },
  repetition: (b, look, where) => {
    const collection = look.collection(b.collection, where)
    look.field(collection, b.front, where)
    look.field(collection, b.back, where)
    look.field(collection, b.schedule, where, ['schedule'])
  },
  quiz: (b, look, where) => {
    const collection = look.collection(b.collection, where)
    look.field(collection, b.question, where)
    look.field(collection, b.answer, where)
  },
  timer: (b, look, where) => {
    if (!b.log) return
    const collection = look.collection(b.log.collection, where)
    look.field(collection, b.log.minutes, where, ['number', 'duration', 'quantity'])
    look.field(collection, b.log.date, where, DATES)
  },
  routine: (b, look, where) => {
    look.field(look.collection(b.collection, where), b.minutes, where, ['number', 'duration', 'quantity'])
  },
  split: (b, look, where) => {
    const collection = look.collection(b.collection, where)
    look.collection(b.members, where)
    look.relation(collection, b.payer, b.members, where)
    look.field(collection, b.amount, where, AMOUNTS)
    look.relation(collection, b.people, b.members, where)
  },
  pick: (b, look, where) => {
    look.collection(b.collection, where)
    if (b.members !== undefined) look.collection(b.members, where)
  },
  countdown: (b, look, where) => {
    if (b.collection !== undefined) look.dated(look.collection(b.collection, where), b.date, where)
    if (b.to === undefined && (b.collection === undefined || b.date === undefined)) look.note(`${where} has nothing to count down to`)
    if (b.to !== undefined && Number.isNaN(Date.parse(b.to))) look.note(`${where} counts down to “${b.to}”, which is no moment`)
  },
  score: (b, look, where) => {
    const rounds = look.collection(b.rounds, where)
    look.collection(b.players, where)
    look.relation(rounds, b.player, b.players, where)
    look.field(rounds, b.points, where, AMOUNTS)
  },
  decision: (b, look, where) => {
    look.collection(b.options, where)
    look.field(look.collection(b.criteria, where), b.weight, where, AMOUNTS)
    const scores = look.collection(b.scores, where)
    look.relation(scores, b.option, b.options, where)
    look.relation(scores, b.criterion, b.criteria, where)
    look.field(scores, b.score, where, AMOUNTS)
  },
  calculator: (b, look, where) => {
    const fields = [...b.inputs, ...b.outputs]
    look.unique(
      fields.map((one) => one.id),
      `fields of ${where}`,
    )
    for (const field of b.inputs)
      if (field.kind === 'relation' || field.kind === 'schedule')
        look.note(`${where}: input ${field.id} cannot be of the kind ${field.kind}`)
    for (const field of b.outputs) if (field.kind !== 'computed') look.note(`${where}: output ${field.id} is not computed`)
    for (const field of fields) checkField(field, fields, `field ${field.id} of ${where}`, look)
  },
  converter: (b, look, where) => {
    look.unique(b.units, `units of ${where}`)
    for (const unit of [b.from, b.to]) if (!b.units.includes(unit)) look.note(`${where}: ${unit} is not among its units`)
  },
  stock: (b, look, where) => {
    const collection = look.collection(b.collection, where)
    look.field(collection, b.quantity, where, AMOUNTS)
    if (typeof b.least === 'string') look.field(collection, b.least, where, AMOUNTS)
  },
  shopping: (b, look, where) => {
    const plan = look.collection(b.plan, where)
    look.dated(plan, b.date, where)
    const recipe = look.field(plan, b.recipe, where, ['relation'])
    const ingredients = look.collection(b.ingredients, where)
    if (recipe?.kind === 'relation') look.relation(ingredients, b.of, recipe.to, where)
    look.field(ingredients, b.name, where)
    look.field(ingredients, b.amount, where)
    const list = look.collection(b.list, where)
    look.field(list, b.item, where)
    look.field(list, b.listAmount, where)
  },
  ask: (b, look, where) => {
    if (!look.spec.capabilities.includes('ai')) look.note(`${where} needs the capability ai`)
    if (!b.typed && b.collection === undefined) look.note(`${where} asks about nothing: neither a collection nor what is typed`)
    const collection = b.collection === undefined ? undefined : look.collection(b.collection, where)
    look.dated(collection, b.date, where)
    if (b.period && !b.date) look.note(`${where} asks by ${b.period} and names no date field`)
  },
  progress: (b, look, where) => {
    const collection = look.collection(b.collection, where)
    look.field(collection, b.done, where, ['yesno'])
    look.field(collection, b.current, where, AMOUNTS)
    look.field(collection, b.total, where, AMOUNTS)
    if (b.done === undefined && (b.current === undefined || b.total === undefined))
      look.note(`${where} names neither a done field nor how much of how much`)
  },
}
