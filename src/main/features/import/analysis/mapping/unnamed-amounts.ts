import { namesNoAmount } from './amount-names.ts'
import { isMoneyLike, isNumeric, type Candidate, type TableFacts } from './table.ts'

export interface Pick {
  candidate: Candidate
  field: 'amount' | 'debit' | 'credit'
}

/** Words of a header that is likely an amount's. */
export const MONEY =
  /amount|\bamt\b|value|spend|total|price|cost|betrag|montant|importe|bedrag|valor|importo|summe|\bsum\b/i

/** Amounts that no header tells: the only column of money, or what the rows' own arithmetic says of two or three. */
export function unnamed(table: TableFacts, free: readonly Candidate[], dateIsNamed: boolean): Pick[] {
  if (table.hasHeader) {
    const money = free.filter(c => c.field === undefined && isMoneyLike(c) && !namesNoAmount(c.name))
    const named = free.filter(
      c =>
        c.field === undefined &&
        c.profile.filled > 0 &&
        isNumeric(c) &&
        MONEY.test(c.name) &&
        !namesNoAmount(c.name),
    )
    const one =
      named.length === 1 ? named[0] : named.length === 0 && money.length === 1 ? money[0] : undefined
    // A table whose headers name neither its date nor its amount is likely no ledger at all.
    return one && (dateIsNamed || MONEY.test(one.name)) ? [{ candidate: one, field: 'amount' }] : []
  }
  const money = free.filter(c => c.field !== 'balance' && isMoneyLike(c))
  if (money.length === 1) return [{ candidate: money[0] as Candidate, field: 'amount' }]
  const values = new Map(money.map(c => [c, table.sample.map(row => valueOf(row[c.column]))] as const))
  const of = (c: Candidate): (number | undefined)[] => values.get(c) as (number | undefined)[]
  for (const balance of money) {
    for (const amount of money)
      if (amount !== balance && runs(of(balance), of(amount))) return [{ candidate: amount, field: 'amount' }]
    const rest = money.filter(c => c !== balance)
    if (rest.length !== 2) continue
    const [a, b] = rest as [Candidate, Candidate]
    if (!excludeEachOther(of(a), of(b))) continue
    const aOut = runs(
      of(balance),
      of(a).map((v, i) => Math.abs(of(b)[i] ?? 0) - Math.abs(v ?? 0)),
    )
    const bOut = runs(
      of(balance),
      of(a).map((v, i) => Math.abs(v ?? 0) - Math.abs(of(b)[i] ?? 0)),
    )
    if (aOut) return [{ candidate: a, field: 'debit' }, { candidate: b, field: 'credit' }] // prettier-ignore
    if (bOut) return [{ candidate: b, field: 'debit' }, { candidate: a, field: 'credit' }] // prettier-ignore
    // Signs written on both sides say it themselves.
    if (a.profile.numbers.negative > 0 && b.profile.numbers.negative === 0)
      return [{ candidate: a, field: 'debit' }, { candidate: b, field: 'credit' }] // prettier-ignore
  }
  const full = money.filter(c => c.profile.filled === table.rows)
  const signed = full.filter(c => c.profile.numbers.negative > 0)
  return signed.length === 1 ? [{ candidate: signed[0] as Candidate, field: 'amount' }] : []
}

// Only compared with each other here, never stored: the style does not matter as long as it is one for all.
export function valueOf(cell: string | undefined): number | undefined {
  const digits = (cell ?? '').replace(/[^\d\-−()]/g, '')
  if (!/\d/.test(digits)) return undefined
  const size = Number(digits.replace(/[^\d]/g, ''))
  return /[-−(]/.test(digits) ? -size : size
}

/** Each balance differs from its neighbour by the movement, in either order of time; in four fifths of the rows at least. */
function runs(balance: readonly (number | undefined)[], movement: readonly (number | undefined)[]): boolean {
  let down = 0
  let up = 0
  let pairs = 0
  for (let i = 1; i < balance.length; i++) {
    const [before, now] = [balance[i - 1], balance[i]]
    if (before === undefined || now === undefined) continue
    pairs++
    if (now - before === movement[i]) down++
    if (before - now === movement[i - 1]) up++
  }
  return pairs >= 2 && Math.max(down, up) * 5 >= pairs * 4
}

function excludeEachOther(a: readonly (number | undefined)[], b: readonly (number | undefined)[]): boolean {
  const both = a.filter((v, i) => (v ?? 0) !== 0 && (b[i] ?? 0) !== 0).length
  return both === 0 && a.some(v => (v ?? 0) !== 0) && b.some(v => (v ?? 0) !== 0)
}
