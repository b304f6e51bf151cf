import { findPii, type PiiKind } from '../../../shared/privacy/detect.ts'
import { maskOne } from '../../../shared/privacy/mask.ts'
import type { PII_PLACES, Masking, Year } from '../../../shared/contract/privacy.ts'
import { readMeta } from '../../db/meta.ts'
import type { ReadableDB } from '../../db/types.ts'
import { namesOfPeople, selectPeople } from './people.ts'
import { retentionRules } from './keeping-queries.ts'
import { countTexts, rejectsAfter, textsAfter } from './queries.ts'
import { yearsOf } from './years.ts'

export type Place = (typeof PII_PLACES)[number]

export interface Found {
  place: Place
  kind: PiiKind
  count: number
  example: string
}

/** Texts looked through in one go: a tenth of a second or so, in which nobody else is answered. */
const CHUNK = 10_000

const FIELDS = ['description', 'reference', 'document', 'note', 'extra'] as const

export function privacyReads(db: ReadableDB) {
  return {
    privacyPeople: (_input: object) => selectPeople(db),
    privacyNames: (_input: object) => namesOfPeople(db),
    privacyMasking: (_input: object): { who: Masking } => ({
      who: (readMeta(db, 'privacy_masking') ?? 'nobody') as Masking,
    }),
    privacyCounts: (_input: object) => countTexts(db),
    privacyRetention: (_input: object) => retentionRules(db),
    privacyYears: (_input: object): Year[] => yearsOf(db),

    /** The next texts after an id; `next` null at the end. */
    privacyScan: ({
      of,
      after,
    }: {
      of: 'entries' | 'rejects'
      after: number
    }): { found: Found[]; next: number | null; looked: number } => {
      const tally = new Map<string, Found>()
      const look = (place: Place, text: string): void => {
        for (const { kind, from, to } of findPii(text)) {
          const known = tally.get(`${place} ${kind}`)
          if (known) known.count += 1
          else
            tally.set(`${place} ${kind}`, {
              place,
              kind,
              count: 1,
              example: maskOne(kind, text.slice(from, to)),
            })
        }
      }
      const rows = of === 'entries' ? textsAfter(db, after, CHUNK) : rejectsAfter(db, after, CHUNK)
      for (const row of rows)
        if (of === 'rejects') look('rejected', (row as { raw: string }).raw)
        else for (const field of FIELDS) look(field, String((row as Record<string, unknown>)[field]))
      const last = rows.at(-1)
      return {
        found: [...tally.values()],
        next: rows.length === CHUNK && last ? Number(last.id) : null,
        looked: rows.length,
      }
    },
  }
}
