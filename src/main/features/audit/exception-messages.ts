import { catalogue } from '../../../shared/text/language.ts'

/** Values of an exception, written. */
export interface Said {
  value(name: string): string
  raw(name: string): string | number | undefined
  sum: string
  rows: number
}
type Sentence = (said: Said) => string

const of = ({ value }: Said): string => (value('payee') === '' ? '' : ` of ${value('payee')}`)
const von = ({ value }: Said): string => (value('payee') === '' ? '' : ` von ${value('payee')}`)
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const WOCHENTAGE = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']

const duplicate: Sentence = s =>
  `${s.rows} payments${of(s)} look like one (${s.value('kinds')}): ${s.sum} beyond the first.`
const dublette: Sentence = s =>
  `${s.rows} Zahlungen${von(s)} sehen aus wie eine (${s.value('kinds')}): ${s.sum} über die erste hinaus.`

/** What an exception is, by its code: one sentence in either language. */
export const exceptionSays = catalogue<Record<string, Sentence>>({
  en: {
    'duplicate-exact': duplicate,
    'duplicate-near': duplicate,
    'duplicate-reference': duplicate,
    gap: s =>
      s.raw('missing') === 1
        ? `Number ${s.value('from')} of ${s.value('series')}${of(s)} is missing.`
        : `Numbers ${s.value('from')} to ${s.value('to')} of ${s.value('series')}${of(s)} are missing: ${s.value('missing')}.`,
    repeat: s =>
      `Number ${s.value('number')} of ${s.value('series')}${of(s)} is there ${s.value('times')} times.`,
    'out-of-order': s => `Number ${s.value('number')} of ${s.value('series')}${of(s)} is out of order.`,
    'below-limit': s => `${s.sum}${of(s)} is ${s.value('share')} % of the limit ${s.value('limit')}.`,
    round: s => `${s.sum} is a multiple of ${s.value('multipleOf')}.`,
    split: s =>
      `${s.value('parts')} invoices${of(s)} within ${s.value('days')} days keep to the limit ${s.value('limit')} and together are ${s.sum}.`,
    holiday: s => `${s.sum} was posted on ${s.value('date')}, a holiday: ${s.value('holiday')}.`,
    weekend: s => `${s.sum} was posted on ${s.value('date')}, a ${WEEKDAYS[Number(s.raw('weekday'))]}.`,
    'after-hours': s =>
      `${s.sum} was posted on ${s.value('date')} at ${s.value('time')}, outside working hours.`,
    'control-total': s =>
      `The ${s.value('of')} does not tie: counted ${s.value('counted')}, control ${s.value('control')}.`,
    overdue: s =>
      `${s.sum}${of(s)} is open for more than ${s.value('days')} days, the oldest for ${s.value('oldest')}.`,
    'employee-name': s =>
      `The payee ${s.value('payee')} has the name of the employee ${s.value('employee')}: ${s.sum} in ${s.rows} rows.`,
    'employee-bank': s =>
      `The payee ${s.value('payee')} has the bank account (${s.value('bank')}) of the employee ${s.value('employee')}: ${s.sum} in ${s.rows} rows.`,
    'shared-bank': s =>
      `${s.value('payees')} payees share the bank account ${s.value('bank')}: ${s.value('names')}.`,
    'similar-payees': s =>
      `The payees ${s.value('payee')} and ${s.value('other')} may be one: ${s.sum} in ${s.rows} rows.`,
    unbalanced: s =>
      `The ${s.value('lines')} lines of document ${s.value('document')} add up to ${s.sum}, not to nought.`,
    'rare-pair': s =>
      `${s.value('debit')} against ${s.value('credit')} is in ${s.value('documents')} documents, although the accounts are in ${s.value('debitDocuments')} and ${s.value('creditDocuments')}: ${s.sum}.`,
    'back-dated': s =>
      `${s.sum} was entered on ${s.value('entered')} for ${s.value('date')}, ${s.value('days')} days back.`,
    'forward-dated': s =>
      `${s.sum} was entered on ${s.value('entered')} for ${s.value('date')}, ${s.value('days')} days ahead.`,
    'period-end': s => `${s.sum} was posted on ${s.value('date')}, at the end of the month.`,
    keyword: s => `“${s.value('text')}” has ${s.value('words')}: ${s.sum}.`,
    'same-user': s => `${s.value('user')} entered and approved ${s.sum}.`,
    'new-payee': s =>
      `${s.value('payee')} was first paid on ${s.value('first')}: ${s.sum} in ${s.value('rows')} rows.`,
    'resumed-payee': s =>
      `${s.value('payee')} was paid ${s.sum} on ${s.value('again')}, ${s.value('days')} days after the last time (${s.value('last')}).`,
    'stale-payee': s =>
      `${s.value('payee')} has had nothing since ${s.value('last')}, for ${s.value('days')} days.`,
    'dormant-account': s =>
      `${s.sum} was posted to ${s.value('account')} on ${s.value('again')}, ${s.value('days')} days after the last time (${s.value('last')}).`,
    'extreme-amount': s =>
      `${s.sum}${of(s)} is far from the usual ${s.value('usual')} (z ${s.value('z')} of ${s.value('of')} amounts).`,
    'amount-ratio': s =>
      `${s.sum}${of(s)} is ${s.value('times')} times the next largest, ${s.value('next')}.`,
  },
  de: {
    'duplicate-exact': dublette,
    'duplicate-near': dublette,
    'duplicate-reference': dublette,
    gap: s =>
      s.raw('missing') === 1
        ? `Die Nummer ${s.value('from')} von ${s.value('series')}${von(s)} fehlt.`
        : `Die Nummern ${s.value('from')} bis ${s.value('to')} von ${s.value('series')}${von(s)} fehlen: ${s.value('missing')}.`,
    repeat: s =>
      `Die Nummer ${s.value('number')} von ${s.value('series')}${von(s)} gibt es ${s.value('times')}-mal.`,
    'out-of-order': s =>
      `Die Nummer ${s.value('number')} von ${s.value('series')}${von(s)} ist außer der Reihe.`,
    'below-limit': s => `${s.sum}${von(s)} sind ${s.value('share')} % der Grenze ${s.value('limit')}.`,
    round: s => `${s.sum} ist ein Vielfaches von ${s.value('multipleOf')}.`,
    split: s =>
      `${s.value('parts')} Rechnungen${von(s)} binnen ${s.value('days')} Tagen halten die Grenze ${s.value('limit')} ein und sind zusammen ${s.sum}.`,
    holiday: s => `${s.sum} wurde am ${s.value('date')} gebucht, einem Feiertag: ${s.value('holiday')}.`,
    weekend: s =>
      `${s.sum} wurde am ${s.value('date')} gebucht, einem ${WOCHENTAGE[Number(s.raw('weekday'))]}.`,
    'after-hours': s =>
      `${s.sum} wurde am ${s.value('date')} um ${s.value('time')} gebucht, außerhalb der Arbeitszeit.`,
    'control-total': s =>
      `${{ population: 'Die Grundgesamtheit', total: 'Die Summe', count: 'Die Anzahl' }[s.value('of')] ?? s.value('of')} stimmt nicht überein: gezählt ${s.value('counted')}, Kontrolle ${s.value('control')}.`,
    overdue: s =>
      `${s.sum}${von(s)} ist seit mehr als ${s.value('days')} Tagen offen, am längsten seit ${s.value('oldest')}.`,
    'employee-name': s =>
      `Der Empfänger ${s.value('payee')} heißt wie der Beschäftigte ${s.value('employee')}: ${s.sum} in ${s.rows} Zeilen.`,
    'employee-bank': s =>
      `Der Empfänger ${s.value('payee')} hat das Bankkonto (${s.value('bank')}) des Beschäftigten ${s.value('employee')}: ${s.sum} in ${s.rows} Zeilen.`,
    'shared-bank': s =>
      `${s.value('payees')} Empfänger teilen das Bankkonto ${s.value('bank')}: ${s.value('names')}.`,
    'similar-payees': s =>
      `${s.value('payee')} und ${s.value('other')} sind vielleicht ein Empfänger: ${s.sum} in ${s.rows} Zeilen.`,
    unbalanced: s =>
      `Die ${s.value('lines')} Zeilen von Beleg ${s.value('document')} ergeben ${s.sum}, nicht null.`,
    'rare-pair': s =>
      `${s.value('debit')} gegen ${s.value('credit')} steht in ${s.value('documents')} Belegen, obwohl die Konten in ${s.value('debitDocuments')} und ${s.value('creditDocuments')} stehen: ${s.sum}.`,
    'back-dated': s =>
      `${s.sum} wurde am ${s.value('entered')} für den ${s.value('date')} erfasst, ${s.value('days')} Tage zurück.`,
    'forward-dated': s =>
      `${s.sum} wurde am ${s.value('entered')} für den ${s.value('date')} erfasst, ${s.value('days')} Tage voraus.`,
    'period-end': s => `${s.sum} wurde am ${s.value('date')} gebucht, am Monatsende.`,
    keyword: s => `„${s.value('text')}“ enthält ${s.value('words')}: ${s.sum}.`,
    'same-user': s => `${s.value('user')} hat ${s.sum} erfasst und freigegeben.`,
    'new-payee': s =>
      `${s.value('payee')} wurde zuerst am ${s.value('first')} bezahlt: ${s.sum} in ${s.value('rows')} Zeilen.`,
    'resumed-payee': s =>
      `${s.value('payee')} bekam ${s.sum} am ${s.value('again')}, ${s.value('days')} Tage nach dem letzten Mal (${s.value('last')}).`,
    'stale-payee': s =>
      `${s.value('payee')} bekam seit ${s.value('last')} nichts, seit ${s.value('days')} Tagen.`,
    'dormant-account': s =>
      `${s.sum} wurde am ${s.value('again')} auf ${s.value('account')} gebucht, ${s.value('days')} Tage nach dem letzten Mal (${s.value('last')}).`,
    'extreme-amount': s =>
      `${s.sum}${von(s)} liegt weit vom üblichen ${s.value('usual')} (z ${s.value('z')} aus ${s.value('of')} Beträgen).`,
    'amount-ratio': s =>
      `${s.sum}${von(s)} ist das ${s.value('times')}-fache des nächstgrößten, ${s.value('next')}.`,
  },
})
