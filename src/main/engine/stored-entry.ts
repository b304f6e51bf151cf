/** An entry as it is stored, with its texts. Code columns under their own names. */
export interface StoredEntry extends Record<string, unknown> {
  id: number
  batchId: number
  line: number
  day: number
  postingPeriod: number
  amount: number
  baseAmount: number | null
  description: string
  reference: string
  document: string
  note: string
  extra: string
  /** 1 where it is a part of a split entry. */
  part: number
}
