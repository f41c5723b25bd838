/** What waits, on the page: before and after, changed and then answered, on a phone, by keyboard alone. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { askToWrite, hold } from '../../src/approvals.ts'
import type { EventId } from '../../src/events.ts'
import { openHouse } from '../../src/house.ts'
import { keepKey } from '../../src/models/keys.ts'
import type { AppSpec } from '../../src/spec.ts'
import { write } from '../../src/studio/write.ts'
import { en } from '../../web/src/words/en.ts'
import { ja } from '../../web/src/words/ja.ts'
import { ko } from '../../web/src/words/ko.ts'
import { zh } from '../../web/src/words/zh.ts'
import { spec as cups } from '../sandbox/spec.ts'
import { lastTurn, openStage, PHONE, type Stage, say, seriousIn, settled, sideways, WAIT } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(async (home) => {
    keepKey(home, 'anthropic', 'sk-planted-0123456789')
    writeFileSync(
      join(home, 'models.json'),
      JSON.stringify({ providers: { anthropic: { url: 'https://models.invalid' } }, roles: { draft: 'claude-sonnet-5-5' } }),
    )
    const opened = await openHouse({ home, env: {} })
    if (!opened.ok) throw new Error(opened.error.message)
    const house = opened.value
    const spec: AppSpec = { ...cups(), risks: ['money'] }
    const app = await house.apps.draft(spec, 'x')
    if (!app.ok) throw new Error(app.error.message)
    await house.apps.publish(app.value, { spec, files: write(spec, { id: app.value, requests: ['x'] }), requests: ['x'], what: 'x' })
    const [{ fields }] = spec.collections as [AppSpec['collections'][0]]
    const changed: AppSpec = {
      ...spec,
      collections: [{ ...spec.collections[0]!, fields: [...fields, { id: 'size', label: 'Size', kind: 'text' }] }],
    }
    const files = write(changed, { id: app.value, requests: ['x', 'y'] })
    await hold(house, app.value, {
      ...{ version: 1, spec: changed, files, requests: ['x', 'y'], edits: [], what: 'Size', because: 'event0000001' as EventId },
      ...{ model: 'strong', reasons: [], checks: 7, changed: [], conversation: null },
    })
    const written = await house.apps
      .data(app.value)
      .write([{ id: 'w', do: 'create', collection: 'cups', values: { name: 'Latte', price: 4 } }], 'person')
    const record = written.ok ? written.value.records[0]!.id : ''
    const writes = [{ id: 'x', do: 'update' as const, collection: 'cups', record, values: { price: 40 } }]
    await askToWrite(house, { app: app.value, writes, language: 'en', locale: 'en-US', conversation: null })
    await house.close()
  })
}, 30_000)
afterAll(() => stage?.close())
afterEach(() => stage.clear())

/** By Tab, as somebody without a mouse gets there. */
async function tabTo(page: Page, target: Locator) {
  for (let at = 0; at < 120; at++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('not to be reached by Tab')
}
const press = async (page: Page, target: Locator) => {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}
const type = async (page: Page, target: Locator, text: string) => {
  await tabTo(page, target)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}

it.each([
  ['en-US', en, 'dark'],
  ['zh-CN', zh, 'light'],
  ['ja-JP', ja, 'dark'],
  ['ko-KR', ko, 'light'],
] as const)('fits a phone and is readable: %s', async (locale, words, colorScheme) => {
  const page = await stage.visit({ path: '/#/activity', viewport: PHONE, locale, colorScheme })
  await settled(page)
  const card = page.getByRole('region', { name: /Cups/ }).first()
  await card.getByRole('button', { name: words.cards.edit }).click()
  await card.getByRole('form', { name: words.cards.editing }).waitFor()
  expect([await seriousIn(page), await sideways(page)]).toEqual([[], []])
  const folder = process.env.MACARON_PICTURES
  if (folder) await page.screenshot({ path: join(folder, `approvals-${locale}.png`), fullPage: true })
})

it('is changed and then done exactly so, by keyboard on a phone: an app, an entry', async () => {
  const page = await stage.visit({ path: '/#/activity', viewport: PHONE })
  await settled(page)
  const app = page.getByRole('region', { name: 'Publish the change of' })
  await app.getByText('Size (text)').waitFor()
  await press(page, app.getByRole('button', { name: en.cards.edit }))
  await type(page, app.getByLabel('Name', { exact: true }), 'Cups and sizes')
  await type(page, app.getByLabel('Call “Size”'), 'How big')
  await press(page, app.getByRole('button', { name: en.cards.keepEdit }))
  await app.getByText(en.cards.edited).waitFor()
  await app.getByText('How big (text)').waitFor()
  await press(page, app.getByRole('button', { name: 'Yes, publish it' }))
  await page.getByText('“Cups and sizes” is published').first().waitFor()

  const entry = page.getByRole('region', { name: 'Change entries of' })
  await press(page, entry.getByRole('button', { name: en.cards.edit }))
  await type(page, entry.getByLabel('Latte · Price'), 'much')
  await press(page, entry.getByRole('button', { name: en.cards.keepEdit }))
  await entry.getByRole('alert').getByText('does not fit').waitFor()
  await type(page, entry.getByLabel('Latte · Price'), '4.5')
  await press(page, entry.getByRole('button', { name: en.cards.keepEdit }))
  await entry.getByText('Price: $4.50').waitFor()
  await press(page, entry.getByRole('button', { name: 'Yes, change them' }))
  await page.getByText('the entries of “Cups and sizes” are changed').waitFor()
  const [{ id, name }] = (await stage.apps()) as [Awaited<ReturnType<Stage['apps']>>[0]]
  const { records } = (await (
    await fetch(`${stage.url}/api/apps/${id}/collections/cups/records`, { headers: { authorization: `Bearer ${stage.token}` } })
  ).json()) as { records: { values: { price: number } }[] }
  expect([name, records.map(({ values }) => values.price)]).toEqual(['Cups and sizes', [4.5]])
}, 40_000)

it('takes the amount that was set for a question of sending, in the conversation', async () => {
  const page = await stage.visit({ path: '/#/talk', viewport: PHONE })
  await say(page, 'make an app to practise guitar chords with a drawing of each')
  const card = lastTurn(page).getByRole('region', { name: /anthropic/ })
  await press(page, card.getByRole('button', { name: en.cards.edit }))
  await type(page, card.getByLabel('Most dollars for this'), '0.02')
  await press(page, card.getByRole('button', { name: en.cards.keepEdit }))
  await expect.poll(async () => await card.locator('.changes ins').allTextContents(), { timeout: WAIT }).toContain('$0.02')
  expect([await seriousIn(page), await sideways(page)]).toEqual([[], []])
  await press(page, card.getByRole('button', { name: 'Yes', exact: true }))
  // The provider is not there: what counts is that it was asked within what was said.
  await lastTurn(page).getByText('anthropic may be asked from now on').waitFor()
  await lastTurn(page).and(page.locator('[aria-busy="false"]')).waitFor()
}, 40_000)
