/** The audit at the doors: pages of the chain, a request's account, and a file that a third person can check by themselves. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { main } from '../../src/doors/cli.ts'
import type { AuditPage, Verified } from '../../src/doors/http/audit.ts'
import type { Event, EventBody } from '../../src/events.ts'
import { type Account, accountOf } from '../../src/governance/audit/account.ts'
import { verifyFile } from '../../src/governance/audit/file.ts'
import { type Door, find, openDoor } from '../doors/door.ts'

let door: Door
let events: Event[]
let file: Buffer
beforeAll(async () => {
  door = await openDoor()
  events = await door.say('Remember that I take oat milk 🥛')
  await door.say('Remember that the code is Xylophone')
  await door.say('Forget that the code is Xylophone')
  await door.say('What do you know about milk?')
  file = Buffer.from((await door.ask('/api/audit/export')).text)
})
afterAll(() => door.close())

const check = (bytes: Buffer) => verifyFile(Readable.from([bytes.subarray(0, 700), bytes.subarray(700)]))
const linesIn = (bytes: Buffer) => bytes.toString().split('\n').slice(0, -1)
const fileOf = (lines: string[]) => Buffer.from(lines.map((line) => `${line}\n`).join(''))

/** Written from the description of the file alone: JSON, SHA-256, and nothing of ours. */
function thirdPerson(bytes: Buffer): boolean {
  const lines = linesIn(bytes)
  const [{ person }, ...rest] = lines.map((line) => JSON.parse(line))
  const { events, head, file } = rest.pop()
  const sha = (text: string) => createHash('sha256').update(text).digest('hex')
  let prev = '0'.repeat(64)
  const gone = new Set<string>()
  for (const [i, { n, id, at, type, conversation, turn, content, hash, salt, body, prev: before }] of rest.entries()) {
    if (n !== i + 1 || before !== prev || sha(JSON.stringify([person, n, id, at, type, conversation, turn, prev, content])) !== hash)
      return false
    if (body === null) gone.add(id)
    else if (sha(salt + body) !== content) return false
    if (type === 'events-forgotten') for (const each of JSON.parse(body).events) gone.delete(each)
    prev = hash
  }
  return (
    gone.size === 0 &&
    events === rest.length &&
    head === prev &&
    file ===
      sha(
        lines
          .slice(0, -1)
          .map((line) => `${line}\n`)
          .join(''),
      )
  )
}

describe('the file', () => {
  it('verifies by itself, and by a program that knows only its description', async () => {
    const verified = await check(file)
    expect(verified).toMatchObject({ ok: true, value: { person: door.server.house.person } })
    expect(verified.ok && verified.value.forgotten).toBeGreaterThan(0)
    expect(thirdPerson(file)).toBe(true)
    expect(file.includes('oat milk')).toBe(true)
    expect(file.includes('Xylophone')).toBe(false)
  })

  it('tells of any byte that is changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const changed = Buffer.from(file)
        changed[at] = (changed[at]! + by) % 256
        expect((await check(changed)).ok).toBe(false)
      }),
      { numRuns: 150 },
    )
  })

  it('tells of lines taken out, put in, doubled, moved, and of a file that was cut', async () => {
    const lines = linesIn(file)
    const at = fc.integer({ min: 0, max: lines.length - 1 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('out', 'double', 'move', 'cut', 'empty'), at, at, async (what, one, other) => {
        fc.pre(what !== 'move' || one !== other)
        const changed = [...lines]
        if (what === 'out') changed.splice(one, 1)
        else if (what === 'double') changed.splice(other, 0, lines[one]!)
        else if (what === 'move') changed.splice(other, 0, ...changed.splice(one, 1))
        else if (what === 'empty') changed.splice(one, 0, '')
        else changed.length = one
        expect((await check(fileOf(changed))).ok).toBe(false)
      }),
      { numRuns: 150 },
    )
    expect((await check(file.subarray(0, -1))).ok).toBe(false)
    expect((await check(Buffer.concat([file, Buffer.from(' ')]))).ok).toBe(false)
  })

  it('names the line of the chain', async () => {
    const lines = linesIn(file)
    const changed = lines.with(4, lines[4]!.replace(/"at":"20/, '"at":"21'))
    expect(await check(fileOf(changed))).toMatchObject({ ok: false, error: { code: 'journal-broken', values: { n: 4, why: 'place' } } })
    expect(await check(fileOf(lines.toSpliced(4, 1)))).toMatchObject({ ok: false, error: { values: { n: 4, why: 'missing' } } })
  })
})

