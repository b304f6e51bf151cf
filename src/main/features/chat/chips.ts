import type { Asked } from '../../../shared/ask/asked.ts'
import type { AskedChip } from '../../../shared/contract/chat.ts'
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
      label: `${asked.from ?? '…'} to ${asked.to ?? '…'}`,
    })
  if (asked.comparison) {
    const { comparison: c } = asked
    const value = c.kind === 'range' ? `${c.from}..${c.to}` : c.kind
    chips.push({
      kind: 'comparison',
      value,
      label: `against ${c.kind === 'range' ? `${c.from} to ${c.to}` : c.kind.replace('-', ' ')}`,
    })
  }
  for (const [dimension, keys] of Object.entries(asked.members))
    for (const key of keys)
      chips.push({ kind: 'member', dimension, value: key, label: labelOf(dimension, key) })
  for (const [dimension, keys] of Object.entries(asked.notMembers))
    for (const key of keys)
      chips.push({ kind: 'without', dimension, value: key, label: `without ${labelOf(dimension, key)}` })
  const money = (minor: number): string => toDecimal(minor, exponentOf(currency))
  if (asked.min !== undefined)
    chips.push({ kind: 'amount', value: `min:${asked.min}`, label: `at least ${money(asked.min)}` })
  if (asked.max !== undefined)
    chips.push({ kind: 'amount', value: `max:${asked.max}`, label: `at most ${money(asked.max)}` })
  if (asked.text !== undefined) chips.push({ kind: 'text', value: asked.text, label: `text “${asked.text}”` })
  for (const key of asked.by) {
    const value = 'grain' in key ? key.grain : key.dimension
    chips.push({
      kind: 'group',
      ...('dimension' in key && { dimension: value }),
      value,
      label: `by ${value.replaceAll('_', ' ')}`,
    })
  }
  if (asked.top !== undefined)
    chips.push({ kind: 'rank', value: String(asked.top), label: `the ${asked.top} ${asked.order}` })
  if (asked.per !== undefined)
    chips.push({ kind: 'per', value: asked.per, label: `average a ${asked.per.replace('fiscal-', '')}` })
  if (asked.share) chips.push({ kind: 'share', value: 'share', label: 'share of the whole' })
  return chips
}

const OPS = {
  sum: '',
  count: 'number of',
  mean: 'mean',
  median: 'median',
  min: 'smallest',
  max: 'largest',
  distinct: 'different',
}

export const measureName = ({ measure, op, of }: Asked): string =>
  op === 'distinct'
    ? `number of ${(of ?? 'payee').replaceAll('_', ' ')}s`
    : [OPS[op], measure === 'amount' ? 'all entries' : measure].filter(Boolean).join(' ')
