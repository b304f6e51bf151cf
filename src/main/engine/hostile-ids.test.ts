import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { QuerySchema } from '../../shared/query/query.ts'
import { FailureError } from '../../shared/result/failure.ts'
import type { ReadableDB } from '../db/types.ts'
import { createTestWorkspace, type TestWorkspace } from '../db/testing.ts'
import { createEngine } from './index.ts'
import { householdEntries, insertBatch } from './testing/ledger.ts'

/** Ids as an attacker would write them: quotes, comments, column names, prototype names, and fragments put together. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "'",
        '"',
        '`',
        ';',
        '--',
        '/*',
        ')',
        '(',
        ' OR 1=1',
        'e.amount',
        'sqlite_master',
        'UNION SELECT key FROM member',
        'DROP TABLE entry',
        '__proto__',
        'constructor',
        'toString',
        'batch_id',
        'fingerprint',
        'rowid',
        '\0',
        '\n',
        'payee',
      ),
      fc.string({ maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map(parts => parts.join('').slice(0, 64))

describe('ids of dimensions that come from outside', () => {
  let workspace: TestWorkspace
  beforeAll(() => {
    workspace = createTestWorkspace()
    insertBatch(workspace.db, 1, householdEntries(5, 40))
  })
  afterAll(() => workspace.close())

  it('never reach SQL text: 10,000 hostile ones are refused by name', () => {
    const texts = new Set<string>()
    // A real connection that also notes each SQL text it is given.
    const noted = new Proxy(workspace.db, {
      get(target, name) {
        const value = Reflect.get(target, name) as unknown
        if (name === 'prepare')
          return (sql: string) => {
            texts.add(sql)
            return target.prepare(sql)
          }
        return typeof value === 'function' ? (value.bind(target) as unknown) : value
      },
    }) as ReadableDB
    const engine = createEngine(noted)
    const registered = new Set(engine.columnar.read(() => [...engine.columnar.dictionaries.registry.keys()]))
    let refused = 0
    fc.assert(
      fc.property(hostile, fc.nat(3), fc.boolean(), (id, where, columnar) => {
        fc.pre(id !== '' && !registered.has(id))
        const query = QuerySchema.parse({
          measures: [where === 0 ? { op: 'distinct', of: id } : { op: 'sum' }],
          filters: {
            ...(where === 1 ? { members: Object.fromEntries([[id, ['x']]]) } : {}),
            ...(where === 2 ? { notMembers: Object.fromEntries([[id, ['x']]]) } : {}),
          },
          groupBy: where === 3 ? [{ dimension: id }] : [],
        })
        // An id that zod drops from a record (__proto__) asks for nothing.
        if (where === 1 && !Object.keys(query.filters.members ?? {}).includes(id)) return
        if (where === 2 && !Object.keys(query.filters.notMembers ?? {}).includes(id)) return
        if (where === 0 && (id === 'amount' || id === 'original')) return
        expect(() => engine.query({ query, engine: columnar ? 'columnar' : 'sqlite' })).toThrow(FailureError)
        refused += 1
      }),
      { numRuns: 10_000, seed: 7 },
    )
    expect(refused).toBeGreaterThan(9_900)
    // All texts were made of constants: a few of them, however many ids there were.
    expect(texts.size).toBeLessThan(40)
    expect(
      [...texts].filter(sql => /OR 1=1|DROP TABLE|sqlite_master|__proto__|UNION SELECT key/.test(sql)),
    ).toEqual([])
  }, 60_000)
})
