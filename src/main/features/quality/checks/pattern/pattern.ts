import { FailureError } from '../../../../../shared/result/failure.ts'
import { compilePattern } from '../../../../../shared/text/pattern.ts'
import type { Check } from '../types.ts'
import { valueCheck } from '../values.ts'
import { say } from '../messages.ts'

/** The field's value contains the pattern (or must not), in linear time. Throws `bad-input` for a pattern that is none. */
export function pattern(expects: { field: string; pattern: string; not: boolean }): Check {
  const compiled = compilePattern(expects.pattern, { exact: true })
  if ('problem' in compiled)
    throw new FailureError('bad-input', say().badPattern(expects.pattern, compiled.problem))
  return valueCheck(expects.field, value =>
    value === '' ? undefined : compiled.pattern(value) !== expects.not,
  )
}
