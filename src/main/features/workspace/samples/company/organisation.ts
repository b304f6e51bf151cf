/** Calder Vale Housing, an invented housing association: who spends, on what, with whom. */
export interface CostCentre {
  id: string
  name: string
  directorate: string
  entity: string
  region: string
  profitCentre: readonly [id: string, name: string]
  functionalArea: readonly [id: string, name: string]
}

export interface Account {
  number: string
  name: string
  type: 'asset' | 'liability' | 'equity' | 'revenue' | 'expense'
  levels: readonly string[]
}

/** An account that invoices are posted to: its usual month in pounds, who supplies it, and which cost centres use it. */
export interface Spend {
  account: string
  monthlyPounds: number
  /** Months 1–12 (calendar) → factor. */
  season?: Readonly<Partial<Record<number, number>>>
  spread: number
  /** Relative number of invoices. */
  weight: number
  suppliers: readonly string[]
  centres: readonly string[]
  capital?: boolean
}

const homes = ['PC100', 'Homes'] as const
const care = ['PC200', 'Care and support'] as const
const group = ['PC900', 'Group services'] as const
const landlord = ['FA10', 'Landlord services'] as const
const support = ['FA20', 'Support services'] as const
const back = ['FA90', 'Corporate'] as const

const centre = (
  id: string,
  name: string,
  directorate: string,
  entity: string,
  region: string,
  profitCentre: readonly [string, string],
  functionalArea: readonly [string, string],
): CostCentre => ({ id, name, directorate, entity, region, profitCentre, functionalArea })

const CV = 'Calder Vale Housing Ltd'
const CC = 'Calder Vale Care Ltd'
const NH = 'Calder Vale New Homes Ltd'

export const COST_CENTRES: readonly CostCentre[] = [
  centre('1100', 'Executive office', 'Chief Executive', CV, 'Head office', group, back),
  centre('1200', 'Finance', 'Resources', CV, 'Head office', group, back),
  centre('1300', 'Digital', 'Resources', CV, 'Head office', group, back),
  centre('1400', 'People', 'Resources', CV, 'Head office', group, back),
  centre('3100', 'Governance and legal', 'Chief Executive', CV, 'Head office', group, back),
  centre('3150', 'Estates north', 'Property Services', CV, 'North', homes, landlord),
  centre('3160', 'Estates south', 'Property Services', CV, 'South', homes, landlord),
  centre('4100', 'Responsive repairs', 'Property Services', CV, 'North', homes, landlord),
  centre('4110', 'Responsive repairs south', 'Property Services', CV, 'South', homes, landlord),
  centre('4120', 'Voids', 'Property Services', CV, 'North', homes, landlord),
  centre('4150', 'Planned works', 'Property Services', CV, 'South', homes, landlord),
  centre('4180', 'Fleet', 'Property Services', CV, 'North', homes, landlord),
  centre('4300', 'Compliance and safety', 'Property Services', CV, 'North', homes, landlord),
  centre('5100', 'Tenancy services', 'Customers', CV, 'North', homes, landlord),
  centre('5150', 'Income management', 'Customers', CV, 'South', homes, landlord),
  centre('5200', 'Extra care', 'Care', CC, 'North', care, support),
  centre('5240', 'Supported living', 'Care', CC, 'South', care, support),
  centre('5260', 'Night cover', 'Care', CC, 'North', care, support),
  centre('6100', 'New homes', 'Development', NH, 'South', homes, landlord),
  centre('6200', 'Sales', 'Development', NH, 'South', homes, landlord),
]

const account = (number: string, name: string, type: Account['type'], ...levels: string[]): Account => ({
  number,
  name,
  type,
  levels,
})

