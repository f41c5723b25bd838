import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { AppId } from '../../src/events.ts'
import { en } from '../../web/src/words/en.ts'
import { ja } from '../../web/src/words/ja.ts'
import { ko } from '../../web/src/words/ko.ts'
import type { Words } from '../../web/src/words/types.ts'
import { zh } from '../../web/src/words/zh.ts'
import {
  answered,
  composer,
  expectText,
  inApp,
  lastTurn,
  openStage,
  PHONE,
  type Stage,
  say,
  seriousIn,
  settled,
  sideways,
  toast,
  turns,
  WAIT,
} from './stage.ts'

let stage: Stage
/** An app that every test may look at and write into. */
let coffee: AppId
const atApp = (id: AppId, more = '') => `/#/app/${id}${more}`
const said = (page: Page) => page.locator('.said').allTextContents()

beforeAll(async () => {
  stage = await openStage()
  await stage.tell('Track my coffee: price, kind and a rating')
  coffee = (await stage.apps())[0]!.id
})
afterAll(() => stage?.close())
afterEach(async () => {
  await stage.clear()
  expect(stage.complaints()).toEqual([])
})

describe('signing in', () => {
  /** Asking who is there is how the page learns that nobody is; the browser writes that down. */
  const expected = () => expect(stage.complaints().every((line) => line.includes('401'))).toBe(true)

  it('by the address the server printed; the token leaves the address', async () => {
    const page = await stage.visit()
    await composer(page).waitFor()
    expect(page.url()).not.toContain(stage.token)
  })

  it('by the form, which says when a token is wrong', async () => {
    const page = await stage.visit({ signedIn: false })
    const field = page.getByLabel(en.signIn.token, { exact: true })
    await field.fill('not-the-token')
    await field.press('Enter')
    await page.getByRole('alert').getByText(en.signIn.wrong).waitFor()
    await field.fill(stage.token)
    await page.getByRole('button', { name: en.signIn.submit }).click()
    await composer(page).waitFor()
    expected()
  })

  it.each([
    ['zh-CN', zh],
    ['ja-JP', ja],
    ['ko-KR', ko],
  ])('in %s', async (locale, words) => {
    const page = await stage.visit({ signedIn: false, locale })
    await page.getByText(words.signIn.lead).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2))
    expected()
  })
})

describe('a first visit', () => {
  it.each<[string, Words]>([
    ['en-US', en],
    ['zh-CN', zh],
    ['ja-JP', ja],
    ['ko-KR', ko],
  ])('shows three examples in %s', async (locale, words) => {
    const page = await stage.visit({ locale })
    await page.getByRole('heading', { name: words.talk.welcome }).waitFor()
    expect(await page.locator('.examples button').allTextContents()).toEqual(words.talk.examples)
  })
})

