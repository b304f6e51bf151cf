import { useCallback } from 'react'
import type { Change, Changed } from '../../shared/contract/ledger.ts'
import type { Progress } from '../../shared/contract/progress.ts'
import type { Result } from '../../shared/result/failure.ts'
import { createStore, toast, useFormat, useMessages } from '../ui/index.ts'
import { call } from './client.ts'
import { useDimensionName } from './dimensions.ts'
import { historyMessages } from './history.messages.ts'

/** Says a step of the history in words: “3 entries edited (Category: Food)”. */
export function useChangeText(): (change: Pick<Change, 'kind' | 'entries' | 'summary' | 'also'>) => string {
  const t = useMessages(historyMessages)
  const format = useFormat()
  const dimensionName = useDimensionName()
  return useCallback(
    ({ kind, entries, summary, also }) => {
      const text = (key: string): string => String(summary[key] ?? '')
      const fieldName = (field: string): string =>
        ({
          addTag: t.addTag,
          removeTag: t.removeTag,
          note: t.note,
          description: t.description,
          reference: t.reference,
        })[field] ?? dimensionName(field)
      if (kind === 'category') {
        const to = text('to') || t.none
        if (summary['from'] !== undefined) return t.renamed(text('from'), to)
        if (summary['move'] !== undefined) return t.moved(text('move'), to)
        return t.merged(text('merge'), to)
      }
      const detail =
        summary['field'] !== undefined
          ? t.set(fieldName(text('field')), text('value') || t.none)
          : summary['fields'] !== undefined
            ? text('fields').split(',').map(fieldName).join(', ')
            : text('name') || text('file')
      const rules = also.length > 0 ? `; ${t.also(also.join(', '))}` : ''
      const head = `${t.entries(format.count(entries), entries === 1)} ${t.kinds[kind] ?? kind}`
      return detail || rules ? `${head} (${detail}${rules})` : head
    },
    [t, format, dimensionName],
  )
}

/** The undo or redo that is going on: half a million entries take a while. */
export const stepping = createStore<
  { progress: Progress | undefined; startedAt: number; cancel: () => void } | undefined
>(undefined)

/** Undo and redo of the whole program, each said in a toast with the way back. */
export function useHistory(): { undo: () => Promise<void>; redo: () => Promise<void> } {
  const t = useMessages(historyMessages)
  const say = useChangeText()
  const step = useCallback(
    async function take(which: 'undo' | 'redo'): Promise<void> {
      const abort = new AbortController()
      const state = { startedAt: performance.now(), cancel: () => abort.abort() }
      stepping.set(() => ({ ...state, progress: undefined }))
      const result = await call(
        `ledger.${which}`,
        {},
        { signal: abort.signal, onProgress: progress => stepping.set(() => ({ ...state, progress })) },
      )
      stepping.set(() => undefined)
      if (!result.ok) {
        if (result.failure.code !== 'cancelled') toast('error', result.failure.message)
        return
      }
      const back = which === 'undo' ? 'redo' : 'undo'
      toast('done', (which === 'undo' ? t.undone : t.redone)(say(result.value)), {
        label: t[back],
        run: () => void take(back),
      })
    },
    [t, say],
  )
  return { undo: () => step('undo'), redo: () => step('redo') }
}

/** Tells what a change did, with Undo beside it; or why it failed. True where it was done. */
export function useTellChange(): (
  result: Result<Changed>,
  text: (entries: string, one: boolean) => string,
) => boolean {
  const t = useMessages(historyMessages)
  const format = useFormat()
  const { undo } = useHistory()
  return (result, text) => {
    if (!result.ok) {
      if (result.failure.code !== 'cancelled') toast('error', result.failure.message)
      return false
    }
    const { change, entries } = result.value
    const sentence = text(format.count(entries), entries === 1)
    if (change === null) toast('done', sentence)
    else toast('done', sentence, { label: t.undo, run: () => void undo() })
    return true
  }
}
