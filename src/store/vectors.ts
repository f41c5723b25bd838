/** Vectors that an embedder made of items and turns, each with its model, its dimension and a digest of the text it is of. */
import { ok, type Result } from '../base/result.ts'
import type { PersonId } from '../events.ts'
import type { Store } from './types.ts'

export type KeptVector = { id: string; digest: string; vector: Float32Array }

export interface Vectors {
  /** Of one model; rows whose length is not their dimension are left out. */
  all(person: PersonId, model: string): Promise<KeptVector[]>
  /** Writes over those of the same id and model. */
  put(person: PersonId, model: string, rows: readonly KeptVector[]): Promise<Result<void>>
  remove(person: PersonId, ids: readonly string[]): Promise<Result<void>>
  /** Those of every other model go; null: all. */
  keepOnly(person: PersonId, model: string | null): Promise<Result<void>>
}

const encoded = (vector: Float32Array) => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64')
const decoded = (text: string) => new Float32Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer)

export function openVectors(store: Pick<Store, 'db' | 'transaction'>): Vectors {
  return {
    async all(person, model) {
      const rows = await store.db
        .selectFrom('memory_vectors')
        .select(['id', 'digest', 'dimension', 'vector'])
        .where('person', '=', person)
        .where('model', '=', model)
        .execute()
      return rows.flatMap(({ id, digest, dimension, vector }) =>
        Buffer.byteLength(vector, 'base64') === 4 * Number(dimension) ? [{ id, digest, vector: decoded(vector) }] : [],
      )
    },
    put: (person, model, rows) =>
      store.transaction(async (tx) => {
        for (const { id, digest, vector } of rows) {
          await tx.deleteFrom('memory_vectors').where('person', '=', person).where('id', '=', id).where('model', '=', model).execute()
          await tx
            .insertInto('memory_vectors')
            .values({ person, id, model, dimension: vector.length, digest, vector: encoded(vector) })
            .execute()
        }
        return ok(undefined)
      }),
    remove: (person, ids) =>
      store.transaction(async (tx) => {
        for (const id of ids) await tx.deleteFrom('memory_vectors').where('person', '=', person).where('id', '=', id).execute()
        return ok(undefined)
      }),
    keepOnly: (person, model) =>
      store.transaction(async (tx) => {
        const all = tx.deleteFrom('memory_vectors').where('person', '=', person)
        await (model === null ? all : all.where('model', '!=', model)).execute()
        return ok(undefined)
      }),
  }
}
