/**
 * The cheapest one-to-one assignment of rows to columns (Kuhn 1955, Munkres 1957; the shortest augmenting path form of Jonker and
 * Volgenant 1987, O(n³)). `cost[i][j]`; Infinity where a pair is impossible. Leaving a row out costs `alone`. Answers for each row its
 * column, or −1. Rows ≤ a few hundred.
 */
export function assign(cost: readonly (readonly number[])[], alone: number): number[] {
  const rows = cost.length
  const columns = cost[0]?.length ?? 0
  // One more column for each row, by which it stays alone.
  const width = columns + rows
  const price = (i: number, j: number): number =>
    j < columns ? Math.min(cost[i]?.[j] ?? Infinity, 1e9) : j - columns === i ? alone : 1e9
  const u = new Float64Array(rows + 1)
  const v = new Float64Array(width + 1)
  const owner = new Int32Array(width + 1)
  const way = new Int32Array(width + 1)
  for (let i = 1; i <= rows; i += 1) {
    owner[0] = i
    let at = 0
    const least = new Float64Array(width + 1).fill(Infinity)
    const used = new Uint8Array(width + 1)
    do {
      used[at] = 1
      const row = owner[at] as number
      let delta = Infinity
      let next = 0
      for (let j = 1; j <= width; j += 1) {
        if (used[j]) continue
        const reduced = price(row - 1, j - 1) - (u[row] as number) - (v[j] as number)
        if (reduced < (least[j] as number)) {
          least[j] = reduced
          way[j] = at
        }
        if ((least[j] as number) < delta) {
          delta = least[j] as number
          next = j
        }
      }
      for (let j = 0; j <= width; j += 1) {
        if (used[j]) {
          u[owner[j] as number] = (u[owner[j] as number] as number) + delta
          v[j] = (v[j] as number) - delta
        } else least[j] = (least[j] as number) - delta
      }
      at = next
    } while (owner[at] !== 0)
    do {
      const before = way[at] as number
      owner[at] = owner[before] as number
      at = before
    } while (at !== 0)
  }
  const out = Array.from({ length: rows }, () => -1)
  for (let j = 1; j <= columns; j += 1) {
    const row = owner[j] as number
    if (row > 0 && price(row - 1, j - 1) < 1e9) out[row - 1] = j - 1
  }
  return out
}
