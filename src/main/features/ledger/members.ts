import type { Dimension } from '../../../shared/query/dimensions.ts'
import { group } from '../../engine/columnar/group.ts'
import type { Columnar } from '../../engine/columnar/columnar.ts'

/** Entries by member code of one dimension, over the whole ledger. */
function usage(engine: Columnar, id: string): Uint32Array {
  const { sets, size, source } = engine.dictionary(id)
  if (sets) {
    const used = new Uint32Array(size)
    for (const [code, entries] of usage(engine, source.column).entries())
      for (const member of sets[code] ?? []) used[member] = (used[member] as number) + entries
    return used
  }
  return group(engine.select({}), [engine.keyOf(id)]).counts
}

/** All dimensions with the number of members in use. */
export function dimensionsOf(engine: Columnar): Dimension[] {
  return [...engine.dictionaries.registry.values()].map(({ id, label, kind, several }) => {
    // Nothing to count where the dictionary is empty: most dimensions of most workspaces.
    const members =
      engine.dictionary(id).size === 1
        ? 0
        : usage(engine, id).reduce((used, count, code) => used + (code > 0 && count > 0 ? 1 : 0), 0)
    return { id, label, kind, members, ...(several && { several }) }
  })
}

/** Members in use whose key or label contains the text, the most used first; "none" (key '') among them where entries have none. */
export function findMembers(
  engine: Columnar,
  id: string,
  search: string,
  limit: number,
): { key: string; label: string; entries: number }[] {
  const { keys, labels } = engine.dictionary(id)
  const wanted = search.trim().toLocaleLowerCase()
  const found: { key: string; label: string; entries: number }[] = []
  for (const [code, entries] of usage(engine, id).entries()) {
    const key = keys[code] ?? ''
    const label = labels[code] ?? ''
    if (entries === 0) continue
    if (key.toLocaleLowerCase().includes(wanted) || label.toLocaleLowerCase().includes(wanted))
      found.push({ key, label, entries })
  }
  return found.toSorted((a, b) => b.entries - a.entries || (a.label < b.label ? -1 : 1)).slice(0, limit)
}
