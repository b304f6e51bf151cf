export { EncodingProbe, type Encoding } from './encoding.ts'
export { RecordReader, type Block } from './records.ts'
export { layoutAsGiven, sniffLayout, type Judge, type Layout } from './sniff.ts'

export const id = 'csv'
export const label = 'CSV'
