/**
 * Requests made from the API's own description: every operation, with parameters and bodies that are near what it asks for and far
 * from it. Whatever comes, there is a status and, if it is an error, a sentence; nothing unforeseen is complained of, nothing is
 * left unhandled, no prototype is touched, and the server goes on. `npm run fuzz` takes other seeds; FUZZ_RUNS more of them.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fail } from '../../src/base/result.ts'
import { printable } from '../../src/doors/log.ts'
import { spending } from '../apps/specs.ts'
import { CORPUS } from '../hostile/corpus.ts'
import { type Door, openDoor, publish, type Refused } from './door.ts'

const RUNS = Number(process.env.FUZZ_RUNS ?? 600)

type Schema = {
  type?: string | string[]
  properties?: Record<string, Schema>
  items?: Schema
  enum?: unknown[]
  anyOf?: Schema[]
  required?: string[]
  $ref?: string
}
type Parameter = { name: string; in: 'path' | 'query'; schema?: Schema }
type Operation = { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema?: Schema }> } }
type Document = { paths: Record<string, Record<string, Operation>>; components?: { schemas?: Record<string, Schema> } }

let door: Door
let app: string
let operations: { path: string; method: string; operation: Operation }[]
let schemas: Record<string, Schema> = {}
const complaints: unknown[] = []
const unhandled: unknown[] = []
const note = (error: unknown) => unhandled.push(error)

beforeAll(async () => {
  door = await openDoor()
  app = await publish(door, spending())
  const { house } = door.server
  house.complain = (error) => complaints.push(error)
  house.browser.use = async () => ({ ok: true, value: { tried: [], findings: [] } }) as never
  // Nothing is built, downloaded or searched for: the requests are looked at, and not minutes of work behind them.
  const unmade = async function* () {
    yield* []
    return fail('app-unmade', 'Not made here.')
  }
  Object.assign(house.studio, { build: unmade, change: unmade })
  Object.assign(house.models, { findLocal: async () => [] })
  const { body } = await door.ask<Document>('/api/openapi.json')
  schemas = body.components?.schemas ?? {}
  operations = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  process.on('unhandledRejection', note)
})
afterAll(async () => {
  process.off('unhandledRejection', note)
  await door.close()
})

const TEXTS = [
  '',
  ' ',
  '\0',
  '__proto__',
  'constructor',
  '../../token',
  '%2e%2e%2f',
  '<script>',
  '\r\nSet-Cookie: a=b',
  '😀'.repeat(50),
  '\ud800',
  'x'.repeat(5000),
]
const text = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.constantFrom(...Object.values(CORPUS).flat()),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const scalar = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null))
const anything = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 4 }),
  fc.dictionary(text, scalar, { maxKeys: 4 }),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')),
)

/** Mostly as the schema says, so that what lies behind the first check is reached too. */
function like(schema: Schema | undefined, depth = 0): fc.Arbitrary<unknown> {
  if (schema?.$ref) return like(schemas[schema.$ref.split('/').at(-1)!], depth)
  const kind = Array.isArray(schema?.type) ? schema.type[0] : schema?.type
  if (!schema || depth > 4) return anything
  if (schema.enum) return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...schema.enum) }, anything)
  if (schema.anyOf?.length) return fc.oneof(...schema.anyOf.map((one) => like(one, depth + 1)))
  if (kind === 'object' && schema.properties)
    return fc.record(
      Object.fromEntries(
        Object.entries(schema.properties).map(([name, of]) => [name, fc.oneof({ weight: 6, arbitrary: like(of, depth + 1) }, anything)]),
      ),
      {
        requiredKeys: (schema.required ?? []) as never[],
      },
    )
  if (kind === 'array') return fc.array(like(schema.items, depth + 1), { maxLength: 3 })
  if (kind === 'string') return text
  if (kind === 'number' || kind === 'integer') return fc.oneof(fc.integer(), fc.double())
  if (kind === 'boolean') return fc.boolean()
  return anything
}

const valueFor = ({ name, schema }: Parameter): fc.Arbitrary<string> => {
  const known: Record<string, string[]> = { id: [app], name: ['cups', 'shops'] }
  return fc.oneof(
    ...(known[name] ? [{ weight: 4, arbitrary: fc.constantFrom(...known[name]) }] : []),
    text,
    like(schema).map((value) => (typeof value === 'object' ? (JSON.stringify(value) ?? '') : String(value))),
  )
}

/** Nothing can be addressed by a lone surrogate, and a fragment never reaches a server. */
const wellFormed = (value: string) => Buffer.from(value).toString()
const encoded = (value: string) => encodeURIComponent(wellFormed(value))

const request = fc.nat().chain((n) => {
  const { path, method, operation } = operations[n % operations.length]!
  const parameters = operation.parameters ?? []
  const schema = operation.requestBody?.content['application/json']?.schema
  return fc.record({
    path: fc.constant(path),
    method: fc.constant(method),
    values: fc.tuple(...parameters.map(valueFor)),
    given: fc.array(fc.boolean(), { minLength: parameters.length, maxLength: parameters.length }),
    parameters: fc.constant(parameters),
    body: schema || operation.requestBody ? like(schema) : fc.constant(undefined),
    language: fc.constantFrom('en', 'zh-TW', 'ja', 'ko', '*;q=x', '\u00ff'),
  })
})

it(
  'answers whatever is asked with a status and a sentence, and goes on',
  async () => {
    const statuses = new Map<number, number>()
    await fc.assert(
      fc.asyncProperty(request, async ({ path, method, values, given, parameters, body, language }) => {
        // Would end the home that the other requests are tried on; it is tried by test/house.
        if (path === '/api/account') return
        let address = path
        const query = new URLSearchParams()
        for (const [i, { name, in: where }] of parameters.entries()) {
          if (where === 'path') address = address.replace(`{${name}}`, encoded(values[i]!) || '%20')
          else if (given[i]) query.set(name, wellFormed(values[i]!))
        }
        const asked = {
          method: method.toUpperCase(),
          headers: { 'accept-language': language },
          ...(body !== undefined && { raw: JSON.stringify(body) ?? 'null' }),
        }
        const answer = await door.ask<Refused>(`${address}${query.size ? `?${query}` : ''}`, asked)
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
        expect([answer.status, answer.status < 500]).toEqual([answer.status, true])
        expect(answer.headers.get('content-security-policy')).toContain("'none'")
        expect(answer.text).not.toContain(door.server.token)
        if (answer.status >= 400)
          expect(answer.body?.error).toEqual({ code: expect.stringMatching(/^[a-z0-9-]+$/), message: expect.stringMatching(/\S/) })
        expect(complaints.splice(0).map(printable)).toEqual([])
        expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
      }),
      { numRuns: RUNS },
    )
    expect(unhandled).toEqual([])
    expect((await door.ask('/api/apps')).status).toBe(200)
    expect((await door.server.house.store.journal.verify(door.server.house.person)).ok).toBe(true)
    // Some of it went through, or nothing behind the first check was tried.
    expect(statuses.get(200) ?? 0).toBeGreaterThan(RUNS / 10)
  },
  120_000 + RUNS * 20,
)
