import type { ReactNode } from 'react'
import type { Backup } from '../../shared/contract/backup.ts'
import { exponentOf, parseDecimal } from '../../shared/money/minor.ts'
import { DataTable, useFormat, useMessages } from '../ui/index.ts'
import { backupMessages } from './backups.messages.ts'

/** Backups, newest first: when, why, what the ledger held then, how large; and what can be done with each. */
export function BackupTable({
  backups,
  actions,
}: {
  backups: readonly Backup[]
  actions: (backup: Backup) => ReactNode
}) {
  const t = useMessages(backupMessages)
  const format = useFormat()
  if (backups.length === 0) return <p className="t3">{t.none}</p>
  const sumOf = ({ currency, sum }: { currency: string; sum: string }): string => {
    const amount = parseDecimal(sum, exponentOf(currency))
    return `${amount === undefined ? sum : format.money(amount, { currency })} ${currency}`
  }
  const held = ({ contents, problem, readable }: Backup): string => {
    if (problem !== null) return problem
    if (!readable) return t.newer
    if (!contents) return t.sealed
    const entries = contents.entries === 1 ? t.entry : t.entries(format.count(contents.entries))
    return [entries, ...contents.totals.map(sumOf)].join(', ')
  }
  return (
    <DataTable
      caption={t.backups}
      edge={false}
      rows={backups}
      rowKey={backup => backup.path}
      kind={backup => (backup.problem === null ? undefined : 'quiet')}
      columns={[
        { id: 'made', head: t.made, cell: backup => format.moment(backup.madeAt) },
        { id: 'cause', head: t.cause, cell: backup => t.causes[backup.cause], wrap: true },
        { id: 'held', head: t.held, cell: held, wrap: true },
        {
          id: 'size',
          head: t.size,
          numeric: true,
          cell: backup => t.megabytes(format.number(backup.bytes / 1e6, 1)),
        },
        { id: 'tools', head: <span className="visually-hidden">{t.tools}</span>, cell: actions },
      ]}
    />
  )
}
