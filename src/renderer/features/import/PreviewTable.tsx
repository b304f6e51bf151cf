import { IconAlertTriangle, IconCheck, IconCopy, IconMinus } from '@tabler/icons-react'
import { Fragment, memo, useEffect, useRef, useState, type ReactNode } from 'react'
import type { PreviewFile, PreviewRow, Problem } from '../../../shared/contract/import.ts'
import { useDimensionName } from '../../app/dimensions.ts'
import { Button, useFormat, useMessages } from '../../ui/index.ts'
import { Amount } from './Amount.tsx'
import { DuplicateChoice } from './DuplicateChoice.tsx'
import { messages, type Texts } from './messages.ts'
import { fieldOfProblem, previewDimensions, type PreviewLine } from './preview-rows.ts'
import { useDrawn } from './use-drawn.ts'
import shared from './shared.module.css'
import tables from './tables.module.css'
import styles from './preview-table.module.css'

interface PreviewTableProps {
  preview: PreviewFile
  lines: readonly PreviewLine[]
  /** The problem that is looked at: its row comes into view. */
  problem: Problem | undefined
  loadDuplicates: ReadonlySet<number>
  skipRows: ReadonlySet<number>
  onChoose: (line: number, load: boolean) => void
}

/** Rows shown at a time: a reader of a preview needs no more, and each is a dozen elements. */
const STEP = 150
/** Rows put into the document in one frame. */
const A_FRAME = 40

export function PreviewTable(props: PreviewTableProps) {
  const { preview, lines, problem, loadDuplicates, skipRows, onChoose } = props
  const t = useMessages(messages)
  const format = useFormat()
  const dimensionName = useDimensionName()
  const scroller = useRef<HTMLDivElement>(null)
  const [most, setMost] = useState(STEP)
  const wanted = lines.findIndex(line => line.kind === 'row' && line.row.line === problem?.line)
  const limit = wanted >= most ? Math.ceil((wanted + 1) / STEP) * STEP : most
  const shown = Math.min(limit, lines.length)
  const drawn = useDrawn(shown, A_FRAME)
  const whole = drawn === shown
  const there = wanted < drawn
  useEffect(() => {
    if (problem && there)
      scroller.current?.querySelector(`[data-line="${problem.line}"]`)?.scrollIntoView({ block: 'center' })
  }, [problem, limit, there])
  const documents = preview.mapping.fields.find(f => f.field === 'document')?.column
  const dimensions = previewDimensions(preview.rows, documents === undefined ? 4 : 3)
  const width = 5 + dimensions.length + (documents === undefined ? 0 : 1)
  const currencies = Object.keys(preview.sums)
  return (
    <div ref={scroller} className={styles.scroll} tabIndex={0} role="region" aria-label={t.tabs}>
      <table className={tables.preview} aria-label={t.tabs}>
        <thead>
          <tr>
            <th scope="col" className={tables.num}>
              {t.places[preview.mapping.place ?? 'line']}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t.outcome}</span>
            </th>
            <th scope="col">{t.date}</th>
            {documents !== undefined && <th scope="col">{t.field['document']}</th>}
            {dimensions.map(id => (
              <th key={id} scope="col">
                {dimensionName(id)}
              </th>
            ))}
            <th scope="col">{t.text}</th>
            <th scope="col" className={tables.num}>
              {t.amount}
              {currencies.length === 1 && `, ${currencies[0]}`}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, drawn).map(line =>
            line.kind === 'gap' ? (
              <tr key={`gap-${line.from}`} className={tables.gap}>
                <td colSpan={width}>{t.gap(format.count(line.to - line.from + 1), line.to === line.from)}</td>
              </tr>
            ) : (
              <Row
                key={line.row.line}
                row={line.row}
                problems={line.problems}
                preview={preview}
                dimensions={dimensions}
                documents={documents}
                width={width}
                current={line.row.line === problem?.line}
                loaded={
                  line.row.outcome === 'duplicate'
                    ? loadDuplicates.has(line.row.line)
                    : !skipRows.has(line.row.line)
                }
                onChoose={onChoose}
                t={t}
              />
            ),
          )}
        </tbody>
      </table>
      {whole && lines.length > limit && (
        <div className={styles.more}>
          <Button onClick={() => setMost(limit + STEP)}>
            {t.moreRows(format.count(Math.min(STEP, lines.length - limit)))}
          </Button>
        </div>
      )}
    </div>
  )
}

