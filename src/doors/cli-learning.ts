/** The command of what was learned. */
import { Argument, type Command } from 'commander'
import { TOPICS, type TopicId, topics } from '../policy/topics.ts'
import { must, type NewCommand, type Out, type Over } from './cli-parts.ts'
import type { Insights, Reasons } from './http/learning.ts'

const WORDS = ['status', 'why', 'reset', 'lock', 'unlock', 'off', 'on'] as const
const ACTIONS = Object.values(topics).flatMap(({ actions }) => actions)
type Word = (typeof WORDS)[number]

export function learningCommand(command: NewCommand, over: Over, out: Out): void {
  command('learn', 'what was learned of your taste: status, why, reset [topic], lock <topic> <action>, unlock <topic>, off, on')
    .addArgument(new Argument('[what]').choices(WORDS).default('status'))
    .addArgument(new Argument('[topic]').choices(TOPICS))
    .addArgument(
      new Argument('[action]', 'of density roomy or compact, of first entry or views, of offers offer or quiet').choices(ACTIONS),
    )
    .action((what: Word, topic: TopicId | undefined, action: string | undefined, _: unknown, self: Command) => {
      const locks = what === 'lock' || what === 'unlock'
      if (locks && (!topic || (what === 'lock' && !action)))
        return self.error('error: say of what, as in: macaron learn lock density compact; macaron learn unlock density', { exitCode: 2 })
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
        lock: { method: 'PUT', body: { locked: action } },
        unlock: { method: 'PUT', body: { locked: null } },
        off: { method: 'PUT', body: { on: false } },
        on: { method: 'PUT', body: { on: true } },
      }[what]
      return over(
        async (client) => must<Insights>(await client.call(`/api/learning${locks ? `/${topic}` : what === 'reset' ? of : ''}`, init)),
        ({ topics }) => {
          for (const one of topics.filter((each) => !topic || each.topic === topic)) {
            out.line(`${one.topic}: ${one.title}`)
            for (const line of [one.now, one.why, one.basis]) out.line(`  ${line}`)
          }
        },
      )
    })
}
