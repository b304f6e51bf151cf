import { civil } from '../../../shared/calendar/day.ts'
import type { Known } from './vocabulary.ts'

/** Questions that can be asked of this very ledger: with its own members, of what it has. */
export function suggest(
  { members, setting }: Pick<Known, 'members' | 'setting'>,
  language: 'en' | 'de',
): string[] {
  if (members.length === 0) return []
  const has = (id: string): boolean => setting.dimensions.some(d => d.id === id)
  const most = (ids: readonly string[], side: 'expense' | 'income', place = 0): string | undefined => {
    for (const id of ids) {
      const found = members.filter(m => m.dimension === id && m[side] > 0)[place]
      if (found) return found.label.replace(/^[^:]+:\s*/, '')
    }
    return undefined
  }
  const spent = most(['category', 'account', 'payee'], 'expense')
  const second = most(['category', 'account', 'payee'], 'expense', 1) ?? spent
  const payee = most(['payee'], 'expense')
  const earned = members.some(m => m.income > 0)
  const { year } = civil(setting.anchor)
  const ledger = setting.profile === 'ledger'
  const rank = has('cost_centre')
    ? ['cost centre', 'Kostenstelle']
    : has('category')
      ? ['category', 'Kategorie']
      : ['account', 'Konto']
  const payees = ledger ? ['suppliers', 'Lieferanten'] : ['payees', 'Empfänger']
  const pairs: readonly (readonly [boolean, string, string])[] = [
    [
      spent !== undefined,
      `How much did we spend on ${spent} last month?`,
      `Wie viel haben wir letzten Monat für ${spent} ausgegeben?`,
    ],
    [true, `Spending by ${rank[0]} this year`, `Ausgaben nach ${rank[1]} dieses Jahr`],
    [payee !== undefined, `Top 5 ${payees[0]} in ${year}`, `Die 5 größten ${payees[1]} ${year}`],
    [true, 'Why did spending change last month?', 'Warum haben sich die Ausgaben letzten Monat verändert?'],
    [second !== undefined, `Trend of ${second} over time`, `Entwicklung von ${second} im Zeitverlauf`],
    [true, 'Anything unusual in the last 3 months?', 'Gibt es Ungewöhnliches in den letzten 3 Monaten?'],
    [
      true,
      'Compare this quarter with the same quarter last year',
      'Vergleiche dieses Quartal mit dem Vorjahr',
    ],
    [true, 'What will we spend in the next 6 months?', 'Prognose der Ausgaben für die nächsten 6 Monate'],
    [payee !== undefined, `Find payments to ${payee} over 100`, `Finde Zahlungen an ${payee} über 100`],
    [earned, 'Chart of income by month', 'Diagramm der Einnahmen nach Monat'],
    [ledger, 'Are we over budget this year?', 'Budgetabweichung dieses Jahr'],
    [
      spent !== undefined,
      `Average monthly spend without ${spent}`,
      `Durchschnittliche monatliche Ausgaben ohne ${spent}`,
    ],
  ]
  return pairs.flatMap(([can, en, de]) => (can ? [language === 'de' ? de : en] : []))
}
