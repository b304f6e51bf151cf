import type { Ranking } from '../../../shared/contract/dashboard.ts'
import { changeRatio } from '../../../shared/money/change.ts'
import { exponentOf, type Total } from '../../../shared/money/minor.ts'
import { roundColumn } from '../../../shared/money/round-column.ts'

export interface RankingRow {
  kind: 'member' | 'none' | 'rest'
  key: string
  label: string
  value: Total
  /** In whole units of the currency; the column adds up to `total`. */
  rounded: Total
  /** Width of its bar, 0 to 1 of the largest row. */
  share: number
  /** Against the comparison, as a ratio (0.05 = 5 % more); null where there is nothing to compare with. */
  change: number | null
  entries: number
}

export interface RankingTable {
  rows: RankingRow[]
  /** The total in whole units: the rows' sum, and the exact total rounded. */
  total: Total
  change: number | null
  /** Members that `rest` stands for. */
  restMembers: number
}

/** A ranked list made printable: whole units by largest remainder, so that the printed rows add up to the printed total. */
export function rankingTable(ranking: Ranking, currency: string | undefined): RankingTable {
  const unit = currency === undefined ? 1 : 10 ** exponentOf(currency)
  const rest = ranking.rest.members > 0 || ranking.rest.entries > 0 ? [ranking.rest] : []
  const values = [...ranking.rows.map(row => row.value), ...rest.map(r => r.value)]
  const rounded = roundColumn(values, unit)
  const largest = values.reduce<number>((a, v) => Math.max(a, Math.abs(Number(v))), 0)
  const row = (
    i: number,
    part: { value: Total; before: Total | null; entries: number },
    name: Pick<RankingRow, 'kind' | 'key' | 'label'>,
  ): RankingRow => ({
    ...name,
    value: part.value,
    rounded: rounded[i] as Total,
    share: largest === 0 ? 0 : Math.abs(Number(part.value)) / largest,
    change: changeOf(part.value, part.before),
    entries: part.entries,
  })
  return {
    rows: [
      ...ranking.rows.map((r, i) =>
        row(i, r, { kind: r.key === '' ? 'none' : 'member', key: r.key, label: r.label }),
      ),
      ...rest.map((r, i) => row(ranking.rows.length + i, r, { kind: 'rest', key: '', label: '' })),
    ],
    total: roundColumn([ranking.total], unit)[0] as Total,
    change: changeOf(ranking.total, ranking.totalBefore),
    restMembers: ranking.rest.members,
  }
}

/** Null also where there is no sensible base: no data or a net refund. */
const changeOf = (value: Total, before: Total | null): number | null =>
  before === null || before <= 0 ? null : changeRatio(value, before)

/** A change is judged only outside the wide neutral band that the heatmap uses too: −1.5 % to +7.5 %. */
export function judgementOf(change: number | null): 'adverse' | 'favourable' | 'neutral' {
  if (change === null) return 'neutral'
  return change >= 0.075 ? 'adverse' : change < -0.015 ? 'favourable' : 'neutral'
}
