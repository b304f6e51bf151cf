import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { remoteFailure } from '../../db/remote/failures.ts'
import { connectPostgres } from '../../db/remote/postgres.ts'
import { placeOf, type Reach } from '../../db/remote/reach.ts'
import { DIALECTS, notPortable, type Dialect } from './portable.ts'

export type Cells = (string | null)[]

/** Every statement that goes to a warehouse, as tests hold it against what each server takes. */
export interface Sent {
  sql: string
  /** The servers that it is for; all where it is not for one alone. */
  for: Dialect | 'all'
}

/** A connection to a warehouse. Rows are arrays of texts; nothing becomes a float on the way. */
export class Session {
  readonly client: pg.Client
  readonly reach: Reach
  readonly sent: ((statement: Sent) => void) | undefined

  private constructor(client: pg.Client, reach: Reach, sent: Session['sent']) {
    this.client = client
    this.reach = reach
    this.sent = sent
  }

  /** Over a client that is there already: tests listen to one that answers nothing. */
  static over(client: pg.Client, reach: Reach, sent?: Session['sent']): Session {
    return new Session(client, reach, sent)
  }

  static async open(reach: Reach, sent?: Session['sent']): Promise<Session> {
    return new Session(await connectPostgres(reach), reach, sent)
  }

  /** One statement, its values bound. `only`: for this kind of server, whose own words it uses. */
  async ask(sql: string, values: readonly unknown[] = [], only: Dialect | 'all' = 'all'): Promise<Cells[]> {
    this.#check({ sql, for: only })
    try {
      const config = { text: sql, values: [...values], rowMode: 'array', queryMode: 'extended' }
      return (await this.client.query<Cells>(config as unknown as pg.QueryArrayConfig)).rows
    } catch (error) {
      throw remoteFailure(error, placeOf(this.reach, 5432))
    }
  }

  /** In tests every statement is held against what the servers that it is for take. */
  #check(statement: Sent): void {
    this.sent?.(statement)
    if (process.env['FARTHING_CHECK_SQL'] !== '1') return
    const { sql, for: only } = statement
    const strange = notPortable(sql, only === 'all' ? DIALECTS : [only])
    if (strange.length > 0) throw new Error(`${strange.join('; ')} in: ${sql}`)
  }

  /** Rows in COPY's own form, into what `sql` names. */
  async copy(sql: string, lines: string, only: Dialect): Promise<void> {
    this.#check({ sql, for: only })
    const stream = this.client.query(copyFrom(sql))
    try {
      stream.end(lines)
      await finished(stream)
    } catch (error) {
      throw remoteFailure(error, placeOf(this.reach, 5432))
    }
  }

  /** All or nothing. */
  async inTransaction<T>(work: () => Promise<T>, begin = 'BEGIN'): Promise<T> {
    await this.ask(begin)
    try {
      const value = await work()
      await this.ask('COMMIT')
      return value
    } catch (error) {
      // A connection that is lost has rolled back by itself.
      await this.ask('ROLLBACK').catch(() => undefined)
      throw error
    }
  }

  /** Readings of one moment, which can change nothing. */
  reading<T>(work: () => Promise<T>): Promise<T> {
    return this.inTransaction(work, 'BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY')
  }

  /** False where the connection is lost. */
  async isAlive(): Promise<boolean> {
    try {
      await this.ask('SELECT 1')
      return true
    } catch {
      return false
    }
  }

  /** The role that the server takes this connection for. */
  async user(): Promise<string> {
    const [[user] = []] = await this.ask('SELECT current_user')
    return user ?? ''
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined)
  }
}
