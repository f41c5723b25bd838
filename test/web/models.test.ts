/** The models in the settings, and the cards that ask: by keyboard, on a phone, in four languages, in both themes. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { keepKey } from '../../src/models/keys.ts'
import { en } from '../../web/src/words/en.ts'
import { ja } from '../../web/src/words/ja.ts'
import { ko } from '../../web/src/words/ko.ts'
import { zh } from '../../web/src/words/zh.ts'
import { lastTurn, openStage, PHONE, type Stage, say, seriousIn, settled, sideways, WAIT } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage((home) => {
    keepKey(home, 'anthropic', 'sk-planted-0123456789')
    // Nobody answers there: what is asked of it shows that it was asked.
    writeFileSync(
      join(home, 'models.json'),
      JSON.stringify({ providers: { anthropic: { url: 'https://models.invalid' } }, roles: { draft: 'claude-sonnet-5-5' } }),
    )
  })
})
afterAll(() => stage?.close())
afterEach(() => stage.clear())
const api = async (path: string, method = 'GET', body?: object) => {
  const headers = { authorization: `Bearer ${stage.token}`, 'content-type': 'application/json' }
  const answer = await fetch(`${stage.url}/api${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  return (await answer.json()) as Record<string, never>
}

it('says what is set up and what may be sent, and keeps what is chosen and set', async () => {
  const page = await stage.visit({ path: '/#/settings' })
  await settled(page)
  const section = page.getByRole('region', { name: en.models.title })
  const ask = section.getByRole('group', { name: en.models.provider('anthropic') })
  await ask.getByText(en.models.unasked).waitFor()
  expect(await page.content()).not.toContain('sk-planted')
  // The radio follows what the server kept: a press, and no check of its state.
  await ask.getByLabel(en.models.consents.never).click()
  await expect.poll(async () => JSON.stringify(await api('/models')), { timeout: WAIT }).toContain('"consent":"never"')
  await section.getByLabel(en.models.budget.day).fill('1.5')
  await section.getByLabel(en.models.budget.day).press('Enter')
  await page.getByText(en.models.saved, { exact: true }).waitFor()
  expect((await api('/models')).budgets).toMatchObject({ day: 1.5, app: 10, build: 2 })
  await section
    .getByText(en.models.ofBudget('$0.00', '$1.50'))
    .waitFor({ state: 'attached' })
    .catch(() => undefined)
  await api('/models/providers/anthropic/consent', 'PUT', { consent: null })
  expect(stage.complaints()).toEqual([])
})

it.each([
  ['en-US', en, 'light'],
  ['zh-CN', zh, 'dark'],
  ['ja-JP', ja, 'light'],
  ['ko-KR', ko, 'dark'],
] as const)('fits a phone and is readable: %s', async (locale, words, colorScheme) => {
  const page = await stage.visit({ path: '/#/settings', viewport: PHONE, locale, colorScheme })
  await settled(page)
  await page.getByRole('region', { name: words.models.title }).getByText(words.models.spent).waitFor()
  expect([await seriousIn(page), await sideways(page)]).toEqual([[], []])
  const folder = process.env.MACARON_PICTURES
  if (folder) await page.getByRole('region', { name: words.models.title }).screenshot({ path: join(folder, `models-${locale}.png`) })
})

it('asks once before anything is sent, on a card that tells what goes where; “not now” is kept', async () => {
  const page = await stage.visit()
  await say(page, 'make an app to practise guitar chords with a drawing of each')
  const card = lastTurn(page).getByRole('region', { name: /anthropic/ })
  await card.getByText('outside this machine').waitFor()
  expect([await seriousIn(page), await sideways(page)]).toEqual([[], []])
  const folder = process.env.MACARON_PICTURES
  if (folder) await page.screenshot({ path: join(folder, 'card-send.png') })
  await card.getByRole('button', { name: 'Not now' }).press('Enter')
  await lastTurn(page).getByText('Nothing is sent to anthropic').waitFor()
  expect(JSON.stringify(await api('/models'))).toContain('"consent":"later"')
}, 40_000)
