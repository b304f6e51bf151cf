export const en = {
  title: 'Reference data',
  tabs: { rates: 'Exchange rates', accounts: 'Accounts', budgets: 'Budgets', indicators: 'Indicators' },
  choose: 'Choose a file',
  drop: 'or drop it here',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  failed: 'That could not be found out',
  tools: 'Actions',
  name: 'Name',
  entries: 'Entries',
  problems: (n: string, one: boolean) => (one ? '1 line was not taken' : `${n} lines were not taken`),
  problem: (line: string, column: string, message: string) =>
    column === '' ? `Line ${line}: ${message}` : `Line ${line}, ${column}: ${message}`,
  reading: 'Reading the file',

  ratesLead: (base: string) =>
    `Amounts in other currencies are in sums and charts at their amount in ${base}, by the latest rate on or before their day.`,
  limit: (days: string, one: boolean) => `A rate is used for ${one ? '1 day' : `${days} days`} at most.`,
  importRates: 'Import rates',
  rateByHand: 'Rate by hand',
  convert: 'Convert entries',
  noCurrencies: 'Everything is in the base currency',
  noCurrenciesText:
    'Rates are needed once there are entries in other currencies. The European Central Bank’s file (eurofxref-hist.zip) covers most of them.',
  currency: 'Currency',
  latestRate: (base: string) => `For 1 ${base}`,
  coverage: 'Rates',
  noRatesYet: 'none',
  covers: (count: string, from: string, to: string) => `${count}, ${from} – ${to}`,
  gaps: 'Gaps',
  gap: (n: string, from: string, to: string) => `${n}; longest ${from} – ${to}`,
  source: 'Source',
  without: 'Without a rate',
  wanting: (n: string, span: string) => `${n} (${span})`,
  openRates: (currency: string) => `Rates of ${currency}`,
  openEntries: (currency: string) => `Entries in ${currency}`,

  ratesTitle: (currency: string) => `Rates of ${currency}`,
  rateChart: (currency: string, base: string) => `${currency} for 1 ${base}`,
  lastOfMonth: 'last of each month',
  date: 'Date',
  rate: 'Rate',
  newest: (shown: string, all: string) => `The newest ${shown} of ${all}.`,
  removeRate: (date: string) => `Remove the rate of ${date}`,
  rateRemoved:
    'The rate is removed. Entries keep the amounts that it gave them until they are converted again.',

  handTitle: 'Rate by hand',
  handText: (base: string) =>
    `How many units of the currency one ${base} is worth on the day. A rate that is there for the day is replaced.`,
  handRate: (currency: string, base: string) => `${currency} for 1 ${base}`,
  rateHint: 'A number above nought, as 1.0834',
  reconvert: 'Convert',
  reconverts: {
    missing: 'entries that have no amount yet',
    all: 'all entries in other currencies',
    none: 'nothing now',
  },
  limitLabel: 'Days that a rate is used after its own',
  limitHint: 'A daily rate over long holidays: 10. Monthly rates: 31.',
  convertTitle: 'Convert entries',
  converting: 'Converting',
  converted: (n: string, one: boolean, left: string) =>
    `${one ? '1 entry' : `${n} entries`} converted, ${left} without a rate.`,

  importRatesTitle: 'Import exchange rates',
  importRatesText:
    'The European Central Bank’s file (zip or CSV), or a table with the columns date, currency and rate.',
  against: 'The rates are for one',
  againstHint: 'The currency that one unit is of, where the file does not say.',
  found: (rates: string, currencies: string, days: string) =>
    `${rates} rates of ${currencies} currencies on ${days} days`,
  span: 'From – to',
  file: 'File',
  crossed: (against: string, base: string) =>
    `The file’s rates are for one ${against}; kept as rates for one ${base}.`,
  daysWithout: (n: string, one: boolean, base: string) =>
    one
      ? `1 day is left out: the file has no rate of ${base} on it.`
      : `${n} days are left out: the file has no rate of ${base} on them.`,
  import: 'Import',

  accountsLead:
    'The chart of accounts gives accounts their type and what stands above them; a table of cost centres says what they belong to.',
  importChart: 'Import a chart',
  noAccounts: 'No entries have accounts yet',
  noAccountsText:
    'A chart of accounts is matched with the accounts of the entries. Import a general ledger first.',
  account: 'Account',
  type: 'Type',
  levels: 'Belongs to',
  types: {
    asset: 'asset',
    liability: 'liability',
    equity: 'equity',
    revenue: 'revenue',
    expense: 'expense',
    statistical: 'statistical',
  } as Record<string, string>,
  accountCounts: (all: string, typed: string, placed: string) =>
    `${all} accounts: ${typed} with a type, ${placed} with levels.`,
  mostUsed: (shown: string, all: string) => `The ${shown} most used of ${all}.`,
  importChartTitle: 'Import a chart of accounts or cost centres',
  importChartText:
    'GnuCash’s XML, JSON, lines of number and name, or a table with account, name, type, level 1 … level 7 or a parent; or cost centres with department, directorate, entity, region.',
  about: { account: 'Accounts', cost_centre: 'Cost centres' },
  chartRows: 'In the file',
  matched: 'Found among the entries',
  unmatched: 'Among the entries, not in the file',
  unused: 'In the file, not among the entries',
  unmatchedNames: (names: string) => `Not in the file: ${names}`,
  belongsTo: 'Belongs to',
  chartDone: (members: string, entries: string) =>
    `Accounts described: ${members}; entries placed: ${entries}.`,

  budgetsLead:
    'A budget is a scenario beside what was posted. A file of it may be wide (a column a month, quarter or year) or long, CSV or workbook.',
  importBudget: 'Import a budget',
  noBudgets: 'No budget yet',
  noBudgetsText: 'Import a file of it, or plan one on the page Budget.',
  budgetName: 'Budget',
  openBudget: (name: string) => `Hold ${name} against the entries`,
  importBudgetTitle: 'Import a budget',
  importBudgetText:
    'Accounts, categories or cost centres down, months, quarters or years across; or a row for each figure. Total rows are held against the figures.',
  budgetYear: 'Fiscal year',
  budgetYearHint: 'Where months do not say theirs, as 2026',
  budgetAmount: 'Column of the figures',
  budgetAmountHint: 'Its header, or its letter (B) where there is no header',
  budgetSpread: 'Quarters and years',
  spreads: { even: 'evenly over their months', first: 'on their first month' },
  sheet: 'Sheet',
  budgetFound: (n: string, one: boolean, total: string) =>
    `${one ? '1 figure' : `${n} figures`}, ${total} in all`,
  budgetTotals: (agree: string, all: string) => `Totals of the file that agree: ${agree} of ${all}`,
  budgetNotes: (n: number) => (n === 1 ? '1 thing to look at' : `${n} things to look at`),
  budgetTotal: (row: string, column: string, label: string, file: string, ours: string) =>
    `Line ${row}, ${column}: “${label}” says ${file}, the figures come to ${ours}.`,
  budgetSample: 'The first figures as they are entered',
  cell: 'Cell',
  amount: 'Amount',
  roles: {
    figures: 'figures',
    time: 'time',
    scenario: 'budget',
    text: 'text',
    'left out': 'left out',
  } as Record<string, string>,
  entering: 'Entering the budget',
  budgetDone: (n: string, one: boolean, duplicate: string, rejected: string) =>
    `${one ? '1 entry' : `${n} entries`} loaded, ${duplicate} there already, ${rejected} rejected.`,

  indicatorsLead: 'Published series beside the ledger, such as a consumer price index. They are in no sum.',
  importIndicators: 'Import a series',
  noIndicators: 'No indicators yet',
  noIndicatorsText:
    'A price index from a statistical office shows what was spent at the prices of one month. CSV with a date and a column of numbers.',
  series: 'Series',
  values: 'Values',
  last: 'Last value',
  openIndicator: (name: string) => `Show ${name}`,
  rename: (name: string) => `Rename ${name}`,
  renameTitle: 'Rename the indicator',
  renamed: (name: string) => `The indicator is called ${name} now.`,
  removeIndicator: (name: string) => `Remove ${name}`,
  removeTitle: 'Remove the indicator?',
  removeText: (name: string) => `${name} and its values are removed. Only the file brings them back.`,
  remove: 'Remove',
  indicatorRemoved: 'The indicator is removed.',
  importIndicatorsTitle: 'Import a series',
  importIndicatorsText:
    'A column Date and a column of numbers for each series, or the columns date, series and value. Days, months, quarters or years.',
  known: 'is there already: new values are added, changed ones replaced',
  indicatorsDone: (added: string, replaced: string) =>
    `Series added: ${added}; brought up to date: ${replaced}.`,
  seriesOf: 'Values over time',
  prices: (month: string) => `Expenses by month, at prices of ${month}`,
  pricesNote: (index: string) => `by ${index}; estimates`,
  nominal: 'As posted',
  real: 'At those prices',
  pricesWithout: (n: string, one: boolean) =>
    one ? 'The index has no value for 1 month.' : `The index has no value for ${n} months.`,
  noPrices: 'No expenses in months that the index covers.',
}
