import type { Intent } from '../../../../../shared/ask/asked.ts'

/** Words that say what kind of question it is, in the order in which they decide. Those that the structure of a question says come later. */
export const INTENT_WORDS: readonly (readonly [Intent, RegExp])[] = [
  [
    'root-cause',
    /\b(?:why|how come|root causes?|caus(?:e|es|ed|ing)|reasons?(?: for| behind)?|what drove|what drives|what(?: has| have|'s)? (?:moved|changed)|drivers?|treibt|trieb|drove|driving|driven|explain(?:s|ed)?|explanation|what(?:'s| is| was| lies| lay)? behind|where (?:does|did|do|is)(?= .{1,60} com(?:e|ing) from)|was steckt (?:da)?hinter|responsible for|led to|contributed to|warum|weshalb|analy[sz]e (?:the )?(?:increase|decrease|change|rise|fall|drop|movement|difference|jump|variance|growth)|wieso|wodurch|woher kommt|what (?:made|pushed)|account(?:s|ed)? for the (?:rise|fall|increase|decrease|change|difference|jump)|how is it that|grund|grunde|ursachen?|treiber|woran (?:lag|liegt)|erklare?)\b/,
  ],
  [
    'budget',
    /\b(?:budget(?:s|ed|ary)?|budget\w*|over ?budget|under ?budget|plan(?:ned)?(?= (?:versus|vs|against|and|to|compared))|(?:against|versus|vs|to) (?:the )?plan|over ?sp(?:ent|ends?|ending)|under ?sp(?:ent|ends?|ending)|under and overspends?|allowance|headroom|on track|uberzogen|uberschritten|variances?(?: analysis)?|plan ?ist\w*|soll ?ist\w*|planabweichung\w*|\w*abweichung(?:en)?|planwerte?)\b/,
  ],
  [
    'forecast',
    /\b(?:forecast(?:s|ed|ing)?|predict(?:s|ed|ion|ions|ing)?|project(?:ed|ion|ions|ing)?(?! (?:costs?|team|manager|code)\b)|extrapolat\w*|run ?rate|expect(?:ed|ing)?|outlook|(?<!^)will (?!you\b)|^will (?:we|i|it|they|our|my|the|be)|going to (?:spend|cost|earn|pay|be)|likely to|anticipat\w*|end up|estimate[ds]?|prognose\w*|prognostizier\w*|vorhersage\w*|voraussichtlich\w*|hochrechnung\w*|erwarte[nt]\w*|werden wir|werde ich|wird)\b/,
  ],
  [
    'anomalies',
    /\b(?:anomal(?:y|ies|ous)|unusual(?:ly)?|strange|weird|odd(?:ities)?|oddly|suspicious|outliers?|irregular(?:ity|ities)?|abnormal(?:ities)?|fishy|fraud(?:ulent)?|out of the ordinary|unexpected|stands? out|standing out|red flags?|out of line|look(?:s|ed|ing)? (?:off|wrong|fishy|funny|odd|out of place)|not (?:look )?right|something wrong|anything wrong|surpris(?:ing|es?|ed)|(?:more|less|higher|lower) than (?:usual|normal)|mehr als (?:sonst|ublich|normal)|unexplained|out of pattern|exceptional(?:ly)?|stimmt(?= .{0,40}\bnicht\b)|spikes?|mistakes?|errors?|funny|peculiar|dodgy|ungewohnlich\w*|auffallig\w*|verdachtig\w*|ausreisser|anomalie?n?|merkwurdig\w*|seltsam\w*|komisch\w*)\b/,
  ],
  [
    'chart',
    /\b(?:(?:bar |line |pie |column |area |donut )?(?:chart|graph|diagramm?)s?|heat ?map|tree ?map|sunburst|sankey|waterfall|histogram|donut|scatter(?: ?plot)?|(?<!big )picture|warmekarte|saulendiagramm|tortendiagramm|plot(?:s|ted)?|visuali[sz]e|visuali[sz]ation|pie|draw|graphically|grafik\w*|zeichne|kuchendiagramm|balkendiagramm|liniendiagramm|kurve)\b/,
  ],
  [
    'comparison',
    /\b(?:compare[sd]?|comparison|comparing|compared|contrast(?:s|ed|ing)?|costlier|dearer|pricier|more expensive than|cheaper than|teurer als|versus|vs|year on year|yoy|y\/y|side by side|against each other|im vergleich|differ(?:ence|ences|s)?|vergleich\w*|verglichen|gegenuber|unterschied\w*)\b/,
  ],
]
/** Verbs that ask for the rows themselves. */
export const LISTS =
  /\b(?:find(?! out)|search(?: for)?|look ?up|list(?: out| all)?|show|display|give me|get|pull(?: up)?|fetch|see|open|recent|latest|which|what|finde|suche?n?|liste?n?|zeig\w*|welche)\b/
