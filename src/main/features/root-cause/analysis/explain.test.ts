import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seeded } from './association/random.ts'
import { explain } from './explain.ts'
import { RISKLOC_DEFAULTS } from './riskloc/riskloc.ts'
import { add, minus, type TwoPeriods } from './two-periods/two-periods.ts'
import { waterfall } from './waterfall/waterfall.ts'

const watch = { cancelled: () => false, progress: () => undefined }

/** Rows as people write them: period, members, amount. */
function tableOf(rows: readonly (readonly [0 | 1, string[], number])[], ids: string[]): TwoPeriods {
  return {
    count: rows.length,
    side: Uint8Array.from(rows, row => row[0]),
    amounts: Float64Array.from(rows, row => row[2]),
    factors: ids.map((id, f) => {
      const keys = [...new Set(rows.map(row => row[1][f] as string))]
      return { id, keys, codes: Int32Array.from(rows, row => keys.indexOf(row[1][f] as string)) }
    }),
  }
}

const anyRows = fc.array(
  fc.tuple(
    fc.constantFrom<0 | 1>(0, 1),
    fc.tuple(fc.constantFrom('a', 'b', 'c', ''), fc.constantFrom('x', 'y'), fc.constantFrom('p', 'q', 'r')),
    fc.maxSafeInteger(),
  ),
  { minLength: 1, maxLength: 60 },
)

describe('contributions', () => {
  it('of every dimension sum to the change to the minor unit, for any amounts that fit one entry', () => {
    fc.assert(
      fc.property(anyRows, rows => {
        const table = tableOf(rows, ['d1', 'd2', 'd3'])
        const explained = explain(table, RISKLOC_DEFAULTS, watch)
        const exact = rows.reduce(
          (sum, [side, , amount]) => sum + (side === 1 ? 1n : -1n) * BigInt(amount),
          0n,
        )
        expect(BigInt(explained?.delta ?? 1)).toBe(exact)
        expect(explained?.residual).toBe(0)
        for (const { members } of explained?.dimensions ?? [])
          expect(BigInt(add(...members.map(m => m.delta)))).toBe(exact)
      }),
      { numRuns: 300 },
    )
  })

  it('bars of a waterfall, the others among them, sum to the change', () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 1, max: 4 }), (rows, most) => {
        const explained = explain(tableOf(rows, ['d1', 'd2', 'd3']), RISKLOC_DEFAULTS, watch)
        if (!explained) throw new Error('was not cancelled')
        const { before, after, bars, others } = waterfall(
          explained.before,
          explained.after,
          explained.dimensions[0]?.members ?? [],
          most,
        )
        expect(add(before, ...bars.map(bar => bar.delta), others?.delta ?? 0)).toBe(after)
        expect(others?.members).not.toBe(1)
      }),
    )
  })

  it('tells new members, lost ones and those that changed', () => {
    const table = tableOf(
      [
        [0, ['rent'], 100],
        [0, ['gym'], 30],
        [1, ['rent'], 110],
        [1, ['course'], 50],
      ],
      ['category'],
    )
    expect(
      explain(table, RISKLOC_DEFAULTS, watch)?.dimensions[0]?.members.map(m => [m.key, m.kind, m.delta]),
    ).toEqual([
      ['course', 'new', 50],
      ['gym', 'lost', -30],
      ['rent', 'changed', 10],
    ])
  })

  it('what is posted elsewhere from now on is moved, not lost and new', () => {
    const rows = ['north', 'south', 'west'].flatMap((site): [0 | 1, string[], number][] => [
      [0, ['software', site, 'Cloud Ltd'], 1000],
      [1, ['fees', site, 'Cloud Ltd'], 1050],
      [0, ['rent', site, 'Landlord'], 2000],
      [1, ['rent', site, 'Landlord'], 2000],
    ])
    const table = tableOf(rows, ['account', 'site', 'supplier'])
    expect(explain(table, RISKLOC_DEFAULTS, watch)?.reclassified).toEqual([
      { dimension: 'account', from: 'software', to: 'fees', amount: 3000, combinations: 3 },
    ])
  })
})

