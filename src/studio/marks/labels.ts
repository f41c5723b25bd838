/** What a piece of a wish can be part of, in the usual way of labels that begin and go on (BIO). */
export const ROLES = ['topic', 'field', 'option', 'item'] as const
export type Role = (typeof ROLES)[number]

/** 0 is none; then for each role one that begins it and one that goes on. */
export const LABELS = 1 + 2 * ROLES.length
export const begins = (role: Role): number => 1 + 2 * ROLES.indexOf(role)
export const goesOn = (role: Role): number => begins(role) + 1
export const roleOf = (label: number): Role | null => (label ? ROLES[(label - 1) >> 1]! : null)
export const isBegin = (label: number): boolean => label % 2 === 1

const mayFollow = (before: number, label: number): boolean =>
  label === 0 || isBegin(label) || (before !== 0 && roleOf(before) === roleOf(label))

/** Which label may come first, and which may follow which. */
export const FIRST = Uint8Array.from({ length: LABELS }, (_, label) => (mayFollow(0, label) ? 1 : 0))
export const FOLLOWS = Uint8Array.from({ length: LABELS * LABELS }, (_, at) => (mayFollow(Math.floor(at / LABELS), at % LABELS) ? 1 : 0))
