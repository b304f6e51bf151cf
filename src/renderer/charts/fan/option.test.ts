import { describe, expect, it } from 'vitest'
import { testStyle } from '../testing.ts'
import { fanModel, fanTwin, type FanData, type FanWords } from './option.ts'

const data: FanData = {
  currency: 'GBP',
  x: ['2025-10', '2025-11', '2025-12', '2026-01'],
  actual: [100_00, 120_00, null, null],
  expected: [null, null, 130_00, 140_00],
  bands: [
    { level: 80, lower: [null, null, 110_00, 100_00], upper: [null, null, 150_00, 180_00] },
    { level: 95, lower: [null, null, -10_00, -50_00], upper: [null, null, 170_00, 220_00] },
  ],
}
const words: FanWords = {
  actual: 'Actual',
  expected: 'Expected',
  within: level => `${level} % sure`,
  from: level => `${level} % from`,
  to: level => `${level} % to`,
}
interface Drawn {
  id: string
  data: (number | string)[]
}

describe('the fan', () => {
  const model = fanModel(data, words, testStyle)
  const drawn = new Map((model.option.series as Drawn[]).map(one => [one.id, one.data]))

  it('begins line and bands at the last known point', () => {
    expect(drawn.get('expected')).toEqual(['-', 120, 130, 140])
    expect(drawn.get('lower 80')).toEqual(['-', 120, 110, 100])
    expect(drawn.get('upper 80')).toEqual(['-', 0, 40, 80])
  })

  it('stacks a band that reaches below nought as wide as it is', () => {
    expect(drawn.get('lower 95')).toEqual(['-', 120, -10, -50])
    expect(drawn.get('upper 95')).toEqual(['-', 0, 180, 270])
  })

  it('lays the widest band lowest', () => {
    const ids = (model.option.series as Drawn[]).map(one => one.id)
    expect(ids.indexOf('upper 95')).toBeLessThan(ids.indexOf('upper 80'))
  })

  it('says a step with its bounds', () => {
    expect(model.marks[0]![1]!.label).toBe('step 2025-11, Actual £120.00')
    expect(model.marks[0]![2]!.label).toBe(
      'step 2025-12, Expected £130.00, 80 % sure £110.00 – £150.00, 95 % sure £-10.00 – £170.00',
    )
    expect(model.tooltip({ row: 0, column: 3, label: '' }).rows).toHaveLength(3)
  })

  it('leaves out what the legend hides, and asks no figure of it', () => {
    const less = fanModel(data, words, testStyle, new Set(['actual', 'band 95']))
    expect((less.option.series as Drawn[]).map(one => one.id)).not.toContain('upper 95')
    expect((less.option.series as Drawn[])[0]!.data).toEqual(['-', '-', '-', '-'])
    expect(less.marks[0]!.map(mark => mark?.label).slice(1, 3)).toEqual([
      'step 2025-11',
      'step 2025-12, Expected £130.00, 80 % sure £110.00 – £150.00',
    ])
  })

  it('has its figures as a table, gaps as gaps', () => {
    const twin = fanTwin(data, words, 'Step', testStyle)
    expect(twin.columns).toEqual([
      'Step',
      'Actual (GBP)',
      'Expected (GBP)',
      '80 % from (GBP)',
      '80 % to (GBP)',
      '95 % from (GBP)',
      '95 % to (GBP)',
    ])
    expect(twin.rows[1]!.cells.map(cell => cell.data)).toEqual(['120.00', '', '', '', '', ''])
    expect(twin.rows[3]!.cells.map(cell => cell.data)).toEqual([
      '',
      '140.00',
      '100.00',
      '180.00',
      '-50.00',
      '220.00',
    ])
  })
})
