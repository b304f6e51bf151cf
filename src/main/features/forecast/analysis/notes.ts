/** Something to know about a forecast: `code` and `values` for a page in any language, `statement` for files and scripts. */
export interface Note {
  code: NoteCode
  values: Record<string, string | number>
  statement: string
}

const STATEMENTS = {
  'one-value': () =>
    'There is one value only: it is repeated, and nothing says how much the next ones may differ.',
  constant: ({ n }) => `All ${n} values are the same, so the forecast is that value.`,
  short: ({ n, least }) =>
    `The history is short: ${n} values, where a model needs ${least}. The naive forecast is shown instead.`,
  'season-not-seen': ({ n, season }) =>
    `${n} values are less than two seasons of ${season}, so no season can be told from chance.`,
  'not-for-method': ({ method, n }) =>
    `The method ${method} cannot be used on these ${n} values. The naive forecast is shown instead.`,
  'naive-wins': ({ method, percent }) =>
    `On the past, the ${method} did not do clearly better than the naive forecast (its errors were ${percent} % of the naive ones), so the naive forecast is shown.`,
  'mean-wins': ({ method, percent }) =>
    `On the past, the ${method} did not do clearly better than the plain mean (its errors were ${percent} % of the mean’s), so the mean is shown.`,
  'naive-better': ({ method, percent }) =>
    `On the past, the naive forecast erred less: the errors of ${method} were ${percent} % of the naive ones.`,
  'no-backtest': ({ n }) => `${n} values are too few to try the method on the past.`,
  'no-holidays': ({ country }) => `No public holidays are known for ${country}.`,
  'no-steps': () => 'No entries fit these filters, or none of their steps is complete.',
  'last-left-out': ({ step, end }) =>
    `${step} is not complete (the entries end on ${end}), so it is left out.`,
  'first-left-out': ({ step }) => `${step} is cut by the filter, so it is left out.`,
  unconverted: ({ entries }) => `${entries} entries have no exchange rate and no part in the series.`,
  reconciled: ({ parts }) =>
    `The ${parts} parts and their total were forecast apart and reconciled: the parts sum to the total.`,
} satisfies Record<string, (values: Record<string, string | number>) => string>

export type NoteCode = keyof typeof STATEMENTS

export function note(code: NoteCode, values: Record<string, string | number> = {}): Note {
  return { code, values, statement: STATEMENTS[code](values as never) }
}
