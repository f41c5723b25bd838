/**
 * Whatever a parser is given it answers: none throws, runs away or leaves anything on the prototype of objects. Each of those that
 * read what people, models, files and other programs send. `FUZZ_INPUTS` is how many altogether, and prints what they took;
 * `PROPERTY_SEED` chooses others.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sentence } from '../../bench/memory/sentences.ts'
import { mayConnect, numberIn } from '../../src/address.ts'
import { BridgeCall } from '../../src/apps/bridge.ts'
import { incoherences } from '../../src/apps/coherence.ts'
import { readCsv } from '../../src/apps/csv.ts'
import { evaluate, parseFormula } from '../../src/apps/formula.ts'
import { applyEdits } from '../../src/apps/migrate.ts'
import { runQuery } from '../../src/apps/query.ts'
import { parseValue } from '../../src/apps/values.ts'
import { type Rng, seeded } from '../../src/base/rng.ts'
import { packed, unpacked } from '../../src/base/tar.ts'
import { questionOf } from '../../src/dialogue/ask/read.ts'
import { decisionIn } from '../../src/dialogue/decide.ts'
import { readEntry } from '../../src/dialogue/log/read.ts'
import { spansOf } from '../../src/dialogue/log/spans/spans.ts'
import { understand } from '../../src/dialogue/understand/weigh.ts'
import { printable } from '../../src/doors/log.ts'
import { ApprovalKind } from '../../src/events.ts'
import { verifyFile } from '../../src/governance/audit/file.ts'
import { domainsSaid } from '../../src/governance/ethics/domains.ts'
import { builtinEmbedder } from '../../src/memory/embed/builtin.ts'
import { guardedAs } from '../../src/memory/guarded.ts'
import { termsOf } from '../../src/memory/index/lexical/terms.ts'
import { about } from '../../src/memory/ingest/about.ts'
import { extract } from '../../src/memory/ingest/index.ts'
import { readQuestion } from '../../src/memory/recall/question.ts'
import { openRecall } from '../../src/memory/recall/recall.ts'
import { recallWeights } from '../../src/memory/recall/weights.ts'
import { PRIVACY_CLASSES } from '../../src/memory/types.ts'
import { ModelsFile } from '../../src/models/config.ts'
import { lineOf } from '../../src/models/json-lines.ts'
import { normalise } from '../../src/models/normalise.ts'
import { refusalOf } from '../../src/models/problem.ts'
import { incoming } from '../../src/models/providers/incoming.ts'
import { askedWait } from '../../src/models/retry.ts'
import { sseParser } from '../../src/models/sse.ts'
import { collector, encodeEvent, eventsOf } from '../../src/models/stream.ts'
import { tokensInText } from '../../src/models/tokens.ts'
import { MessagesRequest, type MessagesResponse } from '../../src/models/wire.ts'
import { AppSpec, LANGUAGES, Query, Rec, SpecEdit } from '../../src/spec.ts'
import { readEdits } from '../../src/studio/edit.ts'
import { synthesise } from '../../src/studio/synthesise.ts'
import { readAdapter } from '../../src/training/adapter.ts'
import { readSafetensors, writeSafetensors } from '../../src/training/safetensors.ts'
import { spending } from '../apps/specs.ts'
import { type AppName, context, languageOf, now, reading, SPECS } from '../dialogue/apps.ts'
import { CORPUS } from '../hostile/corpus.ts'
import { among, anything, below, bytes, document, shortest, text } from '../mangle.ts'
import { resealed } from '../memory/index/vector.contract.ts'
import { value } from '../store/store.contract.ts'

const INPUTS = Number(process.env.FUZZ_INPUTS ?? 3000)
const SEED = Number(process.env.PROPERTY_SEED ?? 20261127)

/** What people say, of every kind: wishes, entries, questions, changes, tellings, injections. */
const HOME = LANGUAGES.flatMap((language) =>
  readFileSync(join(import.meta.dirname, `../../bench/home/data/${language}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      const { build, said } = JSON.parse(line) as { build: string; said: { say: string }[] }
      return [build, ...said.map(({ say }) => say)]
    }),
)
const rngOfTold = seeded(5)
const TOLD = LANGUAGES.flatMap((language) => Array.from({ length: 40 }, () => sentence(language, rngOfTold)))
const SAID = [...HOME, ...TOLD, ...Object.values(CORPUS).flat()]
const NAMES = Object.keys(SPECS) as AppName[]

/** `share` of all inputs; `make` an input, `read` it: throws where something is wrong. */
type Parser = { share: number; make(rng: Rng): unknown; read(input: unknown): unknown }
const parser = <T>(share: number, make: (rng: Rng) => T, read: (input: T) => unknown): Parser => ({
  share,
  make,
  read: (input) => read(input as T),
})
const said = (rng: Rng) => text(rng, SAID)
const saidOf = (rng: Rng) => ({ text: said(rng), app: among(rng, NAMES) })
type SaidOf = ReturnType<typeof saidOf>
const around = ({ text: words, app }: SaidOf) => {
  const language = languageOf(words)
  return { language, read: reading(words, language), spec: SPECS[app] as AppSpec, ctx: context([app], app, language) }
}

const spec = spending()
const FORMULAS = [
  'price * count',
  'if(rating > 3, "good", "bad")',
  'round(sum / 3, 2) + days(day, today)',
  '(a + b) ^ 2 % 7 && !c',
  'max(1, min(x, 2))',
]
const CSV = [
  'What,Price,Day,Shop,Tags\nlatte,500,2026-11-02,Kissa,hot;iced\n"flat, white","1,200円",3.11.2026,Blue Bottle,\n',
  'What\tPrice\nラテ\t５００\n',
  '\ufeffwhat;price;again\na;1;yes\nb;2;はい\n',
]
const QUERIES: Query[] = [
  { collection: 'cups', measure: { fn: 'sum', field: 'price' }, group: { by: 'shop' } },
  { collection: 'cups', when: { field: 'day', last: 2, unit: 'month' }, sort: { field: 'price', descending: true }, limit: 3 },
].flatMap((one) => {
  const parsed = Query.safeParse(one)
  return parsed.success ? [parsed.data] : []
})
const RECORDS = [
  ['latte', 500, '2026-11-02'],
  ['', null, null],
  ['x'.repeat(300), -1e15, '2026-02-29'],
].map(([what, price, day], i) => ({
  ...{ id: `record${i}record${i}`, seq: i + 1, at: '2026-11-02T00:00:00Z', by: 'person', values: { what, price, day, count: 2 } },
}))
const EDITS = SAID.flatMap((words) => {
  const found = readEdits(reading(words, languageOf(words)), SPECS.coffee, context(['coffee'], 'coffee'))
  return found.ok ? [found.value.edits] : []
})

const REQUEST: MessagesRequest = {
  ...{ model: 'm', max_tokens: 10, system: 'build', stream: true },
  messages: [
    { role: 'user', content: 'hello' },
    {
      role: 'assistant',
      content: [
        { type: 'thinking', thinking: 'hm', signature: 'macaron.a.b' },
        { type: 'tool_use', id: 't1', name: 'read', input: { path: 'a' } },
      ],
    },
    {
      role: 'user',
      content: [
        { type: 'tool_result', tool_use_id: 't1', content: [{ type: 'text', text: 'done' }] },
        { type: 'text', text: '' },
      ],
    },
  ],
  tools: [{ name: 'read', description: '', input_schema: { type: 'object' } }],
}
const ANSWER = {
  ...{ id: 'msg', type: 'message', role: 'assistant', model: 'm', stop_reason: 'end_turn', stop_sequence: null },
  content: [
    { type: 'text', text: 'Here it is. '.repeat(9) },
    { type: 'tool_use', id: 't', name: 'write', input: { path: 'a.ts', text: 'export {}' } },
  ],
  usage: { input_tokens: 3, output_tokens: 5 },
} as MessagesResponse
const STREAM = [...eventsOf(ANSWER)]
const WIRE = Buffer.from(STREAM.map(encodeEvent).join(''))
const MODELS = {
  providers: { mine: { kind: 'local', url: 'http://127.0.0.1:8080' }, anthropic: { url: 'https://api.example' } },
  budgets: { day: 1, app: 1, build: 1 },
}

const embedder = value(builtinEmbedder())
const INDEX = (() => {
  const recall = openRecall(recallWeights(), embedder)
  for (const [i, words] of TOLD.entries()) recall.addTurn({ id: `t${i}`, text: words, conversation: `c${i >> 3}`, at: '2026-11-01T00:00' })
  return recall.save()!
})()
const TENSORS = writeSafetensors({
  tensors: {
    'a.lora_A.weight': { shape: [2, 3], values: new Float32Array(6) },
    'a.lora_B.weight': { shape: [4, 2], values: new Float32Array(8) },
  },
  metadata: { format: 'pt' },
})
const PEFT = { peft_type: 'LORA', r: 2, lora_alpha: 4, target_modules: ['q_proj'], bias: 'none' }
async function* once(piece: Uint8Array) {
  yield piece
}
const whole = async (pieces: AsyncIterable<Uint8Array>) => {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Uint8Array.from(Buffer.concat(all))
}
const TAR = await whole(
  (async function* () {
    yield* packed('macaron.db', 700, once(new Uint8Array(700).fill(7)))
    yield* packed('sums', 3, once(new Uint8Array(3)))
    yield new Uint8Array(1024)
  })(),
)
const RECORD = Buffer.from(
  [
    '{"format":"open-macaron/audit-1","person":"person1owner"}',
    '{"at":"2026-11-27T09:00:00.000Z","body":"{}","content":"a","conversation":null,"hash":"b","id":"e1","n":1,"prev":"c","salt":"d","turn":null,"type":"x"}',
    '{"events":1,"file":"0","head":"b"}\n',
  ].join('\n'),
)
const ADDRESSES = [
  '127.0.0.1',
  '::ffff:169.254.169.254',
  '64:ff9b::a9fe:a9fe',
  '2002:a9fe:a9fe::1',
  'fd00:ec2::254',
  '0x7f.1',
  '[::1]',
  'fe80::1%eth0',
]
const RECALL = { now, language: 'en' as const, classes: new Set(PRIVACY_CLASSES), most: 5 }

/** Never a figure that is none. */
function finite(found: unknown): void {
  const bad = JSON.stringify(found, (_, one) => (typeof one === 'number' && !Number.isFinite(one) ? '\u0000none' : one))
  if (bad?.includes('\\u0000none')) throw new Error(`a figure that is none: ${bad.slice(0, 500)}`)
}

const PARSERS: Record<string, Parser> = {
  'a message, read for its figures, dates and words': parser(8, said, (words) => finite(reading(words, languageOf(words)).values)),
  'what a message wants': parser(3, saidOf, (input) => {
    const { read, ctx } = around(input)
    if (!understand(read, ctx).intent) throw new Error('it wants nothing')
  }),
  'an entry': parser(3, saidOf, (input) => {
    const { read, spec, ctx } = around(input)
    const found = readEntry(read, spec, ctx)
    if (found.ok) finite(spansOf(read, found.value, spec, ctx))
  }),
  'a question of an app': parser(3, saidOf, (input) => {
    const { read, spec, ctx } = around(input)
    finite(questionOf(read, spec, ctx))
  }),
  'a change of an app': parser(3, saidOf, (input) => {
    const { read, spec, ctx } = around(input)
    const found = readEdits(read, spec, ctx)
    if (!found.ok) return
    const changed = applyEdits(spec, found.value.edits)
    const wrong = changed.ok && incoherences(changed.value.spec)[0]
    if (wrong) throw new Error(wrong)
  }),
  'a wish': parser(2, said, (words) => {
    const language = languageOf(words)
    const { spec } = synthesise(reading(words, language), { now, locale: 'en-US', currency: 'USD', before: [] })
    const parsed = AppSpec.safeParse(spec)
    const wrong = parsed.success ? incoherences(spec)[0] : parsed.error.message
    if (wrong) throw new Error(wrong)
  }),
  'a yes or no': parser(4, said, (words) => {
    for (const kind of ApprovalKind.options) decisionIn(words, languageOf(words), kind)
  }),
  'what is told of oneself': parser(6, said, (words) => finite(extract({ text: words, at: now }))),
  'what is to be forgotten, guarded or told of the law': parser(6, said, (words) => [about(words), guardedAs(words), domainsSaid(words)]),
  'terms of an index': parser(8, said, (words) => {
    if (termsOf(words).some((term) => term === '')) throw new Error('a term of nothing')
  }),
  'a question of the memory': parser(4, said, (words) => readQuestion(words, { now, language: 'en' })),
  'a table (CSV)': parser(
    6,
    (rng) => (rng.next() < 0.5 ? text(rng, CSV) : bytes(rng, Buffer.from(among(rng, CSV)))),
    (table) => {
      const found = readCsv(table, spec, 'cups', { related: { shops: [] } })
      if (found.ok) finite(found.value)
    },
  ),
  'a formula': parser(
    8,
    (rng) => text(rng, FORMULAS),
    (formula) => {
      const found = parseFormula(formula, ['price', 'count', 'rating', 'day', 'a', 'b', 'c', 'x', 'sum'])
      if (found.ok)
        finite(evaluate(found.value, { price: 5, count: 0, rating: null, day: '2026-11-02', a: 'text', b: -1, c: true, x: [], sum: 1e300 }))
    },
  ),
  'a value of a field': parser(
    8,
    (rng) => ({
      field: among(
        rng,
        spec.collections.flatMap(({ fields }) => fields),
      ),
      raw: rng.next() < 0.5 ? said(rng) : anything(rng),
    }),
    ({ field, raw }) => {
      const found = parseValue(field, raw)
      if (!found.ok) return
      finite(found.value)
      // What was taken is taken again, and stays what it is.
      const again = parseValue(field, found.value)
      if (!again.ok || JSON.stringify(again.value) !== JSON.stringify(found.value))
        throw new Error(`${field.kind}: ${JSON.stringify(found.value)}`)
    },
  ),
  'the spec of an app': parser(
    4,
    (rng) => document(rng, spec as unknown),
    (raw) => {
      const parsed = AppSpec.safeParse(raw)
      if (parsed.success) incoherences(parsed.data)
    },
  ),
  'changes to a spec': parser(
    3,
    (rng) => document(rng, among(rng, EDITS) as unknown),
    (raw) => {
      const parsed = SpecEdit.array().safeParse(raw)
      if (parsed.success) applyEdits(SPECS.coffee, parsed.data)
    },
  ),
  'a query': parser(
    4,
    (rng) => ({ query: document(rng, among(rng, QUERIES) as unknown), records: document(rng, RECORDS as unknown) }),
    (raw) => {
      const query = Query.safeParse(raw.query)
      const records = Rec.array().safeParse(raw.records)
      if (query.success) finite(runQuery(query.data, records.success ? records.data : [], spec, now))
    },
  ),
  'a call of an app': parser(
    4,
    (rng) => document(rng, { do: 'query', query: QUERIES[0], app: 'a' } as unknown),
    (raw) => BridgeCall.safeParse(raw),
  ),
  'a stream of a model': parser(
    6,
    (rng) => ({ wire: bytes(rng, WIRE), cuts: Array.from({ length: below(rng, 4) }, () => below(rng, WIRE.length)).sort((a, b) => a - b) }),
    ({ wire, cuts }) => {
      const events = sseParser(10_000)
      const { read } = incoming()
      const made = collector()
      for (const [i, cut] of [0, ...cuts].entries())
        for (const { data } of events.push(wire.subarray(cut, cuts[i] ?? wire.length)))
          for (const event of read(data).events) made.add(event)
      JSON.stringify(made.message)
    },
  ),
  'an event of a model': parser(
    4,
    (rng) => STREAM.map((event) => (rng.next() < 0.3 ? document(rng, event as unknown) : event)),
    (all) => {
      const { read } = incoming()
      const made = collector()
      for (const one of all) for (const event of read(JSON.stringify(one) ?? '').events) made.add(event)
      JSON.stringify(made.message)
    },
  ),
  'a request to a model': parser(
    3,
    (rng) => document(rng, REQUEST as unknown),
    (raw) => {
      const parsed = MessagesRequest.safeParse(raw)
      if (!parsed.success) return
      for (const thinking of ['signed', 'echo', 'none'] as const)
        normalise(parsed.data, 'mine', { fields: null, images: false, documents: false, cacheMarks: true, ownTools: false, thinking })
    },
  ),
  'a refusal of a model': parser(
    3,
    (rng) => ({ body: anything(rng), wait: { 'retry-after': text(rng, ['3', 'Wed, 21 Oct 2026 07:28:00 GMT']) } }),
    (raw) => {
      refusalOf({ provider: 'p', model: 'm', status: 429, body: raw.body, retryAfter: null, shouldRetry: undefined } as never)
      finite(askedWait(raw.wait, 0))
    },
  ),
  'settings of models': parser(
    3,
    (rng) => document(rng, MODELS as unknown),
    (raw) => {
      const parsed = ModelsFile.safeParse(raw)
      const written = JSON.stringify(raw, null, 2)
      if (!parsed.success && written) lineOf(written, parsed.error.issues[0]!.path)
    },
  ),
  'a saved index': parser(
    1,
    (rng) => (rng.next() < 0.1 ? bytes(rng, INDEX) : resealed(INDEX, (file) => patched(file, rng))),
    (file) => {
      const recall = openRecall(recallWeights(), embedder, file)
      recall.addTurn({ id: 't3', text: TOLD[3]!, conversation: 'c0', at: '2026-11-01T00:00' })
      recall.complete()
      recall.search(TOLD[3]!, RECALL)
    },
  ),
  'weights of a stranger': parser(
    4,
    (rng) => ({ file: bytes(rng, TENSORS), settings: JSON.stringify(document(rng, PEFT as unknown)) ?? '' }),
    (raw) => {
      readSafetensors(raw.file)
      readAdapter(raw.settings, raw.file)
    },
  ),
  'a backup': parser(
    3,
    (rng) => bytes(rng, TAR),
    async (file) => {
      try {
        for await (const { take } of unpacked(once(file))) await whole(take)
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
      }
    },
  ),
  'an exported record': parser(
    4,
    (rng) => bytes(rng, RECORD),
    (file) => verifyFile(once(file)),
  ),
  'an address': parser(
    4,
    (rng) => text(rng, ADDRESSES),
    (address) => {
      const bare = numberIn(address)
      if (bare) mayConnect(bare, false)
    },
  ),
  'what is written to the log': parser(4, said, (words) => {
    if (/[^\P{C}\n\p{Co}\p{Cn}\p{Cs}]/u.test(printable(words))) throw new Error('a control in the log')
    finite(tokensInText(words))
  }),
}

/** A few figures in it written over. */
function patched(file: Uint8Array, rng: Rng): void {
  const view = new DataView(file.buffer, file.byteOffset)
  for (let left = 1 + below(rng, 3); left > 0; left--)
    view.setUint32(
      below(rng, file.length - 37),
      among(rng, [0, 1, 0x7f, 0x7fffffff, 0x80000000, 0xffffffff, 0x7fc00000, below(rng, 2 ** 32)]),
      true,
    )
}

const shares = Object.values(PARSERS).reduce((sum, { share }) => sum + share, 0)
const untouched = Object.getOwnPropertyNames(Object.prototype).sort()

describe.each(Object.entries(PARSERS))('%s', (name, { share, make, read }) => {
  const count = Math.ceil((INPUTS * share) / shares)
  it(
    'is read, whatever it is',
    async () => {
      const rng = seeded(SEED)
      let longest = { ms: 0, input: '' }
      const begun = performance.now()
      for (let i = 0; i < count; i++) {
        const input = make(rng)
        const from = performance.now()
        try {
          await read(input)
        } catch (error) {
          const shown = typeof input === 'string' ? shortest(input, (shorter) => throws(() => read(shorter))) : input
          throw new Error(`${name}, input ${i} of seed ${SEED}: ${JSON.stringify(shown)?.slice(0, 2000)}`, { cause: error })
        }
        const ms = performance.now() - from
        if (ms > longest.ms) longest = { ms, input: JSON.stringify(input)?.slice(0, 300) ?? '' }
      }
      expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(untouched)
      if (process.env.FUZZ_INPUTS) {
        const each = ((performance.now() - begun) / count).toFixed(2)
        process.stdout.write(`${name}: ${count} read, ${each} ms each, the longest ${longest.ms.toFixed(0)} ms: ${longest.input}\n`)
      }
    },
    60_000 + INPUTS * 20,
  )
})

function throws(work: () => unknown): boolean {
  try {
    work()
    return false
  } catch {
    return true
  }
}
