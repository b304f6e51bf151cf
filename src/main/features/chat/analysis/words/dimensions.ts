import type { Grain } from '../../../../../shared/calendar/grain.ts'

/** What people call dimensions, folded; the first that has members in this workspace is meant. */
export const DIMENSION_WORDS: readonly (readonly [pattern: string, dimensions: readonly string[]])[] = [
  [
    'payees?|suppliers?|vendors?|merchants?|places?|shops?(?! at\\b)|stores?|retailers?|companies we pay|lieferant(?:en)?|empfanger|handler|geschafte?n?|kreditor(?:en)?',
    ['payee'],
  ],
  ['category groups?|kategoriegruppen?|oberkategorien?', ['category_group', 'category']],
  [
    'cats?|categor(?:y|ies)|kategorien?|types? of (?:spend(?:ing)?|cost)|cost types?|kostenarten?',
    ['category', 'account'],
  ],
  [
    '(?:gl |general ledger |nominal )?accounts?|gl codes?|nominals?|konto|konten|sachkont(?:o|en)',
    ['account'],
  ],
  [
    'cost cent(?:re|er)s?|cost-cent(?:re|er)s?|cc|kostenstellen?',
    ['cost_centre', 'department', 'directorate'],
  ],
  ['departments?|teams?|abteilung(?:en)?', ['department', 'cost_centre', 'directorate']],
  ['directorates?|divisions?|direktion(?:en)?|bereiche?n?', ['directorate', 'department', 'business_unit']],
  ['regions?|areas?|regionen', ['region']],
  ['entit(?:y|ies)|legal entit(?:y|ies)|gesellschaft(?:en)?|subsidiar(?:y|ies)', ['entity', 'company']],
  ['compan(?:y|ies)|company codes?|firmen?|buchungskreise?', ['company', 'entity']],
  ['profit cent(?:re|er)s?|profitcenter', ['profit_centre']],
  ['functional areas?|functions?|funktionsbereiche?', ['functional_area']],
  ['funds?', ['fund']],
  ['business units?|geschaftsbereiche?', ['business_unit', 'directorate']],
  ['projects?|projekte?n?', ['project']],
  ['document types?|belegarten?', ['document_type']],
  ['account types?|kontoarten?', ['account_type']],
  ['users?|posters?|clerks?|preparers?|benutzer|bearbeiter|erfasser', ['user']],
  ['currenc(?:y|ies)|wahrung(?:en)?', ['currency']],
  ['tags?|schlagworte?r?', ['tags']],
  ['status(?:es)?', ['status']],
]

/** Steps of time as they are said; quarters and years become the workspace's own. */
export const GRAIN_WORDS: readonly (readonly [pattern: string, grain: Grain])[] = [
  ['days?|daily|tage?|taglich', 'day'],
  ['weeks?|weekly|wochen?|wochentlich', 'week'],
  ['months?|monthly|monate?|monatlich', 'month'],
  ['quarters?|quarterly|quartale?|quartalsweise|vierteljahrlich', 'quarter'],
  ['(?:fiscal |financial )?years?|yearly|annual|annually|jahre?|jahrlich|geschaftsjahre?', 'year'],
  ['posting periods?|buchungsperioden?', 'period'],
]

/** A noun of a dimension or step in the singular: "which supplier" asks for one, "which suppliers" for all. */
export const isPlural = (word: string): boolean =>
  /(?:[^s]s|ies|en|empfanger|handler|benutzer|bearbeiter)$/.test(word) && !/^status$/.test(word)