const OPEX = ['Profit and loss', 'Operating costs'] as const
export const ACCOUNTS: readonly Account[] = [
  account('0100', 'Housing property at cost', 'asset', 'Balance sheet', 'Fixed assets', 'Housing property'),
  account('0190', 'Accumulated depreciation', 'asset', 'Balance sheet', 'Fixed assets', 'Housing property'),
  account('1010', 'Bank, current', 'asset', 'Balance sheet', 'Current assets', 'Cash'),
  account('1200', 'Rent arrears control', 'asset', 'Balance sheet', 'Current assets', 'Debtors'),
  account('2100', 'Trade creditors', 'liability', 'Balance sheet', 'Current liabilities', 'Creditors'),
  account('2250', 'Payroll control', 'liability', 'Balance sheet', 'Current liabilities', 'Creditors'),
  account('2300', 'Accruals', 'liability', 'Balance sheet', 'Current liabilities', 'Creditors'),
  account('2400', 'Input VAT', 'asset', 'Balance sheet', 'Current assets', 'Debtors'),
  account('5010', 'Rent, general needs', 'revenue', 'Profit and loss', 'Turnover', 'Rent'),
  account('5020', 'Rent, supported housing', 'revenue', 'Profit and loss', 'Turnover', 'Rent'),
  account('5100', 'Service charges', 'revenue', 'Profit and loss', 'Turnover', 'Service charges'),
  account('5200', 'Care contracts', 'revenue', 'Profit and loss', 'Turnover', 'Care'),
  account('5300', 'First tranche sales', 'revenue', 'Profit and loss', 'Turnover', 'Sales'),
  account('7010', 'Salaries and on-costs', 'expense', ...OPEX, 'Staff', 'Employed'),
  account('7040', 'Agency staff', 'expense', ...OPEX, 'Staff', 'Agency'),
  account('7050', 'Training', 'expense', ...OPEX, 'Staff', 'Development'),
  account('7200', 'Repairs contractors', 'expense', ...OPEX, 'Property', 'Repairs'),
  account('7210', 'Materials', 'expense', ...OPEX, 'Property', 'Repairs'),
  account('7250', 'Gas and electrical safety', 'expense', ...OPEX, 'Property', 'Compliance'),
  account('7300', 'Utilities', 'expense', ...OPEX, 'Property', 'Running costs'),
  account('7400', 'Software and licences', 'expense', ...OPEX, 'Overheads', 'Digital'),
  account('7420', 'Hardware', 'expense', ...OPEX, 'Overheads', 'Digital'),
  account('7450', 'Professional fees', 'expense', ...OPEX, 'Overheads', 'Fees'),
  account('7500', 'Vehicles and travel', 'expense', ...OPEX, 'Overheads', 'Travel'),
  account('7550', 'Insurance', 'expense', ...OPEX, 'Overheads', 'Insurance'),
  account('7600', 'Grounds and cleaning', 'expense', ...OPEX, 'Property', 'Estates'),
  account('7700', 'Depreciation', 'expense', ...OPEX, 'Property', 'Depreciation'),
  account('8100', 'Interest payable', 'expense', 'Profit and loss', 'Finance costs', 'Interest'),
]

