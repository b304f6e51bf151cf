import { catalogue, plural } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    never: (cron: string) => `The times “${cron}” never come.`,
    noCron: (cron: string) =>
      `“${cron}” is not a schedule. Give minute, hour, day of month, month and day of week, like “0 7 * * 1-5”.`,
    cancelled: 'Cancelled. What was imported stays.',
    unsettled: (name: string) =>
      `${name}: its columns have not been confirmed yet. Import it once by hand; files like it are imported by themselves from then on.`,
    rejectedOf: (name: string, count: number) => `${name}: ${count} rows were rejected.`,
    disagree: (name: string, count: number) =>
      `${name}: ${count} figures that it states do not agree with its rows.`,
    broken: (count: number) => `${count} of the rules that must be kept are broken. See the page Quality.`,
    noJob: (id: number) => `There is no scheduled job ${id}. It may have been deleted.`,
    wholePath: (folder: string) => `Give the whole path of the folder, not ${folder}.`,
    noFolder: (folder: string) => `There is no folder ${folder}.`,
    changedRows: (count: number, keys: string) =>
      `${count} rows were changed in the database after they were loaded (${keys}); they were left out, so that nothing counts twice.`,
    rejectedRows: (count: number) => `${count} rows were rejected.`,
    folderGone: (folder: string) =>
      `The folder ${folder} is not there. It may be on a drive that is not connected.`,
    folderClosed: (folder: string, why: string) => `The folder ${folder} cannot be read (${why}).`,
    jobGone: 'The job was deleted while it ran.',
    more: (count: number) => `And ${count} more.`,
  },
  de: {
    never: cron => `Die Zeiten „${cron}“ kommen nie.`,
    noCron: cron =>
      `„${cron}“ ist kein Zeitplan. Geben Sie Minute, Stunde, Tag des Monats, Monat und Wochentag an, etwa „0 7 * * 1-5“.`,
    cancelled: 'Abgebrochen. Was importiert wurde, bleibt.',
    unsettled: name =>
      `${name}: Seine Spalten sind noch nicht bestätigt. Importieren Sie die Datei einmal von Hand; Dateien wie diese werden von da an von selbst importiert.`,
    rejectedOf: (name, count) =>
      `${name}: ${plural(count, 'Eine Zeile wurde', `${count} Zeilen wurden`)} abgewiesen.`,
    disagree: (name, count) =>
      `${name}: ${plural(count, 'Eine Zahl, die die Datei nennt, stimmt', `${count} Zahlen, die die Datei nennt, stimmen`)} nicht mit ihren Zeilen überein.`,
    broken: count =>
      `${plural(count, 'Eine der Regeln, die gelten müssen, ist', `${count} der Regeln, die gelten müssen, sind`)} verletzt. Siehe die Seite Qualität.`,
    noJob: id => `Es gibt keine geplante Aufgabe ${id}. Sie wurde vielleicht gelöscht.`,
    wholePath: folder => `Geben Sie den ganzen Pfad des Ordners an, nicht ${folder}.`,
    noFolder: folder => `Es gibt keinen Ordner ${folder}.`,
    changedRows: (count, keys) =>
      `${plural(count, 'Eine Zeile wurde', `${count} Zeilen wurden`)} in der Datenbank geändert, nachdem sie geladen ${count === 1 ? 'war' : 'waren'} (${keys}); ${count === 1 ? 'sie wurde' : 'sie wurden'} ausgelassen, damit nichts doppelt zählt.`,
    rejectedRows: count => `${plural(count, 'Eine Zeile wurde', `${count} Zeilen wurden`)} abgewiesen.`,
    folderGone: folder =>
      `Der Ordner ${folder} ist nicht da. Vielleicht liegt er auf einem Laufwerk, das nicht verbunden ist.`,
    folderClosed: (folder, why) => `Der Ordner ${folder} lässt sich nicht lesen (${why}).`,
    jobGone: 'Die Aufgabe wurde gelöscht, während sie lief.',
    more: count => `Und ${count} weitere.`,
  },
})
