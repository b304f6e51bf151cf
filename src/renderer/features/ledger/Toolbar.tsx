import { IconAdjustmentsHorizontal, IconDownload, IconSortDescending } from '@tabler/icons-react'
import type { Filters } from '../../../shared/query/query.ts'
import { savePreferences } from '../../app/preferences.ts'
import { useLongCall } from '../../app/use-call.ts'
import { Button, Menu, CallProgress, toast, useFormat, useMessages } from '../../ui/index.ts'
import { groupingName, type Grouping } from './grouping.ts'
import { saveText } from './save-text.ts'
import { messages } from './messages.ts'
import styles from './group.module.css'

interface ToolbarProps {
  grouping: Grouping
  /** The dimensions that the table shows as columns. */
  dimensions: readonly string[]
  dimensionName: (id: string) => string
  onGroup: (grouping: Grouping) => void
  /** Undefined where there is nothing to fold. */
  onFoldAll: ((fold: boolean) => void) | undefined
  density: 'compact' | 'comfortable'
  filters: Filters
  total: number
}

/** Grouping, row height and export: what is done to the whole table. */
export function Toolbar(props: ToolbarProps) {
  const { grouping, dimensions, dimensionName, onGroup, onFoldAll, density, filters, total } = props
  const t = useMessages(messages)
  const format = useFormat()
  const writing = useLongCall('ledger.exportCsv')
  const name = (id: Grouping): string => groupingName(id, { t, dimensionName })
  const save = async (): Promise<void> => {
    const result = await writing.run({ filters })
    if (result.ok) {
      saveText(result.value.csv, fileName(filters), 'text/csv')
      const { rows } = result.value
      // A sheet holds 1,048,576 rows: the rest must not be missed in silence.
      if (rows < total) toast('error', t.exportCut(format.count(rows), format.count(total)))
      else toast('done', t.exported(format.count(rows)))
    } else if (result.failure.code !== 'cancelled') toast('error', result.failure.message)
  }
  return (
    <>
      <Menu
        position="bottom-end"
        target={
          <Button kind="quiet" icon={<IconSortDescending aria-hidden />}>
            <span className={styles.grouping}>{t.group(name(grouping))}</span>
          </Button>
        }
        items={[
          ...(onFoldAll
            ? [
                { id: '+fold', label: t.foldAll, onSelect: () => onFoldAll(true) },
                { id: '+unfold', label: t.unfoldAll, onSelect: () => onFoldAll(false) },
              ]
            : []),
          ...['none', 'day', 'month', ...dimensions, 'document'].map(id => ({
            id,
            label: name(id),
            checked: grouping === id,
            onSelect: () => onGroup(id),
          })),
        ]}
      />
      <Menu
        position="bottom-end"
        target={
          <Button
            kind="quiet"
            icon={<IconAdjustmentsHorizontal aria-hidden />}
            aria-label={`${t.density}: ${t[density]}`}
          >
            {t[density]}
          </Button>
        }
        items={(['compact', 'comfortable'] as const).map(id => ({
          id,
          label: t[id],
          checked: density === id,
          onSelect: () => void savePreferences({ density: id }),
        }))}
      />
      <Button
        icon={<IconDownload aria-hidden />}
        title={t.exportHint(format.count(total))}
        disabled={writing.running || total === 0}
        onClick={() => void save()}
      >
        {t.exportCsv}
      </Button>
      <CallProgress call={writing} label={t.exporting} />
    </>
  )
}

function fileName({ from, to }: Filters): string {
  return ['ledger', from, to].filter(Boolean).join('_') + '.csv'
}
