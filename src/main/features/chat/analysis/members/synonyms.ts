/**
 * What people say → names that ledgers have for it, tried in order on the members that there are: nothing here is a member by itself.
 * Left: words that mean the same. Right: names, stemmed when they are compared.
 */
const GROUPS: readonly (readonly [said: string, names: string])[] = [
  [
    'fill up|fill ups|filled up|tank up|getankt|petrol|gasoline|diesel|gas station|filling station|benzin|kraftstoff|tanken|sprit',
    'fuel|petrol|fuel cards|vehicles and travel',
  ],
  [
    'electricity|electric|power|strom|energie|heating|gas bill|gas|heizung',
    'energy|electricity|utilities|power',
  ],
  ['internet|wifi|wi fi|internetanschluss', 'broadband|internet|telecoms'],
  ['phone|telephone|cell phone|cellphone|cell|handy|telefon|mobilfunk', 'mobile|phone|telephone|telecoms'],
  [
    'eat out|ate out|eaten out|dine out|dined out|restaurant|restaurants|meals|dining|dining out|meals out|takeaway|takeaways|takeout|essen gehen|auswarts essen|auswartsessen|essengehen|auswarts|gastronomie|restaurantbesuche|pub|pubs|lunches|dinners|lunch|dinner|brunch|supper|abendessen|mittagessen',
    'eating out|restaurants|dining|meals',
  ],
  [
    'groceries|grocery|supermarket|supermarkets|food shopping|lebensmittel|supermarkt|nahrungsmittel',
    'groceries|food|supermarket|lebensmittel',
  ],
  ['essen und trinken|food and drink|food|essen|nahrung', 'food|groceries'],
  [
    'kids|children|child|kid|kinder|nursery|daycare|creche|day care|childminder|kinderbetreuung|kita|kindergarten',
    'childcare|nursery|children|family',
  ],
  [
    'doctor|doctors|dentist|dental|dentists|pharmacy|medicine|medicines|prescriptions|arzt|apotheke|medikamente|health care|healthcare',
    'medical|health|healthcare',
  ],
  ['gym membership|gym|fitness studio|sport|sports|fitnessstudio', 'fitness|gym|sport'],
  ['clothes|fashion|apparel|kleidung|klamotten|kleider', 'clothing|clothes'],
  ['birthday presents|presents|present|gift|geschenke|geschenk', 'gifts|presents'],
  ['donations|donation|donated|charities|giving|spenden|gespendet', 'charity|donations|giving'],
  ['vacation|vacations|holidays|trips|urlaub|ferien|reise', 'holiday|vacation|travel'],
  ['streaming|subs|subscription|abo|abos|abonnements|membership|memberships', 'subscriptions|subscription'],
  [
    'wage|wages|pay packet|paycheck|pay cheque|salaries|gehalt|lohn|gehalter|lohne',
    'salary|wages|salaries and on costs|salaries|payroll',
  ],
  [
    'payroll|staff costs|staff cost|personnel costs|personnel|staffing|personalkosten|personal|personalaufwand',
    'salaries and on costs|payroll|staff|salaries|employed',
  ],
  [
    'temps|temp staff|temporary staff|agency workers|agency|leiharbeit|zeitarbeit|leiharbeiter',
    'agency staff|agency|temporary staff',
  ],
  ['home loan|hypothek|baufinanzierung', 'mortgage'],
  ['rental income|rental|rents|rent|miete|mieten|mietertrage', 'rent|rental income'],
  ['water bill|wasser', 'water'],
  ['council|local tax|rates|grundsteuer|gemeindesteuer', 'council tax|rates'],
  [
    'car|cars|auto|autos|motor|vehicles|vehicle|fahrzeug|fahrzeuge|fuhrpark',
    'vehicles and travel|car|vehicles|transport',
  ],
  [
    'transit|bus|buses|public transit|commuting|commute|ofv|offentliche verkehrsmittel|nahverkehr',
    'public transport|transport',
  ],
  ['transportation|verkehr|mobilitat', 'transport|travel'],
  ['versicherung|versicherungen|insurances|premiums|premium', 'insurance'],
  ['kaffee|cafe|cafes|coffees', 'coffee'],
  ['haushalt|household goods|home goods', 'household|home'],
  ['wohnen|accommodation', 'housing'],
  ['gesundheit', 'health'],
  ['freizeit|fun|entertainment|unterhaltung', 'leisure|entertainment|outings'],
  ['ausfluge', 'outings'],
  [
    't&e|te|travel and entertainment|travel and expenses|reisekosten',
    'travel and entertainment|travel|vehicles and travel|travel and subsistence',
  ],
  [
    'accounts payable|ap|payables|verbindlichkeiten|trade payables|kreditoren',
    'accounts payable|trade creditors|creditors|trade payables',
  ],
  [
    'accounts receivable|ar|receivables|forderungen|trade receivables|debitoren',
    'accounts receivable|trade debtors|debtors|rent arrears control',
  ],
  ['vat|input tax|vorsteuer|mehrwertsteuer|umsatzsteuer|sales tax', 'input vat|vat'],
  ['software|licenses|licence|licences|license|saas|lizenzen', 'software and licences|software|licences'],
  ['computers|computer|laptops|laptop|equipment|it equipment|rechner', 'hardware|equipment'],
  ['information technology|edv', 'digital|it|information technology'],
  ['hr|human resources|personalabteilung', 'people|human resources|hr'],
  [
    'legal fees|legal costs|lawyers|lawyer|audit fees|consultants|consultancy|consulting|advisory|beratung|beratungskosten|rechtskosten|anwaltskosten',
    'professional fees|legal|consultancy|fees',
  ],
  [
    'maintenance|upkeep|reparaturen|reparatur|instandhaltung|wartung',
    'repairs|maintenance|repairs contractors|repairs and maintenance',
  ],
  ['material|materialien|werkstoffe|supplies', 'materials|supplies'],
  ['cleaning|gardening|reinigung', 'grounds and cleaning|cleaning'],
  ['courses|course|seminars|schulung|schulungen|fortbildung|weiterbildung', 'training'],
  ['nebenkosten|versorgung', 'utilities|service charges'],
  ['abschreibung|abschreibungen', 'depreciation'],
  ['zinsen|zins|zinsertrage', 'interest|interest payable|interest received'],
  ['zinsaufwand|interest costs|interest expense', 'interest payable|interest'],
  ['bank|cash at bank|bankkonto', 'bank current|bank|current account'],
  ['girokonto|checking account|checking', 'current account'],
  ['kreditkarte|visa|mastercard', 'credit card'],
  ['sparkonto|savings account', 'savings'],
  ['umbuchungen|transfers', 'transfer|transfers'],
  ['service charge', 'service charges'],
]

export const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  GROUPS.flatMap(([said, names]) => said.split('|').map(word => [word, names.split('|')] as const)),
)
/** Words of the longest thing said. */
export const LONGEST_SYNONYM = 4
