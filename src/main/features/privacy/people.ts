import { isPersonName } from '../../../shared/privacy/person.ts'
import { readMeta, writeMeta } from '../../db/meta.ts'
import type { ReadableDB, WritableDB } from '../../db/types.ts'
import { payeeNames, selectPayees, type PayeeRow } from './queries.ts'

const KEY = 'privacy_people'

/** What a person said of payees, by their number: it goes before what the name says. */
function said(db: ReadableDB): Record<string, boolean> {
  return JSON.parse(readMeta(db, KEY) ?? '{}') as Record<string, boolean>
}

export function saySo(db: WritableDB, payee: number, person: boolean | null): void {
  const { [String(payee)]: _, ...others } = said(db)
  writeMeta(db, KEY, JSON.stringify(person === null ? others : { ...others, [payee]: person }))
}

/** The payees that are people, with their entries. */
export function selectPeople(db: ReadableDB): (PayeeRow & { said: boolean })[] {
  const known = said(db)
  return selectPayees(db)
    .filter(({ payee, name }) => known[payee] ?? isPersonName(name))
    .map(row => ({ ...row, said: known[row.payee] !== undefined }))
}

/** Number, key and name only: what masking needs. */
export function namesOfPeople(db: ReadableDB): { payee: number; key: string; name: string }[] {
  const known = said(db)
  return payeeNames(db).filter(({ payee, name }) => known[payee] ?? isPersonName(name))
}
