import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toIsoDate } from '../../src/shared/calendar/day.ts'
import { toDecimal } from '../../src/shared/money/minor.ts'
import { random } from '../../src/main/engine/testing/random.ts'

export interface StatementFiles {
  csv: string
  journal: string
}

/** The same movements of one bank account, ten years of them, as a bank's CSV and as a journal: two files of one seed. */
export function statementFiles(rows: number): StatementFiles {
  const folder = join(import.meta.dirname, '..', '..', '.cache', 'bench')
  mkdirSync(folder, { recursive: true })
  const next = random(11)
  const csv = ['Date,Payee,Description,Amount,Category']
  const journal: string[] = []
  for (let i = 0; i < rows; i++) {
    const date = toIsoDate((16_436 + Math.floor((i * 3652) / rows)) as Parameters<typeof toIsoDate>[0])
    const payee = `Payee ${Math.floor(next() ** 3 * 3000)}`
    const category = `Category ${Math.floor(next() * 40)}`
    const isIncome = next() < 0.04
    const amount = toDecimal(Math.round(isIncome ? 90_000 + next() * 300_000 : -(50 + next() ** 3 * 40_000)))
    csv.push(`${date},${payee},Card payment ${i},${amount},${category}`)
    journal.push(
      `${date} ${payee} | Card payment ${i}\n    assets:bank  ${amount} GBP\n    ${isIncome ? 'income' : 'expenses'}:${category}\n`,
    )
  }
  const files = {
    csv: join(folder, `statement-${rows}.csv`),
    journal: join(folder, `statement-${rows}.journal`),
  }
  writeFileSync(files.csv, `${csv.join('\n')}\n`)
  writeFileSync(files.journal, `${journal.join('\n')}\n`)
  return files
}
