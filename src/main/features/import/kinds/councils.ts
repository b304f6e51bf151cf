import type { Kind } from './try.ts'

/** Public bodies’ spending over a threshold: shapes of the table, its dates and its numbers. */
export const COUNCILS: readonly Kind[] = [
  {
    kind: 'a council with amounts in pounds under a banner',
    csv: `
Anytown Borough Council,,,,,
Payments to suppliers over £500 - April 2013,,,,,
,,,,,
Directorate,Service Area,Expense Type,Supplier Name,Date,Amount (£)
Adults,Day Care,Agency Staff,Alpha Care Ltd,03/04/2013,"1,250.00"
Children,Fostering,Allowances,Redacted Personal Data,15/04/2013, 640.50 
Place,Highways,Materials,Beta Roads plc,30/04/2013,"-75.25"
,,,,Total,"1,815.25"
`,
    entries: ['2013-04-03 1250.00', '2013-04-15 640.50', '2013-04-30 -75.25'],
    first: {
      directorate: 'Adults',
      department: 'Day Care',
      payee: 'Alpha Care Ltd',
      category: 'Agency Staff',
    },
  },
  {
    kind: 'gross, VAT and net in any order',
    csv: `
Supplier,Payment Date,Gross Amount,VAT Amount,Net Amount,Purpose
Alpha Ltd,03/04/2013,120.00,20.00,100.00,Stationery
Beta Ltd,23/04/2013,60.00,10.00,50.00,Printing
`,
    entries: ['2013-04-03 100.00', '2013-04-23 50.00'],
  },
  {
    kind: 'an amount without VAT beside one with it',
    csv: `
Body Name,Vendor,Transaction No,Date Paid,Amount incl VAT,Amount excl VAT,Irrecoverable VAT
Anytown Council,Alpha Ltd,10001,13/05/2014,£120.00,£100.00,£0.00
Anytown Council,Beta Ltd,10002,14/05/2014,£60.00,£50.00,£0.00
`,
    entries: ['2014-05-13 100.00', '2014-05-14 50.00'],
    first: { payee: 'Alpha Ltd', document: '10001' },
  },
  {
    kind: 'invoice, payment and posting dates in one file',
    csv: `
Supplier,Invoice Date,Posting Date,Payment Date,Invoice Number,Line Amount,Cost Centre,Cost Centre Description
Alpha Ltd,01/02/2015,10/02/2015,20/02/2015,INV1,10.00,A100,Libraries
Beta Ltd,02/02/2015,13/02/2015,21/02/2015,INV2,20.00,A200,Museums
`,
    entries: ['2015-02-10 10.00', '2015-02-13 20.00'],
    first: { cost_centre: 'Libraries', document: 'INV1' },
  },
  {
    kind: 'a ministry over 25,000',
    csv: `
Department Family,Entity,Date,Expense Type,Expense Area,Supplier,Transaction Number,Amount,Description,Supplier Postcode,Supplier Type,Contract Number,Project Code,Expenditure Type
Ministry of Works,Works Agency,01/04/2013,Rent,Estates,Alpha Property,5001,"25,000.00",Quarterly rent,AB1 2CD,Vendor,,,
Ministry of Works,Works Agency,15/04/2013,ICT,IT Services,Beta Systems,5002,"31,400.10",Licences,EF3 4GH,Vendor,,,
`,
    entries: ['2013-04-01 25000.00', '2013-04-15 31400.10'],
    first: {
      entity: 'Works Agency',
      payee: 'Alpha Property',
      category: 'Rent',
      description: 'Quarterly rent',
    },
  },
  {
    kind: 'dates of Excel days',
    csv: `
Date Paid,Supplier,Amount
41275,Alpha Ltd,100.00
41276,Beta Ltd,200.00
41306,Gamma Ltd,-5.50
`,
    entries: ['2013-01-01 100.00', '2013-01-02 200.00', '2013-02-01 -5.50'],
  },
  {
    kind: 'mixed date styles in one column',
    csv: `
Payment Date,Beneficiary,Value
01/04/2013,Alpha Ltd,100.00
17-Apr-13,Beta Ltd,200.00
1 May 2013,Gamma Ltd,300.00
2013-05-14 00:00:00,Delta Ltd,400.00
25/05/2013,Epsilon Ltd,500.00
41424,Zeta Ltd,600.00
`,
    entries: [
      '2013-04-01 100.00',
      '2013-04-17 200.00',
      '2013-05-01 300.00',
      '2013-05-14 400.00',
      '2013-05-25 500.00',
      '2013-05-30 600.00',
    ],
  },
  {
    kind: 'two bad cells in a column plainly called Amount',
    csv: `
Date,Supplier,Amount
01/04/2013,Alpha,1.00
02/04/2013,Beta,2.00
13/04/2013,Gamma,see note
14/04/2013,Delta,4.00
15/04/2013,Epsilon,TBC
16/04/2013,Zeta,6.00
17/04/2013,Eta,7.00
18/04/2013,Theta,8.00
19/04/2013,Iota,9.00
20/04/2013,Kappa,10.00
21/04/2013,Lambda,11.00
`,
    entries: [
      '2013-04-01 1.00',
      '2013-04-02 2.00',
      '2013-04-14 4.00',
      '2013-04-16 6.00',
      '2013-04-17 7.00',
      '2013-04-18 8.00',
      '2013-04-19 9.00',
      '2013-04-20 10.00',
      '2013-04-21 11.00',
    ],
    rejected: 2,
  },
  {
    kind: 'a dash for nought and other marks of a spreadsheet',
    csv: `
Date,Supplier,Amount £
13/04/2013,Alpha," 1,616.23 "
14/04/2013,Beta, -   
15/04/2013,Gamma,(12.00)
16/04/2013,Delta,"1,234.56-"
17/04/2013,Epsilon,"-£1,000.00"
18/04/2013,Zeta,£-12.00
`,
    entries: [
      '2013-04-13 1616.23',
      '2013-04-15 -12.00',
      '2013-04-16 -1234.56',
      '2013-04-17 -1000.00',
      '2013-04-18 -12.00',
    ],
    rejected: 1,
  },
  {
    kind: 'subtotals by directorate and a grand total',
    csv: `
Directorate,Supplier,Date,Net Amount £
Adults,Alpha,03/04/2013,100.00
Adults,Beta,23/04/2013,50.00
Adults Total,,,150.00
Place,Gamma,24/04/2013,25.00
Place Total,,,25.00
Grand Total,,,175.00
`,
    entries: ['2013-04-03 100.00', '2013-04-23 50.00', '2013-04-24 25.00'],
  },
  {
    kind: 'a total without a label',
    csv: `
Supplier,Date,Net Amount
Alpha,03/04/2013,100.00
Beta,23/04/2013,50.00
,,150.00
`,
    entries: ['2013-04-03 100.00', '2013-04-23 50.00'],
  },
  {
    kind: 'pages with repeated headers and blank lines',
    csv: `
Payee,Date Paid,Amount
Alpha,03/04/2013,100.00

Beta,23/04/2013,50.00
,,
Payee,Date Paid,Amount
Gamma,24/04/2013,1.00
Page 2 of 2,,
`,
    entries: ['2013-04-03 100.00', '2013-04-23 50.00', '2013-04-24 1.00'],
  },
  {
    kind: 'columns without names and trailing commas',
    csv: `
Vendor Name,Posting Date,Total Amount,,,
Alpha,03/04/2013,100.00,,,
Beta,23/04/2013,50.00,,,
`,
    entries: ['2013-04-03 100.00', '2013-04-23 50.00'],
    first: { payee: 'Alpha' },
  },
  {
    kind: 'a supplier with a comma that nobody quoted',
    csv: `
Supplier,Payment Date,Ref,Amount
Alpha Ltd,03/04/2013,77001,100.00
Beta, Sons and Co,23/04/2013,77002,50.00
Gamma Ltd,24/04/2013,77003,25.00
`,
    entries: ['2013-04-03 100.00', '2013-04-23 50.00', '2013-04-24 25.00'],
  },
  {
    kind: 'windows-1252 with pounds and curly quotes',
    encoding: 'latin1',
    csv: `
Merchant Name,Transaction Date,Amount \xa3,Merchant Category
Caf\xe9 O\x92Neill,03/04/2013,\xa3100.00,Food
Beta,23/04/2013,-\xa350.00,Travel
`,
    entries: ['2013-04-03 100.00', '2013-04-23 -50.00'],
    first: { payee: 'Café O’Neill', category: 'Food' },
  },
  {
    kind: 'UTF-16 with tabs, as Excel’s Unicode text',
    encoding: 'utf16le',
    csv: 'Creditor Name\tEffective Date\tNet Amount (£)\tExpenditure Category\nAlpha\t03/04/2013\t100.00\tRent\nBeta\t23/04/2013\t50.50\tRates\n',
    entries: ['2013-04-03 100.00', '2013-04-23 50.50'],
    first: { payee: 'Alpha', category: 'Rent' },
  },
  {
    kind: 'organisation URIs and ProClass codes',
    csv: `
OrganisationName,OrganisationCode,EffectiveDate,Directorate,ServiceCategoryLabel,ServiceCategoryURI,SupplierName,SupplierId,PayeeURI,Date,TransactionNumber,Amount,IrrecoverableVATAmount,Purpose,ProcurementCategory,ProcurementCategoryURI
Anytown,http://id.example/anytown,30/04/2015,Adults,Care,http://id.example/c/1,Alpha Ltd,S1,http://id.example/p/1,13/04/2015,900,10.10,0,Care home,Social care,http://id.example/q/1
Anytown,http://id.example/anytown,30/04/2015,Adults,Care,http://id.example/c/1,Beta Ltd,S2,http://id.example/p/2,14/04/2015,901,20.20,0,Care home,Social care,http://id.example/q/1
`,
    entries: ['2015-04-13 10.10', '2015-04-14 20.20'],
    first: { entity: 'Anytown', payee: 'Alpha Ltd', document: '900', directorate: 'Adults' },
  },
  {
    kind: 'CIPFA words and a purchase-card column',
    csv: `
Service Area,Expenses Type,CIPFA Detailed Expenditure Type,Supplier Name,Supplier ID,Payment Method,Paid Date,Invoice No.,Amount Exc. VAT
Parks,Repairs,Grounds Maintenance,Alpha Ltd,10,BACS,3/4/2013,A1,100.00
Parks,Repairs,Grounds Maintenance,Alpha Ltd,10,BACS,23/4/2013,A2,1.50
`,
    entries: ['2013-04-03 100.00', '2013-04-23 1.50'],
    first: { payee: 'Alpha Ltd', document: 'A1' },
  },
  {
    kind: 'a period instead of a day',
    csv: `
Period,Directorate,Supplier,Amount
2019/01,Adults,Alpha,1.00
2019/02,Adults,Beta,2.00
2019/12,Adults,Gamma,3.00
`,
    fiscalStartMonth: 4,
    entries: ['2019-04-30 1.00', '2019-05-31 2.00', '2020-03-31 3.00'],
  },
  {
    kind: 'a period with its fiscal year written out',
    csv: `
Accounting Period,Supplier Name,Net Value
P01 2019/20,Alpha,1.00
P09 2019/20,Beta,2.00
P12 2019/20,Gamma,3.00
`,
    fiscalStartMonth: 4,
    entries: ['2019-04-30 1.00', '2019-12-31 2.00', '2020-03-31 3.00'],
  },
]
