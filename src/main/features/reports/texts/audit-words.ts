import type { ReportLanguage } from '../../../../shared/report/definition.ts'

type Both = readonly [en: string, de: string]

/** Parameters of the audit tests, as the audit page names them. */
const PARAMETERS: Record<string, Both> = {
  digits: ['digits', 'Ziffern'],
  signs: ['signs', 'Vorzeichen'],
  sign: ['amounts', 'Beträge'],
  seed: ['seed', 'Startwert'],
  days: ['days', 'Tage'],
  kinds: ['kinds', 'Arten'],
  reversalDays: ['reversals within days', 'Stornos binnen Tagen'],
  least: ['at least', 'mindestens'],
  density: ['numbers present, percent', 'vorhandene Nummern, Prozent'],
  jump: ['a run ends at missing numbers', 'eine Reihe endet bei fehlenden Nummern'],
  repeats: ['repeats too', 'auch Wiederholungen'],
  limits: ['limits', 'Grenzen'],
  limit: ['limit', 'Grenze'],
  percent: ['from percent of the limit', 'ab Prozent der Grenze'],
  multipleOf: ['multiples of', 'Vielfache von'],
  materiality: ['materiality', 'Wesentlichkeit'],
  confidence: ['confidence, percent', 'Sicherheit, Prozent'],
  interval: ['interval', 'Intervall'],
  country: ['holidays of', 'Feiertage von'],
  weekend: ['days of rest (Monday 0)', 'Ruhetage (Montag 0)'],
  opens: ['work begins', 'Arbeitsbeginn'],
  closes: ['work ends', 'Arbeitsende'],
  bounds: ['bounds of the bands', 'Grenzen der Schichten'],
  total: ['control total', 'Kontrollsumme'],
  count: ['control count', 'Kontrollanzahl'],
  asOf: ['as of', 'Stichtag'],
  settle: ['credits settle', 'Gutschriften begleichen'],
  employees: ['employees', 'Beschäftigte'],
  fuzzy: ['similar names too', 'auch ähnliche Namen'],
  most: ['at most documents', 'höchstens Belege'],
  back: ['back, days', 'zurück, Tage'],
  forward: ['ahead, days', 'voraus, Tage'],
  minimum: ['from amount', 'ab Betrag'],
  words: ['words', 'Wörter'],
  newDays: ['new within days', 'neu binnen Tagen'],
  staleDays: ['stale after days', 'ruhend nach Tagen'],
  threshold: ['z above', 'z über'],
  ratio: ['times the next largest', 'Vielfaches des nächstgrößten'],
}

const VALUES: Record<string, Both> = {
  'oldest-first': ['the oldest first', 'die ältesten zuerst'],
  none: ['nothing', 'nichts'],
  first: ['first', 'erste'],
  second: ['second', 'zweite'],
  'first-two': ['first two', 'erste zwei'],
  'last-two': ['last two', 'letzte zwei'],
  positive: ['positive', 'positiv'],
  negative: ['negative', 'negativ'],
  exact: ['exact', 'gleich'],
  near: ['near in time', 'zeitnah'],
  reference: ['similar reference', 'ähnliche Referenz'],
  true: ['yes', 'ja'],
  false: ['no', 'nein'],
  close: ['close conformity', 'enge Übereinstimmung'],
  acceptable: ['acceptable conformity', 'annehmbare Übereinstimmung'],
  marginal: ['marginal conformity', 'knappe Übereinstimmung'],
  nonconformity: ['nonconformity', 'keine Übereinstimmung'],
  conforms: ['they conform', 'sie entsprechen dem Gesetz'],
  differs: ['they differ', 'sie weichen ab'],
  'too-few': ['too few', 'zu wenige'],
  top: ['in full', 'in voller Höhe'],
  hit: ['drawn', 'gezogen'],
}

const word = (both: Both | undefined, key: string, language: ReportLanguage): string =>
  both?.[language === 'de' ? 1 : 0] ?? key

/** A value of a test in the report's language; what is no word of ours stays as it is. */
export const auditValue = (value: string | number | boolean, language: ReportLanguage): string =>
  typeof value === 'string' && value.includes(', ')
    ? value.split(', ').map(one => word(VALUES[one], one, language)).join(', ') // prettier-ignore
    : word(VALUES[String(value)], String(value), language)

/** 'days 7; kinds exact, near in time': a test's parameters, but not which column is what. */
export const auditParameters = (
  parameters: Readonly<Record<string, string | number | boolean>>,
  language: ReportLanguage,
): string =>
  Object.entries(parameters)
    .filter(([name]) => !name.startsWith('column.'))
    .map(([name, value]) => `${word(PARAMETERS[name], name, language)} ${auditValue(value, language)}`)
    .join('; ')
