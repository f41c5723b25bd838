/** The command of the rules of ethics, and of what they go by. */
import { Option } from 'commander'
import type { Circumstances } from '../ethics.ts'
import { Age, Region } from '../governance/ethics/rule.ts'
import { must, type NewCommand, type Out, type Over } from './cli-parts.ts'
import type { ToldRule } from './http/ethics.ts'

type Options = { region?: Circumstances['region']; age?: Circumstances['age'] }

export function ethicsCommand(command: NewCommand, over: Over, out: Out): void {
  command('rules', 'the rules of ethics, and what they go by: --region and --age set it')
    .addOption(new Option('--region <region>', 'where you live').choices(Region.options))
    .addOption(new Option('--age <age>', 'how old you are').choices(Age.options))
    .action((options: Options) =>
      over(
        async (client) => {
          const before = must<Circumstances>(await client.call('/api/circumstances'))
          const told = { region: options.region ?? before.region, age: options.age ?? before.age }
          const circumstances =
            options.region || options.age
              ? must<Circumstances>(await client.call('/api/circumstances', { method: 'PUT', body: told }))
              : before
          return { circumstances, ...must<{ rules: ToldRule[] }>(await client.call('/api/rules')) }
        },
        ({ circumstances: { region, age }, rules }) => {
          out.line(`region: ${region ?? 'by your locale'}, age: ${age ?? 'not told'}`)
          for (const { id, version, effect, source, says } of rules) out.line(`${id} v${version}  ${effect}  ${says}  (${source})`)
        },
      ),
    )
}
