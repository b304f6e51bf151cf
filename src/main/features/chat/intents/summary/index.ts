import { filtersOf } from '../../../../../shared/ask/compile.ts'
import { parseIsoDate } from '../../../../../shared/calendar/day.ts'
import { grainNext, grainStart, type Grain } from '../../../../../shared/calendar/grain.ts'
import { divideRounded, total } from '../../../../../shared/money/minor.ts'
import {
  call,
  figure,
  headline,
  percentOf,
  query,
  shown,
  stepName,
  unitOf,
  written,
  type AnswerIntent,
  type Question,
} from '../intent.ts'
import { say } from '../../messages.ts'

/** One figure: a sum, a count, a mean, a share, a sum a month. */
export const summary: AnswerIntent = async question => {
  const { asked, currency } = question
  // A share of an estimate in another has no stated error: those are counted exactly.
  const result = await query(question, asked.share ? {} : { distinct: 'either' })
  const key = Object.keys(result.totals)[0] as string
  const value = shown(result.totals[key], question)
  const filters = filtersOf(asked)
  const { approximateError } = result
  const main = {
    ...figure(
      asked.measure === 'amount' || unitOf(asked) === 'count' ? asked.op : asked.measure,
      unitOf(asked),
      value,
    ),
    ...(approximateError === undefined ? {} : { approximateError }),
  }
  const figures = [main, figure('rows', 'count', result.matched)]
  let code: string = unitOf(asked) === 'count' ? asked.op : 'figure'
  let text = say().figure(capital(nameOf(question)), written(main, currency), result.matched)
  if (asked.share) {
    const whole = await query({ ...question, asked: { ...asked, members: {}, notMembers: {} } })
    const all = shown(whole.totals[key], question)
    const share = percentOf(value, all)
    figures.push(figure('whole', unitOf(asked), all), figure('share', 'percent', share))
    code = 'share'
    text = say().share(
      share === null ? say().noShare : written(figure('', 'percent', share), currency, 2),
      written(main, currency),
      written(figure('whole', unitOf(asked), all), currency),
    )
  } else if (asked.per !== undefined && asked.op === 'sum') {
    const steps = await stepsOf(question, asked.per)
    const mean = value === null || steps === 0 ? null : total(divideRounded(BigInt(value), BigInt(steps)))
    figures.push(figure('steps', 'count', steps), figure('per', 'money', mean))
    code = 'per'
    text = say().per(
      written(figure('per', 'money', mean), currency),
      stepName(asked.per),
      written(main, currency),
      steps,
    )
  }
  if (result.matched === 0) {
    code = 'nothing'
    text = say().nothing
  }
  if (result.unconverted > 0) figures.push(figure('unconverted', 'count', result.unconverted))
  return {
    answer: {
      findings: [
        headline(question, code, figures, text, {
          n: result.matched,
          filters,
          impact: unitOf(asked) === 'money' ? value : null,
        }),
      ],
      figures,
      chart: 'none',
    },
    rows: result.matched,
    filters,
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const nameOf = ({ asked }: Question): string => {
  const { counts, measures, ops, sumOf } = say()
  if (asked.op === 'count' || asked.op === 'distinct') return counts[asked.op]
  return [ops[asked.op], asked.measure === 'amount' ? sumOf : measures[asked.measure]]
    .filter(Boolean)
    .join(' ')
}

/** Steps of the days asked about, or of those that the entries cover. */
async function stepsOf(question: Question, grain: Grain): Promise<number> {
  const { asked, ctx } = question
  const { from, to } = asked
  const bounds = await call(ctx, 'explore.profile', { filters: filtersOf(asked) })
  const dates = bounds.columns.find(c => c.kind === 'date')
  const first = parseIsoDate(from ?? dates?.from ?? '')
  const last = parseIsoDate(later(to, dates?.to) ?? '')
  if (first === undefined || last === undefined || first > last) return 0
  let steps = 0
  for (let step = grainStart(first, grain); step <= last; step = grainNext(step, grain)) steps += 1
  return steps
}

/** Months that are not over count with the entries that they have: a period that runs on is taken to the last entry. */
const later = (to: string | undefined, last: string | undefined): string | undefined =>
  to === undefined ? last : last !== undefined && last < to && !sameMonth(last, to) ? last : to
const sameMonth = (a: string, b: string): boolean => a.slice(0, 7) === b.slice(0, 7)
