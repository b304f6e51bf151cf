/** ISO 13616: the country's letters and check digits to the end, letters as 10–35, the whole modulo 97 is 1. */
export function isIban(text: string): boolean {
  const iban = text.replaceAll(/\s/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false
  let rest = 0
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(char, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/** ISO/IEC 7812, the check digit of payment cards: every second digit from the right doubled, the digits' sum is a multiple of 10. */
export function isCard(text: string): boolean {
  const digits = text.replaceAll(/[ -]/g, '')
  if (!/^[2-6]\d{12,18}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false
  let sum = 0
  for (const [i, digit] of [...digits].toReversed().entries()) {
    const doubled = Number(digit) * (i % 2 === 1 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** German Steuer-ID (§ 139b AO): eleven digits, the last by ISO 7064 modulo 11,10; one of the first ten stands there two or three times. */
export function isGermanTaxId(text: string): boolean {
  const digits = text.replaceAll(' ', '')
  if (!/^[1-9]\d{10}$/.test(digits)) return false
  const counts = new Map<string, number>()
  for (const digit of digits.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1)
  const repeated = [...counts.values()].filter(count => count > 1)
  if (repeated.length !== 1 || (repeated[0] as number) > 3) return false
  let product = 10
  for (const digit of digits.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10 || 10
    product = (sum * 2) % 11
  }
  return (11 - product) % 10 === Number(digits[10])
}

/** Spanish DNI and NIE: the letter is the number modulo 23. */
export function isSpanishId(text: string): boolean {
  const id = text.replaceAll(/[ -]/g, '').toUpperCase()
  if (!/^[XYZ\d]\d{7}[A-Z]$/.test(id)) return false
  const number = Number(id.slice(0, 8).replace('X', '0').replace('Y', '1').replace('Z', '2'))
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === id[8]
}

/** French NIR: the key is 97 less the thirteen digits modulo 97; Corsica's 2A and 2B count as 19 and 18. */
export function isFrenchId(text: string): boolean {
  const id = text.replaceAll(' ', '').toUpperCase()
  if (!/^[12]\d{2}(0[1-9]|1[0-2]|[2-9]\d)(\d{2}|2[AB])\d{6}\d{2}$/.test(id)) return false
  const number = BigInt(id.slice(0, 13).replace('2A', '19').replace('2B', '18'))
  return 97n - (number % 97n) === BigInt(id.slice(13))
}
