import type { ChartWords } from './model.ts'

/**
 * Labels under a time axis. Up to 14 months each has its name; then quarters' first months, then years' only. Where the
 * axis spans more than one year, its first label and each January carry the year on a second line. '' is not shown.
 */
export function stepLabels(keys: readonly string[], words: Pick<ChartWords, 'stepShort'>): string[] {
  const months = keys.map(key => /^(\d{4})-(\d{2})$/.exec(key))
  if (!months.every(match => match !== null)) return keys.map(key => words.stepShort(key))
  const years = new Set(months.map(match => match[1]))
  const every = keys.length <= 14 ? 1 : keys.length <= 48 ? 3 : 12
  return months.map((match, i) => {
    const month = Number(match[2])
    const shown = (month - 1) % every === 0
    if (!shown) return ''
    const short = words.stepShort(match[0])
    if (years.size === 1) return short
    const first = !months.slice(0, i).some(before => (Number(before[2]) - 1) % every === 0)
    return month === 1 || first ? `${short}\n${match[1]}` : short
  })
}
