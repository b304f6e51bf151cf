import { useMemo } from 'react'
import type { Variance } from '../../../shared/contract/budget.ts'
import type { Total } from '../../../shared/money/minor.ts'
import { memberName, useDimensionName } from '../../app/dimensions.ts'
import { useWhy } from '../../app/use-why.ts'
import type { WaterfallStep } from '../../charts/waterfall/option.ts'
import { WaterfallPanel } from '../../charts/waterfall/waterfall-panel.tsx'
import { useFormat, useLanguage, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { shownAs, turned } from './signs.ts'
import type { BudgetView } from './use-variance.ts'
import styles from './budget.module.css'

/** A step of the bridge: what raises the surplus is favourable, whichever side it lies on. */
const judgedBy = (value: Total): 'favourable' | 'adverse' | 'none' =>
  value > 0 ? 'favourable' : value < 0 ? 'adverse' : 'none'

/** The steps from the budgeted surplus to the actual one; each opens its rows. */
export function Bridge({ found, view }: { found: Variance; view: BudgetView }) {
  const t = useMessages(messages)
  const format = useFormat()
  const language = useLanguage()
  const nameOf = useDimensionName()
  const why = useWhy()
  const { bridge } = found
  const sign = shownAs(found, 'result')
  const steps = useMemo(
    (): WaterfallStep[] => [
      { key: 'budget', label: t.budget, kind: 'level', value: turned(bridge.from, sign) },
      ...bridge.steps.map(step => ({
        key: `m:${step.key}`,
        label: memberName(bridge.dimension, step.key, step.label, language),
        kind: 'change' as const,
        value: turned(step.delta, sign),
        judgement: judgedBy(turned(step.delta, sign)),
      })),
      ...(bridge.others
        ? [
            {
              key: 'others',
              label: t.others(bridge.others.members, format.count(bridge.others.members)),
              kind: 'others' as const,
              value: turned(bridge.others.delta, sign),
              judgement: judgedBy(turned(bridge.others.delta, sign)),
            },
          ]
        : []),
      { key: 'actual', label: t.actual, kind: 'level', value: turned(bridge.to, sign) },
    ],
    [bridge, sign, t, format, language],
  )
  const openAt = (column: number): void => {
    const step = steps[column]
    if (step?.key === 'budget') view.open(found.doors.budget)
    else if (step?.key === 'actual') view.open(found.doors.actual)
    else if (step?.key.startsWith('m:'))
      view.open({
        ...found.doors.actual,
        members: { ...found.doors.actual.members, [bridge.dimension]: [step.key.slice(2)] },
      })
  }
  /** The change of one member against its budget, or of all. */
  const askAt = (column: number): void => {
    const key = steps[column]?.key
    const { flow: _flow, scenario: _scenario, ...members } = found.doors.actual.members ?? {}
    const own = key?.startsWith('m:') ? { [bridge.dimension]: [key.slice(2)] } : {}
    why({
      filters: { ...found.doors.actual, members: { ...members, ...own } },
      against: found.scenario,
      measure: 'net',
    })
  }
  return (
    <div className={styles.bridge}>
      <WaterfallPanel
        title={t.bridge(nameOf(bridge.dimension))}
        steps={steps}
        currency={found.currency}
        onSelect={mark => openAt(mark.column)}
        onOpen={mark => openAt(mark.column)}
        onWhy={mark => askAt(mark.column)}
      />
    </div>
  )
}
