import type { CalendarOf } from './calendar.ts'
import type { Point } from './points.ts'
import { YEAR } from './words.ts'

/** One way to say a period, tried at one place of the text. */
export interface Rule {
  pattern: RegExp
  read(match: RegExpExecArray, calendar: CalendarOf): Point | undefined
}

export const rule = (pattern: string, read: Rule['read']): Rule => ({
  pattern: new RegExp(`${pattern}(?![\\w-]|/\\d)`, 'y'),
  read,
})
export const g = (match: RegExpExecArray, n: number): string => match[n] as string
export const FISCAL =
  '(?:fy|gj|fiscal year|financial year|fiscal|financial|tax year|accounting year|reporting year|business year|(?:geschafts|wirtschafts|steuer|haushalts|rechnungs|bilanz|berichts)jahr(?:e?[ns])?)'
export const OF = '(?:(?:of|in|im|des|von|,|/|-) ?)?(?:the )?'
/** A year behind a quarter or half: with "fiscal" or not, of two digits where that cannot be a number of something. */
export const ANY_YEAR = `(?:(${FISCAL}) ?'?(${YEAR}|\\d{2})|'?([123]\\d)(?! ?(?:[a-z]))|(${YEAR}))(?:[/-](?:\\d{4}|\\d{2}))?`