export const LISTS_FIRMLY =
  /\b(?:^(?:and |und )?(?:what (?:was|is|were|are) (?:it|that|this|they|those|these)|was (?:war|ist|waren|sind) (?:das|es|die))(?: for| about| alles| all)?$|what (?:did|has|have)(?= \w+ (?:post|book|enter|record|key|posted|booked|entered|recorded|keyed)\b)|what (?:was|were|is|got|has been|have been) (?:posted|booked|charged|recorded|entered)|was wurde (?:gebucht|verbucht)|find(?! out)|search(?: for)?|look ?up|list(?: out| all)?|what (?:did|have|had) (?:i|we) (?:just |last |first |ever )?(?:buy|bought|purchased?|order(?:ed)?)|was (?:habe ich|haben wir|hab ich) .{0,40}gekauft|^(?:when|wann) (?:did|was|were|have|has|do|haben|hat|war|waren|habe)\b(?!.*\b(?:most|highest|lowest|largest|least|biggest|peak|meisten|hochsten)\b)|^(?:all|alle|samtliche) (?:\w+ ){0,2}?(?:invoices|payments|transactions|purchases|entries|rechnungen|zahlungen|buchungen|einkaufe)\b(?!.*\b(?:total|sum|insgesamt|summe)\b)|one by one|line by line|(?:every|each single) (?:single )?(?:transaction|entry|payment|invoice|purchase|posting|bill)|individual (?:transactions|entries|payments|invoices|purchases|postings|bills)|details? (?:of|on|for) (?:the |all |our |every )?(?:transactions?|entries|payments?|invoices?|purchases|postings|bills)|einzeln\w*|finde|suche|liste|auflisten)\b/
export const TRENDS =
  /\b(?:trends?|trending|over time|over the (?:years|months)|develop(?:s|ed|ing|ment)?|evol(?:ve|ves|ved|ving|ution)|history|historical(?:ly)?|progress(?:ion|ed)?|go(?:ing|ne|es)? (?:up|down)|up or down|mov(?:ed|ing)|fluctuat\w*|var(?:y|ied|ies)|trajectory|jump(?:s|ed)?|surge[ds]?|dip(?:s|ped)?|spike[ds]?|hikes?|month on month|(?:month|week|quarter|year) to (?:month|week|quarter|year)|course of|went (?:up|down)|(?:get|gets|getting|become|becomes|becoming|became|got|gotten) (?:any |much |a lot |a bit )?(?:more|less|cheaper|dearer|pricier|expensive|bigger|smaller|higher|lower|worse|better)|(?:teurer|billiger|gunstiger|mehr|weniger|hoher|niedriger) geworden|peak(?:s|ed)?|ris(?:e|es|en|ing)|rose|fall(?:s|en|ing)?|fell|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|grow(?:s|n|ing|th)?|grew|shrink\w*|climb\w*|chang(?:e|es|ed|ing)|(?:month|week|quarter|year) by (?:month|week|quarter|year)|month by month|week by week|quarter by quarter|year by year|timeline|time series|entwick\w*|verlauf|zeitverlauf|anstieg\w*|ruckgang\w*|steig\w*|gestiegen|sink\w*|gesunken|verander\w*|zunehm\w*|abnehm\w*)\b/
