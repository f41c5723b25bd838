/** Where a request comes from: what is believed of a proxy, and what one household is. */
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { addressOf, isEncrypted } from '../../src/doors/http/address.ts'

async function seen(remoteAddress: string | null, headers: Record<string, string> = {}, proxied = true) {
  const routes = new Hono().get('/', (c) => c.json([addressOf(c, { proxied }), isEncrypted(c, { proxied })]))
  const answer = await routes.request('/', { headers }, remoteAddress === null ? {} : { incoming: { socket: { remoteAddress } } })
  return (await answer.json()) as [string | null, boolean]
}
const SAID = { 'x-forwarded-for': '198.51.100.9, 203.0.113.7', 'x-forwarded-proto': 'https' }

it.each<[string, Parameters<typeof seen>, [string | null, boolean]]>([
  ['of a proxy on this machine, what it added itself', ['127.0.0.1', SAID], ['203.0.113.7', true]],
  ['of a proxy by IPv6', ['::1', SAID], ['203.0.113.7', true]],
  ['of a proxy by both', ['::ffff:127.0.0.1', SAID], ['203.0.113.7', true]],
  ['of a proxy that says nothing', ['127.0.0.1'], ['127.0.0.1', false]],
  ['of nobody from afar', ['203.0.113.8', SAID], ['203.0.113.8', false]],
  ['of nobody where no proxy is expected', ['127.0.0.1', SAID, false], ['127.0.0.1', false]],
  ['in this process', [null, SAID], [null, false]],
])('believes %s', async (_, given, expected) => {
  expect(await seen(...given)).toEqual(expected)
})

it('takes the network of an IPv6 address for one household, however it is written', async () => {
  const of = async (address: string) => (await seen(address))[0]
  expect(await of('2001:db8:1:2:3:4:5:6')).toBe(await of('2001:0db8:0001:0002::9'))
  expect(await of('2001:db8::1')).toBe(await of('2001:db8:0:0:ffff::'))
  expect(await of('fe80::1%eth0')).toBe(await of('fe80::2'))
  expect(await of('2001:db8:1:2::1')).not.toBe(await of('2001:db8:1:3::1'))
  expect(await of('::ffff:203.0.113.7')).toBe('::ffff:203.0.113.7')
})
