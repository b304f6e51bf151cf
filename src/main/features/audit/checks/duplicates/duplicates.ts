import { bySize, stepAt, type Exception, type Population, type Steps } from '../population.ts'
import { withoutReversals } from './reversals.ts'
import { neighbourhood, oneSlipApart, plainReference } from './references.ts'
import { DUPLICATE_KINDS } from '../../../../../shared/data/audit-request.ts'
import { fold } from '../../../../../shared/text/fold.ts'

/** exact: alike in every field given. near: payee and amount, within the days. reference: payee and amount, references one slip apart. */
export type DuplicateKind = (typeof DUPLICATE_KINDS)[number]

export interface Duplicates {
  exceptions: Exception[]
  /** Groups in which each kind was found. A group can be found in several ways, a row is in one group only. */
  found: Record<DuplicateKind, number>
  /** Rows left out because a row of the opposite amount takes them back. */
  reversed: number
}

/** Payments made twice. Needs amounts, and of payee, date and reference what there is. Rows of no amount are not compared. */
export function duplicates(
  population: Population,
  { days, kinds, reversalDays }: { days: number; kinds: readonly DuplicateKind[]; reversalDays: number },
  steps: Steps,
): Duplicates {
  const payees = population.payee?.map((payee, i) => {
    stepAt(steps, i, population.count)
    return fold(payee)
  })
  const rows = Array.from({ length: population.count }, (_, i) => i).filter(
    row => population.amounts[row] !== 0,
  )
  const { kept, reversed } = withoutReversals(population, payees, rows, reversalDays, steps)
  const found: Record<DuplicateKind, number> = { exact: 0, near: 0, reference: 0 }
  const exceptions: Exception[] = []
  let done = 0
  let asked = 0
  const groups = groupBy(kept, row => {
    stepAt(steps, (asked += 1), kept.length)
    return `${population.amounts[row]}\u0000${payees?.[row] ?? ''}`
  })
  for (const group of groups) {
    done += group.length
    steps.step(done, kept.length)
    if (group.length < 2) continue
    const links = new Links()
    const payee = payees?.[group[0] as number] ?? ''
    if (kinds.includes('exact')) linkExact(population, payees, group, links)
    if (kinds.includes('near') && payee !== '') linkNear(population, group, days, links)
    if (kinds.includes('reference') && (payees === undefined || payee !== ''))
      linkReferences(population, group, links)
    for (const { rows: linked, kinds: how } of links.groups()) {
      for (const kind of how) found[kind] += 1
      const amount = population.amounts[linked[0] as number] as number
      exceptions.push({
        rows: linked,
        code: `duplicate-${how[0] as DuplicateKind}`,
        values: {
          payee: population.payee?.[linked[0] as number] ?? '',
          times: linked.length,
          kinds: how.join(', '),
        },
        amount: Math.abs(amount) * (linked.length - 1),
      })
    }
  }
  exceptions.sort(bySize)
  return { exceptions, found, reversed }
}

/** Rows found to belong together, and how. */
class Links {
  private readonly parent = new Map<number, number>()
  private readonly pairs: [number, DuplicateKind][] = []

  add(a: number, b: number, kind: DuplicateKind): void {
    const [rootA, rootB] = [this.root(a), this.root(b)]
    if (rootA !== rootB) this.parent.set(Math.max(rootA, rootB), Math.min(rootA, rootB))
    this.pairs.push([a, kind])
  }

  groups(): { rows: number[]; kinds: DuplicateKind[] }[] {
    const byRoot = new Map<number, { rows: number[]; kinds: Set<DuplicateKind> }>()
    for (const row of this.parent.keys()) {
      const root = this.root(row)
      const group = byRoot.get(root) ?? { rows: [], kinds: new Set() }
      group.rows.push(row)
      byRoot.set(root, group)
    }
    for (const [row, kind] of this.pairs) byRoot.get(this.root(row))?.kinds.add(kind)
    return [...byRoot.values()].map(({ rows, kinds }) => ({
      rows: rows.sort((a, b) => a - b),
      kinds: DUPLICATE_KINDS.filter(kind => kinds.has(kind)),
    }))
  }

  private root(row: number): number {
    let at = row
    for (let up = this.parent.get(at); up !== undefined && up !== at; up = this.parent.get(at)) at = up
    // The path is shortened: without it a long chain takes the square of its length.
    for (let next = row; next !== at;) {
      const up = this.parent.get(next) ?? at
      this.parent.set(next, at)
      next = up
    }
    if (!this.parent.has(row)) this.parent.set(row, at)
    return at
  }
}

function linkExact(
  { date, reference }: Population,
  payees: readonly string[] | undefined,
  group: readonly number[],
  links: Links,
): void {
  const same = groupBy(group, row =>
    [payees?.[row] ?? '', date?.[row] ?? '', reference?.[row]?.trim() ?? ''].join('\u0000'),
  )
  for (const rows of same)
    for (let i = 1; i < rows.length; i += 1) links.add(rows[0] as number, rows[i] as number, 'exact')
}

function linkNear({ date }: Population, group: readonly number[], days: number, links: Links): void {
  if (!date) return
  const dated = group.filter(row => !Number.isNaN(date[row] as number))
  dated.sort((a, b) => (date[a] as number) - (date[b] as number) || a - b)
  for (let i = 1; i < dated.length; i += 1) {
    const [before, row] = [dated[i - 1] as number, dated[i] as number]
    if ((date[row] as number) - (date[before] as number) <= days) links.add(before, row, 'near')
  }
}

function linkReferences({ reference }: Population, group: readonly number[], links: Links): void {
  if (!reference) return
  const byPlain = new Map<string, number[]>()
  for (const row of group) {
    const plain = plainReference(reference[row] as string)
    if (plain !== '') put(byPlain, plain, row)
  }
  const byNeighbour = new Map<string, string[]>()
  for (const [plain, rows] of byPlain) {
    for (let i = 1; i < rows.length; i += 1) links.add(rows[0] as number, rows[i] as number, 'reference')
    for (const near of neighbourhood(plain)) put(byNeighbour, near, plain)
  }
  for (const alike of byNeighbour.values())
    for (let i = 1; i < alike.length; i += 1)
      for (let j = 0; j < i; j += 1)
        if (oneSlipApart(alike[i] as string, alike[j] as string))
          links.add(
            byPlain.get(alike[i] as string)?.[0] as number,
            byPlain.get(alike[j] as string)?.[0] as number,
            'reference',
          )
}

function put<T>(to: Map<string, T[]>, key: string, value: T): void {
  const known = to.get(key)
  if (known) known.push(value)
  else to.set(key, [value])
}

function groupBy(rows: readonly number[], key: (row: number) => string): number[][] {
  const groups = new Map<string, number[]>()
  for (const row of rows) {
    const at = key(row)
    const group = groups.get(at)
    if (group) group.push(row)
    else groups.set(at, [row])
  }
  return [...groups.values()]
}
