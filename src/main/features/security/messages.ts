import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    passwordBeforeUsers:
      'This workspace opens by the keychain, without a password. Give yourself a password first: with a second user, everybody has to say who they are.',
    noUser: 'There is no such user any more.',
    passwordFirst: 'Give yourself a password first.',
    giveCurrent: 'Enter your current password, too. Nothing was changed.',
    wrongPassword: 'The current password is wrong. Nothing was changed.',
    notYourself: 'Nobody can remove themselves. Another administrator can.',
    readOnly: 'The workspace cannot be written here, so its users cannot change.',
    nothingToLock:
      'This workspace has no password, so locking it would keep nobody out. Give it one in the settings.',
    nameTaken: (name: string) => `There is a user ${name} already. Choose another name.`,
    onlyAdmin: 'This is the only administrator. Make somebody else an administrator first.',
  },
  de: {
    passwordBeforeUsers:
      'Dieser Arbeitsbereich öffnet sich mit dem Schlüsselbund, ohne Passwort. Geben Sie sich erst ein Passwort: Sobald es weitere Benutzer gibt, müssen alle sagen, wer sie sind.',
    noUser: 'Diesen Benutzer gibt es nicht mehr.',
    passwordFirst: 'Geben Sie sich erst ein Passwort.',
    giveCurrent: 'Geben Sie auch Ihr jetziges Passwort ein. Nichts wurde geändert.',
    wrongPassword: 'Das jetzige Passwort ist falsch. Nichts wurde geändert.',
    notYourself: 'Niemand kann sich selbst entfernen. Wer sonst noch verwaltet, kann es.',
    readOnly:
      'Der Arbeitsbereich lässt sich hier nicht beschreiben; seine Benutzer können sich also nicht ändern.',
    nothingToLock:
      'Dieser Arbeitsbereich hat kein Passwort; eine Sperre hielte niemanden ab. Geben Sie ihm in den Einstellungen eines.',
    nameTaken: name => `Einen Benutzer ${name} gibt es schon. Wählen Sie einen anderen Namen.`,
    onlyAdmin: 'Sonst verwaltet niemand diesen Arbeitsbereich. Geben Sie erst jemand anderem diese Rolle.',
  },
})
