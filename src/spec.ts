/**
 * The vocabulary of apps: what an app is before it is code.
 *
 * An AppSpec is produced by understanding a request, written out as source by the studio, checked in a
 * browser against itself, and edited by small SpecEdits. Everything that knows about apps (data, kit,
 * queries, replies, checks) reads these types. Ids of collections, fields, views and behaviours are plain
 * ASCII identifiers, so that a name from a person or a model is never a path, a key or code.
 */
import { z } from 'zod'

/** Lower-case ASCII identifier; `__proto__`, `constructor` and the like cannot be written in it. */
export const Identifier = z
  .string()
  .regex(/^[a-z][a-z0-9]{0,39}$/i, 'an id is 1-40 ASCII letters and digits and starts with a letter')
  .refine((id) => !(id in Object.prototype), 'an id may not be a property of every object')

/** Words shown to a person; kept as they said them, bounded, with no control characters. */
export const Label = z
  .string()
  .min(1)
  .max(120)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to refuse them
  .regex(/^[^\u0000-\u001f\u007f]*$/, 'a label has no control characters')

export const Language = z.enum(['en', 'zh', 'ja', 'ko'])
export type Language = z.infer<typeof Language>
export const LANGUAGES = Language.options

/** ISO 4217. */
export const Currency = z.string().regex(/^[A-Z]{3}$/)
export type Currency = z.infer<typeof Currency>

/** Units a quantity can have; conversions live in base/language/units.ts. Free units ("cups of tea") are allowed. */
export const Unit = z.string().min(1).max(24)

export const Option = z.object({ id: Identifier, label: Label })
export type Option = z.infer<typeof Option>

const kinds = {
  text: z.object({ kind: z.literal('text') }),
  /** Long text, several lines. */
  note: z.object({ kind: z.literal('note') }),
  number: z.object({ kind: z.literal('number'), min: z.number().optional(), max: z.number().optional(), integer: z.boolean().optional() }),
  /** Major units of the currency (12.5 = USD 12.50; 500 = JPY 500). */
  money: z.object({ kind: z.literal('money'), currency: Currency }),
  /** YYYY-MM-DD, the person's calendar day. */
  date: z.object({ kind: z.literal('date') }),
  /** HH:MM, 24 hours. */
  time: z.object({ kind: z.literal('time') }),
  /** YYYY-MM-DDTHH:MM, the person's wall clock. */
  datetime: z.object({ kind: z.literal('datetime') }),
  /** Minutes. */
  duration: z.object({ kind: z.literal('duration') }),
  /** A number in `unit`. */
  quantity: z.object({ kind: z.literal('quantity'), unit: Unit, min: z.number().optional(), max: z.number().optional() }),
  choice: z.object({ kind: z.literal('choice'), options: z.array(Option).min(1).max(60) }),
  choices: z.object({ kind: z.literal('choices'), options: z.array(Option).min(1).max(60) }),
  /** Whole number from 1 to `max`. `icons`, if given, are shown in place of stars, worst first. */
  rating: z.object({
    kind: z.literal('rating'),
    max: z.number().int().min(2).max(10).default(5),
    icons: z.array(z.string().max(8)).optional(),
  }),
  yesno: z.object({ kind: z.literal('yesno') }),
  person: z.object({ kind: z.literal('person') }),
  place: z.object({ kind: z.literal('place') }),
  /** http, https, mailto or tel only. */
  link: z.object({ kind: z.literal('link') }),
  /** Id of a record (many: array of ids) in collection `to`. */
  relation: z.object({ kind: z.literal('relation'), to: Identifier, many: z.boolean().optional() }),
  /** Never stored: `formula` (apps/formula.ts) over the fields of the same record. */
  computed: z.object({
    kind: z.literal('computed'),
    formula: z.string().min(1).max(400),
    shows: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('number'), decimals: z.number().int().min(0).max(6).optional(), unit: Unit.optional() }),
      z.object({ kind: z.literal('money'), currency: Currency }),
      z.object({ kind: z.literal('percent') }),
      z.object({ kind: z.literal('date') }),
      z.object({ kind: z.literal('duration') }),
      z.object({ kind: z.literal('yesno') }),
    ]),
  }),
  /** Kept by the app itself, never typed: the review schedule of a flashcard (FSRS card as JSON). */
  schedule: z.object({ kind: z.literal('schedule') }),
} as const

