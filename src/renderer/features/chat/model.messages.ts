import { defineMessages, plural } from '../../ui/messages.ts'

export const modelMessages = defineMessages({
  en: {
    title: 'Language model',
    about:
      'Off by default. A model only turns your words into the same query that the rules make; figures are always worked out here. Personal data is masked, no entry and no amount is sent, and every request is logged in this workspace.',
    baseUrl: 'Address (https://…, or http:// of this machine)',
    name: 'Model',
    key: 'Key (kept in the keychain only; empty where none is needed)',
    save: 'Save',
    consent: 'Allow this workspace to ask exactly this model',
    preview: 'Ask the language model …',
    previewTitle: 'What would be sent',
    to: (endpoint: string) => `To ${endpoint}, these bytes and nothing else:`,
    masked: (n: number) =>
      plural(n, '1 piece of personal data is masked.', `${n} pieces of personal data are masked.`, 'en'),
    send: 'Send',
    log: (n: number) => plural(n, '1 request logged', `${n} requests logged`, 'en'),
    showLog: 'Show the log',
  },
  de: {
    title: 'Sprachmodell',
    about:
      'Standardmäßig aus. Ein Modell macht aus Ihren Worten nur dieselbe Abfrage wie die Regeln; gerechnet wird immer hier. Persönliche Daten werden maskiert, keine Buchung und kein Betrag wird gesendet, und jede Anfrage wird in diesem Arbeitsbereich protokolliert.',
    baseUrl: 'Adresse (https://… oder http:// dieses Rechners)',
    name: 'Modell',
    key: 'Schlüssel (nur im Schlüsselbund; leer, wo keiner nötig ist)',
    save: 'Speichern',
    consent: 'Diesem Arbeitsbereich erlauben, genau dieses Modell zu fragen',
    preview: 'Sprachmodell fragen …',
    previewTitle: 'Was gesendet würde',
    to: endpoint => `An ${endpoint}, diese Bytes und sonst nichts:`,
    masked: n =>
      plural(n, '1 persönliche Angabe ist maskiert.', `${n} persönliche Angaben sind maskiert.`, 'de'),
    send: 'Senden',
    log: n => plural(n, '1 Anfrage protokolliert', `${n} Anfragen protokolliert`, 'de'),
    showLog: 'Protokoll zeigen',
  },
})
