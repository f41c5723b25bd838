/** A conversation that begins with what fits the moment, as a person meets it. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { composer, expectText, lastTurn, openStage, PHONE, type Stage, say, seriousIn, settled, sideways, turns } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await stage.tell('Remember that my name is Kenji')
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'America/New_York' }).format(new Date())
  await stage.tell(`Remember that I put the bins out every ${weekday}`)
})
afterEach(() => stage.clear())
afterAll(() => stage.close())

it('greets by name, says what is today and why, stays as it was, and says nothing when nobody is to know', async () => {
  const page = await stage.visit()
  const opening = page.locator('.opening')
  await expectText(page, '.opening h2').toMatch(/^Good (?:morning|afternoon|evening), Kenji$/)
  expect(await opening.locator('li').allTextContents()).toEqual([expect.stringMatching(/^Today: I put the bins out/)])
  expect(await seriousIn(page)).toEqual([])
  await opening.getByRole('button', { name: 'Why this?' }).click()
  await expectText(page, 'dialog p').toMatch(/You told me .*bins/)
  await page.keyboard.press('Escape')
  await say(page, 'hello')
  expect(await opening.count()).toBe(1)
  await page.reload()
  await lastTurn(page).waitFor()
  expect([await opening.count(), await turns(page).count()]).toEqual([1, 1])
  await page.getByRole('button', { name: 'Incognito conversation' }).click()
  await page.locator('.welcome').waitFor()
  expect(await opening.count()).toBe(0)
  await page.getByRole('button', { name: 'New conversation' }).click()
  await opening.waitFor()
  expect(stage.complaints()).toEqual([])
})

it('fits a phone, and leads to the memory', async () => {
  const page = await stage.visit({ viewport: PHONE, locale: 'ja-JP', path: '/#/talk' })
  await expectText(page, '.opening h2').toMatch(/^Kenjiさん、/)
  await settled(page)
  expect(await sideways(page)).toEqual([])
  expect(await seriousIn(page)).toEqual([])
  await composer(page).waitFor()
  await page.locator('.opening a').first().click()
  await expect.poll(() => page.url()).toMatch(/#\/memory$/)
})
