import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { User, UserRole } from '../../../shared/contract/security.ts'
import type { Result } from '../../../shared/result/failure.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall, useLongCall } from '../../app/use-call.ts'
import {
  Button,
  DataTable,
  Dialog,
  DialogButtons,
  ErrorState,
  IconButton,
  CallProgress,
  Select,
  SelectField,
  PasswordField,
  TextField,
  toast,
  useMessages,
} from '../../ui/index.ts'
import { AutoLock } from './AutoLock.tsx'
import { messages } from './messages.ts'
import { NewRecoveryKey } from './NewRecoveryKey.tsx'
import { OwnPassword } from './OwnPassword.tsx'
import styles from './security.module.css'

const ROLES = ['viewer', 'analyst', 'admin'] as const

export function Users() {
  const t = useMessages(messages)
  const { value: users, failure, retry } = useCall('security.users', {})
  const [removing, setRemoving] = useState<User>()
  const [recoveryKey, setRecoveryKey] = useState<string>()
  const remove = useLongCall('security.removeUser')
  const after = <T,>(result: Result<T>): T | undefined => {
    void queryClient.invalidateQueries({ queryKey: ['security.users'] })
    if (result.ok) return result.value
    toast('error', result.failure.message)
    return undefined
  }
  if (failure) return <ErrorState failure={failure} onRetry={retry} />
  if (!users) return null
  return (
    <div className={styles.sheet}>
      <p className="t2">{t.rolesHint}</p>
      <DataTable
        caption={t.tabs.users}
        rows={users}
        rowKey={user => user.id}
        edge={false}
        columns={[
          { id: 'name', head: t.name, wrap: true, cell: user => (user.self ? t.you(user.name) : user.name) },
          {
            id: 'role',
            head: t.role,
            width: 160,
            cell: user => (
              <Select
                needs="security.setRole"
                aria-label={t.roleOf(user.name)}
                value={user.role}
                disabled={user.self}
                options={ROLES.map(role => ({ value: role, label: t.roles[role] }))}
                onChange={event =>
                  void call('security.setRole', {
                    id: user.id,
                    role: event.target.value as UserRole,
                  }).then(after)
                }
              />
            ),
          },
          { id: 'by', head: t.getsIn, cell: user => (user.hasPassword ? t.byPassword : t.byKeychain) },
          {
            id: 'tools',
            head: <span className="visually-hidden">{t.remove}</span>,
            width: 48,
            cell: user =>
              !user.self && (
                <IconButton
                  needs="security.removeUser"
                  label={t.removeUser(user.name)}
                  onClick={() => setRemoving(user)}
                >
                  <IconTrash aria-hidden />
                </IconButton>
              ),
          },
        ]}
      />
      <AddUser onAdded={() => void queryClient.invalidateQueries({ queryKey: ['security.users'] })} />
      <AutoLock />
      <OwnPassword />
      <NewRecoveryKey
        hasOwn={users.some(user => user.self && user.hasPassword)}
        onMade={result => setRecoveryKey(after(result)?.recoveryKey)}
      />
      <Dialog
        title={t.removeUser(removing?.name ?? '')}
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
      >
        <p>{t.removeHint}</p>
        <CallProgress call={remove} cancellable={false} overlay={false} label={t.rewriting} />
        <DialogButtons>
          <Button onClick={() => setRemoving(undefined)}>{t.cancel}</Button>
          <Button
            kind="primary"
            disabled={remove.running}
            onClick={() =>
              void remove.run({ id: removing?.id ?? '' }).then(result => {
                setRemoving(undefined)
                setRecoveryKey(after(result)?.recoveryKey)
              })
            }
          >
            {t.remove}
          </Button>
        </DialogButtons>
      </Dialog>
      <Dialog
        title={t.recovery}
        opened={recoveryKey !== undefined}
        onClose={() => setRecoveryKey(undefined)}
        insistent
      >
        <p>{t.recoveryOnce}</p>
        <p className={`mono ${styles.key}`}>{recoveryKey}</p>
        <DialogButtons>
          <Button kind="primary" onClick={() => setRecoveryKey(undefined)}>
            {t.written}
          </Button>
        </DialogButtons>
      </Dialog>
    </div>
  )
}

function AddUser({ onAdded }: { onAdded: () => void }) {
  const t = useMessages(messages)
  const [name, setName] = useState('')
  const [role, setRole] = useState<UserRole>('viewer')
  const [password, setPassword] = useState('')
  const add = useLongCall('security.addUser')
  const submit = async (): Promise<void> => {
    const result = await add.run({ name, role, password })
    if (!result.ok) return toast('error', result.failure.message)
    setName('')
    setPassword('')
    toast('done', t.added(name))
    onAdded()
  }
  return (
    <form
      className={styles.part}
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <h2>{t.addUser}</h2>
      <div className={styles.three}>
        <TextField label={t.name} maxLength={80} value={name} onChange={e => setName(e.target.value)} />
        <SelectField
          label={t.role}
          value={role}
          options={ROLES.map(one => ({ value: one, label: t.roles[one] }))}
          onChange={e => setRole(e.target.value as UserRole)}
        />
        <PasswordField
          label={t.firstPassword}
          hint={t.firstPasswordHint}
          autoComplete="new-password"
          value={password}
          onValue={setPassword}
        />
      </div>
      <div>
        <Button
          type="submit"
          needs="security.addUser"
          disabled={add.running || name.trim() === '' || password.length < 8}
        >
          {t.add}
        </Button>
      </div>
    </form>
  )
}
