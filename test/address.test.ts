/** Addresses that may be connected to, however they are written, and whatever a name resolves to by the time it is used. */
import http from 'node:http'
import { type AddressInfo, Socket } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { guardedLookup, mayConnect, numberIn, resolvesWell } from '../src/address.ts'
import { systemClock } from '../src/base/clock.ts'
import { askJson } from '../src/models/providers/http.ts'
import { systemTimers } from '../src/models/timers.ts'

const METADATA = [
  ...['169.254.169.254', '2852039166', '0xa9fea9fe', '0251.0376.0251.0376', '169.254.43518', '[::ffff:169.254.169.254]'],
  ...[
    '[::ffff:a9fe:a9fe]',
    '[64:ff9b::a9fe:a9fe]',
    '[2002:a9fe:a9fe::1]',
    '[fe80::1]',
    '[fd00:ec2::254]',
    '100.100.100.200',
    '0.0.0.0',
    '[::]',
  ],
]

describe('an address', () => {
  it.each(METADATA)('%s is never connected to', (host) => {
    const number = numberIn(new URL(`http://${host}/`).hostname)
    expect(number).not.toBeNull()
    expect([mayConnect(number!, false), mayConnect(number!, true)]).toEqual([false, false])
  })

  it('of a server of one’s own or of the world may be, unless it was taken for this machine', () => {
    for (const host of ['192.168.1.20', '10.0.0.3', '8.8.8.8', '2606:4700::1111', 'fd12:3456::1'])
      expect([mayConnect(host, false), mayConnect(host, true)]).toEqual([true, false])
    for (const host of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1'])
      expect([mayConnect(host, false), mayConnect(host, true)]).toEqual([true, true])
  })

  it('of IPv4 within IPv6 is judged as the one that it reaches', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.boolean(), (address, here) => {
        const [a, b, c, d] = address.split('.').map(Number) as [number, number, number, number]
        const tail = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
        for (const within of [`::ffff:${address}`, `::ffff:${tail}`, `64:ff9b::${tail}`])
          expect(mayConnect(within, here)).toBe(mayConnect(address, here))
      }),
    )
  })

  it('that is no number is none', () => {
    for (const name of ['localhost', 'example.org', '169.254.169.254.example.org']) expect(numberIn(name)).toBeNull()
  })
})

describe('a model', () => {
  it.each(METADATA)('at %s is not connected to', async (host) => {
    const connect = vi.spyOn(Socket.prototype, 'connect')
    const limits = { connect: 2000, first: 2000, idle: 2000, whole: 4000 }
    const about = { provider: 'p', model: 'm', headers: {}, body: undefined, key: null, limits, timers: systemTimers, clock: systemClock }
    expect(await askJson({ ...about, url: new URL(`http://${host}/latest/meta-data/`), signal: AbortSignal.timeout(5000) })).toBeNull()
    expect(connect).not.toHaveBeenCalled()
    connect.mockRestore()
  })
})

describe('a connection', () => {
  const ask = (url: string, here: boolean) =>
    new Promise<number | string>((resolve) => {
      const request = http.get(url, { lookup: guardedLookup(here), agent: false }, (response) => resolve(response.resume().statusCode ?? 0))
      request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''))
    })

  it('goes where the name leads if that may be, by all forms in which Node asks', async () => {
    const server = http.createServer((_, response) => response.end('ok')).listen(0, '127.0.0.1')
    await new Promise((done) => server.once('listening', done))
    const { port } = server.address() as AddressInfo
    expect(await ask(`http://localhost:${port}/`, true)).toBe(200)
    expect(await ask(`http://localhost:${port}/`, false)).toBe(200)
    server.close()
  })

  it('is not made where the name was changed meanwhile', async () => {
    const first = guardedLookup(true)
    const found = await new Promise((resolve) => first('0.0.0.0', { all: false }, (error) => resolve(error?.code)))
    expect(found).toBe('ERR_INVALID_ADDRESS')
    expect(await resolvesWell('[::ffff:a9fe:a9fe]')).toBe(false)
    expect(await resolvesWell('127.0.0.1')).toBe(true)
  })
})