export const BREAKS_DOWN =
  /\b(?:(?:biggest|largest|main|top|highest|grossten?|hochsten?) (?:costs|cost items|kosten|kostenpunkte|(?:spending|cost) areas|areas of (?:spend|spending|cost))(?! cent)|what (?:did|do|have|does) (?:we|i) (?:spend|spent|waste|wasted) (?:all )?(?:our |my |the )?money on|where (?:did|do|does) (?:most|all|half) of (?:my|our|the) (?=(?:\w+ )?(?:money|spending) go)|break(?:s|ing)?(?: (?:it|that|this|them))? ?down|broken down|breakdown|split(?: up)?|composition|made up of|distribution|distributed|where (?:the|our|my) (?=(?:\w+ )?money (?:goes|went))|where(?:s| does| did| do| is| has)? (?:all )?(?:of )?(?:my|our|the) money (?:go|gone|went|going)|where (?:the|our|my) money (?:goes|went)|spend(?:ing)? (?:the )?most(?: money)? on|what (?:do|did) (?:we|i) spend (?:the )?most on|what (?:costs?|cost) (?:us|me) (?:the )?most|where (?:do|did) (?:we|i) spend (?:the )?most|wofur geben wir am meisten|wo (?:geben|gaben|haben) (?:wir|ich) (?:\d+ )?am meisten|grouped|group(?=(?: \S+){0,5} (?:by|per|into|nach)\b)|itemi[sz]e\w*|aufschlussel\w*|aufgeschlusselt|aufteil\w*|aufgeteilt|verteil\w*|zusammensetzung|wohin geht|wofur)\b/
export const SUMMARISES =
  /\b(?:overview|summar(?:y|ise|ize|ised|ized)|sum up|total(?:s|led)?|altogether|in all|how much|what (?:did|do|does|is|was|were|are)|how (?:big|high|large|expensive)|figures?|key numbers|sum|amount(?:s|ed)?|recap|wie (?:viel|hoch) betr(?:ug|ugen|agt|agen)|wie (?:viel|hoch) belief(?:en)? sich|wie viel|wieviel|wie hoch|gesamt\w*|insgesamt|summe|uberblick|ubersicht|zusammenfass\w*|was hat|was haben)\b/

/** What is not asked of a ledger: doing something, advice, the world. */
const POLITE =
  '(?:(?:please|can you|could you|would you|will you|pls|kindly|hey|hi|hello|bitte|i want (?:you )?to|i need (?:you )?to|kannst du|konntest du) ?,? ?)*'
const OBJECT =
  '(?:me|us|mir|uns|a|an|the|this|that|these|all|my|our|me|some|new|off|up|it|them|every|letzten?|\\d\\S*|[£€$]\\S*|eine?n?|die|das|den|diese[ns]?|alle)'
