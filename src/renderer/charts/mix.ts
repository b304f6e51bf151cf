/** A colour between two (both #RRGGBB): 0 is the first, 1 the second. */
export function mix(a: string, b: string, part: number): string {
  const channel = (hex: string, i: number): number => Number.parseInt(hex.slice(i, i + 2), 16)
  const mixed = [1, 3, 5].map(i => Math.round(channel(a, i) + (channel(b, i) - channel(a, i)) * part))
  return `#${mixed.map(value => value.toString(16).padStart(2, '0')).join('')}`
}
