import { ProgressOverlay, useMessages, useStore } from '../ui/index.ts'
import { historyMessages } from './history.messages.ts'
import { stepping } from './use-history.ts'

/** How far an undo or redo is, with a way out; nothing while there is none. */
export function HistoryProgress() {
  const t = useMessages(historyMessages)
  const step = useStore(stepping)
  if (!step) return null
  const { progress, startedAt, cancel } = step
  return (
    <ProgressOverlay overlay progress={progress} startedAt={startedAt} onCancel={cancel} label={t.stepping} />
  )
}
