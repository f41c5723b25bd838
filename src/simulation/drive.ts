/** Carries out a plan in a real browser, as a person would, and says what came of it. */
import type { Frame, Page } from 'playwright-core'
import type { AppData } from '../apps/types.ts'
import type { Finding, Tried } from '../events.ts'
import type { AppSpec, Rec, Value } from '../spec.ts'
import type { Step } from './plan.ts'
import type { Scripts } from './scripts.ts'
import { ORIGIN } from './stage.ts'
import { TRIED } from './words.ts'
import './inside.ts'

export type Driven = { tried: Tried[]; findings: Finding[]; picture?: Uint8Array }
export type Drive = {
  page: Page
  spec: AppSpec
  plan: Step[]
  data: AppData
  scripts: Scripts /** milliseconds for all of it */
  budget: number
}

type Trying = Drive & { tried: Tried[]; findings: Finding[]; deadline: number }

export async function drive(given: Drive): Promise<Driven> {
  const trying: Trying = { ...given, tried: [], findings: [], deadline: performance.now() + given.budget }
  const { page, spec } = trying
  const words = TRIED[spec.language]
  const problems = listen(page)
  const frame = await open(trying)
  note(trying, words.opens, frame !== null, 'browser', 'The app did not become ready.')
  if (!frame) return done(trying, problems)
  if (spec.code) trying.plan = await onThisPage(frame, trying.plan)
  let real = true
  const added: { collection: string; record: string }[] = []
  for (const step of trying.plan) {
    if (performance.now() > trying.deadline) {
      trying.findings.push({ check: 'browser', message: 'The app was too slow to be tried completely.' })
      break
    }
    if (step.do === 'records') {
      const record = await records(trying, frame, step, real)
      if (record) added.push({ collection: step.collection, record })
      real = false
    } else if (step.do !== 'told') await look(trying, frame, step)
  }
  await axe(trying, frame)
  await reload(trying, added)
  const picture = await photograph(trying)
  if (spec.code) await asWritten(trying)
  const driven = done(trying, problems)
  return picture ? { ...driven, picture } : driven
}

function note(trying: Trying, what: string, ok: boolean, check: Finding['check'], message: string, where?: string, ms?: number): boolean {
  trying.tried.push({ what, ok, ...(!ok && { detail: message }), ...(ms !== undefined && { ms: Math.round(ms) }) })
  if (!ok) trying.findings.push({ check, message, ...(where && { where }) })
  return ok
}

/** Console errors, uncaught errors and policy violations, from the frame as from the page around it. */
function listen(page: Page): string[] {
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && problems.length < 20) problems.push(message.text().slice(0, 300))
  })
  page.on('pageerror', (error) => problems.length < 20 && problems.push(String(error.message).slice(0, 300)))
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}))
  return problems
}

function done(trying: Trying, problems: string[]): Driven {
  const quiet = [...new Set(problems)]
  trying.tried.push({ what: TRIED[trying.spec.language].quiet, ok: quiet.length === 0, ...(quiet[0] && { detail: quiet[0] }) })
  for (const message of quiet) trying.findings.push({ check: 'console', message })
  return { tried: trying.tried, findings: trying.findings }
}

async function open({ page, scripts }: Trying): Promise<Frame | null> {
  await page.goto(`${ORIGIN}/`, { waitUntil: 'commit', timeout: 5000 })
  const handle = await page.waitForSelector('#frame', { state: 'attached', timeout: 5000 })
  const frame = await handle.contentFrame()
  if (!frame) return null
  await frame.waitForURL(`${ORIGIN}/frame`, { waitUntil: 'domcontentloaded', timeout: 5000 })
  await frame.evaluate(scripts.inside)
  return (await frame.evaluate(() => globalThis.macaronInside.ready(5000))) ? frame : null
}

type Look = Exclude<Step, { do: 'records' | 'told' }>

