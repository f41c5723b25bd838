/**
 * A sentence encoder on this machine, for those who want more than the built-in embedder: multilingual-e5-small (MIT),
 * int8, 384 dimensions, run by @huggingface/transformers. Nothing of it is a dependency: the library is imported only if
 * a person installed it, and the model is fetched only by `install`, from one pinned revision, each file checked by its
 * SHA-256. After that everything is read from the folder; the library is told to fetch nothing.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline as flow } from 'node:stream/promises'
import { fail, ok, type Result } from '../../base/result.ts'
import { type Embedder, type EmbedKind, normalise } from './types.ts'

export type EncoderModel = {
  name: string
  dimension: number
  /** Where its files are, the revision in it; a file's path follows. */
  source: string
  revision: string
  files: { path: string; sha256: string; bytes: number }[]
  /** Small files that the library wants beside them, written by us. */
  settings: Record<string, unknown>
  prefixes: Record<EmbedKind, string>
}

export const E5_SMALL: EncoderModel = {
  name: 'e5-small',
  dimension: 384,
  source: 'https://huggingface.co/Xenova/multilingual-e5-small/resolve/761b726dd34fb83930e26aab4e9ac3899aa1fa78/',
  revision: '761b726dd34fb83930e26aab4e9ac3899aa1fa78',
  files: [
    {
      path: 'onnx/model_quantized.onnx',
      sha256: 'f80102d3f2a1229f387d3c81909990d8945513e347b0eab049f7de3c6f98c193',
      bytes: 118_308_185,
    },
    { path: 'tokenizer.json', sha256: '0b44a9d7b51c3c62626640cda0e2c2f70fdacdc25bbbd68038369d14ebdf4c39', bytes: 17_082_730 },
  ],
  settings: {
    'config.json': {
      model_type: 'bert',
      architectures: ['BertModel'],
      hidden_size: 384,
      intermediate_size: 1536,
      num_attention_heads: 12,
      num_hidden_layers: 12,
      max_position_embeddings: 512,
      type_vocab_size: 2,
      vocab_size: 250037,
      pad_token_id: 0,
    },
    'tokenizer_config.json': {
      tokenizer_class: 'XLMRobertaTokenizer',
      model_max_length: 512,
      bos_token: '<s>',
      cls_token: '<s>',
      eos_token: '</s>',
      sep_token: '</s>',
      mask_token: '<mask>',
      pad_token: '<pad>',
      unk_token: '<unk>',
    },
  },
  prefixes: { query: 'query: ', passage: 'passage: ' },
}

/** The part of the library that is used here. */
type Library = {
  env: { allowRemoteModels: boolean; allowLocalModels: boolean; localModelPath: string }
  pipeline(task: 'feature-extraction', model: string, options: { dtype: 'q8'; local_files_only: true }): Promise<Extractor>
}
type Extractor = (texts: string[], options: { pooling: 'mean'; normalize: true }) => Promise<{ data: ArrayLike<number> }>
export type ImportLibrary = () => Promise<unknown>

/** A name in a variable, so that neither the compiler nor the bundler looks for what is not there. */
const LIBRARY = '@huggingface/transformers'
const importLibrary: ImportLibrary = () => import(LIBRARY)

const BATCH = 16

/**
 * Opens an installed model in `folder` (each model has a folder of its name in it). Fails with 'embedder-not-installed'
 * where the library or the model's files are not there, 'embedder-broken' where they do not run.
 */
export async function openTransformersEmbedder(
  folder: string,
  model: EncoderModel = E5_SMALL,
  load: ImportLibrary = importLibrary,
): Promise<Result<Embedder>> {
  if (!isInstalled(folder, model)) return fail('embedder-not-installed', `The embedding model ${model.name} is not installed.`)
  let library: Library
  try {
    library = (await load()) as Library
  } catch {
    return fail('embedder-not-installed', `The library ${LIBRARY} that runs embedding models is not installed.`)
  }
  try {
    writeSettings(folder, model)
    library.env.allowRemoteModels = false
    library.env.allowLocalModels = true
    library.env.localModelPath = folder
    const extract = await library.pipeline('feature-extraction', model.name, { dtype: 'q8', local_files_only: true })
    return ok(encoder(model, extract))
  } catch (error) {
    return broken(model, error)
  }
}

