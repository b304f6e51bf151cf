import { defineMessages } from '../ui/messages.ts'

export const paletteMessages = defineMessages({
  en: {
    title: 'Find a page, an entry, a command',
    results: 'Results',
    pages: 'Pages',
    commands: 'Commands',
    members: 'In the ledger',
    entries: 'Entries',
    search: (text: string) => `Show entries with “${text}”`,
    clearFilters: 'Clear the filters',
    theme: (name: string) => `Appearance: ${name}`,
    close: 'Close the workspace',
    keys: 'Show the keys',
    nothing: 'Nothing matches. Enter shows the entries that contain these words.',
    count: (n: string) => `${n} entries`,
  },
  de: {
    title: 'Seite, Buchung oder Befehl suchen',
    results: 'Treffer',
    pages: 'Seiten',
    commands: 'Befehle',
    members: 'In den Büchern',
    entries: 'Buchungen',
    search: (text: string) => `Buchungen mit „${text}“ zeigen`,
    clearFilters: 'Filter leeren',
    theme: (name: string) => `Darstellung: ${name}`,
    close: 'Arbeitsmappe schließen',
    keys: 'Tasten zeigen',
    nothing: 'Nichts passt. Enter zeigt die Buchungen, die diese Wörter enthalten.',
    count: (n: string) => `${n} Buchungen`,
  },
})
