import type { Cause, ComparedFigure } from '../../../../shared/contract/reports-figures.ts'
import { useCall } from '../../../app/use-call.ts'
import { historyMessages } from '../../../app/history.messages.ts'
import {
  Button,
  DataTable,
  Dialog,
  DialogButtons,
  ErrorState,
  useFormat,
  useMessages,
} from '../../../ui/index.ts'
import { useFigureValue } from '../trace/use-value.ts'
import { compareMessages } from './messages.ts'
import styles from './compare.module.css'

interface Props {
  run: number
  figure: ComparedFigure
  cause: Cause
  onClose: () => void
}

const MOST = 500

/** The entries behind one cause of a figure's difference, the largest first, with the step of the history that did it. */
export function CauseRows({ run, figure, cause, onClose }: Props) {
  const t = useMessages(compareMessages)
  const { kinds } = useMessages(historyMessages)
  const format = useFormat()
  const write = useFigureValue()
  const { value, failure, retry } = useCall('reports.compareRows', {
    run,
    figure: figure.id,
    cause,
    limit: MOST,
  })
  return (
    <Dialog title={`${t.causes[cause] ?? cause}: ${figure.label}`} opened onClose={onClose} size={960}>
      {failure && <ErrorState failure={failure} title={t.failed} onRetry={retry} />}
      {!value && !failure && <p>{t.looking}</p>}
      {value && (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={t.title}>
          <DataTable
            caption={t.title}
            edge={false}
            rows={value.rows}
            rowKey={row => `${row.figure} ${row.id} ${row.was ?? ''}`}
            columns={[
              { id: 'date', head: t.date, cell: row => format.date(row.date) },
              { id: 'text', head: t.text, text: true, cell: row => row.text },
              {
                id: 'by',
                head: t.by,
                wrap: true,
                cell: ({ step }) =>
                  step
                    ? [
                        step.file ?? kinds[step.kind] ?? step.kind,
                        format.moment(step.at),
                        ...(step.undone ? [t.undone] : []),
                      ].join(', ')
                    : '',
              },
              {
                id: 'was',
                head: t.was,
                numeric: true,
                cell: row => write(row.was, figure.derived ? format.currency : figure.unit),
              },
              {
                id: 'now',
                head: t.now,
                numeric: true,
                cell: row => write(row.now, figure.derived ? format.currency : figure.unit),
              },
            ]}
          />
        </div>
      )}
      {value && <p className="t2">{t.shown(format.count(value.rows.length), format.count(value.total))}</p>}
      <DialogButtons>
        <Button kind="primary" onClick={onClose}>
          {t.close}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
