import { catalogue } from '../../../../shared/text/language.ts'

/** Something to know about a forecast: `code` and `values` for a page in any language, `statement` for files and scripts. */
export interface Note {
  code: NoteCode
  values: Record<string, string | number>
  statement: string
}

type Values = Record<string, string | number>

const english = {
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
  filled: ({ filled, n }) =>
    `${filled} of ${n} values were missing and have been filled in from their neighbours or the seasons beside them.`,
  'no-backtest': ({ n }) => `${n} values are too few to try the method on the past.`,
  'no-holidays': ({ country }) => `No public holidays are known for ${country}.`,
  'no-steps': () => 'No entries fit these filters, or none of their steps is complete.',
  'last-left-out': ({ step, end }) =>
    `${step} is not complete (the entries end on ${end}), so it is left out.`,
  'first-left-out': ({ step }) => `${step} is cut by the filter, so it is left out.`,
  unconverted: ({ entries }) => `${entries} entries have no exchange rate and no part in the series.`,
  reconciled: ({ parts }) =>
    `The ${parts} parts and their total were forecast apart and reconciled: the parts sum to the total.`,
} satisfies Record<string, (values: Values) => string>

export type NoteCode = keyof typeof english

const METHODS: Record<string, string> = {
  combination: 'Kombination',
  theta: 'Theta-Verfahren',
  prophet: 'Prophet',
  naive: 'naive Prognose',
  mean: 'Mittel',
  drift: 'Drift',
}
const methodName = (method: string | number | undefined): string =>
  METHODS[String(method)] ?? String(method).toUpperCase()

const german: Record<NoteCode, (values: Values) => string> = {
  'one-value': () =>
    'Es gibt nur einen Wert: Er wird wiederholt, und nichts sagt, wie sehr die nächsten abweichen können.',
  constant: ({ n }) => `Alle ${n} Werte sind gleich; also ist die Prognose dieser Wert.`,
  short: ({ n, least }) =>
    `Die Vorgeschichte ist kurz: ${n} Werte, wo ein Modell ${least} braucht. Gezeigt wird die naive Prognose.`,
  'season-not-seen': ({ n, season }) =>
    `${n} Werte sind weniger als zwei Saisons von ${season}; eine Saison lässt sich nicht vom Zufall unterscheiden.`,
  'not-for-method': ({ method, n }) =>
    `Das Verfahren ${methodName(method)} ist für diese ${n} Werte nicht brauchbar. Gezeigt wird die naive Prognose.`,
  'naive-wins': ({ method, percent }) =>
    `In der Vergangenheit war das Verfahren ${methodName(method)} nicht deutlich besser als die naive Prognose (seine Fehler betrugen ${percent} % der naiven); also wird die naive gezeigt.`,
  'mean-wins': ({ method, percent }) =>
    `In der Vergangenheit war das Verfahren ${methodName(method)} nicht deutlich besser als das einfache Mittel (seine Fehler betrugen ${percent} % von dessen); also wird das Mittel gezeigt.`,
  'naive-better': ({ method, percent }) =>
    `In der Vergangenheit irrte die naive Prognose weniger: Die Fehler des Verfahrens ${methodName(method)} betrugen ${percent} % der naiven.`,
  filled: ({ filled, n }) =>
    `${filled} von ${n} Werten fehlten und wurden aus ihren Nachbarn oder den Saisons daneben ergänzt.`,
  'no-backtest': ({ n }) => `${n} Werte sind zu wenige, um das Verfahren an der Vergangenheit zu prüfen.`,
  'no-holidays': ({ country }) => `Für ${country} sind keine Feiertage bekannt.`,
  'no-steps': () => 'Keine Buchungen passen zu diesen Filtern, oder keiner ihrer Schritte ist vollständig.',
  'last-left-out': ({ step, end }) =>
    `${step} ist nicht vollständig (die Buchungen enden am ${end}) und bleibt darum weg.`,
  'first-left-out': ({ step }) => `${step} ist vom Filter angeschnitten und bleibt darum weg.`,
  unconverted: ({ entries }) =>
    `${entries} Buchungen haben keinen Wechselkurs und gehen nicht in die Reihe ein.`,
  reconciled: ({ parts }) =>
    `Die ${parts} Teile und ihre Summe wurden je für sich vorhergesagt und abgestimmt: Die Teile ergeben die Summe.`,
}

const statements = catalogue<Record<NoteCode, (values: Values) => string>>({
  en: english as never,
  de: german,
})

export function note(code: NoteCode, values: Values = {}): Note {
  return { code, values, statement: statements()[code](values) }
}
