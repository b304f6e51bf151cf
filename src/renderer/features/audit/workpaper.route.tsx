import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { AuditVerdict, Workpaper } from '../../../shared/data/workpaper.ts'
import { useDimensionName } from '../../app/dimensions.ts'
import { fetchCharts } from '../../charts/use-echarts.ts'
import { ErrorState, Page, Panel, useFormat, useKeys, useMessages } from '../../ui/index.ts'
import { ExceptionDetail } from './ExceptionDetail.tsx'
import { Exceptions } from './Exceptions.tsx'
import { Figures } from './Figures.tsx'
import { messages } from './messages.ts'
import { Sampling } from './Sampling.tsx'
import { SignOff } from './SignOff.tsx'
import { usePaper } from './use-paper.ts'
import { useWords, weekdayName } from './use-words.ts'
import styles from './audit.module.css'
import sheet from './paper.module.css'

fetchCharts()

/** A workpaper: population and parameters, figures, exceptions with verdicts, the sample, conclusion and sign-off. */
export default function WorkpaperPage() {
  const t = useMessages(messages)
  const format = useFormat()
  const { run } = useParams({ strict: false }) as { run: string }
  const [shown, show] = useState<AuditVerdict>()
  const [chosen, choose] = useState<number>()
  const [offset, turn] = useState(0)
  const page = usePaper(Number(run), shown, offset)
  const { value: paper, failure, retry } = page.found
  const list = paper?.list ?? []
  // Benford's law and a sample are about the whole: they have no exceptions to count.
  const subtitleOf = ({ found, rows, result }: Workpaper): string =>
    result.benford || result.sample
      ? t.subtitle(format.count(rows))
      : t.foundOf(format.count(found), format.count(rows))
  const selected = list.find(one => one.sequence === chosen)
  const step = (by: 1 | -1): void => {
    const at = list.findIndex(one => one.sequence === chosen)
    const next = list[at < 0 ? 0 : at + by]
    if (next) choose(next.sequence)
  }
  const judge = (verdict: AuditVerdict): void | false => {
    if (!selected) return false
    page.decide([selected.sequence], verdict)
    return undefined
  }
  useKeys(
    {
      j: () => step(1),
      k: () => step(-1),
      c: () => judge('cleared'),
      x: () => judge('exception'),
      u: () => judge('follow-up'),
      o: () => judge('open'),
      Escape: () => (selected ? choose(undefined) : false),
    },
    list.length > 0,
  )
  return (
    <Page
      title={paper ? paper.title || t.names[paper.test] : t.paper(run)}
      subtitle={paper && subtitleOf(paper)}
      actions={
        <Link to="/audit" search={{ view: 'papers' } as never} className={styles.back}>
          {t.back}
        </Link>
      }
      inspectorLabel={t.exception}
      inspector={
        selected &&
        paper && (
          <ExceptionDetail
            exception={selected}
            currency={paper.currency}
            onStep={step}
            onClose={() => choose(undefined)}
            onDecide={(verdict, note) => page.decide([selected.sequence], verdict, note)}
          />
        )
      }
    >
      {failure && <ErrorState title={t.failed} failure={failure} onRetry={retry} />}
      {paper && (
        <div className={sheet.paper} data-testid="paper">
          <Population paper={paper} />
          <Figures paper={paper} />
          {paper.request.test === 'sample' && <Sampling paper={paper} page={page} />}
          {paper.stored > 0 && (
            <Exceptions
              paper={paper}
              shown={shown}
              onShow={verdict => {
                turn(0)
                show(verdict)
              }}
              offset={offset}
              onTurn={turn}
              selected={chosen}
              onSelect={choose}
              onClearOpen={all => page.decide(all, 'cleared')}
            />
          )}
          <SignOff paper={paper} page={page} />
        </div>
      )}
    </Page>
  )
}

const MONEY_PARAMETERS = new Set(['limits', 'limit', 'materiality', 'interval', 'bounds', 'total', 'minimum'])

/** What was looked at: number, sum, filters, parameters, and whether it is the same now. */
function Population({ paper }: { paper: Workpaper }) {
  const t = useMessages(messages)
  const format = useFormat()
  const words = useWords(paper.currency)
  const nameOf = useDimensionName()
  const { from, to, members = {}, notMembers = {}, text } = paper.filters
  const filters = [
    ...((from ?? to) ? [`${from ? format.date(from) : '…'} – ${to ? format.date(to) : '…'}`] : []),
    ...Object.entries(members).flatMap(([id, keys]) =>
      id === 'scenario' ? [] : [`${nameOf(id)} = ${keys.join(', ')}`],
    ),
    ...Object.entries(notMembers).map(([id, keys]) => `${nameOf(id)} ≠ ${keys.join(', ')}`),
    ...(text ? [`“${text}”`] : []),
  ]
  const named = (name: string): string =>
    name.startsWith('column.')
      ? t.fields[name.slice(7) as keyof typeof t.fields]
      : (t.parameters[name as keyof typeof t.parameters] ?? name)
  const shown = (name: string, value: string | number | boolean): string => {
    if (typeof value === 'boolean') return t.choices[value ? 'yes' : 'no'] ?? ''
    const parts = String(value).split(', ')
    if (name === 'weekend') return parts.map(day => weekdayName(Number(day), format.locale)).join(', ')
    if (MONEY_PARAMETERS.has(name)) return parts.map(words.money).join('; ')
    return parts.map(part => t.choices[part] ?? part.replace(/^(dimension|text|extra):/, '')).join(', ')
  }
  return (
    <Panel title={t.population} subtitle={t.revision(format.count(paper.dataRevision))} inset>
      <dl className={sheet.facts}>
        <div>
          <dt>{t.test}</dt>
          <dd>{t.names[paper.test]}</dd>
        </div>
        <div>
          <dt>{t.rows}</dt>
          <dd className="tn">{format.count(paper.rows)}</dd>
        </div>
        <div>
          <dt>{t.sum}</dt>
          <dd className="tn">{words.money(paper.sum)}</dd>
        </div>
        <div>
          <dt>{t.filters}</dt>
          <dd>{filters.join('; ') || t.allEntries}</dd>
        </div>
        {Object.entries(paper.result.parameters)
          .filter(([, value]) => value !== 'entry')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{named(name)}</dt>
              <dd className={sheet.fact} title={String(value)}>
                {shown(name, value)}
              </dd>
            </div>
          ))}
      </dl>
      {paper.unconverted > 0 && <p className="t2">{t.unconverted(format.count(paper.unconverted))}</p>}
      <p className={paper.now.same ? 't2' : styles.lacks} role="status">
        {paper.now.same ? t.same : t.changed(format.count(paper.now.rows), words.money(paper.now.sum))}
      </p>
    </Panel>
  )
}
