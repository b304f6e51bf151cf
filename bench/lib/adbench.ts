import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FeatureTable } from '../../src/main/features/anomalies/analysis/table.ts'
import { readNpz } from './npz.ts'

export const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared', 'data')

export interface LabelledTable {
  name: string
  table: FeatureTable
  anomalous: Uint8Array
}

/** Each labelled table of a folder of ADBench archives, by name. */
export function readAdbench(): LabelledTable[] {
  const folder = join(SHARED, 'anomaly', 'adbench')
  return readdirSync(folder)
    .filter(file => file.endsWith('.npz'))
    .map(file => {
      const { X, y } = readNpz(join(folder, file))
      if (!X || !y) throw new Error(`${file} has no X and y`)
      const [rows, features] = X.shape as [number, number]
      const columns = Array.from({ length: features }, (_, j) =>
        Float64Array.from({ length: rows }, (_, i) => X.values[i * features + j] as number),
      )
      return {
        name: file.replace(/^\d+_|\.npz$/g, ''),
        table: { names: columns.map((_, j) => `x${j}`), columns, rows },
        anomalous: Uint8Array.from(y.values),
      }
    })
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

/** Area under the ROC curve, ties counted half (Mann–Whitney). */
export function rocAuc(scores: Float64Array, positive: Uint8Array): number {
  const order = Array.from(scores.keys()).sort((a, b) => (scores[a] as number) - (scores[b] as number))
  let ranks = 0
  let positives = 0
  for (let i = 0; i < order.length;) {
    let j = i
    while (j < order.length && scores[order[j] as number] === scores[order[i] as number]) j += 1
    for (let k = i; k < j; k += 1)
      if (positive[order[k] as number] === 1) {
        ranks += (i + j + 1) / 2
        positives += 1
      }
    i = j
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (order.length - positives))
}

/** Spearman's rank correlation, mean ranks for ties. */
export function spearman(a: Float64Array, b: Float64Array): number {
  const x = ranksOf(a)
  const y = ranksOf(b)
  const mean = (a.length + 1) / 2
  let xy = 0
  let xx = 0
  let yy = 0
  for (let i = 0; i < a.length; i += 1) {
    const dx = (x[i] as number) - mean
    const dy = (y[i] as number) - mean
    xy += dx * dy
    xx += dx * dx
    yy += dy * dy
  }
  return xy / Math.sqrt(xx * yy)
}

function ranksOf(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number))
  const ranks = new Float64Array(values.length)
  for (let i = 0; i < order.length;) {
    let j = i
    while (j < order.length && values[order[j] as number] === values[order[i] as number]) j += 1
    for (let k = i; k < j; k += 1) ranks[order[k] as number] = (i + j + 1) / 2
    i = j
  }
  return ranks
}
