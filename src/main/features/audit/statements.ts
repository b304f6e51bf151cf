import type { Total } from '../../../shared/money/minor.ts'
import { MONEY_VALUES, type Exception } from './checks/population.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** An exception as an English sentence; `money` writes the population's units. */
export function statementOf(
  { code, values, rows, amount }: Exception,
  money: (units: Total) => string,
): string {
  const value = (name: string): string => {
    const found = values[name] ?? ''
    return typeof found === 'number' && MONEY_VALUES.includes(name) ? money(found) : String(found)
  }
  const of = value('payee') === '' ? '' : ` of ${value('payee')}`
  const sum = money(amount)
  switch (code) {
    case 'duplicate-exact':
    case 'duplicate-near':
    case 'duplicate-reference':
      return `${rows.length} payments${of} look like one (${value('kinds')}): ${sum} beyond the first.`
    case 'gap':
      return values['missing'] === 1
        ? `Number ${value('from')} of ${value('series')}${of} is missing.`
        : `Numbers ${value('from')} to ${value('to')} of ${value('series')}${of} are missing: ${value('missing')}.`
    case 'repeat':
      return `Number ${value('number')} of ${value('series')}${of} is there ${value('times')} times.`
    case 'out-of-order':
      return `Number ${value('number')} of ${value('series')}${of} is out of order.`
    case 'below-limit':
      return `${sum}${of} is ${value('share')} % of the limit ${value('limit')}.`
    case 'round':
      return `${sum} is a multiple of ${value('multipleOf')}.`
    case 'split':
      return `${value('parts')} invoices${of} within ${value('days')} days keep to the limit ${value('limit')} and together are ${sum}.`
    case 'holiday':
      return `${sum} was posted on ${value('date')}, a holiday: ${value('holiday')}.`
    case 'weekend':
      return `${sum} was posted on ${value('date')}, a ${WEEKDAYS[Number(values['weekday'])]}.`
    case 'after-hours':
      return `${sum} was posted on ${value('date')} at ${value('time')}, outside working hours.`
    case 'control-total':
      return `The ${value('of')} does not tie: counted ${value('counted')}, control ${value('control')}.`
    case 'overdue':
      return `${sum}${of} is open for more than ${value('days')} days, the oldest for ${value('oldest')}.`
    case 'employee-name':
      return `The payee ${value('payee')} has the name of the employee ${value('employee')}: ${sum} in ${rows.length} rows.`
    case 'employee-bank':
      return `The payee ${value('payee')} has the bank account (${value('bank')}) of the employee ${value('employee')}: ${sum} in ${rows.length} rows.`
    case 'shared-bank':
      return `${value('payees')} payees share the bank account ${value('bank')}: ${value('names')}.`
    case 'similar-payees':
      return `The payees ${value('payee')} and ${value('other')} may be one: ${sum} in ${rows.length} rows.`
    case 'unbalanced':
      return `The ${value('lines')} lines of document ${value('document')} add up to ${sum}, not to nought.`
    case 'rare-pair':
      return `${value('debit')} against ${value('credit')} is in ${value('documents')} documents, although the accounts are in ${value('debitDocuments')} and ${value('creditDocuments')}: ${sum}.`
    case 'back-dated':
      return `${sum} was entered on ${value('entered')} for ${value('date')}, ${value('days')} days back.`
    case 'forward-dated':
      return `${sum} was entered on ${value('entered')} for ${value('date')}, ${value('days')} days ahead.`
    case 'period-end':
      return `${sum} was posted on ${value('date')}, at the end of the month.`
    case 'keyword':
      return `“${value('text')}” has ${value('words')}: ${sum}.`
    case 'same-user':
      return `${value('user')} entered and approved ${sum}.`
    case 'new-payee':
      return `${value('payee')} was first paid on ${value('first')}: ${sum} in ${value('rows')} rows.`
    case 'resumed-payee':
      return `${value('payee')} was paid ${sum} on ${value('again')}, ${value('days')} days after the last time (${value('last')}).`
    case 'stale-payee':
      return `${value('payee')} has had nothing since ${value('last')}, for ${value('days')} days.`
    case 'dormant-account':
      return `${sum} was posted to ${value('account')} on ${value('again')}, ${value('days')} days after the last time (${value('last')}).`
    case 'extreme-amount':
      return `${sum}${of} is far from the usual ${value('usual')} (z ${value('z')} of ${value('of')} amounts).`
    case 'amount-ratio':
      return `${sum}${of} is ${value('times')} times the next largest, ${value('next')}.`
    default:
      throw new Error(`no statement for ${code}`)
  }
}
