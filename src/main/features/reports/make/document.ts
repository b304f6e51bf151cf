import type { ReportDefinition } from '../../../../shared/report/definition.ts'
import type { ReportDocument, ReportSection } from '../../../../shared/report/document.ts'
import { periodName } from '../../../../shared/report/period.ts'
import type { Filters } from '../../../../shared/query/query.ts'
import { toDecimal, exponentOf } from '../../../../shared/money/minor.ts'
import { FailureError } from '../../../../shared/result/failure.ts'
import type { CallContext } from '../../../app.ts'
import { textIndexReady } from '../../../text-index-ready.ts'
import { withLanguage } from '../../../compute/origin.ts'
import { buildSection } from '../sections/index.ts'
import { begin, type Making } from './making.ts'
import { say } from '../messages.ts'

/** Asks everything that a report says, section by section, from one state of the ledger. */
export async function makeDocument(definition: ReportDefinition, ctx: CallContext): Promise<ReportDocument> {
  await textIndexReady(definition.parameters.filters, ctx)
  const making = await begin(definition, ctx)
  const sections: ReportSection[] = []
  for (const [done, section] of definition.sections.entries()) {
    ctx.progress({ stage: 'report-sections', done, total: definition.sections.length, unit: 'steps' })
    // Reasons and findings of the analyses are worded for whoever reads the report, not for whoever makes it.
    // oxlint-disable-next-line no-await-in-loop -- one after another, so that a cancel is heard between them
    const made = await withLanguage(definition.parameters.language, () => buildSection(section, making))
    // Notes that nobody wrote are no section.
    if (made.blocks.length > 0) sections.push(made)
    if (ctx.signal.aborted) throw new FailureError('cancelled', say().noReportMade)
  }
  const after = await making.call('workspace.status', {})
  if ((after.revision ?? 0) !== making.revision) throw new FailureError('file-busy', say().changedOneState)
  const { parameters } = definition
  const auditHead = await headOf(making)
  return {
    title: definition.name,
    period: periodName(making.period, making.formats.locale, making.fiscal),
    workspace: making.workspaceName,
    language: parameters.language,
    locale: making.formats.locale,
    currency: making.currency,
    currencyDisplay: parameters.currencyDisplay,
    madeAt: making.madeAt,
    revision: making.revision,
    from: making.period.from,
    to: making.period.to,
    parameters: await parameterLines(making),
    sections,
    figures: making.figures.all(),
    ...(auditHead !== undefined && { auditHead }),
  }
}

/** The audit log's newest entry, where this build keeps one. */
async function headOf({ ctx }: Making): Promise<string | undefined> {
  const reply = await ctx.call('security.auditHead' as never, {} as never)
  const head = reply.ok ? (reply.value as { head?: unknown }).head : undefined
  return typeof head === 'string' && head !== '' ? head : undefined
}

async function parameterLines(making: Making): Promise<ReportDocument['parameters']> {
  const { texts, formats, period, compared, definition, workspaceName, currency } = making
  const words = texts.document.parameters
  const scenario = definition.parameters.scenario
  const filters = await filterWords(making, definition.parameters.filters)
  return [
    { label: words.workspace, value: workspaceName },
    { label: words.period, value: `${formats.date(period.from)} – ${formats.date(period.to)}` },
    ...(compared
      ? [{ label: words.comparison, value: `${formats.date(compared.from)} – ${formats.date(compared.to)}` }]
      : []),
    { label: words.currency, value: currency },
    ...(scenario === undefined ? [] : [{ label: words.scenario, value: scenario }]),
    ...(filters === '' ? [] : [{ label: words.filters, value: filters }]),
  ]
}

/** Members asked for their names; of longer lists the codes must do. */
const NAMED = 40

/** "7200 Repairs contractors": the code, and the name that it has in this ledger. */
async function namedKey({ call, memberName }: Making, dimension: string, key: string): Promise<string> {
  const said = memberName(dimension, key, key)
  if (key === '' || said !== key) return said
  const found = await call('ledger.members', { dimension, search: key, limit: 100 })
  const label = found.find(member => member.key === key)?.label ?? ''
  return label === '' || label === key ? key : `${key} ${label}`
}

async function filterWords(making: Making, filters: Filters): Promise<string> {
  const { texts, dimensionName, currency } = making
  const members = (record: Record<string, string[]> | undefined, sign: string): Promise<string[]> =>
    Promise.all(
      Object.entries(record ?? {}).map(async ([id, keys]) => {
        const names = await Promise.all(
          keys.map((key, i) => (i < NAMED ? namedKey(making, id, key) : Promise.resolve(key))),
        )
        return `${dimensionName(id)} ${sign}${names.join(', ')}`
      }),
    )
  const amount = (value: number | undefined): string =>
    value === undefined ? '' : toDecimal(value, exponentOf(currency))
  return [
    ...(await members(filters.members, '')),
    ...(await members(filters.notMembers, `${texts.document.not} `)),
    ...(filters.text ? [`${texts.document.text} “${filters.text}”`] : []),
    ...(filters.minAmount !== undefined || filters.maxAmount !== undefined
      ? [`${texts.document.amounts} ${amount(filters.minAmount)}…${amount(filters.maxAmount)}`]
      : []),
    ...(filters.batches ? [`${texts.document.batches} ${filters.batches.join(', ')}`] : []),
  ].join('; ')
}
