import { camt } from './camt/index.ts'
import { beancount, ledger } from './journal/index.ts'
import { mt940 } from './mt940/index.ts'
import { ofx } from './ofx/index.ts'
import { qif } from './qif/index.ts'
import type { StatementFormat } from './statement.ts'

/** Every format of statements and journals that Farthing reads. A file that none of them claims is taken for delimited text. */
export const STATEMENT_FORMATS: readonly StatementFormat[] = [ofx, qif, mt940, camt, ledger, beancount]

/** What a sniffer must be sure of at least. */
const SURE = 0.5

/** The format whose content this is, from a file's first 64 KB (or all of it). */
export function sniffStatement(
  head: Uint8Array,
  formats: readonly StatementFormat[] = STATEMENT_FORMATS,
): StatementFormat | undefined {
  let best: { format: StatementFormat; score: number } | undefined
  for (const format of formats) {
    const score = format.sniff(head)
    if (score >= SURE && score > (best?.score ?? 0)) best = { format, score }
  }
  return best?.format
}

export const formatOf = (id: string): StatementFormat | undefined => STATEMENT_FORMATS.find(f => f.id === id)
