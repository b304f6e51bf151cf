import { defineMessages } from '../ui/messages.ts'

/** What the page itself says of the program behind it, where that cannot say it. */
export const hostMessages = defineMessages({
  en: {
    cancelled: 'Cancelled.',
    silent: 'Farthing does not answer. Look whether it still runs, then try again.',
    ended: 'Farthing ended before it had answered.',
    lost: 'The connection to Farthing was lost. It is being made again; then try again.',
    notOpened: (name: string, why: string) => `${name} could not be opened: ${why}`,
    notSent: (name: string) => `${name} could not be sent: the connection to Farthing was lost. Try again.`,
  },
  de: {
    cancelled: 'Abgebrochen.',
    silent: 'Farthing antwortet nicht. Sehen Sie nach, ob es noch läuft, und versuchen Sie es dann erneut.',
    ended: 'Farthing endete, bevor es geantwortet hatte.',
    lost: 'Die Verbindung zu Farthing ging verloren. Sie wird neu aufgebaut; versuchen Sie es dann erneut.',
    notOpened: (name, why) => `${name} ließ sich nicht öffnen: ${why}`,
    notSent: name =>
      `${name} ließ sich nicht übertragen: Die Verbindung zu Farthing ging verloren. Versuchen Sie es erneut.`,
  },
})
