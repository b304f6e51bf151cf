import { toIsoDate } from '../../../shared/calendar/day.ts'
import type { EntryRow } from '../../../shared/contract/ledger.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'
import type { StoredEntry } from './queries.ts'

/** What each of an entry's own dimensions says: stored ones only, those that it has no member of left out. */
export function membersOf(
  engine: Columnar,
  entry: StoredEntry,
): { id: string; label: string; keyText: string; text: string }[] {
  const members = []
  for (const source of engine.dictionaries.registry.values()) {
    if (source.kind === 'derived') continue
    const code = entry[source.column] as number
    if (!code) continue
    const dictionary = engine.dictionary(source.id)
    members.push({
      id: source.id,
      label: source.label,
      keyText: dictionary.keyOf(code),
      text: dictionary.labelOf(code),
    })
  }
  return members
}

export function entryRow(engine: Columnar, entry: StoredEntry): EntryRow {
  const members = membersOf(engine, entry)
  const coded = members.filter(m => m.keyText !== m.text && m.id !== 'flow')
  const currency = engine.dictionary('currency').keyOf(entry['currency'] as number)
  return {
    id: entry.id,
    date: toIsoDate(entry.day),
    amount: entry.amount,
    currency: currency === '' ? engine.store.baseCurrency : currency,
    baseAmount: entry.baseAmount,
    description: entry.description,
    reference: entry.reference,
    document: entry.document,
    members: Object.fromEntries(members.map(m => [m.id, m.text])),
    ...(entry.note !== '' && { note: entry.note }),
    ...(entry.part === 1 && { part: true }),
    ...(coded.length > 0 && { codes: Object.fromEntries(coded.map(m => [m.id, m.keyText])) }),
  }
}
