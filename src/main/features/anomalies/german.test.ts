import { afterEach, expect, test } from 'vitest'
import { languageFrom } from '../../../shared/text/language.ts'
import type { EntryColumns } from '../../engine/columnar/extract.ts'
import type { OpContext } from '../../compute/ops.ts'
import { anomaliesOps } from './worker-ops.ts'

afterEach(() => languageFrom(() => 'en'))

/** Sixty usual entries and one that is not. */
function columns(): EntryColumns {
  const count = 61
  const amounts = Float64Array.from({ length: count }, (_, i) => -(40_00 + (i % 7) * 100))
  amounts[60] = -1234567
  const all = { codes: new Int32Array(count).fill(1), keys: ['', 'food'], labels: ['', 'Lebensmittel'] }
  return {
    count,
    ids: Float64Array.from({ length: count }, (_, i) => i + 1),
    days: Int32Array.from({ length: count }, (_, i) => 20_089 + i),
    amounts,
    dimensions: { category: all },
    currency: 'EUR',
    profile: 'personal',
    fiscalStartMonth: 1,
  } as unknown as EntryColumns
}

const op = { cancelled: () => false, progress: () => {} } as unknown as OpContext
const first = () =>
  anomaliesOps.anomaliesFind({ columns: columns(), method: 'robust-z', settings: {}, limit: 5 }, op)
    .findings[0]

test('reasons, what would clear a flag and the advice come in the language that is spoken', () => {
  const english = first()
  expect(english?.statement).toContain('−12,345.67 EUR on 2 Mar 2025 (Lebensmittel): the amount is unusual')
  expect(english?.statement).toContain('Not flagged if the amount were ')
  languageFrom(() => 'de')
  const german = first()
  expect(german?.statement).toContain(
    '12.345,67 EUR am 2. März 2025 (Lebensmittel): der Betrag ist ungewöhnlich',
  )
  expect(german?.statement).toMatch(/Nicht auffällig, wenn der Betrag [\d.,]+ oder kleiner wäre\.$/)
  expect(german?.recommendation).toBe(
    'Vergleichen Sie den Betrag mit der Rechnung, dem Vertrag oder dem Auszug dahinter.',
  )
  expect({ ...german, statement: '', recommendation: '' }).toEqual({
    ...english,
    statement: '',
    recommendation: '',
  })
  expect(() =>
    anomaliesOps.anomaliesMeasure(
      { columns: { ...columns(), count: 3 }, method: 'ecod', settings: {}, judged: [] },
      op,
    ),
  ).toThrow('Es gibt weniger als 30 Buchungen')
})
