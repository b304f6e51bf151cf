const DEBIT = new Set(
  'd dr debit db s soll sh af uit debet debito cargo withdrawal payment - out lastschrift belastung debited debits buy kauf achat koop'.split(
    ' ',
  ),
)
const CREDIT = new Set(
  'c cr credit h haben bij in credito abono deposit + gutschrift k kredit credited credits sell verkauf vente verkoop'.split(
    ' ',
  ),
)

// What Sage calls its transactions: invoices, payments, receipts and journals by the side of the nominal account that they name.
const SAGE: ReadonlyMap<string, 'debit' | 'credit'> = new Map([
  ...['PI', 'SC', 'BP', 'CP', 'VP', 'JD', 'SR', 'SA'].map(code => [code, 'debit'] as const),
  ...['SI', 'PC', 'BR', 'CR', 'VR', 'JC', 'PP', 'PA'].map(code => [code, 'credit'] as const),
])
const SAGE_ONLY = /^(?:[SP]I|J[DC])$/

/** False where two letters may be anything (a state, a country): Sage's codes are sides only among Sage's, invoices or journals with them. */
export function maySaySides(texts: readonly string[]): boolean {
  const codes = texts.filter(t => SAGE.has(t.trim()) && t.trim() !== 'CR')
  const isSage = texts.every(t => SAGE.has(t.trim())) && texts.some(t => SAGE_ONLY.test(t.trim()))
  return codes.length === 0 || isSage
}

/** What a cell of a sign column says: Dr/Cr, S/H, Af/Bij, debit/credit; undefined where it says neither. */
export function signOf(text: string): 'debit' | 'credit' | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
  if (DEBIT.has(word)) return 'debit'
  if (CREDIT.has(word)) return 'credit'
  return SAGE.get(text.trim())
}
