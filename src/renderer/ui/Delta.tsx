import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react'
import { commonMessages } from './common.messages.ts'
import { useMessages } from './messages.ts'
import { useFormat } from './use-format.ts'
import styles from './figure.module.css'

export type Judgement = 'favourable' | 'adverse' | 'neutral'

interface DeltaProps {
  /** A ratio, 0.056 for +5.6%; null (a change from nothing) shows nothing. */
  ratio?: number | null
  /** Or any change already written, with its direction. */
  text?: string
  direction?: -1 | 0 | 1
  /** Spending itself is neutral; only a variance is judged. */
  judgement?: Judgement
  /** Show the word (adverse, favourable); it is always read out. */
  word?: boolean
}

/** A change: arrow, sign and word, never colour alone. */
export function Delta({ ratio, text, direction, judgement = 'neutral', word = false }: DeltaProps) {
  const format = useFormat()
  const t = useMessages(commonMessages)
  const shown = text ?? format.percent(ratio ?? null, { sign: 'change' })
  if (!shown) return null
  const way = direction ?? Math.sign(ratio ?? 0)
  const Arrow = way < 0 ? IconArrowDownRight : IconArrowUpRight
  const name = judgement === 'neutral' ? '' : t[judgement]
  return (
    <span className={styles.delta} data-judgement={judgement}>
      {way !== 0 && <Arrow aria-hidden />}
      {shown}
      {name && <span className={word ? undefined : 'visually-hidden'}> {name}</span>}
    </span>
  )
}
