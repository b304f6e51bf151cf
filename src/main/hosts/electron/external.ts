import { shell } from 'electron'
import { externalLink } from '../../security/shell-policy.ts'

/** Opens a link in the user's browser: the only place that can. Answers whether the address was allowed. */
export function openOutside(address: string): boolean {
  const link = externalLink(address)
  if (link === undefined) return false
  shell.openExternal(link).catch((error: unknown) => console.error('A link could not be opened:', error))
  return true
}
