import Papa from 'papaparse'
import { SaxesParser } from 'saxes'
import { ACCOUNT_TYPES, type AccountType } from '../../../../../shared/query/dimensions.ts'
import { FailureError } from '../../../../../shared/result/failure.ts'
import { say } from '../messages.ts'

/** One account of a chart. `levels`: what stands above it, from the top; at most seven. */
export interface ChartAccount {
  key: string
  name: string
  type: AccountType | ''
  levels: string[]
}

/** What an account or cost centre belongs to: dimension id → name. */
export interface Placement {
  key: string
  name: string
  members: Record<string, string>
}

export interface Chart {
  format: 'gnucash' | 'json' | 'text' | 'table' | 'parents' | 'places'
  accounts: ChartAccount[]
  /** Cost centres with what they belong to, where the file is about these. */
  places: Placement[]
  problems: { line: number; message: string }[]
}

interface Node {
  key: string
  name: string
  type: string
  parent: string
  line: number
}

const LEVELS = 7
const ACCOUNT =
  /^(?:(?:g\/?l|general ledger) ?)?(?:account|konto|sachkonto)(?: ?(?:no|number|nr|id|code))?$|^(?:saknr|hkont|racct|hierarchyid|number|code|kontonummer)$/
const NAME =
  /^(?:(?:g\/?l|general ledger) ?)?(?:account|konto) ?(?:name|title|text)$|^(?:name|description|medium descr|long descr|title|bezeichnung|txt50|txt20|kontobezeichnung)$/
const TYPE = /^(?:account ?)?(?:type|typ|art|kontoart)(?: ?id)?$/
const PARENT = /^(?:parent|parent ?(?:id|account|code)|übergeordnet)$/
const CENTRE = /^(?:cost ?cent(?:re|er)|kostenstelle|kostl)(?: ?(?:no|number|nr|id|code))?$/
const CENTRE_NAME = /^(?:cost ?cent(?:re|er)|kostenstelle) ?(?:name|text|bezeichnung)$/
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^(?:department|abteilung)(?: name)?$/, 'department'],
  [/^(?:directorate|direktion|bereich)(?: name)?$/, 'directorate'],
  [/^(?:entity|gesellschaft)(?: name)?$/, 'entity'],
  [/^region(?: name)?$/, 'region'],
  [/^(?:profit ?cent(?:re|er))(?: name)?$/, 'profit_centre'],
]
const TYPES: readonly (readonly [RegExp, AccountType])[] = [
  [/^(?:asset|bank|cash|receivable|aktiv|vermögen|actif|activo|attiv|stock|mutual|a$)/, 'asset'],
  [/^(?:liab|payable|credit|passiv|verbindlichk|schuld|passif|pasivo|l$)/, 'liability'],
  [/^(?:equity|capital|eigenkapital)/, 'equity'],
  [/^(?:revenue|income|inc$|ertr[aä]g|erlös|produit|ingreso|ricavi|sales|r$)/, 'revenue'],
  [/^(?:expense|exp$|cost|aufw[aä]nd|aufwend|charge|gasto|costi|e$)/, 'expense'],
  [/^stat/, 'statistical'],
]

/**
 * Reads a chart of accounts: GnuCash's account examples (XML), a JSON object of numbers and names, lines of number and name, or a table
 * with a header (levels or parents); or a table of cost centres and what they belong to. Throws `import-refused` for anything else.
 */
export function readChart(text: string, name: string): Chart {
  const head = text.trimStart().slice(0, 2000)
  if (head.startsWith('<')) return readGnucash(text, name)
  if (head.startsWith('{')) return readJson(text, name)
  return readTable(text) ?? readLines(text, name)
}

export function typeOf(word: string): AccountType | '' {
  const plain = word.trim().toLowerCase()
  return (
    ACCOUNT_TYPES.find(type => type === plain) ?? TYPES.find(([pattern]) => pattern.test(plain))?.[1] ?? ''
  )
}

function readGnucash(text: string, name: string): Chart {
  const nodes: Node[] = []
  let now: (Node & { code: string }) | undefined
  let field = ''
  const parser = new SaxesParser()
  parser.on('doctype', () => {
    throw new FailureError('import-refused', say().gnucashDoctype(name))
  })
  parser.on('error', error => {
    throw new FailureError('import-refused', say().gnucashDamaged(name, error.message))
  })
  parser.on('opentag', tag => {
    if (tag.name === 'gnc:account')
      now = { key: '', code: '', name: '', type: '', parent: '', line: parser.line }
    field = tag.name
  })
  parser.on('text', cell => {
    if (!now) return
    if (field === 'act:name') now.name += cell
    else if (field === 'act:code') now.code += cell
    else if (field === 'act:type') now.type += cell
    else if (field === 'act:id') now.key += cell
    else if (field === 'act:parent') now.parent += cell
  })
  parser.on('closetag', tag => {
    field = ''
    if (tag.name !== 'gnc:account' || !now) return
    nodes.push(now)
    codes.set(now.key, now.code.trim())
    now = undefined
  })
  const codes = new Map<string, string>()
  parser.write(text).close()
  if (nodes.length === 0) throw new FailureError('import-refused', say().gnucashEmpty(name))
  const roots = new Set(nodes.filter(node => node.type === 'ROOT').map(node => node.key))
  const chart = placed(
    nodes.filter(node => !roots.has(node.key)),
    'gnucash',
  )
  // Known by its number; by its name where it has none. A number in front of the name is not said twice.
  chart.accounts = chart.accounts.map(account => {
    const code = codes.get(account.key) || /^(\d{3,})\s/.exec(account.name)?.[1] || account.name
    const bare = account.name.startsWith(`${code} `) ? account.name.slice(code.length + 1) : account.name
    return { ...account, key: code, name: bare }
  })
  return chart
}

