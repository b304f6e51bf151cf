import type { AskedMeasure } from '../../../../../shared/ask/asked.ts'

/** Which amounts: the first pattern that is found decides. Folded words, English and German. */
export const MEASURE_WORDS: readonly (readonly [RegExp, AskedMeasure])[] = [
  [
    /\b(?:(?:income|profit) statements?|p&l|p and l|profit and loss|guv|gewinn und verlust\w*|net(?! of)(?: (?:savings?|income|result|profit|amount|position))?|surplus(?:es)?|deficits?|profits?(?! cent(?:re|er))|loss(?:es)?|sav(?:ed|e(?! for)|ing rate|ings rate)|left over|leftover|(?:money|cash|much) (?:was|is|were|be) left|(?:income|earnings|revenue|turnover|takings|einnahmen|umsatz) (?:minus|less|abzuglich) (?:our |the |all |total |operating )*(?:spending|spend|expenses|expenditure|costs|outgoings|ausgaben|kosten)|(?:spend|spent|pay|paid) (?:\w+ )?(?:more|less) than (?:we|i) (?:earn\w*|made|make|took in|take in|got|received)|(?:betriebs|jahres|perioden|netto)ergebnis(?:se)?|cash ?flow|bottom line|(?:operating )?result|gewinne?|verluste?|uberschu(?:ss|sse|ss)|ergebnis(?:se)?|gespart|sparquote|ubrig)\b/,
    'net',
  ],
  [
    /\b(?:income|incomes|earn(?:ed|ings|s)?|revenues?|turnover|receipts?|receive[ds]?|money in(?! (?:\d|the|this|last|our|my|q[1-4]|fy|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|total|all|each|every))|(?:take|took|taken|taking) in(?: in)?|how much (?:money )?(?:do|did|have) (?:we|i) (?:make|made)|herein|hereinkam|rein|(?:came|comes?|coming) in(?:to)?|incoming|eingange?|eingegangen|takings|einnahmen|verdien(?:t|en|st)|ertrage?|umsatze?|erlose?|einkommen|eingenommen|erhalten)\b/,
    'income',
  ],
  [
    /\b(?:spend(?:ing|s)?|spent|splash(?:ed)?|damage(?!s)|blow|blew|drop(?:ped)? (?:at|on)|ate up|shell(?:ed|ing)? out|blown|(?:set|sets) (?:us|me) back|gone on|went on|swallow(?:s|ed)?|gobbl(?:ed|es)|(?:eat|eats|eaten|eating|ate) up|soak(?:s|ed)? up|rack(?:ed|s)? up|drain(?:s|ed)?|dropped on|(?:get|gets|got|getting|went|go|gone) through|what(?:'s| is| was)? the (?:damage|bill)|goes on|lay out|laid out|handed over|fork(?:ed|ing)? out|burn(?:t|ed)?|expend(?:iture|itures)?|expenses?|costs?(?! cent(?:re|er))|costing|outgoings?|outlays?|money out|paid|pay(?:ing|s)?|payments?|bills?|charges?|charged|purchases?|shop(?= (?:at|in)\b)|bought|buy(?:ing)?|shopping|opex|operating (?:costs?|expenses?|expenditure)|overspend\w*|invoices?|invoiced|expensive|money|consumption|ausgaben?|g[ae]b(?:en|e)? (?:wir|ich)\b(?=.*\baus\b)|ausgegeben|ausgeben|kosten|kostet|kostete|gekostet|drauf(?:gegangen)?|abgebucht|gezahlt|zahlen|zahlten|uberwiesen|aufwand|aufwendungen|be?zahlt|zahlung(?:en)?|einkaufe?|eingekauft|rechnung(?:en)?|(?:total |gesamt)(?:kosten|ausgaben))\b/,
    'spending',
  ],
  [
    /\b(?:balances?|transactions?|entr(?:y|ies)|postings?|post(?:ed)?|journals?|journal (?:entr(?:y|ies)|lines?)|lines|movements|bookings?|records?|rows|(?<!of )everything|credits|debits|documents?|vouchers?|belege?|kontostand|saldo|salden|buchung(?:en)?|transaktion(?:en)?|bewegung(?:en)?|umbuchungen)\b/,
    'amount',
  ],
]

/** Measure words that are said of other things too: with words that mean nothing here they make no question about a ledger. */
export const LOOSE =
  /^(?:money|buy(?:ing)?|bought|shopping|pays?|paying|charges?|lines?|records?|rows|results?|saved?|consumption|everything|posted|invoiced|expensive|loss(?:es)?|bookings?|movements?|receive[ds]?|left over|leftover)$/

export const COUNT =
  /\b(?:how many(?: times)?|number of|(?<!(?:not|don't|dont) )count(?: of)?|how often|volume of(?= (?:transactions|invoices|payments|entries|postings))|tally of|# of|how frequently|no of|wie viele|wieviele|anzahl(?: der| von)?|wie oft|wie haufig)\b/
export const MEDIAN = /\bmedian\w*\b/
export const SHARE =
  /\b(?:how much of (?:our|my|the|all|total)(?: total)? (?:\w+ )?(?:spend(?:ing)?|costs?|expenses|expenditure|opex|income|revenue|money)(?= (?:[\w'/-]+ ){0,4}?(?:is|was|goes|went|comes|came|are|were)\b)|(?:what )?(?:share|percentage|percent|proportion|portion|chunk|slice|fraction|part)(?= (?:of|that|is|does|do|goes|was))|(?:how|as) (?:a )?(?:share|percentage|percent|proportion)(?: of)?|(?:percentage|percent|proportion|share|fraction) (?:spent|paid|going|used)|welche[rn] teil|what %|% of|anteil(?:e|s)?|prozentsatz|wie viel prozent|(?:in|as(?: an?| the)?) (?:percent(?:age)?s?|prozent|%)(?: of| von)?|prozent (?:von|der|des))/
export const PER_STEP =
  /\b(?:(?:(?<=(?:average|typical|avg) )|(?:per|each|every|a|an|pro|je|im) )(day|week|month|quarter|year|tag|woche|monat|quartal|jahr)|(daily|weekly|monthly|quarterly|yearly|annual|taglich\w*|wochentlich\w*|monatlich\w*|jahrlich\w*))\b/
/** What one entry stands for where it is said of somebody: "a meal at …", "the largest job by …"; alone it may be a category. */
export const OCCASION =
  '(?<=\\b(?:an?|one|per|each|every|average|avg|mean|median|typical|usual|normal|single|many|viele|expensive|largest|biggest|highest|cheapest|smallest|lowest|eine?[nmrs]?|je|pro|(?:teuer|gros|gross|hoch|klein|gunstig|billig)ste[nmrs]?) )(?:meals?|lunch(?:es)?|dinners?|breakfasts?|brunch(?:es)?|jobs?|call ?outs?|call outs?|stays?|sessions?|fill ?ups?|(?:mittag|abend)?essens?|mahlzeit(?:en)?|lieferung(?:en)?|auftrag(?:e?s)?|besuche?s|einkaufe?s)(?= (?:(?:costs?|prices?|bills?|spend|value) )?(?:at|from|with|by|to|bei|von|im|an) )'
/** Things of which an average is meant one by one. */
export const ITEM = `(?:${OCCASION}|purchases?|shop(?= (?:at|in)\\b)|rides?|trips?|visits?|journeys?|deliver(?:y|ies)|things?|fahrten|fahrt|besuche?n?|bestellung(?:en)?|expenses?|transactions?|payments?|invoices?|bills?|entr(?:y|ies)|postings?|items?|journals?|journal (?:entries|lines?)|orders?|tickets?|receipts?|records?|charges?|buchung(?:en)?|zahlung(?:en)?|rechnung(?:en)?|einkaufe?|ausgaben?|transaktion(?:en)?|amounts?|documents?|vouchers?|belege?|outgoings|outlays?)`
export const LARGEST =
  '(?:largest|biggest|main|number one|wichtigste[nrms]?|highest|greatest|most expensive|costliest|dearest|top|heaviest|priciest|dearest|top spending|busiest|fullest|maximum|max|gros(?:st|sst)e[nrms]?|hochste[nrms]?|teuerste[nrms]?|meiste[nrms]?)'
export const SMALLEST =
  '(?:smallest|lowest|cheapest|least expensive|bottom|minimum|min|quietest|tiniest|kleinste[nrms]?|niedrigste[nrms]?|gunstigste[nrms]?|billigste[nrms]?)'
/** "What does a meal at … cost" asks for what one costs as a rule, too. */
const OF_ONE = `(?:costs?|price|value|amount|size) of an? (?=${ITEM}(?![\\w-]))|(?:does|did) an? (?=${ITEM}(?![\\w-]).*\\bcosts?\\b)|kostete? eine? (?=${ITEM}(?![\\w-]))`
export const MEAN = new RegExp(
  `\\b(?:${OF_ONE}|(?:average(?:d|s)?|avg|(?<!\\bi )mean|typical(?:ly)?|on average|durchschnitt(?:lich\\w*)?|durchschnitts\\w*|mittlere\\w*|im schnitt|im mittel|usual|usually|normally|normalerweise|ublicherweise|gewohnlich)\\b)`,
)
