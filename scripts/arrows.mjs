// Keeps the arrows between the rooms: which folder of src/ may import which. Also draws them in ARCHITECTURE.md
// (`node scripts/arrows.mjs --draw`). Fails with each import that goes the wrong way.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const src = join(root, 'src')

/** Room -> rooms it may import. `*` is everything. Leaves first. */
const ARROWS = {
  root: [],
  address: [],
  spec: [],
  events: ['spec'],
  base: ['spec'],
  pure: ['spec', 'base'],
  traditional: ['base'],
  store: ['base', 'spec', 'events'],
  sandbox: ['base', 'spec', 'events'],
  kit: ['spec', 'events', 'base', 'pure', 'apps-types'],
  'apps-types': ['spec', 'events', 'base'],
  apps: ['traditional', 'base', 'spec', 'events', 'store', 'pure', 'apps-types', 'kit'],
  simulation: ['root', 'base', 'spec', 'events', 'sandbox', 'pure', 'apps-types', 'apps'],
  studio: ['root', 'traditional', 'base', 'spec', 'events', 'pure', 'apps-types', 'apps', 'sandbox', 'simulation', 'models', 'governance'],
  governance: ['base', 'spec', 'events', 'store'],
  dialogue: ['root', 'memory', 'base', 'spec', 'events', 'pure', 'governance'],
  memory: ['root', 'address', 'base', 'spec', 'events', 'store'],
  policy: ['base', 'spec', 'events'],
  learning: ['base', 'spec', 'events', 'policy'],
  models: ['address', 'base', 'spec', 'events', 'store'],
  training: ['root', 'base'],
  people: ['base', 'events', 'store'],
  agents: ['*'],
  asking: ['*'],
  approvals: ['*'],
  proposals: ['*'],
  deciding: ['*'],
  house: ['*'],
  household: ['*'],
  doctor: ['*'],
  entries: ['*'],
  explain: ['*'],
  'explain-models': ['spec', 'events'],
  'explain-views': ['spec', 'events', 'governance'],
  forget: ['*'],
  learn: ['*'],
  occasions: ['base', 'events', 'policy', 'learning', 'store'],
  glimpses: ['*'],
  place: ['*'],
  opening: ['*'],
  incognito: ['*'],
  pictures: ['store'],
  erase: ['*'],
  ethics: ['*'],
  embeddings: ['*'],
  story: ['*'],
  permissions: ['*'],
  held: ['*'],
  backup: ['*'],
  transfer: ['*'],
  everything: ['*'],
  turns: ['*'],
  turn: ['*'],
  doors: ['*'],
}
/** Files that run in a browser as well as on the server: no node: modules in them. */
const BROWSER = ['spec', 'base', 'pure', 'kit', 'apps-types']
const PURE = ['query', 'formula', 'values', 'coherence'].map((name) => `apps/${name}.ts`)

const roomOf = (file) => {
  if (PURE.includes(file)) return 'pure'
  if (file === 'apps/types.ts') return 'apps-types'
  if (file.startsWith('apps/kit/') || file.startsWith('apps/host/')) return 'kit'
  const [first] = file.split('/')
  return first.replace(/\.tsx?$/, '')
}

function* walk(path) {
  for (const entry of readdirSync(path).sort()) {
    const at = join(path, entry)
    if (statSync(at).isDirectory()) yield* walk(at)
    else if (/\.tsx?$/.test(entry)) yield at
  }
}

const wrong = []
const drawn = new Map()
for (const path of walk(src)) {
  const file = relative(src, path)
  const room = roomOf(file)
  if (!(room in ARROWS)) {
    wrong.push(`src/${file}: no room is called ${room}; add it to scripts/arrows.mjs`)
    continue
  }
  const source = readFileSync(path, 'utf8')
  for (const [, name] of source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
    if (name.startsWith('node:') && BROWSER.includes(room))
      wrong.push(`src/${file}: ${room} runs in browsers too and may not import ${name}`)
    if (!name.startsWith('.')) continue
    const target = relative(src, resolve(dirname(path), name))
    if (target.startsWith('..')) {
      // The command that runs the benches.
      if (room === 'doors' && target.startsWith('../bench/')) continue
      wrong.push(`src/${file}: imports ${name}, outside src/`)
      continue
    }
    const to = roomOf(target)
    if (to === room) continue
    const allowed = ARROWS[room]
    if (!allowed.includes('*') && !allowed.includes(to)) wrong.push(`src/${file}: ${room} may not import ${to} (${name})`)
    drawn.set(room, (drawn.get(room) ?? new Set()).add(to))
  }
}

if (process.argv.includes('--draw')) {
  const page = join(root, 'ARCHITECTURE.md')
  const lines = [...drawn].sort().flatMap(([from, tos]) => [...tos].sort().map((to) => `  ${from} --> ${to}`))
  const graph = ['<!-- arrows -->', '```mermaid', 'graph LR', ...lines, '```', '<!-- /arrows -->'].join('\n')
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace(/<!-- arrows -->[\s\S]*<!-- \/arrows -->/, () => graph),
  )
}
for (const line of wrong) console.error(line)
console.log(wrong.length ? `${wrong.length} arrows go the wrong way` : 'arrows: all as drawn')
process.exitCode = wrong.length ? 1 : 0