async function look(trying: Trying, frame: Frame, step: Look): Promise<void> {
  const words = TRIED[trying.spec.language]
  const started = performance.now()
  const took = () => performance.now() - started
  const there = (hooks: [string, string][]) => hooks.some(([name, id]) => globalThis.macaronInside.present(name, id))
  if (step.optional && !(await frame.evaluate(there, hooksOf(step)))) return
  if (step.do === 'view') {
    const ok = await frame.evaluate((view) => globalThis.macaronInside.show(view), step.view)
    note(trying, words.view(step.label), ok, 'browser', `The view “${step.label}” did not show.`, step.view, took())
  } else if (step.do === 'tool') {
    const ok = await frame.evaluate(([id, view]) => globalThis.macaronInside.tool(id!, view ?? null), [step.behaviour, step.view] as const)
    note(trying, words.tool(step.label), ok, 'browser', `“${step.label}” did not show.`, step.behaviour, took())
  } else {
    const ok = await frame.evaluate((id) => globalThis.macaronInside.present('data-limit', id), step.behaviour)
    note(trying, words.limit(step.label), ok, 'browser', `The limit “${step.label}” is not shown.`, step.behaviour, took())
  }
}

/** Entries are looked for in the views that a written page has; what it shows in a way of its own is looked for by its words. */
async function onThisPage(frame: Frame, plan: Step[]): Promise<Step[]> {
  const has = (view: string) => ['data-tab', 'data-view'].some((name) => globalThis.macaronInside.present(name, view))
  return Promise.all(
    plan.map(async (step) => {
      if (step.do !== 'records') return step
      const there = await Promise.all(step.views.map((view) => frame.evaluate(has, view)))
      return { ...step, views: step.views.filter((_, at) => there[at]) }
    }),
  )
}

/** Where the kit puts a view, a tool or a limit: what a page that somebody wrote may or may not have. */
function hooksOf(step: Look): [string, string][] {
  if (step.do === 'limit') return [['data-limit', step.behaviour]]
  const view = step.view ?? ''
  const tabs: [string, string][] = [
    ['data-tab', view],
    ['data-view', view],
  ]
  return step.do === 'tool' ? [...tabs, ['data-tool', step.behaviour]] : tabs
}

/**
 * What only a page that somebody wrote can get wrong: that what is told to its data shows on it, that the notes on risks
 * are still to be read, and that nothing on it breaks when it is used.
 */
async function asWritten(trying: Trying): Promise<void> {
  const words = TRIED[trying.spec.language]
  const told = await Promise.all(trying.plan.flatMap((step) => (step.do === 'told' ? [tell(trying, step)] : [])))
  const frame = await open(trying)
  if (!frame) return void note(trying, words.reload, false, 'browser', 'After an entry was written to its data the app did not open again.')
  if (trying.spec.risks.length && !(await frame.evaluate(() => globalThis.macaronInside.legible('.advice'))))
    trying.findings.push({
      check: 'browser',
      message: 'The note on risks is not shown. Everything stands inside <App>, and no style hides .advice.',
    })
  for (const { step, record } of told) {
    if (!record) continue
    const seen = await frame.evaluate(([words, id]) => globalThis.macaronInside.find(words, id), [step.words, record] as const)
    const message = `An entry written to “${step.label}” (${step.words.slice(0, 2).join(', ')}) is nowhere on the page. Show the records of useCollection('${step.collection}'), or set "hidden": true on that collection in app.json.`
    note(trying, words.told(step.label), seen, 'browser', message, step.collection)
  }
  const started = performance.now()
  await frame.evaluate(() => globalThis.macaronInside.explore())
  const whole = await frame.evaluate(() => globalThis.macaronInside.alive())
  note(
    trying,
    words.explored,
    whole,
    'browser',
    'The page was empty after its buttons were pressed.',
    undefined,
    performance.now() - started,
  )
}

type ToldStep = Extract<Step, { do: 'told' }>

async function tell(trying: Trying, step: ToldStep): Promise<{ step: ToldStep; record: string | null }> {
  const collection = trying.spec.collections.find((one) => one.id === step.collection)!
  const values = { ...step.values }
  for (const field of collection.fields)
    if (field.kind === 'relation' && field.required && !field.hidden) {
      const [first] = await idsOf(trying.data, field.to)
      // Nothing to point at: no entry can be made before one of those.
      if (!first) return { step, record: null }
      values[field.id] = field.many ? [first] : first
    }
  const written = await trying.data.write([{ id: `told-${step.collection}`, do: 'create', collection: step.collection, values }], 'agent')
  if (written.ok) return { step, record: written.value.records[0]?.id ?? null }
  note(trying, TRIED[trying.spec.language].told(step.label), false, 'browser', written.error.message, step.collection)
  return { step, record: null }
}

