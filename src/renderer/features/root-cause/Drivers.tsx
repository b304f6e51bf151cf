import { useMemo, useState } from 'react'
import type { ChangeExplanation } from '../../../shared/contract/root-cause.ts'
import type { Finding } from '../../../shared/data/finding.ts'
import type { Filters } from '../../../shared/query/query.ts'
import { memberName, useDimensionName } from '../../app/dimensions.ts'
import type { WaterfallStep } from '../../charts/waterfall/option.ts'
import { WaterfallPanel } from '../../charts/waterfall/waterfall-panel.tsx'
import {
  DataTable,
  LinkButton,
  Money,
  Panel,
  Select,
  useFormat,
  useLanguage,
  useMessages,
} from '../../ui/index.ts'
import { messages } from './messages.ts'
import type { Explain } from './use-explain.ts'
import styles from './explain.module.css'

/** The waterfall by one dimension, and beside it what the change comes from, each with its rows and advice. */
export function Drivers({ found, explain }: { found: ChangeExplanation; explain: Explain }) {
  return (
    <>
      <div className={styles.upper}>
        <Waterfall found={found} explain={explain} />
        <Causes found={found} explain={explain} />
      </div>
      <div className={styles.lower}>
        <Effects found={found} />
        <Moved found={found} />
      </div>
    </>
  )
}

function Waterfall({ found, explain }: { found: ChangeExplanation; explain: Explain }) {
  const t = useMessages(messages)
  const format = useFormat()
  const language = useLanguage()
  const nameOf = useDimensionName()
  const [chosen, setChosen] = useState<string>()
  const breakdown = found.dimensions.find(d => d.dimension === chosen) ?? found.dimensions[0]
  const steps = useMemo((): WaterfallStep[] => {
    if (!breakdown) return []
    const { dimension, members, others } = breakdown
    return [
      { key: 'before', label: t.before, kind: 'level', value: found.before.total },
      ...members.map(m => ({
        key: `m:${m.key}`,
        label: memberName(dimension, m.key, m.label, language),
        kind: 'change' as const,
        value: m.delta,
      })),
      ...(others
        ? [
            {
              key: 'others',
              label: t.others(others.members, format.count(others.members)),
              kind: 'others' as const,
              value: others.delta,
            },
          ]
        : []),
      { key: 'after', label: t.after, kind: 'level', value: found.after.total },
    ]
  }, [breakdown, found, t, format, language])
  if (!breakdown) return null
  const { dimension } = breakdown
  // A bar opens what lies on its later side; what has stopped has rows only before.
  const door = (column: number): Filters | undefined => {
    const step = steps[column]
    if (!step) return undefined
    if (step.key === 'before') return found.before.filters
    if (step.key === 'after') return found.after.filters
    if (step.key === 'others') {
      const named = breakdown.members.map(m => m.key)
      return {
        ...found.after.filters,
        notMembers: { ...found.after.filters.notMembers, [dimension]: named },
      }
    }
    const member = breakdown.members.find(m => `m:${m.key}` === step.key)
    const side = member?.kind === 'lost' ? found.before : found.after
    return member && withMembers(side.filters, { [dimension]: member.key })
  }
  const openAt = (column: number): void => {
    const filters = door(column)
    if (filters) explain.open(filters)
  }
  return (
    <WaterfallPanel
      title={t.waterfall(nameOf(dimension))}
      steps={steps}
      currency={found.currency}
      onSelect={mark => openAt(mark.column)}
      onOpen={mark => openAt(mark.column)}
      onDrill={mark => {
        const member = breakdown.members.find(m => `m:${m.key}` === steps[mark.column]?.key)
        if (member) explain.explainPart({ [dimension]: member.key })
      }}
      actions={
        <Select
          aria-label={t.by}
          framed
          value={dimension}
          onChange={event => setChosen(event.target.value)}
          options={found.dimensions.map(d => ({ value: d.dimension, label: nameOf(d.dimension) }))}
        />
      }
    />
  )
}

export function withMembers(filters: Filters, members: Record<string, string>): Filters {
  const keys = Object.fromEntries(Object.entries(members).map(([id, key]) => [id, [key]]))
  return { ...filters, members: { ...filters.members, ...keys } }
}

