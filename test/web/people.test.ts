/** People in the page: invited, signed in, signed out; sessions and tokens; by keyboard, on a phone, in four languages, in both themes. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { en } from '../../web/src/words/en.ts'
import { ja } from '../../web/src/words/ja.ts'
import { ko } from '../../web/src/words/ko.ts'
import { zh } from '../../web/src/words/zh.ts'
import { composer, openStage, PHONE, type Stage, say, seriousIn, settled, sideways, toast } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())
afterEach(() => stage.clear())

const PASSWORD = 'a long enough password'
const { people, waysIn, invitation, signIn } = en
const api = async <T>(path: string, method = 'GET', body?: object): Promise<T> => {
  const headers = { authorization: `Bearer ${stage.token}`, 'content-type': 'application/json' }
  const answer = await fetch(`${stage.url}/api${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  return (await answer.json()) as T
}
/** Asking who is there is how the page learns that nobody is; the browser writes that down. */
const expected = (...codes: number[]) =>
  expect(stage.complaints().filter((line) => !codes.some((code) => line.includes(String(code))))).toEqual([])
const invitationOf = async (label = '') => (await api<{ path: string }>('/people/invitations', 'POST', { label })).path

it('somebody is invited, comes in, talks, and is removed', async () => {
  const owner = await stage.visit({ path: '/#/settings' })
  const section = owner.getByRole('region', { name: people.title })
  await section.getByRole('button', { name: people.invite }).click()
  await owner.getByLabel(people.whom).fill('Aunt May')
  await owner.keyboard.press('Enter')
  const link = await owner.getByRole('textbox', { name: people.link }).inputValue()
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#\/invitation\/[\w-]{43}$/)
  await owner.keyboard.press('Escape')
  await section.getByText('Aunt May').waitFor()

  const guest = await stage.visit({ signedIn: false, path: new URL(link).pathname + new URL(link).hash })
  await guest.getByRole('heading', { name: invitation.title }).waitFor()
  await guest.getByLabel(waysIn.name).fill('May')
  await guest.getByLabel(waysIn.password).fill('short')
  await guest.keyboard.press('Enter')
  await guest.getByRole('alert').getByText('10 to 200').waitFor()
  await guest.getByLabel(waysIn.password).fill(PASSWORD)
  await guest.keyboard.press('Enter')
  await composer(guest).waitFor()
  expect(guest.url()).not.toContain('invitation')
  await say(guest, 'Remember that my door code is Zanzibar')
  await guest.goto(`${stage.url}/#/settings`)
  await settled(guest)
  expect(await guest.getByRole('region', { name: people.title }).count()).toBe(0)
  await guest.getByRole('region', { name: waysIn.title }).getByText(waysIn.here).waitFor()

  await owner.goto(`${stage.url}/#/memory`)
  await settled(owner)
  expect(await owner.content()).not.toContain('Zanzibar')
  await owner.goto(`${stage.url}/#/settings`)
  await owner.reload()
  await section.getByText('May', { exact: true }).waitFor()
  await section.getByRole('button', { name: people.more('May') }).click()
  await owner.getByRole('menuitem', { name: people.remove }).click()
  await owner
    .getByRole('dialog', { name: people.removeAsk('May') })
    .getByRole('button', { name: people.remove })
    .click()
  await toast(owner).getByText(people.removed('May')).waitFor()
  await guest.goto(`${stage.url}/#/memory`)
  await guest.reload()
  await guest.locator('.sign-in').waitFor()
  expected(401, 422)
}, 60_000)

it('a password is chosen, and one gets in by it; a token is made, shown once, and ended; one signs out', async () => {
  const page = await stage.visit({ path: '/#/settings' })
  const section = page.getByRole('region', { name: waysIn.title })
  await section.getByRole('button', { name: waysIn.password }).click()
  await page.getByLabel(waysIn.name, { exact: true }).fill('Ada')
  await page.getByLabel(waysIn.next).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await toast(page).getByText(waysIn.kept).waitFor()
  await section.getByRole('button', { name: waysIn.token }).press('Enter')
  await page.getByLabel(waysIn.tokenFor).fill('watch')
  await page.getByLabel(waysIn.scopes.talk).check()
  await page.getByRole('button', { name: waysIn.make }).click()
  const secret = await page.getByRole('textbox', { name: waysIn.secret }).inputValue()
  const may = async () => (await fetch(`${stage.url}/api/apps`, { headers: { authorization: `Bearer ${secret}` } })).status
  expect(await may()).toBe(200)
  await page.keyboard.press('Escape')
  await section.getByRole('button', { name: waysIn.endOf('watch') }).click()
  await toast(page).getByText(waysIn.ended).waitFor()
  expect(await may()).toBe(401)
  await section.getByRole('button', { name: waysIn.signOut }).click()
  await page.getByText(signIn.passwordLead).waitFor()
  await page.getByLabel(waysIn.name).fill('ada')
  await page.getByLabel(waysIn.password).fill('not it, not at all')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('do not belong together').waitFor()
  await page.getByRole('button', { name: signIn.byToken }).click()
  await page.getByLabel(signIn.token, { exact: true }).waitFor()
  await page.getByRole('button', { name: signIn.byPassword }).click()
  await page.getByLabel(waysIn.name).fill('ada')
  await page.getByLabel(waysIn.password).fill(PASSWORD)
  await page.keyboard.press('Enter')
  await composer(page).waitFor()
  expected(401)
}, 60_000)

