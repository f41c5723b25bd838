/** The page of what was learned: read, opened, begun anew and switched off by keyboard; on a phone, in every tongue, in both themes. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import type { ConversationId, EventBody, TurnId } from '../../src/events.ts'
import { openHouse } from '../../src/house.ts'
import { featuresOf } from '../../src/policy/topics.ts'
import { en } from '../../web/src/words/en.ts'
import { ja } from '../../web/src/words/ja.ts'
import { ko } from '../../web/src/words/ko.ts'
import { zh } from '../../web/src/words/zh.ts'
import { openStage, PHONE, type Stage, seriousIn, settled, sideways, toast, WAIT } from './stage.ts'

/** Thirty-four apps of somebody who likes them compact. */
async function taught(home: string): Promise<void> {
  const opened = await openHouse({ home })
  if (!opened.ok) throw new Error(opened.error.message)
  const { policy, store, learning, person, newId, close } = opened.value
  const conversation = 'conversation0001' as ConversationId
  for (let n = 0; n < 34; n++) {
    const at = { person, conversation, turn: newId<TurnId>() }
    const append = async (body: EventBody) => {
      const noted = await store.journal.append(body, at)
      if (!noted.ok) throw new Error(noted.error.message)
      return noted.value
    }
    const { choice } = await policy.prefer('density', featuresOf('density', true, false), conversation)
    await append(choice!)
    const reply = await append({ type: 'reply-end', text: 'Done.', language: 'en', cards: [], chips: [] })
    await append({ type: 'feedback-received', about: reply.id, value: choice!.action === 'compact' ? 1 : -1 })
    await learning.settle()
  }
  await close()
}

let stage: Stage
beforeAll(async () => {
  stage = await openStage(taught)
})
afterAll(() => stage?.close())
afterEach(() => stage.clear())

it.each([
  ['en-US', en, 'light', 'New apps are made compact.'],
  ['zh-CN', zh, 'dark', '新应用排得紧凑。'],
  ['zh-TW', null, 'light', '新應用排得緊湊。'],
  ['ja-JP', ja, 'dark', '新しいアプリはコンパクトに作ります。'],
  ['ko-KR', ko, 'light', '새 앱은 촘촘하게 만들어요.'],
] as const)('fits a phone and is readable: %s', async (locale, words, colorScheme, says) => {
  const page = await stage.visit({ path: '/#/insights', viewport: PHONE, locale, colorScheme })
  await settled(page)
  await page.locator('strong', { hasText: says }).waitFor()
  if (words) await page.getByRole('heading', { name: words.insights.title }).waitFor()
  await page.getByRole('button', { expanded: false }).first().press('Enter')
  await page.locator('.lines > li').first().waitFor()
  expect([await seriousIn(page), await sideways(page)]).toEqual([[], []])
  const folder = process.env.MACARON_PICTURES
  if (folder) await page.screenshot({ path: `${folder}/insights-${locale}.png` })
  expect(stage.complaints()).toEqual([])
})

it('is found from every page, switched off and on, and begun anew by topic, by keyboard', async () => {
  const page = await stage.visit()
  await page.getByRole('link', { name: en.nav.insights }).press('Enter')
  await settled(page)
  const card = page.getByRole('region', { name: 'How much room new apps take' })
  await card.locator('strong', { hasText: 'New apps are made compact.' }).waitFor()
  await card.getByText(/^From 34 occasions: \d+ praised, \d+ disliked\.$/).waitFor()
  await card.getByText(/at least 99\.9% sure/).waitFor()
  expect([await seriousIn(page), await sideways(page)]).toEqual([[], []])
  const decides = card.getByRole('combobox', { name: en.insights.decides })
  await decides.selectOption({ label: 'New apps get plenty of room.' })
  await toast(page).getByText(en.insights.locked).waitFor()
  await card.getByText('You have fixed this yourself').waitFor()
  await decides.selectOption({ label: en.insights.learned })
  await card.getByText(/at least 99\.9% sure/).waitFor()
  const learns = page.getByLabel(en.insights.learns)
  await learns.press(' ')
  await toast(page).getByText(en.insights.off).waitFor()
  await card.getByText('Learning is off').waitFor()
  expect(await learns.isChecked()).toBe(false)
  await learns.press(' ')
  await card.locator('strong', { hasText: 'New apps are made compact.' }).waitFor()
  await card.getByRole('button', { name: en.insights.againOf('How much room new apps take') }).press('Enter')
  await card.getByText('There was no occasion yet.').waitFor()
  await expect
    .poll(() => card.getByRole('button', { name: en.insights.againOf('How much room new apps take') }).isDisabled(), { timeout: WAIT })
    .toBe(true)
  expect(stage.complaints()).toEqual([])
})
