import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { exponentOf, toDecimal } from '../../../shared/money/minor.ts'
import { definitionInWords } from '../../../shared/report/words.ts'
import { verifyPack } from './evidence/verify.mjs'
import { withLanguage } from '../../compute/origin.ts'
import type { Figure } from '../../../shared/report/figure.ts'
import { call, definition, EVERYTHING, farthing, folder, make, useReports } from './testing.ts'

useReports()

describe('figures', () => {
  test('each one of a query is what the engine says of its own filters, and tables add up', async () => {
    const { bytes } = await make(EVERYTHING, 'json')
    const report = JSON.parse(bytes.toString()) as {
      figures: Figure[]
      sections: {
        id: string
        blocks: {
          kind: string
          columns?: { key: string; sum?: boolean }[]
          rows?: unknown[][]
          totals?: unknown[]
        }[]
      }[]
    }
    const queries = report.figures.filter(figure => 'query' in figure)
    expect(queries.length).toBeGreaterThan(40)
    for (const figure of queries) {
      const { filters, measure, negate } = figure.query
      // oxlint-disable-next-line no-await-in-loop -- one worker answers them
      const { totals } = await call('explore.query', { query: { measures: [measure], filters } })
      const [value] = Object.values(totals)
      const turned = negate ? -BigInt(value ?? 0) : BigInt(value ?? 0)
      expect(toDecimal(turned, figure.unit === 'count' ? 0 : exponentOf(figure.unit)), figure.label).toBe(
        figure.value,
      )
    }
    let checked = 0
    for (const { rows, totals, columns } of report.sections.flatMap(one =>
      one.blocks.filter(block => block.kind === 'table'),
    ))
      for (const [c, column] of (columns ?? []).entries()) {
        if (!column.sum || !totals) continue
        const amount = (cell: unknown): bigint => BigInt((cell as { value: string }).value.replace('.', ''))
        expect(
          (rows ?? []).reduce((sum, row) => sum + amount(row[c]), 0n),
          column.key,
        ).toBe(amount(totals[c]))
        checked += 1
      }
    expect(checked).toBeGreaterThan(10)
  })
})

describe('audit sections', () => {
  test('say what the workspace’s own tests find, each amount with its rows', async () => {
    const tests = ['duplicates', 'round', 'outliers', 'weekend', 'stratify'] as const
    const { bytes } = await make(
      definition({
        parameters: { period: '2023', comparison: 'none' },
        sections: [
          ...tests.map(name => ({ id: name, kind: 'audit', test: name, top: 20 })),
          { id: 'sample', kind: 'audit', test: 'sample', limit: '500' },
          { id: 'pairs', kind: 'audit', test: 'unbalanced' },
        ],
      }),
      'json',
    )
    const report = JSON.parse(bytes.toString()) as {
      figures: Figure[]
      sections: {
        id: string
        blocks: { kind: string; text?: string; rows?: { value?: string; figure?: string }[][] }[]
      }[]
    }
    const figures = new Map(report.figures.map(figure => [figure.id, figure]))
    const year = { from: '2023-01-01', to: '2023-12-31' }
    let amounts = 0
    for (const name of tests) {
      const filters = name === 'weekend' ? year : { ...year, members: { flow: ['expense'] } }
      // oxlint-disable-next-line no-await-in-loop -- one worker answers them
      const found = await call('audit.find', { filters, request: { test: name }, limit: 20 })
      const counted = report.figures.find(
        one => 'statistic' in one && one.statistic.method === name && one.statistic.output === 'found',
      )
      for (const one of report.figures)
        if ('statistic' in one) expect(one.statistic.filters.members?.['scenario']).toEqual(['Actual', ''])
      if (name !== 'stratify') expect([name, counted?.value]).toEqual([name, String(found.found)])
      const tables =
        report.sections.find(one => one.id === name)?.blocks.flatMap(block => block.rows ?? []) ?? []
      const printed = tables.filter(row => row.length === 4 && row[2]?.figure !== undefined)
      if (name === 'stratify') continue
      expect(printed.map(row => row[2]?.value)).toEqual(found.exceptions.map(one => one.amount))
      for (const [i, row] of printed.entries()) {
        // oxlint-disable-next-line no-await-in-loop -- one worker answers them
        const traced = await call('reports.trace', {
          id: row[2]?.figure ?? '',
          given: report.figures,
          limit: 1000,
        })
        expect(traced.rows.page.map(one => one.id).toSorted((a, b) => a - b)).toEqual(
          [...new Set(found.exceptions[i]?.entries)].toSorted((a, b) => a - b),
        )
        amounts += 1
      }
    }
    expect(amounts).toBeGreaterThan(10)
    const items =
      report.sections.find(one => one.id === 'sample')?.blocks.find(block => block.rows)?.rows ?? []
    expect(items.length).toBeGreaterThan(3)
    for (const [, book] of items) expect(figures.get(book?.figure ?? '')?.value).toBe(book?.value)
    // A test whose field this ledger lacks says so.
    expect(report.sections.find(one => one.id === 'pairs')?.blocks[0]?.text).toMatch(/does not have/)
  })
})

