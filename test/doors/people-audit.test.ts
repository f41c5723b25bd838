/** What is done with people and their ways in is on record: each in the record it belongs to, and no secret in any. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fixedClock } from '../../src/base/clock.ts'
import type { Verified } from '../../src/doors/http/audit.ts'
import type { Event } from '../../src/events.ts'
import { type Door, type Guest, invite, newHome, openDoor } from './door.ts'

const clock = fixedClock('2026-11-28T09:00:00Z')
const secrets: string[] = []
let door: Door
let kim: Guest
beforeAll(async () => {
  door = await openDoor(newHome(), { clock })
  kim = await invite(door, 'Kim')
})
afterAll(() => door.close())

const TYPES = ['person-changed', 'credential-changed', 'sign-in-limited']
const recordOf = async ({ ask }: Pick<Door, 'ask'> = door) => {
  const { body, text } = await ask<{ events: Event[] }>('/api/audit?limit=500')
  for (const secret of secrets) expect(text).not.toContain(secret)
  return body.events.filter(({ type }) => TYPES.includes(type)).map(({ id: _, at: __, person: ___, ...event }) => event)
}
const last = async (who?: Guest, count = 1) => (await recordOf(who)).slice(-count)

it('an invitation, who took it up, and one that was taken back are the owner’s to read; a first session is one’s own', async () => {
  const { body } = await door.ask<{ invitation: { id: string }; secret: string }>('/api/people/invitations', { body: { label: 'Bo' } })
  secrets.push(body.secret, body.invitation.id, 'a long password', kim.cookie.split('=')[1]!)
  await door.ask(`/api/people/invitations/${body.invitation.id}`, { method: 'DELETE' })
  expect(await recordOf()).toEqual([
    { type: 'person-changed', change: 'invited', name: 'Kim' },
    { type: 'person-changed', change: 'joined', name: 'Kim', who: kim.id },
    { type: 'person-changed', change: 'invited', name: 'Bo' },
    { type: 'person-changed', change: 'withdrawn', name: 'Bo' },
  ])
  expect(await recordOf(kim)).toEqual([
    { type: 'credential-changed', change: 'made', kind: 'password', name: '', by: 'self' },
    { type: 'credential-changed', change: 'made', kind: 'session', name: '', by: 'self' },
  ])
})

it('a token that is made and ended is told by its name and what it may do', async () => {
  const { body } = await kim.ask<{ credential: { id: string }; secret: string }>('/api/credentials', {
    body: { name: 'watch', scopes: ['read', 'talk'] },
  })
  secrets.push(body.secret, body.credential.id)
  await kim.ask(`/api/credentials/${body.credential.id}`, { method: 'DELETE' })
  expect(await last(kim, 2)).toEqual([
    { type: 'credential-changed', change: 'made', kind: 'token', name: 'watch', scopes: ['read', 'talk'], by: 'self' },
    { type: 'credential-changed', change: 'ended', kind: 'token', name: 'watch', by: 'self' },
  ])
})

it('guesses that were stopped are told in the record of whose name it is, once an hour, and not what was typed', async () => {
  const guess = (name: string) => door.ask('/api/session', { body: { name, password: 'hunter2hunter2' }, signedOut: true })
  secrets.push('hunter2')
  for (let i = 0; i < 8; i++) await guess('Kim')
  expect(await last(kim)).toEqual([{ type: 'sign-in-limited', address: 'here', seconds: 60 }])
  const count = (await recordOf(kim)).length
  clock.pass(1_800_000)
  for (let i = 0; i < 8; i++) await guess('Kim')
  expect(await recordOf(kim)).toHaveLength(count)
  clock.pass(1_800_000)
  for (let i = 0; i < 8; i++) await guess('Kim')
  expect(await recordOf(kim)).toHaveLength(count + 1)
  // A password that was typed where the name belongs.
  secrets.push('correct horse')
  for (let i = 0; i < 8; i++) await guess('correct horse')
  expect(await last()).toMatchObject([{ type: 'sign-in-limited' }])
})

it('who is signed out by the owner finds that in their record, and the owner in theirs; a lent model is on record', async () => {
  await door.ask(`/api/people/${kim.id}`, { method: 'PATCH', body: { models: true } })
  await door.ask(`/api/people/${kim.id}/revoke`, { method: 'POST' })
  expect(await last(undefined, 2)).toEqual([
    { type: 'person-changed', change: 'lent', name: 'Kim', who: kim.id },
    { type: 'person-changed', change: 'signed-out', name: 'Kim', who: kim.id },
  ])
  clock.pass(3_600_000)
  const entered = await door.ask('/api/session', { body: { name: 'Kim', password: 'Kim: a long password' }, signedOut: true })
  const cookie = entered.headers.get('set-cookie')!.split(';')[0]!
  secrets.push(cookie.split('=')[1]!)
  const again = { ...kim, ask: ((path, asked) => door.ask(path, { ...asked, signedOut: true, headers: { cookie } })) as Guest['ask'] }
  expect(await last(again, 2)).toEqual([
    { type: 'credential-changed', change: 'ended', kind: 'session', name: '', by: 'owner' },
    { type: 'credential-changed', change: 'made', kind: 'session', name: '', by: 'self' },
  ])
})

it('who is removed stays in the owner’s record by name, and the chains are whole', async () => {
  await door.ask(`/api/people/${kim.id}?confirm=true`, { method: 'DELETE' })
  expect(await last()).toEqual([{ type: 'person-changed', change: 'removed', name: 'Kim', who: kim.id }])
  expect((await door.ask<Verified>('/api/audit/verify')).body).toMatchObject({ intact: true })
})
