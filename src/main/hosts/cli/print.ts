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

// Control characters (a terminal obeys some: it can be recoloured, renamed, or made to type) and those that turn reading round.
// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** A text of somebody else's (a payee, a header, a file's name) for a terminal: shown, never obeyed, and on one line. */
export function visible(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').replaceAll(UNSEEN, '\ufffd')
}

/** Columns in line: texts to the left, figures to the right. */
export function table(header: string[], rows: string[][], rightFrom = header.length): string {
  const shown = rows.map(row => row.map(visible))
  const widths = header.map((title, i) =>
    shown.reduce((width, row) => Math.max(width, (row[i] ?? '').length), title.length),
  )
  const line = (cells: string[]): string =>
    cells
      .map((cell, i) => (i >= rightFrom ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd()
  return [header, ...shown].map(line).join('\n')
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
      const subject = progress.subject ? `${visible(progress.subject)}: ` : ''
      output.err(`\r\u001b[K${subject}${progress.stage}${share} (${progress.done} ${progress.unit})`)
    },
    end() {
      if (shown) output.err('\r\u001b[K')
      shown = false
    },
  }
}
