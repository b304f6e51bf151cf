import { catalogue } from '../../../shared/text/language.ts'

/** What the shell answers a page that asks past the router. */
export const say = catalogue({
  en: {
    notOnDisk: 'This does not lie on the disk as a file. Save it first, then import it.',
    gone: (name: string) => `${name} is not there any more, or may not be read. Choose it again.`,
    noFile: (name: string) => `${name} is not a file. Choose the files in it.`,
    mayNotAsk: 'This page may not ask that.',
    couldNot: 'Farthing could not do that. Try again, or restart it.',
  },
  de: {
    notOnDisk:
      'Das liegt nicht als Datei auf dem Datenträger. Speichern Sie es erst und importieren Sie es dann.',
    gone: name =>
      `${name} ist nicht mehr da oder darf nicht gelesen werden. Wählen Sie die Datei noch einmal.`,
    noFile: name => `${name} ist keine Datei. Wählen Sie die Dateien darin.`,
    mayNotAsk: 'Danach darf diese Seite nicht fragen.',
    couldNot: 'Das konnte Farthing nicht ausführen. Versuchen Sie es noch einmal oder starten Sie es neu.',
  },
})
