import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { builtinEmbedder, openWeights, staticEmbedder, WEIGHTS_PATH } from '../../../src/memory/embed/builtin.ts'
import { features, READ_LIMIT } from '../../../src/memory/embed/features.ts'
import { openHttpEmbedder } from '../../../src/memory/embed/http.ts'
import { HashTable } from '../../../src/memory/embed/table.ts'
import { E5_SMALL, type EncoderModel, installModel, isInstalled, openTransformersEmbedder } from '../../../src/memory/embed/transformers.ts'
import { decodeWeights } from '../../../src/memory/embed/weights.ts'
import { packageRoot } from '../../../src/root.ts'
import { embedderContract } from './embedder.contract.ts'
import { tinyBytes, tinyWeights } from './tiny.ts'

const tiny = staticEmbedder(tinyWeights())
const scratch = mkdtempSync(join(tmpdir(), 'macaron-embed-'))
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}
const bodyOf = async (request: IncomingMessage) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as { model: string; input: string[] }
}
/** An endpoint as others write them: real vectors, numbered, in any order. */
const endpoint: RequestListener = async (request, response) => {
  const { input } = await bodyOf(request)
  const data = input.map((text, index) => ({ index, embedding: Array.from(tiny.embedText(text === '' ? 'x' : `cat ${text}`)) }))
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: data.reverse() }))
}
const answering = (answer: unknown): RequestListener => {
  return (_request, response) => void response.end(typeof answer === 'string' ? answer : JSON.stringify(answer))
}
const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code)

embedderContract('the built-in one', async () => tiny)
embedderContract('an HTTP endpoint', async () => {
  const opened = await openHttpEmbedder({
    url: await serve(endpoint),
    model: 'some one/tiny:1',
    prefixes: { query: 'cat ', passage: 'cat ' },
  })
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
})
embedderContract('a library on this machine', async () => {
  const model = await installedModel()
  const opened = await openTransformersEmbedder(scratch, model, async () => libraryOf(model.dimension))
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
})

/** Stands in for the library: one flat array of figures for a batch, as it gives them. */
const libraryOf = (dimension: number) => ({
  env: {},
  pipeline: async () => async (texts: string[]) => ({
    data: Float32Array.from(texts.flatMap((text) => Array.from(tiny.embedText(`cat ${text}`)).slice(0, dimension))),
  }),
})
const content = 'what a model would be'
async function installedModel(): Promise<EncoderModel> {
  const model = modelAt(await serve(answering(content)))
  expect(await installModel(scratch, model)).toEqual({ ok: true, value: null })
  return model
}
const modelAt = (source: string, name = 'stand-in'): EncoderModel => ({
  ...E5_SMALL,
  name,
  dimension: 16,
  source,
  files: [{ path: 'onnx/model.onnx', sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length }],
})

describe('features', () => {
  const none = () => null
  const of = (text: string, bridge: (word: string) => string | null = none) => {
    const found = new Map<number, number>()
    features(text, bridge, (hash, weight) => found.set(hash, (found.get(hash) ?? 0) + weight))
    return found
  }
  const shared = (a: string, b: string, bridge = none as Parameters<typeof of>[1]) => {
    const other = of(b, bridge)
    return [...of(a, bridge).keys()].filter((hash) => other.has(hash)).length
  }

  it('do not see width, case, or which orthography Han is written in', () => {
    for (const [a, b] of [
      ['ＣＡＦＥ', 'cafe'],
      ['記録', '记录'],
      ['記錄', '记录'],
      ['ﾗｰﾒﾝ', 'ラーメン'],
      ['今日 は 雨', '今日は雨'],
      ['７時', '7時'],
    ] as const)
      expect([...of(a)], a).toEqual([...of(b)])
  })

  it('let numbers meet, however they are written', () => {
    expect(shared('七点', '7pm')).toBe(1)
    expect(shared('十二時', '12')).toBe(1)
    expect(shared('三十五', '35')).toBe(1)
    expect(shared('007', '7')).toBe(1)
  })

  it('let Korean meet Han through the bridge, particles and endings aside', () => {
    const bridge = (word: string) => ({ 여행: '旅行', 계획: '计划' })[word] ?? null
    expect(shared('여행을', '旅行')).toBe(0)
    expect(shared('여행을', '旅行', bridge)).toBe(3)
    expect(shared('여행계획', '计画旅行', bridge)).toBeGreaterThanOrEqual(4)
    expect(shared('고양이가', '고양이는')).toBeGreaterThan(3)
  })

  it('are finite and bounded in number by the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 300 }), (codes) => {
        const text = String.fromCharCode(...codes)
        let count = 0
        features(text, none, (hash, weight) => {
          count++
          expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32 && weight > 0).toBe(true)
        })
        expect(count).toBeLessThanOrEqual(14 * (text.normalize('NFKC').length + 2))
      }),
    )
  })
})

