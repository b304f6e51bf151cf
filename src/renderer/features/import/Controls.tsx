import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { Control, PreviewFile, Problem } from '../../../shared/contract/import.ts'
import { useFilters } from '../../app/use-filters.ts'
import { LinkButton, useFormat, useMessages, VisuallyHidden } from '../../ui/index.ts'
import { Amount } from './Amount.tsx'
import { messages, type Texts } from './messages.ts'
import { SumList } from './SumList.tsx'
import styles from './import.module.css'

interface ControlsProps {
  preview: PreviewFile
  current: Problem | undefined
  onProblem: (index: number) => void
}

/** Beside the rows: the file's totals against ours, sums and span, and the problems one by one. */
export function Controls({ preview, current, onProblem }: ControlsProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const { openRows } = useFilters()
  const currencies = Object.keys(preview.sums)
  const currency = currencies.length === 1 ? (currencies[0] as string) : preview.mapping.currency
  const off = preview.controls.some(control => !control.agrees)
  const same = preview.sameAsBatch
  return (
    <div className={styles.controls} tabIndex={0} role="region" aria-label={t.controls}>
      {same !== undefined && (
        <div className={styles.notice}>
          {t.sameFile(String(same))}{' '}
          <LinkButton onClick={() => openRows({ batches: [same] })}>{t.showBatch}</LinkButton>
        </div>
      )}
      <section className={styles.block}>
        <h2>{t.controls}</h2>
        {preview.controls.length === 0 ? (
          <p className="t2">{t.noControls}</p>
        ) : (
          <table className={styles.totals}>
            <thead>
              <tr>
                <th scope="col">
                  <VisuallyHidden>{t.controls}</VisuallyHidden>
                </th>
                <th scope="col" className={styles.num}>
                  {t.fileSays}
                </th>
                <th scope="col" className={styles.num}>
                  {t.farthing}
                </th>
              </tr>
            </thead>
            <tbody>
              {preview.controls.map((control, at) => (
                <tr key={at}>
                  <th scope="row">
                    {controlName(control, t)}
                    {control.line !== undefined && (
                      <span className="cap"> {t.lineOnly(format.count(control.line))}</span>
                    )}
                    {control.lines && control.lines.length > 1 && (
                      <span className="cap">
                        {' '}
                        {t.breaksAt(
                          control.lines
                            .slice(0, 10)
                            .map(line => format.count(line))
                            .join(', '),
                          control.lines.length > 10,
                        )}
                      </span>
                    )}
                  </th>
                  <td className={styles.num}>
                    <Figure control={control} value={control.file} currency={currency} />
                  </td>
                  <td className={styles.num} data-off={control.agrees ? undefined : ''}>
                    <Figure control={control} value={control.farthing} currency={currency} />{' '}
                    {control.code === 'stated' ? (
                      <span className="cap">{t.nothingToHold}</span>
                    ) : control.agrees ? (
                      <IconCheck size={14} className={styles.good} role="img" aria-label={t.agrees} />
                    ) : (
                      <IconAlertTriangle
                        size={14}
                        className={styles.warn}
                        role="img"
                        aria-label={t.differs}
                      />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {off && <p className={styles.notice}>{t.differText}</p>}
      </section>
      <section className={styles.block}>
        <h2>{t.sums}</h2>
        <p className={styles.bigSum} title={t.sumsFile} data-testid="preview-sum">
          <SumList sums={preview.sums} />
        </p>
        {preview.from && preview.to && (
          <p className="t2">
            {t.span}: {format.span(preview.from, preview.to)}
          </p>
        )}
      </section>
      {preview.problems.length > 0 && (
        <section className={styles.block}>
          <h2>{t.problems}</h2>
          <ul className={styles.problems}>
            {preview.problems.slice(0, MOST_PROBLEMS).map((problem, index) => (
              <li key={index}>
                <button
                  type="button"
                  aria-current={problem === current || undefined}
                  onClick={() => onProblem(index)}
                >
                  <IconAlertTriangle size={14} className={styles.warn} aria-hidden />
                  <span>
                    <span className="strong">
                      {problem.column === undefined
                        ? t.lineOnly(format.count(problem.line))
                        : t.problemPlace(format.count(problem.line), problem.column)}
                    </span>
                    <br />
                    {problem.message}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {preview.problemCount > MOST_PROBLEMS && (
            <p className="cap">
              {t.problemsMore(format.count(MOST_PROBLEMS), format.count(preview.problemCount))}
            </p>
          )}
        </section>
      )}
    </div>
  )
}

/** Counts are counts, anything else is money in the control's own currency. */
function Figure({ control, value, currency }: { control: Control; value: string; currency: string }) {
  if (control.code.startsWith('count-')) return <>{value}</>
  return value === '' ? null : <Amount value={value} currency={control.currency ?? currency} />
}

function controlName({ code, label }: Control, t: Texts): string {
  const name = t.control[code] ?? ''
  // A total row is called as the file calls it.
  if (code === 'total' || code === 'subtotal') return label || name
  return label === '' ? name : `${name}, ${label}`
}

const MOST_PROBLEMS = 100
