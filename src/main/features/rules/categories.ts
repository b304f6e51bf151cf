import type { Category } from '../../../shared/contract/rules.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { addMembers } from '../../db/members.ts'
import type { ReadableDB, WritableDB } from '../../db/types.ts'
import { makeChange, type Stepped } from '../../engine/changes/history.ts'
import { recordCode, recordMember, type MemberField } from '../../engine/changes/record.ts'
import { selectCategories, selectInCategory, setCategoryPath, type StoredCategory } from './queries.ts'
import { STARTERS } from './starters.ts'
import { say } from './messages.ts'

/** The categories with the groups above them: those that a person chose, else what stands before the colons of the name. */
export function categoriesOf(db: ReadableDB): Category[] {
  return selectCategories(db)
    .filter(category => category.archived === 0)
    .map(({ key, label, entries, ...levels }) => ({ key, label, entries, path: pathOf(key, levels) }))
}

function pathOf(
  key: string,
  { level1, level2, level3 }: Pick<StoredCategory, 'level1' | 'level2' | 'level3'>,
): string[] {
  const chosen = [level1, level2, level3].filter(level => level !== '')
  if (chosen.length > 0) return chosen
  return key
    .split(':')
    .slice(0, -1)
    .map(part => part.trim())
    .filter(part => part !== '')
    .slice(0, 3)
}

/** Makes a category, or offers an archived one again. Throws `bad-input` where there is one of that name. */
export function createCategory(db: WritableDB, name: string, parent: readonly string[]): void {
  db.transaction(() => {
    const known = selectCategories(db).find(category => category.key === name)
    if (known && known.archived === 0) throw new FailureError('bad-input', say().categoryThere(name))
    const ordinal = addMembers(db, 'category', [{ key: name, label: name }]).get(name) as number
    setCategoryPath(db, ordinal, parent)
  }).immediate()
}

/** A household's usual categories that are not there yet. */
export function addStarters(db: WritableDB, language: 'en' | 'de'): void {
  db.transaction(() => {
    const known = new Set(selectCategories(db).map(category => category.key))
    for (const [group, names] of STARTERS[language])
      for (const name of names) {
        if (known.has(name)) continue
        const ordinal = addMembers(db, 'category', [{ key: name, label: name }]).get(name) as number
        setCategoryPath(db, ordinal, [group])
      }
  }).immediate()
}

export function renameCategory(db: WritableDB, key: string, name: string): Stepped {
  const all = selectCategories(db)
  const { ordinal } = mustFind(all, key)
  if (name !== key && all.some(category => category.key === name))
    throw new FailureError('bad-input', say().mergeInstead(name, key))
  return makeChange(db, { kind: 'category', summary: { from: key, to: name } }, change => {
    recordMember(db, change, 'category', ordinal, 'key', name)
    recordMember(db, change, 'category', ordinal, 'label', name)
  })
}

export function moveCategory(db: WritableDB, key: string, parent: readonly string[]): Stepped {
  const { ordinal } = mustFind(selectCategories(db), key)
  const summary = { move: key, to: parent.join(': ') }
  return makeChange(db, { kind: 'category', summary }, change => {
    for (const [i, field] of (['level_1', 'level_2', 'level_3'] as MemberField[]).entries())
      recordMember(db, change, 'category', ordinal, field, parent[i] ?? '')
  })
}

/** All entries of one category get another, in one step with the first one's end. */
export function mergeCategory(db: WritableDB, key: string, into: string): Stepped {
  const all = selectCategories(db)
  const from = mustFind(all, key)
  const to = mustFind(all, into)
  if (from.ordinal === to.ordinal) throw new FailureError('bad-input', say().intoItself())
  return makeChange(db, { kind: 'category', summary: { merge: key, to: into } }, change => {
    recordCode(db, change, 'category', selectInCategory(db, from.ordinal), to.ordinal)
    recordMember(db, change, 'category', from.ordinal, 'archived', 1)
  })
}

function mustFind(all: readonly StoredCategory[], key: string): StoredCategory {
  const found = all.find(category => category.key === key && category.archived === 0)
  if (!found) throw new FailureError('not-found', say().noCategory(key))
  return found
}