export const FieldKind = z.enum(Object.keys(kinds) as [keyof typeof kinds, ...(keyof typeof kinds)[]])
export type FieldKind = z.infer<typeof FieldKind>

/** What a stored value can be; which one a field takes is decided by its kind (apps/values.ts). */
export const Value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])
export type Value = z.infer<typeof Value>

const fieldBase = z.object({
  id: Identifier,
  label: Label,
  required: z.boolean().optional(),
  /** 'today' and 'now' are resolved when the form opens. */
  default: z.union([Value, z.literal('today'), z.literal('now')]).optional(),
  /** Offer the values used before. */
  suggest: z.boolean().optional(),
  /** Removed by the person: not shown, data kept, can come back. */
  hidden: z.boolean().optional(),
  hint: Label.optional(),
  /** Concept of the ontology this came from; the resolver finds fields by it. */
  concept: z.string().max(60).optional(),
})
export const Field = z.discriminatedUnion('kind', [
  fieldBase.extend(kinds.text.shape),
  fieldBase.extend(kinds.note.shape),
  fieldBase.extend(kinds.number.shape),
  fieldBase.extend(kinds.money.shape),
  fieldBase.extend(kinds.date.shape),
  fieldBase.extend(kinds.time.shape),
  fieldBase.extend(kinds.datetime.shape),
  fieldBase.extend(kinds.duration.shape),
  fieldBase.extend(kinds.quantity.shape),
  fieldBase.extend(kinds.choice.shape),
  fieldBase.extend(kinds.choices.shape),
  fieldBase.extend(kinds.rating.shape),
  fieldBase.extend(kinds.yesno.shape),
  fieldBase.extend(kinds.person.shape),
  fieldBase.extend(kinds.place.shape),
  fieldBase.extend(kinds.link.shape),
  fieldBase.extend(kinds.relation.shape),
  fieldBase.extend(kinds.computed.shape),
  fieldBase.extend(kinds.schedule.shape),
])
export type Field = z.infer<typeof Field>
export type FieldOf<K extends FieldKind> = Extract<Field, { kind: K }>

export const Collection = z.object({
  id: Identifier,
  /** Plural, as a heading: "Cups", "Expenses", "지출". */
  label: Label,
  /** One of them, as on the button "Add {one}". */
  one: Label,
  icon: z.string().max(8).optional(),
  fields: z.array(Field).min(1).max(40),
  /** The field that names a record in lists and relations. */
  title: Identifier,
  /** Records the app starts with (packing suggestions, days of a trip, members of a family): values by field id. */
  seeds: z.array(z.record(Identifier, Value)).max(200).default([]),
  hidden: z.boolean().optional(),
  concept: z.string().max(60).optional(),
})
export type Collection = z.infer<typeof Collection>

// ---- Queries: one algebra for views, limits, charts, and questions asked in words -------------------------

export const Aggregate = z.enum(['count', 'sum', 'mean', 'min', 'max', 'latest', 'first', 'distinct'])
export const Measure = z.object({ fn: Aggregate, /** not needed for count */ field: Identifier.optional() })
export type Measure = z.infer<typeof Measure>

export const Filter = z.object({
  field: Identifier,
  op: z.enum(['=', '!=', '<', '<=', '>', '>=', 'contains', 'empty', 'filled']),
  value: Value.optional(),
})
export type Filter = z.infer<typeof Filter>

export const PeriodUnit = z.enum(['day', 'week', 'month', 'year'])
export type PeriodUnit = z.infer<typeof PeriodUnit>

/** A span of calendar days on a date or datetime field: relative to today (offset 0 = this, -1 = last) or fixed, `to` exclusive. */
export const When = z.union([
  z.object({ field: Identifier, unit: PeriodUnit, offset: z.number().int() }),
  /** The last `days` days, today included. */
  z.object({ field: Identifier, days: z.number().int().positive() }),
  z.object({ field: Identifier, from: z.string().optional(), to: z.string().optional() }),
])
export type When = z.infer<typeof When>

