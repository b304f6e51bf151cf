import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RuleBody } from '../../../../shared/contract/rules.ts'
import { compileRule, evaluate, partsOf, type CompiledRule, type RuleEntry } from './evaluate.ts'

const entry = (over: Partial<RuleEntry> & { texts?: Record<string, string> } = {}): RuleEntry => ({
  id: 1,
  day: 19_800, // 2024-03-18
  amount: -1250,
  flow: 'expense',
  part: false,
  ...over,
  texts: { payee: 'REWE 0123', currency: 'EUR', account: 'Giro', category: '', tags: '', description: '', ...over.texts }, // prettier-ignore
})

const rule = (over: Partial<RuleBody>, id = 1): CompiledRule => {
  const compiled = compileRule({ id, name: 'r', match: 'all', conditions: [{ field: 'payee', op: 'starts', value: 'rewe' }], actions: [{ do: 'set', field: 'category', value: 'Food' }], stop: false, ...over }) // prettier-ignore
  if ('problem' in compiled) throw new Error(compiled.problem)
  return compiled
}
const never = (): boolean => false

describe('a rule', () => {
  it('looks at amounts in the entry’s currency, at direction and at the day of the month', () => {
    const matches = (conditions: RuleBody['conditions'], of = entry()): boolean =>
      rule({ conditions }).matches(of)
    expect(matches([{ field: 'amount', min: '-12.50', max: '-10' }])).toBe(true)
    expect(matches([{ field: 'amount', min: '10', max: '12.49', absolute: true }])).toBe(false)
    expect(
      matches([{ field: 'amount', min: '1250', absolute: true }], entry({ texts: { currency: 'JPY' } })),
    ).toBe(true)
    expect(matches([{ field: 'direction', value: 'in' }])).toBe(false)
    expect(matches([{ field: 'day', from: 15, to: 20 }])).toBe(true)
    expect(matches([{ field: 'day', from: 28, to: 3 }])).toBe(false)
    expect(matches([{ field: 'category', op: 'equals', value: '' }])).toBe(true)
    expect(matches([{ field: 'payee', op: 'contains', value: 'REWE', not: true }])).toBe(false)
    expect(matches([{ field: 'payee', op: 'regex', value: '^rewe \\d+$' }])).toBe(true)
  })

  it('sets only what is not so, and later rules see what earlier ones set', () => {
    const rename = rule({
      actions: [
        { do: 'set', field: 'payee', value: 'Rewe' },
        { do: 'tag', tags: ['shop'] },
      ],
    })
    const after = rule({ conditions: [{ field: 'payee', op: 'equals', value: 'rewe' }] }, 2)
    expect(evaluate([rename, after], entry(), never)).toEqual({
      rules: [1, 2],
      edit: { members: { payee: 'Rewe', category: 'Food' }, addTags: ['shop'] },
      changes: true,
    })
    const done = entry({ texts: { payee: 'Rewe', category: 'Food', tags: 'shop, x' } })
    expect(evaluate([rename, after], done, never)).toMatchObject({ rules: [1, 2], changes: false })
  })

  it('leaves alone what was set by hand, and stops where it says so', () => {
    const stop = rule({ stop: true })
    const other = rule({ actions: [{ do: 'transfer' }] }, 2)
    expect(evaluate([stop, other], entry(), field => field === 'category')).toMatchObject({
      rules: [1],
      changes: false,
    })
    expect(evaluate([other], entry(), never).edit).toEqual({ members: { flow: 'transfer' } })
  })

  it('is refused with a sentence where it cannot be run', () => {
    const problem = (over: Partial<RuleBody>): unknown =>
      compileRule({ id: 1, name: 'Odd', match: 'all', conditions: [{ field: 'payee', op: 'regex', value: '(a' }], actions: [], stop: false, ...over }) // prettier-ignore
    expect(problem({})).toEqual({ problem: 'Odd: A bracket is not closed.' })
    expect(problem({ conditions: [{ field: 'text', op: 'contains', value: ' ' }] })).toMatchObject({
      problem: /no text/,
    })
    const conditions: RuleBody['conditions'] = [{ field: 'direction', value: 'out' }]
    for (const parts of [
      [{ percent: 60 }, { percent: 50 }],
      [{ percent: 50 }, { percent: 40 }],
      [{}, { percent: 50 }],
      [{ percent: 50, amount: '1' }, {}],
      [{ percent: 50 }, { amount: '3' }],
    ])
      expect(problem({ conditions, actions: [{ do: 'split', parts }] })).toMatchObject({ problem: /^Odd: / })
  })
})

describe('a split by rule', () => {
  it('adds up to the entry, whatever the shares', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 4 }),
        (amount, points) => {
          const total = points.reduce((a, b) => a + b, 0)
          fc.pre(total < 10_000)
          const parts = partsOf(entry({ amount }), [...points.map(p => ({ percent: p / 100 })), {}])
          if (!parts) return
          expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount)
          expect(parts.every(part => Math.sign(part.amount) === Math.sign(amount))).toBe(true)
        },
      ),
    )
  })

  it('takes fixed amounts first and gives the rest to the last part', () => {
    expect(partsOf(entry(), [{ amount: '10.00', category: 'A' }, { category: 'B' }])).toEqual([
      { amount: -1000, category: 'A' },
      { amount: -250, category: 'B' },
    ])
    expect(partsOf(entry(), [{ amount: '12.50' }, {}])).toBeUndefined()
  })
})
