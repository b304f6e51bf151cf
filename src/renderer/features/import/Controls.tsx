import { IconAlertTriangle } from '@tabler/icons-react'
import type { PreviewFile, Problem } from '../../../shared/contract/import.ts'
import { useFilters } from '../../app/use-filters.ts'
import { LinkButton, useFormat, useMessages } from '../../ui/index.ts'
import { ControlTable } from './ControlTable.tsx'
import { messages } from './messages.ts'
import { SumList } from './SumList.tsx'
import shared from './shared.module.css'
import styles from './controls.module.css'

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
    <div className={shared.controls} tabIndex={0} role="region" aria-label={t.controls}>
      {same !== undefined && (
        <div className={shared.notice}>
          {t.sameFile(String(same))}{' '}
          <LinkButton onClick={() => openRows({ batches: [same] })}>{t.showBatch}</LinkButton>
        </div>
      )}
      <section className={shared.block}>
        <h2>{t.controls}</h2>
        {preview.controls.length === 0 ? (
          <p className="t2">{t.noControls}</p>
        ) : (
          <ControlTable controls={preview.controls} currency={currency} />
        )}
        {off && <p className={shared.notice}>{t.differText}</p>}
      </section>
      <section className={shared.block}>
        <h2>{t.sums}</h2>
        <p className={shared.bigSum} title={t.sumsFile} data-testid="preview-sum">
          <SumList sums={preview.sums} />
        </p>
        {preview.from && preview.to && (
          <p className="t2">
            {t.span}: {format.span(preview.from, preview.to)}
          </p>
        )}
      </section>
      {preview.problems.length > 0 && (
        <section className={shared.block}>
          <h2>{t.problems}</h2>
          <ul className={styles.problems}>
            {preview.problems.slice(0, MOST_PROBLEMS).map((problem, index) => (
              <li key={index}>
                <button
                  type="button"
                  aria-current={problem === current || undefined}
                  onClick={() => onProblem(index)}
                >
                  <IconAlertTriangle size={14} className={shared.warn} aria-hidden />
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

const MOST_PROBLEMS = 100
