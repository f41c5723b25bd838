/**
 * What test files of jest find when they are loaded: describe, test, hooks, expect and jest. They are run in order, each
 * within its time. Has no module mocks and no fake timers: a file that asks for them is told so.
 */
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  addCustomEqualityTesters,
  chai,
  customMatchers,
  GLOBAL_EXPECT,
  getState,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect'
import { clearAllMocks, fn, isMockFunction, resetAllMocks, restoreAllMocks, spyOn } from '@vitest/spy'

type Work = (done?: unknown) => unknown
type Hooks = { before: Work[]; beforeEach: Work[]; afterEach: Work[]; after: Work[] }
type Test = { kind: 'test'; name: string; work: Work; ms: number; skip: boolean; only: boolean }
type Group = Hooks & { kind: 'group'; name: string; skip: boolean; only: boolean; inside: (Test | Group)[] }
export type TestResult = { name: string; ok: boolean; skipped?: true; message?: string }

/** Milliseconds of one test, as jest has it. */
const PATIENCE = 5000
const groupOf = (name: string, skip = false, only = false): Group => ({
  ...{ kind: 'group', name, skip, only, inside: [] },
  ...{ before: [], beforeEach: [], afterEach: [], after: [] },
})
const root = groupOf('')
let current = root

const addTest = (name: string, work: Work = () => {}, ms = PATIENCE, flags: Partial<Test> = {}): void =>
  void current.inside.push({ kind: 'test', name: String(name), work, ms, skip: false, only: false, ...flags })
function addGroup(name: string, define: () => void, flags: { skip?: boolean; only?: boolean } = {}): void {
  const group = groupOf(String(name), flags.skip, flags.only)
  current.inside.push(group)
  const outer = current
  current = group
  try {
    define()
  } finally {
    current = outer
  }
}
/** `test.each([[1, 2]])('%s and %s', (a, b) => ...)` */
const each =
  <T extends (name: string, work: () => unknown) => void>(add: T) =>
  (rows: unknown[]) =>
  (name: string, work: (...row: unknown[]) => unknown) => {
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row]
      let at = 0
      add(
        name.replace(/%[sdifjop#]/g, () => String(values[at++])),
        () => work(...values),
      )
    }
  }
const test = Object.assign(addTest, {
  skip: (name: string) => addTest(name, () => {}, PATIENCE, { skip: true }),
  only: (name: string, work: Work, ms?: number) => addTest(name, work, ms, { only: true }),
  todo: (name: string) => addTest(name, () => {}, PATIENCE, { skip: true }),
  each: each(addTest),
})
const describe = Object.assign(addGroup, {
  skip: (name: string, define: () => void) => addGroup(name, define, { skip: true }),
  only: (name: string, define: () => void) => addGroup(name, define, { only: true }),
  each: each((name: string, define: () => unknown) => addGroup(name, () => void define())),
})

// ---- expect, jest ---------------------------------------------------------------------------------------------

const expect = ((value: unknown, message?: string) => {
  const { assertionCalls = 0 } = getState(expect)
  setState({ assertionCalls: assertionCalls + 1 }, expect)
  return chai.expect(value, message)
}) as unknown as Parameters<typeof getState>[0] & Record<string, unknown>
Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: expect, writable: true, configurable: true })
chai.use(JestExtend)
chai.use(JestChaiExpect)
chai.use(JestAsymmetricMatchers)
// What the plugins put on chai's own belongs on ours.
Object.assign(expect, chai.expect, (globalThis as Record<symbol, object>)[ASYMMETRIC_MATCHERS_OBJECT], {
  getState: () => getState(expect),
  setState: (state: object) => setState(state, expect),
  extend: (matchers: object) => (chai.expect as unknown as { extend(to: unknown, matchers: object): void }).extend(expect, matchers),
  addEqualityTesters: addCustomEqualityTesters,
  assertions: (expected: number) => setState({ expectedAssertionsNumber: expected }, expect),
  hasAssertions: () => setState({ isExpectingAssertions: true }, expect),
})
;(expect as unknown as { extend(matchers: object): void }).extend(customMatchers)

