import { IconEraser } from '@tabler/icons-react'
import { useState } from 'react'
import type { Role } from '../../../shared/contract/method.ts'
import { MASKING, type Masking, type Person, type PrivacyReport } from '../../../shared/contract/privacy.ts'
import { call } from '../../app/client.ts'
import { queryClient, useCall, useLongCall } from '../../app/use-call.ts'
import {
  Button,
  DataTable,
  Dialog,
  DialogButtons,
  IconButton,
  CallProgress,
  SelectField,
  toast,
  useFormat,
  useMessages,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import { OldBackups } from './OldBackups.tsx'
import { Retention } from './Retention.tsx'
import { Years } from './Years.tsx'
import styles from './security.module.css'

export function Privacy({ role }: { role: Role }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { value: masking } = useCall('privacy.masking', {})
  const [found, setFound] = useState<PrivacyReport>()
  const [erasing, setErasing] = useState<Person>()
  const [oldBackups, setOldBackups] = useState(0)
  const report = useLongCall('privacy.report')
  const erase = useLongCall('privacy.erase')
  const look = async (): Promise<void> => {
    const result = await report.run({})
    if (result.ok) setFound(result.value)
    else if (result.failure.code !== 'cancelled') toast('error', result.failure.message)
  }
  const eraseNow = async ({ payee }: Person): Promise<void> => {
    const result = await erase.run({ payee })
    setErasing(undefined)
    if (!result.ok) return toast('error', result.failure.message)
    toast('done', t.erased(result.value.entries))
    setOldBackups(result.value.backups)
    void queryClient.invalidateQueries()
    await look()
  }
  const admin = role === 'admin'
  return (
    <div className={styles.sheet}>
      <section className={styles.part}>
        <h2>{t.masking}</h2>
        <SelectField
          needs="privacy.setMasking"
          label={t.maskFor}
          hint={t.maskHint}
          disabled={!admin}
          value={masking?.who ?? 'nobody'}
          onChange={event =>
            void call('privacy.setMasking', { who: event.target.value as Masking }).then(result => {
              if (!result.ok) toast('error', result.failure.message)
              void queryClient.invalidateQueries()
            })
          }
          options={MASKING.map(who => ({ value: who, label: t.maskWho[who] }))}
        />
      </section>
      <section className={styles.part}>
        <h2>{t.found}</h2>
        <p className="t2">{t.foundHint}</p>
        <div>
          <Button
            needs="privacy.report"
            disabled={report.running || role === 'viewer'}
            onClick={() => void look()}
          >
            {t.look}
          </Button>
        </div>
        <CallProgress call={report} overlay={false} label={t.looking} />
        {found && (
          <>
            <p role="status">
              {t.looked(
                format.count(found.texts),
                format.count(found.people.length),
                format.count(found.keptFiles),
              )}
            </p>
            {found.found.length > 0 && (
              <DataTable
                caption={t.found}
                rows={found.found}
                rowKey={one => `${one.place} ${one.kind}`}
                edge={false}
                columns={[
                  { id: 'place', head: t.where, cell: one => t.places[one.place] },
                  { id: 'kind', head: t.what, cell: one => t.kinds[one.kind] },
                  { id: 'count', head: t.count, numeric: true, cell: one => format.count(one.count) },
                  { id: 'example', head: t.example, mono: true, cell: one => one.example },
                ]}
              />
            )}
            {found.people.length > 0 && (
              <DataTable
                caption={t.people}
                rows={found.people}
                rowKey={person => person.payee}
                edge={false}
                columns={[
                  { id: 'name', head: t.person, wrap: true, cell: person => person.name },
                  {
                    id: 'entries',
                    head: t.entries,
                    numeric: true,
                    cell: person => format.count(person.entries),
                  },
                  {
                    id: 'last',
                    head: t.last,
                    width: 120,
                    cell: person => (person.lastDay === null ? '' : format.date(person.lastDay)),
                  },
                  {
                    id: 'tools',
                    head: <span className="visually-hidden">{t.erase}</span>,
                    width: 48,
                    cell: person =>
                      admin && (
                        <IconButton
                          needs="privacy.erase"
                          label={t.erasePerson(person.name)}
                          onClick={() => setErasing(person)}
                        >
                          <IconEraser aria-hidden />
                        </IconButton>
                      ),
                  },
                ]}
              />
            )}
          </>
        )}
      </section>
      {admin && <Retention />}
      <Years admin={admin} />
      <Dialog
        title={t.erasePerson(erasing?.name ?? '')}
        opened={erasing !== undefined}
        onClose={() => setErasing(undefined)}
      >
        <p>{t.eraseHint}</p>
        <CallProgress call={erase} cancellable={false} overlay={false} label={t.erasing} />
        <DialogButtons>
          <Button onClick={() => setErasing(undefined)}>{t.cancel}</Button>
          <Button kind="primary" disabled={erase.running} onClick={() => erasing && void eraseNow(erasing)}>
            {t.erase}
          </Button>
        </DialogButtons>
      </Dialog>
      <OldBackups count={oldBackups} onClose={() => setOldBackups(0)} />
    </div>
  )
}
