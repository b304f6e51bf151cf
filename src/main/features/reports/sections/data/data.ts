import { exponentOf, toDecimal } from '../../../../../shared/money/minor.ts'
import type { Column, DataRows } from '../../../../../shared/report/document.ts'
import { spill } from '../../make/rows.ts'
import { ask } from '../../make/ask.ts'
import { sentence } from '../../make/sentence.ts'
import { leftOut, paragraph, type Part } from '../part.ts'

/** The entries behind the report, by date. Their base amounts add up to the figure in the last row. */
export const data: Part<'data'> = {
  title: (_section, { texts }) => texts.sections.data,
  async build(section, making) {
    const { texts, currency, filters } = making
    const all = await ask(making, 'amount', filters)
    if (all.entries === 0 && all.unconverted === 0) return [paragraph(texts.common.none, 'missing')]
    const dimensions = making.dimensions.filter(
      one => one.kind !== 'derived' && one.members > 0 && !['currency', 'scenario', 'tag'].includes(one.id),
    )
    const words = texts.data.columns
    const columns: Column[] = [
      { key: 'id', label: words.id, kind: 'count', fixed: true },
      { key: 'date', label: words.date, kind: 'date', fixed: true },
      { key: 'base', label: words.base(currency), kind: 'money', sum: true },
      { key: 'description', label: words.description, kind: 'text' },
      ...dimensions.map(one => ({ key: one.id, label: making.dimensionName(one.id), kind: 'text' as const })),
      { key: 'reference', label: words.reference, kind: 'text' },
      { key: 'document', label: words.document, kind: 'text' },
      { key: 'amount', label: words.amount, kind: 'money', currencyFrom: 'currency' },
      { key: 'currency', label: words.currency, kind: 'text' },
    ]
    const exponent = exponentOf(currency)
    const { path, rows } = await spill(making, filters, undefined, entry =>
      JSON.stringify([
        entry.id,
        entry.date,
        entry.baseAmount === null ? null : toDecimal(entry.baseAmount, exponent),
        entry.description,
        ...dimensions.map(one => entry.members[one.id] ?? ''),
        entry.reference,
        entry.document,
        toDecimal(entry.amount, exponentOf(entry.currency)),
        entry.currency,
      ]),
    )
    const sum = making.figures.sum(
      `${texts.common.total}, ${texts.sections.data}`,
      all.filters,
      false,
      all.posted,
    )
    const block: DataRows = {
      kind: 'data',
      columns,
      rows,
      pages: section.pages,
      file: path,
      sums: { base: { value: toDecimal(all.posted, exponent), figure: sum.figure as string } },
    }
    return [
      sentence(making, 'note', put =>
        texts.data.intro(put(making.figures.count(texts.common.entries, all.filters, rows))),
      ),
      block,
      ...leftOut(all.unconverted, making),
    ]
  },
}
