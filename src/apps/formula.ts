/**
 * Formulas of computed fields and calculators: a small language of its own, never `eval`.
 *
 *   formula   = either
 *   either    = both ('||' both)*          both = compare ('&&' compare)*
 *   compare   = sum (('='|'!='|'<'|'<='|'>'|'>=') sum)?
 *   sum       = product (('+'|'-') product)*
 *   product   = signed (('*'|'/'|'%') signed)*
 *   signed    = ('-'|'!') signed | power
 *   power     = percent ('^' signed)?      percent = atom '%'?      ('%' before an operand is the remainder)
 *   atom      = number | 'text' | name | function '(' formula, ... ')' | '(' formula ')'
 *
 * A missing value makes a missing result, division by zero too: a formula never throws. Browser-safe.
 */
import { fail, ok, type Result } from '../base/result.ts'
import type { Field, Value } from '../spec.ts'

export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '^' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '&&' | '||'
export type Expr =
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'yesno'; value: boolean }
  | { kind: 'name'; name: string }
  | { kind: 'unary'; op: '-' | '!' | 'percent'; of: Expr }
  | { kind: 'binary'; op: BinaryOperator; left: Expr; right: Expr }
  | { kind: 'call'; fn: FunctionName; args: Expr[] }

/** What a name stands for while a formula is worked out. */
export type Scope = Readonly<Record<string, Value>> | ReadonlyMap<string, Value>

/** Functions, with the fewest and the most arguments each takes. */
const FUNCTIONS = {
  if: [2, 3],
  min: [1, 20],
  max: [1, 20],
  sum: [1, 20],
  mean: [1, 20],
  round: [1, 2],
  abs: [1, 1],
  floor: [1, 1],
  ceil: [1, 1],
  sqrt: [1, 1],
  pow: [2, 2],
  exp: [1, 1],
  log: [1, 1],
  log10: [1, 1],
  /** Days from the first date to the second. */
  days: [2, 2],
  /** Whole months and years from the first date to the second: ages, loans. */
  months: [2, 2],
  years: [2, 2],
  /** Minutes and hours from the first time to the second; past midnight if the second is earlier. */
  minutes: [2, 2],
  hours: [2, 2],
} as const satisfies Record<string, readonly [number, number]>
export type FunctionName = keyof typeof FUNCTIONS
export const FUNCTION_NAMES = Object.keys(FUNCTIONS) as FunctionName[]

/** Known in every formula over records: the person's day, 'YYYY-MM-DD'. */
export const TODAY = 'today'

const MOST_DEEP = 60
const isFunction = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name)

// ---- Reading -----------------------------------------------------------------------------------------------

type Token = { kind: 'number' | 'text' | 'name' | 'op' | 'end'; text: string; at: number }
class FormulaError extends Error {}

/** Parses `text`; names other than those `known` (and functions) are refused: code 'formula-invalid'. */
export function parseFormula(text: string, known: readonly string[]): Result<Expr> {
  try {
    return ok(new Parser(tokens(text), new Set(known)).whole())
  } catch (error) {
    // Only our own: anything else is a mistake in this file.
    if (!(error instanceof FormulaError)) throw error
    return fail('formula-invalid', `The formula “${text.slice(0, 120)}” cannot be read: ${error.message}.`, {
      formula: text.slice(0, 120),
      reason: error.message,
    })
  }
}

