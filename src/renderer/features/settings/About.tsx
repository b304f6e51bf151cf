import { useCall } from '../../app/use-call.ts'
import { ErrorState, useMessages } from '../../ui/index.ts'
import { settingsMessages } from './messages.ts'
import styles from './settings.module.css'

export function About() {
  const t = useMessages(settingsMessages)
  const { value, failure, retry } = useCall('settings.about', {})
  if (failure) return <ErrorState failure={failure} onRetry={retry} />
  if (!value) return null
  const facts: [string, string][] = [
    [t.version, value.version],
    [t.host, t[value.host]],
    [t.platform, value.platform],
    [t.node, value.node],
    [t.sqlite, value.sqlite],
    [t.keychainThere, value.keychain ? t.yes : t.no],
    [t.folder, value.workspaces],
  ]
  return (
    <dl className={styles.facts}>
      {facts.map(([name, text]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
