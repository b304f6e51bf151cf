import type { StatementEvent, StatementProblem } from '../statement.ts'
import type { Likeness } from './sniff.ts'
import type { Growth } from './tree.ts'

const FAULTS = {
  'too-deep': {
    message:
      'Its tags lie more than 64 deep in each other: this is no statement, or a damaged one. Fetch it from the bank again.',
    fatal: true,
  },
  doctype: {
    message: 'The file has a DOCTYPE, which no statement needs and which can do harm: it is not read.',
    fatal: true,
  },
  'too-long': {
    message:
      'A value is longer than a megabyte and was left out: the file is damaged, so fetch it from the bank again.',
    fatal: false,
  },
  unclosed: {
    message:
      'What begins here never ends, so the rest of the file could not be read: fetch it from the bank again.',
    fatal: false,
  },
} as const

/** What is wrong with the text itself. */
export function fault({ code, line, raw }: Extract<Growth, { kind: 'fault' }>): StatementProblem {
  const { message, fatal } = FAULTS[code]
  return { kind: 'problem', line, raw, code, message, ...(fatal ? { fatal } : {}) }
}

const UNLIKE: Record<Likeness, string> = {
  empty: 'The file is empty.',
  'web-page':
    'This is a web page and not a statement: the bank probably asked to sign in. Sign in there and download the statement again.',
  ofc: 'This is OFC, which came before OFX and is not read: ask the bank for OFX, QFX or CSV.',
  unknown: 'There is no <OFX> in the file: it is not OFX, or its beginning is missing.',
}

/** What the whole file comes to, where that is not a statement read to its end. */
export function verdict(
  seen: { hasRoot: boolean; hasStatement: boolean; refusal: string | undefined },
  likeness: Likeness,
  open: 'nothing' | 'frame' | 'statement',
  lastLine: number,
): StatementEvent | undefined {
  const fatal = (code: string, message: string): StatementEvent => ({
    kind: 'problem',
    line: 1,
    raw: '',
    code,
    message,
    fatal: true,
  })
  if (!seen.hasRoot && (!seen.hasStatement || likeness === 'ofc'))
    return fatal(likeness === 'empty' ? 'empty' : 'not-ofx', UNLIKE[likeness])
  if (!seen.hasStatement)
    return fatal(
      'no-statement',
      `The file holds no statement of an account. ${seen.refusal ?? 'Choose a download of transactions at the bank.'}`,
    )
  const end = { line: lastLine, raw: '', code: 'cut-off' }
  if (open === 'statement')
    return {
      kind: 'problem',
      ...end,
      message: 'The file ends within a statement, so movements may be missing: fetch it from the bank again.',
    }
  if (open === 'frame')
    return { kind: 'note', ...end, message: 'The file ends without </OFX>: it may have been cut off.' }
  return undefined
}
