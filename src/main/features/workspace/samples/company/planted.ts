import type { Day } from '../../../../../shared/calendar/day.ts'
import { weekdayOf } from '../../../../../shared/calendar/day.ts'
import type { Random } from '../random.ts'
import type { Invoice } from './invoices.ts'

/** What was planted and where: the answer key for detectors, duplicate tests and root cause. Amounts in pence. */
export interface Planted {
  anomalies: {
    document: string
    size: 'small' | 'medium' | 'large'
    multiple: number
    account: string
    costCentre: string
    supplier: string
    amount: number
  }[]
  weekendPostings: { document: string; date: string; account: string; amount: number }[]
  duplicates: {
    kind: 'exact' | 'near-reference' | 'reversed'
    original: string
    copy: string
    supplier: string
    reference: string
    copyReference: string
    amount: number
  }[]
  drivers: {
    id: string
    statement: string
    account: string
    costCentre?: string
    supplier?: string
    from: string
    to: string
    effect: number
  }[]
}

export interface Driver {
  id: string
  statement: string
  /** Months of the sample (0–35) in which it acts. */
  from: number
  to: number
  account: string
  costCentre?: string
  supplier?: string
  factor?: number
  /** Postings go to this account instead: a reclassification, not a change in cost. */
  toAccount?: string
}

export const DRIVERS: readonly Driver[] = [
  {
    id: 'night-agency',
    statement: 'Agency staff at Night cover cost 1.9 times as much from September 2025',
    from: 29,
    to: 35,
    account: '7040',
    costCentre: '5260',
    factor: 1.9,
  },
  {
    id: 'brightwell-price',
    statement: 'Brightwell Contractors Ltd charges 18 % more for repairs from October 2025',
    from: 30,
    to: 35,
    account: '7200',
    supplier: 'Brightwell Contractors Ltd',
    factor: 1.18,
  },
  {
    id: 'winter-energy',
    statement: 'Aireborough Power is 45 % dearer from December 2024 to February 2025',
    from: 20,
    to: 22,
    account: '7300',
    supplier: 'Aireborough Power',
    factor: 1.45,
  },
  {
    id: 'cloud-reclassified',
    statement: 'Northgate Cloud is posted to Professional fees instead of Software from November 2025',
    from: 31,
    to: 35,
    account: '7400',
    supplier: 'Northgate Cloud',
    toAccount: '7450',
  },
]

export interface PlantedInvoices {
  invoices: Invoice[]
  anomalies: { invoice: Invoice; size: 'small' | 'medium' | 'large'; multiple: number }[]
  weekend: Invoice[]
  duplicates: { kind: 'exact' | 'near-reference' | 'reversed'; original: Invoice; copy: Invoice }[]
  effects: Map<string, number>
}

/** Duplicates planted in a month: their copies are more invoices than the month's own. */
export const DUPLICATES_A_MONTH = 1
const SIZES = [
  { size: 'small', multiple: 4 },
  { size: 'medium', multiple: 10 },
  { size: 'large', multiple: 25 },
] as const

/** Changes one month's invoices: cost drivers first, then an unusual amount, now and then a weekend, and a duplicate. */
export function plant(index: number, plain: readonly Invoice[], random: Random): PlantedInvoices {
  const effects = new Map<string, number>()
  const invoices = plain.map(invoice => drive(index, invoice, effects))
  const anomalies: PlantedInvoices['anomalies'] = []
  const ordinary = (): number => {
    for (;;) {
      const i = random.int(0, invoices.length - 1)
      const invoice = invoices[i] as Invoice
      if (!invoice.spend.capital && invoice.account !== '7550') return i
    }
  }
  const unusual = SIZES[index % 3] as (typeof SIZES)[number]
  const at = ordinary()
  const median = medianNet(invoices.filter(i => i.account === (invoices[at] as Invoice).account))
  const enlarged = { ...(invoices[at] as Invoice), net: median * unusual.multiple }
  invoices[at] = enlarged
  anomalies.push({ invoice: enlarged, ...unusual })
  const weekend: Invoice[] = []
  if (index % 4 === 2) {
    const i = ordinary()
    const invoice = invoices[i] as Invoice
    if (invoice !== enlarged) {
      const moved = { ...invoice, day: saturdayOf(invoice.day), user: 'sbrook' }
      invoices[i] = moved
      weekend.push(moved)
    }
  }
  const duplicates: PlantedInvoices['duplicates'] = []
  for (let k = 0; k < DUPLICATES_A_MONTH; k++) {
    const original = invoices[ordinary()] as Invoice
    const kind = (['exact', 'near-reference', 'reversed'] as const)[index % 3] as
      | 'exact'
      | 'near-reference'
      | 'reversed'
    const reference = kind === 'near-reference' ? original.reference.replace('-', '-0') : original.reference
    const last = Math.max(...invoices.map(i => i.day))
    const copy = { ...original, reference, day: Math.min(last, original.day + random.int(2, 12)) as Day }
    invoices.push(copy)
    duplicates.push({ kind, original, copy })
  }
  return { invoices, anomalies, weekend, duplicates, effects }
}

function drive(index: number, invoice: Invoice, effects: Map<string, number>): Invoice {
  let driven = invoice
  for (const d of DRIVERS) {
    if (index < d.from || index > d.to || invoice.account !== d.account) continue
    if (
      (d.costCentre ?? invoice.centre) !== invoice.centre ||
      (d.supplier ?? invoice.supplier) !== invoice.supplier
    )
      continue
    const net = Math.round(driven.net * (d.factor ?? 1))
    effects.set(d.id, (effects.get(d.id) ?? 0) + (d.toAccount ? net : net - driven.net))
    driven = { ...driven, net, account: d.toAccount ?? driven.account }
  }
  return driven
}

function medianNet(invoices: readonly Invoice[]): number {
  const sorted = invoices.map(i => i.net).toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** The Saturday of the same week; stays in the month because it looks back where it must. */
function saturdayOf(day: Day): Day {
  const ahead = 5 - weekdayOf(day)
  return (
    new Date((day + ahead) * 86_400_000).getUTCMonth() === new Date(day * 86_400_000).getUTCMonth()
      ? day + ahead
      : day + ahead - 7
  ) as Day
}
