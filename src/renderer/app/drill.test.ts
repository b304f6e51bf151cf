import { describe, expect, test } from 'vitest'
import { climbed, drilled, holds, merged, withMembers } from './drill.ts'
import type { FilterState, Step } from './filters.ts'

const start: FilterState = {
  filters: { from: '2024-01-01', to: '2025-12-31' },
  comparison: undefined,
  path: [],
}
const year: Step = { kind: 'time', from: '2025-01-01', to: '2025-12-31' }
const quarter: Step = { kind: 'time', from: '2025-10-01', to: '2025-12-31' }
const directorate: Step = { kind: 'member', dimension: 'directorate', key: 'Property' }
const centre: Step = { kind: 'member', dimension: 'cost_centre', key: '4100' }

const down = (state: FilterState, ...steps: Step[]): FilterState =>
  steps.reduce((now, step) => ({ ...now, ...drilled(now, step) }), state)

describe('drilling down', () => {
  test('narrows the span and the members, one crumb a step', () => {
    const at = down(start, year, directorate, centre, quarter)
    expect(at.filters).toEqual({
      from: '2025-10-01',
      to: '2025-12-31',
      members: { directorate: ['Property'], cost_centre: ['4100'] },
    })
    expect(at.path).toEqual([
      { kind: 'time', from: '2024-01-01', to: '2025-12-31' },
      year,
      directorate,
      centre,
      quarter,
    ])
  })

  test('climbing to a crumb undoes what came after it', () => {
    const at = down(start, year, directorate, centre, quarter)
    const up = { ...at, ...climbed(at, 2) }
    expect(up.filters).toEqual({
      from: '2025-01-01',
      to: '2025-12-31',
      members: { directorate: ['Property'] },
    })
    expect(up.path).toHaveLength(3)
  })

  test('climbing out gives back the span that it began from', () => {
    const at = down(start, directorate, year, quarter)
    const up = { ...at, ...climbed(at, -1) }
    expect(up.filters).toEqual(start.filters)
    expect(up.path).toEqual([])
  })

  test('a span without bounds comes back without bounds', () => {
    const at = down({ ...start, filters: {} }, year)
    const up = climbed(at, -1)
    expect(up.filters?.from).toBeUndefined()
    expect(up.filters?.to).toBeUndefined()
  })

  test('a step holds only while its one member is kept', () => {
    expect(holds({ members: { cost_centre: ['4100'] } }, centre)).toBe(true)
    expect(holds({ members: { cost_centre: ['4100', '5200'] } }, centre)).toBe(false)
    expect(holds({}, centre)).toBe(false)
  })
})

describe('filters put together', () => {
  test('the narrower span wins, members add by dimension', () => {
    expect(
      merged(
        { from: '2025-01-01', to: '2025-12-31', members: { account: ['7200'] } },
        { from: '2025-10-01', to: '2026-01-31', members: { payee: ['Jewson'] } },
      ),
    ).toEqual({ from: '2025-10-01', to: '2025-12-31', members: { account: ['7200'], payee: ['Jewson'] } })
  })

  test('the last member filter taken away leaves none behind', () => {
    expect(withMembers({ members: { account: ['7200'] }, text: 'x' }, 'account', undefined)).toEqual({
      text: 'x',
    })
  })
})