export const Query = z.object({
  collection: Identifier,
  filter: z.array(Filter).default([]),
  when: When.optional(),
  /** A date field groups by `by`; relations and choices group by their label. */
  group: z.object({ field: Identifier, by: z.enum(['day', 'week', 'month', 'year', 'weekday']).optional() }).optional(),
  measure: Measure,
  order: z.object({ by: z.union([z.literal('value'), z.literal('group'), Identifier]), descending: z.boolean().default(true) }).optional(),
  limit: z.number().int().positive().optional(),
  /** Only records that one of `collection` points at by relation `field`, or with `none` those that none does: who has not paid in June. */
  linked: z
    .object({
      collection: Identifier,
      field: Identifier,
      filter: z.array(Filter).default([]),
      when: When.optional(),
      /** these count as within `when`, whenever they are */ or: z.array(Filter).optional(),
      none: z.boolean(),
    })
    .optional(),
  /** Who or what is asked for, not how much of it. */
  names: z.literal(true).optional(),
  /** Whether there is any. */
  exists: z.literal(true).optional(),
  /** What stands in this field of the records is asked for: the author of a book, the meaning of a card. */
  show: Identifier.optional(),
  /** Also measure the period before, for "more than last month?". */
  compare: z.literal('previous').optional(),
  /** What passes these is taken off the rest: what went out of a ledger, for its balance. */
  less: z.array(Filter).optional(),
  /** By how much the latest differs from the first: kilometres between two fills, kilos lost. */
  change: z.literal(true).optional(),
  /** Divided by the sum of this field: what one litre came to. Minutes count as hours. */
  per: Identifier.optional(),
  /** What is left up to `of` is asked for, or `down` to it: of a limit, or to a goal. Below 0 where it is passed. */
  left: z.object({ kind: z.enum(['limit', 'goal']), of: z.number(), down: z.literal(true).optional() }).optional(),
})
export type Query = z.infer<typeof Query>

// ---- Views -------------------------------------------------------------------------------------------------

const viewBase = z.object({ id: Identifier, label: Label, hidden: z.boolean().optional() })
const over = viewBase.extend({
  collection: Identifier,
  filter: z.array(Filter).optional(),
  sort: z.object({ field: Identifier, descending: z.boolean().default(false) }).optional(),
})

export const View = z.discriminatedUnion('kind', [
  /** `check` is a yes/no field shown as a tick box on each row: checklists. `group` puts headings between rows. */
  over.extend({
    kind: z.literal('list'),
    check: Identifier.optional(),
    group: z.object({ field: Identifier, by: z.enum(['day', 'week', 'month', 'year']).optional() }).optional(),
  }),
  over.extend({ kind: z.literal('table'), columns: z.array(Identifier).optional() }),
  over.extend({ kind: z.literal('cards') }),
  /** Columns are the options of choice field `group`; cards move by drag, by menu and by keyboard. */
  over.extend({ kind: z.literal('board'), group: Identifier }),
  over.extend({ kind: z.literal('calendar'), date: Identifier }),
  /** Days in order, the records of each by time: itineraries and plans. `cost` is totalled per day. */
  over.extend({ kind: z.literal('timeline'), date: Identifier, time: Identifier.optional(), cost: Identifier.optional() }),
  /** `query.group` is the x axis; `series` splits into several lines or stacks. `more` are further measures drawn in the same chart. */
  viewBase.extend({
    kind: z.literal('chart'),
    chart: z.enum(['line', 'bar', 'pie']),
    query: Query,
    series: Identifier.optional(),
    more: z.array(Measure).max(4).optional(),
  }),
  viewBase.extend({
    kind: z.literal('summary'),
    tiles: z
      .array(z.object({ label: Label, query: Query }))
      .min(1)
      .max(8),
  }),
  /** The panel of a behaviour that has one of its own: timer, review, split, pick ... */
  viewBase.extend({ kind: z.literal('tool'), behaviour: Identifier }),
])
export type View = z.infer<typeof View>
export type ViewOf<K extends View['kind']> = Extract<View, { kind: K }>

// ---- Behaviours --------------------------------------------------------------------------------------------

