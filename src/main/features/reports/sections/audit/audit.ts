import { auditTestName } from '../../../../../shared/report/audit-test-names.ts'
import { exponentOf, parseDecimal } from '../../../../../shared/money/minor.ts'
import type { Block, Cell, ReportTable } from '../../../../../shared/report/document.ts'
import { ask } from '../../make/ask.ts'
import type { Making } from '../../make/making.ts'
import { auditParameters, auditValue } from '../../texts/audit-words.ts'
import { sentence } from '../../make/sentence.ts'
import { figureOf, leftOut, paragraph, text, type Part } from '../part.ts'
import { benfordBlocks } from './benford.ts'
import {
  amountsOf,
  populationOf,
  requestOf,
  runTest,
  statisticOf,
  type AuditFinding,
  type Ran,
} from './run-test.ts'
import { summaryBlocks } from './summaries.ts'

/** One of the workspace's audit tests on the period: its population, its parameters, and its exceptions with their entries. */
export const audit: Part<'audit'> = {
  title: (section, making) => auditTestName(section.test, making.definition.parameters.language),
  async build(section, making) {
    const { texts, figures } = making
    const { language } = making.definition.parameters
    const request = requestOf(section, making.profile)
    if (!request) return [paragraph(texts.audit.needsLimit, 'missing')]
    const filters = populationOf(section, making)
    const all = await ask(making, 'amount', filters)
    if (all.entries === 0) return [paragraph(texts.common.none, 'missing')]
    const result = await runTest(making, filters, request, section.top)
    const ran: Ran = { request, filters, result }
    const parameters = auditParameters(result.parameters, language)
    return [
      {
        kind: 'tiles',
        tiles: [
          {
            label: texts.audit.population,
            cell: figures.sum(texts.audit.population, filters, false, all.posted),
            notes: [],
          },
          {
            label: texts.common.entries,
            cell: figures.count(texts.common.entries, filters, all.entries),
            notes: [],
          },
          ...(result.benford || result.sample || result.strata
            ? []
            : [
                {
                  label: texts.audit.exceptionsName,
                  cell: foundOf(making, ran),
                  notes: [],
                },
              ]),
        ],
      },
      ...(parameters === '' ? [] : [paragraph(texts.audit.parameters(parameters), 'note')]),
      ...benfordBlocks(making, ran),
      ...summaryBlocks(making, ran),
      ...(result.sample ? await sampleBlocks(making, ran) : await exceptionBlocks(making, ran, section.top)),
      ...leftOut(all.unconverted, making, filters),
    ]
  },
}

const foundOf = ({ figures, texts, definition }: Making, ran: Ran): Cell =>
  figures.counted(
    `${texts.audit.exceptionsName}, ${auditTestName(ran.request.test, definition.parameters.language)}`,
    statisticOf(ran, 'found'),
    ran.result.found,
  )

async function exceptionBlocks(making: Making, ran: Ran, top: number): Promise<Block[]> {
  const { texts, formats } = making
  const { result, filters } = ran
  if (result.exceptions.length === 0)
    return result.benford || result.strata ? [] : [paragraph(texts.audit.nothing)]
  const amounts = await amountsOf(
    making,
    filters,
    result.exceptions.flatMap(one => one.entries ?? []),
  )
  const table: ReportTable = {
    kind: 'table',
    title: texts.audit.finding,
    columns: [
      { key: 'n', label: texts.audit.number, kind: 'count', fixed: true },
      { key: 'finding', label: texts.audit.finding, kind: 'text' },
      { key: 'amount', label: texts.audit.amount, kind: 'money' },
      { key: 'entries', label: texts.audit.entries, kind: 'text' },
    ],
    rows: result.exceptions.map((one, i) => {
      const amount = amountOf(making, ran, one, amounts)
      return [
        { kind: 'count', value: i + 1 },
        { ...text(one.statement), ...figureOf(amount) },
        // What is missing has no amount; its statement says what there is.
        one.code === 'gap' ? { kind: 'money', value: null, currency: making.currency } : amount,
        text(idsOf(one.entries ?? [])),
      ]
    }),
    ...(result.found > result.exceptions.length && { note: texts.audit.first(formats.count(top)) }),
  }
  return [sentence(making, 'text', put => texts.audit.exceptions(put(foundOf(making, ran)))), table]
}

