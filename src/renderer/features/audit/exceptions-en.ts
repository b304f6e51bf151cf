/** Values of an exception as the person reads them: money, dates and counts are formatted already. */
export type Values = Readonly<Record<string, string>>

const of = (v: Values): string => (v['payee'] ? ` of ${v['payee']}` : '')

/** A sentence for each code. `amount` is what is at stake. */
export const exceptionsEn: Record<string, (v: Values, amount: string) => string> = {
  'duplicate-exact': (v, amount) =>
    `${v['times']} payments${of(v)} are alike in every field: ${amount} beyond the first`,
  'duplicate-near': (v, amount) =>
    `${v['times']} payments${of(v)} of one amount within days: ${amount} beyond the first`,
  'duplicate-reference': (v, amount) =>
    `${v['times']} payments${of(v)} of one amount with nearly one reference: ${amount} beyond the first`,
  gap: v =>
    `${v['series']}${of(v)}: ${v['from'] === v['to'] ? `number ${v['from']} is missing` : `numbers ${v['from']} to ${v['to']} are missing`}`,
  repeat: v => `${v['series']}${of(v)}: number ${v['number']} is there ${v['times']} times`,
  'out-of-order': v => `${v['series']}${of(v)}: number ${v['number']} is out of order`,
  'below-limit': (v, amount) => `${amount}${of(v)} is ${v['share']} % of the limit ${v['limit']}`,
  round: (v, amount) => `${amount} is a multiple of ${v['multipleOf']}`,
  split: (v, amount) =>
    `${v['parts']} invoices${of(v)} within ${v['days']} days keep to the limit ${v['limit']}, together ${amount}`,
  holiday: (v, amount) => `${amount} on ${v['date']}, a holiday: ${v['holiday']}`,
  weekend: (v, amount) => `${amount} on ${v['date']}, a ${v['weekday']}`,
  'after-hours': (v, amount) => `${amount} on ${v['date']} at ${v['time']}`,
  'control-total': v => `Counted ${v['counted']}, control ${v['control']}: does not tie`,
  overdue: (v, amount) =>
    `${amount}${of(v)} open for more than ${v['days']} days, the oldest for ${v['oldest']}`,
  'employee-name': (v, amount) => `${v['payee']} has the name of the employee ${v['employee']}: ${amount}`,
  'employee-bank': (v, amount) =>
    `${v['payee']} has the bank account ${v['bank']} of the employee ${v['employee']}: ${amount}`,
  'shared-bank': v => `${v['payees']} payees share the bank account ${v['bank']}: ${v['names']}`,
  'similar-payees': (v, amount) => `${v['payee']} and ${v['other']} may be one payee: ${amount}`,
  unbalanced: (v, amount) =>
    `The ${v['lines']} lines of document ${v['document']} add up to ${amount}, not to nil`,
  'rare-pair': (v, amount) =>
    `${v['debit']} against ${v['credit']} in only ${v['documents']} documents: ${amount}`,
  'back-dated': (v, amount) =>
    `${amount} entered on ${v['entered']} for ${v['date']}, ${v['days']} days back`,
  'forward-dated': (v, amount) =>
    `${amount} entered on ${v['entered']} for ${v['date']}, ${v['days']} days ahead`,
  'period-end': (v, amount) => `${amount} on ${v['date']}, at the end of the month`,
  keyword: (v, amount) => `“${v['text']}” has ${v['words']}: ${amount}`,
  'same-user': (v, amount) => `${v['user']} entered and approved ${amount}`,
  'new-payee': (v, amount) =>
    `${v['payee']} was first paid on ${v['first']}: ${amount} in ${v['rows']} entries`,
  'resumed-payee': (v, amount) =>
    `${v['payee']} was paid ${amount} on ${v['again']}, ${v['days']} days after the last time`,
  'stale-payee': v => `${v['payee']} has had nothing since ${v['last']}, for ${v['days']} days`,
  'dormant-account': (v, amount) =>
    `${amount} on ${v['account']} on ${v['again']}, ${v['days']} days after the last time`,
  'extreme-amount': (v, amount) => `${amount}${of(v)} is far from the usual ${v['usual']} (z ${v['z']})`,
  'amount-ratio': (v, amount) => `${amount}${of(v)} is ${v['times']} times the next largest, ${v['next']}`,
}