describe('talking', () => {
  it('builds: steps, a first frame, then the checked app in the canvas, with its evidence', async () => {
    const page = await stage.visit()
    await composer(page).fill('A reading list with author and pages')
    await composer(page).press('Enter')
    await page.locator('.progress progress').waitFor()
    await page.locator('.app-view iframe').waitFor()
    await inApp(page).getByRole('button', { name: /^Add/ }).first().waitFor()
    await answered(page, 1)
    await lastTurn(page).locator('.seal').waitFor()
    await lastTurn(page).locator('.steps > summary').click()
    await lastTurn(page).locator('.step-open', { hasText: 'Checked' }).locator('summary').click()
    const tried = lastTurn(page).locator('.tried li')
    await tried.first().waitFor()
    expect(await tried.evaluateAll((all) => all.every((each) => each.getAttribute('data-ok') === 'true'))).toBe(true)
    const picture = lastTurn(page).locator('.picture')
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth), { timeout: WAIT }).toBeGreaterThan(0)
    // A chip is said as it stands.
    const chip = (await lastTurn(page).locator('.chips button').first().textContent())!
    await lastTurn(page).locator('.chips button').first().click()
    await answered(page, 2)
    expect((await said(page)).at(-1)).toContain(chip)
  })

  it('logs, answers, and takes back what was logged', async () => {
    const page = await stage.visit({ path: atApp(coffee) })
    await say(page, '4.50 dollar latte at Blue Bottle, 4 stars')
    await lastTurn(page)
      .locator('.card', { hasText: en.cards.logged('Coffee') })
      .getByText('$4.50')
      .waitFor()
    await inApp(page).getByText('latte at Blue Bottle').first().waitFor()
    await say(page, 'How much this month?')
    await lastTurn(page).locator('.figure', { hasText: '$4.50' }).waitFor()
    const record = page.locator('.card', { hasText: en.cards.logged('Coffee') })
    await record.getByRole('button', { name: en.common.undo }).click()
    await record.and(page.locator('[data-undone="true"]')).waitFor()
    await expect.poll(() => inApp(page).getByText('latte at Blue Bottle').count(), { timeout: WAIT }).toBe(0)
  })

  it('changes an app, which keeps its data', async () => {
    const id = await stage.copyOf(coffee, 'Changed coffee')
    const page = await stage.visit({ path: atApp(id) })
    await say(page, 'add a field for the roaster')
    await inApp(page)
      .getByRole('button', { name: /Add coffee/ })
      .click()
    await inApp(page).getByLabel('Roaster').waitFor()
    await lastTurn(page)
      .locator('.steps', { hasText: en.steps.published(2) })
      .waitFor()
  })

  it('says what went wrong, and offers the way on', async () => {
    const page = await stage.visit()
    await page.route('**/api/turns', (route) => route.abort())
    await composer(page).fill('hello')
    await composer(page).press('Enter')
    await lastTurn(page).getByText(en.common.offline).waitFor()
    await page.unroute('**/api/turns')
    await lastTurn(page).getByRole('button', { name: en.common.retry }).click()
    await lastTurn(page).locator('.reply').waitFor()
    expect(await turns(page).count()).toBe(1)
    expect(stage.complaints().every((line) => line.includes('ERR_FAILED'))).toBe(true)
  })

  it('can be stopped', async () => {
    const page = await stage.visit()
    await composer(page).fill('A plant diary with pictures of words')
    await composer(page).press('Enter')
    await page.getByRole('button', { name: en.talk.stop, exact: true }).click()
    await lastTurn(page).locator('.failed').getByRole('button', { name: en.common.retry }).waitFor()
    // What was half made goes away: there is nothing to look at any more.
    await expect.poll(() => page.locator('.app-view').count(), { timeout: WAIT }).toBe(0)
    expect(stage.complaints().filter((line) => !line.includes('404'))).toEqual([])
  })

  it('goes on without the page, and is found as it ended', async () => {
    const page = await stage.visit()
    await composer(page).fill('A list of films to watch')
    await composer(page).press('Enter')
    await page.locator('.progress').waitFor()
    await page.reload()
    await answered(page, 1)
    await lastTurn(page).locator('.seal, .app-card').first().waitFor()
  })

  it('is restored on reload, begun anew, and found again', async () => {
    const page = await stage.visit()
    await say(page, 'what is 12 * 30?')
    await page.reload()
    await lastTurn(page).locator('.figure', { hasText: '360' }).waitFor()
    await page.getByRole('button', { name: en.talk.fresh }).click()
    await page.locator('.welcome').waitFor()
    await page.getByRole('button', { name: en.talk.past }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /12 \* 30/ })
      .click()
    await lastTurn(page).locator('.figure', { hasText: '360' }).waitFor()
  })

  it('shows what was said and made in another window once it is turned to', async () => {
    const one = await stage.visit()
    await say(one, 'what is 12 * 31?')
    const two = await one.context().newPage()
    await two.goto(stage.url)
    await lastTurn(two).locator('.figure', { hasText: '372' }).waitFor()
    await say(one, 'what is 12 * 32?')
    const made = await stage.copyOf(coffee, 'Made elsewhere')
    await two.evaluate(() => window.dispatchEvent(new Event('focus')))
    await lastTurn(two).locator('.figure', { hasText: '384' }).waitFor()
    await two.locator(`a[href$="${made}"]`).first().waitFor()
  })

  it('tells why, and takes a rating', async () => {
    const page = await stage.visit()
    await say(page, 'thank you')
    await lastTurn(page).getByRole('button', { name: en.talk.good, exact: true }).click()
    await toast(page).getByText(en.talk.thanks).waitFor()
    await lastTurn(page).getByRole('button', { name: en.talk.why }).click()
    await page.getByRole('dialog', { name: en.activity.whyTitle }).locator('p').first().waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count(), { timeout: WAIT }).toBe(0)
  })
})

