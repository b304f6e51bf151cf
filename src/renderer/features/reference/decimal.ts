import type { Format } from '../../ui/index.ts'

/** A decimal text in the person's own digits, with as many places as it has, six at most. */
export const decimal = (text: string, format: Format): string =>
  format.number(Number(text), Math.min(6, text.split('.')[1]?.length ?? 0))
