import { breakdown } from '../breakdown/index.ts'
import { comparison } from '../comparison/index.ts'
import type { AnswerIntent } from '../intent.ts'
import { trends } from '../trends/index.ts'

/** The same figures as a breakdown, a course or a comparison has: what was asked for is the picture. */
export const chart: AnswerIntent = question => {
  const { asked } = question
  if (asked.comparison && asked.by.length > 0) return comparison(question)
  return asked.by.length === 1 && asked.by[0] && 'grain' in asked.by[0]
    ? trends(question)
    : breakdown(question)
}