describe('the box', () => {
  const value = (page: Page) => composer(page).inputValue()

  it('sends with Enter, but not the Enter that ends a composition', async () => {
    const page = await stage.visit({ locale: 'ja-JP' })
    await composer(page).fill('ありがとう')
    await composer(page).evaluate((box) => {
      const enter = (more: KeyboardEventInit) =>
        box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...more }))
      box.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
      enter({ isComposing: true, keyCode: 229 })
      enter({ isComposing: true })
      box.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: 'ありがとう' }))
      // Safari: the composition has ended already, and only the code tells.
      enter({ keyCode: 229 })
    })
    expect(await turns(page).count()).toBe(0)
    expect(await value(page)).toBe('ありがとう')
    await composer(page).press('Enter')
    await answered(page, 1)
    expect(await value(page)).toBe('')
  })

  it('breaks the line with Shift+Enter, and brings the last words back with the arrow', async () => {
    const page = await stage.visit()
    await composer(page).fill('thank')
    await composer(page).press('Shift+Enter')
    await composer(page).pressSequentially('you')
    expect(await value(page)).toBe('thank\nyou')
    expect(await turns(page).count()).toBe(0)
    await composer(page).press('Enter')
    await answered(page, 1)
    await composer(page).press('ArrowUp')
    expect(await value(page)).toBe('thank\nyou')
    await composer(page).press('Escape')
    await page.keyboard.press('Control+k')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('composer')
  })

  it('declines pictures kindly', async () => {
    const page = await stage.visit()
    await drop(page, 'photo.png', 'image/png', 'x')
    await page.getByText(en.talk.pictureDeclined).waitFor()
    await drop(page, 'table.csv', 'text/csv', 'a,b')
    await page.getByText(en.talk.csvNeedsApp).waitFor()
  })
})

const TABLE = 'name,price,kind,rating\nMocha,5,hot,4\nIced tea,3,cold,2\n'

