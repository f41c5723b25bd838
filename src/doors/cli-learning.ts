/** The command of what was learned. */
import { Argument } from 'commander'
import { TOPICS } from '../policy/topics.ts'
import { must, type NewCommand, type Out, type Over } from './cli-parts.ts'
import type { Insights, Reasons } from './http/learning.ts'

const WORDS = ['status', 'why', 'reset', 'off', 'on'] as const
type Word = (typeof WORDS)[number]

export function learningCommand(command: NewCommand, over: Over, out: Out): void {
  command('learn', 'what was learned of your taste: status, why, reset [topic], off, on')
    .addArgument(new Argument('[what]').choices(WORDS).default('status'))
    .addArgument(new Argument('[topic]').choices(TOPICS))
    .action((what: Word, topic: string | undefined) => {
      const of = topic ? `?topic=${topic}` : ''
      if (what === 'why')
        return over(
          async (client) => {
            const { topics } = must<Reasons>(await client.call('/api/learning/why'))
            return { topics: topics.filter((one) => !topic || one.topic === topic) }
          },
          ({ topics }) => {
            for (const { title, lines } of topics) {
              out.line(title)
              for (const { at, app, text } of lines) out.line(`  ${at.slice(0, 10)}  ${app}: ${text}`)
              if (!lines.length) out.line('  –')
            }
          },
        )
      const init = {
        status: {},
        reset: { method: 'DELETE' },
        off: { method: 'PUT', body: { on: false } },
        on: { method: 'PUT', body: { on: true } },
      }[what]
      return over(
        async (client) => must<Insights>(await client.call(`/api/learning${what === 'reset' ? of : ''}`, init)),
        ({ topics }) => {
          for (const one of topics.filter((each) => !topic || each.topic === topic)) {
            out.line(`${one.topic}: ${one.title}`)
            for (const line of [one.now, one.why, one.basis]) out.line(`  ${line}`)
          }
        },
      )
    })
}