interface RowProps {
  row: PreviewRow
  problems: readonly Problem[]
  preview: PreviewFile
  dimensions: readonly string[]
  documents: number | undefined
  width: number
  current: boolean
  loaded: boolean
  onChoose: (line: number, load: boolean) => void
  t: Texts
}

const ICONS: Record<PreviewRow['outcome'], ReactNode> = {
  load: <IconCheck size={14} className={shared.good} aria-hidden />,
  duplicate: <IconCopy size={14} className="t3" aria-hidden />,
  rejected: <IconAlertTriangle size={14} className={shared.warn} aria-hidden />,
  ignored: <IconMinus size={14} className="t3" aria-hidden />,
}

const Row = memo(function Row(props: RowProps) {
  const { row, problems, preview, dimensions, documents, width, current, loaded, onChoose, t } = props
  const format = useFormat()
  const hit = problems.map(p => fieldOfProblem(preview, p)?.field)
  // What could not be read is shown as the file has it.
  const raw = (field: string): string => {
    const column = preview.mapping.fields.find(f => f.field === field)?.column
    return column === undefined ? '' : (row.source[column] ?? '')
  }
  const mark = (...fields: string[]) => (fields.some(field => hit.includes(field)) ? tables.hit : undefined)
  const bad = row.outcome === 'rejected' || problems.length > 0
  return (
    <Fragment>
      <tr
        data-line={row.line}
        data-outcome={row.outcome}
        data-bad={bad ? '' : undefined}
        data-current={current ? '' : undefined}
      >
        <td className={`${tables.num} mono t3`}>{format.count(row.line)}</td>
        <td>
          {ICONS[row.outcome]}
          <span className="visually-hidden">{t.outcomes[row.outcome]}</span>
        </td>
        <td className={mark('date', 'period')}>
          {row.date ? format.date(row.date) : raw('date') || raw('period')}
        </td>
        {documents !== undefined && (
          <td className={`mono ${mark('document') ?? ''}`}>{row.source[documents] ?? ''}</td>
        )}
        {dimensions.map(id => (
          <td
            key={id}
            className={`${tables.cellText} ${mark(id, `${id}.code`) ?? ''}`}
            title={row.members[id]}
          >
            {row.members[id] ?? ''}
          </td>
        ))}
        <td className={`${tables.cellText} t2`} title={row.description}>
          {row.description || (row.outcome === 'load' ? '' : row.source.filter(c => c !== '').join('  '))}
        </td>
        <td className={`${tables.num} ${mark('amount', 'debit', 'credit') ?? ''}`}>
          {row.amount === undefined ? (
            raw('amount')
          ) : (
            <Amount value={row.amount} currency={row.currency ?? ''} />
          )}
        </td>
        {(row.outcome === 'duplicate' || row.likely) && (
          <td className={styles.choiceCell}>
            <DuplicateChoice line={row.line} load={loaded} onChoose={onChoose} t={t} />
          </td>
        )}
      </tr>
      {problems.map((problem, at) => (
        <tr key={at} className={tables.note}>
          <td />
          <td />
          <td colSpan={width - 2}>
            {problem.message}
            {problem.value !== undefined && <span className="mono"> {problem.value}</span>}
          </td>
        </tr>
      ))}
      {row.likely && (
        <tr className={tables.note}>
          <td />
          <td />
          <td colSpan={width - 1}>
            {t.likely[row.likely.grade](
              row.likely.file,
              format.date(row.likely.date),
              row.likely.description,
            )}
          </td>
        </tr>
      )}
      {problems.length === 0 && row.reason !== undefined && row.outcome === 'rejected' && (
        <tr className={tables.note}>
          <td />
          <td />
          <td colSpan={width - 2}>{row.reason}</td>
        </tr>
      )}
    </Fragment>
  )
})