it('a passkey is added and lets one in, once for each question; taken away it lets nobody in', async () => {
  // An address of figures has no passkeys.
  const url = stage.url.replace('127.0.0.1', 'localhost')
  const page = await stage.visit({ signedIn: false })
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
  } as const
  await device.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, automaticPresenceSimulation: true } })
  await page.goto(`${url}/?token=${stage.token}`)
  await page.goto(`${url}/#/settings`)
  const section = page.getByRole('region', { name: waysIn.title })
  await section.getByRole('button', { name: waysIn.passkey }).click()
  await toast(page).getByText(waysIn.passkeyAdded).waitFor()
  await section.getByRole('listitem').filter({ hasText: waysIn.aPasskey }).waitFor()
  await section.getByRole('button', { name: waysIn.signOut }).click()
  const sent = page.waitForRequest((request) => request.url().endsWith('/api/session/passkey'))
  await page.getByRole('button', { name: signIn.byPasskey }).click()
  await composer(page).waitFor()

  const enter = async (body: string | null, origin: string) => {
    const answer = await fetch(`${url}/api/session/passkey`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', origin },
    })
    return [answer.status, answer.headers.get('set-cookie')]
  }
  const said = (await sent).postData()
  expect(await enter(said, url)).toEqual([401, null])
  expect(await enter(said, stage.url)).toEqual([403, null])
  expect(await enter('{"answer":{"id":"nobodys-passkey"}}', url)).toEqual([401, null])

  await page.goto(`${url}/#/settings`)
  await section.getByRole('listitem').filter({ hasText: waysIn.aPasskey }).getByRole('button').click()
  await toast(page).getByText(waysIn.ended).waitFor()
  expect((await api<{ credentials: { kind: string }[] }>('/credentials')).credentials.map(({ kind }) => kind)).not.toContain('passkey')
  expected(401)
})

it.each([
  ['en-US', en, 'dark'],
  ['zh-CN', zh, 'light'],
  ['ja-JP', ja, 'light'],
  ['ko-KR', ko, 'dark'],
] as const)('fits a phone and is readable: %s', async (locale, words, colorScheme) => {
  const path = await invitationOf('Bo')
  const page = await stage.visit({ path: '/#/settings', viewport: PHONE, locale, colorScheme })
  await settled(page)
  await page.getByRole('region', { name: words.people.title }).getByText('Bo').first().waitFor()
  // Colours and roles are the same in every language; of the settings they are tried with the other screens.
  const serious = async (what: string) => (what !== 'settings' && (words === en || words === zh) ? seriousIn(page) : [])
  const good = async (what: string) => {
    expect([what, await serious(what), await sideways(page)]).toEqual([what, [], []])
    if (process.env.MACARON_PICTURES)
      await page.screenshot({ path: `${process.env.MACARON_PICTURES}/${what}-${locale}.png`, fullPage: true })
  }
  await good('settings')
  await page.getByRole('region', { name: words.waysIn.title }).getByRole('button', { name: words.waysIn.token, exact: true }).click()
  await page.getByRole('dialog').waitFor()
  await good('token')
  await page.goto(stage.url + path)
  await page.getByRole('heading', { name: words.invitation.title }).waitFor()
  await good('invitation')
  await page.context().clearCookies()
  await page.goto(`${stage.url}/#/`)
  await page.reload()
  await page.getByText(words.signIn.passwordLead).waitFor()
  await good('sign-in')
  expected(401)
})

it('an invitation that is over says so, and leads on', async () => {
  const page = await stage.visit({ signedIn: false, path: `/#/invitation/${'x'.repeat(43)}` })
  await page.getByRole('alert').getByText('used already').waitFor()
  await page.getByRole('link', { name: invitation.start }).click()
  await page.locator('.sign-in input').first().waitFor()
  expected(401, 404)
})
