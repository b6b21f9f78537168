// @prisma/adapter-pg, mended where 7.10 cannot carry migrations; queries of the application never go through it.
//  1. executeScript() splits the script at every ';' (also inside $$ and strings) and runs the pieces without a transaction.
//     Sent whole, as one simple query, PostgreSQL runs it in one implicit transaction, as Prisma's native engine does.
//  2. Introspection reads "char" columns (OID 18), which the adapter rejects. They are presented as Character.
//  3. connectToShadowDb() forgets its own database when configured by an address, and drops it before closing its pool.
import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { withDatabase } from './connection.ts'

const PG_CHAR = 18
const PG_TEXT = 25

type Field = { dataTypeID: number; wasChar?: boolean }
type Adapter = Awaited<ReturnType<PrismaPg['connect']>>
// What the adapter does not show in its types.
type Inside = { performIO(query: unknown): Promise<{ fields?: Field[] }>; onError(error: unknown): never }

function mend(adapter: Adapter): Adapter {
  const inside = adapter as unknown as Inside
  const performIO = inside.performIO.bind(adapter)
  const queryRaw = adapter.queryRaw.bind(adapter)
  let fields: Field[] = []
  inside.performIO = async (query) => {
    const result = await performIO(query)
    fields = result.fields ?? []
    for (const field of fields) {
      if (field.dataTypeID !== PG_CHAR) continue
      field.dataTypeID = PG_TEXT
      field.wasChar = true
    }
    return result
  }
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    fields.forEach((field, i) => {
      if (field.wasChar) result.columnTypes[i] = ColumnTypeEnum.Character
    })
    return result
  }
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script)
    } catch (error) {
      inside.onError(error)
    }
  }
  return adapter
}

/** An adapter factory for the schema engine: one session, so that locks, settings and temporary objects stay put. */
export class MigrationPg extends PrismaPg {
  readonly #url: string
  readonly #opened: Adapter[] = []

  constructor(url: string) {
    super({ connectionString: url, max: 1 })
    this.#url = url
  }

  override async connect() {
    const adapter = mend(await super.connect())
    this.#opened.push(adapter)
    return adapter
  }

  /** The engine leaves its pool open, which would block CREATE DATABASE … TEMPLATE and the end of the process. */
  async close() {
    await Promise.all(this.#opened.splice(0).map((adapter) => adapter.dispose().catch(() => {})))
  }

  override async connectToShadowDb() {
    const name = `prisma_migrate_shadow_db_${randomUUID()}`
    const admin = new pg.Client({ connectionString: this.#url })
    await admin.connect()
    await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE template0`)
    const adapter = await new MigrationPg(withDatabase(this.#url, name)).connect()
    const dispose = adapter.dispose.bind(adapter)
    adapter.dispose = async () => {
      await dispose()
      await admin.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`)
      await admin.end()
    }
    return adapter
  }
}
