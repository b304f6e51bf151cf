import { createHash } from 'node:crypto'
import { toIsoDate } from '../../../shared/calendar/day.ts'
import { readFiscal, readMeta, readRevision } from '../../db/meta.ts'
import type { ReadableDB } from '../../db/types.ts'
import type { Facts, Sums, Unit } from '../../engine/postgres/fill.ts'
import { copyLine } from '../../engine/postgres/load.ts'
import { STEPS } from '../../engine/postgres/schema.ts'
import { stepNumber } from '../../engine/postgres/steps.ts'
import { wordsOf } from '../../engine/text.ts'
import { countTexts, eachText, selectAccountDetails, selectBatchFiles, selectCategoryGroups, selectDays, selectDaySums, selectDimensions, selectFactLines, selectMembers, selectUnits, usedColumns } from './queries.ts' // prettier-ignore

/** Entry ids of one unit: what is pushed whole, compared whole, and lost whole where the link breaks. */
export const UNIT_SIZE = 16_384

export function factsOf(db: ReadableDB, workspace: string): Facts {
  return {
    workspace,
    name: readMeta(db, 'name') ?? '',
    revision: readRevision(db),
    profile: readMeta(db, 'profile') ?? 'personal',
    baseCurrency: readMeta(db, 'base_currency') ?? 'GBP',
    fiscal: readFiscal(db),
    columns: usedColumns(db),
  }
}

/** Words that a text filter finds an entry by, each led by a space, so that a word's beginning is found by LIKE. */
const words = (...texts: readonly string[]): string => {
  const text = texts.join(' ')
  // Most texts need no Unicode: the same words, in a tenth of the time.
  const found = PLAIN.test(text)
    ? text.toLowerCase().replaceAll(NO_WORD, ' ').trim()
    : wordsOf(text).join(' ')
  return found === '' ? '' : ` ${found} `
}
const PLAIN = /^[ -~]*$/
const NO_WORD = /[^a-z0-9]+/g

export function unitOf(db: ReadableDB, unit: number, columns: readonly string[]): Unit {
  const [from, to] = [unit * UNIT_SIZE, (unit + 1) * UNIT_SIZE]
  const facts = selectFactLines(db, unit, columns, from, to)
  const texts: string[] = []
  for (const [id, description, reference, document, note, extra] of eachText(db, from, to)) {
    const fields = [description, reference, document, note]
    texts.push(copyLine([id, unit, ...fields, words(...fields), extra]))
  }
  const all = { facts: facts.length === 0 ? '' : `${facts.join('\n')}\n`, texts: texts.join('') }
  const hash = createHash('sha256')
    .update(columns.join(','))
    .update(all.facts)
    .update(all.texts)
    .digest('hex')
  return { unit, entries: facts.length, hash, ...all }
}

export const unitsOf = (db: ReadableDB): number[] => selectUnits(db, UNIT_SIZE)

const lines = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map(row => copyLine(row)).join('')

/** The small tables as lines of COPY text. */
export function tablesOf(db: ReadableDB): Record<string, string> {
  const fiscal = readFiscal(db)
  return {
    dimension: lines(selectDimensions(db)),
    member: lines(
      selectMembers(db).map(([dimension, ordinal, key, label]) => [
        dimension,
        ordinal,
        key,
        label,
        words(...(label === key ? [label] : [label, key])),
      ]),
    ),
    account_detail: lines(selectAccountDetails(db)),
    category_group: lines(selectCategoryGroups(db)),
    batch: lines(selectBatchFiles(db)),
    day: lines(
      selectDays(db).map(day => [day, toIsoDate(day), ...STEPS.map(step => stepNumber(step, day, fiscal))]),
    ),
  }
}

/** What the warehouse must come to, counted here from the entries themselves. */
export function expectedSums(db: ReadableDB): Sums {
  const fiscal = readFiscal(db)
  const periods = new Map<string, { entries: number; amount: bigint; base: bigint }>()
  let entries = 0
  const days = selectDaySums(db)
  for (const [day, count, high, low, baseHigh, baseLow] of days) {
    const period = String(stepNumber('period', Number(day), fiscal))
    const sum = periods.get(period) ?? { entries: 0, amount: 0n, base: 0n }
    periods.set(period, {
      entries: sum.entries + Number(count),
      amount: sum.amount + (high << 32n) + low,
      base: sum.base + (baseHigh << 32n) + baseLow,
    })
    entries += Number(count)
  }
  return {
    tables: {
      entry: entries,
      entry_text: countTexts(db),
      dimension: selectDimensions(db).length,
      member: selectMembers(db).length,
      account_detail: selectAccountDetails(db).length,
      category_group: selectCategoryGroups(db).length,
      batch: selectBatchFiles(db).length,
      day: days.length,
    },
    periods: Object.fromEntries(
      [...periods].map(([period, { entries: n, amount, base }]) => [
        period,
        { entries: n, amount: String(amount), base: String(base) },
      ]),
    ),
  }
}
