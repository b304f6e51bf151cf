import { allocate } from '../../../../../shared/money/allocate.ts'
import { minor } from '../../../../../shared/money/minor.ts'
import { civil, type Day } from '../../../../../shared/calendar/day.ts'
import type { Random } from '../random.ts'
import { growth, line, monthStart, pence, workdays, type Document } from './documents.ts'
import { SPENDS, USERS, type Spend } from './organisation.ts'

/** An invoice before it is written as a document. `net` in pence. */
export interface Invoice {
  spend: Spend
  account: string
  centre: string
  supplier: string
  day: Day
  net: number
  reference: string
  text: string
  user: string
}

const VAT_FREE = new Set(['7550', '8100'])
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  '7200': [
    'Roofing works',
    'Kitchen and bathroom renewals',
    'Day-to-day repairs',
    'Damp and mould works',
    'Windows and doors',
  ],
  '7210': ['Timber and sheet', 'Plumbing parts', 'Electrical parts', 'Paint and sundries'],
  '7040': ['Agency cover, days', 'Agency cover, nights', 'Agency cover, weekend'],
  '7250': ['Gas servicing', 'Electrical testing', 'Fire alarm servicing'],
  '7600': ['Grounds maintenance', 'Communal cleaning', 'Tree works'],
  '7400': ['Housing system, annual', 'Licences', 'Hosting', 'Support days'],
  '7420': ['Laptops', 'Telephones'],
  '7300': ['Gas supply', 'Electricity supply', 'Water rates'],
  '7450': ['Possession cases', 'Stock condition survey', 'Advice on contract'],
  '7500': ['Fuel cards', 'Vehicle leases'],
  '7550': ['Buildings insurance'],
  '7050': ['Care certificate', 'Safety course'],
  '0100': ['Stage payment, new homes', 'Employer’s agent'],
}

/** `count` invoices of month `index`, each account's adding up to its usual month (season, growth, ±3 %). */
export function monthInvoices(index: number, count: number, random: Random, serial: () => number): Invoice[] {
  const start = monthStart(index)
  const days = workdays(start)
  const month = civil(start).month
  const counts = SPENDS.map(s =>
    Math.max(1, Math.floor((count * s.weight) / SPENDS.reduce((sum, x) => sum + x.weight, 0))),
  )
  counts[0] = (counts[0] as number) + count - counts.reduce((a, b) => a + b, 0)
  return SPENDS.flatMap((spend, i) => {
    const drawn = Array.from({ length: counts[i] as number }, () => draw(spend, days, random, serial))
    const target =
      spend.monthlyPounds * (spend.season?.[month] ?? 1) * growth(index) * (0.97 + 0.06 * random.next())
    const sizes = drawn.map(() => Math.round(1000 * Math.max(0.02, random.size(spend.spread))))
    const nets = allocate(minor(pence(target)), sizes)
    return drawn.map((invoice, k) => ({ ...invoice, net: Math.max(100, nets[k] as number) }))
  })
}

function draw(spend: Spend, days: readonly Day[], random: Random, serial: () => number): Invoice {
  const supplier = random.weighted(spend.suppliers.map((name, i) => ({ name, weight: 1 / (i + 1) }))).name
  return {
    spend,
    account: spend.account,
    centre: random.pick(spend.centres),
    supplier,
    day: random.pick(days),
    net: 0,
    reference: `${initials(supplier)}-${serial()}`,
    text: random.pick(TEXTS[spend.account] ?? ['Supplies']),
    user: random.pick(USERS),
  }
}

export const initials = (supplier: string): string =>
  supplier
    .split(' ')
    .map(word => word[0] ?? '')
    .join('')
    .toUpperCase()
    .slice(0, 3)

/** The invoice as posted: cost, input VAT (20 %, energy 5 %, insurance none) and the creditor. */
export function invoiceDocument(invoice: Invoice, index: number, random: Random): Document {
  const rate = VAT_FREE.has(invoice.account) ? 0 : invoice.account === '7300' ? 5 : 20
  const vat = Math.round((invoice.net * rate) / 100)
  const { account, centre, supplier, text, net } = invoice
  return {
    number: '',
    type: 'KR',
    day: invoice.day,
    period: (index % 12) + 1,
    reference: invoice.reference,
    header: text,
    purchaseOrder: random.chance(0.6) ? `45${String(random.int(0, 99_999_999)).padStart(8, '0')}` : '',
    user: invoice.user,
    lines: [
      line(account, centre, supplier, text, net),
      line('2400', undefined, supplier, `VAT ${rate}%`, vat),
      line('2100', undefined, supplier, invoice.reference, -(net + vat)),
    ],
  }
}
