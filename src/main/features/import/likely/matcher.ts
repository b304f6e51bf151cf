import { toIsoDate } from '../../../../shared/calendar/day.ts'
import type { ReadableDB } from '../../../db/types.ts'
import { CERTAIN, likeness, NEAR_DAYS } from '../analysis/fingerprint/likely.ts'
import type { Match, WeakRows } from '../load/likely.ts'
import {
  candidatesOfDay,
  entryByFingerprint,
  otherBatches,
  type Candidate,
  type FileLayout,
} from './queries.ts'

/** Candidates that one row is held against at most. */
const MOST = 50

/**
 * Finds entries of other files that are probably the same movements. Two files of one layout need no such guess: their rows are
 * known again to the letter. No entry is matched twice.
 */
export class LikelyMatcher {
  readonly #files: ReadonlyMap<number, string>
  readonly #days = new Map<number, Map<string, Candidate[]>>()
  readonly #taken = new Set<number>()
  readonly #ofDay: (day: number) => Candidate[]
  readonly #known: (fingerprint: Uint8Array) => number | undefined

  constructor(db: ReadableDB, layout: FileLayout) {
    this.#files = otherBatches(db, layout)
    this.#ofDay = candidatesOfDay(db)
    this.#known = entryByFingerprint(db)
  }

  match(rows: WeakRows): Match[] {
    if (this.#files.size === 0) return []
    const exact = this.#exact(rows)
    const pairs: { row: number; candidate: Candidate; score: number }[] = []
    for (let row = 0; row < rows.amounts.length; row++) {
      if (exact.has(row)) continue
      const movement = {
        day: rows.days[row] as number,
        account: rows.accounts[row] as string,
        reference: rows.references[row] as string,
        text: rows.texts[row] as string,
      }
      const key = `${rows.amounts[row]} ${rows.currencies[row]}`
      let seen = 0
      for (let day = movement.day - NEAR_DAYS; day <= movement.day + NEAR_DAYS && seen < MOST; day++)
        for (const candidate of this.#on(day).get(key) ?? []) {
          if (this.#taken.has(candidate.id)) continue
          const score = likeness(movement, candidate)
          if (score > 0) pairs.push({ row, candidate, score })
          if (++seen >= MOST) break
        }
    }
    return this.#best(pairs)
  }

  /** Rows that are there to the letter; their entries are nobody else's. */
  #exact({ fingerprints }: WeakRows): Set<number> {
    const exact = new Set<number>()
    for (let at = 0; at < fingerprints.length; at += 16) {
      const id = this.#known(Buffer.from(fingerprints.buffer, fingerprints.byteOffset + at, 16))
      if (id === undefined) continue
      exact.add(at / 16)
      this.#taken.add(id)
    }
    return exact
  }

  #best(pairs: { row: number; candidate: Candidate; score: number }[]): Match[] {
    const matches: Match[] = []
    const rows = new Set<number>()
    for (const { row, candidate, score } of pairs.toSorted((a, b) => b.score - a.score || a.row - b.row)) {
      if (rows.has(row) || this.#taken.has(candidate.id)) continue
      rows.add(row)
      this.#taken.add(candidate.id)
      matches.push({
        row,
        grade: score >= CERTAIN ? 'certain' : 'possible',
        entry: candidate.id,
        file: this.#files.get(candidate.batch) ?? '',
        date: toIsoDate(candidate.day),
        description: candidate.text.trim().slice(0, 200),
      })
    }
    return matches
  }

  #on(day: number): Map<string, Candidate[]> {
    let found = this.#days.get(day)
    if (found) return found
    found = new Map()
    for (const candidate of this.#ofDay(day)) {
      if (!this.#files.has(candidate.batch)) continue
      const key = `${candidate.amount} ${candidate.currency}`
      const list = found.get(key)
      if (list) list.push(candidate)
      else found.set(key, [candidate])
    }
    this.#days.set(day, found)
    return found
  }
}
