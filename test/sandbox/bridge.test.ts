import { describe, expect, it } from 'vitest'
import { CALL_CHARACTERS, CALL_WRITES, handleCall, type Limits } from '../../src/apps/bridge.ts'
import { scratchData } from '../../src/apps/scratch.ts'
import { bucket } from '../../src/base/bucket.ts'
import { spec } from './spec.ts'

const free: Limits = { take: () => true }
const fresh = () => scratchData(spec(), {})
const codeOf = async (call: unknown, data = fresh(), limits = free) => {
  const reply = await handleCall(call, data, limits)
  return reply.ok ? 'ok' : reply.error.code
}
const create = (id: string, values: object) => ({ id, do: 'create', collection: 'cups', values })

describe('calls over the bridge', () => {
  it('write and read', async () => {
    const data = fresh()
    expect(await codeOf({ do: 'write', writes: [create('write001', { name: 'latte', price: 4 })] }, data)).toBe('ok')
    expect(await codeOf({ do: 'write', writes: [create('write001', { name: 'latte', price: 4 })] }, data)).toBe('ok')
    const reply = await handleCall({ do: 'records', collection: 'cups' }, data, free)
    expect(reply).toMatchObject({ ok: true, value: [{ values: { name: 'latte', price: 4 } }] })
  })

  it.each([
    ['nothing', null],
    ['text', 'records'],
    ['a list', []],
    ['no such call', { do: 'eval', code: '1' }],
    ['more than a call has', { do: 'kept', app: 'another0app0' }],
    ['prototype as a collection', { do: 'records', collection: '__proto__' }],
    ['constructor as a collection', { do: 'records', collection: 'constructor' }],
    ['a path as a collection', { do: 'records', collection: '../other' }],
    ['constructor in values', { do: 'write', writes: [create('write001', { constructor: 'x' })] }],
    ['objects as values', { do: 'write', writes: [create('write001', { name: { toString: 1 } })] }],
    ['no writes', { do: 'write', writes: [] }],
    ['too many writes', { do: 'write', writes: Array.from({ length: CALL_WRITES + 1 }, (_, i) => create(`write${1000 + i}`, {})) }],
    ['somebody else as writer', { do: 'write', by: 'person', writes: [create('write001', {})] }],
    ["a key of the host's", { do: 'keep', key: 'macaron:grant:download', value: 'yes' }],
    ['a record id that is a path', { do: 'write', writes: [{ id: 'write001', do: 'delete', collection: 'cups', record: '../../x' }] }],
    ['a capability there is not', { do: 'request', capability: 'camera' }],
  ])('%s is refused', async (_, call) => expect(await codeOf(call)).toBe('call-invalid'))

  it('drops prototype keys', async () => {
    const data = fresh()
    const values = JSON.parse('{"name":"latte","__proto__":"x"}')
    expect(await codeOf({ do: 'write', writes: [create('write001', values)] }, data)).toBe('ok')
    const reply = await data.records('cups')
    expect(reply.ok && Object.keys(reply.value[0]!.values).sort()).not.toContain('__proto__')
  })

  it('refuses unknown collections, huge calls and floods', async () => {
    expect(await codeOf({ do: 'records', collection: 'secrets' })).not.toBe('ok')
    expect(await codeOf({ do: 'keep', key: 'k', value: 'x'.repeat(CALL_CHARACTERS) })).toBe('call-too-large')
    let now = 0
    const limits = bucket(5, 1, () => now)
    const codes = []
    for (let i = 0; i < 7; i++) codes.push(await codeOf({ do: 'kept' }, fresh(), limits))
    expect(codes).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'call-too-often', 'call-too-often'])
    now = 1000
    expect(await codeOf({ do: 'kept' }, fresh(), limits)).toBe('ok')
  })

  it('remembers what was granted, where the app cannot set it', async () => {
    const data = scratchData({ ...spec(), capabilities: ['download'] }, {})
    const ask = () => handleCall({ do: 'request', capability: 'download' }, data, free)
    expect(await ask()).toEqual({ ok: true, value: { granted: null } })
    await handleCall({ do: 'grant', capability: 'download', granted: true }, data, free)
    expect(await ask()).toEqual({ ok: true, value: { granted: true } })
    expect(await handleCall({ do: 'kept' }, data, free)).toEqual({ ok: true, value: {} })
    expect(await codeOf({ do: 'request', capability: 'clipboard' }, data)).toBe('capability-unknown')
  })
})
