import { parseDecimal } from '../../shared/money/minor.ts'

/**
 * An amount as a person types it into a filter: with the locale's decimal sign and, if they like, its grouping.
 * Blank is undefined (no bound), what cannot be read is 'wrong'.
 */
export function readAmount(text: string, locale: string, exponent: number): number | undefined | 'wrong' {
  const trimmed = text.trim().replace(/\u2212/g, '-')
  if (trimmed === '') return undefined
  const parts = new Intl.NumberFormat(locale).formatToParts(12_345_678.9)
  const decimal = parts.find(p => p.type === 'decimal')?.value ?? '.'
  const group = parts.find(p => p.type === 'group')?.value ?? ''
  const plain = parseDecimal(trimmed, exponent)
  // "1.234" is a thousand and more to a German; "1234.5" can only be the plain decimal.
  const grouped =
    group !== '' && new RegExp(`^[+-]?\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d*)?$`).test(trimmed)
  if (!grouped && plain !== undefined) return plain
  const bare = (grouped ? trimmed.replaceAll(group, '') : trimmed.replace(/[\s\u00a0\u202f]/g, '')).replace(
    decimal,
    '.',
  )
  return parseDecimal(bare, exponent) ?? 'wrong'
}
