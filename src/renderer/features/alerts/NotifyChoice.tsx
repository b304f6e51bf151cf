import { useState } from 'react'
import { mayNotify } from '../../app/notify.ts'
import { savePreferences } from '../../app/preferences.ts'
import { useMessages, useSetting } from '../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './alerts.module.css'

/** Whether the operating system says new alerts, too. Asked of the browser or the system when it is ticked; refused, alerts stay here. */
export function NotifyChoice() {
  const t = useMessages(messages)
  const { notifyAlerts } = useSetting()
  const [refused, setRefused] = useState(false)
  const choose = async (on: boolean): Promise<void> => {
    const may = !on || (await mayNotify())
    setRefused(!may)
    if (may) await savePreferences({ notifyAlerts: on })
  }
  return (
    <label className={styles.notify}>
      <input type="checkbox" checked={notifyAlerts} onChange={event => void choose(event.target.checked)} />
      <span>
        {t.notify}. <span className="t3">{refused ? t.notifyDenied : t.notifyHint}</span>
      </span>
    </label>
  )
}
