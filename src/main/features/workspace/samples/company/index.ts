import { civil, toIsoDate, type Day } from '../../../../../shared/calendar/day.ts'
import { createRandom, type Random } from '../random.ts'
import {
  FIRST_MONTH,
  journal,
  line,
  monthStart,
  MONTHS,
  recurring,
  workdays,
  type Document,
} from './documents.ts'
import { invoiceDocument, monthInvoices, type Invoice } from './invoices.ts'
import { DRIVERS, DUPLICATES_A_MONTH, plant, type Planted } from './planted.ts'
import { budgetLines } from './budget.ts'
import { EXTRACT_HEADER, extractLine } from './extract.ts'

/** Lines of the general ledger, over 36 months. */
export const COMPANY_LINES = 120_000
const SEED = 20_231_104

export interface CompanySample {
  /** A SAP-like extract a fiscal year, and the budget: file name → CSV text. */
  files: { name: string; csv: string }[]
  planted: Planted
}

/** The sample company's three fiscal years, April 2023 to March 2026: exactly 120,000 lines in balanced documents, and a budget. */
export function companySample(): CompanySample {
  const random = createRandom(SEED)
  const planted: Planted = { anomalies: [], weekendPostings: [], duplicates: [], drivers: [] }
  const effects = new Map<string, number>()
  let invoiceNumber = 10_400
  let documentNumber = 1_900_000_000
  const serial = (): number => ++invoiceNumber
  const years: string[][] = []
  for (let index = 0; index < MONTHS; index++) {
    const quota =
      Math.floor(((index + 1) * COMPANY_LINES) / MONTHS) - Math.floor((index * COMPANY_LINES) / MONTHS)
    const made = month(index, quota, random, serial)
    for (const [id, effect] of made.effects) effects.set(id, (effects.get(id) ?? 0) + effect)
    made.documents.sort((a, b) => a.day - b.day)
    for (const document of made.documents) document.number = String(++documentNumber)
    note(planted, made)
    const year = Math.floor(index / 12)
    years[year] ??= [EXTRACT_HEADER]
    for (const document of made.documents)
      for (const l of document.lines) years[year].push(extractLine(document, l, index))
  }
  planted.drivers = DRIVERS.map(d => ({
    id: d.id,
    statement: d.statement,
    account: d.account,
    ...(d.costCentre ? { costCentre: d.costCentre } : {}),
    ...(d.supplier ? { supplier: d.supplier } : {}),
    from: toIsoDate(monthStart(d.from)),
    to: toIsoDate(monthStart(d.to + 1) - 1),
    effect: effects.get(d.id) ?? 0,
  }))
  const first = civil(FIRST_MONTH).year
  const files = years.map((lines, i) => ({
    name: `general-ledger-FY${first + i}.csv`,
    csv: `${lines.join('\r\n')}\r\n`,
  }))
  return {
    files: [
      ...files,
      { name: 'budget-FY2023-2025.csv', csv: `${[EXTRACT_HEADER, ...budgetLines()].join('\r\n')}\r\n` },
    ],
    planted,
  }
}

interface Month {
  documents: Document[]
  effects: Map<string, number>
  anomalies: { document: Document; invoice: Invoice; size: 'small' | 'medium' | 'large'; multiple: number }[]
  weekend: { document: Document; invoice: Invoice }[]
  duplicates: {
    kind: 'exact' | 'near-reference' | 'reversed'
    original: Document
    copy: Document
    supplier: string
    amount: number
  }[]
}

function month(index: number, quota: number, random: Random, serial: () => number): Month {
  const documents = recurring(index, random)
  const fixed = documents.reduce((sum, d) => sum + d.lines.length, 0)
  const payments = 4 * 30 * 2
  const reversals = index % 3 === 2 ? 3 : 0
  const count = Math.floor((quota - fixed - payments - reversals) / 3) - DUPLICATES_A_MONTH - 1
  const plain = monthInvoices(index, count, random, serial)
  const result = plant(index, plain, random)
  const written = new Map<Invoice, Document>(result.invoices.map(i => [i, invoiceDocument(i, index, random)]))
  documents.push(...written.values())
  const of = (invoice: Invoice): Document => written.get(invoice) as Document
  if (reversals > 0) for (const d of result.duplicates) documents.push(reversal(of(d.copy)))
  fill(documents, quota, index, result.invoices, random)
  return {
    documents,
    effects: result.effects,
    anomalies: result.anomalies.map(a => ({ ...a, document: of(a.invoice) })),
    weekend: result.weekend.map(invoice => ({ invoice, document: of(invoice) })),
    duplicates: result.duplicates.map(d => ({
      kind: d.kind,
      original: of(d.original),
      copy: of(d.copy),
      supplier: d.copy.supplier,
      amount: d.copy.net,
    })),
  }
}

function reversal(document: Document): Document {
  return {
    ...document,
    type: 'SA',
    header: `Reversal of ${document.reference}`,
    lines: document.lines.map(l => ({ ...l, amount: -l.amount })),
  }
}

/** Weekly payment runs of two lines a supplier until the month has exactly its lines; a last accrual of three where one is left over. */
function fill(
  documents: Document[],
  quota: number,
  index: number,
  invoices: readonly Invoice[],
  random: Random,
): void {
  const days = workdays(monthStart(index))
  let left = quota - documents.reduce((sum, d) => sum + d.lines.length, 0)
  while (left > 0) {
    const invoice = random.pick(invoices)
    const amount = Math.round(invoice.net * 1.2)
    const day = days[Math.min(days.length - 1, 4 + 5 * random.int(0, 3))] as Day
    const lines = [
      line('2100', undefined, invoice.supplier, 'Payment run', amount),
      line('1010', undefined, invoice.supplier, 'Payment run', -amount),
    ]
    if (left === 3) {
      const charge = 1250
      lines.splice(
        1,
        1,
        line('7450', '1200', 'Harrogate Street Finance plc', 'Bank charge', charge),
        line('1010', undefined, invoice.supplier, 'Payment run', -amount - charge),
      )
    }
    documents.push({
      ...journal(index, day, 'Payment run', lines, random, 'KZ'),
      reference: `PR${String(index + 1).padStart(2, '0')}-${random.int(1000, 9999)}`,
    })
    left -= lines.length
  }
}

function note(planted: Planted, made: Month): void {
  for (const a of made.anomalies)
    planted.anomalies.push({
      document: a.document.number,
      size: a.size,
      multiple: a.multiple,
      account: a.invoice.account,
      costCentre: a.invoice.centre,
      supplier: a.invoice.supplier,
      amount: a.invoice.net,
    })
  for (const w of made.weekend)
    planted.weekendPostings.push({
      document: w.document.number,
      date: toIsoDate(w.invoice.day),
      account: w.invoice.account,
      amount: w.invoice.net,
    })
  for (const d of made.duplicates)
    planted.duplicates.push({
      kind: d.kind,
      original: d.original.number,
      copy: d.copy.number,
      supplier: d.supplier,
      reference: d.original.reference,
      copyReference: d.copy.reference,
      amount: d.amount,
    })
}