const TWO_SIGNS = new Set(['<=', '>=', '!=', '<>', '==', '&&', '||', '**'])
const SAME_SIGN = new Map([
  ['<>', '!='],
  ['==', '='],
  ['**', '^'],
  ['×', '*'],
  ['÷', '/'],
  ['−', '-'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['，', ','],
  ['（', '('],
  ['）', ')'],
])

function tokens(text: string): Token[] {
  if (text.length > 1000) throw new FormulaError('it is longer than 1000 characters')
  const out: Token[] = []
  let at = 0
  while (at < text.length) {
    const start = at
    const c = text[at]!
    if (/\s/.test(c)) {
      at++
    } else if (/[0-9.]/.test(c)) {
      while (at < text.length && /[0-9._]/.test(text[at]!)) at++
      const digits = text.slice(start, at).replaceAll('_', '')
      if (!/^(?:\d+\.?\d*|\.\d+)$/.test(digits)) throw new FormulaError(`“${digits}” is not a number`)
      out.push({ kind: 'number', text: digits, at: start })
    } else if (/[A-Za-z]/.test(c)) {
      while (at < text.length && /[A-Za-z0-9]/.test(text[at]!)) at++
      out.push({ kind: 'name', text: text.slice(start, at), at: start })
    } else if (c === "'" || c === '"') {
      const close = text.indexOf(c, at + 1)
      if (close < 0) throw new FormulaError('a text has no closing quote')
      out.push({ kind: 'text', text: text.slice(at + 1, close), at: start })
      at = close + 1
    } else {
      const pair = text.slice(at, at + 2)
      const sign = TWO_SIGNS.has(pair) ? pair : c
      const op = SAME_SIGN.get(sign) ?? sign
      if (!['+', '-', '*', '/', '%', '^', '(', ')', ',', '=', '!', '!=', '<', '<=', '>', '>=', '&&', '||'].includes(op))
        throw new FormulaError(`“${sign}” has no meaning in a formula`)
      at += sign.length
      out.push({ kind: 'op', text: op, at: start })
    }
  }
  return [...out, { kind: 'end', text: '', at }]
}

class Parser {
  private next = 0
  private deep = 0
  private readonly list: Token[]
  private readonly known: ReadonlySet<string>
  constructor(list: Token[], known: ReadonlySet<string>) {
    this.list = list
    this.known = known
  }

  whole(): Expr {
    const expr = this.either()
    if (this.token.kind !== 'end') throw new FormulaError(`“${this.token.text}” was not expected`)
    return expr
  }

  private get token(): Token {
    return this.list[this.next]!
  }
  private take(...ops: string[]): string | null {
    const token = this.token
    if (token.kind !== 'op' || !ops.includes(token.text)) return null
    this.next++
    return token.text
  }
  private must(op: string): void {
    if (this.take(op) === null)
      throw new FormulaError(this.token.kind === 'end' ? `“${op}” is missing at the end` : `“${op}” is missing before “${this.token.text}”`)
  }

  private chain(part: () => Expr, ...ops: BinaryOperator[]): Expr {
    if (++this.deep > MOST_DEEP) throw new FormulaError('it is nested too deeply')
    let left = part()
    for (let op = this.take(...ops); op !== null; op = this.take(...ops))
      left = { kind: 'binary', op: op as BinaryOperator, left, right: part() }
    this.deep--
    return left
  }
  private either = (): Expr => this.chain(this.both, '||')
  private both = (): Expr => this.chain(this.compare, '&&')
  private compare = (): Expr => this.chain(this.sum, '=', '!=', '<', '<=', '>', '>=')
  private sum = (): Expr => this.chain(this.product, '+', '-')
  private product = (): Expr => this.chain(this.signed, '*', '/', '%')

  private signed = (): Expr => {
    if (++this.deep > MOST_DEEP) throw new FormulaError('it is nested too deeply')
    const op = this.take('-', '!', '+')
    const expr: Expr = op === null ? this.power() : op === '+' ? this.signed() : { kind: 'unary', op: op as '-' | '!', of: this.signed() }
    this.deep--
    return expr
  }
  private power(): Expr {
    const base = this.percent()
    return this.take('^') === null ? base : { kind: 'binary', op: '^', left: base, right: this.signed() }
  }
  private percent(): Expr {
    let of = this.atom()
    while (this.token.kind === 'op' && this.token.text === '%' && !this.operandFollows()) {
      this.next++
      of = { kind: 'unary', op: 'percent', of }
    }
    return of
  }
  private operandFollows(): boolean {
    const after = this.list[this.next + 1]!
    return after.kind === 'number' || after.kind === 'name' || after.kind === 'text' || (after.kind === 'op' && after.text === '(')
  }

  private atom(): Expr {
    const token = this.token
    if (token.kind === 'end') throw new FormulaError('it ends too early')
    this.next++
    if (token.kind === 'number') {
      const value = Number(token.text)
      if (!Number.isFinite(value)) throw new FormulaError(`“${token.text.slice(0, 12)}…” is too large a number`)
      return { kind: 'number', value }
    }
    if (token.kind === 'text') return { kind: 'text', value: token.text }
    if (token.kind === 'name') return this.named(token.text)
    if (token.text !== '(') throw new FormulaError(`“${token.text}” was not expected`)
    const inner = this.either()
    this.must(')')
    return inner
  }
  private named(name: string): Expr {
    const calls = this.token.kind === 'op' && this.token.text === '('
    if (!calls) {
      if (this.known.has(name)) return { kind: 'name', name }
      if (name === 'true' || name === 'false') return { kind: 'yesno', value: name === 'true' }
      throw new FormulaError(`nothing is called “${name}”`)
    }
    if (!isFunction(name)) throw new FormulaError(`there is no function “${name}”`)
    this.must('(')
    const args = [this.either()]
    while (this.take(',') !== null) args.push(this.either())
    this.must(')')
    const [least, most] = FUNCTIONS[name]
    if (args.length < least || args.length > most)
      throw new FormulaError(`“${name}” takes ${least === most ? least : `${least} to ${most}`} values, not ${args.length}`)
    return { kind: 'call', fn: name, args }
  }
}

/** The names a formula speaks of, each once. */
export function namesIn(expr: Expr): string[] {
  switch (expr.kind) {
    case 'name':
      return [expr.name]
    case 'unary':
      return namesIn(expr.of)
    case 'binary':
      return [...new Set([...namesIn(expr.left), ...namesIn(expr.right)])]
    case 'call':
      return [...new Set(expr.args.flatMap(namesIn))]
    default:
      return []
  }
}

// ---- Working out -------------------------------------------------------------------------------------------

/** The value of `expr`; null where a value is missing or there is no answer (0/0, the root of -1). */
export function evaluate(expr: Expr, scope: Scope): Value {
  switch (expr.kind) {
    case 'number':
    case 'text':
    case 'yesno':
      return expr.value
    case 'name':
      return lookUp(scope, expr.name)
    case 'unary': {
      const of = evaluate(expr.of, scope)
      if (expr.op === '!') return !truthy(of)
      const n = numeric(of)
      return n === null ? null : tidy(expr.op === '-' ? -n : n / 100)
    }
    case 'binary':
      return binary(expr, scope)
    case 'call':
      return call(expr.fn, expr.args, scope)
  }
}

function lookUp(scope: Scope, name: string): Value {
  const found =
    scope instanceof Map
      ? (scope as ReadonlyMap<string, Value>).get(name)
      : Object.hasOwn(scope, name)
        ? (scope as Readonly<Record<string, Value>>)[name]
        : null
  // A value may come from an app's own code: NaN and infinities are no values.
  return typeof found === 'number' && !Number.isFinite(found) ? null : (found ?? null)
}

export function truthy(value: Value): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== false && value !== 0 && value !== ''
}

