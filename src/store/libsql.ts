/**
 * Kysely over libsql: one connection, one statement or transaction at a time.
 *
 * Covers what its native side does badly: binding a boolean or an empty buffer aborts the whole process, and a
 * text is cut at U+0000. Those are refused here before they reach it.
 */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type Database from 'libsql'
import { failureOf } from './failures.ts'
import { StoreError } from './types.ts'

/** `home` is named in what failures say. */
export function libsqlDialect(database: Database.Database, home: string): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new LibsqlDriver(database, home),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

class LibsqlDriver implements Driver {
  private readonly database: Database.Database
  private readonly connection: DatabaseConnection
  private free: Promise<void> = Promise.resolve()
  private release: () => void = () => {}

  constructor(database: Database.Database, home: string) {
    this.database = database
    this.connection = new LibsqlConnection(database, home)
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.free
    let done = () => {}
    this.free = new Promise((resolve) => {
      done = resolve
    })
    await before
    this.release = done
    return this.connection
  }
  async releaseConnection(): Promise<void> {
    this.release()
  }
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // SQLite rolls back by itself when the disk is full; a second rollback would hide why.
    if (this.database.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
  async destroy(): Promise<void> {
    this.database.close()
  }
}

const KEPT_STATEMENTS = 200

class LibsqlConnection implements DatabaseConnection {
  private readonly database: Database.Database
  private readonly statements = new Map<string, Database.Statement<unknown[]>>()
  private readonly home: string
  constructor(database: Database.Database, home: string) {
    this.database = database
    this.home = home
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const bound = parameters.map(bindable)
    try {
      const statement = this.prepare(sql)
      if (statement.reader) return { rows: statement.all(bound) as R[] }
      const { changes } = statement.run(bound)
      return { rows: [], numAffectedRows: BigInt(changes ?? 0) }
    } catch (error) {
      const failure = failureOf(error, this.home)
      throw failure ? new StoreError(failure) : error
    }
  }
  // biome-ignore lint/correctness/useYield: the seam asks for it; nothing here streams
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('this driver does not stream; read in pages')
  }

  private prepare(sql: string): Database.Statement<unknown[]> {
    const found = this.statements.get(sql)
    if (found) return found
    if (this.statements.size >= KEPT_STATEMENTS) this.statements.clear()
    const statement = this.database.prepare(sql)
    // Only what Kysely wrote for rows is asked again; DDL and PRAGMA are not worth keeping.
    if (/^(?:select|insert|update|delete|with)\b/i.test(sql)) this.statements.set(sql, statement)
    return statement
  }
}

/** What libsql can bind. Throws on what would abort the process or be cut off. */
function bindable(value: unknown): string | number | bigint | null | Buffer {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new TypeError('a text for the store may not contain U+0000')
    return value
  }
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value === 'bigint') return value
  if (Buffer.isBuffer(value) && value.length > 0) return value
  throw new TypeError(`the store cannot keep a value of the type ${typeof value}`)
}
