/** The privacy centre: what is held, the ways to change it, by keyboard, on a phone, in four languages, in both themes. */
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { en } from '../../web/src/words/en.ts'
import { ja } from '../../web/src/words/ja.ts'
import { ko } from '../../web/src/words/ko.ts'
import { zh } from '../../web/src/words/zh.ts'
import { openStage, PHONE, type Stage, seriousIn, settled, sideways, toast, WAIT } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await stage.tell('Remember that I am allergic to walnuts')
  await stage.tell('Remember that my bike is blue')
})
afterAll(() => stage?.close())
afterEach(() => stage.clear())
const { privacy, settings, memory, talk, people, waysIn } = en

it('tells what is held, forgets a part of it, and leads to each place where it is changed, by keyboard', async () => {
  const page = await stage.visit({ path: '/#/privacy' })
  await settled(page)
  const held = page.getByRole('region', { name: privacy.held })
  const memories = held.getByRole('link', { name: privacy.kinds.memories })
  await expect.poll(() => memories.locator('.amount').textContent(), { timeout: WAIT }).toBe('2')
  expect(await memories.textContent()).toContain(privacy.from.asked(2))
  await page.getByText(privacy.unsealed).waitFor()
  await page.getByText(privacy.noModel).waitFor()
  await page.getByText(privacy.alone).waitFor()
  await page.getByText(privacy.telemetryLead).waitFor()

  await page.getByLabel(privacy.forgetAbout).fill('zyxomel')
  await page.keyboard.press('Enter')
  await page.getByText(en.common.nothingFits('zyxomel')).waitFor()
  expect(await page.getByRole('button', { name: memory.forgetAll }).isDisabled()).toBe(true)
  await page.keyboard.press('Escape')
  await page.getByLabel(privacy.forgetAbout).fill('walnuts')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: memory.forgetAll }).press('Enter')
  await toast(page).getByText(memory.forgotten).waitFor()
  await expect.poll(() => memories.locator('.amount').textContent(), { timeout: WAIT }).toBe('1')

  const who = page.getByRole('region', { name: privacy.who })
  for (const [part, title] of [
    [waysIn.title, privacy.you],
    [people.title, people.title],
    [en.models.title, en.models.title],
  ] as const) {
    await who.getByRole('link', { name: title }).press('Enter')
    await page.getByRole('heading', { name: settings.title, exact: true }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent), { timeout: WAIT }).toBe(part)
    const heading = page.getByRole('heading', { name: part, exact: true })
    await expect.poll(() => heading.evaluate((one) => one.getBoundingClientRect().top < innerHeight), { timeout: WAIT }).toBe(true)
    await page.goBack()
  }

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: privacy.record }).click()
  const record = readFileSync(await (await downloading).path(), 'utf8')
  expect(JSON.parse(record.split('\n')[0]!)).toMatchObject({ format: 'open-macaron/audit-1' })
  expect(record).not.toContain('walnuts')

  await page.getByRole('button', { name: privacy.incognito }).press('Enter')
  await page.getByText(talk.incognitoLead).waitFor()
  expect(stage.complaints()).toEqual([])
})

it('is reached from the bar, and what may leave is chosen there', async () => {
  const page = await stage.visit()
  await page.getByRole('navigation').first().getByRole('link', { name: en.nav.privacy }).click()
  const group = page.getByRole('group', { name: settings.anyModel })
  const kept = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/api/privacy'))
  await group.getByLabel(memory.classes.health).check()
  await kept
  await page.reload()
  await expect.poll(() => group.getByLabel(memory.classes.health).isChecked(), { timeout: WAIT }).toBe(true)
})

it.each([
  ['en-US', en, 'dark'],
  ['zh-CN', zh, 'light'],
  ['ja-JP', ja, 'light'],
  ['ko-KR', ko, 'dark'],
] as const)('fits a phone and is readable: %s', async (locale, words, colorScheme) => {
  const page = await stage.visit({ path: '/#/more', viewport: PHONE, locale, colorScheme })
  await page.locator('.canvas').getByRole('link', { name: words.nav.privacy }).click()
  await page.getByRole('region', { name: words.privacy.held }).waitFor()
  await settled(page)
  expect([await seriousIn(page), await sideways(page)]).toEqual([[], []])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await sideways(page)).toEqual([])
  expect(stage.complaints()).toEqual([])
})
