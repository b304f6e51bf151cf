import type { Progress } from '../../../shared/contract/progress.ts'

/** Where a command writes. Tests give their own; the program gives the process's streams. */
export interface Output {
  out(text: string): void
  err(text: string): void
  /** Progress is shown only to a person: where stderr is a terminal. */
  readonly terminal: boolean
}

/** JSON on one line. A total beyond 2^53 is written as the integer that it is, with all its digits. */
export function json(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'bigint' ? rawJSON(item.toString()) : item,
  )
}

// ES2026's JSON.rawJSON, in Node since 22 and not yet in TypeScript's library.
const { rawJSON } = JSON as unknown as { rawJSON: (text: string) => unknown }

/** What an answer's sums leave out, for stderr: also where the answer itself is for a program. */
export function leftOut({ unconverted, currency }: { unconverted: number; currency: string }): string {
  if (unconverted === 0) return ''
  const entries = unconverted === 1 ? '1 entry has' : `${unconverted} entries have`
  return `${entries} no exchange rate to ${currency} and no part in any sum: filter by currency to see which.\n`
}

/** Columns in line: texts to the left, figures to the right. */
export function table(header: string[], rows: string[][], rightFrom = header.length): string {
  const widths = header.map((title, i) => Math.max(title.length, ...rows.map(row => (row[i] ?? '').length)))
  const line = (cells: string[]): string =>
    cells
      .map((cell, i) => (i >= rightFrom ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd()
  return [header, ...rows].map(line).join('\n')
}

/** A line of progress that overwrites itself; `end` takes it away. */
export function progressLine(output: Output): {
  show: (progress: Progress) => void
  end: () => void
} {
  let shown = false
  return {
    show(progress) {
      if (!output.terminal) return
      shown = true
      const share = progress.total > 0 ? ` ${Math.floor((100 * progress.done) / progress.total)} %` : ''
      const subject = progress.subject ? `${progress.subject}: ` : ''
      output.err(`\r\u001b[K${subject}${progress.stage}${share} (${progress.done} ${progress.unit})`)
    },
    end() {
      if (shown) output.err('\r\u001b[K')
      shown = false
    },
  }
}
