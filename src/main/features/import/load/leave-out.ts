import type { Normaliser } from '../analysis/rows/normalise.ts'
import type { RowChunk } from './chunk.ts'
import type { Destination, RunOptions } from './destination.ts'
import { weakRows, type Match } from './likely.ts'

/** Rows that are left out because another file has brought them, or because the user said so; and those that only may be there. */
export async function leaveOut(
  chunk: RowChunk,
  normaliser: Normaliser,
  { duplicates = 'certain', loadDuplicates, skipRows }: RunOptions,
  to: Destination,
): Promise<{ left: Map<number, Match | undefined>; possible: Match[] }> {
  const left = new Map<number, Match | undefined>()
  const possible: Match[] = []
  const matches = to.likely && chunk.rows > 0 ? await to.likely(weakRows(chunk, normaliser)) : []
  for (const match of matches) {
    const wanted = loadDuplicates.has(chunk.lines[match.row] as number)
    const skips = duplicates === 'skip' || (duplicates === 'certain' && match.grade === 'certain')
    if (skips && !wanted) left.set(match.row, match)
    else possible.push(match)
  }
  if (skipRows && skipRows.size > 0)
    for (let i = 0; i < chunk.rows; i++)
      if (skipRows.has(chunk.lines[i] as number) && !left.has(i))
        left.set(
          i,
          matches.find(m => m.row === i),
        )
  return { left, possible: possible.filter(m => !left.has(m.row)) }
}
