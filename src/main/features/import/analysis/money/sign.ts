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

/** What a cell of a sign column says: Dr/Cr, S/H, Af/Bij, debit/credit; undefined where it says neither. */
export function signOf(text: string): 'debit' | 'credit' | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
  if (DEBIT.has(word)) return 'debit'
  return CREDIT.has(word) ? 'credit' : undefined
}