describe('the command', () => {
  /** Runs over the same home, through the server's own routes. */
  async function macaron(...argv: string[]) {
    const said: string[] = []
    const code = await main(argv, (text) => void said.push(text))
    process.exitCode = 0
    return { code, text: said.join('') }
  }

  it('checks a file with no home and no server', async () => {
    const home = process.env.MACARON_HOME
    process.env.MACARON_HOME = join(door.home, 'none')
    try {
      const path = join(door.home, 'audit.jsonl')
      writeFileSync(path, file)
      expect(await macaron('audit', 'verify', path, '--json')).toMatchObject({ code: 0, text: expect.stringContaining('"intact": true') })
      writeFileSync(path, file.subarray(0, 5000))
      expect((await macaron('audit', 'verify', path)).code).toBe(1)
      expect((await macaron('audit', 'verify', join(door.home, 'nothing'))).code).toBe(1)
      expect(() => readFileSync(join(door.home, 'none', 'macaron.db'))).toThrow()
    } finally {
      if (home === undefined) delete process.env.MACARON_HOME
      else process.env.MACARON_HOME = home
    }
  })
})

describe('the pages', () => {
  it('give each place once with what it belongs to, those that are forgotten too', async () => {
    const rows: AuditPage['chain'] = []
    for (let next: string | null = ''; next !== null; ) {
      const page: AuditPage = (await door.ask<AuditPage>(`/api/audit?limit=4${next && `&after=${next}`}`)).body
      expect(page.events.length).toBe(page.chain.filter(({ forgotten }) => !forgotten).length)
      rows.push(...page.chain)
      next = page.next
    }
    expect(rows.map(({ n }) => n)).toEqual(rows.map((_, i) => i + 1))
    expect(rows.some(({ forgotten }) => forgotten)).toBe(true)
    const stored = rows.find(({ id }) => id === find(events, 'memory-stored')!.id)!
    expect(stored.links).toMatchObject({ request: find(events, 'message-received')!.id, module: find(events, 'module-chosen')!.id })
    expect(JSON.stringify(rows)).not.toContain('oat milk')
  })

  it('say whether the chain is whole, and whether a head noted elsewhere is in it', async () => {
    const { head, events: n } = JSON.parse(linesIn(file).at(-1)!)
    const asked = async (query = '') => (await door.ask<Verified>(`/api/audit/verify${query}`)).body
    expect(await asked()).toMatchObject({ intact: true })
    expect(await asked(`?n=${n}&hash=${head}`)).toMatchObject({ intact: true, witnessed: true })
    expect(await asked(`?n=${n - 1}&hash=${head}`)).toMatchObject({ intact: true, witnessed: false })
  })

  it('give the account of one request', async () => {
    const { turn } = events[0]!
    const account = (await door.ask<Account>(`/api/audit/turns/${turn}`)).body
    expect(account).toMatchObject({ request: events[0]!.id, module: { module: 'memory', option: 'store' } })
    expect(account.came.map(({ type }) => type)).toEqual(['memory-stored', 'reply-end'])
    expect((await door.ask(`/api/audit/turns/${'x'.repeat(20)}`)).status).toBe(404)
  })
})

describe('what a place says when it does not fit', () => {
  it('is in the language that was asked for', async () => {
    await door.server.house.store.db.updateTable('journal').set({ type: 'app-used' }).where('n', '=', 3).execute()
    const said = new Set<string>()
    for (const language of ['en', 'zh', 'ja', 'ko']) {
      const { body } = await door.ask<Verified>('/api/audit/verify', { headers: { 'accept-language': language } })
      expect(body).toMatchObject({ intact: false, n: 3, why: 'place', message: expect.stringContaining('3') })
      if (!body.intact) said.add(body.message)
    }
    expect(said.size).toBe(4)
  })
})

describe('an account', () => {
  it('links everything that a build left behind', () => {
    const bodies: EventBody[] = [
      { type: 'message-received', text: 'x', language: 'en' },
      { type: 'module-chosen', module: 'synthesis', option: 'synthesise', probability: 1, policy: 'table-1', features: {}, because: '' },
      {
        type: 'model-routed',
        task: 't',
        model: 'strong',
        refine: null,
        approval: true,
        reason: 'risk',
        because: '',
        chance: 1,
        alternatives: [],
      },
      { type: 'check-finished', app: 'app00001' as never, passed: true, attempt: 1, tried: [{ what: 'x', ok: true }], findings: [], ms: 1 },
      { type: 'rule-applied', rule: 'general-health', version: 1, effect: 'notice', source: 's', because: 'b' },
      { type: 'cost-settled', cost: 7, requests: 2, models: [] },
      { type: 'approval-asked', what: 'w', approval: 'approval0001' as never, kind: 'publish', until: '' },
      { type: 'reply-end', text: '', language: 'en', cards: [], chips: [] },
    ]
    const made = bodies.map((body, i) => ({ ...body, id: `event0000${i}`, at: `t${i}` })) as unknown as Event[]
    const decided = { ...made[6]!, type: 'approval-decided', id: 'event000099', decision: 'approved' } as unknown as Event
    expect(accountOf(made, [decided])).toMatchObject({
      ...{ request: 'event00000', models: [{ model: 'strong', reason: 'risk' }], checks: [{ passed: true, tried: 1 }] },
      ...{ rules: [{ rule: 'general-health', effect: 'notice' }], cost: { cost: 7, requests: 2 } },
      approvals: [{ decision: 'asked' }, { decision: 'approved', event: 'event000099' }],
      came: [{ type: 'reply-end' }],
    })
  })
})
