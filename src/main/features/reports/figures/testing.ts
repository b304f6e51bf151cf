import { strFromU8, unzipSync } from 'fflate'

/** For tests: figure → what its cell in the workbook holds, by the workbook's own list of figures (its last sheet). */
export function workbookCells(bytes: Uint8Array): Map<string, string> {
  const parts = unzipSync(bytes)
  const xml = (name: string): string => (parts[name] ? strFromU8(parts[name]) : '')
  const shared = [...xml('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = '']) =>
    unescaped(si),
  )
  const names = [...xml('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) =>
    unescaped(name),
  )
  const sheets = names.map((_, i) => {
    const cells = new Map<string, string>()
    for (const [, attributes = '', body = ''] of xml(`xl/worksheets/sheet${i + 1}.xml`).matchAll(
      /<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
    )) {
      const at = /r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? ''
      const value = /<v>(.*?)<\/v>/s.exec(body)?.[1]
      const text = attributes.includes('t="s"') ? shared[Number(value)] : (value ?? unescaped(body))
      cells.set(at, text ?? '')
    }
    return cells
  })
  const list = sheets.at(-1) ?? new Map<string, string>()
  const found = new Map<string, string>()
  for (let row = 2; list.has(`A${row}`); row += 1) {
    const sheet = sheets[names.indexOf(list.get(`E${row}`) ?? '')]
    const value = list.get(`C${row}`)
    if (value !== '' && value !== undefined)
      found.set(list.get(`A${row}`) ?? '', sheet?.get(list.get(`F${row}`) ?? '') ?? '')
  }
  return found
}

const unescaped = (xml: string): string =>
  xml
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
