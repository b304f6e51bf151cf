import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    cancelled: 'Cancelled.',
    needsEntries:
      'This looks at the entries one by one, and they are in the warehouse only. Open a workspace that holds them or follows the warehouse.',
    keepsNone:
      'This workspace only asks a warehouse and keeps no entries of its own. Import into a workspace that holds its entries, and push that.',
    pushCancelled: 'Cancelled. What was sent stays; the next push goes on from there.',
    refreshCancelled: 'Cancelled. The next refresh goes on from the beginning of what is new.',
    notAttached: 'This workspace belongs to no warehouse. Push it to one, or attach it first.',
    noConnection: (id: number) => `There is no connection ${id}. It may have been deleted.`,
    neverWhole: (schema: string) =>
      `What is in ${schema} is not whole: its first push is under way, was cut off, or did not agree. Ask whoever pushes it to push again.`,
    exactIsFaster:
      'One PostgreSQL server counts different members exactly in less time than it takes to estimate them. Estimates are for a cluster: push with the kind of server that it is.',
    notPostgres: (name: string) => `${name} is no PostgreSQL connection: a warehouse speaks its protocol.`,
    nothingOwn: 'This workspace follows a warehouse and has nothing of its own to push.',
    notEmpty:
      'Only an empty workspace can follow a warehouse: its own entries would be replaced. Make a new one for it.',
    another: (schema: string) =>
      `Another workspace was pushed to ${schema}. Follow it from an empty workspace, or push this one to a schema of its own.`,
    rowsOf: (table: string) => `rows of ${table}`,
    period: (year: number, period: number) => `period ${year}-${period}`,
    entriesOf: (period: string) => `entries of ${period}`,
    amountsOf: (period: string) => `amounts of ${period}, in minor units`,
    baseAmountsOf: (period: string) => `base amounts of ${period}, in minor units`,
  },
  de: {
    cancelled: 'Abgebrochen.',
    needsEntries:
      'Das betrachtet die Buchungen einzeln, und sie liegen nur im Warehouse. Öffnen Sie einen Arbeitsbereich, der sie enthält oder dem Warehouse folgt.',
    keepsNone:
      'Dieser Arbeitsbereich fragt nur ein Warehouse und bewahrt keine eigenen Buchungen auf. Importieren Sie in einen, der seine Buchungen enthält, und übertragen Sie diesen.',
    pushCancelled: 'Abgebrochen. Was übertragen ist, bleibt; die nächste Übertragung macht dort weiter.',
    refreshCancelled: 'Abgebrochen. Die nächste Aktualisierung beginnt das Neue von vorn.',
    notAttached:
      'Dieser Arbeitsbereich gehört zu keinem Warehouse. Übertragen Sie ihn in eines, oder verbinden Sie ihn zuerst.',
    noConnection: id => `Es gibt keine Verbindung ${id}. Sie wurde vielleicht gelöscht.`,
    neverWhole: schema =>
      `Was in ${schema} liegt, ist nicht vollständig: Die erste Übertragung läuft noch, wurde abgebrochen oder stimmte nicht überein. Bitten Sie, wer überträgt, es noch einmal zu tun.`,
    exactIsFaster:
      'Ein einzelner PostgreSQL-Server zählt verschiedene Elemente schneller genau, als er sie schätzt. Schätzungen sind für einen Cluster: Übertragen Sie mit der Art des Servers, die er ist.',
    notPostgres: name => `${name} ist keine PostgreSQL-Verbindung: Ein Warehouse spricht deren Protokoll.`,
    nothingOwn: 'Dieser Arbeitsbereich folgt einem Warehouse und hat nichts Eigenes zu übertragen.',
    notEmpty:
      'Nur ein leerer Arbeitsbereich kann einem Warehouse folgen: Seine eigenen Buchungen würden ersetzt. Legen Sie dafür einen neuen an.',
    another: schema =>
      `Nach ${schema} wurde ein anderer Arbeitsbereich übertragen. Folgen Sie ihm aus einem leeren Arbeitsbereich, oder übertragen Sie diesen in ein eigenes Schema.`,
    rowsOf: table => `Zeilen von ${table}`,
    period: (year, period) => `Periode ${year}-${period}`,
    entriesOf: period => `Buchungen in ${period}`,
    amountsOf: period => `Beträge in ${period}, in kleinsten Einheiten`,
    baseAmountsOf: period => `Beträge in Basiswährung in ${period}, in kleinsten Einheiten`,
  },
})
