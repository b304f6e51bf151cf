import { catalogue } from '../shared/text/language.ts'

/** What dispatch and the border to the workers say, whatever was asked. */
export const say = catalogue({
  en: {
    noMethod: (name: string) => `There is no method ${name}.`,
    openFirst: 'Open a workspace first.',
    needsRole: (needed: string, role: string) =>
      `This needs the role ${needed}; you have ${role}. Ask an administrator of this workspace.`,
    entriesElsewhere:
      'This needs the entries themselves, and they are in the warehouse only. Open a workspace that holds them or follows the warehouse.',
    noService: (name: string) => `${name} has no service.`,
    masked:
      'This text is masked, so it cannot be saved: what it hides would be lost. Turn masking off first (Settings, Privacy).',
    ownAnswer: (name: string) => `${name} (its own answer)`,
    nothingChanged: 'Cancelled. Nothing was changed.',
    cancelled: 'Cancelled.',
    unfit: (name: string, where: string, why: string) =>
      `${name}: the request does not fit${where === '' ? '' : ` at ${where}`}: ${why}.`,
    unknown: 'unknown',
    workspaceClosed: 'The workspace is closed. Open it and try again.',
    wasClosed: 'The workspace was closed.',
    stopped: (why: string) => `A part of Farthing stopped (${why}). Nothing was lost; try again.`,
    noOperation: (op: string) => `There is no operation ${op} in this worker.`,
    diskFull: 'The disk is full. Nothing was changed. Make room and try again.',
    diskRefused:
      'The disk refused to be written: it is full, over its quota, or failing. Nothing was changed. Make room, or use another disk, and try again.',
    readOnly: 'The file cannot be written. Nothing was changed.',
    busy: 'Another program is writing to this workspace. Close it there, then try again.',
    closedYear:
      'This would change a closed fiscal year. Nothing was changed. An administrator can reopen the year under Settings, Privacy.',
    damaged: 'The workspace file is damaged. It was left as it is; restore the latest backup.',
  },
  de: {
    noMethod: name => `Es gibt keine Methode ${name}.`,
    openFirst: 'Öffnen Sie zuerst einen Arbeitsbereich.',
    needsRole: (needed, role) =>
      `Dazu ist die Rolle ${needed} nötig; Sie haben ${role}. Wenden Sie sich an eine Verwalterin oder einen Verwalter dieses Arbeitsbereichs.`,
    entriesElsewhere:
      'Das braucht die Buchungen selbst, und sie liegen nur im Warehouse. Öffnen Sie einen Arbeitsbereich, der sie enthält oder dem Warehouse folgt.',
    noService: name => `${name} hat keinen Dienst.`,
    masked:
      'Dieser Text ist maskiert und lässt sich so nicht speichern: Was er verdeckt, ginge verloren. Schalten Sie zuerst die Maskierung aus (Einstellungen, Datenschutz).',
    ownAnswer: name => `${name} (die eigene Antwort)`,
    nothingChanged: 'Abgebrochen. Nichts wurde geändert.',
    cancelled: 'Abgebrochen.',
    unfit: (name, where, why) =>
      `${name}: Die Anfrage passt${where === '' ? '' : ` bei ${where}`} nicht: ${why}.`,
    unknown: 'unbekannt',
    workspaceClosed: 'Der Arbeitsbereich ist geschlossen. Öffnen Sie ihn und versuchen Sie es noch einmal.',
    wasClosed: 'Der Arbeitsbereich wurde geschlossen.',
    stopped: why =>
      `Ein Teil von Farthing ist stehen geblieben (${why}). Nichts ging verloren; versuchen Sie es noch einmal.`,
    noOperation: op => `Diesen Vorgang gibt es hier nicht: ${op}.`,
    diskFull:
      'Der Datenträger ist voll. Nichts wurde geändert. Schaffen Sie Platz und versuchen Sie es noch einmal.',
    diskRefused:
      'Der Datenträger ließ sich nicht beschreiben: Er ist voll, über seinem Kontingent oder defekt. Nichts wurde geändert. Schaffen Sie Platz oder nehmen Sie einen anderen Datenträger und versuchen Sie es noch einmal.',
    readOnly: 'Die Datei lässt sich nicht beschreiben. Nichts wurde geändert.',
    busy: 'Ein anderes Programm schreibt in diesen Arbeitsbereich. Schließen Sie ihn dort und versuchen Sie es noch einmal.',
    closedYear:
      'Das würde ein abgeschlossenes Geschäftsjahr ändern. Nichts wurde geändert. Wer verwaltet, kann das Jahr unter Einstellungen, Datenschutz wieder öffnen.',
    damaged:
      'Die Datei des Arbeitsbereichs ist beschädigt. Sie blieb, wie sie ist; stellen Sie die letzte Sicherung wieder her.',
  },
})
