import { parseDecimal, exponentOf } from '../../../../../shared/money/minor.ts'
import type { Block, ReportTable } from '../../../../../shared/report/document.ts'
import { ask } from '../../make/ask.ts'
import type { Making } from '../../make/making.ts'
import { leftOut, paragraph, text, type Part } from '../part.ts'
import { benfordBlocks } from './benford.ts'
import { requestOf, runTest, type AuditResult } from './run-test.ts'
import { auditTestName } from '../../../../../shared/report/audit-test-names.ts'

/** One audit test on the period's spending: its population, its parameters, and its exceptions with their entries. */
export const audit: Part<'audit'> = {
  title: (section, making) => auditTestName(section.test, making.definition.parameters.language),
  async build(section, making) {
    const { texts, formats } = making
    const request = requestOf(section)
    if (!request) return [paragraph(texts.audit.needsLimit, 'missing')]
    const all = await ask(making, 'spending', making.filters)
    if (all.entries === 0) return [paragraph(texts.common.none, 'missing')]
    const population = making.figures.sum(
      texts.common.total,
      all.filters,
      making.profile === 'personal',
      all.posted,
    )
    const { result, entries } = await runTest(making, request, section.top)
    const parameters = Object.entries(result.parameters)
      .filter(([name]) => !name.startsWith('column.'))
      .map(([name, value]) => `${name} ${String(value)}`)
    return [
      {
        kind: 'tiles',
        tiles: [
          { label: texts.common.total, cell: population, notes: [] },
          {
            label: texts.common.entries,
            cell: making.figures.count(texts.common.entries, all.filters, all.entries),
            notes: [],
          },
          ...(result.benford || result.sample
            ? []
            : [
                {
                  label: texts.sections.audit,
                  cell: { kind: 'count' as const, value: result.found },
                  notes: [],
                },
              ]),
        ],
      },
      ...(parameters.length > 0 ? [paragraph(texts.audit.parameters(parameters.join(', ')), 'note')] : []),
      ...benfordBlocks(making, result),
      ...exceptionBlocks(making, result, entries, formats.count(section.top)),
      ...leftOut(all.unconverted, making),
    ]
  },
}

function exceptionBlocks(
  making: Making,
  result: AuditResult,
  entries: readonly number[],
  top: string,
): Block[] {
  const { texts, formats, currency } = making
  if (result.sample) return sampleBlocks(making, result.sample, entries)
  if (result.exceptions.length === 0) return result.benford ? [] : [paragraph(texts.audit.nothing)]
  const table: ReportTable = {
    kind: 'table',
    title: texts.audit.finding,
    columns: [
      { key: 'n', label: '#', kind: 'count', fixed: true },
      { key: 'finding', label: texts.audit.finding, kind: 'text' },
      { key: 'amount', label: texts.audit.amount, kind: 'money' },
      { key: 'entries', label: texts.audit.entries, kind: 'text' },
    ],
    rows: result.exceptions.map((one, i) => [
      { kind: 'count', value: i + 1 },
      text(one.statement),
      { kind: 'money', value: parseDecimal(one.amount, exponentOf(currency)) ?? null, currency },
      text(idsOf(one.rows, entries)),
    ]),
    ...(result.found > result.exceptions.length && { note: texts.audit.first(top) }),
  }
  return [paragraph(texts.audit.exceptions(formats.count(result.found))), table]
}

/** The first ids of an exception's entries; hundreds of them help nobody on paper. */
const idsOf = (rows: readonly number[], entries: readonly number[]): string =>
  rows
    .slice(0, 12)
    .map(row => String(entries[row] ?? ''))
    .join(', ') + (rows.length > 12 ? ' …' : '')

function sampleBlocks(
  { texts, currency }: Making,
  sample: NonNullable<AuditResult['sample']>,
  entries: readonly number[],
): Block[] {
  const exponent = exponentOf(currency)
  return [
    {
      kind: 'table',
      title: texts.sections.audit,
      columns: [
        { key: 'entry', label: texts.anomalies.entry, kind: 'count', fixed: true },
        { key: 'book', label: texts.audit.amount, kind: 'money', sum: true },
        { key: 'stratum', label: '', kind: 'text' },
      ],
      rows: sample.items.map(item => [
        { kind: 'count', value: entries[item.row] ?? item.row },
        { kind: 'money', value: parseDecimal(item.book, exponent) ?? null, currency },
        text(item.stratum),
      ]),
      totals: [
        text(texts.common.total),
        {
          kind: 'money',
          value: sample.items.reduce((sum, item) => sum + BigInt(parseDecimal(item.book, exponent) ?? 0), 0n),
          currency,
        },
        text(''),
      ],
    },
  ]
}
