/** The exact sum of plain decimals, as a plain decimal without needless noughts: '0', '-12.5'. */
export function sumOf(amounts: Iterable<string>): string {
  let places = 0
  const all = [...amounts]
  for (const amount of all) places = Math.max(places, amount.split('.')[1]?.length ?? 0)
  let sum = 0n
  for (const amount of all) {
    const [whole = '', fraction = ''] = amount.split('.')
    sum += BigInt(whole + fraction.padEnd(places, '0'))
  }
  const digits = (sum < 0n ? -sum : sum).toString().padStart(places + 1, '0')
  const fraction = places > 0 ? digits.slice(-places).replace(/0+$/, '') : ''
  return `${sum < 0n ? '-' : ''}${digits.slice(0, digits.length - places)}${fraction === '' ? '' : `.${fraction}`}`
}