/** An exception's amount: the sum of its entries where it is that, else what the test made of them. */
function amountOf(
  { figures, texts, currency }: Making,
  ran: Ran,
  one: AuditFinding,
  amounts: ReadonlyMap<number, number | null>,
): Cell {
  const entries = one.entries ?? []
  const value = BigInt(parseDecimal(one.amount, exponentOf(currency)) ?? 0)
  const label = `${texts.audit.finding}: ${one.statement}`.slice(0, 400)
  const known = entries.length > 0 && entries.length <= 10_000 && entries.every(id => amounts.has(id))
  const sum = entries.reduce((all, id) => all + BigInt(amounts.get(id) ?? 0), 0n)
  if (known && sum === value) return figures.entries(label, ran.filters, entries, value)
  if (known && -sum === value) return figures.entries(label, ran.filters, entries, sum, true)
  const { missing } = one.values
  const keys = Object.entries(one.values).map(([name, of]) => `${name} ${String(of)}`)
  const output = `${one.code}: ${keys.join(', ')}`.slice(0, 400)
  const how = statisticOf(ran, output, entries.slice(0, 10_000))
  // What is missing has no amount: its figure is how many numbers there are of it.
  return one.code === 'gap' && typeof missing === 'number'
    ? figures.counted(label, how, missing)
    : figures.statistic(label, how, value)
}

/** The first ids of an exception's entries; hundreds of them help nobody on paper. */
const idsOf = (entries: readonly number[]): string =>
  entries.slice(0, 12).join(', ') + (entries.length > 12 ? ' …' : '')

async function sampleBlocks(making: Making, { result, filters }: Ran): Promise<Block[]> {
  const { texts, currency, figures, definition } = making
  const items = result.sample?.items ?? []
  if (items.length === 0) return [paragraph(texts.audit.noSample)]
  const exponent = exponentOf(currency)
  const value = (book: string): bigint => BigInt(parseDecimal(book, exponent) ?? 0)
  const ids = items.flatMap(item => (item.entry === undefined ? [] : [item.entry]))
  const amounts = await amountsOf(making, filters, ids)
  const sum = ids.reduce((all, id) => all + BigInt(amounts.get(id) ?? 0), 0n)
  const total = items.reduce((all, item) => all + value(item.book), 0n)
  // Money out is drawn by its size: then the sample's own sign is the other one.
  const negate = total === -sum && sum !== 0n
  return [
    {
      kind: 'table',
      title: texts.audit.sample,
      columns: [
        { key: 'entry', label: texts.anomalies.entry, kind: 'count', fixed: true },
        { key: 'book', label: texts.audit.book, kind: 'money', sum: true },
        { key: 'stratum', label: texts.audit.drawn, kind: 'text' },
      ],
      rows: items.map(item => [
        { kind: 'count', value: item.entry ?? item.row },
        item.entry === undefined
          ? { kind: 'money', value: value(item.book), currency }
          : figures.entries(
              `${texts.anomalies.entry} ${item.entry}`,
              filters,
              [item.entry],
              negate ? -value(item.book) : value(item.book),
              negate,
            ),
        text(auditValue(item.stratum, definition.parameters.language)),
      ]),
      totals: [
        text(texts.common.total),
        ids.length <= 10_000
          ? figures.entries(`${texts.common.total}, ${texts.audit.sample}`, filters, ids, sum, negate)
          : { kind: 'money', value: total, currency },
        text(''),
      ],
    },
  ]
}
