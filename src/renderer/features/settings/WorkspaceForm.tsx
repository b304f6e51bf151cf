import { useState } from 'react'
import type { WorkspaceSettings } from '../../../shared/contract/workspace.ts'
import type { Failure } from '../../../shared/result/failure.ts'
import { currencyChoices, monthChoices } from '../../app/choices.ts'
import { call } from '../../app/client.ts'
import { queryClient } from '../../app/use-call.ts'
import {
  Button,
  ErrorState,
  localeOf,
  SelectField,
  TextField,
  toast,
  useMessages,
  useSetting,
} from '../../ui/index.ts'
import { settingsMessages } from './messages.ts'
import styles from './settings.module.css'
import { WeeksFields } from './WeeksFields.tsx'

export function WorkspaceForm({ settings, admin }: { settings: WorkspaceSettings; admin: boolean }) {
  const t = useMessages(settingsMessages)
  const locale = localeOf(useSetting())
  const [draft, setDraft] = useState(settings)
  const [failure, setFailure] = useState<Failure>()
  const [saving, setSaving] = useState(false)
  const changed = (Object.keys(settings) as (keyof WorkspaceSettings)[]).some(
    key => JSON.stringify(draft[key]) !== JSON.stringify(settings[key]),
  )
  const save = async () => {
    setSaving(true)
    setFailure(undefined)
    const result = await call('workspace.update', { ...draft, name: draft.name.trim() })
    setSaving(false)
    if (!result.ok) return setFailure(result.failure)
    setDraft(result.value.settings ?? draft)
    toast('done', t.saved)
    // A setting changes how everything is summed and written, revision or not.
    await queryClient.invalidateQueries()
  }
  return (
    <form
      className={styles.form}
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      {failure && <ErrorState failure={failure} />}
      {!admin && <p className="t2">{t.adminOnly}</p>}
      <div className={styles.two}>
        <TextField
          label={t.name}
          required
          maxLength={200}
          needs="workspace.update"
          value={draft.name}
          onChange={e => setDraft({ ...draft, name: e.target.value })}
        />
        <SelectField
          label={t.profile}
          needs="workspace.update"
          value={draft.profile}
          options={[
            { value: 'personal', label: t.personal },
            { value: 'ledger', label: t.ledger },
          ]}
          onChange={e => setDraft({ ...draft, profile: e.target.value === 'ledger' ? 'ledger' : 'personal' })}
        />
      </div>
      <div className={styles.two}>
        <SelectField
          label={t.currency}
          hint={t.currencyHint}
          needs="workspace.update"
          value={draft.baseCurrency}
          options={currencyChoices(locale)}
          onChange={e => setDraft({ ...draft, baseCurrency: e.target.value })}
        />
        <SelectField
          label={t.fiscal}
          needs="workspace.update"
          value={String(draft.fiscalStartMonth)}
          options={monthChoices(locale)}
          onChange={e => setDraft({ ...draft, fiscalStartMonth: Number(e.target.value) })}
        />
      </div>
      <WeeksFields
        weeks={draft.fiscalWeeks ?? null}
        onChange={fiscalWeeks => setDraft({ ...draft, fiscalWeeks })}
      />
      <div>
        <Button
          kind="primary"
          type="submit"
          needs="workspace.update"
          disabled={!changed || saving || !draft.name.trim()}
        >
          {t.save}
        </Button>
      </div>
    </form>
  )
}
