import styles from './charts.module.css'
import type { Twin } from './twin.ts'

/** The chart as a table. It takes the chart's place, scrolls inside it, and is reachable by keyboard. */
export function TwinTable({ twin, label }: { twin: Twin; label: string }) {
  return (
    <div className={styles.twin} role="region" aria-label={label} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {twin.columns.map((column, i) => (
              <th key={i} scope="col">
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
                <td key={j}>{cell.text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
