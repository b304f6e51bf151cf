import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    cancelled: 'Cancelled.',
    needsEntries:
      'This looks at the entries one by one, and they are in the warehouse only. Open a workspace that holds them or follows the warehouse.',
  },
  de: {
    cancelled: 'Abgebrochen.',
    needsEntries:
      'Das betrachtet die Buchungen einzeln, und sie liegen nur im Warehouse. Öffnen Sie einen Arbeitsbereich, der sie enthält oder dem Warehouse folgt.',
  },
})
