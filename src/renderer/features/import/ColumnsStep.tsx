import { IconHelpCircle } from '@tabler/icons-react'
import { memo, useMemo } from 'react'
import type { FieldMapping, Mapping, PreviewFile, Question } from '../../../shared/contract/import.ts'
import { useDimensionName } from '../../app/dimensions.ts'
import { Button, useFormat, useMessages } from '../../ui/index.ts'
import { fieldGroups, fieldName, styleChange, styleOf } from './fields.ts'
import { FileSettings } from './FileSettings.tsx'
import { messages } from './messages.ts'
import { SideBySide } from './SideBySide.tsx'
import { signsOf } from './signs.ts'
import { useDrawn } from './use-drawn.ts'
import { openQuestions, type WizardAction, type WizardFile } from './wizard.ts'
import shared from './shared.module.css'
import tables from './tables.module.css'
import styles from './columns-step.module.css'

/** Columns put into the document in one frame: each brings a list of all fields that it could become. */
const A_FRAME = 6

interface ColumnsStepProps {
  file: WizardFile
  preview: PreviewFile
  dispatch: (action: WizardAction) => void
}

/** What cannot be told from the file, what each column becomes, and the first rows before and after. */
export function ColumnsStep({ file, preview, dispatch }: ColumnsStepProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const open = openQuestions(file).length
  const mapping = file.mapping ?? preview.mapping
  const { profile, fields } = mapping
  const groups = useMemo(
    () =>
      fieldGroups(
        profile,
        fields.map(f => f.field),
      ),
    [profile, fields],
  )
  const table = preview.tables?.find(({ number }) => number === (mapping.table ?? 1))
  const drawn = useDrawn(preview.columns.length, A_FRAME)
  return (
    <div className={styles.columnsStep} tabIndex={0} role="region" aria-label={t.columnsTitle}>
      {preview.questions.length > 0 && (
        <section className={styles.questions} data-open={open > 0 ? '' : undefined} aria-label={t.settle}>
          <h2>
            <IconHelpCircle size={16} stroke={1.6} aria-hidden />
            {open === 0 ? t.given : open === 1 ? t.settleOne : t.settleMany(format.count(open))}
          </h2>
          {preview.questions.map(question => (
            <QuestionField
              key={question.id}
              question={question}
              answer={file.answers[question.id]}
              onAnswer={value => dispatch({ kind: 'answered', question: question.id, value })}
            />
          ))}
        </section>
      )}
      <p className={styles.hint}>
        {t[preview.mappingOrigin]}
        {preview.accounts && preview.accounts.length > 0 && (
          <> {t.accountsOf(preview.accounts.slice(0, 5).join(', '), preview.accounts.length > 5)}</>
        )}
        {table && <> {t.tablesOf(format.count(preview.tables?.length ?? 0), format.count(table.line))}</>}
        {preview.sections && mapping.sections !== 'none' && (
          <>
            {' '}
            {t.sectionsOf(
              format.count(preview.sections.count),
              preview.sections.names.join(', '),
              preview.sections.count > preview.sections.names.length,
            )}
          </>
        )}
      </p>
      <SignsNote preview={preview} mapping={mapping} dispatch={dispatch} />
      <div className={tables.wide}>
        <table className={tables.columns}>
          <caption className="visually-hidden">{t.columnsTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{t.column}</th>
              <th scope="col">{t.samples}</th>
              <th scope="col">{t.becomes}</th>
              <th scope="col">{t.style}</th>
            </tr>
          </thead>
          <tbody>
            {preview.columns.slice(0, drawn).map((column, index) => (
              <ColumnRow
                key={`${index}-${column.name}`}
                column={column}
                index={index}
                field={fields.find(f => f.column === index)}
                groups={groups}
                dispatch={dispatch}
              />
            ))}
          </tbody>
        </table>
      </div>
      {drawn === preview.columns.length && (
        <>
          <FileSettings
            mapping={mapping}
            sheets={preview.sheets}
            tables={preview.tables}
            sections={preview.sections}
            onChange={change => dispatch({ kind: 'mapping', change })}
            onSheet={(sheet, range) => dispatch({ kind: 'sheet', sheet, range })}
            onTable={table => dispatch({ kind: 'table', table })}
          />
          <SideBySide preview={preview} stale={file.stale || file.phase === 'reading'} />
        </>
      )}
    </div>
  )
}

function SignsNote({ preview, mapping, dispatch }: Omit<ColumnsStepProps, 'file'> & { mapping: Mapping }) {
  const t = useMessages(messages)
  const signs = signsOf(preview, mapping)
  if (!signs) return null
  const { column, all, turned } = signs
  return (
    <p className={styles.signs} role="status">
      <span>{t.allOneWay[all]}</span>
      <Button onClick={() => dispatch({ kind: 'field', column, change: { negate: !turned } })}>
        {turned ? t.turnBack : t.turnOut}
      </Button>
    </p>
  )
}

function QuestionField({
  question,
  answer,
  onAnswer,
}: {
  question: Question
  answer: string | undefined
  onAnswer: (value: string) => void
}) {
  const t = useMessages(messages)
  // A file without dates: the importer takes one day for all rows as an answer beside its choices.
  const day = question.id === 'date'
  return (
    <fieldset className={shared.question} data-testid={`question-${question.id}`}>
      <legend>{question.text}</legend>
      {question.choices.map(choice => (
        <label key={choice.value}>
          <input
            type="radio"
            name={question.id}
            value={choice.value}
            checked={answer === choice.value}
            onChange={() => onAnswer(choice.value)}
          />
          {choice.label}
        </label>
      ))}
      {day && (
        <label>
          {t.oneDay}
          <input
            type="date"
            className={styles.select}
            value={/^\d{4}-\d{2}-\d{2}$/.test(answer ?? '') ? answer : ''}
            onChange={event => event.target.value && onAnswer(event.target.value)}
          />
        </label>
      )}
    </fieldset>
  )
}

interface ColumnRowProps {
  column: PreviewFile['columns'][number]
  index: number
  field: FieldMapping | undefined
  groups: ReturnType<typeof fieldGroups>
  dispatch: (action: WizardAction) => void
}

const ColumnRow = memo(function ColumnRow(props: ColumnRowProps) {
  const { column, index, groups, dispatch } = props
  const field = props.field ?? { column: index, field: 'ignore' }
  const t = useMessages(messages)
  const format = useFormat()
  const dimensionName = useDimensionName()
  const style = styleOf(field)
  const change = (next: Partial<FieldMapping>): void =>
    dispatch({ kind: 'field', column: index, change: next })
  const samples = column.samples.filter(sample => sample.trim() !== '').slice(0, 3)
  return (
    <tr data-ignored={field.field === 'ignore' ? '' : undefined}>
      <th scope="row">
        <span className={styles.clip} title={column.name}>
          {column.name}
        </span>
      </th>
      <td>
        <span className={`${styles.clip} mono`} title={samples.join('\n')}>
          {samples.join('  ·  ')}
        </span>
        <span className="cap">
          {t.distinct(format.count(column.distinct))}
          {column.blank > 0 && `, ${t.blank(format.count(column.blank))}`}
        </span>
      </td>
      <td>
        <select
          className={styles.select}
          aria-label={t.fieldOf(column.name)}
          value={field.field}
          onChange={event => change({ field: event.target.value })}
        >
          {groups.map(group => (
            <optgroup key={group.id} label={t.group[group.id]}>
              {group.fields.map(id => (
                <option key={id} value={id}>
                  {fieldName(id, t, dimensionName)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </td>
      <td className={styles.styleCell}>
        {style && (
          <select
            className={styles.select}
            aria-label={t.styleOf(column.name)}
            value={style.value}
            onChange={event => change(styleChange(style.kind, event.target.value))}
          >
            {style.options.map(option => (
              <option key={option} value={option}>
                {option}
              </option>
            ))}
          </select>
        )}
        {style?.kind === 'number' && (
          <label className={shared.check}>
            <input
              type="checkbox"
              checked={field.negate ?? false}
              onChange={event => change({ negate: event.target.checked })}
            />
            {t.negate}
          </label>
        )}
      </td>
    </tr>
  )
})
