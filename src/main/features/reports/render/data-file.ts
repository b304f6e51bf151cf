import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'
import type { Cell, DataRows } from '../../../../shared/report/document.ts'

export type Bare = string | number | null

const PIECE = 1 << 16

/** The lines of a file of entries, one after another: never all of them at once. */
export function* dataLines(
  { file }: Pick<DataRows, 'file'>,
  most = Number.POSITIVE_INFINITY,
): Generator<Bare[]> {
  const handle = openSync(file, 'r')
  try {
    const decoder = new StringDecoder('utf8')
    const buffer = Buffer.alloc(PIECE)
    let rest = ''
    let given = 0
    for (;;) {
      const read = readSync(handle, buffer, 0, PIECE, null)
      if (read === 0) return
      const lines = (rest + decoder.write(buffer.subarray(0, read))).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (given === most) return
        given += 1
        yield JSON.parse(line) as Bare[]
      }
    }
  } finally {
    closeSync(handle)
  }
}

/** The same as cells. */
export function* dataCells(block: DataRows, currency: string, most?: number): Generator<Cell[]> {
  const from = block.columns.map(one => block.columns.findIndex(other => other.key === one.currencyFrom))
  for (const values of dataLines(block, most)) {
    yield block.columns.map(({ kind }, i): Cell => {
      const value = values[i] ?? null
      switch (kind) {
        case 'money':
          return {
            kind,
            value: value === null ? null : BigInt(String(value).replace('.', '')),
            currency: String(values[from[i] ?? -1] ?? currency),
          }
        case 'count':
          return { kind, value: Number(value) }
        case 'date':
          return { kind, date: String(value ?? '') }
        default:
          return { kind: 'text', text: String(value ?? '') }
      }
    })
  }
}