const unsupported = (what: string) => (): never => {
  throw new Error(`unsupported here: jest.${what}`)
}
const jest = {
  ...{ fn, spyOn, isMockFunction },
  clearAllMocks,
  resetAllMocks,
  restoreAllMocks,
  setTimeout: () => jest,
  ...Object.fromEntries(
    ['mock', 'unmock', 'doMock', 'requireActual', 'resetModules', 'useFakeTimers', 'advanceTimersByTime', 'runAllTimers'].map((what) => [
      what,
      unsupported(what),
    ]),
  ),
  useRealTimers: () => jest,
}

const hooks = {
  beforeAll: (work: Work) => void current.before.push(work),
  beforeEach: (work: Work) => void current.beforeEach.push(work),
  afterEach: (work: Work) => void current.afterEach.push(work),
  afterAll: (work: Work) => void current.after.push(work),
}
const names = {
  test,
  it: test,
  xit: test.skip,
  xtest: test.skip,
  describe,
  xdescribe: describe.skip,
  ...hooks,
  expect,
  jest,
  global: globalThis,
}
Object.assign(globalThis, names)

// ---- Running --------------------------------------------------------------------------------------------------

/** As in jsdom, nothing leads away from the page. */
function stay(): void {
  window.addEventListener('submit', (event) => event.preventDefault())
  window.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest?.('a[href]')
    if (link && !link.getAttribute('href')!.startsWith('#')) event.preventDefault()
  })
  const { navigation } = globalThis as unknown as { navigation?: EventTarget }
  navigation?.addEventListener('navigate', (event) => {
    if (!(event as Event & { destination: { sameDocument: boolean } }).destination.sameDocument) event.preventDefault()
  })
}

async function within(work: Work, ms: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${ms} ms`)), ms)
  })
  try {
    await Promise.race([work.length > 0 ? new Promise((resolve, reject) => calledBack(work, resolve, reject)) : work(), late])
  } finally {
    clearTimeout(timer)
  }
}
/** A test with an argument is done when it calls it. */
function calledBack(work: Work, resolve: (value?: unknown) => void, reject: (error: unknown) => void): void {
  const done = Object.assign((error?: unknown) => (error ? reject(error) : resolve()), { fail: reject })
  Promise.resolve(work(done)).catch(reject)
}

const anyOnly = (group: Group): boolean => group.inside.some((one) => one.only || (one.kind === 'group' && anyOnly(one)))
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 600)

async function one(test: Test, path: Group[], name: string): Promise<TestResult> {
  setState({ assertionCalls: 0, isExpectingAssertions: false, expectedAssertionsNumber: null, currentTestName: name }, expect)
  let problem: string | null = null
  try {
    for (const group of path) for (const hook of group.beforeEach) await within(hook, PATIENCE)
    await within(test.work, test.ms)
    const { assertionCalls = 0, isExpectingAssertions, expectedAssertionsNumber } = getState(expect)
    if (isExpectingAssertions && assertionCalls === 0) problem = 'expected at least one assertion'
    if (typeof expectedAssertionsNumber === 'number' && expectedAssertionsNumber !== assertionCalls)
      problem = `expected ${expectedAssertionsNumber} assertions, had ${assertionCalls}`
  } catch (error) {
    problem = messageOf(error)
  }
  for (const group of path.toReversed())
    for (const hook of group.afterEach)
      await within(hook, PATIENCE).catch((error) => {
        problem ??= messageOf(error)
      })
  return problem === null ? { name, ok: true } : { name, ok: false, message: problem }
}

async function whole(group: Group, path: Group[], only: boolean, results: TestResult[]): Promise<void> {
  const here = [...path, group]
  const named = (name: string) => [...here.map((one) => one.name), name].filter(Boolean).join(' > ')
  let broken: string | null = null
  try {
    for (const hook of group.before) await within(hook, PATIENCE)
  } catch (error) {
    broken = messageOf(error)
  }
  for (const each of group.inside) {
    if (each.kind === 'group') await whole({ ...each, skip: each.skip || group.skip }, here, only && !each.only, results)
    else if (each.skip || group.skip || (only && !each.only)) results.push({ name: named(each.name), ok: true, skipped: true })
    else results.push(broken === null ? await one(each, here, named(each.name)) : { name: named(each.name), ok: false, message: broken })
  }
  for (const hook of group.after) await within(hook, PATIENCE).catch(() => {})
}

export async function runAll(): Promise<TestResult[]> {
  stay()
  const results: TestResult[] = []
  await whole(root, [], anyOnly(root), results)
  return results
}