describe('evidence', () => {
  test('a masked pack names nobody, holds no source, and still proves its figures', async () => {
    // The third payee of the file: payees are numbered as they come.
    const [payee, name] = [3, 'Ταβέρνα']
    await call('privacy.setPerson', { payee, person: true })
    const pack = async (more: object): Promise<Record<string, Uint8Array>> => {
      const { token } = await call('reports.makeEvidence', { which: { report: definition({ sections: [{ id: 't', kind: 'table', by: 'payee' }] }) }, formats: ['json'], ...more }) // prettier-ignore
      const path = farthing.app.files.path(token)?.path ?? ''
      expect(verifyPack(path)).toMatchObject({ ok: true, problems: [] })
      return unzipSync(readFileSync(path))
    }
    const texts = (members: Record<string, Uint8Array>): string =>
      Object.values(members).map(bytes => Buffer.from(bytes).toString()).join('\n') // prettier-ignore
    const open = await pack({ parts: ['sources'] })
    expect(
      Object.keys(open).filter(one => /^(changes|models|verdicts|workpapers|unloaded)/.test(one)),
    ).toEqual([])
    expect(Object.keys(open).some(one => one.startsWith('sources/'))).toBe(true)
    expect(texts(open).includes(name)).toBe(true)
    const masked = await pack({ mask: true })
    expect(Object.keys(masked).filter(one => /^(sources|records|report\/.*\d)/.test(one))).toEqual([])
    expect(texts(masked).includes(name)).toBe(false)
    expect(texts(masked)).toContain(`Person ${payee}`)
    // Whoever sees people masked has no other pack, whatever is asked for; the report was made of masked answers.
    await call('privacy.setMasking', { who: 'everybody' })
    const always = await pack({})
    await call('privacy.setMasking', { who: 'nobody' })
    expect(texts(always).includes(name)).toBe(false)
    expect(Object.keys(always).some(one => one.startsWith('sources/'))).toBe(false)
  })
})

describe('text formats', () => {
  test('CSV has no live formula and the same amounts', async () => {
    const { bytes } = await make(EVERYTHING, 'csv')
    const text = bytes.toString()
    expect(text).toContain(`'=HYPERLINK`)
    expect(text).toContain("'@SUM(A1)")
    for (const line of text.split('\r\n'))
      for (const cell of line.split(',')) expect(cell).not.toMatch(/^"?[=@]/)
  })

  test('HTML is one page with a policy, without script, and shows hostile names as text', async () => {
    const { bytes } = await make(EVERYTHING, 'html')
    const page = bytes.toString()
    expect(page).toMatch(
      /http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-/,
    )
    expect(page).not.toMatch(/<script|<b>Shop| style="|src=|@import|url\(/)
    expect(page).toContain('Corner &lt;b&gt;Shop&lt;/b&gt; &amp; Sons')
    expect(page).toContain('&lt;script&gt;alert(1)')
    expect([...page.matchAll(/<svg /g)]).toHaveLength(10)
  })
})

describe('words', () => {
  test('a ledger’s list of templates starts with its own, a household’s with spending', async () => {
    const { templatesFor } = await import('./templates.ts')
    expect(templatesFor('ledger')[0]).toBe('management')
    expect((await call('reports.templates', {}))[0]?.template).toBe('household')
  })

  test('failures and definitions of figures are German where German is spoken', async () => {
    await call('settings.speak', { language: 'de' })
    const gone = await farthing.call('reports.remove', { id: 999 })
    await call('settings.speak', { language: 'en' })
    expect(gone).toMatchObject({ ok: false, failure: { message: 'Es gibt keinen Bericht 999. Er wurde vielleicht gelöscht.' } }) // prettier-ignore
    const filters = { from: '2023-01-01', to: '2023-01-31', members: { category: ['Food'] }, entries: [3, 4] }
    const words = withLanguage('de', () =>
      definitionInWords({ query: { filters, measure: { op: 'sum', of: 'amount' }, negate: true } }),
    )
    expect(words).toBe(
      'Summe von: die Buchungen von 2023-01-01 bis 2023-01-31; category ist Food; mit der Nummer 3 oder 4, mit umgekehrtem Vorzeichen.',
    )
  })
})

describe('saved reports', () => {
  test('are kept, changed, duplicated under a free name and removed; files made of them stay in the history', async () => {
    const report = definition({ name: 'Mine' })
    const { id } = await call('reports.save', { report })
    await call('reports.save', { id, report: { ...report, name: 'Ours' } })
    expect((await call('reports.duplicate', { id })).report.name).toBe('Ours (2)')
    const made = await call('reports.make', { which: { id }, format: 'csv' })
    expect(await call('reports.runs', { report: id })).toMatchObject([
      { name: 'Ours', format: 'csv', sha256: made.sha256 },
    ])
    const left = await call('reports.remove', { id })
    expect(left.map(one => one.report.name)).toEqual(['Ours (2)'])
    expect((await call('reports.runs', {})).find(run => run.id === made.run)?.report).toBeNull()
  })

  test('are put into a folder without replacing what is there', async () => {
    const { id } = await call('reports.save', { report: definition({ name: 'To/folder' }) })
    const paths = [
      await call('reports.deliver', { id, format: 'json', folder }),
      await call('reports.deliver', { id, format: 'json', folder }),
    ]
    expect(paths.map(one => one.path)).toEqual([
      join(folder, 'To folder 2023.json'),
      join(folder, 'To folder 2023 (2).json'),
    ])
    const missing = await farthing.call('reports.deliver', {
      id,
      format: 'json',
      folder: join(folder, 'none'),
    })
    expect(missing).toMatchObject({ ok: false, failure: { code: 'not-found' } })
  })

  test('a cancel leaves no file', async () => {
    const stop = new AbortController()
    stop.abort()
    const reply = await farthing.call(
      'reports.make',
      { which: { report: definition({}) }, format: 'pdf' },
      { signal: stop.signal },
    )
    expect(reply).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  })

  test('a section that cannot be made says why, and the others are there', async () => {
    const report = definition({
      sections: [
        { id: 'x', kind: 'table', by: 'no_such' },
        { id: 'k', kind: 'kpis' },
      ],
    })
    const { html } = await call('reports.preview', { report })
    expect(html).toContain('There is no dimension no_such')
    expect(html).toContain('class="tiles"')
  })
})
