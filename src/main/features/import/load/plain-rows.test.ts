import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mapping } from '../../../../shared/contract/import.ts'
import { Normaliser } from '../analysis/rows/normalise.ts'
import { compilePlan, type Plan } from '../analysis/rows/plan.ts'
import { PlainBlock } from '../formats/csv/index.ts'
import { ChunkBuilder } from './builder.ts'
import { PlainRows } from './plain-rows.ts'
import { textsOf } from './texts.ts'

const NAMES = ['Id', 'Date', 'Amount', 'Cost centre', 'Cost centre code', 'Payee', 'Type', 'Currency', 'Text']
const FIELDS = ['text', 'date', 'amount', 'cost_centre', 'cost_centre.code', 'payee', 'account_type', 'currency', 'description'] // prettier-ignore
const MAPPING: Mapping = {
  version: 1,
  name: 'A ledger',
  profile: 'ledger',
  shape: [],
  encoding: 'utf-8',
  delimiter: ',',
  skipLines: 0,
  hasHeader: true,
  currency: 'GBP',
  fields: FIELDS.map((field, column) =>
    field === 'date' ? { column, field, datePattern: 'ymd' } : { column, field },
  ),
}

const OPTIONS = { fiscal: 4, fixedDay: undefined }

/** What a reading leaves in the normaliser, with members by their keys. */
function stateOf(n: Normaliser, plan: Plan): unknown {
  const members = plan.dimensions.map((d, i) => [d.id, d.dictionary.members[(n.ordinals[i] as number) - 1]])
  return [n.day, n.postingPeriod, n.amount, n.currency, [...n.sums], [...n.ordinals], members]
}

/** A builder's rows: what is kept of their text, and their fingerprints; and what is known of accounts. */
function whatIsIn(builder: ChunkBuilder): unknown {
  const { chunk, accounts } = builder.finish()
  const [text, extra] = (['description', 'extra'] as const).map(field => textsOf(chunk.texts, field))
  const rows = Array.from({ length: chunk.rows }, (_, i) => [text?.(i), extra?.(i)])
  return [rows, [...chunk.fingerprints], [...chunk.amounts], accounts]
}

const cells = fc.tuple(
  fc.constantFrom('1', ' 2 ', '', '€', '\u00a0', 'a\\b', 'tab\tin', '\u00a0x\u00a0', '\u0007'),
  fc.constantFrom('2024-01-05', '2024-02-30', '', '2024-12-31'),
  fc.constantFrom(
    '1.00',
    '-3.2',
    '0',
    '-0.00',
    '1,5',
    '.5',
    '12.345',
    '(4)',
    '',
    '99999999999.99',
    '7',
    '1e5',
  ),
  fc.constantFrom('Parks', ' Parks', 'Pärks', '', 'Roads  and bridges'),
  fc.constantFrom('100', '', ' ', '200'),
  fc.oneof(fc.constantFrom('Ünal & Sons', '日本', 'n/a'), fc.stringMatching(/^[a-z ]{0,12}$/)),
  fc.constantFrom('expense', 'Revenue', 'asset', ''),
  fc.constantFrom('GBP', 'gbp', 'JPY', '', 'KWD '),
  fc.stringMatching(/^[A-Za-zé ]{0,20}$/),
)

describe('the short way to a row', () => {
  it('reads every row as the long way does, or leaves it to that', () => {
    let short = 0
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 30 }), rows => {
        const lines = rows.map(row => row.map(cell => cell.replaceAll(',', '')))
        const block = new PlainBlock(Buffer.from(`${lines.map(line => line.join(',')).join('\n')}\n`), 1, ',')
        expect(block.rows).toEqual(lines)
        const [long, quick] = [0, 1].map(() => new Normaliser(compilePlan(MAPPING, NAMES), OPTIONS)) as [
          Normaliser,
          Normaliser,
        ]
        const plain = PlainRows.for(quick, ',') as PlainRows
        plain.start(block)
        const [all, some] = [new ChunkBuilder(long), new ChunkBuilder(quick)]
        for (const builder of [all, some]) builder.start(lines.length)
        for (const [i, line] of lines.entries()) {
          const outcome = long.read(line)
          if (outcome.kind === 'load') all.add(line, i, [], false)
          if (plain.read(i)) {
            short++
            expect(outcome.kind).toBe('load')
            for (const [c, cell] of line.entries()) expect(plain.text(c)).toBe(cell)
            some.addPlain(plain, i, false)
          } else {
            expect(quick.read(line)).toEqual(outcome)
            if (outcome.kind === 'load') some.add(line, i, [], false)
          }
          if (outcome.kind === 'load') expect(stateOf(quick, quick.plan)).toEqual(stateOf(long, long.plan))
        }
        expect(whatIsIn(some)).toEqual(whatIsIn(all))
      }),
      { numRuns: 300 },
    )
    expect(short).toBeGreaterThan(200)
  })

  it('is not taken where the mapping asks for more', () => {
    const plan = compilePlan({ ...MAPPING, profile: 'personal' }, NAMES)
    expect(PlainRows.for(new Normaliser(plan, OPTIONS), ',')).toBeUndefined()
  })
})
