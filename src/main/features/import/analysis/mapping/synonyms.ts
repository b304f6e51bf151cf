import { BUILT_IN_DIMENSIONS } from '../../../../../shared/query/dimensions.ts'
import { normaliseHeader } from './headers.ts'

/**
 * What columns are called, by field, the likeliest name first: where two columns could be the date or the amount, the one whose
 * name stands earlier is it. English, German, French, Spanish, Dutch, Portuguese, Italian and the Nordic languages, and the technical
 * names of SAP's tables. A name is compared in its normalised form.
 */
const NAMES: Readonly<Record<string, string>> = {
  date: 'posting date|post date|posting dt|gl date|accounting date|completed date|date posted|posted date|date paid|payment date|paid date|date of payment|pay date|booking date|reskontradatum|transaction date|transaktionsdatum|trans date|date|booked|buchungstag|buchungsdatum|buch dat|bu dat|bu datum|buch datum|buchdat|buchung|datum|date operation|date op|date de l operation|date d operation|date comptable|fecha|fecha operacion|fecha de operacion|fecha contable|boekdatum|transactiedatum|data|data operazione|data contabile|data mov|data lancamento|bokforingsdag|bokforingsdatum|bogforingsdato|dato|budat|effective date|entry date|document date|belegdatum|bldat|invoice date|invoice creation date|rechnungsdatum|value date|valuta|valutadatum|wertstellung|date valeur|date val|date de valeur|fecha valor|data valuta|rentedatum|order date|trade date|run date|deal date|clearing date|started date|datetime|date time|timestamp|created utc|created|created at|transaction time|time|action date|check date|cheque date|warrant date|disbursement date|settlement date|settle date|journal date|ecriture date|boekdatum|datum boeking|valutadag|bokford|abschlussdatum|transaction dt|trx date|txn date|tran date|date entered|process date|processed date|date of transaction|date of invoice|date incurred|created on|bogfort|forfallsdato|kirjauspaiva|maksupaiva|data operacji|data transakcji|data ksiegowania|date op rapport|fecha de pago|date de paiement|date ecriture|data pagamento|data de pagamento|zahlungsdatum|zahldatum|date of spend|payment run date|release date|authorised date|period end|period end date|month ending|week ending',
  period:
    'posting period|fiscal period|period|accounting period|fiscal year period|year period|fiscyearper|periode|buchungsperiode|abrechnungsmonat|month|monat|mois|mes|month year|year month|accounting month|period name|per|bper|poper|fiscper|monat buchung|financial period|reporting period|gl period|posting month|payment month|month of payment|financial month|calendar month|accounting period name',
  amount:
    'net amount|netamount|invoice nett amount|nett amount|net|nett|net value|amount net|netto|nettobetrag|amount in local currency|amount in lc|currency value|value in local currency|local currency amount|company code currency value|amount company code currency|amount|amount gbp|amount eur|amount usd|amount paid|payment amount|paid amount|transaction amount|amount total|total amount|amount £|amount $|amount €|value|line amount|posting amount|invoice amount|spend|expenditure|betrag|umsatz|betrag eur|umsatz in eur|montant|montant de l operation|montant en euros|importe|importe eur|cantidad|monto|bedrag|bedrag eur|valor|importo|belopp|belob|belop|kwota|hsl|dmbtr|wrbtr|wsl|sum|sum of amount|sum of invoice nett amount|total|item total|order total|total charged|amount charged|gross|gross amount|amount gross|brutto|bruttobetrag|bookvalue|book value|converted amount|actual|actuals|actual amount|distribution amount|line total|line value|amount in document currency|amount in usd|accounted amount|functional amount|umsatz ohne soll haben kz|vouchers paid|federal action obligation|betrag in hauswahrung|betrag in hw|betrag hw|betrag in hauswahr|kwota operacji|maara euroa|maara eur|maara|bokfort belopp|transaktionsbelopp|montant ttc|montant ht',
  debit:
    'debit|debits|debit amount|amount debit|debit value|withdrawal|withdrawals|withdrawal amount|withdrawal amt|money out|paid out|out|outflow|payments|soll|soll betrag|lastschrift|belastung|ausgabe|ausgaben|ausgang|sollbetrag|debet|debito|debit eur|cargo|cargos|uscite|addebiti|expenses|uit|ut|entered dr|entered debit|dr|dr amount|amount dr|accounted dr|accounted debit|debit euros|debits eur|betrag soll|soll eur|montant debit|debito eur|importe debe|debe|debet belopp|withdrawals dr|paid out eur|af|uitgaven|utgifter|retrait|retraits|sortie|retiros|bedrag af|money out gbp|functional debit|base debit|dare|ut fra konto|ut av konto|forbrug|hevet|wydatki|obciazenia',
  credit:
    'credit|credits|credit amount|amount credit|credit value|deposit|deposits|deposit amount|deposit amt|money in|paid in|in|inflow|receipts|haben|haben betrag|gutschrift|einnahme|einnahmen|eingang|habenbetrag|abono|abonos|haber|credito|entrate|accrediti|accrediti eur|bij|inn|entered cr|entered credit|cr|cr amount|amount cr|accounted cr|accounted credit|credit euros|credits eur|betrag haben|haben eur|montant credit|credito eur|importe haber|kredit|deposits cr|inkomsten|depot|depots|entree|depositos|bedrag bij|money in gbp|functional credit|base credit|avere|inn pa konto|indsat|wplywy|uznania',
  sign: 'debit credit ind|debit credit indicator|debit credit|debit credit flag|dr cr|d c|dc|d c indicator|dc indicator|cr dr|credit debit|credit debit indicator|debit or credit|soll haben|soll haben kennzeichen|s h|sh kennzeichen|shkzg|drcrk|af bij|transaction type|type of transaction|debit credit code|sh indicator|soll haben kz|s h kz|dr cr indicator|credit debit code|d k|richting',
  currency:
    'currency|currency key|currency code|ccy|document currency|transaction currency|company code currency|fund currency code|local currency|wahrung|wahrungsschlussel|waehrung|waehrungsschluessel|devise|moneda|divisa|waluta|valuta code|muntsoort|munt|moeda|moeda codigo|waers|hwahr|hauswahr|rhcur|hwaer|rwcur|currency gross|valutakod|valutakode|wkz umsatz|wkz|trx currency|entered currency|invoice currency|payment currency|valuta kod|idevise|currency name|curr|cur|pswsl|rtcur',
  balance:
    'balance|running balance|account balance|closing balance|ending balance|beginning balance|available balance|saldo|kontostand|saldo nach buchung|solde|saldo contable|saldo na mutatie|disponible|running bal|bal|saldo na trn|saldo po transakcji|saldo efter transaktion|saldo nach umsatz|schlusssaldo|bokfort saldo|balance gbp|solde eur|saldo final|ledger balance|current balance|accountbalance|saldo po operacji|solde apres operation',
  payee:
    'supplier name|supplier|vendor name|vendor|beneficiary name|beneficiary|creditor name|payee name|payee|payee detail|merchant name|merchant|counterparty|counterparty name|name of supplier|redacted supplier name|recipient|customer name|trading partner|company paid|paid to|naam tegenpartij|tegenpartij naam|naam van de tegenpartij|naam tegenpartij bevat|partner name|name|merchant description|begunstigter zahlungspflichtiger|name zahlungsbeteiligter|supplier found|nadawca odbiorca|sender empfanger|kontrahent|saaja maksaja|zahlungspartner|empfanger|empfanger auftraggeber|auftraggeber|auftraggeber begunstigter|auftraggeber empfanger|zahlungsempfanger|zahlungsempfanger in|begunstigter|lieferant|lieferantenname|kreditor|fournisseur|nom du fournisseur|tiers|beneficiaire|proveedor|beneficiario|naam omschrijving|tegenpartij|naam|leverancier|fornitore|fornecedor|leverantor|leverandor|seller|supplier id t|supplier t|counter party|recipient name|beguenstigter zahlungspflichtiger|zahlungspflichtiger zahlungsempfanger|supplier name redacted|redacted supplier|supplier detail|supplier details|vendor description|payee payer|merchant vendor|company supplier|contractor|contractor name|paid to name|beneficiary customer|gegenpartei|mottagare|betalningsmottagare|modtager|destinatario|nom du tiers|nombre proveedor|organisation paid|provider|provider name|trader name|trading name|name of beneficiary|name of payee|partnername|empfaenger|empfaenger name|begunstigter auftraggeber|supplier beneficiary name|name 1|creditor|supplier trading name',
  'payee.code':
    'supplier id|supplier number|supplier no|supplier code|supplier ref|supplier reference|vendor num|vendor number|vendor no|vendor id|vendor code|creditor number|creditor no|payee id|beneficiary id|lieferantennummer|kreditorennummer|lifnr|kunnr|supplier uri|vendor account|creditor code|supplier account|supplier key|kreditor nr|compte auxiliaire|merchant id',
  category:
    'expenditure category|category internal name|category|categories|expense type|expenditure type|spend category|category name|cost category|merchant category|cipfsubj t|cipfa subjective|subjective group|cost element group|kategorie|kategoria|categorie|categoria|rubrik|catégorie|expense category|budget category|master category|spending category|expenses type|cipfa detailed expenditure type|cipfa detailed expenditure|type of expenditure|type of spend|type of expense|expense class|object class|spend type|pro class|proclass|proclass description|procurement category|procurement classification|service category label|service category|categorie de depense|kategorie name|kostenart|ausgabenart|expenditure description|object name',
  account:
    'bezeichnung auftragskonto|general ledger account name|gl account name|g l account name|account name|g l description|gl description|account description|general ledger description|ledger account name|detailed expenditure type|purpose|subjective description|subj description|subjective name|subjective|cost element name|cost element description|cipfsubs t|cipfa subsubjective|subsubjective|nominal description|nominal name|nominal account name|account title|kontobezeichnung|sachkontobezeichnung|kontoname|konto|sachkonto|libelle du compte|libelle compte|compte|nombre de cuenta|cuenta|rekening|rachunek|conto|account|bank account|wallet|payment card|gl code description|n c name|compte lib|omschrijving grootboekrekening|grootboekrekening omschrijving|naam grootboekrekening|nominal account|natural account description|account desc|gl desc|object description|sachkonto bezeichnung|ledger account|account full name|main account name|distribution account|expense description|bezeichnung|sollkonto|konto soll|soll konto|debit account',
  'account.code':
    'auftragskonto|iban auftragskonto|nominal a c ref|nominal ref|account num|general ledger account number|general ledger account|general ledger account no|gl account|g l account|gl account number|gl code|g l code|account code|account number|account no|account id|detailed expenditure code|expense code|expenditure code|subjective code|subj code|cost element|nominal code|nominal|ledger code|object code|kontonummer|sachkontonummer|hauptbuchkonto|hauptbuch|sachkontonr|sachkto|kontonr|konto nr|cuenta contable|compte general|n compte|hkont|racct|saknr|numero de compte|comptenum|compte num|iban|account key|gl number|n c|nominal ac|compte num|grootboekrekening|grootboekrekeningnummer|grootboek|rekeningnummer|natural account|object|main account|glaccount|gl acct|account nr|cta|object account|subjective analysis code',
  cost_centre:
    'cost centre name|cost center name|cost centre description|cost center description|kostenstellenbezeichnung|kostenstelle bezeichnung|expense area|cost centre|cost center|kostenstelle|centre de cout|kostenst|centre de couts|centro de coste|kostenplaats|cost centre desc|kost1 kostenstelle|kostenstellentext|cost centre title|cost ctr|costcentre|cost centre details',
  'cost_centre.code':
    'cost center id|cost centre id|cost centre code|cost center code|cost centre number|cost center number|cost centre no|kostl|rcntr|kostenstellennummer',
  department:
    'service division label|service divison label|service division|division|department|department name|dept|service area|service|team|unit|abteilung|nstrg t|organisation unit|dept name|dienststelle|fachbereich|agency|agency name|awarding agency name|department title|bureau|office|sub department|service unit|division name',
  'department.code': 'department code|department id|dept code|service code|division code|dept no|dept id',
  directorate:
    'service label|directorate|directorate name|organisational unit|organizational unit|directorate label|portfolio|group directorate|geschaftsbereich|dezernat|directorate service',
  'directorate.code': 'directorate id|directorate code|service label code',
  entity:
    'body name|entity|entity name|organisation label|organisation name|organization name|authority name|legal entity|public body|council name|company name|gesellschaft|organisation|organization|organisation unit name|purchasing authority|local authority|awarding body|gemeinde|mandant',
  'entity.code': 'entity id|entity code',
  region: 'region|region name|geography|area|gebiet|bukrs region',
  profit_centre:
    'profit center name|profit centre name|profit centre description|profit center description|profit center|profit centre|profitcenter|profit centre text',
  'profit_centre.code':
    'profit center id|profit centre id|profit center code|profit centre code|prctr|profit center number|profit centre number',
  functional_area:
    'functional area name|functional area description|functional area|funktionsbereich|function',
  'functional_area.code': 'functional area id|functional area code|fkber|rfarea',
  company:
    'company code|company|company id|body|organisation code|organisation uri|organisation id|authority code|departmental family|department family|buchungskreis|bukrs|rbukrs|societe|buchungskreisnummer|legal entity code',
  ledger: 'ledger|ledger name|rldnr|ledger id',
  fund: 'fund|fund name|fund code|funding source|fonds|geber|fund description|fund title|budget fund',
  business_unit: 'business unit|business unit name|business area|gsber|business area name|segment',
  project: 'project|project name|project code|wbs element|wbs|internal order|order number|aufnr|projekt|job',
  document_type:
    'document type|doc type|journal source|journal type|source|blart|belegart|journal|entry type|voucher type|journal code|journal lib|transaction type code|source code|belegtyp|dokumentart|type de piece|journal category',
  scenario: 'scenario|version|value type|actual budget',
  status: 'status|document status|cleared|state|clearing status|posting status|zustand',
  user: 'user|user name|user id|created by|entered by|posted by|preparer|usnam|erfasst von|prepared by|entered by name|erfasser|posted by user|input by|utilisateur',
  account_type:
    'account type|gl account type|general ledger account type|glaccount type|kontoart|accasty|koart',
  document:
    'transaction number|transaction no|document number|document no|document id|doc no|sap document number|journal number|journal id|voucher number|voucher|trans no|transno|transaction|internal ref|invoice number|invoice no|inv num|inv no|payment number|payment reference|belegnummer|beleg nr|belnr|numero de piece|piece|document|xblnr|order id|check number|cheque number|num|belegnr|journal no|journal ref|journal reference|journal entry|journal|je number|ecriture num|piece ref|belegfeld 1|purchase invoice number|purchase invoice no|invoice ref|inv ref|invoice reference|transaction ref no|check no|cheque no|check|vch no|vch number|voucher ref|document ref|doc ref|document nr|factuurnummer|boekstuknummer|boekstuk|bokstavsnummer|verifikationsnummer|check or slip|rechnungsnummer|invoice|claim number|award id|award id piid|internal reference',
  reference:
    'reference|reference number|ref|bank reference|transaction id|transaction reference|trans id|payment id|end to end reference|end to end referenz|kundenreferenz|kundenreferenz end to end|mandatsreferenz|referenz|referencia|referencia 1|kenmerk|mutatiesoort ref|fitid|receipt id|unique id|balance transaction id|tx hash|txid|id|zuonr|zuordnung|awref|transactiereferentie|transaktions nr|internal ref no|payment ref|payment reference number|bank ref|ex ref|endtoendid|arkivreferens',
  description:
    'description|descriptions|details|detail|transaction description|transaction details|narrative|transaction remarks|memo|particulars|text|line text|item text|posting text|document header text|header text|po description|purchase order description|line description|journal description|original description|transactions|verwendungszweck|buchungstext|beschreibung|betreff|libelle|detail de l ecriture|concepto|descripcion|omschrijving|mededelingen|historico|descricao|descrizione|causale|tekst|texto|beskrivning|rubrik text|sgtxt|bktxt|item title|title|payment details|subject|explanation|extended description|what|memo description|ecriture lib|omschrijving 1|omschrijving-1|description 1|description1|movimiento|beschreibung 1|beschreibung1|vorgang verwendungszweck|vorgang|award description|summary of purpose of expenditure|summary of purpose|purpose of expenditure|purpose of payment|purpose of spend|invoice description|line item description|counterparty description|purchase description|reason|item description|goods and services|narration|transaktionstext|rubrik meddelande|zweck|betalningsreferens|forklaring|opis operacji|opis transakcji|selitys|opis|historik|avisierungstext|texte de notification|buchungsdetails|operazione|dettagli|movimento|operation|label',
  note: 'note|notes|comment|comments|remark|remarks|notiz|bemerkung|message|observations',
  level_1: 'level 1|account level 1|level1|hierarchy level 1|ebene 1',
  level_2: 'level 2|account level 2|level2|hierarchy level 2|ebene 2',
  level_3: 'level 3|account level 3|level3|hierarchy level 3|ebene 3',
  level_4: 'level 4|account level 4|level4|hierarchy level 4|ebene 4',
  level_5: 'level 5|account level 5|level5|hierarchy level 5|ebene 5',
  level_6: 'level 6|account level 6|level6|hierarchy level 6|ebene 6',
  level_7: 'level 7|account level 7|level7|hierarchy level 7|ebene 7',
  // What the books keep beside the usual and what is worth grouping by, however few its members in one file.
  custom:
    'remapping directorate|remapped directorate|cost element group name|posting key|payment method|capital or revenue|capital revenue|procurement route|supplier type',
  fiscal_year:
    'fy|financial year|haushaltsjahr|boekjaar|rekenjaar|budget year|exercice budgetaire|fiscal year|general ledger fiscal year|general ledger account fiscal year|gl fiscal year|gjahr|ryear|geschaftsjahr|year|exercice',
}

