import { useState } from 'react'
import type { PickedFile } from '../../../shared/contract/import.ts'
import { exponentOf, parseDecimal } from '../../../shared/money/minor.ts'
import { useDimensionName } from '../../app/dimensions.ts'
import { DataTable, SelectField, TextField, toast, useFormat, useMessages } from '../../ui/index.ts'
import { ImportDialog } from './ImportDialog.tsx'
import { messages } from './messages.ts'
import { useImport } from './use-import.ts'
import styles from './reference.module.css'

const SPREADS = ['even', 'first'] as const
const SHOWN = 8

/** A budget's file: what it is taken for is seen before anything is entered, and each choice reads it again. */
export function BudgetImport({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { picked, report, look, take, loading, dialog } = useImport('budget.previewFile', 'budget.importFile')
  const nameOf = useDimensionName()
  const [scenario, setScenario] = useState('Budget')
  const [year, setYear] = useState('')
  const [amount, setAmount] = useState('')
  const [sheet, setSheet] = useState<string>()
  const [spread, setSpread] = useState<(typeof SPREADS)[number]>('even')
  const choices = (more: {
    year?: string
    amount?: string
    sheet?: string
    spread?: (typeof SPREADS)[number]
    scenario?: string
  }) => {
    const all = { scenario, year, amount, sheet, spread, ...more }
    return {
      scenario: all.scenario.trim() === '' ? 'Budget' : all.scenario.trim(),
      spread: all.spread,
      ...(/^(?:19|20|21)\d{2}$/.test(all.year) ? { year: Number(all.year) } : {}),
      ...(all.amount.trim() === '' ? {} : { amount: all.amount.trim() }),
      ...(all.sheet === undefined ? {} : { sheet: all.sheet }),
    }
  }
  const again = (more: Parameters<typeof choices>[0], file: PickedFile | undefined = picked): void => {
    if (file) void look(file, choices(more))
  }
  const load = async (): Promise<void> => {
    const done = await take(choices({}))
    if (!done) return
    toast(
      'done',
      t.budgetDone(
        format.count(done.loaded),
        done.loaded === 1,
        format.count(done.duplicate),
        format.count(done.rejected),
      ),
    )
    onClose()
  }
  const money = (value: string): string => {
    const minor = report && parseDecimal(value, exponentOf(report.currency))
    return minor === undefined ? value : format.money(minor, { currency: report?.currency, symbol: true })
  }
  const wrong = report?.controls.filter(one => !one.agrees) ?? []
  return (
    <ImportDialog
      title={t.importBudgetTitle}
      text={t.importBudgetText}
      accept=".csv,.txt,.tsv,.xlsx"
      {...dialog}
      working={loading ? t.entering : t.reading}
      needs="budget.importFile"
      onPick={file => {
        setSheet(undefined)
        again({ sheet: undefined }, file)
      }}
      onImport={() => void load()}
      onClose={onClose}
    >
      {picked && (
        <div className={styles.pair}>
          <TextField
            label={t.budgetName}
            value={scenario}
            maxLength={200}
            onChange={event => setScenario(event.target.value)}
            onBlur={() => again({})}
          />
          <TextField
            label={t.budgetYear}
            hint={t.budgetYearHint}
            value={year}
            inputMode="numeric"
            maxLength={4}
            onChange={event => {
              setYear(event.target.value)
              if (event.target.value === '' || event.target.value.length === 4)
                again({ year: event.target.value })
            }}
          />
          <TextField
            label={t.budgetAmount}
            hint={t.budgetAmountHint}
            value={amount}
            onChange={event => setAmount(event.target.value)}
            onBlur={() => again({})}
          />
          <SelectField
            label={t.budgetSpread}
            value={spread}
            options={SPREADS.map(value => ({ value, label: t.spreads[value] }))}
            onChange={event => {
              const next = SPREADS.find(one => one === event.target.value) ?? 'even'
              setSpread(next)
              again({ spread: next })
            }}
          />
          {report && report.sheets.length > 1 && (
            <SelectField
              label={t.sheet}
              value={sheet ?? report.sheet}
              options={report.sheets.map(value => ({ value, label: value }))}
              onChange={event => {
                setSheet(event.target.value)
                again({ sheet: event.target.value })
              }}
            />
          )}
        </div>
      )}
      {report && (
        <>
          <p className={styles.found} role="status">
            {t.budgetFound(format.count(report.figures), report.figures === 1, money(report.total))}
            {report.from &&
              report.to &&
              `, ${format.step(report.from.slice(0, 7))} – ${format.step(report.to.slice(0, 7))}`}
          </p>
          {report.controls.length > 0 && (
            <p className={styles.quiet}>
              {t.budgetTotals(
                format.count(report.controls.length - wrong.length),
                format.count(report.controls.length),
              )}
            </p>
          )}
          {wrong.length + report.problems.length > 0 && (
            <details className={styles.problems} open>
              <summary>{t.budgetNotes(wrong.length + report.problems.length)}</summary>
              <ul>
                {wrong.slice(0, 50).map((one, i) => (
                  <li key={`total ${i}`}>
                    {t.budgetTotal(
                      format.count(one.row),
                      one.column,
                      one.label,
                      money(one.file),
                      money(one.farthing),
                    )}
                  </li>
                ))}
                {report.problems.slice(0, 50).map((one, i) => (
                  <li key={i}>{t.problem(format.count(one.row), one.column, one.message)}</li>
                ))}
              </ul>
            </details>
          )}
          <p className={styles.quiet}>
            {report.columns
              .map(one => `${one.column}: ${t.roles[one.as] ?? nameOf(one.as.replace('.code', ''))}`)
              .join(' · ')}
          </p>
          <div className={styles.scroll} tabIndex={0} role="region" aria-label={t.budgetSample}>
            <DataTable
              caption={t.budgetSample}
              edge={false}
              rows={report.sample.slice(0, SHOWN)}
              rowKey={(one, i) => `${i} ${one.row}`}
              columns={[
                { id: 'at', head: t.cell, mono: true, cell: one => `${one.column}${one.row}` },
                { id: 'date', head: t.date, cell: one => format.date(one.date) },
                {
                  id: 'of',
                  head: t.belongsTo,
                  wrap: true,
                  cell: one => Object.values(one.members).join(' › '),
                },
                { id: 'amount', head: t.amount, numeric: true, cell: one => money(one.amount) },
              ]}
            />
          </div>
        </>
      )}
    </ImportDialog>
  )
}
