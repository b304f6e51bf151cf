import type { Alert } from '../../../shared/contract/alerts.ts'
import { total } from '../../../shared/money/minor.ts'
import { useFormat, useMessages } from '../../ui/index.ts'
import { messages } from './messages.ts'

/** What an alert says, in the person's language. */
export function useStatement(): (alert: Alert) => string {
  const t = useMessages(messages)
  const format = useFormat()
  return ({ code, figures }) => {
    const text = (name: string): string => String(figures[name] ?? '')
    const money = (name: string): string =>
      format.money(total(BigInt(text(name) || '0')), { symbol: true, currency: text('currency') })
    const step = (): string => format.step(text('step'))
    switch (code) {
      case 'above':
      case 'below': {
        const shown = (name: string): string =>
          text('unit') === 'count' ? t.entries(format.count(BigInt(text(name)))) : money(name)
        return t[code](shown('value'), step(), shown('limit'))
      }
      case 'anomaly': {
        const who = [text('payee'), text('group')].filter(Boolean).join(', ')
        return t.anomaly(money('amount'), format.date(text('date')), who)
      }
      case 'overrun':
        return t.overrun(
          text('label') || t.noMember,
          money('actual'),
          step(),
          money('over'),
          money('budget'),
          text('scenario'),
        )
      case 'stale':
        return t.stale(format.date(text('newest')), text('age'), text('days'))
    }
  }
}
