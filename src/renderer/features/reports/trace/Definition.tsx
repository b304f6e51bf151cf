import type { Trace } from '../../../../shared/contract/reports-figures.ts'
import type { Filters, Measure } from '../../../../shared/query/query.ts'
import { memberName, useDimensionName } from '../../../app/dimensions.ts'
import { useFormat, useLanguage, useMessages } from '../../../ui/index.ts'
import { messages } from './messages.ts'
import styles from './trace.module.css'

/** What a figure is, in words: its measure, its days, its filters; or what it is made of. */
export function Definition({ trace }: { trace: Trace }) {
  const t = useMessages(messages)
  const { definition } = trace
  const lines = useFilterLines(trace)
  const measure = useMeasure()
  const about: [string, string][] =
    'derived' in definition
      ? [
          [
            t.howMade,
            `${t.derived[definition.derived.how]}${definition.derived.by === undefined ? '' : `, ${t.by(String(definition.derived.by))}`}`,
          ],
        ]
      : 'statistic' in definition
        ? [
            [
              t.method,
              `${definition.statistic.method} (${definition.statistic.analysis}): ${definition.statistic.output}`,
            ],
            ...lines(definition.statistic.filters),
          ]
        : [
            [t.measure, measure(definition.query.measure, definition.query.negate)],
            ...lines(definition.query.filters),
          ]
  return (
    <section className={styles.section} aria-labelledby="what">
      <h2 id="what">{t.what}</h2>
      <dl className={styles.about}>
        {about.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function useMeasure(): (measure: Measure, negate: boolean | undefined) => string {
  const t = useMessages(messages)
  const nameOf = useDimensionName()
  return ({ op, of, abs, p }, negate) =>
    [
      `${t.measures[op] ?? op}${op === 'percentile' ? ` (${p ?? 50})` : ''}${op === 'distinct' ? `: ${nameOf(of)}` : ''}`,
      ...(abs ? [t.abs] : []),
      ...(of === 'original' ? [t.original] : []),
      ...(negate ? [t.negated] : []),
    ].join(', ')
}

function useFilterLines({ members }: Trace): (filters: Filters) => [string, string][] {
  const t = useMessages(messages)
  const format = useFormat()
  const language = useLanguage()
  const nameOf = useDimensionName()
  return filters => {
    const named = (dimension: string, keys: readonly string[]): string =>
      keys.map(key => memberName(dimension, key, members[dimension]?.[key] ?? key, language)).join(', ')
    const { from, to, text, minAmount, maxAmount, batches, entries } = filters
    const days =
      from !== undefined && to !== undefined
        ? format.span(from, to)
        : from === undefined
          ? to === undefined
            ? t.everyDay
            : t.to(format.date(to))
          : t.from(format.date(from))
    const amounts = [
      ...(minAmount === undefined ? [] : [t.least(format.money(minAmount))]),
      ...(maxAmount === undefined ? [] : [t.most(format.money(maxAmount))]),
    ]
    return [
      [t.days, days],
      ...Object.entries(filters.members ?? {}).map(([id, keys]): [string, string] => [
        nameOf(id),
        named(id, keys),
      ]),
      ...Object.entries(filters.notMembers ?? {}).map(([id, keys]): [string, string] => [
        `${nameOf(id)} `,
        t.not(named(id, keys)),
      ]),
      ...(text ? [[t.words, text] as [string, string]] : []),
      ...(amounts.length > 0 ? [[t.amount, amounts.join(', ')] as [string, string]] : []),
      ...(batches ? [[t.imports, batches.join(', ')] as [string, string]] : []),
      ...(entries ? [[t.entries, entries.join(', ')] as [string, string]] : []),
    ]
  }
}
