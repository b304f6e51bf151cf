import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { once } from 'node:events'
import type { EntryRow } from '../../../../shared/contract/ledger.ts'
import type { Filters } from '../../../../shared/query/query.ts'
import type { Making } from './making.ts'

const PAGE = 1000

/** All entries that pass the filters, by date, page by page. */
export async function* entryPages(making: Making, filters: Filters): AsyncGenerator<EntryRow[]> {
  for (let offset = 0; ; offset += PAGE) {
    // oxlint-disable-next-line no-await-in-loop -- one page at a time is what bounds the memory
    const page = await making.call('ledger.page', {
      filters,
      order: 'date',
      descending: false,
      offset,
      limit: PAGE,
    })
    making.ctx.progress({ stage: 'report-rows', done: offset, total: page.total, unit: 'entries' })
    if (page.rows.length > 0) yield page.rows
    if (offset + PAGE >= page.total) return
  }
}

export interface Spill {
  path: string
  rows: number
  bytes: number
}

/** Writes the entries into a file of their own in the temp folder, a line each: a million of them would not fit into a document. */
export async function spill(
  making: Making,
  filters: Filters,
  header: string | undefined,
  line: (entry: EntryRow) => string,
): Promise<Spill> {
  const path = join(making.ctx.app.paths.temp, `${randomBytes(16).toString('hex')}.rows`)
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 })
  let rows = 0
  try {
    if (header !== undefined) file.write(`${header}\n`)
    for await (const page of entryPages(making, filters)) {
      rows += page.length
      if (!file.write(page.map(entry => `${line(entry)}\n`).join(''))) await once(file, 'drain')
    }
    file.end()
    await finished(file)
    return { path, rows, bytes: (await stat(path)).size }
  } catch (error) {
    file.destroy()
    await rm(path, { force: true })
    throw error
  }
}
