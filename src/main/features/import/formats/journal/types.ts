import type { Decimal } from '../common/decimal.ts'

export interface Amount {
  quantity: Decimal
  commodity: string
}

/** A price or cost: of one unit, or of all of them. */
export interface Price extends Amount {
  total: boolean
}

export interface Posting {
  line: number
  raw: string
  account: string
  status: string
  /** '(account)' takes no part in balancing, '[account]' balances among its like. */
  virtual: '' | 'unbalanced' | 'balanced'
  /** Undefined where it is left to be computed. */
  amount: Amount | undefined
  /** Only the commodity is given, the number is to be computed (beancount). */
  commodity: string
  /** '{…}': what the units were bought for; 'unknown' where it has to be found among earlier lots. */
  cost: Price | 'unknown' | undefined
  /** '@' and '@@'. */
  price: Price | undefined
  /** '= 100 EUR': balance after this posting; without an amount it makes the amount. */
  assertion: Amount | undefined
  extra: Record<string, string>
}

export interface Transaction {
  line: number
  raw: string
  date: string
  valueDate: string
  status: string
  code: string
  payee: string
  description: string
  extra: Record<string, string>
  postings: Posting[]
}

/** A failure of one transaction, said to the user. */
export interface Failure {
  code: string
  message: string
}

export const emptyTransaction = (line: number, raw: string): Transaction => ({
  line,
  raw,
  date: '',
  valueDate: '',
  status: '',
  code: '',
  payee: '',
  description: '',
  extra: {},
  postings: [],
})

export const emptyPosting = (line: number, raw: string, account: string): Posting => ({
  line,
  raw,
  account,
  status: '',
  virtual: '',
  amount: undefined,
  commodity: '',
  cost: undefined,
  price: undefined,
  assertion: undefined,
  extra: { computed: 'yes' },
})
