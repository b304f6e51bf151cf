import { useState } from 'react'
import type { Failure } from '../../../shared/result/failure.ts'
import { queryClient, useLongCall } from '../../app/use-call.ts'
import { Button, ErrorState, CallProgress, PasswordField, toast, useMessages } from '../../ui/index.ts'
import { settingsMessages } from './messages.ts'
import styles from './settings.module.css'

interface Props {
  keyHolder: 'keychain' | 'password' | undefined
  /** Whoever came in by the keychain or the recovery key has none to show. */
  hasOwn: boolean
}

export function PasswordForm({ keyHolder, hasOwn }: Props) {
  const t = useMessages(settingsMessages)
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [asked, setAsked] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const setting = useLongCall('workspace.setPassword')
  const short = password.length < 8
  const different = password !== again
  const submit = async () => {
    setAsked(true)
    setFailure(undefined)
    if (short || different) return
    const result = await setting.run({ password, ...(hasOwn && { current }) })
    if (!result.ok) return setFailure(result.failure)
    setCurrent('')
    setPassword('')
    setAgain('')
    setAsked(false)
    toast('done', t.passwordSet)
    await queryClient.invalidateQueries({ queryKey: ['workspace.status'] })
  }
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      {failure && <ErrorState failure={failure} />}
      <dl className={styles.facts}>
        <dt>{t.key}</dt>
        <dd>{keyHolder === 'keychain' ? t.keychain : t.password}</dd>
      </dl>
      <p className="t2">{t.passwordHint}</p>
      {hasOwn && (
        <PasswordField
          label={t.currentPassword}
          autoComplete="current-password"
          needs="workspace.setPassword"
          value={current}
          onValue={setCurrent}
        />
      )}
      <div className={styles.two}>
        <PasswordField
          label={t.newPassword}
          autoComplete="new-password"
          needs="workspace.setPassword"
          error={asked && short ? t.short : undefined}
          value={password}
          onValue={setPassword}
        />
        <PasswordField
          label={t.again}
          autoComplete="new-password"
          needs="workspace.setPassword"
          error={asked && !short && different ? t.different : undefined}
          value={again}
          onValue={setAgain}
        />
      </div>
      <div>
        <Button
          type="submit"
          needs="workspace.setPassword"
          disabled={setting.running || password === '' || (hasOwn && current === '')}
        >
          {t.setPassword}
        </Button>
      </div>
      <CallProgress call={setting} cancellable={false} overlay={false} label={t.settingPassword} />
    </form>
  )
}
