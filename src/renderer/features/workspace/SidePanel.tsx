import {
  IconArrowBackUp,
  IconDeviceDesktopAnalytics,
  IconLink,
  IconLock,
  type Icon,
} from '@tabler/icons-react'
import { useMemo } from 'react'
import { PreferenceRows, SettingRow } from '../../app/PreferenceFields.tsx'
import { localeOf, useMessages, useSetting } from '../../ui/index.ts'
import { currencyChoices, monthChoices } from '../../app/choices.ts'
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
  const locale = localeOf(useSetting())
  const currencies = useMemo(() => currencyChoices(locale), [locale])
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
        <SettingRow
          label={t.currency}
          value={choice.baseCurrency}
          options={currencies}
          onChange={baseCurrency => onChoice({ ...choice, baseCurrency })}
        />
        <SettingRow
          label={t.fiscal}
          value={String(choice.fiscalStartMonth)}
          options={monthChoices(locale)}
          onChange={month => onChoice({ ...choice, fiscalStartMonth: Number(month) })}
        />
        <PreferenceRows />
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
