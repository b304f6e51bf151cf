import { useMemo } from 'react'
import { exponentOf } from '../../../../shared/money/minor.ts'
import { useFormat } from '../../../ui/index.ts'

/** Writes a figure's decimal text in its unit, digit for digit; '' for no value. */
export function useFigureValue(): (value: string | null, unit: string) => string {
  const format = useFormat()
  return useMemo(
    () => (value, unit) => {
      if (value === null) return ''
      const [whole = '0', places = ''] = value.split('.')
      if (unit === 'count') return format.count(BigInt(whole))
      if (unit === 'percent') return format.percent(Number(value) / 100, { digits: places.length })
      if (unit === 'ratio') return format.number(Number(value), places.length)
      return format.money(BigInt(whole + places.padEnd(exponentOf(unit), '0')), { currency: unit })
    },
    [format],
  )
}
