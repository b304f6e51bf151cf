import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    wholePath: (path: string) => `Give the whole path of the file, not ${path}.`,
    taken: (path: string) => `There is already a file at ${path}. Choose another name.`,
    noFolder: (path: string) => `There is no folder for ${path}.`,
    readMe: `What Farthing put into this bundle, for whoever helps you

health.json   sizes, dates, counts and versions, as on the page Health
tables.json   how many rows each table has
slow.json     the calls that took longest: their names and times
log.txt       the end of the program's log

There is no entry, amount, payee, account, file name, folder, password or key in it. Look through it before you send it.
`,
  },
  de: {
    wholePath: path => `Geben Sie den ganzen Pfad der Datei an, nicht ${path}.`,
    taken: path => `Unter ${path} liegt schon eine Datei. Wählen Sie einen anderen Namen.`,
    noFolder: path => `Für ${path} gibt es keinen Ordner.`,
    readMe: `Was Farthing in dieses Paket gelegt hat, für alle, die Ihnen helfen

health.json   Größen, Daten, Anzahlen und Versionen wie auf der Seite Zustand
tables.json   wie viele Zeilen jede Tabelle hat
slow.json     die Aufrufe, die am längsten brauchten: ihre Namen und Zeiten
log.txt       das Ende des Protokolls des Programms

Es enthält keine Buchung, keinen Betrag, keinen Empfänger, kein Konto, keinen Dateinamen, keinen Ordner, kein Passwort und
keinen Schlüssel. Sehen Sie es durch, bevor Sie es verschicken.
`,
  },
})
