export { beancount } from './beancount.ts'
export { ledger } from './ledger.ts'