function numeric(value: Value): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'boolean') return value ? 1 : 0
  return null
}

/** Without the dust of binary fractions (0.1 + 0.2); null if it is no number. */
export function tidy(n: number): number | null {
  if (!Number.isFinite(n)) return null
  const value = Number(n.toPrecision(14))
  return value === 0 ? 0 : value
}

function binary(expr: Expr & { kind: 'binary' }, scope: Scope): Value {
  const left = evaluate(expr.left, scope)
  if (expr.op === '&&') return truthy(left) && truthy(evaluate(expr.right, scope))
  if (expr.op === '||') return truthy(left) || truthy(evaluate(expr.right, scope))
  const right = evaluate(expr.right, scope)
  if (expr.op === '=') return same(left, right)
  if (expr.op === '!=') return !same(left, right)
  if (expr.op === '<' || expr.op === '<=' || expr.op === '>' || expr.op === '>=') return ordered(expr.op, left, right)
  return typeof left === 'string' || typeof right === 'string'
    ? withText(expr.op, left, right)
    : arithmetic(expr.op, numeric(left), numeric(right))
}

const same = (a: Value, b: Value): boolean => {
  if (Array.isArray(a) || Array.isArray(b)) return JSON.stringify(a) === JSON.stringify(b)
  if (typeof a === 'boolean' || typeof b === 'boolean') return truthy(a) === truthy(b)
  return a === b
}

