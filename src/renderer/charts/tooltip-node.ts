import type { TooltipContent } from './model.ts'
import styles from './charts.module.css'

/**
 * The tooltip as a DOM node: ECharts writes text answers as HTML with style attributes, which the content security policy
 * refuses. `hint` says what a click and Enter do.
 */
export function tooltipNode(content: TooltipContent, hint: string): HTMLElement {
  const root = element('div', styles.tip)
  root.append(element('div', styles.tipTitle, content.title))
  const table = element('table', styles.tipTable)
  for (const row of content.rows) {
    const line = element('tr')
    const name = element('td')
    if (row.swatch) {
      const swatch = element('span', `${styles.swatch} ${styles[row.shape ?? 'line']}`)
      swatch.style.backgroundColor = row.swatch
      name.append(swatch)
    }
    name.append(row.label)
    line.append(name, element('td', row.strong ? styles.tipStrong : styles.tipFigure, row.value))
    table.append(line)
  }
  root.append(table)
  if (hint) root.append(element('div', styles.tipHint, hint))
  return root
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className?: string,
  text?: string,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  if (className) made.className = className
  if (text !== undefined) made.textContent = text
  return made
}