describe('hash table', () => {
  it('finds what was put in, and nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(0xffffffff)), fc.array(fc.nat(0xffffffff)), (keys, others) => {
        const table = new HashTable(Uint32Array.from(keys))
        for (const key of [...keys, ...others]) expect(table.get(key)).toBe(keys.indexOf(key))
      }),
    )
  })
})

describe('weights', () => {
  it('give the golden vectors', () => {
    const golden = JSON.parse(readFileSync(join(import.meta.dirname, 'golden.json'), 'utf8')) as Record<string, number[]>
    for (const [text, vector] of Object.entries(golden))
      for (const [j, value] of tiny.embedText(text).entries()) expect(value, text).toBeCloseTo(vector[j]!, 5)
  })

  it('fail clearly where the file is missing, foreign, cut, damaged or of another version', () => {
    const bytes = tinyBytes()
    expect(codeOf(openWeights(join(scratch, 'nowhere.bin')))).toBe('weights-missing')
    const path = join(scratch, 'foreign.bin')
    writeFileSync(path, 'PK\u0003\u0004 and so on')
    expect(codeOf(openWeights(path))).toBe('weights-foreign')
    expect(codeOf(decodeWeights(changed(bytes, 4)))).toBe('weights-version')
    expect(codeOf(decodeWeights(changed(bytes, bytes.length - 1)))).toBe('weights-damaged')
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) => {
        expect(['weights-cut', 'weights-foreign']).toContain(codeOf(decodeWeights(bytes.slice(0, length))))
      }),
    )
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (at) => {
        expect(decodeWeights(changed(bytes, at)).ok).toBe(false)
      }),
    )
  })

  it('are read from any place in memory', () => {
    const bytes = tinyBytes()
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    const decoded = decodeWeights(shifted.subarray(3))
    expect(decoded.ok && staticEmbedder(decoded.value).embedText('the cat')).toEqual(tiny.embedText('the cat'))
  })
})
const changed = (bytes: Uint8Array, at: number) => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte))

describe('HTTP endpoint', () => {
  const open = async (listener: RequestListener, timeoutMs = 2000) =>
    openHttpEmbedder({ url: await serve(listener), model: 'm', key: 'secret', timeoutMs })

  it('never follows a redirect, so neither texts nor key go elsewhere', async () => {
    let reached = 0
    const elsewhere = await serve((_request, response) => {
      reached++
      response.end('{}')
    })
    expect(codeOf(await open((_request, response) => void response.writeHead(307, { location: elsewhere }).end()))).toBe(
      'embedder-redirect',
    )
    expect(reached).toBe(0)
  })

  it('says what is wrong', async () => {
    expect(codeOf(await openHttpEmbedder({ url: 'file:///etc/passwd', model: 'm' }))).toBe('embedder-address')
    expect(codeOf(await openHttpEmbedder({ url: 'nonsense', model: 'm' }))).toBe('embedder-address')
    expect(codeOf(await openHttpEmbedder({ url: 'http://127.0.0.1:9/', model: 'm' }))).toBe('embedder-away')
    expect(codeOf(await open((_request, response) => void response.writeHead(401).end()))).toBe('embedder-refused')
    expect(codeOf(await open(() => {}, 100))).toBe('embedder-slow')
    expect(codeOf(await open((request) => void request.socket.destroy()))).toBe('embedder-away')
  })

  it.each<[string, unknown]>([
    ['no JSON', '<html>'],
    ['another shape', { vectors: [[1]] }],
    ['no vectors', { data: [] }],
    ['too many', { data: [{ embedding: [1] }, { embedding: [1] }] }],
    ['figures that are none', '{"data":[{"embedding":[1e999]}]}'],
    ['null for NaN', { data: [{ embedding: [null] }] }],
    ['text', { data: [{ embedding: ['1'] }] }],
    ['zeros', { data: [{ embedding: [0, 0] }] }],
    ['a number out of place', { data: [{ index: 7, embedding: [1] }] }],
    ['an index of billions', { data: [{ index: 4e9, embedding: [1] }] }],
  ])('refuses %s', async (_what, answer) => {
    expect(codeOf(await open(answering(answer)))).toBe('embedder-nonsense')
  })

  it('refuses vectors of another length than it had', async () => {
    let length = 3
    const opened = await open(async (request, response) => {
      const { input } = await bodyOf(request)
      response.end(JSON.stringify({ data: input.map(() => ({ embedding: new Array(length).fill(1) })) }))
    })
    expect(opened.ok && (await opened.value.embed(['a', 'b'], 'query')).ok).toBe(true)
    length = 4
    expect(codeOf(opened.ok ? await opened.value.embed(['a', 'b'], 'query') : opened)).toBe('embedder-nonsense')
  })

  it('stops reading an answer without end', async () => {
    const endless = await open((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write(' '.repeat(1 << 20)));
        response.once('drain', more)
      }
      more()
    }, 10_000)
    expect(codeOf(endless)).toBe('embedder-nonsense')
  })
})

