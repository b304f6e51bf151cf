// Spaces, zero-width marks and direction marks: what is left of an empty cell after Excel, SAP and report writers.
const NOTHING = /[\s\u00a0\u200b-\u200f\u202a-\u202e\u2060\ufeff]+/g
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  '',
  '#n/a',
  '#ref!',
  '#value!',
  'n/a',
  '-',
  '--',
  '—',
  '–',
  'null',
  'nan',
  // Nought in an accounting format.
  '£-',
  '€-',
  '$-',
  '-€',
])

/** True where a cell says nothing: blank, invisible marks, or a spreadsheet's placeholder. */
export function saysNothing(cell: string | undefined): boolean {
  if (cell === undefined || cell === '') return true
  if (cell.length > 40) return false
  return PLACEHOLDERS.has(cell.replace(NOTHING, '').toLowerCase())
}

const TOTAL =
  /^(?:grand|sub|net|overall|report|page)?[- ]?totals?\b|^(?:gesamt|zwischen)?summe\b|^gesamt(?:betrag)?\b|^(?:sous[- ])?total|^somme\b|^totaa?l\b|^totale\b|^suma\b|^sum\b|^i alt\b|^samlet\b|^summa\b/i

const ENDS_IN_TOTAL = /(?:^|[\s(-])(?:sub[- ]?|grand )?totals?\)?:?$|\b(?:gesamt|summe|ergebnis|totaal):?$/i

/** True where a cell's text announces a total, in the languages of the synonyms: "Total for Care", "Care total", "Summe". */
function announcesTotal(cell: string): boolean {
  const text = cell.replace(NOTHING, ' ').trim()
  return TOTAL.test(text) || (text.length <= 80 && ENDS_IN_TOTAL.test(text))
}

/** The cell that announces a total; also the first one of a row that begins as the totals in SAP's lists do: "*", "** Konto 400000". */
export function totalLabelOf(cells: readonly string[]): string | undefined {
  const first = cells.find(cell => !saysNothing(cell))
  return cells.find(announcesTotal) ?? (/^\*{1,6}(?: |$)/.test(first?.trim() ?? '') ? first : undefined)
}

const BALANCE =
  /^(?:beginning|opening|closing|ending|starting|previous|new|final|current|available|account)? ?balance\b(?! (?:sheet|transfer|payment))|\bbalance (?:brought|carried) (?:forward|down)\b|^(?:alter |neuer |letzter |aktueller |anfangs|schluss|end)?(?:kontostand|saldo)(?:vortrag)?\b|^(?:ancien |nouveau )?solde (?:au|initial|final|crediteur|debiteur|precedent)\b|^(?:saldo (?:inicial|final|anterior|iniziale|finale))\b|^(?:begin|eind)saldo\b/i

/** True where a cell says that its row is an opening or closing balance. */
export function statesBalance(cell: string): boolean {
  return (
    cell.length >= 5 &&
    cell.length <= 80 &&
    BALANCE.test(cell.replace(NOTHING, ' ').replace(/^\s*#/, '').trim())
  )
}

/** Exactly "Total", "Grand total", "Summe" and the like: what a table without dates ends in, and no company is called. */
export function isTotalLabel(cell: string): boolean {
  const text = cell.replace(NOTHING, ' ').trim()
  return text.length <= 30 && TOTAL.test(text) && /^(?:\p{L}+[- ])?\p{L}+:?$/u.test(text)
}

// "Training Academy21740.00": a name and an amount that nothing parts any more are no heading.
export const LOST_DELIMITER = /\p{L}{3}\)?\d{3,}(?:\.\d{1,2})?$/u
