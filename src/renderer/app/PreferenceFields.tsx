import { useId } from 'react'
import type { Preferences } from '../../shared/contract/settings.ts'
import { Select } from '../ui/Field.tsx'
import { useMessages } from '../ui/messages.ts'
import { localeOf, useSetting } from '../ui/preferences.ts'
import { appMessages } from './app.messages.ts'
import { formatChoices } from './choices.ts'
import { savePreferences } from './preferences.ts'
import styles from './settings.module.css'

/** A quiet row: what it is at the left, the choice at the right. */
export function SettingRow({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{label}</label>
      <Select id={id} value={value} options={options} onChange={event => onChange(event.target.value)} />
    </div>
  )
}

/** Formats, appearance and language: the same three rows on the first page and in the settings. */
export function PreferenceRows() {
  const t = useMessages(appMessages)
  const setting = useSetting()
  const save = (next: Partial<Preferences>) => void savePreferences(next)
  return (
    <>
      <SettingRow
        label={t.formats}
        value={setting.formats}
        options={formatChoices(localeOf({ formats: 'system', language: setting.language }), t.systemShort)}
        onChange={formats => save({ formats })}
      />
      <SettingRow
        label={t.theme}
        value={setting.theme}
        options={(['system', 'light', 'dark', 'contrast'] as const).map(value => ({
          value,
          label: t[value],
        }))}
        onChange={theme => save({ theme: theme as Preferences['theme'] })}
      />
      <SettingRow
        label={t.language}
        value={setting.language}
        options={[
          { value: 'system', label: t.system },
          { value: 'en', label: 'English' },
          { value: 'de', label: 'Deutsch' },
        ]}
        onChange={language => save({ language: language as Preferences['language'] })}
      />
    </>
  )
}
