import { useEffect, useState } from 'react'
import type { Profile } from '../../../shared/query/dimensions.ts'
import {
  Button,
  Dialog,
  DialogButtons,
  ErrorState,
  localeOf,
  Segmented,
  SelectField,
  PasswordField,
  TextField,
  useMessages,
  useSetting,
} from '../../ui/index.ts'
import { currencyChoices, monthChoices } from '../../app/choices.ts'
import { guessProfile } from './guess-profile.ts'
import { workspaceMessages } from './messages.ts'
import type { Choice } from './SidePanel.tsx'
import { StartProgress } from './StartProgress.tsx'
import type { Start } from './use-start.ts'
import styles from './start.module.css'

interface CreateDialogProps {
  start: Start
  /** Dropped files that wait for a workspace. */
  files: File[]
  choice: Choice
  keychain: boolean
  onClose: () => void
}

export function CreateDialog({ start, files, choice, keychain, onClose }: CreateDialogProps) {
  const t = useMessages(workspaceMessages)
  const locale = localeOf(useSetting())
  const [name, setName] = useState(() => nameFrom(files))
  const [chosen, setProfile] = useState<Profile>()
  const [guessed, setGuessed] = useState<Profile>('personal')
  useEffect(() => {
    void guessProfile(files).then(setGuessed)
  }, [files])
  const profile = chosen ?? guessed
  const [currency, setCurrency] = useState(choice.baseCurrency)
  const [month, setMonth] = useState(String(choice.fiscalStartMonth))
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const short = password.length > 0 ? password.length < 8 : !keychain
  const submit = () => {
    setAsked(true)
    if (short || !name.trim()) return
    const input = {
      name: name.trim(),
      profile,
      baseCurrency: currency,
      fiscalStartMonth: Number(month),
      ...(password && { password }),
    }
    void start.make(input, files)
  }
  return (
    <Dialog title={t.createTitle} opened onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        {files.length > 0 && <p className="t2">{t.createFor(files.map(f => f.name).join(', '))}</p>}
        {start.failure && <ErrorState failure={start.failure} />}
        <TextField
          label={t.name}
          hint={t.nameHint}
          required
          maxLength={200}
          data-autofocus
          value={name}
          onChange={e => setName(e.target.value)}
        />
        <div>
          <Segmented
            label={t.profile}
            value={profile}
            onChange={setProfile}
            options={[
              { id: 'personal', label: t.personal },
              { id: 'ledger', label: t.ledger },
            ]}
          />
          <p className="cap">{profile === 'personal' ? t.personalHint : t.ledgerHint}</p>
        </div>
        <div className={styles.two}>
          <SelectField
            label={t.currency}
            value={currency}
            options={currencyChoices(locale)}
            onChange={e => setCurrency(e.target.value)}
          />
          <SelectField
            label={t.fiscal}
            value={month}
            options={monthChoices(locale)}
            onChange={e => setMonth(e.target.value)}
          />
        </div>
        <PasswordField
          label={t.password}
          autoComplete="new-password"
          required={!keychain}
          hint={keychain ? t.passwordOptional : t.passwordNeeded}
          error={asked && short ? t.passwordShort : undefined}
          value={password}
          onValue={setPassword}
        />
        <StartProgress start={start} />
        <DialogButtons>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            kind="primary"
            type="submit"
            disabled={start.running !== undefined || start.sending !== undefined}
          >
            {t.createButton}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}

/** A name to start from: the file's, without its ending and what is probably a date. */
export function nameFrom(files: readonly { name: string }[]): string {
  const first = files[0]?.name ?? ''
  const stem = first.replace(/\.[a-z0-9]{1,5}$/i, '').replaceAll(/[_-]+/g, ' ')
  const words = stem
    .split(' ')
    .filter(word => !/^\d{2,8}$/.test(word))
    .join(' ')
    .trim()
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : stem.trim()
}
