/** Words that stand for what was asked before. */
export const POINTS_BACK =
  /\b(?:it|that|this|them|those|these|das|dies|davon|dazu|damit|sie)\b(?! (?:year|month|quarter|week|fy|period)\b)/

/** "Fuel or coffee: which cost more", "is fuel bigger than coffee", "fuel against coffee". */
export const RIVALS =
  /\b(?:more|less|bigger|larger|higher|lower|smaller|cheaper|dearer|costlier|expensive|mehr|weniger|teurer|billiger|gunstiger|hoher|grosser)\b.*\b(?:or|than|oder|als)\b|\b(?:or|oder)\b.*\b(?:more|less|most|bigger|larger|higher|lower|smaller|cheaper|dearer|costlier|mehr|weniger|teurer|billiger|gunstiger)\b|\b(?:against|gegen)\b/

/** "Will" alone is said of the weather too. */
export const FORECASTS =
  /\b(?:forecast\w*|predict\w*|projection\w*|prognose\w*|vorhersage\w*|hochrechnung\w*)\b/

/** "How much did we pay Accenture": asked of the ledger, whoever that is. */
export const WE_PAID =
  /\b(?:do|did|have|had|haben|zahl\w*) (?:we|i|wir|ich) (?:\S+ )?(?:pay|paid|buy|bought|spend|spent|order|ordered|get|got|receive|received|gezahlt|bezahlt|gekauft)\b|\bhow much (?:did|do) (?:we|i) \S+ (?:\S+ )?(?:on|for|at|with)\b|\b(?:haben|habe) (?:wir|ich)\b.*\b(?:gezahlt|bezahlt|ausgegeben)\b/

export const TEXT =
  /\b(?:contain(?:s|ing)?|mention(?:s|ing)?|with (?:the )?(?:words?|text|description|reference)|describ(?:ed|ing) (?:as|with)|enthalt(?:en)?|mit (?:dem )?(?:text|wort)) ((?:[\w&'-]+ ?){1,3})/
