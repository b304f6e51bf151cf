import type { ReadableDB } from '../../db/types.ts'
import type { Engine } from '../../engine/index.ts'
import { BETWEEN } from './entries-population.ts'
import {
  countExceptions,
  readEntries,
  readEvents,
  readExceptions,
  readFingerprints,
  readItems,
  readRun,
  readRuns,
  readTexts,
  readTextSources,
  type EntryText,
} from './queries.ts'
import type { Source } from './sources.ts'

export function auditReads(db: ReadableDB, { columnar }: Engine) {
  return {
    /** What fields can come from: dimensions and texts that any entry has. */
    auditSources: (_input: object) => {
      const { texts, extra } = readTextSources(db)
      return columnar.read(() => {
        const dimensions = [...columnar.dictionaries.registry.values()].filter(
          one => one.kind !== 'derived' && columnar.dictionary(one.id).size > 1,
        )
        const sources: Source[] = [
          ...dimensions.map(one => ({
            id: `dimension:${one.id}`,
            label: one.label,
            kind: 'dimension' as const,
          })),
          ...texts.map(text => ({ id: `text:${text}`, label: text, kind: 'text' as const })),
          ...extra.map(header => ({ id: `extra:${header}`, label: header, kind: 'extra' as const })),
        ]
        return { sources, currency: columnar.store.baseCurrency, entries: columnar.select({}).count }
      })
    },

    /** A step of reading texts, joined: some thousand entries, so that a cancel does not wait. */
    auditTexts: ({ ids, of }: { ids: number[]; of: { text: EntryText } | { extra: string } }): string =>
      readTexts(db, ids, of)
        .map(text => text.replaceAll(BETWEEN, ' '))
        .join(BETWEEN),

    auditRuns: (_input: object) => readRuns(db),

    auditRun: ({
      run,
      verdict,
      offset,
      limit,
    }: {
      run: number
      verdict?: string
      offset: number
      limit: number
    }) => {
      const row = readRun(db, run)
      if (!row) return undefined
      const list = readExceptions(db, run, verdict, limit, offset)
      const items = readItems(db, run)
      const fingerprints = [
        ...list.flatMap(one => JSON.parse(one.entries) as string[]),
        ...items.map(one => one.entry),
      ]
      const entries = readEntries(db, [...new Set(fingerprints)])
      return { row, list, items, entries, events: readEvents(db, run), stored: countExceptions(db, run) }
    },

    auditFingerprints: ({ ids }: { ids: number[] }): Map<number, string> => readFingerprints(db, ids),
  }
}
