import { useFormat, useMessages } from '../ui/index.ts'
import { messages } from './messages.ts'
import { currencySymbol } from './unit-caption.ts'

/** Currency, note, and how many parts a picture cannot show. */
export function usePartsSubtitle(currency: string | undefined, note: string | undefined, left = 0): string {
  const texts = useMessages(messages)
  const format = useFormat()
  const notDrawn = left > 0 && texts.notDrawn(left, format.count(left))
  return [currency && currencySymbol(currency, format.locale), note, notDrawn].filter(Boolean).join(', ')
}