const drop = async (page: Page, name: string, type: string, text: string) => {
  await composer(page).waitFor()
  await page.evaluate(
    ({ name, type, text }) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text], name, { type }))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    },
    { name, type, text },
  )
}
const paste = async (page: Page, text: string) => {
  await composer(page).evaluate((box, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

describe('a table', () => {
  it.each([
    ['dropped', (page: Page) => drop(page, 'cups.csv', 'text/csv', TABLE)],
    ['pasted from a spreadsheet', (page: Page) => paste(page, TABLE.replaceAll(',', '\t'))],
  ])('%s is shown first, then brought in', async (how, bring) => {
    const id = await stage.copyOf(coffee, `Coffee ${how}`)
    const page = await stage.visit({ path: atApp(id) })
    await inApp(page).getByRole('button', { name: /^Add/ }).first().waitFor()
    await bring(page)
    const dialog = page.getByRole('dialog')
    await dialog.getByText(en.csv.fits(2, 2)).waitFor()
    await dialog.getByRole('cell', { name: 'Mocha' }).waitFor()
    await dialog.getByRole('button', { name: en.csv.commit(2) }).click()
    await toast(page).getByText(en.csv.done(2)).waitFor()
    await inApp(page).getByText('Iced tea').first().waitFor()
    await toast(page).getByRole('button', { name: en.common.undo }).click()
    await expect.poll(() => inApp(page).getByText('Iced tea').count(), { timeout: WAIT }).toBe(0)
  })
})

describe('the home of apps', () => {
  const tile = (page: Page, name: string) => page.locator('.tile').filter({ has: page.getByText(name, { exact: true }) })
  const choose = async (page: Page, name: string, item: string) => {
    await page.getByRole('button', { name: en.home.menu(name), exact: true }).click()
    await page.getByRole('menuitem', { name: item, exact: true }).click()
  }

  it('searches, pins, puts in folders, renames, removes and brings back', async () => {
    for (const name of ['Tea', 'Water', 'Juice', 'Milk']) await stage.copyOf(coffee, name)
    const page = await stage.visit()
    await page.getByLabel(en.home.search).fill('ｊuice')
    await expect.poll(() => page.locator('.tile').count()).toBe(1)
    await page.getByLabel(en.home.search).fill('nothing like it')
    await page.getByText(en.common.nothingFits('nothing like it')).waitFor()
    await page.getByLabel(en.home.search).fill('')

    await choose(page, 'Tea', en.home.pin)
    await page.getByRole('region', { name: en.home.pinned }).getByText('Tea').waitFor()

    await choose(page, 'Water', en.home.folder)
    await page.getByRole('dialog').getByLabel(en.home.folderName, { exact: true }).fill('Drinks')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Drinks' }).getByText('Water').waitFor()

    await choose(page, 'Milk', en.home.rename)
    await page.getByRole('dialog').getByLabel(en.home.name, { exact: true }).fill('Oat milk')
    await page.getByRole('dialog').getByRole('button', { name: en.common.save }).click()
    await tile(page, 'Oat milk').waitFor()

    await choose(page, 'Juice', en.common.remove)
    await toast(page).getByText(en.home.removed('Juice')).waitFor()
    await expect.poll(() => tile(page, 'Juice').count(), { timeout: WAIT }).toBe(0)
    await toast(page).getByRole('button', { name: en.common.undo }).click()
    await tile(page, 'Juice').waitFor()

    await choose(page, 'Juice', en.common.remove)
    await page.getByText(en.home.removedLately).click()
    await page.getByRole('button', { name: `${en.home.bringBack}: Juice` }).click()
    await tile(page, 'Juice').waitFor()
  })
})

describe('versions', () => {
  it('are gone back to, undone and redone', async () => {
    const id = await stage.copyOf(coffee, 'Old coffee')
    await stage.tell('3 dollar espresso', id)
    const page = await stage.visit({ path: atApp(id) })
    await inApp(page).getByText('espresso').first().waitFor()
    await page.getByRole('button', { name: en.app.versions }).click()
    await page.getByRole('dialog').getByRole('button', { name: en.app.restore }).last().click()
    await toast(page).getByText(en.app.restored).waitFor()
    const entries = () => inApp(page).getByText('espresso').count()
    await inApp(page).getByRole('button').first().waitFor()
    await expect.poll(entries, { timeout: WAIT }).toBe(0)
    await page.getByRole('button', { name: en.common.undo, exact: true }).first().click()
    await inApp(page).getByText('espresso').first().waitFor()
    await page.getByRole('button', { name: en.common.redo, exact: true }).first().click()
    await expect.poll(entries, { timeout: WAIT }).toBe(0)
  })
})

describe('memory and activity', () => {
  it('lists what is remembered, searches it, and forgets it for good', async () => {
    await stage.tell('remember that I am allergic to peanuts')
    await stage.tell('remember that my sister is called Mina')
    const page = await stage.visit({ path: '/#/memory' })
    await page.getByText('allergic to peanuts').first().waitFor()
    await page.getByLabel(en.memory.search).fill('sister')
    await expect.poll(() => page.locator('.canvas .rows .row').first().textContent(), { timeout: WAIT }).toContain('Mina')
    await page.getByLabel(en.memory.search).fill('')
    await page.locator('.canvas .rows .row').filter({ hasText: 'peanuts' }).getByRole('button').last().click()
    await page.getByRole('menuitem', { name: en.memory.forget, exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: en.memory.forget, exact: true }).click()
    await toast(page).getByText(en.memory.forgotten).waitFor()
    await expect.poll(() => page.getByText('allergic to peanuts').count(), { timeout: WAIT }).toBe(0)
  })

  it('lists everything that happened, and why', async () => {
    const page = await stage.visit({ path: '/#/activity' })
    const line = page.locator('.lines > li').filter({ hasText: en.activity.told['module-chosen'] }).first()
    await line.getByRole('button').click()
    await page.getByRole('dialog', { name: en.activity.whyTitle }).locator('p').first().waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.lines > li').filter({ hasText: en.activity.told['app-published'] }).first().waitFor()
  })
})

describe('settings', () => {
  it('are told where the person lives and how old they are, and keep it', async () => {
    const page = await stage.visit({ path: '/#/settings' })
    const kept = () => page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().endsWith('/api/circumstances'))
    const choose = async (label: string, value: string) => {
      await Promise.all([kept(), page.getByLabel(label, { exact: true }).selectOption(value)])
      await expect.poll(() => page.getByLabel(label, { exact: true }).inputValue()).toBe(value)
    }
    await choose(en.settings.region, 'KR')
    await choose(en.settings.age, 'under-18')
    await page.reload()
    await expect.poll(() => page.getByLabel(en.settings.region, { exact: true }).inputValue()).toBe('KR')
    await expect.poll(() => page.getByLabel(en.settings.age, { exact: true }).inputValue()).toBe('under-18')
    await choose(en.settings.region, '')
    await choose(en.settings.age, '')
  })
  it('change language and theme, and keep them', async () => {
    const page = await stage.visit({ path: '/#/settings' })
    await page.getByLabel(en.settings.language).selectOption('ko')
    await page.getByRole('heading', { name: ko.settings.title, exact: true }).waitFor()
    await page.getByLabel(ko.settings.themes.dark).check()
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    await expect.poll(ground).toBe('rgb(27, 24, 22)')
    await page.reload()
    await page.getByRole('heading', { name: ko.settings.title, exact: true }).waitFor()
    expect(await ground()).toBe('rgb(27, 24, 22)')
    expect(await page.locator('html').getAttribute('lang')).toBe('ko')
  })

  it('export everything, and bring it back', async () => {
    const page = await stage.visit({ path: '/#/privacy' })
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: en.settings.exportAll }).click()
    const file = await (await downloading).path()
    const carried = JSON.parse(readFileSync(file, 'utf8')) as { format: string; apps: unknown[]; memories: unknown[] }
    expect(carried.format).toBe('open-macaron/1')
    expect(carried.apps.length).toBe((await stage.apps()).length)
    const one = { ...carried, apps: carried.apps.slice(0, 1) }
    const before = (await stage.apps()).length
    await page
      .getByLabel(en.settings.importAll)
      .setInputFiles({ name: 'export.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(one)) })
    await toast(page).getByText(en.settings.imported(1, carried.memories.length)).waitFor()
    expect((await stage.apps()).length).toBe(before + 1)
    await page.getByLabel(en.settings.importAll).setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('no') })
    await toast(page).getByText(en.settings.notExport).waitFor()
  })

  it('examine whether everything is in order', async () => {
    const page = await stage.visit({ path: '/#/settings' })
    await page.getByRole('button', { name: en.settings.doctorRun }).click()
    await page.getByText(en.settings.healthy).waitFor()
  })
})

