import type { QualityResult, QualityRuleBody } from '../../../shared/contract/quality.ts'
import type { Outcome } from './checks/types.ts'

const WEIGHTS = { error: 3, warning: 2, info: 1 } as const

/** What a rule's outcome is called. */
export function stateOf({ checked, failed, unusual }: Outcome): QualityResult['state'] {
  if (checked === 0) return 'nothing'
  if (unusual) return 'not-usual'
  return failed === 0 ? 'passed' : 'failed'
}

/** 0 to 100: the mean of the rules' shares that passed, weighed by severity; null where no rule had anything to check. */
export function scoreOf(
  results: readonly (Pick<QualityResult, 'state' | 'checked' | 'failed'> & { rule: QualityRuleBody })[],
): number | null {
  let sum = 0
  let weights = 0
  for (const { state, checked, failed, rule } of results) {
    if (state === 'nothing' || state === 'not-usual') continue
    const weight = WEIGHTS[rule.severity]
    sum += weight * (1 - failed / checked)
    weights += weight
  }
  return weights === 0 ? null : (100 * sum) / weights
}
