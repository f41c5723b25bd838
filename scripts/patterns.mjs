/**
 * No regular expression of ours may read a text in exponentially many ways: a pasted message would then keep the server
 * busy for hours. A pattern can where a part that repeats without bound has two readings of one string (exponential degree
 * of ambiguity: Weber and Seidl, "On the degree of ambiguity of finite automata", 1991). Each such part becomes a position
 * automaton (Glushkov, 1961); it is ambiguous if two different paths lead from a position back to itself over one string.
 *
 * Look-around is not followed, so a pattern that needs it to be unambiguous is refused as well: write it without.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RegExpParser } from '@eslint-community/regexpp'
import ts from 'typescript'

/** A count is unrolled no further: three repetitions show whether two readings exist. */
const UNROLLED = 3
/** Beside the characters that a pattern names, one of each kind that a class can tell apart. */
const SAMPLES = [...' \n\tazAZ09_-.,\'"/:é中々んアー가힣、・。😀©\u200d\ufe0f\0']

const parser = new RegExpParser({ ecmaVersion: 2024 })

/** Every literal of the TypeScript files under `folder`: where it stands, its source and flags. */
function literals(folder) {
  const found = []
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!/\.tsx?$/.test(name)) continue
    const path = join(folder, name)
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
    const visit = (node) => {
      if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
        const end = node.text.lastIndexOf('/')
        const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1
        found.push({ at: `${path}:${line}`, source: node.text.slice(1, end), flags: node.text.slice(end + 1) })
      }
      ts.forEachChild(node, visit)
    }
    visit(file)
  }
  return found
}

/** The parts that repeat without bound and after which the pattern can still fail: only then are other readings tried. */
function* repeated(node, canFail) {
  if (node.type === 'Quantifier') {
    if (node.max === Infinity && canFail && node.element.type !== 'CharacterClass') yield node
    yield* repeated(node.element, canFail || node.max > 1)
    return
  }
  for (const branch of node.alternatives ?? [])
    for (const [at, element] of branch.elements.entries())
      yield* repeated(element, canFail || node.type === 'Assertion' || branch.elements.slice(at + 1).some(mayRefuse))
}
const mayRefuse = (element) => !(element.type === 'Quantifier' && element.min === 0)

/** Positions of an automaton: `first` and `last` as lists of positions, `empty` if it may match nothing. */
const nothing = { first: [], last: [], empty: true }

class Automaton {
  /** Per position, the characters it takes as a set of samples, and the positions that may follow. */
  takes = []
  follow = []
  twice = false

  constructor(node, flags) {
    const named = [...node.raw].filter((character) => !'()[]{}|*+?^$\\'.includes(character))
    this.samples = [...new Set([...SAMPLES, ...named])]
    this.flags = flags.replace(/[gyd]/g, '')
    const { first, last } = this.build(node.element)
    this.join(last, first)
  }

  position(raw) {
    const one = new RegExp(`^(?:${raw})$`, this.flags)
    this.follow.push(new Set())
    return this.takes.push(new Set(this.samples.filter((sample) => one.test(sample)))) - 1
  }

  join(last, first) {
    for (const from of last)
      for (const to of first) {
        // x+ within another +: one step, and two ways to say why.
        if (this.follow[from].has(to)) this.twice = true
        this.follow[from].add(to)
      }
  }

  build(node) {
    switch (node.type) {
      case 'Group':
      case 'CapturingGroup':
        return node.alternatives.map((branch) => this.sequence(branch.elements.map((element) => () => this.build(element)))).reduce(either)
      case 'Quantifier':
        return this.counted(node)
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass': {
        const at = this.position(node.raw)
        return { first: [at], last: [at], empty: false }
      }
      default:
        return nothing
    }
  }

  /** x{0,3} as (x(xx?)?)?: each repetition follows the one before, so that counting adds no reading of its own. */
  counted({ element, min, max }) {
    if (max === 0) return nothing
    const length = Math.max(1, max === Infinity ? min : Math.min(max, Math.max(min, UNROLLED)))
    const parts = Array.from({ length }, () => this.build(element))
    for (const [at, part] of parts.entries()) if (at > 0) this.join(parts[at - 1].last, part.first)
    if (max === Infinity) this.join(parts.at(-1).last, parts.at(-1).first)
    const optional = parts.slice(Math.max(0, min - 1))
    return { first: parts[0].first, last: optional.flatMap(({ last }) => last), empty: min === 0 || parts[0].empty }
  }

  sequence(parts) {
    return parts.reduce((before, make) => {
      const next = make()
      this.join(before.last, next.first)
      return {
        first: before.empty ? [...before.first, ...next.first] : before.first,
        last: next.empty ? [...before.last, ...next.last] : next.last,
        empty: before.empty && next.empty,
      }
    }, nothing)
  }

  /** Steps that two readings can take over one character. */
  *steps(pair) {
    const size = this.takes.length
    for (const one of this.follow[Math.floor(pair / size)])
      for (const other of this.follow[pair % size])
        if (one === other || [...this.takes[one]].some((sample) => this.takes[other].has(sample))) yield one * size + other
  }

  /** Whether two readings can part and meet again where they parted. */
  ambiguous() {
    if (this.twice) return true
    const size = this.takes.length
    const back = new Map()
    const seen = new Set(Array.from({ length: size }, (_, at) => at * size + at))
    for (const pair of seen)
      for (const next of this.steps(pair)) {
        seen.add(next)
        back.set(next, [...(back.get(next) ?? []), pair])
      }
    const component = components(seen, (pair) => this.steps(pair))
    const same = new Set(Array.from({ length: size }, (_, at) => component.get(at * size + at)))
    return [...seen].some((pair) => Math.floor(pair / size) !== pair % size && same.has(component.get(pair)))
  }
}
const either = (one, other) => ({
  first: [...one.first, ...other.first],
  last: [...one.last, ...other.last],
  empty: one.empty || other.empty,
})

/** Strongly connected components (Tarjan, 1972), without recursion: node to the number of its component. */
function components(nodes, steps) {
  const index = new Map()
  const low = new Map()
  const component = new Map()
  const stack = []
  for (const root of nodes) {
    if (index.has(root)) continue
    const walk = [[root, steps(root)]]
    index.set(root, index.size)
    low.set(root, index.get(root))
    stack.push(root)
    while (walk.length) {
      const [node, rest] = walk.at(-1)
      const { value: next, done } = rest.next()
      if (done) {
        walk.pop()
        if (walk.length) low.set(walk.at(-1)[0], Math.min(low.get(walk.at(-1)[0]), low.get(node)))
        if (low.get(node) !== index.get(node)) continue
        for (let one = stack.pop(); ; one = stack.pop()) {
          component.set(one, node)
          if (one === node) break
        }
      } else if (!index.has(next)) {
        index.set(next, index.size)
        low.set(next, index.get(next))
        stack.push(next)
        walk.push([next, steps(next)])
      } else if (!component.has(next)) low.set(node, Math.min(low.get(node), index.get(next)))
    }
  }
  return component
}

let wrong = 0
const patterns = literals(process.argv[2] ?? 'src')
for (const { at, source, flags } of patterns) {
  const pattern = parser.parsePattern(source, 0, source.length, { unicode: flags.includes('u'), unicodeSets: flags.includes('v') })
  for (const part of repeated(pattern, false))
    if (new Automaton(part, flags).ambiguous()) {
      wrong++
      console.error(`${at}: a text can be read in exponentially many ways by ${part.raw}`)
    }
}
console.log(`${patterns.length} patterns, ${wrong} ambiguous`)
process.exit(wrong ? 1 : 0)