function ordered(op: '<' | '<=' | '>' | '>=', a: Value, b: Value): Value {
  const [x, y] = typeof a === 'string' && typeof b === 'string' ? [a, b] : [numeric(a), numeric(b)]
  if (x === null || y === null) return null
  return op === '<' ? x < y : op === '<=' ? x <= y : op === '>' ? x > y : x >= y
}

function arithmetic(op: BinaryOperator, a: number | null, b: number | null): number | null {
  if (a === null || b === null) return null
  switch (op) {
    case '+':
      return tidy(a + b)
    case '-':
      return tidy(a - b)
    case '*':
      return tidy(a * b)
    case '/':
      return tidy(a / b)
    case '%':
      return tidy(a % b)
    default:
      return tidy(a ** b)
  }
}

/** Dates move by days and subtract to days; other texts only join. */
function withText(op: BinaryOperator, a: Value, b: Value): Value {
  if (op === '-' && typeof a === 'string' && typeof b === 'string') return days(b, a)
  if (typeof a === 'string' && typeof b === 'number' && (op === '+' || op === '-')) return addDays(a, op === '+' ? b : -b)
  if (typeof a === 'number' && typeof b === 'string' && op === '+') return addDays(b, a)
  return op === '+' && typeof a === 'string' && typeof b === 'string' ? a + b : null
}

function call(fn: FunctionName, args: Expr[], scope: Scope): Value {
  if (fn === 'if') {
    const chosen = truthy(evaluate(args[0]!, scope)) ? args[1] : args[2]
    return chosen ? evaluate(chosen, scope) : null
  }
  const values = args.map((arg) => evaluate(arg, scope))
  if (fn === 'days' || fn === 'months' || fn === 'years' || fn === 'minutes' || fn === 'hours') {
    const [from, to] = values
    return typeof from === 'string' && typeof to === 'string' ? { days, months, years, minutes, hours }[fn](from, to) : null
  }
  const numbers = values.map(numeric)
  const found = numbers.filter((n) => n !== null)
  if (fn === 'min' || fn === 'max') return found.length === 0 ? null : Math[fn](...found)
  if (fn === 'sum') return tidy(found.reduce((a, b) => a + b, 0))
  if (fn === 'mean') return found.length === 0 ? null : tidy(found.reduce((a, b) => a + b, 0) / found.length)
  const [x, y] = numbers as [number | null, number | null | undefined]
  if (x === null || y === null) return null
  switch (fn) {
    case 'round':
      return round(x, y ?? 0)
    case 'pow':
      return tidy(x ** y!)
    case 'log':
      return tidy(Math.log(x))
    default:
      return tidy(Math[fn](x))
  }
}

// ---- What written source may call too ----------------------------------------------------------------------

/** Half away from zero at `digits` decimals, as people round. */
export function round(x: number, digits = 0): number {
  const places = Math.max(-12, Math.min(12, Math.trunc(digits)))
  const shifted = Number(`${Number(Math.abs(x).toPrecision(15))}e${places}`)
  const whole = Number.isFinite(shifted) ? Number(`${Math.round(shifted)}e${-places}`) : Math.abs(x)
  return whole === 0 ? 0 : Math.sign(x) * (Number.isFinite(whole) ? whole : Math.abs(x))
}

