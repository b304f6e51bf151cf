import { filtersOf, signOf } from '../../../../../shared/ask/compile.ts'
import {
  changePercent,
  figure,
  headline,
  minus,
  query,
  series,
  shown,
  unitOf,
  written,
  call,
  type AnswerIntent,
} from '../intent.ts'
import { say } from '../../messages.ts'

/** A course over time, every step of it, with its least-squares line. */
export const trends: AnswerIntent = async question => {
  const { asked, currency, ctx, profile } = question
  const key = asked.by.find(k => 'grain' in k)
  const grain = key && 'grain' in key ? key.grain : 'month'
  const filters = filtersOf(asked)
  const own = asked.op === 'sum' || asked.op === 'count' ? asked.op : undefined
  const [result, course] = await Promise.all([
    query({ ...question, asked: { ...asked, by: [{ grain }] } }),
    own && call(ctx, 'explore.series', { filters, grain, measure: own }),
  ])
  const sign = own === 'count' ? 1 : signOf(profile, asked.measure)
  const steps = course
    ? course.steps.map(s => ({ key: s.key, value: shown(s.value, question) }))
    : result.rows.map(row => ({ key: String(row[0]), value: shown(row[1], question) }))
  const [first, last] = [steps[0], steps.at(-1)]
  const unit = unitOf(asked)
  const slope = course ? Math.round(course.slope * sign) : null
  const change = minus(last?.value ?? null, first?.value ?? null)
  const figures = [
    figure('total', unit, shown(Object.values(result.totals)[0], question)),
    figure('steps', 'count', steps.length),
    ...(first && last
      ? [
          figure('firstStep', 'step', first.key),
          figure('firstValue', unit, first.value),
          figure('lastStep', 'step', last.key),
          figure('lastValue', unit, last.value),
          figure('change', unit, change),
          figure('changePercent', 'percent', changePercent(last.value, first.value)),
        ]
      : []),
    ...(slope === null ? [] : [figure('slope', unit, slope)]),
    figure('rows', 'count', result.matched),
  ]
  const code = !first ? 'nothing' : slope === null || slope === 0 ? 'level' : slope > 0 ? 'rising' : 'falling'
  const text =
    first && last
      ? say().trend({
          first: written(figure('', unit, first.value), currency),
          from: first.key,
          last: written(figure('', unit, last.value), currency),
          to: last.key,
          slope: slope === null ? '' : written(figure('', unit, slope), currency),
        })
      : say().nothing
  const data = series(
    question,
    steps.map(s => s.key),
    [
      {
        id: 'now',
        label: say().measures[asked.measure],
        role: asked.measure === 'income' ? 'income' : 'actual',
        values: steps.map(s => s.value),
      },
    ],
  )
  return {
    answer: {
      findings: [headline(question, code, figures, text, { n: result.matched, filters, evidence: [data] })],
      figures,
      chart: 'line',
    },
    rows: result.matched,
    filters,
  }
}
