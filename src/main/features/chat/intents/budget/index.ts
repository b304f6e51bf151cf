import { ACTUAL } from '../../../../../shared/query/scenario.ts'
import type { VarianceFigures } from '../../../../../shared/contract/budget.ts'
import {
  call,
  figure,
  inBrackets,
  headline,
  series,
  shown as turn,
  written,
  type AnswerIntent,
  type Question,
} from '../intent.ts'
import { withoutFlow } from '../root-cause/index.ts'
import { say } from '../../messages.ts'

const LINES = 15

/** Actual entries against a plan, to date. */
export const budget: AnswerIntent = async question => {
  const { asked, currency, ctx } = question
  const scenarios = (await call(ctx, 'budget.scenarios', {})).filter(s => s.name !== ACTUAL)
  const scenario = asked.scenario ?? scenarios.find(s => /^budget/i.test(s.name))?.name ?? scenarios[0]?.name
  const filters = withoutFlow(asked)
  if (scenario === undefined) {
    const text = say().noBudget
    return {
      answer: {
        findings: [headline(question, 'no-budget', [], text, { n: 0, filters })],
        figures: [],
        chart: 'none',
      },
      rows: 0,
      filters,
    }
  }
  const by = asked.by.flatMap(key => ('dimension' in key ? [key.dimension] : []))
  const found = await call(ctx, 'budget.variance', {
    filters,
    scenario,
    measure: asked.measure === 'income' ? 'income' : asked.measure === 'net' ? 'net' : 'spending',
    basis: 'to-date',
    ...(by.length > 0 && { by }),
    top: asked.top ?? LINES,
  })
  const total = turned(found.total, question)
  const figures = [
    figure('scenario', 'text', scenario),
    figure('actual', 'money', total.actual),
    figure('budget', 'money', total.budget),
    figure('variance', 'money', total.variance),
    figure('percent', 'percent', total.percent),
    figure('rows', 'count', total.rowsActual),
  ]
  const code =
    found.missing !== undefined || total.rowsBudget === 0
      ? 'not-budgeted'
      : total.judgement === 'adverse'
        ? 'over-budget'
        : total.judgement === 'favourable'
          ? 'within-budget'
          : 'on-budget'
  const text =
    code === 'not-budgeted'
      ? say().notBudgeted(scenario)
      : say().budget({
          actual: written(figure('', 'money', total.actual), currency),
          plan: written(figure('', 'money', total.budget), currency),
          scenario,
          variance: written(figure('', 'money', total.variance), currency),
          percent: inBrackets(total.percent),
          judgement: total.judgement,
        })
  const shown = found.lines.slice(0, LINES)
  const data = series(
    { ...question, asked: { ...asked, op: 'sum' } },
    shown.map(l => l.members.map(m => m.label || '–').join(' · ')),
    [
      {
        id: 'actual',
        label: say().actual,
        role: 'actual',
        values: shown.map(l => turned(l, question).actual),
      },
      { id: 'budget', label: scenario, role: 'budget', values: shown.map(l => turned(l, question).budget) },
    ],
  )
  return {
    answer: {
      findings: [
        headline(question, code, figures, text, {
          n: total.rowsActual,
          filters: found.doors.actual,
          impact: total.variance,
          severity: code === 'over-budget' ? 'medium' : 'info',
          ...(shown.length > 0 && { evidence: [data] }),
        }),
      ],
      figures,
      chart: shown.length > 0 ? 'bar' : 'none',
    },
    rows: total.rowsActual,
    filters: found.doors.actual,
  }
}

/** A plan's amounts are as they are posted: turned the way people say them. */
function turned<F extends Pick<VarianceFigures, 'actual' | 'budget' | 'variance'>>(
  figures: F,
  question: Question,
): F {
  const measure = question.asked.measure === 'amount' ? 'spending' : question.asked.measure
  const as = { ...question, asked: { ...question.asked, measure, op: 'sum' as const } }
  return {
    ...figures,
    actual: turn(figures.actual, as) ?? 0,
    budget: turn(figures.budget, as) ?? 0,
    variance: turn(figures.variance, as) ?? 0,
  }
}
