import type { QualityRun } from '../../../shared/contract/quality.ts'
import { useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'
import { shownScore } from './words.ts'
import styles from './quality.module.css'

const WIDTH = 640
const HEIGHT = 96

/** The scores of the runs over everything, oldest first; the table below has the same figures. */
export function ScoreLine({ runs }: { runs: readonly QualityRun[] }) {
  const t = useMessages(messages)
  const format = useFormat()
  const scores = runs
    .filter(run => run.batch === null && run.score !== null)
    .map(run => run.score as number)
    .toReversed()
  if (scores.length < 2) return null
  // From the lowest score's ten up, so that a fall of a point can be seen.
  const floor = Math.max(0, Math.floor((Math.min(...scores) - 1) / 10) * 10)
  const x = (i: number): number => 4 + (i * (WIDTH - 8)) / (scores.length - 1)
  const y = (score: number): number => 4 + ((100 - score) * (HEIGHT - 8)) / (100 - floor)
  const last = scores.at(-1) ?? 0
  return (
    <figure className={styles.trend}>
      <figcaption>{t.trend}</figcaption>
      <div className={styles.plot}>
        <div className={styles.ends} aria-hidden>
          <span>{format.number(100, 0)}</span>
          <span>{format.number(floor, 0)}</span>
        </div>
        <svg
          preserveAspectRatio="none"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          role="img"
          aria-label={t.trendText(shownScore(last, format), format.count(scores.length))}
        >
          <line x1={4} x2={WIDTH - 4} y1={y(100)} y2={y(100)} className={styles.rule} />
          <line x1={4} x2={WIDTH - 4} y1={y(floor)} y2={y(floor)} className={styles.rule} />
          <polyline
            points={scores.map((score, i) => `${x(i)},${y(score)}`).join(' ')}
            className={styles.line}
          />
        </svg>
      </div>
    </figure>
  )
}
