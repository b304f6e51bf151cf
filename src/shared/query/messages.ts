import { catalogue } from '../text/language.ts'

export const say = catalogue({
  en: {
    twoBounds:
      'One filter bounds the amount, the other its size: both at once cannot be asked for. Remove one of them.',
  },
  de: {
    twoBounds:
      'Ein Filter begrenzt den Betrag, der andere seine Größe: Beides zugleich geht nicht. Entfernen Sie einen davon.',
  },
})
