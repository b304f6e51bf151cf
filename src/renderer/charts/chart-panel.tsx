import { useElementSize, useMergedRef } from '@mantine/hooks'
import { useCallback, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { Panel } from '../ui/index.ts'
import { ChartMenu } from './chart-menu.tsx'
import { Legend, type LegendFilter, type LegendItem } from './legend.tsx'
import styles from './charts.module.css'
import type { ChartOption, ChartStyle } from './model.ts'
import type { Picture } from './save-picture.ts'
import { TwinTable } from './twin-table.tsx'
import { twinCsv, type Twin } from './twin.ts'

interface Props {
  title: string
  /** Unit and span, beside the title. */
  subtitle?: string
  legend?: readonly LegendItem[]
  /** What a click on the legend does, and what is out of sight. */
  filter?: LegendFilter
  /** In a narrow panel the legend has a line of its own under the title. */
  legendBelow?: boolean
  /** Controls of this chart, before its menu. */
  actions?: ReactNode
  className?: string
  /** The picture that is saved; made when it is asked for. */
  picture: () => ChartOption
  style: ChartStyle
  /** The table twin; made when it is asked for. */
  twin: () => Twin
  children: ReactNode
}

/** In a head narrower than this a legend and controls do not stand beside the title on one line. */
const NARROW = 620

const SVG_FALLBACK = { width: 720, height: 320 }

/** What every chart has around it: title, unit, legend, table twin, picture and data to keep. */
export function ChartPanel({
  title,
  subtitle,
  legend,
  filter,
  legendBelow,
  actions,
  className,
  picture,
  style,
  twin,
  children,
}: Props) {
  const body = useRef<HTMLDivElement>(null)
  const { ref: sized, width } = useElementSize<HTMLDivElement>()
  const measured = useMergedRef(body, sized)
  const below = legendBelow || (actions !== undefined && width > 0 && width < NARROW)
  const [asTable, setAsTable] = useState(false)

  // Read when something is chosen from the menu: the menu itself does not change with the figures.
  const latest = useRef({ subtitle, picture, style, twin, legend, filter })
  useLayoutEffect(() => {
    latest.current = { subtitle, picture, style, twin, legend, filter }
  })
  const drawing = useCallback((): Picture => {
    const now = latest.current
    return {
      title,
      subtitle: now.subtitle ?? '',
      option: now.picture(),
      style: now.style,
      legend: (now.legend ?? []).filter(one => one.id === undefined || !now.filter?.hidden.has(one.id)),
      width: body.current?.clientWidth || SVG_FALLBACK.width,
      height: body.current?.clientHeight || SVG_FALLBACK.height,
    }
  }, [title])
  const csv = useCallback(() => twinCsv(latest.current.twin()), [])
  const toggle = useCallback(() => setAsTable(table => !table), [])

  return (
    <Panel
      title={title}
      subtitle={subtitle}
      className={className}
      actions={
        <div className={styles.tools}>
          {legend && !below && !asTable && <Legend items={legend} filter={filter} />}
          {actions}
          <ChartMenu title={title} asTable={asTable} onToggle={toggle} drawing={drawing} csv={csv} />
        </div>
      }
    >
      <div ref={measured} className={styles.body}>
        {legend && below && !asTable && <Legend items={legend} filter={filter} />}
        {asTable ? <TwinTable twin={twin()} label={title} /> : children}
      </div>
    </Panel>
  )
}
