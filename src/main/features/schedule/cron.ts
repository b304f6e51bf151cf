import { Cron } from 'croner'
import { say } from './messages.ts'

/** The first time after a moment; null where none comes. Five fields, the machine's time zone. */
export function nextAfter(cron: string, after: Date): Date | null {
  return new Cron(cron, { mode: '5-part', paused: true }).nextRun(after)
}

/** What is wrong with an expression; undefined for a good one. */
export function cronProblem(cron: string): string | undefined {
  try {
    if (nextAfter(cron, new Date()) === null) return say().never(cron)
    return undefined
  } catch {
    return say().noCron(cron)
  }
}
