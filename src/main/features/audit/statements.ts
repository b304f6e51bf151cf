import type { Exception } from './checks/population.ts'

/** An exception as an English sentence; `money` writes the population's units. */
export function statementOf(
  { code, values, rows, amount }: Exception,
  money: (units: number) => string,
): string {
  const value = (name: string): string => String(values[name] ?? '')
  const of = value('payee') === '' ? '' : ` of ${value('payee')}`
  switch (code) {
    case 'duplicate-exact':
    case 'duplicate-near':
    case 'duplicate-reference':
      return `${rows.length} payments${of} look like one (${value('kinds')}): ${money(amount)} beyond the first.`
    case 'gap':
      return values['missing'] === 1
        ? `Number ${value('from')} of ${value('series')} is missing.`
        : `Numbers ${value('from')} to ${value('to')} of ${value('series')} are missing: ${value('missing')}.`
    case 'repeat':
      return `Number ${value('number')} of ${value('series')} is there ${value('times')} times.`
    case 'out-of-order':
      return `Number ${value('number')} of ${value('series')} is out of order.`
    case 'below-limit':
      return `${money(amount)}${of} is ${value('share')} % of the limit ${money(values['limit'] as number)}.`
    case 'round':
      return `${money(amount)} is a multiple of ${value('multipleOf')}.`
    case 'split':
      return `${value('parts')} invoices${of} within ${value('days')} days keep to the limit ${money(values['limit'] as number)} and together are ${money(amount)}.`
    default:
      throw new Error(`no statement for ${code}`)
  }
}
