import { allocate } from '../../../shared/money/allocate.ts'
import { minor } from '../../../shared/money/minor.ts'

/** A part as it is typed. */
export interface DraftPart {
  amount: string
  category: string
  note: string
}

/** What the parts leave over of an amount; undefined while one of them is no amount. */
export function leftOver(
  amount: number,
  parts: readonly (number | 'wrong' | undefined)[],
): number | undefined {
  let left = BigInt(amount)
  for (const part of parts) {
    if (part === 'wrong') return undefined
    left -= BigInt(part ?? 0)
  }
  return Number(left)
}

/** The amount in equal parts that add up to it. */
export const evenParts = (amount: number, count: number): number[] =>
  allocate(minor(amount), Array<number>(count).fill(1))
