import type { NumberReader } from '../text/number.ts'
import type { DateOrder } from './dates.ts'

/** What a record takes from the file around it. */
export interface Place {
  account: string
  /** 'Bank', 'CCard', … as the header says. */
  type: string
  isInvestment: boolean
  order: DateOrder
  numbers: NumberReader
}
