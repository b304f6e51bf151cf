import type { Day } from '../../../shared/calendar/day.ts'
import type { Grain } from '../../../shared/calendar/grain.ts'
import type { Series } from '../../../shared/data/data.ts'
import type { Total } from '../../../shared/money/minor.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { group } from '../../engine/columnar/group.ts'
import { measureAll } from '../../engine/columnar/measures.ts'
import type { Selection } from '../../engine/columnar/select.ts'
import type { KeySource } from '../../engine/columnar/whole.ts'
import { REST_KEY } from '../../../shared/boards/tile.ts'
import { largestOf } from './largest.ts'
import { byCode, minus, turn } from './sides.ts'
import { DAILY, fiscal } from './spans.ts'
import { unitOf, type Asked } from './asked.ts'
import { say } from './messages.ts'

/** Days that a calendar shows: the latest year. */
const CALENDAR_DAYS = 366
/** More steps than this cannot be told apart on any screen. */
const MOST_STEPS = 20_000

/** A measure by step of time, over every step of the span: in one line with the comparison as a second, or in a line for each of the largest members. */
export function overSteps(asked: Asked, wanted: Grain | undefined, chart: string): Series {
  const { engine, query, spans, before } = asked
  const form = { kind: 'series' as const, ...unitOf(asked) }
  if (!spans) return { ...form, x: [], lines: [] }
  const { covered } = spans
  const cut = chart === 'calendar' && covered.to - covered.from >= CALENDAR_DAYS
  const span = cut ? { from: (covered.to - CALENDAR_DAYS + 1) as Day, to: covered.to } : covered
  const now = cut ? asked.on(span) : asked.now
  const grain = fiscal(
    wanted ?? (spans.asked.to - spans.asked.from < DAILY ? 'day' : 'month'),
    engine.store.fiscal,
  )
  if (grain === 'day' && span.to - span.from > MOST_STEPS)
    throw new FailureError('bad-input', say().tooManyDays)
  const steps = engine.steps(grain, span)
  const x = Array.from({ length: steps.key.size }, (_, i) => steps.text(i))
  if (query.by !== undefined && chart !== 'calendar')
    return { ...form, x, lines: linesOf(asked, query.by, steps.key) }
  const values = figuresOf(asked, now, [steps.key])
  const lines: Series['lines'] = [
    { id: 'value', label: '', role: 'actual', values: x.map((_, i) => values(i)) },
  ]
  if (before && spans.comparison && chart !== 'calendar') {
    const stepsBefore = engine.steps(grain, spans.comparison)
    const earlier = figuresOf(asked, before, [stepsBefore.key])
    lines.push({
      id: 'comparison',
      label: '',
      role: 'comparison',
      values: x.map((_, i) => (i < stepsBefore.key.size ? earlier(i) : null)),
    })
  }
  return { ...form, x, lines }
}

/** The measure by combined code. Steps without entries are nil where nil is what they sum to, else unknown. */
function figuresOf(
  { engine, query, sign, measure }: Asked,
  selection: Selection,
  keys: readonly KeySource[],
): (code: number) => Total | null {
  const grouping = group(selection, keys)
  const [value] = measureAll(selection, grouping, [measure], id => engine.keyOf(id))
  const turned = query.measure === 'count' ? 1 : sign
  const found = byCode(grouping, keys, g => turn(value?.(g) ?? 0, turned))
  const none = query.measure === 'sum' || query.measure === 'count' ? 0 : null
  return code => found.at(code) ?? none
}

/** A line for each of the largest members and one for all others: together they are the whole, step by step. */
function linesOf(asked: Asked, by: string, step: KeySource): Series['lines'] {
  const { engine, query, now } = asked
  if (query.measure !== 'sum' && query.measure !== 'count')
    throw new FailureError('bad-input', say().linesOfMembers)
  const member = engine.keyOf(by)
  const members = engine.dictionary(by)
  const totals = figuresOf(asked, now, [member])
  const counts = byCode(group(now, [member]), [member], () => 0)
  const { known, largest } = largestOf(
    { ...counts, at: code => (counts.entries(code) > 0 ? (totals(code) ?? 0) : undefined) },
    query.top,
  )
  const cells = figuresOf(asked, now, [member, step])
  const whole = figuresOf(asked, now, [step])
  const each = Array.from({ length: step.size }, (_, i) => i)
  const lines: Series['lines'] = largest.map(({ code }) => ({
    id: `m:${members.keyOf(code)}`,
    label: members.labelOf(code),
    role: 'actual',
    values: each.map(i => cells(code * step.size + i)),
  }))
  if (known <= largest.length) return lines
  const rest = each.map(i =>
    lines.reduce<Total>((left, line) => minus(left, line.values[i] ?? 0), whole(i) ?? 0),
  )
  return [...lines, { id: REST_KEY, label: '', role: 'actual', values: rest }]
}