const MINUTE = 60_000
const DAY = 86_400_000
const dayNumber = (date: string): number | null => {
  const at = /^\d{4}-\d\d-\d\d/.test(date) ? Date.parse(`${date.slice(0, 10)}T00:00:00Z`) : Number.NaN
  return Number.isNaN(at) ? null : Math.round(at / DAY)
}

/** 'YYYY-MM-DD' (or datetime, its clock kept) moved by whole days; null if it is no date or leaves the calendar. */
export function addDays(date: string, count: number): string | null {
  const from = dayNumber(date)
  const at = from === null ? null : new Date((from + Math.trunc(count)) * DAY)
  if (at === null || Number.isNaN(at.getTime()) || at.getUTCFullYear() < 0 || at.getUTCFullYear() > 9999) return null
  return at.toISOString().slice(0, 10) + date.slice(10)
}

/** Days from `from` to `to`, negative if `to` is earlier. */
export function days(from: string, to: string): number | null {
  const a = dayNumber(from)
  const b = dayNumber(to)
  return a === null || b === null ? null : b - a
}

/** Whole months from `from` to `to`. */
export function months(from: string, to: string): number | null {
  if (dayNumber(from) === null || dayNumber(to) === null) return null
  if (from.slice(0, 10) > to.slice(0, 10)) {
    const back = months(to, from)
    return back === null || back === 0 ? back : -back
  }
  const [y1, m1, d1] = from.slice(0, 10).split('-').map(Number) as [number, number, number]
  const [y2, m2, d2] = to.slice(0, 10).split('-').map(Number) as [number, number, number]
  return (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0)
}

/** Whole years from `from` to `to`: an age. */
export function years(from: string, to: string): number | null {
  const count = months(from, to)
  return count === null ? null : Math.trunc(count / 12) || 0
}

/** Minutes between two times of day (past midnight if `to` is earlier) or two datetimes. */
export function minutes(from: string, to: string): number | null {
  if (/^\d\d:\d\d/.test(from) && /^\d\d:\d\d/.test(to)) {
    const clock = (t: string) => Number(t.slice(0, 2)) * 60 + Number(t.slice(3, 5))
    return (clock(to) - clock(from) + 1440) % 1440
  }
  const at = (t: string) => (dayNumber(t) === null ? Number.NaN : Date.parse(`${t.length > 10 ? t.slice(0, 16) : `${t}T00:00`}:00Z`))
  const span = (at(to) - at(from)) / MINUTE
  return Number.isFinite(span) ? span : null
}

/** `minutes` as hours. */
export function hours(from: string, to: string): number | null {
  const span = minutes(from, to)
  return span === null ? null : tidy(span / 60)
}

/**
 * The value of a computed field for a record's `values`, other computed fields included; null where it has none.
 * A circle of formulas gives null.
 */
export function compute(
  field: Field & { kind: 'computed' },
  values: Readonly<Record<string, Value>>,
  fields: readonly Field[],
  today: string,
): Value {
  return computeWithin(field, values, fields, today, new Set())
}

function computeWithin(
  field: Field & { kind: 'computed' },
  values: Readonly<Record<string, Value>>,
  fields: readonly Field[],
  today: string,
  open: Set<string>,
): Value {
  if (open.has(field.id)) return null
  const expr = parsedFormula(field.formula, fields)
  if (expr === null) return null
  open.add(field.id)
  const scope = new Map<string, Value>([[TODAY, today]])
  for (const name of namesIn(expr)) {
    const other = fields.find((one) => one.id === name)
    if (other?.kind === 'computed') scope.set(name, computeWithin(other, values, fields, today, open))
    else if (other) scope.set(name, Object.hasOwn(values, name) ? (values[name] ?? null) : null)
  }
  open.delete(field.id)
  return evaluate(expr, scope)
}