type RecordStep = Extract<Step, { do: 'records' }>

/** Adds one, looks for it, changes it, deletes another, brings that back. Answers with the added record's id. */
async function records(trying: Trying, frame: Frame, step: RecordStep, real: boolean): Promise<string | null> {
  const words = TRIED[trying.spec.language]
  const started = performance.now()
  const before = await idsOf(trying.data, step.collection)
  const filled = await frame.evaluate(([collection, values]) => globalThis.macaronInside.fill(collection, values), [
    step.collection,
    step.values,
  ] as const)
  if (!filled.opened) {
    if (step.needed) note(trying, words.add(step.label), false, 'browser', `There is no form for “${step.label}”.`, step.collection)
    return null
  }
  await send(trying, frame, step.collection, real)
  const record = await fresh(trying.data, step.collection, before)
  if (!record) {
    const complaint = await frame.evaluate(() => globalThis.macaronInside.complaint())
    note(trying, words.add(step.label), false, 'browser', `An entry in “${step.label}” was not saved. ${complaint}`.trim(), step.collection)
    return null
  }
  await frame.evaluate(() => globalThis.macaronInside.closed())
  const wrong = Object.entries(filled.set).filter(([field, value]) => !same(record.values[field], value as Value))
  for (const [field, value] of wrong)
    trying.findings.push({
      check: 'browser',
      message: `“${field}” was entered as ${JSON.stringify(value)} and saved as ${JSON.stringify(record.values[field] ?? null)}.`,
      where: field,
    })
  const seen =
    step.views.length === 0 ||
    (await frame.evaluate(([id, views]) => globalThis.macaronInside.listed(id, views), [record.id, step.views] as const))
  note(
    trying,
    words.add(step.label),
    seen && wrong.length === 0,
    'browser',
    wrong.length ? 'Values were not saved as entered.' : `A new entry in “${step.label}” does not show.`,
    step.collection,
    performance.now() - started,
  )
  if (seen && step.views.length) {
    await change(trying, frame, step, record)
    await remove(trying, frame, step, record)
  }
  return (await idsOf(trying.data, step.collection)).has(record.id) ? record.id : null
}

/** The first time by a real mouse and its events, after that by script. */
async function send({ page }: Trying, frame: Frame, collection: string, real: boolean): Promise<void> {
  if (real && (await frame.evaluate((id) => globalThis.macaronInside.markSubmit(id), collection))) {
    const button = frame.locator('[data-check-target]').first()
    const clicked = await button.click({ timeout: 1500, noWaitAfter: true }).then(
      () => true,
      () => false,
    )
    if (clicked) return
  }
  if (page.isClosed()) return
  await frame.evaluate((id) => globalThis.macaronInside.submit(id), collection)
}

async function change(trying: Trying, frame: Frame, step: RecordStep, record: Rec): Promise<void> {
  const started = performance.now()
  const opened = await frame.evaluate(([id, views]) => globalThis.macaronInside.act(id, 'edit', views), [record.id, step.views] as const)
  if (!opened) return
  const filled = await frame.evaluate(([collection, values]) => globalThis.macaronInside.fill(collection, values), [
    step.collection,
    step.changed,
  ] as const)
  if (!filled.opened)
    return void note(
      trying,
      TRIED[trying.spec.language].edit(step.label),
      false,
      'browser',
      `An entry in “${step.label}” cannot be opened to change it.`,
      step.collection,
    )
  await send(trying, frame, step.collection, false)
  const fields = Object.entries(filled.set)
  const ok = await eventually(async () => {
    const now = (await listOf(trying.data, step.collection)).find((one) => one.id === record.id)
    return Boolean(now && now.seq > record.seq && fields.every(([field, value]) => same(now.values[field], value as Value)))
  })
  await frame.evaluate(() => globalThis.macaronInside.closed())
  note(
    trying,
    TRIED[trying.spec.language].edit(step.label),
    ok,
    'browser',
    `A change to an entry in “${step.label}” was not saved.`,
    step.collection,
    performance.now() - started,
  )
}