describe('causes', () => {
  /** A ledger of 4 × 6 × 5 combinations whose amounts move by a few percent. */
  function ledger(driven: (members: string[]) => number, seed = 7): TwoPeriods {
    const next = seeded(seed)
    const rows: [0 | 1, string[], number][] = []
    for (let a = 0; a < 4; a += 1)
      for (let b = 0; b < 6; b += 1)
        for (let c = 0; c < 5; c += 1) {
          const members = [`a${a}`, `b${b}`, `c${c}`]
          const size = 1000 + next() * 9000
          for (const side of [0, 1] as const)
            rows.push([
              side,
              members,
              Math.round(size * (0.95 + next() * 0.1) * (side ? driven(members) : 1)),
            ])
        }
    return tableOf(rows, ['a', 'b', 'c'])
  }
  const found = (table: TwoPeriods) => explain(table, RISKLOC_DEFAULTS, watch)

  it.each([[{ b: 'b2' }], [{ a: 'a1', c: 'c4' }], [{ a: 'a3', b: 'b5', c: 'c0' }]])(
    'finds the one element that was planted: %o',
    planted => {
      const explained = found(
        ledger(members => (Object.values(planted).every(member => members.includes(member)) ? 2.5 : 1)),
      )
      expect(explained?.method).toBe('riskloc')
      expect(explained?.causes.map(cause => cause.members)).toEqual([planted])
      expect(explained?.causes[0]?.score).toBeGreaterThan(0.9)
    },
  )

  it('finds two that work against each other', () => {
    const explained = found(
      ledger(members => (members[0] === 'a1' ? 1.6 : members[1] === 'b3' && members[2] === 'c2' ? 0.1 : 1)),
    )
    expect(explained?.causes.map(cause => cause.members)).toEqual([{ a: 'a1' }, { b: 'b3', c: 'c2' }])
    expect(explained?.causes.map(cause => Math.sign(cause.explained ?? 0))).toEqual([1, -1])
  })

  it('figures of a cause are those of its rows exactly', () => {
    const table = ledger(members => (members[1] === 'b2' ? 2.5 : 1))
    const [cause] = found(table)?.causes ?? []
    const [, b] = table.factors
    const sums = [0, 0]
    for (let i = 0; i < table.count; i += 1)
      if (b?.keys[b.codes[i] as number] === 'b2')
        sums[table.side[i] as number] =
          (sums[table.side[i] as number] as number) + (table.amounts[i] as number)
    expect([cause?.before, cause?.after]).toEqual(sums)
    expect(cause?.delta).toBe(minus(cause?.after ?? 0, cause?.before ?? 0))
  })

  it('noise alone has no cause, and everything growing alike is left to the ranked members', () => {
    expect(found(ledger(() => 1))?.method).toBe('adtributor')
    const grown = found(ledger(() => 1.4))
    expect(grown?.method).toBe('adtributor')
    expect(grown?.parameters['background']).toBeGreaterThan(0.25)
  })

  it('the order of rows changes nothing', () => {
    const table = ledger(members => (members[0] === 'a1' && members[2] === 'c4' ? 3 : 1))
    const back = (values: Float64Array | Int32Array | Uint8Array) => values.slice().reverse()
    const turned = {
      ...table,
      side: back(table.side) as Uint8Array,
      amounts: back(table.amounts) as Float64Array,
      factors: table.factors.map(f => ({ ...f, codes: back(f.codes) as Int32Array })),
    }
    expect(found(turned)?.causes).toEqual(found(table)?.causes)
  })

  it('is cancelled at whatever step it asks, and asks little after that', () => {
    const table = ledger(members => (members[1] === 'b2' ? 2.5 : 1))
    const run = (from: number): { explained: unknown; asked: number } => {
      let asked = 0
      const cancelled = (): boolean => (asked += 1) >= from
      return { explained: explain(table, RISKLOC_DEFAULTS, { ...watch, cancelled }), asked }
    }
    const whole = run(Infinity)
    expect(whole.explained).toBeDefined()
    for (let from = 1; from <= whole.asked; from += 1) {
      const { explained, asked } = run(from)
      expect([from, explained]).toEqual([from, undefined])
      expect(asked - from).toBeLessThan(4)
    }
  })
})

describe('causes among invoices that come and go', () => {
  const letters = ['a', 'b', 'c', 'd', 'e', 'f']
  /** 6,000 invoices of very different size; what `driven` says of one's members is done to it in the second period. */
  function ledger(driven: (members: string[]) => number): TwoPeriods {
    const next = seeded(11)
    const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
    const rows = Array.from({ length: 6000 }, (_, i): [0 | 1, string[], number] => {
      const members = [0, 1, 2].map(() => letters[Math.floor(next() * 6)] as string)
      // A supplier of machines beside one of pencils: sums alone are ruled by the machines.
      const scale = members.reduce((size, member) => size * 1.8 ** letters.indexOf(member), 1000)
      const times = i % 2 === 1 ? driven(members) : 1
      return [i % 2 === 1 ? 1 : 0, members, Math.round(scale * times * Math.exp(0.7 * normal()))]
    })
    return tableOf(rows, ['d1', 'd2', 'd3'])
  }
  const found = (table: TwoPeriods) => explain(table, RISKLOC_DEFAULTS, watch)?.causes.map(c => c.members)

  it('a rise and a fall that cancel each other are both found', () => {
    const table = ledger(([x, y]) => (x === 'b' && y === 'c' ? 2.6 : x === 'e' && y === 'a' ? 0.3 : 1))
    expect(found(table)).toHaveLength(2)
    expect(found(table)).toEqual(
      expect.arrayContaining([
        { d1: 'b', d2: 'c' },
        { d1: 'e', d2: 'a' },
      ]),
    )
  })

  it('one member is named alone, also where everything else grew', () => {
    expect(found(ledger(([, , z]) => (z === 'b' ? 2.5 : 1.1)))).toEqual([{ d3: 'b' }])
  })
})
