import { useState, type MouseEvent } from 'react'
import { useMessages } from '../ui/messages.ts'
import styles from './charts.module.css'
import { messages } from './messages.ts'

export interface LegendItem {
  label: string
  colour: string
  /** A hollow mark: the colour is its edge, this its inside. */
  fill?: string
  shape?: 'line' | 'dashes' | 'square' | 'circle'
  /** Translucent, and so many of them lie over one another in the chart. */
  layers?: number
  /** Given where a click puts it out of sight and back. */
  id?: string
}

export interface LegendFilter {
  hidden: ReadonlySet<string>
  toggle(id: string, alone: boolean): void
}

/** What of these is in sight. The last one cannot be hidden: an empty chart says nothing. */
export function useLegend(ids: readonly string[]): LegendFilter {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  return {
    hidden,
    toggle: (id, alone) => {
      const others = ids.filter(other => other !== id)
      const isAlone = others.every(other => hidden.has(other)) && !hidden.has(id)
      if (alone) setHidden(new Set(isAlone ? [] : others))
      else if (hidden.has(id)) setHidden(new Set([...hidden].filter(other => other !== id)))
      else if (!isAlone) setHidden(new Set([...hidden, id]))
    },
  }
}

export function Legend({
  items,
  filter,
}: {
  items: readonly LegendItem[]
  filter?: LegendFilter | undefined
}) {
  const texts = useMessages(messages)
  return (
    <ul className={styles.legend} aria-label={texts.legend}>
      {items.map(item => (
        <li key={item.id ?? item.label}>
          {filter && item.id !== undefined && items.length > 1 ? (
            <button
              type="button"
              className={styles.legendButton}
              aria-pressed={!filter.hidden.has(item.id)}
              title={`${item.label}. ${texts.legendHint}`}
              onClick={(event: MouseEvent) => filter.toggle(item.id as string, event.altKey)}
            >
              <Swatch item={item} />
              <span>{item.label}</span>
            </button>
          ) : (
            <>
              <Swatch item={item} />
              {item.label}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function Swatch({ item }: { item: LegendItem }) {
  const { colour, fill, shape = 'line', layers = 0 } = item
  const layer = `linear-gradient(${colour}, ${colour})`
  const dashes = `linear-gradient(90deg, ${colour} 4px, transparent 4px 6px, ${colour} 6px)`
  const image = shape === 'dashes' ? dashes : Array.from({ length: layers }, () => layer).join(', ')
  return (
    <span
      className={`${styles.swatch} ${styles[shape] ?? ''}`}
      style={{
        backgroundColor: image === '' ? (fill ?? colour) : undefined,
        backgroundImage: image || undefined,
        boxShadow: fill && `inset 0 0 0 1.5px ${colour}`,
      }}
    />
  )
}
