/** An id as the server takes them. `crypto.randomUUID` is not there on plain HTTP in a home network; this is. */
export const randomId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
