import type { FeatureTable } from './table.ts'

/** For tests: 60 rows of three features, made by a formula that the oracles were given too; rows 7, 23 and 41 are unusual. */
export function oracleTable(): FeatureTable {
  const rows = Array.from({ length: 60 }, (_, i) => [
    100 + 10 * Math.sin(i),
    50 + 5 * Math.cos(1.7 * i),
    (i * 37) % 11,
  ])
  rows[7] = [300, 50, 5]
  rows[23] = [100, 5, 5]
  rows[41] = [130, 70, 10]
  return tableOf(rows)
}

export function tableOf(rows: readonly (readonly number[])[]): FeatureTable {
  const features = rows[0]?.length ?? 0
  return {
    names: Array.from({ length: features }, (_, j) => `x${j}`),
    columns: Array.from({ length: features }, (_, j) => Float64Array.from(rows, row => row[j] as number)),
    rows: rows.length,
  }
}
