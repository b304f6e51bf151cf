import { Link } from '@tanstack/react-router'
import { PreferenceRows, SettingRow } from '../../app/PreferenceFields.tsx'
import { savePreferences } from '../../app/preferences.ts'
import { useWorkspace } from '../../app/workspace.ts'
import { Page, Panel, useMessages, useSetting } from '../../ui/index.ts'
import type { Preferences } from '../../../shared/contract/settings.ts'
import { Backups } from './Backups.tsx'
import { backupsMessages } from './backups.messages.ts'
import { About } from './About.tsx'
import { CheckFile } from './CheckFile.tsx'
import { FileActions } from './FileActions.tsx'
import { settingsMessages } from './messages.ts'
import { PasswordForm } from './PasswordForm.tsx'
import { WorkspaceForm } from './WorkspaceForm.tsx'
import styles from './settings.module.css'

export default function SettingsPage() {
  const t = useMessages(settingsMessages)
  const b = useMessages(backupsMessages)
  const { value: status } = useWorkspace()
  const setting = useSetting()
  return (
    <Page title={t.title}>
      <div className={styles.sheet}>
        {status?.open && status.settings && (
          <>
            <Panel title={t.workspace} inset>
              {/* The key makes the form start anew when another workspace is opened. */}
              <WorkspaceForm key={status.path} settings={status.settings} admin={status.role === 'admin'} />
            </Panel>
            <Panel title={t.passwordTitle} inset>
              <PasswordForm
                key={status.path}
                keyHolder={status.keyHolder}
                hasOwn={status.keyHolder === 'password' && status.user?.id !== 'recovery'}
              />
            </Panel>
            <Panel title={t.users} subtitle={t.usersHint} inset>
              <Link to="/security" className={styles.link}>
                {t.usersOpen}
              </Link>
            </Panel>
            <Panel title={b.title} subtitle={b.hint} inset>
              <Backups key={status.path} path={status.path ?? ''} role={status.role} />
            </Panel>
            <Panel title={t.check} subtitle={t.checkHint} inset>
              <CheckFile path={status.path ?? ''} />
            </Panel>
            <Panel title={t.fileActions} inset>
              <FileActions key={status.path} path={status.path ?? ''} />
            </Panel>
          </>
        )}
        <Panel title={t.preferences} inset>
          <div className={styles.rows}>
            <PreferenceRows />
            <SettingRow
              label={t.density}
              value={setting.density}
              options={[
                { value: 'profile', label: t.densityProfile },
                { value: 'comfortable', label: t.comfortable },
                { value: 'compact', label: t.compact },
              ]}
              onChange={density => void savePreferences({ density: density as Preferences['density'] })}
            />
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={setting.singleKeys}
                onChange={event => void savePreferences({ singleKeys: event.target.checked })}
              />
              {t.singleKeys}
            </label>
            {/* A page in a browser is as new as the program that serves it. */}
            {window.farthing?.host === 'electron' && (
              <>
                <label className={styles.check}>
                  <input
                    type="checkbox"
                    checked={setting.updates}
                    onChange={event => void savePreferences({ updates: event.target.checked })}
                  />
                  {t.updates}
                </label>
                <label className={styles.check}>
                  <input
                    type="checkbox"
                    checked={setting.tray}
                    onChange={event => void savePreferences({ tray: event.target.checked })}
                  />
                  {t.tray}
                </label>
              </>
            )}
          </div>
        </Panel>
        <Panel title={t.about} inset>
          <About />
        </Panel>
      </div>
    </Page>
  )
}
