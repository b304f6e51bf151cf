import { useState } from 'react'
import { RETENTION_KINDS, type RetentionFinding } from '../../../shared/contract/privacy.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall, useLongCall } from '../../app/use-call.ts'
import { Button, SelectField, toast, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './security.module.css'

const YEARS = [1, 2, 3, 6, 7, 10] as const

/** How long things are kept: looked at first, then applied. */
export function Retention() {
  const t = useMessages(messages)
  const { value: rules } = useCall('privacy.retention', {})
  const [found, setFound] = useState<RetentionFinding[]>()
  const running = useLongCall('privacy.runRetention')
  const run = async (apply: boolean): Promise<void> => {
    const result = await running.run({ apply })
    if (!result.ok) return toast('error', result.failure.message)
    setFound(result.value)
    if (apply) void queryClient.invalidateQueries()
  }
  if (!rules) return null
  return (
    <section className={styles.part}>
      <h2>{t.retention}</h2>
      <p className="t2">{t.retentionHint}</p>
      <div className={styles.three}>
        {RETENTION_KINDS.map(kind => (
          <SelectField
            key={kind}
            needs="privacy.setRetention"
            label={t.retentionKinds[kind]}
            value={String((rules.find(rule => rule.kind === kind)?.months ?? 0) / 12)}
            onChange={event =>
              void call('privacy.setRetention', {
                kind,
                months: event.target.value === '0' ? null : Number(event.target.value) * 12,
              }).then(result => {
                setFound(undefined)
                if (!result.ok) toast('error', result.failure.message)
                void queryClient.invalidateQueries({ queryKey: ['privacy.retention'] })
              })
            }
            options={[
              { value: '0', label: t.forEver },
              ...YEARS.map(years => ({ value: String(years), label: t.years(years) })),
            ]}
          />
        ))}
      </div>
      <div className={styles.buttons}>
        <Button disabled={running.running || rules.length === 0} onClick={() => void run(false)}>
          {t.tryRules}
        </Button>
        {found?.some(one => one.found > 0 && !one.applied) && (
          <Button needs="privacy.runRetention" disabled={running.running} onClick={() => void run(true)}>
            {t.applyRules}
          </Button>
        )}
      </div>
      {found && (
        <ul role="status">
          {found.map(one => (
            <li key={one.kind}>
              {t.retentionKinds[one.kind]}: {one.applied ? t.gone(one.found) : t.wouldGo(one.found)}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
