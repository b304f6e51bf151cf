import { useEffect, useState } from 'react'
import { KEEPING, type Progress } from '../../shared/contract/progress.ts'
import { Button } from './Button.tsx'
import { commonMessages } from './common.messages.ts'
import { useMessages } from './messages.ts'
import { stages } from './stages.messages.ts'
import { useFormat } from './use-format.ts'
import styles from './page.module.css'

export interface ProgressProps {
  /** Latest report; undefined until the first. */
  progress: Progress | undefined
  /** performance.now() when the call began. */
  startedAt: number
  onCancel?: () => void
  /** Float over the page's middle. */
  overlay?: boolean
  /** Without the page's insets: inside a dialog. */
  flush?: boolean
  label?: string
}

/**
 * Shown after 500 ms: stage, done of total, rate, time left, Cancel. Render it as soon as the call starts: it waits by itself,
 * so that quick calls never flash it.
 */
export function ProgressOverlay({
  progress,
  startedAt,
  onCancel,
  overlay = true,
  flush,
  label,
}: ProgressProps) {
  const t = useMessages(commonMessages)
  const named = useMessages(stages)
  const format = useFormat()
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500)
    return () => clearInterval(timer)
  }, [])
  const seconds = (now - startedAt) / 1000
  if (seconds < 0.5) return null
  const scale = progress?.unit === 'bytes' ? 1e6 : 1
  const show = (n: number) => (scale === 1 ? format.count(n) : format.number(n / scale, 1))
  const rate = progress && seconds > 1 ? progress.done / seconds : 0
  const left =
    progress && rate > 0 && progress.total > progress.done ? (progress.total - progress.done) / rate : 0
  const stage = progress && named[progress.stage]
  const parts: string[] = label && stage ? [stage] : []
  if (progress && progress.total > 0)
    parts.push(
      `${t.ofTotal(show(progress.done), show(progress.total))} ${t.unitsOf(progress.unit, progress.total)}`,
    )
  else if (progress && progress.done > 0) parts.push(`${show(progress.done)} ${t[progress.unit]}`)
  if (rate > 0 && progress?.unit !== 'steps') parts.push(t.perSecond(show(Math.round(rate))))
  if (left > 1)
    parts.push(
      t.timeLeft(
        left < 90 ? t.seconds(format.count(Math.ceil(left))) : t.minutes(format.count(Math.ceil(left / 60))),
      ),
    )
  return (
    <div
      className={styles.progress}
      data-overlay={overlay ? '' : undefined}
      data-flush={flush ? '' : undefined}
      role="status"
      aria-live="polite"
    >
      <div className={styles.progressHead}>
        <span className="strong ellipsis">
          {label ?? stage ?? t.working}
          {progress?.subject && <span className="t3"> {progress.subject}</span>}
        </span>
        {onCancel && (
          <Button onClick={onCancel} disabled={progress?.stage === KEEPING}>
            {t.cancel}
          </Button>
        )}
      </div>
      <progress
        className={styles.bar}
        aria-label={label ?? stage ?? t.working}
        max={progress && progress.total > 0 ? progress.total : undefined}
        value={progress && progress.total > 0 ? progress.done : undefined}
      />
      <span className="cap tn">{parts.join(', ')}</span>
    </div>
  )
}

/** A call as useLongCall answers it: it can be watched, and cancelled. */
interface Watched {
  running: boolean
  progress: Progress | undefined
  startedAt: number
  cancel: () => void
}

/** The progress of a call for as long as it runs. */
export function CallProgress({
  call,
  cancellable = true,
  ...rest
}: Omit<ProgressProps, 'progress' | 'startedAt' | 'onCancel'> & {
  /** Undefined while there is none. */
  call: Watched | undefined
  /** False where it must come to its end, or the dialog's own Cancel ends it. */
  cancellable?: boolean
}) {
  if (!call?.running) return null
  return (
    <ProgressOverlay
      {...rest}
      progress={call.progress}
      startedAt={call.startedAt}
      {...(cancellable && { onCancel: call.cancel })}
    />
  )
}