/** Formulas are worked out for every record: each is parsed once. */
const parsed = new Map<string, Expr | null>()
function parsedFormula(formula: string, fields: readonly Field[]): Expr | null {
  const known = [...fields.map((field) => field.id), TODAY]
  const key = `${known.join()}|${formula}`
  const found = parsed.get(key)
  if (found !== undefined) return found
  const result = parseFormula(formula, known)
  if (parsed.size > 500) parsed.clear()
  const expr = result.ok ? result.value : null
  parsed.set(key, expr)
  return expr
}

// ---- Writing it as TypeScript ------------------------------------------------------------------------------

const STRENGTH: Record<BinaryOperator, number> = {
  '||': 1,
  '&&': 2,
  '=': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
  '^': 8,
}
const IN_MATH = new Set<FunctionName>(['min', 'max', 'abs', 'floor', 'ceil', 'sqrt', 'pow', 'exp', 'log', 'log10'])
/** Functions of this file that written source must import. */
export const HELPERS = ['round', 'days', 'months', 'years', 'minutes', 'hours'] as const

/**
 * The formula as a TypeScript expression over plain variables (or what `name` makes of each). Calls to functions
 * of HELPERS stay calls: `helpersIn` lists what to import. Values are taken to be there; dates only meet in helpers.
 */
export function toTypeScript(expr: Expr, name: (id: string) => string = (id) => id): string {
  return typescript(expr, name, 0)
}

export function helpersIn(expr: Expr): string[] {
  const inner =
    expr.kind === 'call'
      ? expr.args.flatMap(helpersIn)
      : expr.kind === 'binary'
        ? [...helpersIn(expr.left), ...helpersIn(expr.right)]
        : expr.kind === 'unary'
          ? helpersIn(expr.of)
          : []
  const own = expr.kind === 'call' && (HELPERS as readonly string[]).includes(expr.fn) ? [expr.fn] : []
  return [...new Set([...own, ...inner])]
}

function typescript(expr: Expr, name: (id: string) => string, outer: number): string {
  const wrap = (text: string, strength: number) => (strength < outer ? `(${text})` : text)
  switch (expr.kind) {
    case 'number':
    case 'yesno':
      return String(expr.value)
    case 'text':
      return JSON.stringify(expr.value)
    case 'name':
      return name(expr.name)
    case 'unary':
      if (expr.op === 'percent') return wrap(`${typescript(expr.of, name, 6)} / 100`, 6)
      return wrap(`${expr.op}${typescript(expr.of, name, 8.5)}`, 7)
    case 'binary': {
      const strength = STRENGTH[expr.op]
      const sign = expr.op === '=' ? '===' : expr.op === '!=' ? '!==' : expr.op === '^' ? '**' : expr.op
      const left = typescript(expr.left, name, expr.op === '^' ? strength + 1 : strength)
      return wrap(`${left} ${sign} ${typescript(expr.right, name, expr.op === '^' ? strength : strength + 0.5)}`, strength)
    }
    case 'call':
      return callInTypeScript(expr, name, outer)
  }
}

function callInTypeScript(expr: Expr & { kind: 'call' }, name: (id: string) => string, outer: number): string {
  const args = expr.args.map((arg) => typescript(arg, name, 0))
  if (expr.fn === 'if') {
    const [test, then, otherwise] = [
      typescript(expr.args[0]!, name, 0.5),
      typescript(expr.args[1]!, name, 0.5),
      expr.args[2] ? typescript(expr.args[2], name, 0) : 'null',
    ]
    const text = `${test} ? ${then} : ${otherwise}`
    return outer > 0 ? `(${text})` : text
  }
  if (expr.fn === 'sum') return `(${expr.args.map((arg) => typescript(arg, name, 5)).join(' + ')})`
  if (expr.fn === 'mean') return `((${expr.args.map((arg) => typescript(arg, name, 5)).join(' + ')}) / ${args.length})`
  return `${IN_MATH.has(expr.fn) ? 'Math.' : ''}${expr.fn}(${args.join(', ')})`
}
