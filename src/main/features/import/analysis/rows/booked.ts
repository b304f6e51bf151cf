// Of banks' and wallets' own columns of states, in the languages that headers are read in.
const NOT_BOOKED =
  /^(?:(?:umsatz|transaction|payment|buchung) )?(?:pending|reverted|declined|failed|cancell?ed|denied|rejected|refused|expired|void|voided|authori[sz]ed|on hold|in progress|processing|vorgemerkt|vormerkung|ausstehend|abgelehnt|fehlgeschlagen|abgebrochen|en attente|refus[ée]e?|annul[ée]e?|pendiente|rechazad[oa]|cancelad[oa]|non contabilizzat[oa]|no contabilizad[oa]|non comptabilis[ée]e?|nicht gebucht|in attesa|in sospeso|annullat[oa]|rifiutat[oa]|geweigerd|in behandeling|gereserveerd|venter|v[äa]ntande|reserver(?:ad|et|t)|afvist|avvisad|avvist)$/i
const BOOKED =
  /^(?:(?:umsatz|transaction|payment|buchung) )?(?:completed?|booked|posted|cleared|settled|successful|succeeded|paid|refunded|gebucht|abgeschlossen|ausgef[üu]hrt|comptabilis[ée]e?|ex[ée]cut[ée]e?|termin[ée]e?|contabilizad[oa]|completad[oa]|realizad[oa]|contabilizzat[oa]|eseguit[oa]|verwerkt|geboekt|udf[øo]rt|gennemf[øo]rt|utf[öo]rd|bokf[öo]rd|bokf[øo]rt)$/i

/** A movement that has not happened, or did not: it is in no balance, and comes again once it is booked. */
export const isNotBooked = (cell: string): boolean => NOT_BOOKED.test(cell.trim())

/** A word of a column of states. */
export const isBookingState = (cell: string): boolean => isNotBooked(cell) || BOOKED.test(cell.trim())

/** Some banks write in the date's place that a movement has none yet. */
export const standsInForDate = (cell: string | undefined): boolean =>
  cell !== undefined && (isNotBooked(cell) || /^(?:offen|open|tbd)$/i.test(cell.trim()))
