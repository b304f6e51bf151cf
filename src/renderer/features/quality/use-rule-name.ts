import { useCallback } from 'react'
import type { QualityRuleBody } from '../../../shared/contract/quality.ts'
import { useDimensionName } from '../../app/dimensions.ts'
import { useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { expectationText } from './words.ts'

/** What a rule is called: its own name, or what it expects. */
export function useRuleName(): (rule: Pick<QualityRuleBody, 'name' | 'expects'>) => string {
  const t = useMessages(messages)
  const format = useFormat()
  const names = useDimensionName()
  return useCallback(
    rule => (rule.name === '' ? expectationText(rule.expects, t, format, names) : rule.name),
    [t, format, names],
  )
}
