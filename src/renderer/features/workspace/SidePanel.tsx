import {
  IconArrowBackUp,
  IconDeviceDesktopAnalytics,
  IconLink,
  IconLock,
  type Icon,
} from '@tabler/icons-react'
import { useId, useMemo } from 'react'
import type { Preferences } from '../../../shared/contract/settings.ts'
import { appMessages } from '../../app/app.messages.ts'
import { savePreferences } from '../../app/preferences.ts'
import { localeOf, useMessages, useSetting } from '../../ui/index.ts'
import { currencyChoices, formatChoices, monthChoices } from './choices.ts'
import { workspaceMessages } from './messages.ts'
import styles from './start.module.css'

/** What a new workspace will be made with. */
export interface Choice {
  baseCurrency: string
  fiscalStartMonth: number
}

/** What happens to your data, and what can be set up before there is any. */
export function SidePanel({ choice, onChoice }: { choice: Choice; onChoice: (choice: Choice) => void }) {
  const t = useMessages(workspaceMessages)
  const app = useMessages(appMessages)
  const setting = useSetting()
  const locale = localeOf(setting)
  const currencies = useMemo(() => currencyChoices(locale), [locale])
  const save = (preferences: Partial<Preferences>) => void savePreferences(preferences)
  return (
    <aside className={styles.side} aria-label={t.yourData}>
      <h2>{t.yourData}</h2>
      <ul className={styles.facts}>
        <Fact icon={IconLock} title={t.stays} why={t.staysWhy} />
        <Fact icon={IconDeviceDesktopAnalytics} title={t.nothingLeaves} why={t.nothingLeavesWhy} />
        <Fact icon={IconLink} title={t.leads} why={t.leadsWhy} />
        <Fact icon={IconArrowBackUp} title={t.undone} why={t.undoneWhy} />
      </ul>
      <h2 className={styles.setUp}>{t.setUp}</h2>
      <div className={styles.settings}>
        <Setting
          label={t.currency}
          value={choice.baseCurrency}
          options={currencies}
          onChange={baseCurrency => onChoice({ ...choice, baseCurrency })}
        />
        <Setting
          label={t.fiscal}
          value={String(choice.fiscalStartMonth)}
          options={monthChoices(locale)}
          onChange={month => onChoice({ ...choice, fiscalStartMonth: Number(month) })}
        />
        <Setting
          label={t.formats}
          value={setting.formats}
          options={formatChoices(localeOf({ formats: 'system' }), app.system)}
          onChange={formats => save({ formats })}
        />
        <Setting
          label={t.appearance}
          value={setting.theme}
          options={(['system', 'light', 'dark', 'contrast'] as const).map(value => ({
            value,
            label: app[value],
          }))}
          onChange={theme => save({ theme: theme as Preferences['theme'] })}
        />
        <Setting
          label={t.language}
          value={setting.language}
          options={[
            { value: 'system', label: app.system },
            { value: 'en', label: 'English' },
            { value: 'de', label: 'Deutsch' },
          ]}
          onChange={language => save({ language: language as Preferences['language'] })}
        />
      </div>
    </aside>
  )
}

function Fact({ icon: Symbol, title, why }: { icon: Icon; title: string; why: string }) {
  return (
    <li>
      <Symbol stroke={1.6} aria-hidden />
      <div>
        <strong className="strong">{title}</strong>
        <p>{why}</p>
      </div>
    </li>
  )
}

interface SettingProps {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}

function Setting({ label, value, options, onChange }: SettingProps) {
  const id = useId()
  return (
    <div className={styles.setting}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={event => onChange(event.target.value)}>
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
