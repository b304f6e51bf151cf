import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { TwinTable } from './twin-table.tsx'

test('a screen reader is told what the table is, and of each figure its row and its column', () => {
  const twin = {
    columns: ['Month', 'Spending', 'Income'],
    rows: [
      { head: 'January', cells: [{ text: '£1.00' }, { text: '£2.00' }] },
      { head: 'February', cells: [{ text: '£3.00' }, { text: '£4.00' }] },
    ],
  }
  const html = renderToStaticMarkup(<TwinTable twin={twin as never} label="Spending over time, as a table" />)
  expect(html).toMatch(/<caption[^>]*>Spending over time, as a table<\/caption>/u)
  expect(html).toMatch(/role="region" aria-label="Spending over time, as a table" tabindex="0"/iu)
  expect(html.match(/<th scope="col">/gu)).toHaveLength(3)
  expect(html.match(/<th scope="row">/gu)).toHaveLength(2)
  expect(html.match(/<td>/gu)).toHaveLength(4)
})