describe('the network', () => {
  it('going away is said, and coming back too', async () => {
    const page = await stage.visit()
    await composer(page).waitFor()
    await page.context().setOffline(true)
    await page.getByText(en.common.offlineHint).waitFor()
    await page.context().setOffline(false)
    await expectText(page, '.banner').toBe('')
    expect(stage.complaints().every((line) => line.includes('ERR_INTERNET_DISCONNECTED'))).toBe(true)
  })
})

describe('a phone', () => {
  it('has a bar below, one thing at a time, and needs no mouse', async () => {
    const page = await stage.visit({ viewport: PHONE })
    const bar = page.locator('.bottom-bar')
    await bar.waitFor()
    expect(await page.locator('.top-bar').isVisible()).toBe(false)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await composer(page).and(page.locator(':focus')).waitFor()
    await page.keyboard.type('A packing list for a trip')
    await page.keyboard.press('Enter')
    await answered(page, 1)
    expect(await page.locator('.canvas').isVisible()).toBe(false)
    for (let tabs = 0; tabs < 40 && !(await page.locator('.app-card a:focus').count()); tabs++) await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await inApp(page).getByRole('button').first().waitFor()
    expect(await page.locator('.talk').isVisible()).toBe(false)
    await bar.getByRole('link', { name: en.nav.more }).click()
    await page.locator('.canvas').getByRole('link', { name: en.nav.settings }).click()
    await page.getByRole('heading', { name: en.settings.title, exact: true }).waitFor()
  })

  it('takes what is said next for the app that was just made, whichever was looked at before', async () => {
    const page = await stage.visit({ viewport: PHONE, path: `/#/app/${coffee}` })
    await inApp(page).getByRole('button').first().waitFor()
    await page.locator('.bottom-bar').getByRole('link', { name: en.nav.talk }).click()
    await composer(page).fill('A list of books to read')
    await page.keyboard.press('Enter')
    await expect.poll(() => composer(page).getAttribute('placeholder'), { timeout: WAIT }).toMatch(/book/i)
  })

  it.each(['en-US', 'zh-CN', 'zh-TW', 'ja-JP', 'ko-KR'])('of 320 px scrolls nothing sideways in %s', async (locale) => {
    const page = await stage.visit({ viewport: { width: 320, height: 640 }, locale })
    for (const place of ['talk', '', 'memory', 'activity', 'settings', 'more', `app/${coffee}`, `app/${coffee}/versions`]) {
      await page.goto(`${stage.url}/#/${place}`)
      await settled(page)
      expect(await sideways(page), place).toEqual([])
    }
  })
})

