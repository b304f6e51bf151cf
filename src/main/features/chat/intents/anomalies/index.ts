import { filtersOf } from '../../../../../shared/ask/compile.ts'
import { call, figure, headline, type AnswerIntent } from '../intent.ts'
import { say } from '../../messages.ts'

const SHOWN = 10

/** Unusual entries, by the workspace's live detector. */
export const anomalies: AnswerIntent = async question => {
  const filters = filtersOf(question.asked)
  const found = await call(question.ctx, 'anomalies.find', { filters, limit: SHOWN })
  const figures = [figure('flagged', 'count', found.flagged), figure('scored', 'count', found.scored)]
  const code = found.state === 'too-few' ? 'too-few' : found.flagged === 0 ? 'none-unusual' : 'unusual'
  const text =
    found.state === 'too-few'
      ? say().tooFew(found.least)
      : say().unusual(found.flagged, found.scored, found.method)
  if (found.state === 'too-few') figures.push(figure('least', 'count', found.least))
  return {
    answer: {
      findings: [
        headline(question, code, figures, text, { n: found.scored, filters }),
        ...found.findings.slice(0, SHOWN),
      ],
      figures,
      chart: 'none',
    },
    rows: found.scored,
    filters,
  }
}
