/** Which number formats show a date: ECMA-376 part 1, 18.8.30, and those that East Asian editions add. */
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [50, 58],
]

/** Does this number format show a day or a time of day? Durations ("[h]:mm") do not. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to)
  const [first = ''] = code.split(';')
  if (/^(?:general|standard)$/i.test(first.trim())) return false
  if (/\[[hms]+\]/i.test(first)) return false
  const bare = first
    .replace(/"[^"]*"?/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
  return /[dy]/i.test(bare) || /m{3}/i.test(bare) || /h.*m|m.*s/i.test(bare)
}

// Of signs that several currencies share: which one a format's locale means (the low word of Windows' LCID, in hex).
const BY_LOCALE: Readonly<Record<string, string>> = {
  '$-409': 'USD',
  '$-1009': 'CAD',
  '$-C0C': 'CAD',
  '$-C09': 'AUD',
  '$-1409': 'NZD',
  '$-1004': 'SGD',
  '$-4809': 'SGD',
  '$-C04': 'HKD',
  '$-80A': 'MXN',
  'kr-41D': 'SEK',
  'kr-414': 'NOK',
  'kr-406': 'DKK',
  '¥-804': 'CNY',
  '¥-411': 'JPY',
}

/**
 * The currency that a number format shows beside the number ("[$£-809]#,##0.00", "#,##0.00 \"€\""): a sign, a code, or any short word,
 * which need not be a currency. Undefined for none. The formats that Excel has built in follow the reader's own country and have no code.
 */
export function unitOfFormat(code: string | undefined): string | undefined {
  if (code === undefined) return undefined
  const [, stated, locale = ''] = /\[\$([^\]-]+)(?:-([0-9A-F]+))?\]/i.exec(code) ?? []
  const unit = stated?.trim()
  if (unit)
    return (
      BY_LOCALE[
        `${unit}-${Number.parseInt(locale || '0', 16)
          .toString(16)
          .toUpperCase()}`
      ] ?? unit
    )
  const bare = code.replace(/\[[^\]]*\]/g, '')
  const words = [...bare.matchAll(/"([^"]*)"/g)].map(([, word = '']) => word.trim())
  return words.find(word => /^[\p{L}\p{Sc}]{1,4}$/u.test(word)) ?? /\p{Sc}/u.exec(bare)?.[0]
}

const DAY_MS = 86_400_000
// 1899-12-30: day 60 of the 1900 system is a 29 February that never was, so the days before it count from the 31st.
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
const LAST_SERIAL = 2_958_466

/** A serial day as "2024-01-31", with " 14:05:00" behind it where it is not midnight; undefined where it is no day of the calendar. */
export function dateOfSerial(serial: number, is1904: boolean): string | undefined {
  if (!(serial >= 0) || serial >= LAST_SERIAL) return undefined
  let day = Math.floor(serial)
  let seconds = Math.round((serial - day) * 86_400)
  if (seconds === 86_400) {
    day++
    seconds = 0
  }
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map(n => String(n).padStart(2, '0'))
    .join(':')
  if (day === 0 && !is1904) return clock
  const shift = !is1904 && day < 60 ? 1 : 0
  const at = new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + (day + shift) * DAY_MS)
  const iso = at.toISOString().slice(0, 10)
  return seconds === 0 ? iso : `${iso} ${clock}`
}

/**
 * A stored number as a plain decimal. Spreadsheets show and compare 15 digits: what stands behind them ("0.30000000000000004") is
 * the binary fraction's, not the author's.
 */
export function decimalOf(stored: string): string {
  if (/^-?(?:0|[1-9]\d{0,13})(?:\.\d{1,2})?$/.test(stored) && stored.length <= 15 && stored !== '-0')
    return stored
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return stored
  const text = plain(value.toPrecision(15))
  // 500.01 - 500 leaves 0.00999999999999091: what lies behind the tenth decimal of a small difference is noise as well.
  return places(text) > MOST_PLACES ? plain(value.toFixed(MOST_PLACES)) : text
}

const MOST_PLACES = 10
const places = (text: string): number => (text.includes('.') ? text.length - text.indexOf('.') - 1 : 0)

/** Without an exponent and without noughts at the end. */
function plain(text: string): string {
  const [, sign = '', whole = '', places = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) ?? []
  const point = whole.length + Number(power)
  const digits = (whole + places).replace(/0+$/, '')
  if (digits.replace(/0/g, '') === '') return '0'
  const padded = point > 0 ? digits.padEnd(point, '0') : '0'.repeat(1 - point) + digits
  const at = Math.max(point, 1)
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '')
  const right = padded.slice(at)
  return `${sign}${left}${right === '' ? '' : `.${right}`}`
}
