import { fold } from '../../../../../shared/text/fold.ts'
import { bySize, stepAt, sumOf, type Exception, type Population, type Steps } from '../population.ts'

export interface Keywords {
  words: { word: string; rows: number; sum: bigint }[]
  exceptions: Exception[]
}

/** Rows whose text has one of the words, each as a word's beginning, without case and accents. */
export function keywords(
  { amounts, text = [], count }: Population,
  { words }: { words: readonly string[] },
  steps: Steps,
): Keywords {
  const sought = [...new Set(words.map(fold))].filter(word => word !== '')
  const rowsOf = new Map<string, number[]>(sought.map(word => [word, []]))
  const exceptions: Exception[] = []
  // Texts repeat: each is looked through once.
  const known = new Map<string, string[]>()
  for (let row = 0; row < count; row += 1) {
    stepAt(steps, row, count)
    const cell = text[row] ?? ''
    let found = known.get(cell)
    if (!found) {
      const folded = fold(cell)
      found = sought.filter(word => beginsIn(folded, word))
      known.set(cell, found)
    }
    if (found.length === 0) continue
    for (const word of found) rowsOf.get(word)?.push(row)
    const values = { words: found.join(', '), text: cell.slice(0, 200) }
    exceptions.push({ rows: [row], code: 'keyword', values, amount: Math.abs(amounts[row] as number) })
  }
  return {
    words: [...rowsOf].map(([word, rows]) => ({ word, rows: rows.length, sum: sumOf(amounts, rows) })),
    exceptions: exceptions.sort(bySize),
  }
}

function beginsIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] as string)) return true
  return false
}
