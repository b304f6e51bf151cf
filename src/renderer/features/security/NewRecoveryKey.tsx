import { useState } from 'react'
import type { Result } from '../../../shared/result/failure.ts'
import { useLongCall } from '../../app/use-call.ts'
import { Button, PasswordField, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './security.module.css'

interface Props {
  /** Whoever came in by the keychain or the recovery key has no password to show. */
  hasOwn: boolean
  onMade: (result: Result<{ recoveryKey: string }>) => void
}

/** The old one opens nothing from then on: a program that was left open must not give it away. */
export function NewRecoveryKey({ hasOwn, onMade }: Props) {
  const t = useMessages(messages)
  const [current, setCurrent] = useState('')
  const make = useLongCall('security.newRecoveryKey')
  return (
    <form
      className={styles.part}
      onSubmit={event => {
        event.preventDefault()
        void make.run(hasOwn ? { current } : {}).then(result => {
          setCurrent('')
          onMade(result)
        })
      }}
    >
      <h2>{t.recovery}</h2>
      <p className="t2">{t.recoveryHint}</p>
      {hasOwn && (
        <div className={styles.two}>
          <PasswordField
            label={t.yourPassword}
            autoComplete="current-password"
            needs="security.newRecoveryKey"
            value={current}
            onValue={setCurrent}
          />
        </div>
      )}
      <div>
        <Button
          type="submit"
          needs="security.newRecoveryKey"
          disabled={make.running || (hasOwn && current === '')}
        >
          {t.newRecoveryKey}
        </Button>
      </div>
    </form>
  )
}
