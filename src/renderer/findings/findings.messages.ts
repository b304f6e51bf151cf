import { defineMessages } from '../ui/messages.ts'

/** Words that all analyses share about what they found. */
export const findingsMessages = defineMessages({
  en: {
    severity: { info: 'Note', low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' },
    share: (share: string) => `${share} of the score`,
  },
  de: {
    severity: { info: 'Hinweis', low: 'Gering', medium: 'Mittel', high: 'Hoch', critical: 'Kritisch' },
    share: (share: string) => `${share} des Werts`,
  },
})
