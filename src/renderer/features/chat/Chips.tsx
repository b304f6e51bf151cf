import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Asked } from '../../../shared/ask/asked.ts'
import type { Reply } from '../../../shared/contract/chat.ts'
import type { Grain } from '../../../shared/calendar/grain.ts'
import { useDimensionName } from '../../app/dimensions.ts'
import { Button, useFormat, useMessages } from '../../ui/index.ts'
import { EditDialog } from './EditDialog.tsx'
import { messages } from './messages.ts'
import styles from './chat.module.css'

interface Part {
  label: string
  /** The question without it; undefined where it cannot be left out. */
  without?: Asked
}

/** What was understood, part by part. Each can be taken out or changed, and is then asked again as a typed query. */
export function Chips({
  reply,
  asked,
  onAsk,
}: {
  reply: Reply
  asked: Asked
  onAsk: (asked: Asked) => void
}) {
  const t = useMessages(messages)
  const [editing, setEditing] = useState(false)
  const parts = useParts(reply, asked)
  return (
    <div className={styles.chips} role="group" aria-label={t.understood}>
      {parts.map(({ label, without }) => (
        <span key={label} className={styles.chip}>
          {label}
          {without && (
            <button
              type="button"
              className={styles.chipX}
              aria-label={t.removeChip(label)}
              onClick={() => onAsk(without)}
            >
              <IconX aria-hidden />
            </button>
          )}
        </span>
      ))}
      <Button kind="quiet" onClick={() => setEditing(true)}>
        {t.change}
      </Button>
      {editing && (
        <EditDialog
          asked={asked}
          onClose={() => setEditing(false)}
          onAsk={changed => {
            setEditing(false)
            onAsk(changed)
          }}
        />
      )}
    </div>
  )
}

function useParts(reply: Reply, asked: Asked): Part[] {
  const t = useMessages(messages)
  const format = useFormat()
  const nameOf = useDimensionName()
  const money = (minor: number): string => format.money(minor, { currency: reply.currency, symbol: true })
  const labelOf = (dimension: string, key: string): string =>
    reply.members.find(m => m.dimension === dimension && m.key === key)?.label ?? key
  const grainName = (grain: Grain): string => t.grains[grain]
  const dropped = (where: 'members' | 'notMembers', dimension: string, key: string): Asked => {
    const members = { ...asked[where] }
    const left = (members[dimension] ?? []).filter(k => k !== key)
    if (left.length > 0) members[dimension] = left
    else delete members[dimension]
    return { ...asked, [where]: members }
  }
  const parts: Part[] = [
    { label: t.intents[asked.intent] },
    {
      label:
        asked.op === 'sum'
          ? t.measures[asked.measure]
          : `${t.measures[asked.measure]}, ${asked.op === 'distinct' && asked.of ? nameOf(asked.of) : t.ops[asked.op]}`,
    },
  ]
  const { from, to } = asked
  if (from !== undefined || to !== undefined)
    parts.push({
      label:
        from !== undefined && to !== undefined
          ? format.span(from, to)
          : from !== undefined
            ? t.chip.from(format.date(from))
            : t.chip.until(format.date(to ?? '')),
      without: { ...asked, from: undefined, to: undefined, comparison: undefined },
    })
  if (asked.comparison) {
    const { comparison: c } = asked
    parts.push({
      label: t.chip.against(c.kind === 'range' ? format.span(c.from, c.to) : t.chip[c.kind]),
      without: { ...asked, comparison: undefined },
    })
  }
  for (const [dimension, keys] of Object.entries(asked.members))
    for (const key of keys)
      parts.push({
        label: `${nameOf(dimension)}: ${labelOf(dimension, key)}`,
        without: dropped('members', dimension, key),
      })
  for (const [dimension, keys] of Object.entries(asked.notMembers))
    for (const key of keys)
      parts.push({
        label: t.chip.without(labelOf(dimension, key)),
        without: dropped('notMembers', dimension, key),
      })
  if (asked.min !== undefined)
    parts.push({ label: t.chip.atLeast(money(asked.min)), without: { ...asked, min: undefined } })
  if (asked.max !== undefined)
    parts.push({ label: t.chip.atMost(money(asked.max)), without: { ...asked, max: undefined } })
  if (asked.text !== undefined)
    parts.push({ label: t.chip.text(asked.text), without: { ...asked, text: undefined } })
  for (const key of asked.by) {
    const name = 'grain' in key ? grainName(key.grain) : nameOf(key.dimension)
    parts.push({ label: t.chip.by(name), without: { ...asked, by: asked.by.filter(k => k !== key) } })
  }
  if (asked.top !== undefined)
    parts.push({ label: t.chip[asked.order](format.count(asked.top)), without: { ...asked, top: undefined } })
  if (asked.per !== undefined)
    parts.push({ label: t.chip.per(grainName(asked.per)), without: { ...asked, per: undefined } })
  if (asked.share) parts.push({ label: t.chip.share, without: { ...asked, share: false } })
  return parts
}
