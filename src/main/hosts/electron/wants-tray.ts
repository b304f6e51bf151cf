import { readFileSync } from 'node:fs'

/** Off unless the preferences say so. Read when it is asked for: the page may have changed them since the start. */
export function wantsTray(preferences: string): boolean {
  try {
    return (JSON.parse(readFileSync(preferences, 'utf8')) as { tray?: unknown } | null)?.tray === true
  } catch {
    return false
  }
}
