import type { Action, Condition, RuleBody } from '../../../shared/contract/rules.ts'
import type { en } from './messages-en.ts'

export type Texts = typeof en

/** A condition in words. */
export function conditionText(condition: Condition, t: Texts): string {
  const field = t.fields[condition.field] ?? condition.field
  switch (condition.field) {
    case 'amount': {
      const { min, max } = condition
      if (min !== undefined && max !== undefined) return `${field} ${t.between(min, max)}`
      return `${field} ${min !== undefined ? t.atLeast(min) : t.atMost(max ?? '')}`
    }
    case 'direction':
      return t.directions[condition.value] ?? condition.value
    case 'day':
      return `${field} ${t.between(String(condition.from), String(condition.to))}`
    default: {
      const value = condition.value === '' ? '∅' : `“${condition.value}”`
      return `${field} ${condition.not ? `${t.not} ` : ''}${t.ops[condition.op] ?? condition.op} ${value}`
    }
  }
}

export function actionText(action: Action, t: Texts): string {
  switch (action.do) {
    case 'set':
      return `${t.fields[action.field] ?? action.field}: ${action.value || '∅'}`
    case 'tag':
      return `${t.fields['tags'] ?? ''}: ${action.tags.join(', ')}`
    case 'split':
      return `${t.acts['split'] ?? ''}: ${action.parts.map(p => `${p.percent === undefined ? (p.amount ?? t.rest) : `${p.percent} %`} ${p.category ?? ''}`.trim()).join(', ')}`
    case 'transfer':
      return t.acts['transfer'] ?? ''
  }
}

export const conditionsText = (rule: RuleBody, t: Texts): string =>
  rule.conditions.map(condition => conditionText(condition, t)).join(rule.match === 'all' ? t.and : t.or)

/** A rule can be tried once no condition or action waits for its text. */
export function isComplete({ conditions, actions }: RuleBody): boolean {
  const whole = conditions.every(condition => {
    if (condition.field === 'amount') return condition.min !== undefined || condition.max !== undefined
    return !('op' in condition) || condition.value.trim() !== '' || condition.op === 'equals'
  })
  return (
    whole &&
    conditions.length > 0 &&
    actions.length > 0 &&
    actions.every(action => action.do !== 'tag' || action.tags.length > 0)
  )
}
