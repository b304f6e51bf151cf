import type { AuditTest } from '../contract/audit.ts'
import type { ReportLanguage } from './definition.ts'

const NAMES: Record<AuditTest, readonly [string, string]> = {
  benford: ['Leading digits (Benford)', 'Führende Ziffern (Benford)'],
  duplicates: ['Payments made twice', 'Doppelte Zahlungen'],
  gaps: ['Gaps in document numbers', 'Lücken in Belegnummern'],
  limit: ['Amounts just below a limit', 'Beträge knapp unter einer Grenze'],
  round: ['Round amounts', 'Runde Beträge'],
  sample: ['Monetary unit sample', 'Stichprobe nach Geldeinheiten'],
  split: ['Split invoices', 'Geteilte Rechnungen'],
  weekend: ['Postings on days of rest', 'Buchungen an Ruhetagen'],
  stratify: ['Strata by amount', 'Schichten nach Betrag'],
  aging: ['Age of open items', 'Alter offener Posten'],
  match: ['Payees who are employees', 'Empfänger, die Beschäftigte sind'],
  unbalanced: ['Documents that do not balance', 'Belege, die nicht aufgehen'],
  pairs: ['Rare pairs of accounts', 'Seltene Kontenpaare'],
  dating: ['Postings entered late or early', 'Spät oder früh erfasste Buchungen'],
  'period-end': ['Large postings at the end of a period', 'Große Buchungen am Periodenende'],
  keywords: ['Words in the text', 'Wörter im Text'],
  'same-user': ['Entered and approved by one person', 'Von einer Person erfasst und freigegeben'],
  payees: ['New and silent payees', 'Neue und verstummte Empfänger'],
  dormant: ['Accounts that woke up', 'Wiedererwachte Konten'],
  outliers: ['Payees’ unusual amounts', 'Ungewöhnliche Beträge eines Empfängers'],
}

export const auditTestName = (test: AuditTest, language: ReportLanguage): string =>
  NAMES[test][language === 'de' ? 1 : 0]
