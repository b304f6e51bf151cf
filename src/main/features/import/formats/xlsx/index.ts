export { readSheet, MAX_COLUMNS, MAX_ROWS, type SheetRow } from './sheet.ts'
export { openWorkbook, type OpenPart, type Sheet, type Workbook } from './workbook.ts'

export const id = 'xlsx'
export const label = 'Excel workbook'
