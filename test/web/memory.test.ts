/** Memory as a person uses it: seen, put right, pinned, retired, brought back, forgotten; an incognito conversation. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { en } from '../../web/src/words/en.ts'
import { openStage, PHONE, type Stage, say, seriousIn, settled, sideways, toast, WAIT } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await stage.tell('Remember that I am allergic to walnuts')
  await stage.tell('Remember that my bike is blue')
})
afterAll(() => stage?.close())
afterEach(() => stage.clear())

it('is put right, retired, brought back and forgotten, by keyboard and on a phone', async () => {
  const page = await stage.visit({ path: '/#/memory', viewport: PHONE })
  await settled(page)
  const row = (text: string) => page.locator('.memories > li', { hasText: text })
  const choose = async (text: string, item: string) => {
    await row(text).getByRole('button').last().press('Enter')
    await page.getByRole('menuitem', { name: item }).press('Enter')
  }
  await row('bike is blue').waitFor()
  expect([await seriousIn(page), await sideways(page)]).toEqual([[], []])
  await choose('bike', en.memory.correct)
  await page.getByLabel(en.memory.correctLabel).fill('my bike is green')
  await page.keyboard.press('Enter')
  await row('bike is green').waitFor()
  await choose('bike', en.memory.story)
  await page.getByText(en.memory.recalls).waitFor()
  expect(await seriousIn(page)).toEqual([])
  await page.keyboard.press('Escape')
  await choose('bike', en.memory.retire)
  await expect.poll(() => row('bike').count(), { timeout: WAIT }).toBe(0)
  await page.getByLabel(en.memory.showRetired).check()
  await choose('bike', en.memory.restore)
  await expect.poll(() => row('bike').getAttribute('data-retired'), { timeout: WAIT }).toBe('false')
  await page.getByRole('searchbox').fill('walnuts')
  await page.getByRole('button', { name: en.memory.forgetAbout('walnuts') }).click()
  await page.getByRole('button', { name: en.memory.forgetAll }).click()
  await toast(page).getByText(en.memory.forgotten).waitFor()
  await page.getByText(en.common.nothingFits('walnuts')).waitFor()
  expect(stage.complaints()).toEqual([])
})

it('keeps nothing of an incognito conversation', async () => {
  const page = await stage.visit()
  const incognito = page.getByRole('button', { name: en.talk.incognito })
  await incognito.click()
  await page.getByText(en.talk.incognitoLead).waitFor()
  await say(page, 'Remember that I like zyxomel')
  expect(await seriousIn(page)).toEqual([])
  await incognito.click()
  expect(await incognito.getAttribute('aria-pressed')).toBe('false')
  const audit = async () =>
    (await fetch(`${stage.url}/api/audit?limit=500`, { headers: { authorization: `Bearer ${stage.token}` } })).text()
  await expect.poll(async () => (await audit()).includes('zyxomel'), { timeout: WAIT }).toBe(false)
})
