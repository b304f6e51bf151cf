/** Built-in dimensions have a name in each language; custom ones carry their source column's header. */
export const DIMENSION_NAMES: Record<string, { en: string; de: string }> = {
  account: { en: 'Account', de: 'Konto' },
  category: { en: 'Category', de: 'Kategorie' },
  payee: { en: 'Supplier or payee', de: 'Lieferant oder Empfänger' },
  cost_centre: { en: 'Cost centre', de: 'Kostenstelle' },
  department: { en: 'Department', de: 'Abteilung' },
  directorate: { en: 'Directorate', de: 'Direktion' },
  entity: { en: 'Entity', de: 'Einheit' },
  region: { en: 'Region', de: 'Region' },
  profit_centre: { en: 'Profit centre', de: 'Profitcenter' },
  functional_area: { en: 'Functional area', de: 'Funktionsbereich' },
  company: { en: 'Company', de: 'Gesellschaft' },
  ledger: { en: 'Ledger', de: 'Ledger' },
  fund: { en: 'Fund', de: 'Fonds' },
  business_unit: { en: 'Business unit', de: 'Geschäftsbereich' },
  project: { en: 'Project', de: 'Projekt' },
  document_type: { en: 'Document type', de: 'Belegart' },
  scenario: { en: 'Scenario', de: 'Szenario' },
  status: { en: 'Status', de: 'Status' },
  flow: { en: 'Kind', de: 'Art' },
  currency: { en: 'Currency', de: 'Währung' },
  user: { en: 'User', de: 'Benutzer' },
  tags: { en: 'Tags', de: 'Schlagwörter' },
  tag: { en: 'Tag', de: 'Schlagwort' },
  category_group: { en: 'Category group', de: 'Kategoriegruppe' },
  account_type: { en: 'Account type', de: 'Kontoart' },
  account_level_1: { en: 'Account level 1', de: 'Kontoebene 1' },
  account_level_2: { en: 'Account level 2', de: 'Kontoebene 2' },
  account_level_3: { en: 'Account level 3', de: 'Kontoebene 3' },
  account_level_4: { en: 'Account level 4', de: 'Kontoebene 4' },
  account_level_5: { en: 'Account level 5', de: 'Kontoebene 5' },
  account_level_6: { en: 'Account level 6', de: 'Kontoebene 6' },
  account_level_7: { en: 'Account level 7', de: 'Kontoebene 7' },
}

/** A column's header as a label: remapping_directorate → Remapping directorate. What people wrote with spaces stays as it is. */
export function headerName(header: string): string {
  if (!/^\S+$/.test(header) || !header.includes('_')) return header
  const words = header.replaceAll(/_+/g, ' ').trim()
  const calm = words === words.toUpperCase() ? words : words.toLowerCase()
  return calm.charAt(0).toUpperCase() + calm.slice(1)
}

// The fixed members of `flow` are words of ours; every other member is the ledger's own text.
const FLOW_NAMES: Record<string, { en: string; de: string }> = {
  income: { en: 'Income', de: 'Einnahme' },
  expense: { en: 'Expense', de: 'Ausgabe' },
  transfer: { en: 'Transfer', de: 'Umbuchung' },
  balance: { en: 'Balance sheet', de: 'Bilanz' },
}

/** A member as shown: its label, '' as “none”. */
export function memberName(dimension: string, key: string, label: string, language: 'en' | 'de'): string {
  if (key === '') return language === 'de' ? 'ohne' : 'none'
  if (dimension === 'flow') return FLOW_NAMES[key]?.[language] ?? label
  return label || key
}
