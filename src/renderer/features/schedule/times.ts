import type { JobTask } from '../../../shared/contract/schedule.ts'
import type { Texts } from './messages.ts'

export const OFTENS = ['hourly', 'daily', 'weekdays', 'monthly', 'custom'] as const
export type Often = (typeof OFTENS)[number]

export interface Times {
  often: Often
  /** HH:MM; of `hourly` only the minute counts. */
  time: string
}

/** The usual schedules by name; anything else stays as it is written. */
export function timesOf(cron: string): Times {
  const [, minute = '', hour = '', rest = ''] = /^(\d{1,2}) (\d{1,2}|\*) (.+)$/.exec(cron.trim()) ?? []
  const time = `${(hour === '*' ? '0' : hour).padStart(2, '0')}:${minute.padStart(2, '0')}`
  if (hour === '*' && rest === '* * *') return { often: 'hourly', time }
  const often = ({ '* * *': 'daily', '* * 1-5': 'weekdays', '1 * *': 'monthly' } as const)[rest]
  return often && hour !== '*' ? { often, time } : { often: 'custom', time: '07:00' }
}

export function cronOf({ often, time }: Times, written: string): string {
  const [hour = 7, minute = 0] = time.split(':').map(Number)
  switch (often) {
    case 'hourly':
      return `${minute} * * * *`
    case 'daily':
      return `${minute} ${hour} * * *`
    case 'weekdays':
      return `${minute} ${hour} * * 1-5`
    case 'monthly':
      return `${minute} ${hour} 1 * *`
    case 'custom':
      return written
  }
}

export function timesText(cron: string, t: Texts): string {
  const { often, time } = timesOf(cron)
  if (often === 'custom') return cron
  return t.words[often](often === 'hourly' ? time.slice(3) : time)
}

/** What a job does, with its folder where it has one. */
export function taskText(task: JobTask, t: Texts): string {
  if (task.kind === 'import') return t.importOf(task.folder)
  return task.kind === 'report' ? t.reportOf(task.folder) : t.tasks[task.kind]
}