const does = z.object({ id: Identifier, label: Label })
const Every = z.object({ unit: PeriodUnit, count: z.number().int().min(1).max(366).default(1) })
export type Every = z.infer<typeof Every>

export const Behaviour = z.discriminatedUnion('kind', [
  /** Warns from `warnAt` of `most`, and says so plainly when it is passed. `period` absent = over everything. */
  does.extend({
    kind: z.literal('limit'),
    collection: Identifier,
    measure: Measure,
    filter: z.array(Filter).optional(),
    date: Identifier.optional(),
    period: PeriodUnit.optional(),
    most: z.number(),
    warnAt: z.number().min(0).max(1).default(0.8),
  }),
  /** `direction` least: at least `target` a period (8 glasses a day); reach-up / reach-down: the latest value gets to it (weight to 60). */
  does.extend({
    kind: z.literal('goal'),
    collection: Identifier,
    measure: Measure,
    filter: z.array(Filter).optional(),
    date: Identifier.optional(),
    period: PeriodUnit.optional(),
    target: z.number(),
    direction: z.enum(['least', 'reach-up', 'reach-down']),
  }),
  /** Consecutive periods with a record (with yes in `done`, if given; for each record of relation `per`, if given); `forgive` missed periods do not break it. */
  does.extend({
    kind: z.literal('streak'),
    collection: Identifier,
    date: Identifier,
    done: Identifier.optional(),
    per: Identifier.optional(),
    every: PeriodUnit.default('day'),
    forgive: z.number().int().min(0).max(14).default(1),
  }),
  /** Says what is due: `before` days ahead of date field `date` (yearly: birthdays), or at fixed `times` of day, or `every` so often since `date`. */
  does.extend({
    kind: z.literal('reminder'),
    collection: Identifier.optional(),
    date: Identifier.optional(),
    yearly: z.boolean().optional(),
    before: z.number().int().min(0).max(60).default(0),
    times: z
      .array(z.string().regex(/^\d\d:\d\d$/))
      .max(12)
      .optional(),
    every: Every.optional(),
    done: Identifier.optional(),
  }),
  /** Ticking `done` (or pressing "done") moves date field `date` on by `every`. */
  does.extend({ kind: z.literal('recurrence'), collection: Identifier, date: Identifier, done: Identifier.optional(), every: Every }),
  /** Spaced repetition (FSRS, ts-fsrs) over cards; `schedule` is the field that keeps each card's state. */
  does.extend({
    kind: z.literal('repetition'),
    collection: Identifier,
    front: Identifier,
    back: Identifier,
    schedule: Identifier,
    newPerDay: z.number().int().positive().default(20),
  }),
  does.extend({ kind: z.literal('quiz'), collection: Identifier, question: Identifier, answer: Identifier }),
  /** Phases follow each other `rounds` times, or are `chosen` from; a finished focus phase adds a record to `log`, if given. */
  does.extend({
    kind: z.literal('timer'),
    phases: z
      .array(z.object({ label: Label, minutes: z.number().positive().max(1440), rest: z.boolean().optional() }))
      .min(1)
      .max(20),
    rounds: z.number().int().min(1).max(50).default(1),
    chosen: z.boolean().optional(),
    log: z.object({ collection: Identifier, minutes: Identifier.optional(), date: Identifier.optional() }).optional(),
  }),
  /** Steps (records of `collection` in order of `order`) one after the other, each for its `minutes`. */
  does.extend({ kind: z.literal('routine'), collection: Identifier, minutes: Identifier.optional() }),
  /** Who owes whom: `people` absent = shared by everybody in collection `members`. Settled with the fewest payments. */
  does.extend({
    kind: z.literal('split'),
    collection: Identifier,
    payer: Identifier,
    amount: Identifier,
    people: Identifier.optional(),
    members: Identifier,
    currency: Currency,
  }),
  /** Fair random pick from a collection; the last `avoid` picks are not repeated; picked for records of `members`, if given (chore wheel). */
  does.extend({
    kind: z.literal('pick'),
    collection: Identifier,
    members: Identifier.optional(),
    avoid: z.number().int().min(0).max(20).default(0),
  }),
  /** Days (and hours) to a fixed moment, or to the next `date` of a collection. */
  does.extend({
    kind: z.literal('countdown'),
    to: z.string().optional(),
    collection: Identifier.optional(),
    date: Identifier.optional(),
    yearly: z.boolean().optional(),
  }),
  /** Points by player and round; the leader is shown. */
  does.extend({
    kind: z.literal('score'),
    players: Identifier,
    rounds: Identifier,
    player: Identifier,
    points: Identifier,
    best: z.enum(['most', 'least']).default('most'),
  }),
  /** Weighted matrix: options x criteria -> scores; the sum of weight x score ranks the options. */
  does.extend({
    kind: z.literal('decision'),
    options: Identifier,
    criteria: Identifier,
    weight: Identifier,
    scores: Identifier,
    option: Identifier,
    criterion: Identifier,
    score: Identifier,
  }),
  /** Inputs are ordinary fields, not stored; outputs are formulas over them. `keep` is a collection to save a result in. */
  does.extend({ kind: z.literal('calculator'), inputs: z.array(Field).min(1).max(12), outputs: z.array(Field).min(1).max(12) }),
  does.extend({ kind: z.literal('converter'), dimension: z.string().max(24), units: z.array(Unit).min(2).max(24), from: Unit, to: Unit }),
  /** Warns where `quantity` is at or below `least` (a field, or a number for all). */
  does.extend({ kind: z.literal('stock'), collection: Identifier, quantity: Identifier, least: z.union([Identifier, z.number()]) }),
  /** Collects the ingredients of planned recipes, adds up equal ones, and puts them on the shopping list. */
  does.extend({
    kind: z.literal('shopping'),
    plan: Identifier,
    date: Identifier,
    recipe: Identifier,
    ingredients: Identifier,
    of: Identifier,
    name: Identifier,
    amount: Identifier.optional(),
    list: Identifier,
    item: Identifier,
    listAmount: Identifier.optional(),
  }),
  /**
   * Asks a model, when the person presses for it: `wish` is what it is to do, with what they type (`typed`) or with the
   * records of `collection` (those of this `period` of `date`). Needs the capability `ai`; without a model it says so.
   */
  does.extend({
    kind: z.literal('ask'),
    wish: z.string().min(1).max(400),
    typed: z.literal(true).optional(),
    collection: Identifier.optional(),
    date: Identifier.optional(),
    period: PeriodUnit.optional(),
  }),
  /** Share done: records with yes in `done`, or `current` of `total` of each record. */
  does.extend({
    kind: z.literal('progress'),
    collection: Identifier,
    done: Identifier.optional(),
    current: Identifier.optional(),
    total: Identifier.optional(),
  }),
])
export type Behaviour = z.infer<typeof Behaviour>
export type BehaviourOf<K extends Behaviour['kind']> = Extract<Behaviour, { kind: K }>

