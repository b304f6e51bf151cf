import {
  ReportDefinitionSchema,
  TEMPLATES,
  type ReportLanguage,
  type ReportDefinition,
  type Template,
} from '../../../shared/report/definition.ts'
import type { SectionInput } from '../../../shared/contract/reports.ts'

interface TemplateWords {
  name: string
  about: string
}

const WORDS: Record<Template, Record<ReportLanguage, TemplateWords>> = {
  household: {
    en: {
      name: 'Monthly spending',
      about:
        'Where a month’s money went: key figures, categories, payees, what changed, what is unusual, and the months to come.',
    },
    de: {
      name: 'Ausgaben im Monat',
      about:
        'Wohin das Geld eines Monats ging: Kennzahlen, Kategorien, Empfänger, was sich geändert hat, was auffällt und was kommt.',
    },
  },
  management: {
    en: {
      name: 'Management accounts',
      about:
        'A period’s revenue and expenditure by account and cost centre, against budget and the year before, with causes and outlook.',
    },
    de: {
      name: 'Monatsbericht der Leitung',
      about:
        'Erlöse und Aufwand eines Zeitraums nach Konto und Kostenstelle, gegen Budget und Vorjahr, mit Ursachen und Ausblick.',
    },
  },
  variance: {
    en: {
      name: 'Variance pack',
      about: 'Budget against actual, line by line, favourable or adverse, and what explains the change.',
    },
    de: {
      name: 'Abweichungsbericht',
      about: 'Budget gegen Ist, Zeile für Zeile, günstig oder ungünstig, und was die Veränderung erklärt.',
    },
  },
  audit: {
    en: {
      name: 'Audit findings',
      about: 'Audit tests over a period’s spending: population, parameters, exceptions with their entries.',
    },
    de: {
      name: 'Prüfungsfeststellungen',
      about:
        'Prüfungen der Ausgaben eines Zeitraums: Grundgesamtheit, Parameter, Ausnahmen mit ihren Buchungen.',
    },
  },
}

/** The one that a ledger's keepers ask for first comes first; a household's is of no use to them and comes last. */
export const templatesFor = (profile: 'personal' | 'ledger' | undefined): readonly Template[] =>
  profile === 'ledger' ? ['management', 'variance', 'audit', 'household'] : TEMPLATES

const month = { grain: 'month' } as const

const SECTIONS: Record<Template, SectionInput[]> = {
  household: [
    { id: 'key-figures', kind: 'kpis' },
    { id: 'income-spending', kind: 'chart', chart: 'income-expense', months: 12 },
    { id: 'categories-chart', kind: 'chart', chart: 'ranking', by: 'category', top: 12 },
    { id: 'categories', kind: 'table', by: 'category', top: 40 },
    { id: 'payees', kind: 'table', by: 'payee', top: 25 },
    { id: 'heatmap', kind: 'chart', chart: 'heatmap', by: 'category', months: 12, top: 14 },
    { id: 'changes', kind: 'root-cause' },
    { id: 'unusual', kind: 'anomalies', top: 12 },
    { id: 'forecast', kind: 'forecast' },
    { id: 'notes', kind: 'notes' },
  ],
  management: [
    { id: 'key-figures', kind: 'kpis' },
    { id: 'income-spending', kind: 'chart', chart: 'income-expense', months: 12 },
    { id: 'variance', kind: 'variance' },
    { id: 'accounts', kind: 'table', top: 60 },
    { id: 'accounts-months', kind: 'table', across: month, months: 12, top: 40 },
    { id: 'changes', kind: 'root-cause' },
    { id: 'payees', kind: 'table', by: 'payee', top: 25 },
    { id: 'unusual', kind: 'anomalies', top: 12 },
    { id: 'forecast', kind: 'forecast' },
    { id: 'notes', kind: 'notes' },
  ],
  variance: [
    { id: 'key-figures', kind: 'kpis' },
    { id: 'variance', kind: 'variance', top: 200 },
    { id: 'trend', kind: 'chart', chart: 'bar', months: 12 },
    { id: 'changes', kind: 'root-cause', top: 15 },
    { id: 'notes', kind: 'notes' },
  ],
  audit: [
    { id: 'key-figures', kind: 'kpis' },
    { id: 'amounts', kind: 'chart', chart: 'histogram' },
    { id: 'benford', kind: 'audit', test: 'benford' },
    { id: 'duplicates', kind: 'audit', test: 'duplicates' },
    { id: 'gaps', kind: 'audit', test: 'gaps' },
    { id: 'round', kind: 'audit', test: 'round' },
    { id: 'unusual', kind: 'anomalies', top: 25 },
    { id: 'notes', kind: 'notes' },
  ],
}

/** A month is compared with the same one of the year before; a variance pack with the one before; an audit looks at a year. */
const PERIODS: Record<Template, Pick<ReportDefinition['parameters'], 'period' | 'comparison'>> = {
  household: { period: 'latest-month', comparison: 'previous-year' },
  management: { period: 'latest-month', comparison: 'previous-year' },
  variance: { period: 'latest-month', comparison: 'previous-period' },
  audit: { period: 'latest-year', comparison: 'none' },
}

export function templateOf(
  template: Template,
  language: ReportLanguage,
): { template: Template; about: string; report: ReportDefinition } {
  const { name, about } = WORDS[template][language]
  const parameters = { ...PERIODS[template], language }
  return {
    template,
    about,
    report: ReportDefinitionSchema.parse({ name, template, parameters, sections: SECTIONS[template] }),
  }
}
