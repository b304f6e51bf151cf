import { defineMessages } from '../../ui/index.ts'

/** Of the dialogs that a report is scheduled and proved by. */
export const dialogMessages = defineMessages({
  en: {
    schedule: {
      open: 'Schedule …',
      title: (name: string) => `Make ${name} by itself`,
      saveFirst: 'Save the report first: a schedule makes a saved one.',
      already: (n: number) =>
        n === 1
          ? 'There is one schedule for this report already.'
          : `There are ${n} schedules for this report already.`,
      often: 'How often',
      oftens: {
        daily: 'Every day',
        weekly: 'Every Monday',
        monthly: 'On the first of a month',
        quarterly: 'On the first of a quarter',
      },
      time: 'At',
      format: 'File',
      folder: 'Folder',
      folderHint: 'The whole path. Nothing in it is replaced.',
      save: 'Save schedule',
      saved: 'Saved. It is listed under Schedules.',
    },
    evidence: {
      open: 'Evidence pack …',
      title: 'Evidence pack',
      about:
        'A zip with the report, its figures, the entries behind them, and a verifier that runs on any machine with Node.',
      files: 'The report as',
      contents: 'With it',
      parts: {
        sources: 'Source files as they were imported',
        changes: 'What was done to the entries',
        unloaded: 'Rows that were not loaded',
        models: 'Models with their seeds',
        verdicts: 'Verdicts on findings',
        workpapers: 'Workpapers of audit tests',
      },
      privacy: 'Privacy',
      mask: 'Hide people and numbers in texts',
      masked: 'Source files and the printed report would name them: they are left out.',
      make: 'Make the pack',
      making: 'Making the pack',
      made: (name: string, manifest: string) => `${name} was made. Its manifest begins ${manifest}.`,
    },
    cancel: 'Cancel',
  },
  de: {
    schedule: {
      open: 'Zeitplan …',
      title: (name: string) => `${name} von selbst erstellen`,
      saveFirst: 'Speichern Sie den Bericht zuerst: Ein Zeitplan erstellt einen gespeicherten.',
      already: (n: number) =>
        n === 1
          ? 'Für diesen Bericht gibt es schon einen Zeitplan.'
          : `Für diesen Bericht gibt es schon ${n} Zeitpläne.`,
      often: 'Wie oft',
      oftens: {
        daily: 'Jeden Tag',
        weekly: 'Jeden Montag',
        monthly: 'Am Ersten eines Monats',
        quarterly: 'Am Ersten eines Quartals',
      },
      time: 'Um',
      format: 'Datei',
      folder: 'Ordner',
      folderHint: 'Der ganze Pfad. Nichts darin wird ersetzt.',
      save: 'Zeitplan speichern',
      saved: 'Gespeichert. Er steht unter Zeitpläne.',
    },
    evidence: {
      open: 'Belegpaket …',
      title: 'Belegpaket',
      about:
        'Ein Zip mit dem Bericht, seinen Zahlen, den Buchungen dahinter und einem Prüfer, der auf jedem Rechner mit Node läuft.',
      files: 'Der Bericht als',
      contents: 'Dazu',
      parts: {
        sources: 'Quelldateien, wie sie importiert wurden',
        changes: 'Was mit den Buchungen geschah',
        unloaded: 'Nicht geladene Zeilen',
        models: 'Modelle mit ihren Startwerten',
        verdicts: 'Urteile über Feststellungen',
        workpapers: 'Arbeitspapiere der Prüfungen',
      },
      privacy: 'Datenschutz',
      mask: 'Personen und Nummern in Texten verdecken',
      masked: 'Quelldateien und der gedruckte Bericht würden sie nennen: Sie fehlen im Paket.',
      make: 'Paket erstellen',
      making: 'Das Paket wird erstellt',
      made: (name: string, manifest: string) =>
        `${name} wurde erstellt. Sein Verzeichnis beginnt mit ${manifest}.`,
    },
    cancel: 'Abbrechen',
  },
})
