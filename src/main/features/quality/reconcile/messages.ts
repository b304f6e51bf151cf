import { catalogue } from '../../../../shared/text/language.ts'

interface Balance {
  account: string
  batch: number
  stated: string
  currency: string
  date: string
  carried: string
  movements: string
}
interface Unbalanced {
  document: string
  company: string
  from: string
  entries: number
  difference: string
  currency: string
}

/** A decimal text as it is written in German. */
const komma = (decimal: string): string => decimal.replace('.', ',')

/** What does not agree, in sentences. */
export const say = catalogue({
  en: {
    batch: (file: string, batch: number) => `${file} (batch ${batch})`,
    rejected: (n: number) =>
      `${n} ${n === 1 ? 'row was' : 'rows were'} rejected and ${n === 1 ? 'is' : 'are'} in no sum.`,
    ledger: 'The ledger',
    balance: (one: Balance) =>
      `Account ${one.account}: the statement of batch ${one.batch} says ${one.stated} ${one.currency} on ${one.date}; ${one.carried} stated before and ${one.movements} moved since do not give that. A statement between them may be missing.`,
    oneSided: (unbalanced: number, checked: number) =>
      `${unbalanced} of ${checked} documents do not balance: the files hold one side of the books.`,
    document: (one: Unbalanced) =>
      `Document ${one.document}${one.company && ` of company ${one.company}`} (${one.from}, ${one.entries} entries) does not balance: it sums to ${one.difference} ${one.currency}.`,
    moreDocuments: (n: number) => `${n} more documents do not balance.`,
    line: (line: number) => `line ${line}`,
    control: (what: string, file: string, currency: string, where: string, ours: string) =>
      `the file states ${what} ${file} ${currency}${where}, its rows give ${ours}.`,
    breaks: (line: number) => ` It first breaks at line ${line}.`,
    controls: {
      total: 'a total of',
      subtotal: 'a subtotal of',
      closing: 'a closing balance of',
      running: 'a running balance that ends at',
      credits: 'credits of',
      debits: 'debits of',
      all: 'movements of',
      'count-credits': 'this number of credits:',
      'count-debits': 'this number of debits:',
      'count-all': 'this number of movements:',
      assertion: 'a balance of',
    } as Record<string, string>,
    stage: (left: string, before: string, right: string, after: string, unit: string) =>
      `${left}${unit} ${before}, but ${right}${unit} ${after}.`,
    stages: {
      counts: ['rows read', 'loaded + duplicate + rejected + ignored'],
      sums: ['read', 'loaded + duplicate'],
      rejects: ['rows rejected', 'kept'],
      duplicates: ['duplicate rows', 'kept'],
      entries: ['entries loaded', 'there'],
      'entry-sums': ['loaded', 'there'],
      columns: ['entries in the ledger', 'in the engine’s columns'],
      'column-sums': ['in the ledger', 'in the engine’s columns'],
      texts: ['entries in the ledger', 'texts'],
      strays: ['expected', 'entries without their batch'],
    } as Record<string, [string, string]>,
  },
  de: {
    batch: (file, batch) => `${file} (Stapel ${batch})`,
    rejected: n =>
      n === 1
        ? '1 Zeile wurde abgewiesen und steht in keiner Summe.'
        : `${n} Zeilen wurden abgewiesen und stehen in keiner Summe.`,
    ledger: 'Die Bücher',
    balance: one =>
      `Konto ${one.account}: Der Auszug aus Stapel ${one.batch} nennt ${komma(one.stated)} ${one.currency} am ${one.date}; ${komma(one.carried)} zuvor und ${komma(one.movements)} an Bewegungen seither ergeben das nicht. Vielleicht fehlt ein Auszug dazwischen.`,
    oneSided: (unbalanced, checked) =>
      `${unbalanced} von ${checked} Belegen gehen nicht auf: Die Dateien enthalten nur eine Seite der Bücher.`,
    document: one =>
      `Beleg ${one.document}${one.company && ` der Gesellschaft ${one.company}`} (${one.from}, ${one.entries} Buchungen) geht nicht auf: Er ergibt ${komma(one.difference)} ${one.currency}.`,
    moreDocuments: n =>
      n === 1 ? '1 weiterer Beleg geht nicht auf.' : `${n} weitere Belege gehen nicht auf.`,
    line: line => `Zeile ${line}`,
    control: (what, file, currency, where, ours) =>
      `Die Datei nennt ${what} ${komma(file)} ${currency}${where}, ihre Zeilen ergeben ${komma(ours)}.`,
    breaks: line => ` Die erste Abweichung steht in Zeile ${line}.`,
    controls: {
      total: 'eine Summe von',
      subtotal: 'eine Zwischensumme von',
      closing: 'einen Endsaldo von',
      running: 'einen laufenden Saldo bis',
      credits: 'Gutschriften von',
      debits: 'Lastschriften von',
      all: 'Bewegungen von',
      'count-credits': 'so viele Gutschriften:',
      'count-debits': 'so viele Lastschriften:',
      'count-all': 'so viele Bewegungen:',
      assertion: 'einen Saldo von',
    },
    stage: (left, before, right, after, unit) =>
      `${komma(left)}${unit} ${before}, aber ${komma(right)}${unit} ${after}.`,
    stages: {
      counts: ['Zeilen gelesen', 'geladen + doppelt + abgewiesen + übergangen'],
      sums: ['gelesen', 'geladen + doppelt'],
      rejects: ['Zeilen abgewiesen', 'aufbewahrt'],
      duplicates: ['doppelte Zeilen', 'aufbewahrt'],
      entries: ['Buchungen geladen', 'vorhanden'],
      'entry-sums': ['geladen', 'vorhanden'],
      columns: ['Buchungen in den Büchern', 'in den Spalten der Auswertung'],
      'column-sums': ['in den Büchern', 'in den Spalten der Auswertung'],
      texts: ['Buchungen in den Büchern', 'Texte'],
      strays: ['erwartet', 'Buchungen ohne ihren Stapel'],
    },
  },
})