export const SPENDS: readonly Spend[] = [
  {
    account: '7200',
    monthlyPounds: 1_370_000,
    spread: 1.0,
    weight: 30,
    suppliers: [
      'Brightwell Contractors Ltd',
      'Hollin Building Services',
      'Ryburn Roofing',
      'Pennine Joinery',
      'Stoodley Plumbing and Heating',
    ],
    centres: ['4100', '4110', '4120', '4150'],
  },
  {
    account: '7210',
    monthlyPounds: 410_000,
    spread: 0.9,
    weight: 16,
    suppliers: ['Castle Trade Supplies', 'Northfold Timber', 'Ellmore Electrical Wholesale'],
    centres: ['4100', '4110', '4120', '4150'],
  },
  {
    account: '7040',
    monthlyPounds: 330_000,
    spread: 0.7,
    weight: 12,
    suppliers: ['Meridian Care Staffing', 'Oakroyd Recruitment', 'Beacon Nursing Agency'],
    centres: ['5200', '5240', '5260', '5100', '1200'],
  },
  {
    account: '7250',
    monthlyPounds: 245_000,
    spread: 0.6,
    weight: 8,
    suppliers: ['Safegas Engineers', 'Ampere Testing', 'Firewatch Systems'],
    centres: ['4300'],
  },
  {
    account: '7600',
    monthlyPounds: 215_000,
    spread: 0.6,
    weight: 10,
    suppliers: ['Greenline Grounds', 'Brightside Cleaning', 'Arbor Tree Care'],
    centres: ['3150', '3160'],
    season: { 12: 0.7, 1: 0.7, 2: 0.7, 5: 1.2, 6: 1.3, 7: 1.3 },
  },
  {
    account: '7400',
    monthlyPounds: 205_000,
    spread: 1.1,
    weight: 6,
    suppliers: ['Orchard IT Services', 'Civitas Housing Software', 'Northgate Cloud', 'Lattice Networks'],
    centres: ['1300', '1200', '1400'],
  },
  {
    account: '7420',
    monthlyPounds: 36_000,
    spread: 0.8,
    weight: 2,
    suppliers: ['Orchard IT Services', 'Copperbeck Computers'],
    centres: ['1300'],
  },
  {
    account: '7300',
    monthlyPounds: 190_000,
    spread: 0.7,
    weight: 9,
    suppliers: ['Northern Gas Supply', 'Aireborough Power', 'Ridings Water'],
    centres: ['3150', '3160', '5200', '5240', '1100'],
    season: { 11: 1.3, 12: 1.6, 1: 1.7, 2: 1.5, 3: 1.2, 6: 0.7, 7: 0.6, 8: 0.6 },
  },
  {
    account: '7450',
    monthlyPounds: 120_000,
    spread: 1.1,
    weight: 4,
    suppliers: ['Arden Legal LLP', 'Whitestone Surveyors', 'Kestrel Audit LLP'],
    centres: ['3100', '1200', '6100'],
  },
  {
    account: '7500',
    monthlyPounds: 92_000,
    spread: 0.6,
    weight: 8,
    suppliers: ['Allmoor Fuel Cards', 'Vale Vehicle Leasing'],
    centres: ['4180', '5100', '5200'],
  },
  {
    account: '7550',
    monthlyPounds: 64_000,
    spread: 0.3,
    weight: 1,
    suppliers: ['Mutual Homes Insurance'],
    centres: ['1200'],
    season: { 4: 3, 5: 0.7, 6: 0.8 },
  },
  {
    account: '7050',
    monthlyPounds: 28_000,
    spread: 0.7,
    weight: 2,
    suppliers: ['Clearpath Learning', 'Care Skills Academy'],
    centres: ['1400', '5200'],
  },
  {
    account: '0100',
    monthlyPounds: 900_000,
    spread: 0.8,
    weight: 3,
    suppliers: ['Hebble Construction', 'Whitestone Surveyors'],
    centres: ['6100'],
    capital: true,
  },
]

/** Monthly pay in pounds by cost centre. */
export const PAYROLL: Readonly<Record<string, number>> = {
  '1100': 62_000,
  '1200': 118_000,
  '1300': 134_000,
  '1400': 88_000,
  '3100': 51_000,
  '3150': 96_000,
  '3160': 92_000,
  '4100': 345_000,
  '4110': 290_000,
  '4120': 112_000,
  '4150': 128_000,
  '4180': 41_000,
  '4300': 97_000,
  '5100': 236_000,
  '5150': 121_000,
  '5200': 402_000,
  '5240': 318_000,
  '5260': 176_000,
  '6100': 109_000,
  '6200': 58_000,
}

/** Monthly income in pounds: account, cost centre. */
export const INCOME: readonly { account: string; centre: string; monthlyPounds: number; text: string }[] = [
  { account: '5010', centre: '5150', monthlyPounds: 4_350_000, text: 'Rent debit, general needs' },
  { account: '5020', centre: '5240', monthlyPounds: 860_000, text: 'Rent debit, supported housing' },
  { account: '5100', centre: '5150', monthlyPounds: 540_000, text: 'Service charge debit' },
  { account: '5200', centre: '5200', monthlyPounds: 1_290_000, text: 'Council care contract' },
  { account: '5300', centre: '6200', monthlyPounds: 420_000, text: 'First tranche sales' },
]

export const USERS = ['mhale', 'jokafor', 'tpatel', 'rlindqvist', 'sbrook'] as const
