import { strToU8, type Zippable } from 'fflate'

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (...targets: [string, string][]): string =>
  `<Relationships>${targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${TYPES}/${type}" Target="${target}"/>`).join('')}</Relationships>`

/** The parts of a workbook of one sheet with these rows (XML), to be zipped; `changes` replace and add parts. */
export function workbook(rows: string, changes: Zippable = {}): Zippable {
  const parts = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns:r="${TYPES}"><sheets><sheet name="Bank" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ),
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': '<sst><si><t>Coffee</t></si><si><t>Pay</t></si></sst>',
    'xl/styles.xml':
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="4"/></cellXfs></styleSheet>',
  }
  const bytes = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const)
  return { ...Object.fromEntries(bytes), ...changes }
}
