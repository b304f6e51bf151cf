import { expect, test } from 'vitest'
import { toDecimal } from '../../../../../shared/money/minor.ts'
import type { Figure } from '../../../../../shared/report/figure.ts'
import { call, definition, make, useReports } from '../../testing.ts'

useReports()

interface Table {
  kind: string
  title: string
  columns: { key: string; label: string }[]
  rows: { text?: string; value?: string; figure?: string }[][]
  totals?: { value?: string; figure?: string }[]
}

test('show what was said of the budget, and the whole year by line, each amount with its rows', async () => {
  for (const [key, total] of [
    ['Food', -500_000],
    ['Rent', -150_000],
    ['Salary', 3_000_000],
  ] as const)
    // prettier-ignore
    // oxlint-disable-next-line no-await-in-loop -- one writer
    await call('budget.setPlan', {
      scenario: 'Plan',
      by: 'category',
      year: 2024,
      rows: [{ key, how: 'even', total }],
    })
  await call('budget.saveComment', {
    scenario: 'Plan',
    from: '2024-01-01',
    to: '2024-02-29',
    text: 'Rent was paid twice',
    by: 'Anna',
  })
  const made = async (language: 'en' | 'de'): Promise<{ figures: Figure[]; tables: Table[] }> => {
    const { bytes } = await make(
      definition({
        parameters: { period: '2024-01-01..2024-02-29', comparison: 'none', scenario: 'Plan', language },
        sections: [{ id: 'v', kind: 'variance', by: 'category', top: 2 }],
      }),
      'json',
    )
    const { figures, sections } = JSON.parse(bytes.toString())
    return { figures, tables: sections[0].blocks.filter((one: Table) => one.kind === 'table') }
  }
  const { figures, tables } = await made('en')
  const [, year, comments] = tables as [Table, Table, Table]
  expect(comments.rows[0]?.slice(2)).toEqual(['Rent was paid twice', expect.stringContaining('Anna')])
  expect(year.rows).toHaveLength(3)
  for (const figure of figures.filter(one => 'query' in one)) {
    // oxlint-disable-next-line no-await-in-loop -- one worker answers them
    const { totals } = await call('explore.query', {
      query: { measures: [figure.query.measure], filters: figure.query.filters },
    })
    const value = BigInt(Object.values(totals)[0] ?? 0)
    expect([figure.label, toDecimal(value, 2)]).toEqual([figure.label, figure.value])
  }
  const amounts = (row: Table['totals']): bigint[] =>
    (row ?? []).slice(1, 6).map(cell => BigInt(cell.value?.replace('.', '') ?? 'none'))
  const sums = year.rows.map(amounts).reduce((all, row) => all.map((sum, i) => sum + (row[i] as bigint)))
  expect(amounts(year.totals)).toEqual(sums)
  // Ten of twelve months of the budget, to the penny, are to come.
  expect(sums.slice(1, 4)).toEqual([1_958_334n, expect.anything(), 2_350_000n])
  const german = (await made('de')).tables.map(one => [one.title, one.columns[2]?.label])
  expect(german).toEqual([
    ['Ist – Plan', 'Budget'],
    ['Ausblick auf das Jahr 2024', 'Noch zu erwarten'],
    ['Kommentare', 'Kommentar'],
  ])
})
