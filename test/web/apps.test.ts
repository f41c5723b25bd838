/** Apps at their own address, as a person uses them: what was found by using them, in a real browser. */
import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { AppId } from '../../src/events.ts'
import { openStage, PHONE, type Stage, WAIT } from './stage.ts'

let stage: Stage
let coffee: AppId
let habits: AppId
beforeAll(async () => {
  stage = await openStage()
  await stage.tell('Track what I spend on coffee, at most $60 a month')
  await stage.tell('Habit tracker: run, read and stretch')
  const apps = await stage.apps()
  coffee = apps.find(({ name }) => /coffee/i.test(name))!.id
  habits = apps.find(({ name }) => /habit/i.test(name))!.id
}, 60_000)
afterEach(() => stage.clear())
afterAll(() => stage.close())

const inFrame = (page: Page): FrameLocator => page.frameLocator('#frame')
const ready = (page: Page) => inFrame(page).locator('html[data-ready]').waitFor({ state: 'attached' })
async function open(app: AppId): Promise<Page> {
  const page = await stage.visit({ path: `/apps/${app}`, viewport: PHONE })
  await ready(page)
  return page
}

describe('a form', () => {
  it('takes what was wrong with a value back once the value is another', async () => {
    const page = await open(coffee)
    const app = inFrame(page)
    await app.locator('[data-action="add"]').first().click()
    await app.locator('dialog [data-action="save"]').click()
    await app.locator('dialog .error').waitFor()
    await app.locator('dialog [data-field] input[aria-invalid="true"]').fill('3')
    await expect.poll(() => app.locator('dialog .error').count(), { timeout: WAIT }).toBe(0)
  })
})

describe('a form that was opened where there was nothing yet', () => {
  it('looks like any other, stays with what was typed when an entry arrives, and gives the focus on', async () => {
    const page = await open(coffee)
    const app = inFrame(page)
    await app.locator('.empty [data-action="add"]').first().press('Enter')
    const label = app.locator('dialog label').first()
    expect(await label.evaluate((node) => getComputedStyle(node).textAlign)).toBe('start')
    const amount = app.locator('dialog [data-field="amount"] input')
    await amount.fill('4')
    await stage.tell('3.50 tea', coffee)
    await app.getByText('tea', { exact: true }).first().waitFor()
    expect(await amount.inputValue()).toBe('4')
    await amount.press('Enter')
    await expect.poll(() => app.locator('dialog').count(), { timeout: WAIT }).toBe(0)
    await expect.poll(() => app.locator(':focus').getAttribute('data-action'), { timeout: WAIT }).toBe('add')
  })

  it('changes only what was changed in it: what came into the others meanwhile stays', async () => {
    const page = await open(coffee)
    const app = inFrame(page)
    await app.getByText('tea', { exact: true }).first().click()
    const amount = app.locator('dialog [data-field="amount"] input')
    await amount.fill('5')
    await stage.tell('change the shop of tea to Kyoto House', coffee)
    await app.getByText('Kyoto House').first().waitFor()
    await amount.press('Enter')
    await expect.poll(() => app.locator('dialog').count(), { timeout: WAIT }).toBe(0)
    const row = app.locator('.list > li', { hasText: 'Kyoto House' })
    await expect.poll(() => row.textContent(), { timeout: WAIT }).toContain('$5')
  })
})

describe('a list', () => {
  it('is put in the order a person asks for, one way and the other, and back', async () => {
    for (const [price, what] of [
      [4, 'flat white'],
      [9, 'beans'],
      [2, 'drip'],
      [6, 'mocha'],
      [3, 'tea'],
      [5, 'cortado'],
    ] as const)
      await stage.tell(`${price}.50 ${what}`, coffee)
    const page = await open(coffee)
    const app = inFrame(page)
    const list = app
      .locator('[data-view]')
      .filter({ has: app.locator('ul.list') })
      .first()
    const amounts = async () => (await list.locator('.row-figures').allInnerTexts()).map((text) => Number(text.replace(/[^\d.]/g, '')))
    const order = list.locator('[data-action="order"]')
    await order.selectOption({ label: 'Sort by Amount' })
    const down = await amounts()
    expect(down.length).toBeGreaterThanOrEqual(6)
    expect(down).toEqual([...down].sort((a, b) => b - a))
    await list.locator('[data-action="turn"]').click()
    await expect.poll(amounts, { timeout: WAIT }).toEqual([...down].reverse())
    await order.selectOption('')
    await expect.poll(() => list.locator('[data-action="turn"]').count(), { timeout: WAIT }).toBe(0)
    expect(stage.complaints()).toEqual([])
  })
})

describe('a habit', () => {
  it('is ticked for today with one press, and the tick is taken back with another', async () => {
    const page = await open(habits)
    const app = inFrame(page)
    const marks = app.locator('[data-action="mark"]')
    expect(await marks.count()).toBe(3)
    await marks.nth(1).click()
    await expect.poll(() => marks.nth(1).isChecked(), { timeout: WAIT }).toBe(true)
    await expect.poll(() => app.locator('.dots i.on').count(), { timeout: WAIT }).toBe(1)
    expect(await marks.nth(0).isChecked()).toBe(false)
    await page.reload()
    await ready(page)
    expect(await marks.nth(1).isChecked()).toBe(true)
    await marks.nth(1).click()
    await expect.poll(() => app.locator('.dots i.on').count(), { timeout: WAIT }).toBe(0)
  })
})

describe('data that cannot be read', () => {
  it('is never shown as no data: the way on is offered, and works', async () => {
    const page = await stage.visit()
    let failing = true
    await page.route('**/bridge', (route) =>
      failing && route.request().postData()?.includes('"records"') ? route.fulfill({ status: 503, body: '' }) : route.continue(),
    )
    await page.goto(`${stage.url}/apps/${coffee}`)
    const app = inFrame(page)
    const retry = app.locator('[data-action="retry"]')
    await retry.waitFor()
    expect(await app.locator('[data-view]').count()).toBe(0)
    failing = false
    await retry.click()
    await ready(page)
    await app.locator('[data-view]').first().waitFor()
    stage.complaints()
  })
})

describe('a connection that was gone', () => {
  it('brings what changed meanwhile when it is back', async () => {
    const page = await stage.visit()
    let gone = true
    await page.route('**/events', (route) => (gone ? route.abort() : route.continue()))
    await page.goto(`${stage.url}/apps/${coffee}`)
    await ready(page)
    await stage.tell('4.50 latte at Blue Bottle', coffee)
    expect(await inFrame(page).getByText('latte').count()).toBe(0)
    gone = false
    await inFrame(page).getByText('latte').first().waitFor()
    stage.complaints()
  })
})

describe('a page that is still opening', () => {
  it('shows what changed after its data was read', async () => {
    const page = await stage.visit()
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/frame', async (route) => {
      await held
      await route.continue()
    })
    const read = page.waitForResponse((response) => response.request().postData()?.includes('"records"') ?? false)
    const followed = page.waitForResponse('**/events')
    await page.goto(`${stage.url}/apps/${coffee}`, { waitUntil: 'commit' })
    await Promise.all([read, followed])
    await stage.tell('3.20 macchiato at Blue Bottle', coffee)
    release()
    await inFrame(page).getByText('macchiato').first().waitFor()
    stage.complaints()
  })
})
