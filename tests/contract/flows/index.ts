import type { MethodName } from '../../../src/shared/contract/index.ts'
import { analyses } from './analyses.ts'
import { away } from './away.ts'
import { closing } from './closing.ts'
import { ground } from './ground.ts'
import { ledger } from './ledger.ts'
import { papers } from './papers.ts'
import { upkeep } from './upkeep.ts'
import type { Flow } from './flow.ts'

export * from './flow.ts'

/**
 * One flow for each method of the contract, in the order in which they are run: a method without one does not compile. Methods that take
 * the workspace away come last.
 */
export const FLOWS: Record<MethodName, Flow> = {
  ...ground,
  ...ledger,
  ...analyses,
  ...upkeep,
  ...papers,
  ...away,
  ...closing,
}