async function remove(trying: Trying, frame: Frame, step: RecordStep, record: Rec): Promise<void> {
  const words = TRIED[trying.spec.language]
  const pressed = await frame.evaluate(([id, views]) => globalThis.macaronInside.act(id, 'delete', views), [record.id, step.views] as const)
  if (!pressed) return
  await frame.evaluate(() => globalThis.macaronInside.confirm())
  const gone = await eventually(async () => !(await idsOf(trying.data, step.collection)).has(record.id))
  if (!note(trying, words.remove(step.label), gone, 'browser', `An entry in “${step.label}” cannot be deleted.`, step.collection)) return
  const count = (await idsOf(trying.data, step.collection)).size
  if (!(await frame.evaluate(() => globalThis.macaronInside.press('undo')))) return
  const back = await eventually(async () => (await idsOf(trying.data, step.collection)).size > count)
  note(trying, words.undo(step.label), back, 'browser', `Undo did not bring an entry in “${step.label}” back.`, step.collection)
}

async function reload(trying: Trying, added: { collection: string; record: string }[]): Promise<void> {
  const frame = await open(trying)
  const alive = frame !== null && (await frame.evaluate(() => globalThis.macaronInside.alive()))
  const kept = await Promise.all(added.map(async ({ collection, record }) => (await idsOf(trying.data, collection)).has(record)))
  const step = trying.plan.find(
    (one): one is RecordStep => one.do === 'records' && one.views.length > 0 && added.some((two) => two.collection === one.collection),
  )
  const again = step && added.find((one) => one.collection === step.collection)
  const seen =
    !step ||
    !again ||
    !frame ||
    (await frame.evaluate(([id, views]) => globalThis.macaronInside.listed(id, views), [again.record, step.views] as const))
  note(
    trying,
    TRIED[trying.spec.language].reload,
    alive && seen && kept.every(Boolean),
    'browser',
    'After a reload not everything was there.',
  )
  const first = trying.spec.views.find((view) => !view.hidden)
  if (frame && first) await frame.evaluate((view) => globalThis.macaronInside.show(view), first.id)
}

async function axe(trying: Trying, frame: Frame): Promise<void> {
  const found = await frame.evaluate(
    `${trying.scripts.axe};axe.run(document,{runOnly:['wcag2a','wcag2aa','wcag21aa','wcag22aa'],resultTypes:['violations'],preload:false}).then(r=>r.violations.filter(v=>v.impact==='serious'||v.impact==='critical').map(v=>v.id+': '+v.help+' ('+v.nodes.slice(0,2).map(n=>n.target.join(' ')).join(', ')+')'))`,
  )
  const violations = (found as string[]).slice(0, 10)
  const [first] = violations
  trying.tried.push({ what: TRIED[trying.spec.language].accessible, ok: !first, ...(first && { detail: first }) })
  for (const message of violations) trying.findings.push({ check: 'accessibility', message: message.slice(0, 300) })
}

const photograph = ({ page }: Trying): Promise<Uint8Array | null> =>
  page.screenshot({ type: 'png', timeout: 3000, animations: 'disabled', scale: 'device' }).catch(() => null)

// ---- What the data says ---------------------------------------------------------------------------------------

async function listOf(data: AppData, collection: string): Promise<Rec[]> {
  const records = await data.records(collection)
  return records.ok ? records.value : []
}
const idsOf = async (data: AppData, collection: string) => new Set((await listOf(data, collection)).map((record) => record.id))

async function fresh(data: AppData, collection: string, before: ReadonlySet<string>): Promise<Rec | null> {
  let found: Rec | null = null
  await eventually(async () => {
    found = (await listOf(data, collection)).find((record) => !before.has(record.id)) ?? null
    return found !== null
  })
  return found
}

async function eventually(look: () => Promise<boolean>, ms = 1500): Promise<boolean> {
  const end = performance.now() + ms
  while (!(await look())) {
    if (performance.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return true
}

const same = (stored: Value | undefined, entered: Value): boolean =>
  JSON.stringify(stored ?? null) === JSON.stringify(entered) ||
  (entered === false && (stored ?? null) === null) ||
  (typeof stored === 'number' && Number(entered) === stored)
