import { useCallback } from 'react'
import type { Batch } from '../../../shared/contract/import.ts'
import { rejectsTable, type RejectedRow } from '../../../shared/csv/rejects.ts'
import { call } from '../../app/client.ts'
import { toast, useFormat, useMessages } from '../../ui/index.ts'
import { toCsv } from './csv.ts'
import { messages } from './messages.ts'

const PAGE = 10_000

/** Saves a batch's rejected rows as CSV: mended, they can be imported again. */
export function useRejects(): (batch: Batch) => Promise<void> {
  const t = useMessages(messages)
  const format = useFormat()
  return useCallback(
    async batch => {
      const rows: RejectedRow[] = []
      let header: string[] = []
      let source = 'csv'
      for (let offset = 0, total = 1; offset < total; offset += PAGE) {
        const result = await call('import.rejects', { batch: batch.id, offset, limit: PAGE })
        if (!result.ok) {
          toast('error', result.failure.message)
          return
        }
        rows.push(...result.value.rows)
        total = result.value.total
        ;({ header, format: source } = result.value)
      }
      const csv = toCsv(rejectsTable(source, header, rows))
      saveText(csv, t.rejectsFile(batch.file.replace(/\.[a-z]+$/i, '')))
      toast('done', t.rejectsSaved(format.count(rows.length)))
    },
    [t, format],
  )
}

// UTF-8 with a byte-order mark, which Excel needs.
const saveText = (text: string, name: string): void =>
  saveBlob(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }), name)

export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has taken its own hold of the data by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
