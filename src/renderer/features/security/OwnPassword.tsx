import { useState } from 'react'
import { useLongCall } from '../../app/use-call.ts'
import { Button, TextField, toast, useMessages } from '../../ui/index.ts'
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
        <TextField
          label={t.current}
          type="password"
          autoComplete="current-password"
          maxLength={1024}
          value={current}
          onChange={e => setCurrent(e.target.value)}
        />
        <TextField
          label={t.next}
          type="password"
          autoComplete="new-password"
          maxLength={1024}
          value={next}
          onChange={e => setNext(e.target.value)}
        />
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
