/** What a stretch of a wish can be. */
export const ROLES = ['topic', 'field', 'option', 'item'] as const
export type Role = (typeof ROLES)[number]
