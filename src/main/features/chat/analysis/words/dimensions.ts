import type { Grain } from '../../../../../shared/calendar/grain.ts'

/** What people call dimensions, folded; the first that has members in this workspace is meant. */
export const DIMENSION_WORDS: readonly (readonly [pattern: string, dimensions: readonly string[]])[] = [
  [
    'payees?|suppliers?|vendors?|merchants?|places?|shops?(?! at\\b)|stores?|retailers?|sellers?|(?:service )?providers?|recipients?|beneficiar(?:y|ies)|counterpart(?:y|ies)|companies we pay|(?:haupt)?lieferant(?:en|innen)?|(?:zahlungs|geld|rechnungs|uberweisungs)?empfangern?|(?:einzel)?handlern?|geschafte?n?|laden|kreditor(?:en|s)?|anbietern?|dienstleistern?|auftragnehmern?|verkaufern?|zulieferern?|rechnungsstellern?|(?:geschafts|vertrags|zahlungs)partnern?',
    ['payee'],
  ],
  ['category groups?|kategoriegruppen?|oberkategorien?', ['category_group', 'category']],
  [
    'cats?|categor(?:y|ies)|(?:ausgaben?|kosten|aufwands)?kategorien?|types? of (?:spend(?:ing)?|cost)|cost types?|(?:kosten|ausgaben?|aufwands)arten?',
    ['category', 'account'],
  ],
  [
    '(?:gl |general ledger |nominal )?accounts?|gl codes?|nominals?|(?:sach|aufwands|kosten|bank|haupt|hauptbuch)?kont(?:o|os|en)',
    ['account'],
  ],
  [
    'cost cent(?:re|er)s?|cost-cent(?:re|er)s?|cc|kostenstellen?',
    ['cost_centre', 'department', 'directorate'],
  ],
  ['departments?|teams?|abteilung(?:en)?|ressorts?', ['department', 'cost_centre', 'directorate']],
  ['directorates?|divisions?|direktion(?:en)?|bereiche?n?', ['directorate', 'department', 'business_unit']],
  ['regions?|areas?|regionen|gebiete?n?', ['region']],
  [
    'entit(?:y|ies)|legal entit(?:y|ies)|(?:tochter)?gesellschaft(?:en)?|subsidiar(?:y|ies)',
    ['entity', 'company'],
  ],
  ['compan(?:y|ies)|company codes?|firm(?:a|en)|buchungskreise?n?', ['company', 'entity', 'payee']],
  ['profit cent(?:re|er)s?|profit ?centern?', ['profit_centre']],
  ['functional areas?|functions?|funktionsbereiche?n?', ['functional_area']],
  ['funds?', ['fund']],
  ['business units?|geschaftsbereiche?n?', ['business_unit', 'directorate']],
  ['projects?|projekte?n?', ['project']],
  ['document types?|beleg(?:art|typ)(?:en)?', ['document_type']],
  ['account types?|konto(?:art|typ)(?:en)?|kontenarten?', ['account_type']],
  [
    'users?|posters?|clerks?|preparers?|(?:be)?nutzern?|(?:sach)?bearbeitern?|erfassern?|anwendern?',
    ['user'],
  ],
  ['currenc(?:y|ies)|wahrung(?:en)?', ['currency']],
  ['tags?|schlagworte?r?', ['tags']],
  ['status(?:es)?', ['status']],
]

/** Steps of time as they are said; quarters and years become the workspace's own. */
export const GRAIN_WORDS: readonly (readonly [pattern: string, grain: Grain])[] = [
  ['days?|daily|tage?n?|taglich|tageweise', 'day'],
  ['weeks?|weekly|(?:kalender)?wochen?|wochentlich|wochenweise', 'week'],
  ['months?|monthly|monate?n?|monatlich|monatsweise', 'month'],
  ['quarters?|quarterly|quartale?n?|quartalsweise|vierteljahrlich', 'quarter'],
  [
    '(?:fiscal |financial )?years?|yearly|annual|annually|jahre?n?|jahrlich|jahresweise|geschaftsjahre?n?',
    'year',
  ],
  ['posting periods?|buchungsperioden?', 'period'],
]

/** German nouns whose plural is their singular: the word before tells. */
const SAME_IN_PLURAL =
  /^laden$|(?:empfang|hand|nutz|arbeit|erfass|anwend|anbiet|leist|nehm|verkauf|liefer|stell|partn)(?:l?er|erer)n?$/
/** A noun of a dimension or step in the singular: "which supplier" asks for one, "which suppliers" for all. */
export const isPlural = (word: string, before = ''): boolean =>
  (SAME_IN_PLURAL.test(word) &&
    (word.endsWith('ern') || !/(?:\bwelche[rsnm]|ste[rs]?|\b(?:de[mn]|vom|beim|zum) \S+) $/.test(before))) ||
  (/(?:[^s]s|ies|en|(?:geschaft|bereich|gebiet|projekt|kreis)en?)$/.test(word) &&
    !/^(?:status|laden)$/.test(word))
