import styles from './charts.module.css'
import type { Twin } from './twin.ts'

/** What reads alike to people and programs and is no figure: a name, which stands at its column's beginning. */
const isWords = ({ text, data }: Twin['rows'][number]['cells'][number]): boolean =>
  text === data && !/^[-\d.]*$/.test(data)
const columnOfWords = ({ rows }: Twin, column: number): boolean =>
  rows.some(row => {
    const cell = row.cells[column]
    return cell !== undefined && isWords(cell)
  })

/** The chart as a table. It takes the chart's place, scrolls inside it, and is reachable by keyboard. */
export function TwinTable({ twin, label }: { twin: Twin; label: string }) {
  return (
    <div className={styles.twin} role="region" aria-label={label} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {twin.columns.map((column, i) => (
              <th key={i} scope="col" data-words={i > 0 && columnOfWords(twin, i - 1) ? '' : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {twin.rows.map((row, i) => (
            <tr key={i}>
              <th scope="row">{row.head}</th>
              {row.cells.map((cell, j) => (
                <td key={j} data-words={isWords(cell) ? '' : undefined}>
                  {cell.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
