import { call } from '../../app/client.ts'
import { queryClient, useCall } from '../../app/use-call.ts'
import { SelectField, toast, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './security.module.css'

const CHOICES = [5, 15, 30, 60, 0] as const

export function AutoLock() {
  const t = useMessages(messages)
  const { value } = useCall('security.autoLock', {})
  if (!value) return null
  const choices = [...new Set([value.minutes, ...CHOICES])]
  return (
    <section className={styles.part}>
      <h2>{t.autoLock}</h2>
      <SelectField
        needs="security.setAutoLock"
        label={t.lockAfter}
        hint={value.hasPassword ? t.lockHint : t.lockNoPassword}
        value={String(value.minutes)}
        onChange={event =>
          void call('security.setAutoLock', { minutes: Number(event.target.value) }).then(result => {
            if (!result.ok) toast('error', result.failure.message)
            void queryClient.invalidateQueries({ queryKey: ['security.autoLock'] })
          })
        }
        options={choices.map(minutes => ({
          value: String(minutes),
          label: minutes === 0 ? t.never : t.minutes(minutes),
        }))}
      />
    </section>
  )
}
