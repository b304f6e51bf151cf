import type { Total } from './minor.ts'

/**
 * Growth as a share of the size it started from: 100 → 130 and −100 → −70 are 0.3. Null where a percentage says nothing: from nil, and
 * where the sign turns (a profit of 15 after a loss of 3 is no growth by 600 %); then the two amounts have to speak.
 */
export function changeRatio(now: Total, before: Total): number | null {
  if (before === 0 || before === 0n || (before < 0 ? now > 0 : now < 0)) return null
  return (Number(now) - Number(before)) / Math.abs(Number(before))
}
