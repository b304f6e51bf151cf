/** Ascending whole numbers as runs: 1, 2, 3, 7 is '1-3,7'. */
export function runsOf(sorted: ArrayLike<number>): string {
  const runs: string[] = []
  for (let i = 0; i < sorted.length;) {
    const first = sorted[i] as number
    let last = first
    while (i + 1 < sorted.length && sorted[i + 1] === last + 1) {
      last += 1
      i += 1
    }
    runs.push(first === last ? String(first) : `${first}-${last}`)
    i += 1
  }
  return runs.join(',')
}
