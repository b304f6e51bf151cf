import type { ChangedRow } from '../../../../shared/contract/reports-figures.ts'
import { toIsoDate } from '../../../../shared/calendar/day.ts'
import { deriveValue, type FigureQuery } from '../../../../shared/report/figure.ts'
import { decimalOf } from '../figures/evaluate.ts'
import type { StoredFigure } from '../figures/queries.ts'
import type { Effect, Readings } from './differences.ts'

/** An entry's effect on a figure as it is listed. */
export function rowOf(
  figure: StoredFigure,
  query: FigureQuery,
  effect: Effect,
  { was, now, between }: Readings,
  words: ReadonlyMap<number, string>,
  batches: ReadonlyMap<number, { file: string; loadedAt: string }>,
): ChangedRow {
  const { entry, before, after } = effect
  const day = entry.now >= 0 ? now.days[entry.now] : was.days[entry.was]
  const step = effect.step === undefined ? undefined : between.steps.get(effect.step)
  const batch = effect.batch === undefined ? undefined : batches.get(effect.batch)
  const text = (given: number | string | null): string | null =>
    typeof given === 'string' ? given : decimalOf(given, figure.unit, query.negate)
  const [old, fresh] = [text(before), text(after)]
  const isText = typeof before === 'string' || typeof after === 'string'
  return {
    id: entry.id,
    figure: figure.id,
    date: toIsoDate(day as number),
    text: words.get(entry.id) ?? '',
    was: old,
    now: fresh,
    difference: isText ? '' : (deriveValue({ how: 'difference' }, [fresh ?? '0', old ?? '0']) ?? '0'),
    fields: entry.fields,
    ...(step && {
      step: {
        id: step.id,
        kind: step.kind,
        at: step.at,
        undone: step.undone,
        ...(batch && { file: batch.file }),
      },
    }),
    ...(!step &&
      batch && { step: { id: 0, kind: 'import', at: batch.loadedAt, undone: false, file: batch.file } }),
  }
}

/** How much an entry moves a figure, without sign. */
export function sizeOf({ before, after }: Effect): bigint {
  if (typeof before === 'string' || typeof after === 'string') return 1n
  const change = BigInt(after ?? 0) - BigInt(before ?? 0)
  return change < 0n ? -change : change
}
