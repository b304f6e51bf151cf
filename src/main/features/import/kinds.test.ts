import { describe, expect, it } from 'vitest'
import { BANKS_ENGLISH } from './kinds/banks-english.ts'
import { BANKS_HABITS, LEDGER_HABITS } from './kinds/banks-habits.ts'
import { BANKS_GERMAN } from './kinds/banks-german.ts'
import { BANKS_MORE } from './kinds/banks-more.ts'
import { BANKS_OTHERS } from './kinds/banks-others.ts'
import { BODIES } from './kinds/bodies.ts'
import { COUNCILS } from './kinds/councils.ts'
import { LEDGERS } from './kinds/ledgers.ts'
import { BANKS_UNUSUAL, REPORTS } from './kinds/reports.ts'
import { SECTIONS } from './kinds/sections.ts'
import { tryKind, type Kind } from './kinds/try.ts'

async function reads(kind: Kind): Promise<void> {
  const reading = await tryKind(kind)
  expect(reading.asks).toEqual(kind.asks ?? [])
  if (kind.entries) expect(reading.entries).toEqual(kind.entries)
  expect(reading.first).toMatchObject(kind.first ?? {})
  if (kind.reads) expect(reading.mapping.profile).toBe(kind.reads)
  for (const field of kind.lacks ?? []) expect(reading.first).not.toHaveProperty(field)
  if (kind.accounts) expect(reading.accounts).toEqual(kind.accounts)
  if (kind.claims) expect(reading.claims).toEqual(kind.claims)
  const { read, loaded, duplicate, rejected, ignored } = reading.counts
  expect({ rejected, read }).toEqual({
    rejected: kind.rejected ?? 0,
    read: loaded + duplicate + rejected + ignored,
  })
}

describe('what public bodies publish', () => {
  it.each([...COUNCILS, ...BODIES])('$kind', reads)
})

describe('what banks write', () => {
  const kinds = [
    ...BANKS_ENGLISH,
    ...BANKS_GERMAN,
    ...BANKS_OTHERS,
    ...BANKS_MORE,
    ...BANKS_HABITS,
    ...BANKS_UNUSUAL,
  ]
  it.each(kinds)('$kind', kind => reads({ profile: 'personal', ...kind }))
})

describe('what ledgers give out', () => {
  it.each([...LEDGERS, ...LEDGER_HABITS, ...REPORTS, ...SECTIONS])('$kind', reads)
})
