import type { AuditResult, AuditSample } from '../../../shared/data/audit-result.ts'
import { table, visible } from './print.ts'

const SHOWN = 50

/** A test's answer for a person: its figures, then the first exceptions. */
export function auditForPeople(found: AuditResult): string {
  const { population, exceptions } = found
  const places = exceptions.slice(0, SHOWN).map(one => {
    const where = one.lines
      ? `line ${one.lines.slice(0, 20).join(', ')}`
      : `entry ${(one.entries ?? []).slice(0, 20).join(', ')}`
    return visible(one.rows.length === 0 ? one.statement : `${where}: ${one.statement}`)
  })
  const more =
    found.found > SHOWN
      ? ` The first ${SHOWN} are shown; --json has ${found.exceptions.length < found.found ? `${found.exceptions.length}, --first N more` : 'all'}.`
      : ''
  const rounded = population.rounded
    ? `${population.rounded} amounts were rounded to the places asked for.`
    : ''
  return [
    ...figures(found),
    ...places,
    ...(rounded === '' ? [] : [rounded]),
    ...(population.blank ? [`${population.blank} rows have no amount and are left out.`] : []),
    ...(found.benford || found.sample
      ? []
      : [`${found.found} exceptions in ${population.rows} rows.${more}`]),
  ].join('\n')
}

function figures(found: AuditResult): string[] {
  const { strata, aging, activity, documents, periodEnd, match } = found
  return [
    ...(found.benford ?? []).map(one =>
      one.mad && one.chiSquare
        ? `${one.digits} digits, ${one.sign}: ${one.n} amounts, MAD ${one.mad.value.toFixed(5)} (p ${one.mad.p.toFixed(4)}${one.mad.conformity ? `, ${one.mad.conformity}` : ''}), χ² ${one.chiSquare.value.toFixed(1)}: ${one.verdict}`
        : `${one.digits} digits, ${one.sign}: ${one.n} amounts, too few`,
    ),
    ...(found.limits ?? []).map(
      one => `${one.limit}: ${one.below} below or at it, ${one.above} above, p ${one.p.toPrecision(3)}`,
    ),
    ...(found.round?.levels ?? []).map(
      one => `multiples of ${one.multipleOf}: ${one.count} of ${one.n}, p ${one.p.toPrecision(3)}`,
    ),
    ...(found.sample ? [ofSample(found.sample)] : []),
    ...(strata
      ? [
          table(
            ['from', 'to', 'rows', 'sum'],
            strata.bands.map(band => [band.from ?? '', band.to ?? '', String(band.count), band.sum]),
            0,
          ),
          ...strata.ties.map(tieLine),
        ]
      : []),
    ...(aging
      ? [
          table(
            ['days', 'rows', 'sum'],
            aging.bands.map(band => [ageName(band), String(band.count), band.sum]),
            1,
          ),
          `As of ${aging.asOf}; later ${aging.later.sum}, without a date ${aging.undated.sum}.`,
          ...aging.ties.map(tieLine),
        ]
      : []),
    ...(documents
      ? [`${documents.documents} documents; ${documents.undocumented.count} rows have none.`]
      : []),
    ...(periodEnd
      ? [
          `${periodEnd.inside} of ${periodEnd.dated} rows in the last days of a month, ${periodEnd.expected.toFixed(1)} expected.`,
        ]
      : []),
    ...(activity
      ? [
          `${activity.members} looked at as of ${activity.asOf}: ${activity.fresh} new, ${activity.resumed} resumed, ${activity.stale} without anything for long.`,
        ]
      : []),
    ...(match ? [`${match.payees} payees, ${match.employees} employees.`] : []),
  ]
}

const tieLine = (one: {
  of: string
  counted: string
  control: string
  ties: boolean
  difference: string
}): string =>
  `${one.of}: ${one.counted} against ${one.control}, ${one.ties ? 'ties' : `DIFFERENCE ${one.difference}`}`

function ageName({ from, to }: { from: number | null; to: number | null }): string {
  if (from === null) return 'not due'
  return to === null ? `${from}+` : `${from}-${to}`
}

function ofSample({ items, interval, evaluation, leftOut }: AuditSample): string {
  const rows = items.map(one => [String(one.line ?? one.entry ?? one.row), one.book, one.stratum])
  const head = items[0]?.entry === undefined ? 'line' : 'entry'
  const drawn = `${table([head, 'book', ''], rows, 0)}\n${items.length} items, interval ${interval}; ${leftOut.count} rows of ${leftOut.sum} have no amount above nought and are left out.`
  if (!evaluation) return drawn
  const { projected, upper, missing, conclusion } = evaluation
  return `${drawn}\nProjected misstatement ${projected.toFixed(2)}, at most ${upper?.toFixed(2) ?? `unknown, ${missing} items are not examined`}: ${conclusion}.`
}
