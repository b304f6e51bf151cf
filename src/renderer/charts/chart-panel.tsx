import {
  IconChartLine,
  IconCopy,
  IconDots,
  IconFileTypeCsv,
  IconPhoto,
  IconTable,
  IconVector,
} from '@tabler/icons-react'
import { useRef, useState, type ReactNode } from 'react'
import { IconButton, Menu, Panel, toast, useMessages, type MenuItem } from '../ui/index.ts'
import styles from './charts.module.css'
import { download } from './download.ts'
import { messages } from './messages.ts'
import type { ChartOption, ChartStyle } from './model.ts'
import { TwinTable } from './twin-table.tsx'
import { twinCsv, type Twin } from './twin.ts'

export interface LegendItem {
  label: string
  colour: string
  shape?: 'line' | 'square' | 'circle'
}

interface Props {
  title: string
  /** Unit and span, beside the title. */
  subtitle?: string
  legend?: readonly LegendItem[]
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

const SVG_FALLBACK = { width: 720, height: 320 }

/** What every chart has around it: title, unit, legend, table twin, picture and data to keep. */
export function ChartPanel({
  title,
  subtitle,
  legend,
  legendBelow,
  actions,
  className,
  picture,
  style,
  twin,
  children,
}: Props) {
  const texts = useMessages(messages)
  const body = useRef<HTMLDivElement>(null)
  const [asTable, setAsTable] = useState(false)

  const drawing = () => ({
    title,
    subtitle: subtitle ?? '',
    option: picture(),
    style,
    width: body.current?.clientWidth || SVG_FALLBACK.width,
    height: body.current?.clientHeight || SVG_FALLBACK.height,
  })
  const tried = (work: () => Promise<void>): (() => void) => {
    return () => {
      work().catch((error: unknown) =>
        toast('error', texts.failed(error instanceof Error ? error.message : String(error))),
      )
    }
  }
  const png = async (): Promise<Blob> => (await import('./save-picture.ts')).picturePng(drawing())
  const items: MenuItem[] = [
    {
      id: 'table',
      label: asTable ? texts.picture : texts.table,
      icon: asTable ? <IconChartLine size={16} stroke={1.6} /> : <IconTable size={16} stroke={1.6} />,
      onSelect: () => setAsTable(!asTable),
    },
    {
      id: 'copy',
      label: texts.copyPng,
      icon: <IconCopy size={16} stroke={1.6} />,
      onSelect: tried(async () => {
        if (typeof ClipboardItem === 'undefined') {
          toast('error', texts.copyFailed)
          return
        }
        // The promise goes in unawaited: Safari only lets a click write what it began to write at once.
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': png() })])
        toast('done', texts.copied)
      }),
    },
    {
      id: 'png',
      label: texts.savePng,
      icon: <IconPhoto size={16} stroke={1.6} />,
      onSelect: tried(async () => download(await png(), `${title}.png`)),
    },
    {
      id: 'svg',
      label: texts.saveSvg,
      icon: <IconVector size={16} stroke={1.6} />,
      onSelect: tried(async () => {
        const { pictureSvg } = await import('./save-picture.ts')
        download(pictureSvg(drawing()), `${title}.svg`)
      }),
    },
    {
      id: 'csv',
      label: texts.saveCsv,
      icon: <IconFileTypeCsv size={16} stroke={1.6} />,
      onSelect: () =>
        download(new Blob([twinCsv(twin())], { type: 'text/csv;charset=utf-8' }), `${title}.csv`),
    },
  ]

  return (
    <Panel
      title={title}
      subtitle={subtitle}
      className={className}
      actions={
        <div className={styles.tools}>
          {legend && !legendBelow && !asTable && <Legend items={legend} />}
          {actions}
          <Menu
            position="bottom-end"
            items={items}
            target={
              <IconButton label={texts.menu(title)} className={styles.menuButton}>
                <IconDots aria-hidden />
              </IconButton>
            }
          />
        </div>
      }
    >
      <div ref={body} className={styles.body}>
        {legend && legendBelow && !asTable && <Legend items={legend} />}
        {asTable ? <TwinTable twin={twin()} label={title} /> : children}
      </div>
    </Panel>
  )
}

function Legend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul className={styles.legend}>
      {items.map(item => (
        <li key={item.label}>
          <span
            className={`${styles.swatch} ${styles[item.shape ?? 'line'] ?? ''}`}
            style={{ backgroundColor: item.colour }}
          />
          {item.label}
        </li>
      ))}
    </ul>
  )
}
