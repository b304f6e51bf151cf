import { addMembers } from '../../db/members.ts'
import { bumpRevision, readRevision } from '../../db/meta.ts'
import type { WritableDB } from '../../db/types.ts'
import { done } from '../../engine/changes/history.ts'
import { openChange, recordCode } from '../../engine/changes/record.ts'
import type { Chart } from './formats/chart/chart.ts'
import { entriesWithout, membersOf, nameMember, setAccountDetail } from './queries.ts'

/** SAP writes numbers with zeros in front, people do not: 0000111000 is 111000. */
export const plainKey = (key: string): string =>
  key
    .trim()
    .toLowerCase()
    .replace(/^0+(?=\d)/, '')

export function chartWrites(db: WritableDB) {
  return {
    /** A chart on the workspace's accounts, or the places of its cost centres, whole or not at all. */
    referenceSetChart: (chart: Chart & { name: string }) =>
      db
        .transaction(() => {
          const changedMembers = setAccounts(db, chart)
          const changedEntries = setPlaces(db, chart)
          // A change of entries has its own new revision.
          const revision = changedMembers > 0 ? bumpRevision(db) : readRevision(db)
          return { revision, changedMembers, changedEntries }
        })
        .immediate(),
  }
}

function setAccounts(db: WritableDB, { accounts }: Chart): number {
  const byKey = new Map(accounts.map(account => [plainKey(account.key), account]))
  let changed = 0
  for (const { ordinal, key } of membersOf(db, 'account')) {
    const account = byKey.get(plainKey(key))
    if (!account) continue
    const detailed = setAccountDetail(db, ordinal, account.type, account.levels)
    const named = nameMember(db, 'account', ordinal, account.name)
    if (detailed || named) changed += 1
  }
  return changed
}

function setPlaces(db: WritableDB, { places, name }: Chart & { name: string }): number {
  if (places.length === 0) return 0
  const byKey = new Map(places.map(place => [plainKey(place.key), place]))
  const change = openChange(db, { kind: 'places', summary: { file: name } })
  for (const { ordinal, key } of membersOf(db, 'cost_centre')) {
    const place = byKey.get(plainKey(key))
    if (!place) continue
    nameMember(db, 'cost_centre', ordinal, place.name)
    for (const [dimension, member] of Object.entries(place.members)) {
      const to = addMembers(db, dimension, [{ key: member, label: member }]).get(member) as number
      recordCode(db, change, dimension, entriesWithout(db, ordinal, dimension), to)
    }
  }
  return done(db, change).entries
}
