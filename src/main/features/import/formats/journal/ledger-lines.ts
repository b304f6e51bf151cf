import { isoDate } from '../common/dates.ts'
import { readAmounts, type AmountStyle } from './amounts.ts'
import type { Failure, Posting, Transaction } from './types.ts'
import { say } from './messages.ts'

const HEADER =
  /^(\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?)(?:\s*=\s*(\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?))?(?=\s|$|[*!(])\s*(.*)$/

/** A date of a journal: year first, or month and day with the journal's default year. */
export function journalDate(text: string, year: number | undefined): string | undefined {
  const parts = text.split(/[-/.]/).map(Number)
  if (parts.length === 3 && (parts[0] ?? 0) > 31) return isoDate(parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0)
  if (parts.length === 2 && year !== undefined) return isoDate(year, parts[0] ?? 0, parts[1] ?? 0)
  return undefined
}

/** '2024-01-31=2024-02-02 * (12) payee | note  ; comment, tag: value'. */
export function readHeader(text: string, line: number, year: number | undefined): Transaction | Failure {
  const found = HEADER.exec(text)
  const date = journalDate(found?.[1] ?? '', year)
  if (!found || date === undefined) {
    const short = found && /^\d{1,2}[-/.]\d{1,2}$/.test(found[1] ?? '')
    const why = short ? say().noYear : say().noDate
    return {
      code: 'date-unreadable',
      message: say().badHeader(text.slice(0, 80), why),
    }
  }
  const second = found[2] === undefined ? undefined : journalDate(found[2], Number(date.slice(0, 4)))
  const [before, comment] = splitComment(found[3] ?? '')
  const parts = /^([*!])?\s*(?:\(([^)]*)\))?\s*(.*)$/.exec(before)
  const [payee = '', ...note] = (parts?.[3] ?? '').split('|')
  const extra: Record<string, string> = {}
  addComment(extra, comment)
  return {
    line,
    raw: text,
    date,
    valueDate: second ?? date,
    status: parts?.[1] ?? '',
    code: parts?.[2]?.trim() ?? '',
    payee: payee.trim(),
    description: note.join('|').trim(),
    extra,
    postings: [],
  }
}

/** In names a ; may stand within a word, in amounts not. */
function splitComment(text: string, mark = /(?:^|\s);/): [string, string] {
  const at = text.search(mark)
  return at < 0
    ? [text.trim(), '']
    : [
        text.slice(0, at).trim(),
        text
          .slice(at)
          .replace(/^\s*;+/, '')
          .trim(),
      ]
}

/** Comments keep their text; 'name: value' and ':a:b:' are tags. */
export function addComment(extra: Record<string, string>, comment: string): void {
  if (comment === '') return
  extra['comment'] =
    extra['comment'] === undefined ? comment : `${extra['comment']} ${comment}`.slice(0, 4096)
  for (const [, name = '', value = ''] of comment.matchAll(
    /(?:^|[\s,])([\p{L}\w-]{1,60}):(?=\s|$|[^:,\s]*)([^,]*)/gu,
  ))
    if (name !== '' && !comment.includes(`${name}://`)) extra[`tag.${name}`] = value.trim()
  for (const name of /(?:^|\s)((?::[\p{L}\w-]{1,60})+):(?=\s|$)/u.exec(comment)?.[1]?.split(':') ?? [])
    if (name !== '') extra[`tag.${name}`] ??= ''
}

/** '* [assets:bank]  12.50 EUR @ 1.1 USD = 100 EUR  ; comment' (indented; the account ends at two blanks or a tab). */
export function readPosting(
  text: string,
  line: number,
  style: AmountStyle,
  rename: (account: string) => string,
): Posting | Failure {
  const body = text.trim()
  const status = /^([*!])\s*/.exec(body)
  const rest = status ? body.slice(status[0].length) : body
  const gap = rest.search(/ {2}|\t|\u00a0/)
  let name = (gap < 0 ? rest : rest.slice(0, gap)).trim()
  const [amounts, comment] = splitComment(gap < 0 ? '' : rest.slice(gap), /;/)
  const virtual = /^\((.*)\)$/.test(name) ? 'unbalanced' : /^\[(.*)\]$/.test(name) ? 'balanced' : ''
  if (virtual !== '') name = name.slice(1, -1).trim()
  const posting: Posting = {
    line,
    raw: text,
    account: rename(name),
    status: status?.[1] ?? '',
    virtual,
    amount: undefined,
    commodity: '',
    cost: undefined,
    price: undefined,
    assertion: undefined,
    extra: {},
  }
  addComment(posting.extra, comment)
  if (name === '' || name.length > 1000)
    return {
      code: 'no-account',
      message: say().noAccount(line),
    }
  return readAmounts(amounts, posting, style) ?? posting
}
