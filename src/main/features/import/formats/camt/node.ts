/** An element below a statement: a balance, an entry. */
export interface Node {
  name: string
  /** Its own text, without that of its children. */
  text: string
  /** Attribute Ccy of amounts. */
  currency: string
  children: Node[]
  line: number
  /** Where its source begins and ends in the source of the whole unit. */
  from: number
  to: number
}

/** First element at a path of local names: find(entry, 'BookgDt/Dt'). */
export function find(node: Node | undefined, path: string): Node | undefined {
  let at = node
  for (const name of path.split('/')) at = at?.children.find(child => child.name === name)
  return at
}

/** Text of the first of the paths that has any. */
export function textAt(node: Node | undefined, ...paths: string[]): string {
  for (const path of paths) {
    const text = find(node, path)?.text.replaceAll(/\s+/g, ' ').trim() ?? ''
    if (text !== '') return text
  }
  return ''
}

/** All elements at a path, through every branch. */
export function all(node: Node | undefined, path: string): Node[] {
  let at = node ? [node] : []
  for (const name of path.split('/'))
    at = at.flatMap(parent => parent.children.filter(child => child.name === name))
  return at
}

export const textsAt = (node: Node | undefined, path: string): string[] =>
  all(node, path)
    .map(found => found.text.replaceAll(/\s+/g, ' ').trim())
    .filter(text => text !== '')

/** Date (or the day of a time, in the zone in which it is stated) of an element that holds Dt or DtTm. */
export function dayAt(node: Node | undefined, path: string): string {
  const text = textAt(node, `${path}/Dt`, `${path}/DtTm`, path)
  return isDay(text.slice(0, 10)) ? text.slice(0, 10) : ''
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** A positive plain decimal of an amount's text; undefined where it is not one. */
export function amountOf(node: Node | undefined): string | undefined {
  const text = node?.text.trim() ?? ''
  if (!/^(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) || text.length > 40) return undefined
  return text
    .replace(/^0+(?=\d)/, '')
    .replace(/^\./, '0.')
    .replace(/\.$/, '')
}

export const negated = (amount: string): string => (/[1-9]/.test(amount) ? `-${amount}` : amount)
