/**
 * An embedder behind an HTTP endpoint in the shape many servers share: POST {model, input: [...]} gives
 * {data: [{index, embedding: [...]}]}. What a person sends there leaves the machine: the caller asks policy first.
 *
 * Covers: endpoints that are slow, away, answer something else, give NaN, mixed lengths or a redirect (never followed:
 * it would carry texts and key to a place nobody chose). Does not cover: an endpoint that gives plausible wrong numbers.
 */

import { z } from 'zod'
import { resolvesWell } from '../../address.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import { type Embedder, type EmbedKind, normalise } from './types.ts'

export type HttpSettings = {
  /** The whole address, such as http://127.0.0.1:8080/v1/embeddings; http and https only. */
  url: string
  /** As the endpoint names it. */
  model: string
  /** Sent as a bearer token. */
  key?: string
  /** Milliseconds for one request, body included. */
  timeoutMs?: number
  /** Put before each text, for encoders that tell questions from passages: {query: 'query: ', passage: 'passage: '}. */
  prefixes?: Record<EmbedKind, string>
}

const TIMEOUT = 20_000
const BATCH = 64
/** One answer of a batch: 64 vectors of 4096 figures in JSON are under this. */
const MOST_BYTES = 16 * 1024 * 1024

const ANSWER = z.object({
  data: z.array(z.object({ index: z.number().int().nonnegative().optional(), embedding: z.array(z.number()).min(1).max(65536) })),
})

/**
 * Asks the endpoint for one vector first, to learn its dimension. Fails with 'embedder-address', 'embedder-away',
 * 'embedder-slow', 'embedder-refused', 'embedder-redirect' or 'embedder-nonsense', as `embed` does later.
 */
export async function openHttpEmbedder(settings: HttpSettings): Promise<Result<Embedder>> {
  if (!/^https?:$/.test(protocolOf(settings.url)))
    return fail('embedder-address', 'The address of the embedding endpoint must start with http:// or https://.')
  const probe = await request(settings, ['dimension'], 'passage')
  if (!probe.ok) return probe
  const dimension = probe.value[0]!.length
  return ok({
    id: `http-${settings.model.replace(/[^\w.-]+/g, '-')}`,
    dimension,
    async embed(texts, kind) {
      // Texts of nothing are not sent: endpoints refuse them.
      const full = texts.filter((text) => text.trim() !== '')
      const vectors: Float32Array[] = []
      for (let from = 0; from < full.length; from += BATCH) {
        const batch = await request(settings, full.slice(from, from + BATCH), kind)
        if (!batch.ok) return batch
        if (batch.value[0]!.length !== dimension) return nonsense(`vectors of ${batch.value[0]!.length} figures came, not of ${dimension}`)
        vectors.push(...batch.value)
      }
      let next = 0
      return ok(texts.map((text) => (text.trim() === '' ? new Float32Array(dimension) : vectors[next++]!)))
    },
  })
}

const protocolOf = (url: string) => (URL.canParse(url) ? new URL(url).protocol : '')

/** One vector for each of at least one text, all of one length. */
async function request(settings: HttpSettings, texts: readonly string[], kind: EmbedKind): Promise<Result<Float32Array[]>> {
  const prefix = settings.prefixes?.[kind] ?? ''
  const answer = await post(settings, { model: settings.model, input: texts.map((text) => prefix + text) })
  return answer.ok ? vectorsOf(answer.value, texts.length) : answer
}

async function post(settings: HttpSettings, body: unknown): Promise<Result<unknown>> {
  try {
    if (!(await resolvesWell(new URL(settings.url).hostname))) return fail('embedder-away', 'The embedding endpoint cannot be reached.')
    const response = await fetch(settings.url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(settings.timeoutMs ?? TIMEOUT),
      headers: { 'content-type': 'application/json', ...(settings.key && { authorization: `Bearer ${settings.key}` }) },
      body: JSON.stringify(body),
    })
    const { status } = response
    if (!response.ok) await response.body?.cancel()
    if (status >= 300 && status < 400)
      return fail('embedder-redirect', 'The embedding endpoint points elsewhere; set the address it really has.')
    if (!response.ok) return fail('embedder-refused', `The embedding endpoint answered ${status}.`, { status })
    const text = await limited(response)
    return text === null ? nonsense('its answer is too long') : ok(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return nonsense('its answer is not JSON')
    if ((error as Error).name === 'TimeoutError') return fail('embedder-slow', 'The embedding endpoint did not answer in time.')
    return fail('embedder-away', 'The embedding endpoint cannot be reached.')
  }
}

/** The body as text, or null past MOST_BYTES. */
async function limited(response: Response): Promise<string | null> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.byteLength
    if (bytes > MOST_BYTES) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** In the order of `index` where there is one; each finite and of one length. */
function vectorsOf(answer: unknown, count: number): Result<Float32Array[]> {
  const parsed = ANSWER.safeParse(answer)
  if (!parsed.success) return nonsense('its answer has another shape')
  const { data } = parsed.data
  if (data.length !== count) return nonsense(`${data.length} vectors came for ${count} texts`)
  const byIndex = new Map(data.map(({ index, embedding }, i) => [index ?? i, embedding]))
  const vectors: Float32Array[] = []
  for (let i = 0; i < count; i++) {
    const embedding = byIndex.get(i)
    if (!embedding) return nonsense('its vectors are numbered wrongly')
    if (embedding.length !== data[0]!.embedding.length) return nonsense('its vectors differ in length')
    const vector = normalise(Float32Array.from(embedding))
    if (vector.every((value) => value === 0)) return nonsense('a vector holds no finite figures')
    vectors.push(vector)
  }
  return ok(vectors)
}

const nonsense = (what: string) => fail('embedder-nonsense', `The embedding endpoint gave an unusable answer: ${what}.`, { what })
