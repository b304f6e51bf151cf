import type { Expectation } from '../../../../shared/contract/quality.ts'
import { balanced } from './balanced/balanced.ts'
import { between } from './between/between.ts'
import { date } from './date/date.ts'
import { fresh } from './fresh/fresh.ts'
import { inList } from './in-list/in-list.ts'
import { notNull } from './not-null/not-null.ts'
import { pattern } from './pattern/pattern.ts'
import { refers } from './refers/refers.ts'
import type { Check } from './types.ts'
import { unique } from './unique/unique.ts'

/** A rule's check, ready to be given entries. Throws `bad-input` for a pattern that is none. */
export function checkOf(expects: Expectation): Check {
  switch (expects.kind) {
    case 'not-null':
      return notNull(expects)
    case 'unique':
      return unique(expects)
    case 'between':
      return between(expects)
    case 'pattern':
      return pattern(expects)
    case 'date':
      return date(expects)
    case 'in-list':
      return inList(expects)
    case 'refers':
      return refers(expects)
    case 'fresh':
      return fresh(expects)
    case 'balanced':
      return balanced()
  }
}
