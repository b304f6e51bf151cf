import { ProgressOverlay, useMessages } from '../../ui/index.ts'
import { workspaceMessages } from './messages.ts'
import type { Start } from './use-start.ts'

/** How far making or opening is; inside the dialog that asked for it, or over the page. */
export function StartProgress({ start, overlay = false }: { start: Start; overlay?: boolean }) {
  const t = useMessages(workspaceMessages)
  if (start.sending) return <p role="status">{t.sending(start.sending)}</p>
  if (!start.running) return null
  const { progress, startedAt, cancel } = start.running
  return (
    <ProgressOverlay
      progress={progress}
      startedAt={startedAt}
      // In a dialog, its own Cancel does this.
      onCancel={overlay ? cancel : undefined}
      overlay={overlay}
      flush={!overlay}
      label={t[start.task]}
    />
  )
}
