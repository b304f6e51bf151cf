import {
  IconChartLine,
  IconCopy,
  IconDots,
  IconFileTypeCsv,
  IconPhoto,
  IconTable,
  IconVector,
} from '@tabler/icons-react'
import { memo } from 'react'
import { IconButton, Menu, toast, useMessages, type MenuItem } from '../ui/index.ts'
import styles from './charts.module.css'
import { download } from './download.ts'
import { messages } from './messages.ts'
import type { Picture } from './save-picture.ts'

interface Props {
  title: string
  asTable: boolean
  onToggle: () => void
  drawing: () => Picture
  /** The table twin's rows as CSV. */
  csv: () => string
}

/** Table twin, picture and data of a chart. Its props stay the same when figures change, so it is not rendered with them. */
export const ChartMenu = memo(function ChartMenu({ title, asTable, onToggle, drawing, csv }: Props) {
  const texts = useMessages(messages)
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
      onSelect: onToggle,
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
      onSelect: () => download(new Blob([csv()], { type: 'text/csv;charset=utf-8' }), `${title}.csv`),
    },
  ]

  return (
    <Menu
      position="bottom-end"
      items={items}
      target={
        <IconButton label={texts.menu(title)} className={styles.menuButton}>
          <IconDots aria-hidden />
        </IconButton>
      }
    />
  )
})
