import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    notYourself: 'Nobody can remove themselves. Another administrator can.',
    readOnly: 'The workspace cannot be written here.',
    keychainRefused: 'The keychain of this computer did not take the new key. Nothing was changed.',
    otherSlot: (name: string | undefined) =>
      `The key slot of ${name ?? 'an unknown user'} is not the one that this workspace knows. Nothing was changed: give this user a new password, then try again.`,
    noWorkspace: (path: string) => `There is no workspace at ${path}. It may have been moved or deleted.`,
    passwordStays: 'The workspace cannot be written here, so its password cannot change.',
    giveCurrent: 'Enter your current password, too. Nothing was changed.',
    wrongCurrent: 'The current password is wrong. Nothing was changed.',
    nought: 'A path cannot hold a character of value nought.',
    tooLong: (name: string, most: number) =>
      `The name ${name} is too long. Choose one of at most ${most} letters.`,
    taken: (path: string) => `There is already a file at ${path}. Choose another name or place.`,
    keysOfAnother: (path: string) =>
      `${path} holds the keys of a workspace that is no longer there. Choose another name, or move that file away.`,
    leftOver: (path: string) =>
      `There is already a file at ${path}, which would be read as part of the workspace. Choose another name, or move that file away.`,
    noFolder: (folder: string, code: string) =>
      `There can be no folder at ${folder} (${code}). Choose another place.`,
    noKeychain:
      'This computer has no keychain that Farthing could keep the key in. Give the workspace a password.',
    sayWho: 'More than one user has this password. Enter your name too.',
    wrongPassword: 'The password is wrong. The workspace itself is untouched; try again.',
    wrongUser:
      'There is no such user, or the password is wrong. The workspace itself is untouched; try again.',
    hasPassword: 'This workspace has a password. Enter it to open the workspace.',
    notInKeychain:
      'The keychain of this computer does not have the key of this workspace. Enter its recovery key.',
    notWhole:
      'This is not a whole recovery key: it has seven groups of four characters. Check it for a slip and try again.',
    otherKey: 'This recovery key belongs to another workspace, or the key file was changed.',
    beingRead:
      'Another program is reading the workspace file, so it cannot be moved or rewritten now. Nothing was changed; try again in a moment.',
    removed: 'This user was removed from the workspace. Ask an administrator of it.',
    noUser: 'There is no such user any more.',
    recoveryKey: 'Recovery key',
    settled:
      'The profile and the base currency cannot change once entries are loaded. Make a new workspace with the ones you want and import the files there.',
    ownWorkspace: (path: string) =>
      `${path} is a workspace of your own without entries; a sample is not loaded into it. Choose another name or place.`,
  },
  de: {
    notYourself: 'Niemand kann sich selbst entfernen. Wer sonst noch verwaltet, kann es.',
    readOnly: 'Der Arbeitsbereich lässt sich hier nicht beschreiben.',
    keychainRefused:
      'Der Schlüsselbund dieses Rechners hat den neuen Schlüssel nicht angenommen. Nichts wurde geändert.',
    otherSlot: name =>
      `Das Schlüsselfach von ${name ?? 'einem unbekannten Benutzer'} ist nicht das, das dieser Arbeitsbereich kennt. Nichts wurde geändert: Geben Sie diesem Benutzer ein neues Passwort und versuchen Sie es noch einmal.`,
    noWorkspace: path =>
      `Unter ${path} gibt es keinen Arbeitsbereich. Vielleicht wurde er verschoben oder gelöscht.`,
    passwordStays:
      'Der Arbeitsbereich lässt sich hier nicht beschreiben; sein Passwort kann sich also nicht ändern.',
    giveCurrent: 'Geben Sie auch Ihr jetziges Passwort ein. Nichts wurde geändert.',
    wrongCurrent: 'Das jetzige Passwort ist falsch. Nichts wurde geändert.',
    nought: 'Ein Pfad kann kein Zeichen mit dem Wert null enthalten.',
    tooLong: (name, most) =>
      `Der Name ${name} ist zu lang. Wählen Sie einen mit höchstens ${most} Buchstaben.`,
    taken: path => `Unter ${path} liegt schon eine Datei. Wählen Sie einen anderen Namen oder Ort.`,
    keysOfAnother: path =>
      `${path} enthält die Schlüssel eines Arbeitsbereichs, den es nicht mehr gibt. Wählen Sie einen anderen Namen oder verschieben Sie diese Datei.`,
    leftOver: path =>
      `Unter ${path} liegt schon eine Datei, die als Teil des Arbeitsbereichs gelesen würde. Wählen Sie einen anderen Namen oder verschieben Sie diese Datei.`,
    noFolder: (folder, code) =>
      `Unter ${folder} kann kein Ordner entstehen (${code}). Wählen Sie einen anderen Ort.`,
    noKeychain:
      'Dieser Rechner hat keinen Schlüsselbund, in dem Farthing den Schlüssel aufbewahren könnte. Geben Sie dem Arbeitsbereich ein Passwort.',
    sayWho: 'Dieses Passwort haben mehrere. Geben Sie auch Ihren Namen ein.',
    wrongPassword:
      'Das Passwort ist falsch. Der Arbeitsbereich selbst ist unberührt; versuchen Sie es noch einmal.',
    wrongUser:
      'Diesen Benutzer gibt es nicht, oder das Passwort ist falsch. Der Arbeitsbereich selbst ist unberührt; versuchen Sie es noch einmal.',
    hasPassword: 'Dieser Arbeitsbereich hat ein Passwort. Geben Sie es ein, um ihn zu öffnen.',
    notInKeychain:
      'Der Schlüsselbund dieses Rechners kennt den Schlüssel dieses Arbeitsbereichs nicht. Geben Sie den Wiederherstellungsschlüssel ein.',
    notWhole:
      'Das ist kein ganzer Wiederherstellungsschlüssel: Er hat sieben Gruppen zu vier Zeichen. Sehen Sie nach einem Tippfehler und versuchen Sie es noch einmal.',
    otherKey:
      'Dieser Wiederherstellungsschlüssel gehört zu einem anderen Arbeitsbereich, oder die Schlüsseldatei wurde verändert.',
    beingRead:
      'Ein anderes Programm liest gerade die Datei des Arbeitsbereichs; sie lässt sich jetzt nicht verschieben oder neu schreiben. Nichts wurde geändert; versuchen Sie es gleich noch einmal.',
    removed:
      'Dieser Benutzer wurde aus dem Arbeitsbereich entfernt. Wenden Sie sich an jemanden, der ihn verwaltet.',
    noUser: 'Diesen Benutzer gibt es nicht mehr.',
    recoveryKey: 'Wiederherstellungsschlüssel',
    settled:
      'Profil und Basiswährung können sich nicht mehr ändern, sobald Buchungen geladen sind. Legen Sie einen neuen Arbeitsbereich mit den gewünschten an und importieren Sie die Dateien dort.',
    ownWorkspace: path =>
      `${path} ist ein eigener Arbeitsbereich ohne Buchungen; ein Beispiel wird nicht hineingeladen. Wählen Sie einen anderen Namen oder Ort.`,
  },
})