export const ACTION = new RegExp(
  `^${POLITE}(?:(?:delete|remove|erase|transfer|send|pay|post|create|add(?! up)|insert|book|buy|sell|order|cancel|approve|reject|reverse|undo|restore|void|reconcile|close|change|update|edit|set|rename|move|print|save|make|bake|schedule|remind(?! (?:me|us) (?:what|how|of|who|which))|losche?|entferne|uberweise|sende|schicke?|bezahle?|kaufe?|verkaufe?|buche|erstelle|storniere|andere|verschiebe|drucke|exportiere|importiere|speichere|plane|erinnere|put|print|download|upload) (?!(?:(?:a|an|the|me|us|eine?n?|die|das|mir) )*(?:\\w+ )?(?:chart|graph|plot|picture|list|overview|summary|breakdown|comparison|forecast|heat ?map|treemap|diagramm|ubersicht|liste|grafik)s?\\b(?<!shopping list))${OBJECT}\\b|(?:(?:e ?mail|mail|call|phone)(?! (?:\\w+ )?(?:numbers?|bills?|costs?|charges?|spend(?:ing)?|expenses?|contracts?|services?|cent(?:re|er)|outs?|in|for|by|per)\\b)|write|translate|sing|cook|play|delete|erase|rename|merge|reclassify|recategori[sz]e|draft|compose|cancel(?! out)|approve|unsubscribe|order more|raise(?! in\\b)|loschen?|genehmige|kundige|schreibe?|ubersetze?|erzahl\\w*) |(?:pay(?! (?:by|per|costs?|bill|rises?|roll|in|for|and|as)\\b)|prepare(?! (?:\\w+ ){0,2}?(?:chart|graph|list|overview|summary|breakdown|comparison|forecast|table))) )`,
)
export const ADVICE =
  /\b(?:what(?:'s| is) an? (?:good|reasonable|normal|fair|healthy)|should (?:i|we|one)(?! (?:expect|anticipate|budget for))|shall (?:i|we)|(?:can|could|would|do) you (?:recommend|suggest)|recommend (?:me|us|an?|the|some|good)|(?:suggest|find)(?: me| us)? (?:an?|some) (?:cheaper|better)|is [\w ]+ (?:good|bad|reliable|trustworthy|safe|legit|solvent|insolvent|bankrupt|honest|independent)(?: (?:company|supplier|bank|deal|value|idea))?$|where (?:can|could|should) (?:i|we) (?:save|cut)|how (?:can|could|do) (?:i|we) (?:save|cut|reduce|lower)|wie (?:kann|konnen|konnte|konnten) (?:ich|wir) (?:sparen|senken)|invest (?:in|my|our)|(?:can|could) (?:we|i) (?:\w+ )?afford|best way to|\b(?:is|are|which [\w ]+ (?:is|are)) (?:the )?best\b|best (?:\w+ )?(?:provider|supplier|deal|bank|tariff|offer)|(?:is it|it's|are they) worth|worth (?:it|switching|fixing|buying|keeping)|(?:is|are) (?:our|my|we) [\w ]*\btoo (?:high|much|low|expensive|little)|lohnt (?:es )?sich|leisten konnen|konnen wir uns|kann ich mir|is (?:the )?best\b|am besten (?!verkauft)|welche[rsn]? [\w ]+ ist (?:der|die|das) beste|retire(?:ment)?|good time to|advice|advise|tax advice|soll(?:en)? (?:ich|wir|te ich)|sollt\w+ (?:ich|wir)|empfiehlst)\b/
/** What these entries cannot tell: they know what was posted, not what is still owed, promised or worked out between two figures. */
export const UNTOLD: readonly (readonly [Untold, RegExp])[] = [
  [
    'unpaid',
    /\b(?:unpaid|(?:not|never|yet to be|still to be) (?:been )?(?:paid|settled)(?! (?:for|on|in))|haven't (?:we )?(?:paid|settled)|have (?:we|i) not (?:paid|settled)|overdue|past due|\bow(?:e|es|ed|ing)\b|when (?:is|are|was|were) [\w ]*\bdue\b|due (?:date|next|soon|tomorrow)|open invoices|(?:noch )?nicht (?:bezahlt|beglichen)|unbezahlt\w*|uberfallig\w*|offene[nr]? (?:rechnungen|posten))\b/,
  ],
  [
    'weekday',
    /\b(?:(?:by|per|each|which|what|on|every|je|pro|nach|welche[rmn]?) (?:days? of the week|week ?days?|wochentage?n?)|week ?days?(?: wise)?|time of day|(?:by|per|which|what) hours?|(?:on|every|jeden|am) (?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|diens|donners|frei|sams|sonn)tags|mittwochs|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b/,
  ],
  [
    'audit-test',
    /\b(?:duplicates?|duplicated|double (?:payments?|paid|entries|bookings)|paid (?:it |them )?twice|doppelt\w*|dubletten|benford\w*|gaps? in (?:the )?(?:\w+ )?numbers?|missing (?:invoice |document )?numbers|round (?:amounts|sums|numbers)|runde betrage|split invoices|just below (?:the |an? )?(?:approval )?limit)\b/,
  ],
  [
    'arithmetic',
    /^(?:(?:what is|what's|whats|calculate|compute|was ist|wie viel ist|rechne) )?\d[\d.,]* ?(?:\+|-|\*|x|times|plus|minus|divided by|mal|geteilt durch|percent of|% of) ?\d[\d.,]*(?: [?=])?$/,
  ],
]
export type Untold = 'unpaid' | 'weekday' | 'audit-test' | 'arithmetic'
