import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { Control } from '../../../shared/contract/import.ts'
import { useFormat, useMessages, VisuallyHidden } from '../../ui/index.ts'
import { Amount } from './Amount.tsx'
import { messages, type Texts } from './messages.ts'
import shared from './shared.module.css'
import tables from './tables.module.css'
import styles from './control-table.module.css'

/** What the file says of itself beside what its rows give, line by line. */
export function ControlTable({ controls, currency }: { controls: readonly Control[]; currency: string }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <table className={tables.totals} aria-label={t.controls}>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>{t.controls}</VisuallyHidden>
          </th>
          <th scope="col" className={tables.num}>
            {t.fileSays}
          </th>
          <th scope="col" className={tables.num}>
            {t.farthing}
          </th>
        </tr>
      </thead>
      <tbody>
        {controls.map((control, at) => (
          <tr key={at}>
            <th scope="row">
              {controlName(control, t)}
              {control.line !== undefined && (
                <>
                  {' '}
                  <span className={`cap ${styles.line}`}>{t.lineOnly(format.count(control.line))}</span>
                </>
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
            <td className={tables.num}>
              <Figure control={control} value={control.file} currency={currency} />
            </td>
            <td className={tables.num} data-off={control.agrees ? undefined : ''}>
              <Figure control={control} value={control.farthing} currency={currency} />{' '}
              {control.code === 'stated' ? (
                <span className={styles.unheld}>{t.nothingToHold}</span>
              ) : control.agrees ? (
                <IconCheck size={14} className={shared.good} role="img" aria-label={t.agrees} />
              ) : (
                <IconAlertTriangle size={14} className={shared.warn} role="img" aria-label={t.differs} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Counts are counts, anything else is money in the control's own currency. */
function Figure({ control, value, currency }: { control: Control; value: string; currency: string }) {
  if (control.code.startsWith('count-')) return <>{value}</>
  if (value === '') return null
  const own = control.currency ?? currency
  return (
    <>
      <Amount value={value} currency={own} />
      {own !== currency && <span className="cap"> {own}</span>}
    </>
  )
}

function controlName({ code, label }: Control, t: Texts): string {
  const name = t.control[code] ?? ''
  // A total row is called as the file calls it.
  if (code === 'total' || code === 'subtotal') return label || name
  return label === '' ? name : `${name}, ${label}`
}
