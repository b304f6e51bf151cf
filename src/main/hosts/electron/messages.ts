const en = {
  file: 'File',
  newWorkspace: 'New workspace…',
  openWorkspace: 'Open workspace…',
  importFiles: 'Import…',
  closeWorkspace: 'Close workspace',
  edit: 'Edit',
  view: 'View',
  theme: 'Theme',
  themeSystem: 'Follow the system',
  themeLight: 'Light',
  themeDark: 'Dark',
  themeContrast: 'High contrast',
  window: 'Window',
  help: 'Help',
  keyboard: 'Keyboard shortcuts',
  licences: 'Licences',
  workspaceFiles: 'Farthing workspaces',
  ledgerFiles: 'Statements and ledger extracts',
  allFiles: 'All files',
  import: 'Import',
  pageGone: 'The window stopped working',
  pageGoneDetail: 'Nothing in your workspace was lost. Show it again, or quit Farthing.',
  showAgain: 'Show it again',
  show: 'Show Farthing',
  quit: 'Quit Farthing',
  failed: 'Farthing has to stop',
  failedDetail: 'What was saved is safe in your workspace. Start Farthing again. The reason was:',
}

const de: typeof en = {
  file: 'Datei',
  newWorkspace: 'Neuer Arbeitsbereich …',
  openWorkspace: 'Arbeitsbereich öffnen …',
  importFiles: 'Importieren …',
  closeWorkspace: 'Arbeitsbereich schließen',
  edit: 'Bearbeiten',
  view: 'Ansicht',
  theme: 'Farbschema',
  themeSystem: 'Wie das System',
  themeLight: 'Hell',
  themeDark: 'Dunkel',
  themeContrast: 'Hoher Kontrast',
  window: 'Fenster',
  help: 'Hilfe',
  keyboard: 'Tastenkürzel',
  licences: 'Lizenzen',
  workspaceFiles: 'Farthing-Arbeitsbereiche',
  ledgerFiles: 'Kontoauszüge und Buchungsauszüge',
  allFiles: 'Alle Dateien',
  import: 'Importieren',
  pageGone: 'Das Fenster reagiert nicht mehr',
  pageGoneDetail:
    'In Ihrem Arbeitsbereich ging nichts verloren. Zeigen Sie ihn wieder an oder beenden Sie Farthing.',
  showAgain: 'Wieder anzeigen',
  show: 'Farthing zeigen',
  quit: 'Farthing beenden',
  failed: 'Farthing muss beendet werden',
  failedDetail:
    'Was gespeichert war, ist in Ihrem Arbeitsbereich sicher. Starten Sie Farthing neu. Der Grund war:',
}

/** The shell's own words: menus and dialogs of the operating system. The page has its catalogues. */
export const messages = { en, de }
export type ShellMessages = typeof en

/** By the system's language (BCP 47): German where it begins so, else English. */
export function shellMessages(locale: string): ShellMessages {
  return locale.toLowerCase().split('-')[0] === 'de' ? messages.de : messages.en
}
