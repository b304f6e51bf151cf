/** A column of plain decimals as whole numbers of one scale, with no float between. */
export interface Decimals {
  /** Places behind the point: the most that any cell has. */
  scale: number
  values: bigint[]
}

/** Reads "-1234.5" digit by digit. `problem` gets the first cell that is no such number; empty cells are no numbers either. */
export function readDecimals(cells: readonly string[], problem: (index: number) => never): Decimals {
  const parts = cells.map((cell, i) => {
    const match = /^\s*([+-]?)(\d+)(?:\.(\d*))?\s*$/.exec(cell)
    return match ?? problem(i)
  })
  const scale = parts.reduce((most, match) => Math.max(most, (match[3] ?? '').length), 0)
  const values = parts.map(match => {
    const digits = BigInt((match[2] as string) + (match[3] ?? '').padEnd(scale, '0'))
    return match[1] === '-' ? -digits : digits
  })
  return { scale, values }
}
