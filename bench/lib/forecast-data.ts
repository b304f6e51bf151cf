import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Series with what really came after them. */
export interface Set {
  name: string
  season: number
  horizon: number
  series: { id: string; train: Float64Array; test: number[] }[]
}

const FOLDER = join(import.meta.dirname, '../../../shared/data/forecasting')

/** Undefined where the folder of shared data is not there. */
export function forecastSet(name: 'm3' | 'tourism' | 'm4-weekly' | 'm4-hourly'): Set | undefined {
  if (!existsSync(FOLDER)) return undefined
  switch (name) {
    case 'm3':
      return joined(name, 12, 18, long('m3_monthly_dev300_train.csv.gz'), long('m3_monthly_dev300_test.csv'))
    case 'tourism':
      return joined(
        name,
        12,
        24,
        long('tourism_monthly_dev183_train.csv.gz'),
        long('tourism_monthly_dev183_test.csv'),
      )
    case 'm4-weekly':
      return joined(name, 52, 13, wide('m4_weekly_dev_train.csv.gz'), wide('m4_weekly_dev_test.csv'))
    case 'm4-hourly':
      return joined(name, 24, 48, wide('m4_hourly_dev_train.csv.gz'), wide('m4_hourly_dev_test.csv'))
  }
}

function lines(file: string): string[][] {
  const bytes = readFileSync(join(FOLDER, file))
  const text = file.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString()
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.replaceAll('"', '').trim().split(','))
}

/** id, type, step, period, value. */
function long(file: string): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const [id = '', , , , value] of lines(file)) {
    const values = found.get(id) ?? []
    values.push(Number(value))
    found.set(id, values)
  }
  return found
}

const wide = (file: string): Map<string, number[]> =>
  new Map(
    lines(file).map(([id = '', ...cells]) => [id, cells.filter(c => c !== '' && c !== 'NA').map(Number)]),
  )

function joined(
  name: string,
  season: number,
  horizon: number,
  train: Map<string, number[]>,
  test: Map<string, number[]>,
): Set {
  const series = Array.from(train, ([id, values]) => ({
    id,
    train: Float64Array.from(values),
    test: test.get(id) ?? [],
  }))
  return { name, season, horizon, series }
}
