import { useEffect, type ReactNode } from 'react'
import { commonMessages } from './common.messages.ts'
import { useMessages } from './messages.ts'
import styles from './page.module.css'

interface PageProps {
  title: string
  /** Quiet words or tags beside the title. */
  subtitle?: ReactNode
  /** Buttons at the right of the page head; the most important last. */
  actions?: ReactNode
  /** <FilterBar/> of app/, or a page's own bar of the same height. */
  filterBar?: ReactNode
  /** What stands at the right, 376 px; overlays under 1100 px. */
  inspector?: ReactNode
  /** Accessible name of the inspector. */
  inspectorLabel?: string
  /** The page scrolls inside itself (a table, a grid of panels) instead of as a whole. */
  fill?: boolean
  children: ReactNode
}

/** A page of the program: head, filter bar, content, inspector. Sets the window's title. */
export function Page({
  title,
  subtitle,
  actions,
  filterBar,
  inspector,
  inspectorLabel,
  fill,
  children,
}: PageProps) {
  const t = useMessages(commonMessages)
  useEffect(() => {
    document.title = `${title} – Farthing`
  }, [title])
  return (
    <div className={styles.page} data-inspector={inspector ? '' : undefined}>
      <main className={styles.main} id="main" tabIndex={-1}>
        <div className={styles.head}>
          <h1>{title}</h1>
          {subtitle && <div className={`${styles.subtitle} ellipsis`}>{subtitle}</div>}
          {actions && (
            <div className={styles.actions} role="group" aria-label={t.pageActions}>
              {actions}
            </div>
          )}
        </div>
        {filterBar}
        <div
          className={`${styles.content} ${filterBar ? '' : styles.ruled}`}
          data-fill={fill ? '' : undefined}
          // A region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable).
          tabIndex={fill ? undefined : 0}
          role={fill ? undefined : 'region'}
          aria-label={fill ? undefined : title}
        >
          {children}
        </div>
      </main>
      {inspector && (
        <aside className={styles.inspector} aria-label={inspectorLabel ?? t.inspector}>
          {inspector}
        </aside>
      )}
    </div>
  )
}

interface PanelProps {
  title?: ReactNode
  /** Unit, span: small and quiet beside the title. */
  subtitle?: ReactNode
  actions?: ReactNode
  /** Pads the body by the page's insets. */
  inset?: boolean
  className?: string
  children: ReactNode
}

/** A part of a ruled sheet: no card, no shadow; the page draws hairlines between panels. */
export function Panel({ title, subtitle, actions, inset, className, children }: PanelProps) {
  return (
    <section
      className={[styles.panel, className].filter(Boolean).join(' ')}
      aria-label={typeof title === 'string' ? title : undefined}
    >
      {title && (
        <div className={styles.panelHead}>
          <h2>{title}</h2>
          {subtitle && (
            <span className="cap ellipsis" title={typeof subtitle === 'string' ? subtitle : undefined}>
              {subtitle}
            </span>
          )}
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
      )}
      <div className={`${styles.panelBody} ${inset ? styles.inset : ''}`}>{children}</div>
    </section>
  )
}
