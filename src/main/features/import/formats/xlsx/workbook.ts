import { FailureError } from '../../../../../shared/result/failure.ts'
import { isDateFormat, unitOfFormat } from './values.ts'
import { attribute, readXml } from './xml.ts'
import { say } from './messages.ts'

/** The parts of a workbook's archive, by name; undefined where there is none. */
export type OpenPart = (name: string) => AsyncIterable<Uint8Array> | undefined

export interface Sheet {
  name: string
  hidden: boolean
  part: string
}

/** What is needed to read any of a workbook's sheets. */
export interface Workbook {
  sheets: Sheet[]
  is1904: boolean
  /** By cell style: shows a date. */
  dateStyles: readonly boolean[]
  /** By cell style: the sign or word that is shown beside a number. */
  unitStyles: readonly (string | undefined)[]
  /** Read once, when the first sheet is read. */
  texts(): Promise<readonly string[]>
}

const MAX_TEXTS = 8_000_000

/** Reads what a workbook says of itself; its sheets are read by `readSheet`. Throws `import-refused` where it is none. */
export async function openWorkbook(open: OpenPart): Promise<Workbook> {
  const main = await mainPart(open)
  const part = open(main)
  if (!part) throw refused(say().noWorkbook)
  const found: { name: string; hidden: boolean; id: string }[] = []
  let is1904 = false
  await readXml(part, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '')
      if (name !== 'sheet') return
      found.push({
        name: attribute(attributes, 'name') ?? '',
        hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
        id: attributes['r:id'] ?? relationId(attributes),
      })
    },
  })
  const relations = await relationsOf(open, main)
  const sheets = found.flatMap(({ name, hidden, id }) => {
    const relation = relations.get(id)
    // Charts and dialogs are sheets without cells.
    return relation?.type.endsWith('/worksheet') ? [{ name, hidden, part: relation.target }] : []
  })
  if (sheets.length === 0) throw refused(say().noSheet)
  const byType = (type: string): string | undefined =>
    [...relations.values()].find(r => r.type.endsWith(`/${type}`))?.target
  const { dateStyles, unitStyles } = await stylesOf(open, byType('styles'))
  let texts: Promise<readonly string[]> | undefined
  return {
    sheets,
    is1904,
    dateStyles,
    unitStyles,
    texts: () => (texts ??= textsOf(open, byType('sharedStrings'))),
  }
}

function relationId(attributes: Readonly<Record<string, string>>): string {
  const key = Object.keys(attributes).find(k => k.endsWith(':id'))
  return key === undefined ? '' : (attributes[key] as string)
}

/** Where the workbook lies: the package's root relations say so. */
async function mainPart(open: OpenPart): Promise<string> {
  const relations = await relationsOf(open, '')
  return [...relations.values()].find(r => r.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
}

async function relationsOf(
  open: OpenPart,
  part: string,
): Promise<Map<string, { type: string; target: string }>> {
  const slash = part.lastIndexOf('/')
  const folder = slash < 0 ? '' : part.slice(0, slash + 1)
  const relations = new Map<string, { type: string; target: string }>()
  const bytes = open(`${folder}_rels/${part.slice(slash + 1)}.rels`)
  if (!bytes) return relations
  await readXml(bytes, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return
      const target = attributes['Target'] ?? ''
      relations.set(attributes['Id'] ?? '', {
        type: attributes['Type'] ?? '',
        target: resolve(folder, target),
      })
    },
  })
  return relations
}

/** Only ever a name that is looked for in the archive: it cannot lead out of it. */
function resolve(folder: string, target: string): string {
  const parts: string[] = []
  for (const piece of `${target.startsWith('/') ? '' : folder}${target}`.split('/')) {
    if (piece === '..') parts.pop()
    else if (piece !== '' && piece !== '.') parts.push(piece)
  }
  return parts.join('/')
}

async function stylesOf(
  open: OpenPart,
  part: string | undefined,
): Promise<Pick<Workbook, 'dateStyles' | 'unitStyles'>> {
  const bytes = part === undefined ? undefined : open(part)
  const dateStyles: boolean[] = []
  const unitStyles: (string | undefined)[] = []
  if (!bytes) return { dateStyles, unitStyles }
  const codes = new Map<number, string>()
  let inCells = false
  await readXml(bytes, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0)
        const isDate = isDateFormat(id, codes.get(id))
        dateStyles.push(isDate)
        unitStyles.push(isDate ? undefined : unitOfFormat(codes.get(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return { dateStyles, unitStyles }
}

async function textsOf(open: OpenPart, part: string | undefined): Promise<readonly string[]> {
  const bytes = part === undefined ? undefined : open(part)
  const texts: string[] = []
  if (!bytes) return texts
  const run = new TextRun()
  await readXml(bytes, {
    open(name) {
      if (name === 'si') run.start()
      else run.open(name)
    },
    text: text => run.text(text),
    close(name) {
      run.close(name)
      if (name !== 'si') return
      if (texts.length >= MAX_TEXTS) throw refused(say().tooManyTexts)
      texts.push(run.end())
    },
  })
  return texts
}

/** Puts together the runs of a rich text; the phonetic readings beside it are not part of it. */
export class TextRun {
  #text = ''
  #inText = false
  #phonetic = false

  start(): void {
    this.#text = ''
  }

  open(name: string): void {
    if (name === 't') this.#inText = true
    else if (name === 'rPh') this.#phonetic = true
  }

  text(text: string): void {
    if (this.#inText && !this.#phonetic) this.#text += text
  }

  close(name: string): void {
    if (name === 't') this.#inText = false
    else if (name === 'rPh') this.#phonetic = false
  }

  end(): string {
    return unescape(this.#text)
  }
}

/** Characters that XML cannot hold stand as _x000D_. */
export const unescape = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

export const refused = (what: string): FailureError =>
  new FailureError('import-refused', say().refusedWorkbook(what))
