import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outcomeOfFile } from './statements.ts'
import { createImportBench, type ImportBench } from './testing.ts'

// Statements of many banks and programs that lie beside the project where its makers work; see ../shared/data/README.md there.
const data = resolve('../shared/data/statements')
const has = existsSync(data)
const table = new Map(
  readFileSync(resolve('src/main/features/import/statements.txt'), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => line.split(' | ') as [string, string]),
)

describe.skipIf(!has)('every statement file through the importer', () => {
  let bench: ImportBench
  beforeAll(() => {
    bench = createImportBench({ baseCurrency: 'EUR' })
  })
  afterAll(() => bench.close())

  it.each(['camt', 'csv', 'journal', 'mt940', 'ofx', 'qif'])(
    '%s: each loads with the totals that it states, asks, or is refused with a sentence',
    { timeout: 240_000 },
    async folder => {
      const names = has ? readdirSync(`${data}/${folder}`).toSorted() : []
      const found: string[] = []
      for (const name of names)
        // oxlint-disable-next-line no-await-in-loop -- one parser after another
        found.push(`${folder}/${name} | ${await outcomeOfFile(bench, `${data}/${folder}/${name}`)}`)
      const expected = [...table]
        .filter(([file]) => file.startsWith(`${folder}/`))
        .map(row => row.join(' | '))
      expect(found).toEqual(expected)
    },
  )
})
