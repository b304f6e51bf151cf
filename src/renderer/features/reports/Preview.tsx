import { useEffect, useRef, useState } from 'react'
import type { Progress } from '../../../shared/contract/progress.ts'
import type { ReportDefinition } from '../../../shared/report/definition.ts'
import { useCall } from '../../app/use-call.ts'
import { ErrorState, ProgressOverlay, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { rememberPreviewed } from './trace/previewed.ts'
import styles from './reports.module.css'

const CALM_MS = 500
const STYLE = /<style>([^]*?)<\/style>/

/** The report as its HTML file would be, with few entries: made anew a moment after the last change. */
export function Preview({ report }: { report: ReportDefinition }) {
  const t = useMessages(messages)
  const settled = useSettled(report)
  const [progress, setProgress] = useState<Progress>()
  const { value, failure, loading, stale, retry } = useCall(
    'reports.preview',
    { report: settled },
    { onProgress: setProgress },
  )
  const busy = loading || stale
  const [startedAt, setStartedAt] = useState(0)
  useEffect(() => {
    if (busy) setStartedAt(performance.now())
  }, [busy])
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (value) rememberPreviewed(value.printed)
    if (host.current && value) show(host.current, value.html)
  }, [value])
  if (failure) return <ErrorState failure={failure} title={t.failed} onRetry={retry} />
  return (
    <div className={styles.side}>
      {busy && startedAt > 0 && (
        <ProgressOverlay
          label={t.previewing}
          progress={progress && { ...progress, stage: '' }}
          startedAt={startedAt}
          overlay={false}
        />
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and must do so by keys */}
      <section className={styles.paper} aria-label={t.preview} tabIndex={0}>
        <div ref={host} data-testid="report-preview" />
      </section>
    </div>
  )
}

/**
 * The page's body within a tree of its own, so that its style and the program's do not meet. It is parsed, never run: a document of
 * DOMParser has no scripting, and its style goes in as an object, which the security policy allows.
 */
function show(host: HTMLElement, html: string): void {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  // Taken out before it is parsed: the policy holds in a parsed document, too, and says so in the console.
  const style = STYLE.exec(html)?.[1] ?? ''
  const page = new DOMParser().parseFromString(html.replace(STYLE, ''), 'text/html')
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style.replaceAll(':root', ':host').replaceAll('main{', '.main{'))
  root.adoptedStyleSheets = [sheet]
  // In a page that has a main part and a heading of its own it is a part among others.
  const main = page.querySelector('main') ?? page.body
  for (const heading of main.querySelectorAll('h1')) heading.setAttribute('aria-level', '2')
  // In the program an id is a door, for keys, too; in a file it is there to be copied.
  for (const code of main.querySelectorAll<HTMLElement>('code[data-figure]')) {
    const link = page.createElement('a')
    const id = code.dataset['figure'] ?? ''
    // `jump` goes there; an address of a page in here would keep axe from knowing the page's skip link.
    link.href = `#${id}`
    link.dataset['figure'] = id
    code.replaceWith(link)
    link.append(code)
  }
  const part = document.createElement('div')
  part.className = 'main'
  part.append(...main.childNodes)
  root.replaceChildren(part)
  // Links within the page are about its own parts, which an address cannot reach in here.
  root.addEventListener('click', jump)
}

function jump(event: Event): void {
  const figure = event.target instanceof Element ? event.target.closest('[data-figure]') : null
  // A printed number is a door: its page says where it comes from.
  if (figure) location.hash = `#/figure/${figure.getAttribute('data-figure')}`
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const href = link?.getAttribute('href')
  if (!href?.startsWith('#')) return
  event.preventDefault()
  const root = link?.getRootNode()
  if (root instanceof ShadowRoot) root.getElementById(href.slice(1))?.scrollIntoView({ block: 'start' })
}

/** The last report that stood for a moment. */
function useSettled(report: ReportDefinition): ReportDefinition {
  const [settled, setSettled] = useState(report)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(report), CALM_MS)
    return () => clearTimeout(timer)
  }, [report])
  return settled
}