function readJson(text: string, name: string): Chart {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw new FailureError('import-refused', say().notJson(name))
  }
  const pairs = Object.entries(parsed as object).filter(([, value]) => typeof value === 'string') as [
    string,
    string,
  ][]
  if (pairs.length === 0) throw new FailureError('import-refused', say().wrongJson(name))
  return { ...NONE(), format: 'json', accounts: pairs.map(([key, value]) => flat(key, value)) }
}

function readLines(text: string, name: string): Chart {
  const chart = { ...NONE(), format: 'text' as const }
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const match = /^\s*([\w./-]*\d[\w./-]*)(?:\s+(.*))?$/.exec(line)
    if (match) chart.accounts.push(flat(match[1] as string, match[2] ?? ''))
    else if (line.trim() !== '')
      chart.problems.push({ line: i + 1, message: say().noNumber(line.slice(0, 60)) })
  }
  if (chart.accounts.length === 0 || chart.problems.length > chart.accounts.length)
    throw new FailureError('import-refused', say().noChart(name))
  return chart
}

function readTable(text: string): Chart | undefined {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t'],
  })
  const [header = [], ...rows] = data.map(row => row.map(cell => cell.trim()))
  const names = header.map(cell => cell.toLowerCase().replaceAll(/[_\s]+/g, ' '))
  const column = (pattern: RegExp): number => names.findIndex(cell => pattern.test(cell))
  if (header.length < 2) return undefined
  const at = (row: readonly string[], index: number): string => (index < 0 ? '' : (row[index] ?? ''))
  const centre = column(CENTRE)
  const places = PLACES.flatMap(([pattern, id]) =>
    column(pattern) < 0 ? [] : [{ id, column: column(pattern) }],
  )
  if (centre >= 0 && places.length > 0)
    return {
      ...NONE(),
      format: 'places',
      places: rows.flatMap(row => {
        const members = Object.fromEntries(
          places.map(p => [p.id, at(row, p.column)]).filter(([, v]) => v !== ''),
        )
        const key = at(row, centre)
        return key === '' ? [] : [{ key, name: at(row, column(CENTRE_NAME)), members }]
      }),
    }
  // "Code, Account": the number is the one with digits, the other its name.
  const accounts = names.flatMap((cell, c) => (ACCOUNT.test(cell) ? [c] : []))
  const account = accounts.find(c => rows.some(row => /\d/.test(at(row, c)))) ?? accounts[0] ?? -1
  if (account < 0) return undefined
  const levels = Array.from({ length: LEVELS }, (_, i) =>
    names.findIndex(cell => cell === `level ${i + 1}` || cell === `ebene ${i + 1}`),
  )
  const [named, type] = [column(NAME), column(TYPE)]
  const label = named >= 0 ? named : (accounts.find(c => c !== account) ?? -1)
  // Datasphere's hierarchies call the parent LEVEL, and the top <root>.
  const parent = names[account] === 'hierarchyid' ? names.indexOf('level') : column(PARENT)
  if (parent >= 0)
    return placed(
      rows.map((row, i) => ({
        key: at(row, account),
        name: at(row, label),
        type: at(row, type),
        parent: at(row, parent) === '<root>' ? '' : at(row, parent),
        line: i + 2,
      })),
      'parents',
    )
  const keys = new Set(rows.map(row => at(row, account)))
  const above = (key: string): string => key.slice(0, Math.max(key.lastIndexOf('.'), 0))
  // Numbers such as 1.1.2 say themselves what they stand below.
  if (levels.every(index => index < 0) && rows.some(row => keys.has(above(at(row, account)) || '\0')))
    return placed(
      rows.flatMap((row, i) => {
        const key = at(row, account)
        const node = { key, name: at(row, label), type: at(row, type), parent: above(key), line: i + 2 }
        return key === '' ? [] : [node]
      }),
      'parents',
    )
  return {
    ...NONE(),
    format: 'table',
    accounts: rows.flatMap(row => {
      const key = at(row, account)
      const above = levels.map(index => at(row, index))
      return key === '' ? [] : [{ key, name: at(row, label), type: typeOf(at(row, type)), levels: above }]
    }),
  }
}

/** Accounts with the names of those above them. A ring of parents is a problem, and ends where it closes. */
function placed(nodes: readonly Node[], format: 'gnucash' | 'parents'): Chart {
  const byKey = new Map(nodes.map(node => [node.key, node]))
  const problems: Chart['problems'] = []
  const accounts = nodes.map((node): ChartAccount => {
    const levels: string[] = []
    const seen = new Set([node.key])
    for (let up = byKey.get(node.parent); up; up = byKey.get(up.parent)) {
      if (seen.has(up.key)) {
        problems.push({ line: node.line, message: say().belowItself(node.key) })
        break
      }
      seen.add(up.key)
      levels.unshift(up.name || up.key)
    }
    if (levels.length > LEVELS) problems.push({ line: node.line, message: say().tooDeep(node.key) })
    return { key: node.key, name: node.name, type: typeOf(node.type), levels: levels.slice(0, LEVELS) }
  })
  return { format, accounts, places: [], problems }
}

const flat = (key: string, name: string): ChartAccount => ({
  key: key.trim(),
  name: name.trim(),
  type: '',
  levels: [],
})
const NONE = (): Chart => ({ format: 'text', accounts: [], places: [], problems: [] })
