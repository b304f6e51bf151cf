import { describe, expect, it } from 'vitest'
import { preamble } from './preamble.ts'

const codeOf = (line: string, isBelow = false): string => {
  const cells = line.split(';')
  const found = preamble(cells, isBelow)
  // Nothing of the row is lost, whatever is thought of it.
  expect([found.cells, found.beyond]).toEqual([cells, []])
  const { outcome } = found
  return outcome.kind === 'load' ? 'load' : `${outcome.kind} ${outcome.code}`
}

describe('a row above the table', () => {
  it.each([
    ['Umsätze Girokonto;Zeitraum: 01.01.2024 - 31.01.2024', 'ignored note'],
    ['From;01.01.2024;To;31.01.2024', 'ignored note'],
    ['Account;12345678;GBP', 'ignored note'],
    ['Opening balance;01.01.2024;1.234,56', 'ignored note'],
    [';;', 'ignored blank'],
    // A day, an amount with places, and words: money that must not go by unseen.
    ['31.01.2024;Laden;-45,10', 'rejected other-table'],
    ['2024-01-31;ACME;2100.00;EUR', 'rejected other-table'],
  ])('%s', (line, expected) => {
    expect(codeOf(line)).toBe(expected)
  })

  it.each([
    ['Date;Description;Amount', 'ignored other-table'],
    ['TAXI;28/01/2024;20', 'rejected other-table'],
    ['31.01.2024;Laden', 'rejected other-table'],
    ['Visa card;no. 4', 'ignored note'],
    ['Closing balance;31.01.2024;12,00', 'ignored note'],
  ])('below another table’s header: %s', (line, expected) => {
    expect(codeOf(line, true)).toBe(expected)
  })
})
