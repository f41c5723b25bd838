/**
 * Looks every key of the job for verl up in the configuration that a version of verl generates:
 *
 *   npx tsx scripts/verl.ts FOLDER...        each an unpacked wheel or checkout of verl
 *
 * A key that is not there has to be added (`++`), and what is there in another kind (a number for a word) is told too.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { verlJob } from '../src/training/told.ts'
import { settings, VERL_VERSIONS } from '../src/training/verl.ts'

/** Keys of a generated configuration with their values: mappings by indentation, which is all it is made of. */
function keysOf(yaml: string): Map<string, string> {
  const keys = new Map<string, string>()
  const path: { indent: number; name: string }[] = []
  for (const line of yaml.split('\n')) {
    const [, indent, name, value] = /^( *)([\w'"]+):(.*)$/.exec(line) ?? []
    if (name === undefined) continue
    while (path.length && path.at(-1)!.indent >= indent!.length) path.pop()
    path.push({ indent: indent!.length, name: name.replace(/['"]/g, '') })
    keys.set(path.map((one) => one.name).join('.'), value!.trim())
  }
  return keys
}

const kindOf = (value: string) =>
  /^(?:true|false)$/i.test(value) ? 'yes or no' : value && Number.isFinite(Number(value)) ? 'number' : 'word'
/** Nothing yet, or what another key says. */
const OPEN = /^(?:null|\?\?\?|\$\{.*\}|)$/

const wrong: string[] = []
for (const folder of process.argv.slice(2)) {
  const at = (file: string) => readFileSync(join(folder, 'verl', file), 'utf8')
  const release = at('version/version').trim()
  const version = VERL_VERSIONS.find((one) => release.startsWith(`${one}.`))
  if (!version) throw new Error(`no job is written for verl ${release}`)
  const keys = keysOf(at('trainer/config/_generated_ppo_trainer.yaml'))
  const added: string[] = []
  for (const [key, value] of Object.entries(settings(verlJob(version, 'a/model', 1), 'task'))) {
    const name = key.replace(/^\++/, '')
    const there = keys.get(name)
    if (there === undefined && name === key) wrong.push(`${release}: no ${key}`)
    else if (there === undefined) added.push(name)
    else if (!OPEN.test(there) && kindOf(there) !== kindOf(String(value))) wrong.push(`${release}: ${key} is ${there}, not ${value}`)
  }
  console.log(`${release}: ${keys.size} keys; ours are among them, but those that are added: ${added.join(', ') || 'none'}`)
}
for (const line of wrong) console.error(line)
process.exitCode = wrong.length ? 1 : 0
