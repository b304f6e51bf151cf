/** A person's verdict on an entry. */
export interface Judged {
  entry: number
  verdict: 'confirmed' | 'dismissed'
  heldOut: boolean
}

/** Held-out verdicts below which no challenger is compared: a gain on fewer would be chance. */
export const LEAST_HELD_OUT = 10

/**
 * What the verdicts say of a detector's flags, on the held-out half: precision (confirmed among the judged that it flags), recall (flagged
 * among the confirmed) and their harmonic mean. 0 where there is nothing to divide by. Most verdicts are about entries that some
 * detector flagged, so recall is of what was found at all, not of all that there is.
 */
export function measured(
  flags: Uint8Array,
  ids: Float64Array,
  judged: readonly Judged[],
): Record<string, number> {
  const rows = new Map<number, number>()
  for (let i = 0; i < ids.length; i += 1) rows.set(ids[i] as number, i)
  let hits = 0
  let false_ = 0
  let missed = 0
  let heldOut = 0
  for (const { entry, verdict, heldOut: kept } of judged) {
    const row = rows.get(entry)
    if (!kept || row === undefined) continue
    heldOut += 1
    const flagged = flags[row] === 1
    if (verdict === 'confirmed' && flagged) hits += 1
    else if (verdict === 'confirmed') missed += 1
    else if (flagged) false_ += 1
  }
  const precision = share(hits, hits + false_)
  const recall = share(hits, hits + missed)
  return {
    scored: ids.length,
    flagged: flags.reduce((sum, flag) => sum + flag, 0),
    heldOut,
    confirmed: hits + missed,
    precision,
    recall,
    f1: share(2 * precision * recall, precision + recall),
  }
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