function Causes({ found, explain }: { found: ChangeExplanation; explain: Explain }) {
  const t = useMessages(messages)
  return (
    <Panel
      title={t.whatChanged}
      subtitle={found.causes.length > 0 ? t[found.method] : ''}
      className={styles.causes}
      inset
    >
      {found.findings.length === 0 && <p className={styles.note}>{t.noCause}</p>}
      <ol className={styles.list} data-testid="causes">
        {found.findings.map((finding, i) => (
          <Cause key={finding.id} finding={finding} index={i} found={found} explain={explain} />
        ))}
      </ol>
      <p className={styles.note}>{t.exact(String(found.residual))}</p>
      <details className={styles.parameters}>
        <summary>{t.parameters}</summary>
        <dl>
          {Object.entries(found.parameters).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{String(value)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </Panel>
  )
}

function Cause({
  finding,
  index,
  found,
  explain,
}: {
  finding: Finding
  index: number
  found: ChangeExplanation
  explain: Explain
}) {
  const t = useMessages(messages)
  const format = useFormat()
  const language = useLanguage()
  const nameOf = useDimensionName()
  const cause = found.causes[index]
  if (!cause) return null
  const members = Object.fromEntries(cause.members.map(m => [m.dimension, m.key]))
  const money = (value: number | bigint): string =>
    format.money(value, { currency: found.currency, symbol: true, whole: true })
  return (
    <li className={styles.cause}>
      <div className={styles.causeHead}>
        <span className="strong">
          {cause.members
            .map(m => `${nameOf(m.dimension)}: ${memberName(m.dimension, m.key, m.label, language)}`)
            .join(' · ')}
        </span>
        <Money value={cause.delta} currency={found.currency} symbol whole sign="change" />
      </div>
      <div className="t2">
        {t.kinds[finding.code]}: {t.fromTo(money(cause.before), money(cause.after))}
        {cause.explained !== null && `, ${t.ofChange(format.percent(cause.explained))}`}
      </div>
      <div className="t3">{t.advice[finding.code]}</div>
      <div className={styles.doors}>
        {cause.rowsAfter > 0 && (
          <LinkButton onClick={() => explain.open(withMembers(found.after.filters, members))}>
            {t.openAfter}
          </LinkButton>
        )}
        {cause.rowsBefore > 0 && (
          <LinkButton onClick={() => explain.open(withMembers(found.before.filters, members))}>
            {t.openBefore}
          </LinkButton>
        )}
        <LinkButton onClick={() => explain.explainPart(members)}>{t.explainThis}</LinkButton>
      </div>
    </li>
  )
}

function Effects({ found }: { found: ChangeExplanation }) {
  const t = useMessages(messages)
  const nameOf = useDimensionName()
  const { effects } = found
  if (!effects) return null
  const rows = [
    { id: 'price', label: t.price, value: effects.price },
    { id: 'volume', label: t.volume, value: effects.volume },
    { id: 'mix', label: t.mix, value: effects.mix },
    { id: 'total', label: t.change, value: found.delta },
  ]
  return (
    <Panel title={t.effects} subtitle={t.effectsNote(nameOf(effects.dimension))}>
      <DataTable
        caption={t.effects}
        rows={rows}
        rowKey={row => row.id}
        kind={row => (row.id === 'total' ? 'total' : undefined)}
        columns={[
          { id: 'label', head: t.factor, cell: row => row.label },
          {
            id: 'value',
            head: t.change,
            numeric: true,
            cell: row => <Money value={row.value} currency={found.currency} sign="change" />,
          },
        ]}
      />
    </Panel>
  )
}

function Moved({ found }: { found: ChangeExplanation }) {
  const t = useMessages(messages)
  const format = useFormat()
  const nameOf = useDimensionName()
  if (found.reclassified.length === 0) return null
  const labelOf = (dimension: string, key: string): string =>
    found.dimensions.find(d => d.dimension === dimension)?.members.find(m => m.key === key)?.label ??
    (key || t.none)
  return (
    <Panel title={t.moved}>
      <ul className={styles.list}>
        {found.reclassified.slice(0, 8).map(one => (
          <li key={`${one.dimension} ${one.from} ${one.to}`} className={styles.cause}>
            {t.movedText(
              format.money(one.amount, { currency: found.currency, symbol: true }),
              labelOf(one.dimension, one.from),
              labelOf(one.dimension, one.to),
              nameOf(one.dimension),
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