// A name that two fields know belongs to the one that knows it better.
const NAMES_BY_HEADER: ReadonlyMap<string, { field: string; rank: number }> = new Map(
  Object.entries(NAMES)
    .flatMap(([field, names]) =>
      names.split('|').map((name, rank) => [normaliseHeader(name), { field, rank }] as const),
    )
    .toSorted(([, a], [, b]) => b.rank - a.rank),
)

/** The field that a header names and how good a name for it that is (0 best); undefined where the header is not known. */
export function fieldOfHeader(header: string): { field: string; rank: number } | undefined {
  // "#Data operacji": some mark their headers so.
  const name = normaliseHeader(header).replace(/^# ?(?=\p{L})/u, '')
  const known = NAMES_BY_HEADER.get(name)
  if (known) return known
  // "Amount (£)", "Buchungstag (MEZ)", "Omschrijving-1": the name with a unit or a first number behind it.
  const shorter = name.replace(UNIT, '')
  const near = shorter === name ? undefined : NAMES_BY_HEADER.get(shorter)
  if (near) return { field: near.field, rank: near.rank + 0.5 }
  return derived(shorter) ?? worded(name)
}

const PAYEE =
  /\b(?:supplier|vendor|payee|beneficiary|creditor|merchant|lieferant|kreditor|fournisseur|leverancier|proveedor|fornitore)s?\b/
const NOT_A_NAME =
  /\b(?:id|code|number|no|num|nr|ref|reference|type|category|class|group|post ?code|zip|address|city|town|country|state|county|vat|tax|uri|url|reg|registration|account|iban|bank|site|status|invoice|inv|date|size|sme|amount|value|spend|paid|ward|region|sector|description|terms|key|count)\b/
const PAID_ON =
  /\b(?:paid|payment|pay|posting|posted|cleared)\b.*\bdate\b|\bdate\b.*\b(?:paid|payment|posted|cleared)\b/

/** Headers that nobody listed but whose words leave no doubt: "Supplier/payee name", "Invoice payment date". */
function worded(name: string): { field: string; rank: number } | undefined {
  if (PAID_ON.test(name)) return { field: 'date', rank: 8 }
  return PAYEE.test(name) && !NOT_A_NAME.test(name) ? { field: 'payee', rank: 90 } : undefined
}

const UNIT =
  / (?:£|eur|euros?|gbp|usd|chf|cad|aud|sek|nok|dkk|inr|jpy|pln|czk|huf|nzd|zar|sgd|hkd|brl|pounds?|sterling|in (?:eur|euros?|gbp|usd|chf)|t|1|(?:ex|exc|excl|excluding) vat|net of vat|utc|gmt)$/
const NAMING =
  /^(.+) (?:names?|descriptions?|desc|descr|titles?|labels?|texts?|bezeichnung|lib|libelle|omschrijving|naam|t)$/
const CODING = /^(.+) (?:codes?|ids?|numbers?|no|nr|num|key|ref|uri|nummer)$/

/** "Fund description" names funds, "Fund code" numbers them, wherever "Fund" itself is known as a dimension. */
function derived(name: string): { field: string; rank: number } | undefined {
  const named = NAMES_BY_HEADER.get(NAMING.exec(name)?.[1] ?? '')
  const ofName = named && dimensionOf(named.field)
  if (named && ofName) return { field: ofName, rank: named.rank + 0.7 }
  const coded = NAMES_BY_HEADER.get(CODING.exec(name)?.[1] ?? '')
  const ofCode = coded && dimensionOf(coded.field)
  return coded && ofCode ? { field: `${ofCode}.code`, rank: coded.rank + 0.7 } : undefined
}

function dimensionOf(field: string): string | undefined {
  const id = field.replace(/\.code$/, '')
  return DIMENSIONS.has(id) && id !== 'currency' ? id : undefined
}

const DIMENSIONS: ReadonlySet<string> = new Set(BUILT_IN_DIMENSIONS.map(d => d.id))