describe('accessibility', () => {
  const PLACES = ['', `memory`, 'activity', 'settings', 'app', 'app/versions']
  it.each(['light', 'dark'] as const)('has nothing serious on any screen in %s', async (colorScheme) => {
    const page = await stage.visit({ colorScheme })
    await say(page, 'Track my running: distance and time')
    await lastTurn(page).locator('.steps > summary').click()
    await lastTurn(page).locator('.step-open > summary').nth(1).click()
    for (const place of PLACES) {
      await page.goto(`${stage.url}/#/${place.replace('app', `app/${coffee}`)}`)
      await settled(page)
      expect(await seriousIn(page), place).toEqual([])
    }
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: en.app.more }).click()
    await page.getByRole('menu').waitFor()
    expect(await seriousIn(page), 'menu').toEqual([])
    await page.keyboard.press('Escape')
    await page.setViewportSize(PHONE)
    for (const place of ['talk', 'more', '']) {
      await page.goto(`${stage.url}/#/${place}`)
      expect(await seriousIn(page), `phone ${place}`).toEqual([])
    }
  })

  it.each(['light', 'dark'] as const)('has nothing serious at the door and on the first screen in %s', async (colorScheme) => {
    const page = await stage.visit({ signedIn: false, colorScheme })
    await page.locator('.sign-in').waitFor()
    expect(await seriousIn(page)).toEqual([])
    await page.goto(`${stage.url}/?token=${stage.token}`)
    await page.locator('.examples').waitFor()
    expect(await seriousIn(page)).toEqual([])
    expect(stage.complaints().every((line) => line.includes('401'))).toBe(true)
  })
})
