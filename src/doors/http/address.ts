/** Where a request comes from, as far as can be known. */
import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import type { Context } from 'hono'
import type { Door } from './session.ts'

const isHere = (address: string) => address === '::1' || /^(?:::ffff:)?127\./.test(address)

const socketOf = (c: Context): string | null =>
  (c.env as { incoming?: IncomingMessage } | undefined)?.incoming?.socket?.remoteAddress ?? null

/** Only what a proxy on this machine says is believed, and of that what it added itself: the last. */
const said = (c: Context, { proxied }: Pick<Door, 'proxied'>, header: string): string | null => {
  const socket = socketOf(c)
  return proxied && socket && isHere(socket) ? (c.req.header(header)?.split(',').at(-1)?.trim() ?? null) : null
}

/** null: from this process. Of IPv6 the network, which is what one household has. */
export function addressOf(c: Context, door: Pick<Door, 'proxied'>): string | null {
  const address = said(c, door, 'x-forwarded-for') ?? socketOf(c)
  if (!address || !isIPv6(address) || address.startsWith('::ffff:')) return address
  const [front = '', back] = address.split('%')[0]!.split('::')
  const [before, after] = [front, back ?? ''].map((half) => half.split(':').filter(Boolean))
  const zeros = back === undefined ? 0 : 8 - before!.length - after!.length
  return [...before!, ...Array<string>(Math.max(0, zeros)).fill('0'), ...after!]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16))
    .join(':')
}

export const isEncrypted = (c: Context, door: Pick<Door, 'proxied'>): boolean => said(c, door, 'x-forwarded-proto') === 'https'
