import type { Asked } from '../../../shared/ask/asked.ts'
import type { AskedChip } from '../../../shared/contract/chat.ts'
import { stepName } from './intents/intent.ts'
import { say } from './messages.ts'
import { language } from '../../../shared/text/language.ts'
import { exponentOf, toDecimal } from '../../../shared/money/minor.ts'

/** What was understood, part by part. `labelOf`: a member's label. */
export function chipsOf(
  asked: Asked,
  currency: string,
  labelOf: (dimension: string, key: string) => string,
): AskedChip[] {
  const chips: AskedChip[] = [
    { kind: 'intent', value: asked.intent, label: asked.intent },
    { kind: 'measure', value: `${asked.measure}:${asked.op}`, label: measureName(asked) },
  ]
  if (asked.from !== undefined || asked.to !== undefined)
    chips.push({
      kind: 'period',
      value: `${asked.from ?? ''}..${asked.to ?? ''}`,
      label: say().chips.between(asked.from ?? '…', asked.to ?? '…'),
    })
  if (asked.comparison) {
    const { comparison: c } = asked
    const value = c.kind === 'range' ? `${c.from}..${c.to}` : c.kind
    chips.push({
      kind: 'comparison',
      value,
      label: say().chips.against(
        c.kind === 'range' ? say().chips.between(c.from, c.to) : say().chips.kinds[c.kind],
      ),
    })
  }
  for (const [dimension, keys] of Object.entries(asked.members))
    for (const key of keys)
      chips.push({ kind: 'member', dimension, value: key, label: labelOf(dimension, key) })
  for (const [dimension, keys] of Object.entries(asked.notMembers))
    for (const key of keys)
      chips.push({
        kind: 'without',
        dimension,
        value: key,
        label: say().chips.without(labelOf(dimension, key)),
      })
  const money = (minor: number): string => toDecimal(minor, exponentOf(currency))
  if (asked.min !== undefined)
    chips.push({ kind: 'amount', value: `min:${asked.min}`, label: say().chips.least(money(asked.min)) })
  if (asked.max !== undefined)
    chips.push({ kind: 'amount', value: `max:${asked.max}`, label: say().chips.most(money(asked.max)) })
  if (asked.text !== undefined)
    chips.push({ kind: 'text', value: asked.text, label: say().chips.text(asked.text) })
  for (const key of asked.by) {
    const value = 'grain' in key ? key.grain : key.dimension
    chips.push({
      kind: 'group',
      ...('dimension' in key && { dimension: value }),
      value,
      label: say().chips.by(
        'grain' in key && language() === 'de' ? stepName(key.grain) : value.replaceAll('_', ' '),
      ),
    })
  }
  if (asked.top !== undefined)
    chips.push({ kind: 'rank', value: String(asked.top), label: say().chips.rank(asked.top, asked.order) })
  if (asked.per !== undefined)
    chips.push({ kind: 'per', value: asked.per, label: say().chips.per(stepName(asked.per)) })
  if (asked.share) chips.push({ kind: 'share', value: 'share', label: say().chips.share })
  return chips
}

export const measureName = ({ measure, op, of }: Asked): string => {
  const { distinct, measures, ops } = say()
  return op === 'distinct'
    ? distinct((of ?? 'payee').replaceAll('_', ' '))
    : [ops[op], measures[measure]].filter(Boolean).join(' ')
}