/** Accents with enough contrast in light and dark (kit/theme.css). */
export const Accent = z.enum(['coffee', 'leaf', 'sky', 'sea', 'plum', 'rose', 'clay', 'honey', 'slate'])
export type Accent = z.infer<typeof Accent>

export const Look = z.object({
  accent: Accent.default('sky'),
  density: z.enum(['roomy', 'compact']).default('roomy'),
  /** What comes first on the page. */
  first: z.enum(['entry', 'views']).default('entry'),
})
export type Look = z.infer<typeof Look>

/** Matters that an app may help to note but never decides. */
export const Risk = z.enum(['money', 'health', 'law'])
export type Risk = z.infer<typeof Risk>

/** Asked in plain words at first use, can be taken back. An app starts with none. `ai`: it may ask a model. */
export const Capability = z.enum(['notifications', 'clipboard', 'download', 'ai'])
export type Capability = z.infer<typeof Capability>

export const AppSpec = z.object({
  name: Label,
  icon: z.string().min(1).max(8),
  language: Language,
  /** BCP 47, for Intl in the app. */
  locale: z.string().max(35),
  /** One line in the person's language: what it is for. */
  purpose: Label,
  collections: z.array(Collection).max(12),
  views: z.array(View).min(1).max(16),
  behaviours: z.array(Behaviour).max(24).default([]),
  capabilities: z.array(Capability).default([]),
  risks: z.array(Risk).default([]),
  look: Look.default({ accent: 'sky', density: 'roomy', first: 'entry' }),
  /** Somebody wrote its source: it is kept as it is, never written anew from this spec, which stays its manifest. */
  code: z.literal(true).optional(),
  /** A model had a part in making it, and where its person lives the app says so; a copy of it does too. */
  generated: z.literal(true).optional(),
})
export type AppSpec = z.infer<typeof AppSpec>

