/**
 * Which addresses may be connected to. The address that a name resolves to is looked at where the connection is made, so a name
 * that says one thing when it is asked and another when it is used (DNS rebinding) gains nothing.
 *
 * Covers: the services of a cloud that hand out keys (link-local), addresses that are nobody's (unspecified, multicast,
 * broadcast), each also as IPv4 within IPv6; a place that was taken for this machine and is not. Does not cover: servers of the
 * person's own network, which may well be what they set up; what a proxy between does.
 */
import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

const NEVER = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  NEVER.addSubnet(net, bits, 'ipv4')
NEVER.addAddress('100.100.100.200', 'ipv4')
for (const [net, bits] of [
  ['fe80::', 10],
  ['ff00::', 8],
  ['fec0::', 10],
] as const)
  NEVER.addSubnet(net, bits, 'ipv6')
for (const one of ['::', 'fd00:ec2::254', 'fd20:ce::254']) NEVER.addAddress(one, 'ipv6')

const HERE = new BlockList()
HERE.addSubnet('127.0.0.0', 8, 'ipv4')
HERE.addAddress('::1', 'ipv6')

/** IPv4 within IPv6 (mapped, translated by NAT64, 6to4) is judged as the IPv4 that it reaches. */
function inner(address: string): string {
  const tail = /^(?:::ffff:|64:ff9b::)(?:(\d+\.\d+\.\d+\.\d+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/i.exec(address)
  const sixToFour = /^2002:([0-9a-f]{1,4}):([0-9a-f]{1,4}):/i.exec(address)
  if (tail?.[1]) return tail[1]
  const [high, low] = tail ? [tail[2], tail[3]] : sixToFour ? [sixToFour[1], sixToFour[2]] : []
  if (high === undefined || low === undefined) return address
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)]
  return [a >> 8, a & 255, b >> 8, b & 255].join('.')
}

const isIn = (list: BlockList, address: string): boolean => {
  const one = inner(address)
  return list.check(one, isIP(one) === 6 ? 'ipv6' : 'ipv4')
}

/** Without brackets and zone. `here`: it was taken for this machine, so it must be. */
export const mayConnect = (address: string, here: boolean): boolean => !isIn(NEVER, address) && (!here || isIn(HERE, address))

/** What stands in the host part of an address of the web, if it is a number: as `URL` writes it. */
export const numberIn = (hostname: string): string | null => {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return isIP(bare) ? bare : null
}

export const refusedAddress = (address: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${address} is no address to connect to`), { code: 'ERR_INVALID_ADDRESS' })

/** The lookup of a connection: names that resolve to anything that may not be connected to are refused as a whole. */
export function guardedLookup(here: boolean): LookupFunction {
  return (hostname, options: LookupOptions, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '', 0)
      const all = found as LookupAddress[]
      const wrong = all.find(({ address }) => !mayConnect(address, here))
      if (wrong || !all[0]) return callback(refusedAddress(wrong?.address ?? hostname), '', 0)
      if (options.all) return callback(null, all as never, 0)
      callback(null, all[0].address, all[0].family)
    })
  }
}

/** Before a request that looks names up by itself: fails as a connection would. Between this and that a name may change. */
export const resolvesWell = (hostname: string): Promise<boolean> => {
  const number = numberIn(hostname)
  if (number !== null) return Promise.resolve(mayConnect(number, false))
  return new Promise((resolve) => {
    lookup(hostname, { all: true }, (error, all) => resolve(error !== null || all.every(({ address }) => mayConnect(address, false))))
  })
}