describe('a library on this machine', () => {
  it('is opened only where library and model are both there', async () => {
    const model = modelAt('http://127.0.0.1:9/', 'absent')
    expect(codeOf(await openTransformersEmbedder(scratch, model, async () => libraryOf(16)))).toBe('embedder-not-installed')
    const installed = await installedModel()
    const missing = () => Promise.reject(new Error('Cannot find package'))
    expect(codeOf(await openTransformersEmbedder(scratch, installed, missing))).toBe('embedder-not-installed')
    const other = async () => ({ env: {}, pipeline: () => Promise.reject(new Error('no such operator')) })
    expect(codeOf(await openTransformersEmbedder(scratch, installed, other))).toBe('embedder-broken')
  })

  it('installs nothing that is not the pinned file, and leaves nothing half', async () => {
    for (const [name, answer] of [
      ['longer', `${content} and more`],
      ['other', content.toUpperCase()],
      ['short', content.slice(1)],
    ] as const) {
      const model = modelAt(await serve(answering(answer)), name)
      expect(['download-damaged', 'download-failed']).toContain(codeOf(await installModel(scratch, model)))
      expect(isInstalled(scratch, model)).toBe(false)
      expect(existsSync(join(scratch, name, 'onnx', 'model.onnx'))).toBe(false)
    }
    expect(codeOf(await installModel(scratch, modelAt('http://127.0.0.1:9/', 'away')))).toBe('download-failed')
  })

  it('keeps what is there and whole', async () => {
    const model = await installedModel()
    expect(await installModel(scratch, { ...model, source: 'http://127.0.0.1:9/' })).toEqual({ ok: true, value: null })
  })
})

describe('the weights of the package', () => {
  const opened = builtinEmbedder()
  if (!opened.ok) throw new Error(opened.error.message)
  const embedder = opened.value
  const card = JSON.parse(readFileSync(join(packageRoot(), WEIGHTS_PATH.replace('.bin', '.json')), 'utf8'))
  const cosine = (a: string, b: string) => {
    const other = embedder.embedText(b)
    return embedder.embedText(a).reduce((sum, value, j) => sum + value * other[j]!, 0)
  }

  it('are those of the card beside them', () => {
    expect(embedder.id).toBe(`builtin-${card.checksum.slice(0, 8)}`)
    expect(embedder.dimension).toBe(card.dimension)
  })

  it('bring one meaning together over four languages, and keep another apart', () => {
    const said = ['my sister is allergic to cats', '我妹妹对猫过敏', '妹は猫アレルギーです', '여동생은 고양이 알레르기가 있어요']
    const other = ['the train leaves at nine', '火车九点开', '電車は九時に出ます', '기차는 아홉 시에 출발해요']
    for (const a of said)
      for (const b of said) for (const c of other) expect(cosine(a, b), `${a} ~ ${b}, not ${c}`).toBeGreaterThan(cosine(a, c) + 0.2)
  })

  it('stay bounded on a message of a megabyte', () => {
    const long = '旅行の計画を立てる。'.repeat(100_000)
    expect(embedder.embedText(long)).toEqual(embedder.embedText(long.slice(0, READ_LIMIT)))
  })
})
