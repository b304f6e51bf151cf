import { say } from './messages.ts'
/** One check's outcome. `found`: what was looked at, or what is wrong and where, for people. */
export interface Finding {
  ok: boolean
  found: string
}

/** At most five problems by name; the rest as a number. */
export function finding(problems: readonly string[], sound: string): Finding {
  if (problems.length === 0) return { ok: true, found: sound }
  const rest = problems.length > 5 ? say().more(problems.length - 5) : ''
  return { ok: false, found: `${problems.slice(0, 5).join('; ')}${rest}.` }
}
