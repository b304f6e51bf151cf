import type { ReportLanguage } from '../../../../shared/report/definition.ts'
import { de } from './de.ts'
import { en, type ReportTexts } from './en.ts'

export type { ReportTexts } from './en.ts'

const texts: Record<ReportLanguage, ReportTexts> = { en, de }
export const textsOf = (language: ReportLanguage): ReportTexts => texts[language]
