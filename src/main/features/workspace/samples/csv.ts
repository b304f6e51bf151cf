import { toDecimal } from '../../../../shared/money/minor.ts'

/** One CSV record (RFC 4180), quoted where it must be. */
export function csvLine(cells: readonly (string | number)[]): string {
  return cells
    .map(cell => (/[",\r\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell)))
    .join(',')
}

/** Pence as the decimal text that extracts carry. */
export const decimal = (minorUnits: number): string => toDecimal(minorUnits)
