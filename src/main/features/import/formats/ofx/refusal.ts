import type { StatementEvent, StatementProblem } from '../statement.ts'
import type { Likeness } from './sniff.ts'
import type { Growth } from './tree.ts'
import { say } from './messages.ts'

const faults = () => ({
  'too-deep': {
    message: say().tooDeep,
    fatal: true,
  },
  doctype: {
    message: say().doctype,
    fatal: true,
  },
  'too-long': {
    message: say().longValue,
    fatal: false,
  },
  unclosed: {
    message: say().unclosed,
    fatal: false,
  },
})

/** What is wrong with the text itself. */
export function fault({ code, line, raw }: Extract<Growth, { kind: 'fault' }>): StatementProblem {
  const { message, fatal } = faults()[code]
  return { kind: 'problem', line, raw, code, message, ...(fatal ? { fatal } : {}) }
}

const unlike = (): Record<Likeness, string> => ({
  empty: say().empty,
  'web-page': say().webPage,
  ofc: say().ofc,
  unknown: say().noRoot,
})

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
    return fatal(likeness === 'empty' ? 'empty' : 'not-ofx', unlike()[likeness])
  if (!seen.hasStatement) return fatal('no-statement', say().noStatement(seen.refusal))
  const end = { line: lastLine, raw: '', code: 'cut-off' }
  if (open === 'statement')
    return {
      kind: 'problem',
      ...end,
      message: say().cutStatement,
    }
  if (open === 'frame') return { kind: 'note', ...end, message: say().cutEnd }
  return undefined
}
