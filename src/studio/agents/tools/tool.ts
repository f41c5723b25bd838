/** A tool as a model sees it. The names and arguments are those that models know from the Claude Agent SDK. */
import { z } from 'zod'
import { fail, ok, type Result } from '../../../base/result.ts'
import type { Tool as WireTool } from '../../../models/wire.ts'

/** Characters of one answer to a model. */
export const MOST_ANSWER = 30_000

export type Tool = {
  name: string
  description: string
  input: z.ZodType<unknown>
  /** The answer in words; a failure is told to the model as an error, and it may go on. */
  run(input: unknown, signal: AbortSignal): Promise<Result<string>>
}

/** Ties the schema of a tool's arguments to what it does with them. Failures of the schema are 'input-invalid'. */
export function tool<T>(made: {
  name: string
  description: string
  input: z.ZodType<T>
  run(input: T, signal: AbortSignal): Promise<Result<string>>
}): Tool {
  return {
    ...made,
    async run(input, signal) {
      const parsed = made.input.safeParse(input)
      if (!parsed.success) {
        const [issue] = parsed.error.issues
        return fail('input-invalid', `${made.name}: ${[issue?.path.join('.'), issue?.message].filter(Boolean).join(': ')}.`)
      }
      const answer = await made.run(parsed.data, signal)
      return answer.ok ? ok(shortened(answer.value)) : answer
    },
  }
}

const shortened = (text: string): string =>
  text.length <= MOST_ANSWER ? text : `${text.slice(0, MOST_ANSWER)}\n[${text.length - MOST_ANSWER} more characters; ask for a part]`

export function wireTool({ name, description, input }: Tool): WireTool {
  const { $schema: _, ...schema } = z.toJSONSchema(input) as Record<string, unknown>
  return { name, description, input_schema: { ...schema, type: 'object' } }
}
