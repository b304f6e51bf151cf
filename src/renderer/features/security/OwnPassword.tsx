import { useState } from 'react'
import { useLongCall } from '../../app/use-call.ts'
import { Button, PasswordField, toast, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './security.module.css'

/** One's own password, with the current one: every user may. */
export function OwnPassword() {
  const t = useMessages(messages)
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useLongCall('security.changePassword')
  const submit = async (): Promise<void> => {
    const result = await change.run({ current, next })
    if (!result.ok) return toast('error', result.failure.message)
    setCurrent('')
    setNext('')
    toast('done', t.passwordChanged)
  }
  return (
    <form
      className={styles.part}
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <h2>{t.ownPassword}</h2>
      <div className={styles.two}>
        <PasswordField
          label={t.current}
          autoComplete="current-password"
          value={current}
          onValue={setCurrent}
        />
        <PasswordField label={t.next} autoComplete="new-password" value={next} onValue={setNext} />
      </div>
      <div>
        <Button
          type="submit"
          needs="security.changePassword"
          disabled={change.running || current === '' || next.length < 8}
        >
          {t.change}
        </Button>
      </div>
    </form>
  )
}
