/** What people and programs call things: one line, to be shown and kept as it is. */
import { z } from '@hono/zod-openapi'

/** At most so many characters. A control has no place in it, and the store keeps no NUL. */
export const oneLine = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'a name is one line, without control characters')
