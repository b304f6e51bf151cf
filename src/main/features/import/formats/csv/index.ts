export { EncodingProbe, type Encoding } from './encoding.ts'
export type { Block, Broken, Mark } from './block.ts'
export { PlainBlock } from './plain.ts'
export { MAX_RECORD, RecordReader } from './records.ts'
export { layoutAsGiven, layoutOfRows, sniffLayout, type Judge, type Layout } from './sniff.ts'

export const id = 'csv'
export const label = 'CSV'
