/** What is written without a connection waits, and the person is told when it no longer does. */
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../src/apps/host/protocol.ts'
import { Queue } from '../../src/apps/host/queue.ts'

const create = (n: number) => ({ id: `write000${n}`, do: 'create' as const, collection: 'cups', values: { n } })

function line() {
  const told: string[] = []
  const got: unknown[] = []
  const state = { up: true }
  const send = async (call: object): Promise<Reply | null> => {
    if (!state.up) return null
    got.push(...((call as { writes?: object[] }).writes ?? []))
    return { ok: true, value: { records: [], seq: 1, checkpoint: 'c' } }
  }
  const queue = new Queue('app00000', null, send, (what) => told.push(typeof what === 'string' ? what : what.refused))
  return { queue, told, got, state }
}

describe('what is written without a connection', () => {
  it('is sent once there is one, in order, and that is said however short it was away', async () => {
    const { queue, told, got, state } = line()
    state.up = false
    await queue.write([create(1)])
    await queue.write([create(2)])
    expect(told.at(-1)).toBe('offline')
    expect(queue.waiting).toBe(2)
    state.up = true
    await queue.drain()
    expect(told.at(-1)).toBe('sent')
    expect(got).toMatchObject([{ id: 'write0001' }, { id: 'write0002' }])
    expect(queue.waiting).toBe(0)
  })
  it('is not spoken of where all goes well', async () => {
    const { queue, told } = line()
    await queue.write([create(1)])
    await queue.drain()
    expect(told).toEqual([])
  })
})
