import type { Failure } from '../../shared/result/failure.ts'

const RULES: readonly (readonly [RegExp, string])[] = [
  // What a sentence quotes is somebody's: a payee, a file's name, a statement.
  [/“[^”]*”|‘[^’]*’|«[^»]*»|„[^“]*“/g, '“…”'],
  [/"[^"\n]*"|`[^`\n]*`|(?<!\w)'[^'\n]*'(?!\w)/g, '"…"'],
  [/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, 'address'],
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/gu, 'mail-address'],
  // Paths of any system, and names that end as our files or a bank's do.
  [/\b[A-Za-z]:[\\/][^\n:*?<>|]*/g, 'path'],
  [/(?<![\w.])~?\/(?:[^\s/:]+\/)*[^\s/:]+(?: [^\s/:]+)*\.[A-Za-z]\w*|(?<![\w.])~?\/[^\s:,;)]+/g, 'path'],
  [/\S+\.(?:farthing|csv|tsv|xlsx?|ofx|qfx|qif|sta|xml|zip|txt|pdf)\b\S*/gi, 'file'],
  [/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b/g, 'account'],
  [/\b(?:[0-9A-HJKMNP-TV-Z]{4}-){3,}[0-9A-HJKMNP-TV-Z]{4}\b/g, 'key'],
  [/\b[0-9a-f]{16,}\b/gi, 'hex'],
  [/\b[A-Za-z0-9+/]{32,}={0,2}/g, 'base64'],
  // Amounts and numbers of accounts; versions, milliseconds and counts of a few digits stay.
  [/[-+]?\d[\d.,'\u00a0\u202f ]*[.,]\d{2}\b(?!\.)/g, 'amount'],
  [/\b\d{6,}\b/g, 'number'],
]

/**
 * A text for the log or the support bundle: whatever could be a person's (quoted words, paths and files' names, addresses, amounts, account
 * numbers, keys) is replaced by what it was. It rather takes too much: a log is for the program's sake.
 */
export function redact(text: string): string {
  return RULES.reduce((rest, [pattern, word]) => rest.replaceAll(pattern, word), text)
}

/**
 * Where an unexpected error came from: its kind and the frames of the program, without its message, which may hold anything. Empty for
 * failures that are no errors.
 */
export function stackOf({ details }: Failure): string {
  const stack = details?.['stack']
  if (typeof stack !== 'string') return ''
  const [kind] = /^\w+/.exec(stack) ?? ['Error']
  const frames = stack.split('\n').flatMap(line => {
    const found = /^\s+at (?:(?:async )?([\w.$<> ]+) \()?.*?([\w.-]+):(\d+):\d+\)?$/.exec(line)
    return found
      ? [`\nat ${found[1] ?? '-'} in ${found[2]?.replace(/\.(\w+)$/, ' $1')} line ${found[3]}`]
      : []
  })
  return ` ${kind}${frames.slice(0, 12).join('')}`
}
