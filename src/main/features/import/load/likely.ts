import type { MessagePort } from 'node:worker_threads'
import { FailureError } from '../../../../shared/result/failure.ts'
import type { Likely } from '../../../../shared/contract/import.ts'
import type { Normaliser } from '../analysis/rows/normalise.ts'
import type { RowChunk } from './chunk.ts'
import type { Inspection } from './inspection.ts'
import { layoutOfOrigin } from './rejects-file.ts'
import { textsOf } from './texts.ts'
import { say } from '../messages.ts'

/** Rows of one chunk as far as another file's entries are known again by: columns, not objects. */
export interface WeakRows {
  days: Int32Array
  amounts: Float64Array
  fingerprints: Uint8Array
  currencies: string[]
  accounts: string[]
  references: string[]
  /** Payee and description. */
  texts: string[]
}

/** A row (by its index in the chunk) and the entry that is probably the same movement. */
export interface Match extends Likely {
  row: number
}

/** Why a row is a duplicate. */
export const duplicateOf = (match: Match | undefined): string =>
  match ? say().sameMovement(match.entry, match.date, match.file) : say().wasThere

/** What of a chunk the reader is shown. */
export function weakRows(chunk: RowChunk, { plan }: Normaliser): WeakRows {
  const labels = (id: string): ((row: number) => string) => {
    const index = plan.dimensions.findIndex(d => d.id === id)
    const members = plan.dimensions[index]?.dictionary.members
    const ordinals = chunk.ordinals[index]
    return row => members?.[(ordinals?.[row] ?? 0) - 1]?.key ?? ''
  }
  const [currency, account, payee] = ['currency', 'account', 'payee'].map(labels) as [
    (row: number) => string,
    (row: number) => string,
    (row: number) => string,
  ]
  const rows = Array.from({ length: chunk.rows }, (_, i) => i)
  const description = textsOf(chunk.texts, 'description')
  return {
    days: chunk.days.slice(),
    amounts: chunk.amounts.slice(),
    fingerprints: chunk.fingerprints.slice(),
    currencies: rows.map(currency),
    accounts: rows.map(account),
    references: rows.map(textsOf(chunk.texts, 'reference')),
    texts: rows.map(i => `${payee(i)} ${description(i)}`.slice(0, 500)),
  }
}

/** Asks the reader, over a port of its own, which rows other files have brought already. */
export class LikelyAsker {
  readonly #port: MessagePort
  #waiting: { resolve(matches: Match[]): void; reject(error: Error): void } | undefined
  #closed = false

  constructor(port: MessagePort, { file, mapping }: Pick<Inspection, 'file' | 'mapping'>) {
    this.#port = port
    const layout = layoutOfOrigin(file, mapping)
    port.postMessage({ kind: 'open', layout })
    port.on('message', (message: { likely?: Match[] }) => {
      if (!message.likely) return
      this.#waiting?.resolve(message.likely)
      this.#waiting = undefined
    })
    port.on('close', () => {
      this.#closed = true
      this.#waiting?.reject(new FailureError('cancelled', say().cancelled))
    })
  }

  ask(rows: WeakRows): Promise<Match[]> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new FailureError('cancelled', say().cancelled))
      this.#waiting = { resolve, reject }
      this.#port.postMessage({ kind: 'likely', rows })
    })
  }

  close(): void {
    this.#port.postMessage({ kind: 'end' })
    this.#port.close()
  }
}
