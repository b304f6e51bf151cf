import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Failure } from '../../shared/result/failure.ts'
import { Button } from './Button.tsx'
import { commonMessages } from './common.messages.ts'
import { useMessages } from './messages.ts'
import styles from './page.module.css'

/** Why there is nothing here, and the one thing to do next. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className={styles.empty}>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action && <div className={styles.emptyAction}>{action}</div>}
    </div>
  )
}

/** What failed and what to do: the failure's own sentence. The rest of the page stays usable. */
export function ErrorState({
  failure,
  title,
  onRetry,
  action,
}: {
  failure: Pick<Failure, 'message'>
  title?: string
  onRetry?: () => void
  action?: ReactNode
}) {
  const t = useMessages(commonMessages)
  return (
    <div className={styles.failure} role="alert">
      <IconAlertTriangle stroke={1.6} aria-hidden />
      <div>
        <strong className="strong">{title ?? t.failed}</strong>
        <p>{failure.message}</p>
        {(onRetry || action) && (
          <div className={styles.emptyAction}>
            {onRetry && <Button onClick={onRetry}>{t.retry}</Button>}
            {action}
          </div>
        )}
      </div>
    </div>
  )
}
