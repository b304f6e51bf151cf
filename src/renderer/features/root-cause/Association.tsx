import type { Association } from '../../../shared/contract/root-cause.ts'
import { useDimensionName } from '../../app/dimensions.ts'
import { useCall } from '../../app/use-call.ts'
import { DataTable, ErrorState, Panel, formatFixed, useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import type { Explain } from './use-explain.ts'
import styles from './explain.module.css'

/** Below this share of the variance, a ranking of factors would be a ranking of noise. */
const TOLD_LEAST = 0.02

/** Correlation of the factors and what amounts can be told by. Asked for when the tab is opened: it grows a forest. */
export function AssociationTab({ asked }: { asked: Explain['asked'] }) {
  const t = useMessages(messages)
  const { value, failure, loading, retry } = useCall('root-cause.association', asked)
  return (
    <div data-testid="association">
      <p className={styles.note}>{t.associationNote}</p>
      {failure && <ErrorState failure={failure} onRetry={retry} />}
      {loading && !failure && <p className={styles.note}>{t.loading}</p>}
      {value && <Tables found={value} />}
    </div>
  )
}

function Tables({ found }: { found: Association }) {
  const t = useMessages(messages)
  const format = useFormat()
  const dimensionName = useDimensionName()
  const nameOf = (factor: string): string =>
    factor === 'amount' ? t.amount : factor === 'weekday' ? t.weekday : dimensionName(factor)
  const figure = (value: number | null): string =>
    value === null ? '–' : formatFixed(value, format.locale, 2)
  return (
    <div className={styles.lower}>
      <Panel title={t.importance}>
        <p className={styles.note}>
          {found.told < TOLD_LEAST
            ? t.toldNothing
            : t.told(format.percent(found.told), format.count(found.rows))}
        </p>
        <DataTable
          caption={t.importance}
          rows={found.importance}
          rowKey={row => row.factor}
          kind={row => (row.value < 0.005 ? 'quiet' : undefined)}
          columns={[
            { id: 'factor', head: t.factor, cell: row => nameOf(row.factor) },
            { id: 'value', head: t.value, numeric: true, cell: row => figure(row.value) },
            { id: 'deviation', head: t.deviation, numeric: true, cell: row => figure(row.deviation) },
          ]}
        />
      </Panel>
      <Panel title={t.matrix} className={styles.wide}>
        <div className={styles.scroll} role="group" aria-label={t.matrix} tabIndex={0}>
          <DataTable
            caption={t.matrix}
            rows={found.factors.map((factor, i) => ({ factor, cells: found.matrix[i] ?? [] }))}
            rowKey={row => row.factor}
            columns={[
              { id: 'factor', head: t.factor, cell: row => nameOf(row.factor) },
              ...found.factors.map((factor, j) => ({
                id: factor,
                head: nameOf(factor),
                numeric: true,
                cell: (row: { cells: (number | null)[] }) => figure(row.cells[j] ?? null),
              })),
            ]}
          />
        </div>
      </Panel>
    </div>
  )
}
