import { useState } from 'react'
import type { Failure } from '../../../shared/result/failure.ts'
import { Button, ErrorState, ProgressOverlay, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'

interface GroupingNoticeProps {
  failure: Failure | undefined
  waiting: boolean
  onUngroup: () => void
}

/** Why the entries stand without heads, or, after half a second, that these are on their way. */
export function GroupingNotice({ failure, waiting, onUngroup }: GroupingNoticeProps) {
  const t = useMessages(messages)
  if (failure)
    return (
      <ErrorState
        failure={failure}
        title={t.notGrouped}
        action={<Button onClick={onUngroup}>{t.ungroup}</Button>}
      />
    )
  return waiting ? <Waiting onUngroup={onUngroup} /> : null
}

function Waiting({ onUngroup }: Pick<GroupingNoticeProps, 'onUngroup'>) {
  const t = useMessages(messages)
  const [startedAt] = useState(() => performance.now())
  return (
    <ProgressOverlay progress={undefined} startedAt={startedAt} onCancel={onUngroup} label={t.grouping} />
  )
}
