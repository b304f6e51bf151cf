import { defineMessages } from '../ui/messages.ts'

type Group = { name: string; keys: [string, string][] }

export const keysMessages = defineMessages({
  en: {
    title: 'Keys',
    off: 'Single letters work outside fields only. They can be turned off in Settings.',
    groups: [
      {
        name: 'Everywhere',
        keys: [
          ['Ctrl K', 'Find a page, an entry, a command'],
          ['Ctrl Z', 'Undo'],
          ['Ctrl Shift Z', 'Redo'],
          ['?', 'This list'],
          ['G D', 'Dashboard'],
          ['G L', 'Ledger'],
          ['G I', 'Import'],
          ['G H', 'Import history'],
          ['G R', 'Rules'],
          ['G C', 'Changes and trash'],
          ['G F', 'Forecast'],
          ['G S', 'Settings'],
          ['Esc', 'Close, or one step up'],
        ],
      },
      {
        name: 'Filters',
        keys: [
          ['/', 'Add a filter'],
          ['[', 'Earlier period'],
          [']', 'Later period'],
          ['Backspace', 'Remove the chip that has the focus'],
        ],
      },
      {
        name: 'Figures and charts',
        keys: [
          ['Enter', 'Open the rows'],
          ['Shift Enter', 'Drill down'],
          ['← →', 'Move along a chart'],
        ],
      },
      {
        name: 'Ledger',
        keys: [
          ['J K', 'Next, previous entry'],
          ['X', 'Select'],
          ['I', 'Inspector'],
          ['F', 'Find'],
          ['F2', 'Write in the table; Tab goes on'],
          ['E', 'Edit'],
          ['S', 'Split'],
          ['Delete', 'To the trash'],
        ],
      },
    ] as Group[],
  },
  de: {
    title: 'Tasten',
    off: 'Einzelne Buchstaben wirken nur außerhalb von Feldern. In den Einstellungen lassen sie sich abschalten.',
    groups: [
      {
        name: 'Überall',
        keys: [
          ['Strg K', 'Seite, Buchung oder Befehl suchen'],
          ['Strg Z', 'Rückgängig'],
          ['Strg Umschalt Z', 'Wiederholen'],
          ['?', 'Diese Liste'],
          ['G D', 'Übersicht'],
          ['G L', 'Buchungen'],
          ['G I', 'Import'],
          ['G H', 'Importverlauf'],
          ['G R', 'Regeln'],
          ['G C', 'Änderungen und Papierkorb'],
          ['G F', 'Prognose'],
          ['G S', 'Einstellungen'],
          ['Esc', 'Schließen, oder eine Stufe hinauf'],
        ],
      },
      {
        name: 'Filter',
        keys: [
          ['/', 'Filter hinzufügen'],
          ['[', 'Früherer Zeitraum'],
          [']', 'Späterer Zeitraum'],
          ['Rück', 'Den angewählten Filter entfernen'],
        ],
      },
      {
        name: 'Zahlen und Diagramme',
        keys: [
          ['Enter', 'Zeilen öffnen'],
          ['Umschalt Enter', 'Eine Stufe tiefer'],
          ['← →', 'Im Diagramm bewegen'],
        ],
      },
      {
        name: 'Buchungen',
        keys: [
          ['J K', 'Nächste, vorige Buchung'],
          ['X', 'Auswählen'],
          ['I', 'Einzelheiten'],
          ['F', 'Suchen'],
          ['F2', 'In der Tabelle schreiben; Tab geht weiter'],
          ['E', 'Bearbeiten'],
          ['S', 'Aufteilen'],
          ['Entf', 'In den Papierkorb'],
        ],
      },
    ] as Group[],
  },
})