// ---- Edits: what "add a rating" becomes ------------------------------------------------------------------------

/** Each edit has a stated effect on data (apps/migrate.ts): nothing a person entered is dropped. */
export const SpecEdit = z.discriminatedUnion('do', [
  z.object({ do: z.literal('rename-app'), name: Label }),
  z.object({ do: z.literal('set-icon'), icon: z.string().min(1).max(8) }),
  z.object({ do: z.literal('set-purpose'), purpose: Label }),
  z.object({ do: z.literal('add-field'), collection: Identifier, field: Field, after: Identifier.optional() }),
  /** Hides: the values stay and come back with restore-field. */
  z.object({ do: z.literal('remove-field'), collection: Identifier, field: Identifier }),
  z.object({ do: z.literal('restore-field'), collection: Identifier, field: Identifier }),
  z.object({ do: z.literal('rename-field'), collection: Identifier, field: Identifier, label: Label }),
  /** Same id, new definition: values are converted, those that cannot be are reported and kept in history. */
  z.object({ do: z.literal('change-field'), collection: Identifier, field: Field }),
  z.object({ do: z.literal('move-field'), collection: Identifier, field: Identifier, to: z.number().int().min(0) }),
  z.object({ do: z.literal('add-collection'), collection: Collection }),
  z.object({ do: z.literal('rename-collection'), collection: Identifier, label: Label, one: Label }),
  z.object({ do: z.literal('remove-collection'), collection: Identifier }),
  z.object({ do: z.literal('add-view'), view: View, first: z.boolean().optional() }),
  z.object({ do: z.literal('change-view'), view: View }),
  z.object({ do: z.literal('remove-view'), view: Identifier }),
  z.object({ do: z.literal('first-view'), view: Identifier }),
  z.object({ do: z.literal('add-behaviour'), behaviour: Behaviour }),
  z.object({ do: z.literal('change-behaviour'), behaviour: Behaviour }),
  z.object({ do: z.literal('remove-behaviour'), behaviour: Identifier }),
  z.object({ do: z.literal('set-look'), look: Look.partial() }),
  z.object({ do: z.literal('set-language'), language: Language, locale: z.string().max(35) }),
])
export type SpecEdit = z.infer<typeof SpecEdit>

// ---- Records ---------------------------------------------------------------------------------------------------

export const Writer = z.enum(['person', 'agent', 'import', 'app', 'migration', 'restore'])
export type Writer = z.infer<typeof Writer>

/** The present state of a record, as the kit, the agent, HTTP and the CLI see it. Computed fields are not in `values`. */
export const Rec = z.object({
  id: z.string(),
  values: z.record(Identifier, Value),
  /** Data sequence of the app at which this version was written. */
  seq: z.number().int(),
  /** ISO 8601 UTC. */
  createdAt: z.string(),
  at: z.string(),
  by: Writer,
})
export type Rec = z.infer<typeof Rec>

/** The files of an app, by name. */
export type AppFiles = Record<string, string>
/** A spec app has app.json, app.tsx, request.md and, where it computes, logic.ts and logic.test.ts; a code app any files of these kinds. */
export const AppFileName = z
  .string()
  .max(120)
  .regex(
    /^(?:[a-z0-9][\w-]*\/){0,3}[a-z0-9][\w-]*(?:\.[a-z0-9][\w-]*)?\.(?:tsx?|css|json|md)$/i,
    'a file of an app is .ts, .tsx, .css, .json or .md',
  )
  .refine(
    (name) => !name.split(/[/.]/).some((part) => part in Object.prototype),
    'a file may not be called like a property of every object',
  )
/** Most files of one app, characters of one of them, and of all together. */
export const FILE_LIMITS = { files: 40, one: 200_000, all: 600_000 } as const
