import type { exceptionsEn, Values } from './exceptions-en.ts'

const of = (v: Values): string => (v['payee'] ? ` von ${v['payee']}` : '')

export const exceptionsDe: typeof exceptionsEn = {
  'duplicate-exact': (v, amount) =>
    `${v['times']} Zahlungen${of(v)} gleichen sich in jedem Feld: ${amount} über die erste hinaus`,
  'duplicate-near': (v, amount) =>
    `${v['times']} Zahlungen${of(v)} mit einem Betrag binnen weniger Tage: ${amount} über die erste hinaus`,
  'duplicate-reference': (v, amount) =>
    `${v['times']} Zahlungen${of(v)} mit einem Betrag und fast einer Referenz: ${amount} über die erste hinaus`,
  gap: v =>
    `${v['series']}${of(v)}: ${v['from'] === v['to'] ? `Nummer ${v['from']} fehlt` : `Nummern ${v['from']} bis ${v['to']} fehlen`}`,
  repeat: v => `${v['series']}${of(v)}: Nummer ${v['number']} gibt es ${v['times']}-mal`,
  'out-of-order': v => `${v['series']}${of(v)}: Nummer ${v['number']} ist außer der Reihe`,
  'below-limit': (v, amount) => `${amount}${of(v)} sind ${v['share']} % der Grenze ${v['limit']}`,
  round: (v, amount) => `${amount} ist ein Vielfaches von ${v['multipleOf']}`,
  split: (v, amount) =>
    `${v['parts']} Rechnungen${of(v)} binnen ${v['days']} Tagen halten die Grenze ${v['limit']} ein, zusammen ${amount}`,
  holiday: (v, amount) => `${amount} am ${v['date']}, einem Feiertag: ${v['holiday']}`,
  weekend: (v, amount) => `${amount} am ${v['date']}, einem ${v['weekday']}`,
  'after-hours': (v, amount) => `${amount} am ${v['date']} um ${v['time']}`,
  'control-total': v => `Gezählt ${v['counted']}, Kontrolle ${v['control']}: stimmt nicht überein`,
  overdue: (v, amount) =>
    `${amount}${of(v)} seit mehr als ${v['days']} Tagen offen, am längsten ${v['oldest']}`,
  'employee-name': (v, amount) => `${v['payee']} heißt wie der Beschäftigte ${v['employee']}: ${amount}`,
  'employee-bank': (v, amount) =>
    `${v['payee']} hat das Bankkonto ${v['bank']} des Beschäftigten ${v['employee']}: ${amount}`,
  'shared-bank': v => `${v['payees']} Empfänger teilen das Bankkonto ${v['bank']}: ${v['names']}`,
  'similar-payees': (v, amount) => `${v['payee']} und ${v['other']} sind vielleicht ein Empfänger: ${amount}`,
  unbalanced: (v, amount) =>
    `Die ${v['lines']} Zeilen von Beleg ${v['document']} ergeben ${amount}, nicht null`,
  'rare-pair': (v, amount) =>
    `${v['debit']} gegen ${v['credit']} in nur ${v['documents']} Belegen: ${amount}`,
  'back-dated': (v, amount) =>
    `${amount} am ${v['entered']} für den ${v['date']} erfasst, ${v['days']} Tage zurück`,
  'forward-dated': (v, amount) =>
    `${amount} am ${v['entered']} für den ${v['date']} erfasst, ${v['days']} Tage voraus`,
  'period-end': (v, amount) => `${amount} am ${v['date']}, am Monatsende`,
  keyword: (v, amount) => `„${v['text']}“ enthält ${v['words']}: ${amount}`,
  'same-user': (v, amount) => `${v['user']} hat ${amount} erfasst und freigegeben`,
  'new-payee': (v, amount) =>
    `${v['payee']} wurde zuerst am ${v['first']} bezahlt: ${amount} in ${v['rows']} Buchungen`,
  'resumed-payee': (v, amount) =>
    `${v['payee']} bekam ${amount} am ${v['again']}, ${v['days']} Tage nach dem letzten Mal`,
  'stale-payee': v => `${v['payee']} bekam seit ${v['last']} nichts, seit ${v['days']} Tagen`,
  'dormant-account': (v, amount) =>
    `${amount} auf ${v['account']} am ${v['again']}, ${v['days']} Tage nach dem letzten Mal`,
  'extreme-amount': (v, amount) => `${amount}${of(v)} liegt weit vom üblichen ${v['usual']} (z ${v['z']})`,
  'amount-ratio': (v, amount) =>
    `${amount}${of(v)} ist das ${v['times']}-fache des nächstgrößten, ${v['next']}`,
}
