import { dayOf, toIsoDate } from '../../../../../shared/calendar/day.ts'
import type { Node } from './tree.ts'

/** The aggregate of this name directly in a node, or further in where an end tag is missing. */
export function part(node: Node, name: string): Node | undefined {
  return node.children.find(child => child.name === name)
}

/** A value directly in a node, the first that is not empty; '' where there is none. */
export function value(node: Node | undefined, name: string): string {
  return node?.children.find(child => child.name === name && child.value !== '')?.value ?? ''
}

/** The same anywhere in it: FITID lies in INVTRAN, that in INVBUY, that in BUYSTOCK. */
export function valueWithin(node: Node, name: string): string {
  const own = value(node, name)
  if (own !== '') return own
  for (const child of node.children) {
    const found = child.children.length > 0 ? valueWithin(child, name) : ''
    if (found !== '') return found
  }
  return ''
}

const STAMP = /^(\d{4})-?(\d{2})-?(\d{2})/

/**
 * The day of an OFX date and time ('20240131', '20240131120000.000[-5:EST]', '2024-01-31') as yyyy-mm-dd: the day that is written, which
 * is the bank's own; no time zone moves it. Undefined where it is no day.
 */
export function dayOfStamp(text: string): string | undefined {
  const match = STAMP.exec(text.trim())
  if (!match || !/^[\d.:\sT-]*(?:\[[^\]]*\]?)?Z?$/i.test(text.trim())) return undefined
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]))
  return day === undefined ? undefined : toIsoDate(day)
}
