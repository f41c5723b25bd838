/** Passkeys: the device is asked, and what it answers goes to the server. */
import type { Result } from '../../src/base/result.ts'
import * as api from './api.ts'

/** A passkey belongs to a host name over an encrypted way; an address of figures has none, and neither has plain http from afar. */
export const canPasskey = (): boolean =>
  window.isSecureContext && 'PublicKeyCredential' in window && !/^(?:\d+\.\d+\.\d+\.\d+|\[.*\])$/.test(location.hostname)

/** null: the person, or the device, would rather not. */
async function throughDevice<T>(to: 'sign-in' | 'add', send: (answer: unknown) => Promise<Result<T>>): Promise<Result<T> | null> {
  const options = await api.passkeyOptions(to)
  if (!options.ok) return options
  const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser')
  const asking = { optionsJSON: options.value }
  const answer = await (to === 'add' ? startRegistration(asking) : startAuthentication(asking)).catch(() => null)
  return answer ? send(answer) : null
}

export const signInByPasskey = () => throughDevice('sign-in', api.signInByPasskey)
export const addPasskey = () => throughDevice('add', api.addPasskey)