function encoder(model: EncoderModel, extract: Extractor): Embedder {
  const { dimension } = model
  return {
    id: `${model.name}-${model.revision.slice(0, 8)}`,
    dimension,
    async embed(texts, kind) {
      const vectors: Float32Array[] = []
      try {
        for (let from = 0; from < texts.length; from += BATCH) {
          const batch = texts.slice(from, from + BATCH)
          const { data } = await extract(
            batch.map((text) => model.prefixes[kind] + text),
            { pooling: 'mean', normalize: true },
          )
          if (data.length !== batch.length * dimension) return broken(model, new Error(`${data.length} figures for ${batch.length} texts`))
          for (const [i, text] of batch.entries()) {
            const vector = Float32Array.from({ length: dimension }, (_, j) => data[i * dimension + j]!)
            vectors.push(text.trim() === '' ? vector.fill(0) : normalise(vector))
          }
        }
        return ok(vectors)
      } catch (error) {
        return broken(model, error)
      }
    },
  }
}

const broken = (model: EncoderModel, error: unknown) =>
  fail('embedder-broken', `The embedding model ${model.name} does not run: ${(error as Error).message}.`)

/** What the model is made of is there; the small files beside it are ours to write. */
export const isInstalled = (folder: string, model: EncoderModel = E5_SMALL): boolean =>
  model.files.every(({ path }) => existsSync(join(folder, model.name, path)))

function writeSettings(folder: string, model: EncoderModel): void {
  for (const [path, content] of Object.entries(model.settings)) {
    const at = join(folder, model.name, path)
    if (!existsSync(at)) writeFileSync(at, JSON.stringify(content))
  }
}

/**
 * Fetches a model's files into `folder`; what is there and whole is kept, so that a file may also be put there by hand. Each gets
 * its name once all are there and their checksums held; where one fails, what came of the others goes again. Fails with
 * 'download-failed' or 'download-damaged', and nothing has changed then.
 */
export async function installModel(
  folder: string,
  model: EncoderModel = E5_SMALL,
  progress: (path: string, bytes: number) => void = () => {},
): Promise<Result<null>> {
  const home = join(folder, model.name)
  const coming = join(folder, `.${model.name}`)
  try {
    rmSync(coming, { recursive: true, force: true })
    const fetched: string[] = []
    for (const file of model.files) {
      const there = join(home, file.path)
      if (existsSync(there) && (await sha256(there)) === file.sha256) continue
      progress(file.path, file.bytes)
      const at = join(coming, file.path)
      const response = await fetch(new URL(file.path, model.source))
      if (!response.ok || !response.body)
        return fail('download-failed', `${file.path} could not be fetched: ${response.status}.`, { folder: home })
      mkdirSync(dirname(at), { recursive: true, mode: 0o700 })
      await flow(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), limit(file.bytes), createWriteStream(at))
      if ((await sha256(at)) !== file.sha256)
        return fail('download-damaged', `${file.path} is not the file that was expected; nothing was installed.`)
      fetched.push(file.path)
    }
    for (const path of fetched) {
      mkdirSync(dirname(join(home, path)), { recursive: true, mode: 0o700 })
      renameSync(join(coming, path), join(home, path))
    }
    return ok(null)
  } catch (error) {
    return fail('download-failed', `The embedding model ${model.name} could not be fetched: ${(error as Error).message}.`, { folder: home })
  } finally {
    rmSync(coming, { recursive: true, force: true })
  }
}

/** Stops a download that is longer than the file it claims to be. */
async function* limitedTo(bytes: number, source: AsyncIterable<Uint8Array>) {
  let seen = 0
  for await (const chunk of source) {
    seen += chunk.byteLength
    if (seen > bytes) throw new Error('it is longer than expected')
    yield chunk
  }
}
const limit = (bytes: number) => (source: AsyncIterable<Uint8Array>) => limitedTo(bytes, source)

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}
