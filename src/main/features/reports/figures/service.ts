import type { figureMethods } from '../../../../shared/contract/reports-figures.ts'
import type { Service } from '../../../app.ts'
import { compare, compareRows } from '../compare/service.ts'
import { makeEvidence, verifyEvidence } from '../evidence/service.ts'
import { trace } from './trace.ts'

export const figureService = { trace, compare, compareRows, makeEvidence, verifyEvidence } satisfies Pick<
  Service<'reports'>,
  keyof typeof figureMethods
>
