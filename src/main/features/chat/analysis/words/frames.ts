import { NOUN, STEP } from './keys.ts'
import { ITEM } from './measures.ts'

/**
 * What a question about a ledger is built of. Closed sets: what is asked of entries is asked with few verbs, whatever it is about, while
 * what can be asked of the world has no end. Folded words, English and German.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** What money does, and what is done to entries. Behind "did we", "does § ". */
export const MONEY_VERBS = words(`
spend spent pay paid cost costs buy bought purchase order ordered get got receive received earn earned make made take took come came bring brought go goes went
gone change rise fall increase decrease grow drop decline climb jump move develop evolve vary differ fluctuate shrink improve worsen trend amount total add
sum count average look compare stack stand rank split divide break breakdown distribute bill billed charge charged invoice invoiced post posted book booked
enter entered key record recorded send sent transfer transferred save saved lose lost budget budgeted plan planned forecast expect exceed overspend underspend
stay keep stick hit reach hold run rack set end land start finish close fare perform account contribute represent correspond equal balance burn blow splash waste donate
give gave put shell fork lay hand drain use used consume swallow gobble soak shop visit fill tank book see find have had be been do did top cause
raise raised issue issued submit submitted drive contribute lead explain happen fit compare differ need net gross deduct include exclude pass clear settle refund reimburse claim fund
ausgegeben gezahlt bezahlt gekostet geben gaben gab gibt verdient verdienen hand handed deal dealt settle relate concern
`)
/** May stand where a verb is looked for, and is none. */
export const NO_VERB =
  /^(?:in|on|for|at|by|to|from|with|of|per|and|or|vs|than|this|last|next|the|our|my|a|an|as|over|during|since|between|so|that|which|who|how|what|§|#|~+|[<>=,.%;-]+|\d.*|all|each|every|any|total|more|most|less|least|much|many|too|not|together|combined|only|altogether|overall|when|where|compared|versus|under|above|below|against|up|down|out|about|across|within|before|after|until|im|in|fur|bei|an|von|und)$/

/** Orders: none of these begins a question about entries when a thing follows. */
const ORDERS = `
allocate reallocate accrue switch ring release mark hire fire install uninstall upload download export import enable disable turn click log sign restart lock unlock block unblock
authorise authorize submit file negotiate forget save teach dance bake buy sell invest borrow lend repay refund correct fix edit update modify replace undo redo revert reverse
restore terminate renew subscribe assign attach link connect disconnect sync reconcile adjust raise lower cut reduce increase double halve stop start prevent avoid contact message text 
invite reserve schedule arrange organise transfer wire deposit withdraw categorise categorize recategorise move rename remove delete erase approve reject cancel merge roll redistribute categorise
copy paste duplicate backup archive hide unhide pin open close clear empty reset insert append enter record register capitalise capitalize amortise write-off impair reclass reclassify recharge rebill credit debit settle
void pay print email mail phone call draft compose translate convert define teach sing cook play read watch wake order fetch bring choose pick decide assume pretend imagine repeat remember store
shift push remind tag label untag tidy escalate
uberweise losche sperre entsperre lege schliesse offne stell stelle erinnere buche storniere kundige wechsle wechsel verschiebe benenne andere setze setz erhohe senke kurze
exportiere importiere drucke sende schicke schreibe erstelle reserviere bestelle kaufe verkaufe rufe ruf frage merke merk vergiss sichere speichere lade installiere aktiviere deaktiviere ordne
kategorisiere markiere genehmige bezahle trage mach mache gehe spiel spiele koche ubersetze hilf bring bringe hol hole nimm schalte schalt bearbeite korrigiere
`
export const ORDER_WORDS = words(ORDERS)
/** The first word is an order, and what follows is what it is to be done to. */
export const ORDER = new RegExp(
  `^split .* in(?:to)? (?:two|half|halves|three|\\d+)\\b|^run §$|^\\?\\S+ (?:\\?\\S+ )?(?:this|that|my|our|these|those|the|an|us|me|it|die|das|den|diese\\w*|mein\\w*|unser\\w*|eine?n?)\\b|^(?:stop|help me)\\b|^(?:plan|make|build|generate) (?:my|our|a|an|the|me)\\b(?! (?:\\w+ )?(?:chart|graph|plot|list|overview|summary|breakdown|comparison|forecast|table)s?\\b)|^add §.* to §|^(?:give|lend|hand) §|^(?:flag|treat|classify|class) § .*\\bas\\b|^\\S+ \\??[£€$]?\\d[\\d.,]*k? from .* to |^(?:close|lock|unlock|open|reopen) (?:#|(?:period|month|year)\\b)|^set .+ to \\??[£€$]?\\d|^\\??(?:open|reverse|cancel|void|delete|print|stornier\\w*|losch\\w*) (?:document|beleg|journal|invoice|buchung|rechnung)\\b|^gib .* \\??frei$|^\\??(?:${[...ORDER_WORDS].join('|')}) (?:\\??(?:up|off|down|out|back|forward|over|ahead) )?(?!(?:me|us|mich|uns) (?:an )?(?:what|how|which|who|where|why|when|of|was|wie|welche\\w*|the|about|a|all|every)\\b)(?:(?:a|an|the|my|our|this|that|these|those|me|us|him|her|them|it|some|new|another|every|all|any|two|both|half|number|§|\\?\\S+|\\d\\S*|[£€$]\\S+|alle|eine?n?|den|die|das|der|dem|mein\\w*|unser\\w*|diese\\w*|mich|mir|uns|ihn|bitte|auf|an|mit|von|zu)(?: |$))`,
)
/** German orders end with their verb. */
export const ORDER_BEHIND =
  /(?:\?|\b)(?:loschen|anlegen|sperren|entsperren|stornieren|freigeben|genehmigen|uberweisen|kundigen|verschieben|umbenennen|umbuchen|zuordnen|drucken|exportieren|importieren|verschicken|versenden|absenden|bestellen|reservieren|einrichten|abschliessen|hinzufugen|eintragen|andern|bearbeiten|abschalten|anrufen)$/

/** "Can we cut", "should I", "what would you do": what might be done, not what was. */
const ASKING =
  '(?:i|we|you|one|ich|wir|man) (?:please |just |also |now |mir |uns |bitte )*(?:see|show|tell|give|get|have|know|look|view|find|compare|check|list|pull|display|break|split|plot|draw|graph|chart|calculate|work|say|explain|help|let|run|add|expect|forecast|predict|provide|summari[sz]e|expect|budget|group|rank|sort|name|ask|sehen|haben|zeigen|sagen|geben|wissen|vergleichen|auflisten|erwarten|mind|kindly|be so)\\b'
export const MIGHT = new RegExp(
  `^(?:and |so |but |hey |ok )*(?:(?:what|which|where|when|who|how|why|was|welche\\w*|wo|wann|wie)(?: (?:much|many|else|exactly|viel\\w*|§|\\?\\S+|${NOUN}))* )?(?:can|could|should|would|must|may|might|shall|ought|kann|konnen|konnte\\w*|soll|sollen|sollte\\w*|muss|mussen|darf|durfen) (?!${ASKING})(?!(?:we|i) (?:\\w+ )?(?:expect|anticipate))(?:i|we|you|one|it|the|this|our|my|a|§|ich|wir|man|es|die|der|das|unser\\w*|mein\\w*|someone|anyone)(?= |$)`,
)

/** Whether something is good: no entry says. Measured against a norm that nobody keeps here. */
export const JUDGES =
  /\b(?:too (?:much|many|high|low|big|small|little|few|expensive|large|generous)|zu (?:viel|viele|hoch|teuer|wenig|gross)|good enough|high enough|low enough|big enough|excessive|reasonable|sensible|sustainable|affordable|deductible|absetzbar|worthwhile|acceptable|appropriate|justified|normal fur|healthy|solvent|going concern|doing (?:well|ok|okay|fine|badly)|well off|in trouble|in good shape|value for money|a lot for|afford|(?:what|which) is (?:cheaper|better)|(?:is|was|ist|war|ware|would) (?:it|es) \??\S+ (?:to|if|that|wenn|dass)\b|what if|was ware,? wenn|what would happen|best (?:interest|rates?|prices?|deals?|value)|find (?:me |us )?(?:a|an|some) (?:new|cheap\w*|better|good|other)|angemessen|vernunftig|gesund|zahlungsfahig)\b/
/** What is said behind it asks for a figure. "Says we spend too much; how much was it": the figure is asked for all the same. */
export const YET_ASKS = /\b(?:how much|wie viel|wieviel|what was|compare\w*)\b/
export const JUDGES_END =
  /^(?:is|are|was|were|am|ist|sind|war|waren) .*\b(?:normal|ok|okay|good|bad|fair|fine|right|wise|safe|legal|allowed|compliant|honest|nice|great|enough|genug|gut|schlecht|richtig|erlaubt|sicher|a lot|rich|poor|true)$/

/** How long, how old, how warm: only amounts, counts and how they went are kept. */
export const HOW_ELSE =
  /^(?:and |so )*(?:how (?!much|many|often|frequently|big|high|large|low|small|expensive|cheap|dear|costly|come|is|are|was|were|am|did|do|does|has|have|had|about|r\b|far (?:over|under|off|above|below|are|is|am|have|has)|close|mch|mcuh|mutch|would|will|should|can|could|badly|well|steep\w*|fast (?:is|are|has|have|did|does)|quickly (?:is|are|has|have|did|does)|strongly|sharply|significant\w*|variable|volatile|stable|unusual|heav\w+|the|we|i|it)\S+|wie (?!viel|viele|wieviel|hoch|oft|haufig|gross|teuer|hat|haben|ist|sind|war|waren|entwickel\w*|sieht|sehen|steht|stehen|lief\w*|verlief\w*|stark|verteil\w*|setzt|setzen|geht|ging\w*|wird|werden|verhalt\w*|verander\w*|gut|schlecht|teilen|teilt|lautet|schneid\w*|schnell|liegen|liegt|lag\w*|kommt|kam|andert\w*|anders|kann|konnen|fallt|fiel\w*|im|in)\S+)(?= |$)/
export const HOW_LONG =
  /^(?:and |so )*(?:how|wie) (?:long|old|tall|far (?:is|away|to|from)|warm|cold|hot|lange|alt|weit|warm|kalt|spat)\b/

/** What other people or "you" do. */
export const NOT_OURS = new RegExp(
  [
    `\\b(?:do|does|did|have|has|would) you (?!know|have|see|think we|expect|forecast|predict|show|find|mind|happen|say|get|calculate)\\S+`,
    `\\b(?:do|does|did|will|would|can|has|have) (?:a|an|one|people|everyone|everybody|someone|somebody|others?|other \\S+|most \\S+|some people) (?!(?:typical|average|normal|usual|single|month|week|day|year|quarter)\\b)(?:\\S+ )?(?:earn|spend|pay|make|get|cost|charge|buy|save|eat|need)\\b`,
    `\\b(?:do|does|did|will|would|can|has|have) (?:the |my |our |his |her )?\\?\\S+ (?:of (?:the )?(?:§|\\?\\S+) )?(?:earn|earned|spend|spent|pay|paid|make|buy|bought|save|owe|charge (?!us|me|our)|get (?!us|from))`,
    `\\b(?:what|how much|was|wie viel) (?:does|do|kostet|kosten) (?:\\?\\S+|\\?\\S+ \\?\\S+)(?: cost)?$`,
    `^(?:so |and )?(?:how much|what) (?:is|are|does|do) an? (?!(?:typical|average|normal|usual|single|month|week|day|year|quarter)\\b)(?!${ITEM} (?:at|from|by|with|to) §)(?!.*\\b(?:us|me)\\b)`,
    `\\bdifference between .*\\?`,
    `^(?:was|wie viel|wie teuer) (?:kostet|kosten|ist) (?:ein|eine|einen) (?!${ITEM} (?:bei|von|an|im) §)(?!.*\\b(?:uns|mich|mir)\\b)`,
    `\\b(?:verdient|verdienen|zahlt|spart|bekommt) (?:denn )?(?:(?:ein|eine|der|die|man|jeder) )?\\?\\S+`,
    `\\b(?:are|were|is|why do|why does|does) (?:you|everyone|everybody|people)\\b`,
    `(?<!(?:at|with|from|to|on|by|of|for|bei|von|an) )\\?\\S+'s (?!§)\\S+`,
    `\\b(?:andere|anderen|anderer) \\?\\S+`,
    `\\b(?:her|his|their) (?:own )?(?:\\?\\S+|§)`,
    `\\b(?:sector|industry|peers?|competitors?|market|national|sector average)\\b(?=$| average)`,
    `\\bcompared? (?:with|to) (?:others|other people|everyone(?: else)?|peers|similar \\S+)`,
  ].join('|'),
)

/** A payee's own money: what it makes, and pays to others. */
export const PAYEES_OWN =
  /\b(?:does|do|did|will) § (?:make|earn|spend|pay|use|have|need|own|want|do)\b(?! (?:us|me|to us|to me|out to)\b)(?!.*\b(?:from|off|to|with) (?:us|me)\b)|\b(?:profit|turnover|revenue|income|owner|boss|shareholders?) (?:of|does|did|has) §/

export const HYPOTHETICAL =
  /^(?:and |so )?(?:if|wenn) (?:i|we|ich|wir)\b(?! (?:leave|exclude|ignore|take|drop|look|compare|add|count|include|remove|set|weglassen))/

/** "Average time to repair": days and counts of other things. */
export const TIME_TAKEN = /\b(?:average |mean |typical )?time (?:to|for|per|it takes|taken)\b|\bhow long\b/

/** "Per head": what nothing is counted of here. */
export const PER_WHAT =
  /\b(?:per|for each|for every|pro|je) (?:\?\S+|(?:head|capita|person|unit|hour|mile|kilometer|kilometre|litre|liter|km|kg|kwh|home|house|property|flat|room|customer|client|kopf|stunde|liter|einheit|haushalt)\b|(?:single )?§(?= |$)(?! (?:and §|in detail)))/
export const UNITS =
  /\bin (?:kwh|kilowatt hours?|litres?|liters?|litern?|gallons?|miles|kilometres?|kilometers?|kilometern?|km|hours|stunden|kilos?|kilograms?|kilogramm|kg|tonn?e?s?|tonnen|square \S+|calories|percent(?= per)|degrees|pints|metres)$|\b(?:liter|litres|liters|kilometer|kilometres|kilometers|miles|kwh|gallons)\b (?:did|do|have|haben|sind|of)\b/

/** "How many voids do we have": names are counted by nobody, only entries under them. */
export const HOW_MANY =
  /\bhow many §(?: §)* (?!did|do|does|have|has|had|were|was|are|is|in|at|on|from|for|by|to|with|per|and|over|under|above|below|between|of|since|during|#|last|this|there|exist|(?:invoices|payments|bills|transactions|entries|purchases|postings|orders|trips|visits|rides|times|tickets|shops)\b)\S+|\b(?:how many|wie viele|number of|anzahl(?: der)?) (?:of )?(?:our |the |different )?§(?: §)*(?: (?:do (?:we|i) (?:have|own|manage|rent|let|need)|(?:do|does|did) § |are\b|were\b|is\b|exist|there\b|haben wir|gibt es|sind\b|have been (?!bought|paid|booked|charged|posted|ordered)|did (?:we|i) (?:do|build|complete|finish|let|own|\?\S+))|$)/
export const HOW_MANY_DAYS =
  /\bhow many (?:days?|weeks?|months?|years?|hours?|minutes?)\b(?: #)?$|\bhow many (?:days?|weeks?|months?|years?|hours?|minutes?)\b \??(?:in an?|until|till|to|before|are|is|does|did|since|left|sick|have|has|will|late|ago)\b|\bwie viele (?:tage|wochen|monate|jahre|stunden)\b(?: noch)? (?:bis|sind|ist|hat|dauert|seit)\b|^what day\b|\bwelcher tag\b/

/** Who, when and where are answered where there is a figure in it. */
export const WHO = /^(?:and |so )*(?:who|whose|wer|wem|wessen)\b/
export const WHEN = /^(?:and |so )*(?:when|wann|since when|seit wann|how soon)\b/
export const WHEN_DONE =
  /^(?:and |so )*(?:since )?(?:when|wann|seit wann) (?:(?:do|does|is|are)(?=.*\b(?:most|least|highest|lowest|over budget|spend|pay|buy|charged)\b)|did|was|were|have|has|had|in|haben|hat|war|waren|habe|wurde\w*|zahl\w*|gab\w*)\b(?=.*\b(?:spen[dt]\w*|paid|pay|pays|bought|buy|charged|billed|invoiced?\w*|posted|booked|purchased?|order\w*|receiv\w*|got|cost\w*|highest|lowest|most|least|peak\w*|higher|lower|exceed\w*|over budget|expens\w+|visit\w*|use[dr]?|transactions?|payments?|entr\w+|rise|rose|fall|fell|go|gone|went|increase\w*|start\w* (?:paying|spending|buying|to pay)|last|first|ever|bezahlt|gezahlt|gekauft|gebucht|ausgegeben|hochsten|niedrigsten|meisten|wenigsten|letzte\w*|zuletzt)\b)/
export const WHERE = /^(?:and |so )*(?:where|wo|wohin|woher)(?:'?s)?\b/
export const WHERE_TO =
  /^(?:and |so )*(?:where|wo) (?:do|can|could|kann) (?:i|you|ich|man) (?!spend|pay|buy|shop|get|go|stand|most|overspend)|^(?:where|wo) (?:do|can|kann) (?:we|wir) (?:enter|find|add|change|set|file|post|book|put|store|keep)\b/
export const WHERE_MONEY =
  /\b(?:money|cash|spend\w*|spent|cost\w*|budget\w*|paid|pay|buy|bought|going|go|goes|went|come|comes|came|coming|rise|increase\w*|grow\w*|overspen\w*|land|overspen\\w*|end up|head\w*|kommt|kam|shop\w*|eat|ate|fill\w*|purchas\w*|drop\w*|difference|geld|ausgaben|geben|gaben|ausgegeben|kosten|gekauft|kauf\w*|bezahl\w*|zahl\w*|gehen|ging\w*|geht|liegen|liegt|steig\w*|getankt|eingekauft|einkauf\w*|be|stand)\b/

/** What a heading is asked of: "the weather at §", "pictures of cats". */
export const HEAD_OF =
  /^(?:.*\b(?:is|are|was|were|show|list|find|give|tell|see)\b.* )?(?:the |a |an |me |us |some |any |all |our |my )*\?\S+ (?:of|at|for|in|on|from|about) (?:the |our |my )*§/
/** Head nouns behind a question word, that no grammar knows. */
export const HEAD = new RegExp(
  `^(?:and |so |please |in |at |on |with |from |by )*(?:what|which|whose|how many|how much|welche[rsnm]?|was fur eine?n?|wie viele?) (?:other |of the |of our |different |kind of |sort of |andere )?\\?\\S+(?! (?:${ITEM}|${NOUN}|${STEP}|spend\\w*|spent|costs?|fees?|expenses|expenditure|income|budgets?|bills?)(?: |$))`,
)

/** Things of the program and the desk, that a question about them is not about entries. */
export const DESK =
  /\b(?:(?:this|that|my|the|your|dieses?|mein|das) (?:program(?:me)?|app|application|screen|window|page|website|computer|laptop|phone|keyboard|mouse|font|password|document|file|pdf|manual|settings?|database|licence key|programm|bildschirm|fenster|seite|rechner|dokument|datei|handbuch)\b(?! (?:costs?|bills?|spend\w*|expenses?|payments?|purchases?))|(?:scanned|paper|original|signed|attached) (?:invoices?|receipts?|documents?|contracts?|copy|copies)|spelling|grammar|commentary|(?:board|annual) (?:report|accounts|minutes|meeting)|minutes|slides?|powerpoint|(?:show|see|open|find|get|where is) (?:me |us )?(?:the|our|a|my) contracts?|vat return|tax return|steuererklarung|payment terms|lead time|purchase orders?|(?:where|when|who|how old) .*\bdata\b|covenants?|gearing|interest cover|market value|net worth|minimum wage|mindestlohn|going bust|bankrupt\w*|credit worthy|year end(?= date)|kundigungsfrist|zahlungsziel\w*|vertrag(?:s|e)?|contracts?(?= (?:with|of|for|from|between)\b|$))\b/

/** "What is depreciation": a word is asked about. With "our", a day or a sum it is the figure. */
export const WHAT_IS =
  /^(?:so |ok |and )*(?:what is|what's|whats|what are|was ist|was sind) (?:an? |eine? )?(?:§|[a-z]+)(?: §| [a-z]+)?$/
export const WHAT_FIGURE =
  /\b(?:total|totals|spend|spending|spent|costs?|expenses|expenditure|balance|balances|average|sum|budget|our|my|biggest|largest|highest|top|unusual|odd|anomalies|trend|net|result|surplus|profit|income|revenue|turnover|share|new|up|different|saldo|summe|gesamt\w*)\b/
