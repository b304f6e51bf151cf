import type { Kind } from './try.ts'

/** Public bodies’ spending over a threshold: what they call its columns, from councils to states. */
export const BODIES: readonly Kind[] = [
  {
    kind: 'months as names',
    csv: `
Month,Supplier Name,Net Value
Apr-19,Alpha,1.00
May-19,Beta,2.00
Mar-20,Gamma,3.00
`,
    fiscalStartMonth: 4,
    entries: ['2019-04-30 1.00', '2019-05-31 2.00', '2020-03-31 3.00'],
  },
  {
    kind: 'numbers in the scientific way',
    csv: `
Date,Supplier,Amount
13/04/2013,Alpha,1E+05
14/04/2013,Beta,38.6
15/04/2013,Gamma,2.5E+04
`,
    entries: ['2013-04-13 100000.00', '2013-04-14 38.60', '2013-04-15 25000.00'],
  },
  {
    kind: 'payment and clearing facts with VAT registration and company numbers',
    csv: `
Body,Body URI,Supplier Name,Supplier VAT Registration Number,Company Number,Supplier Postcode,Date of Payment,Amount of Payment,Summary of purpose of expenditure,Merchant Category,Internal Reference
Anytown,http://id.example/a,Alpha Ltd,GB123456789,01234567,AB1 2CD,13 April 2016,1000.00,Legal fees,Services,900100
Anytown,http://id.example/a,Beta Ltd,GB223456789,02234567,AB1 2CE,2 May 2016,12.34,Legal fees,Services,900101
`,
    entries: ['2016-04-13 1000.00', '2016-05-02 12.34'],
    first: { payee: 'Alpha Ltd', entity: 'Anytown' },
  },
  {
    kind: 'total invoice and distribution amounts',
    csv: `
Service Label,Expense Code,Expense Description,Supplier Name,Payment Date,Invoice Total,Distribution Amount
Care,4100,Agency,Alpha,13/04/2016,300.00,100.00
Care,4200,Hire,Alpha,13/04/2016,300.00,200.00
`,
    entries: ['2016-04-13 100.00', '2016-04-13 200.00'],
  },
  {
    kind: 'spend data with semicolons and tidy ISO times',
    csv: `
Payment_Date;Supplier_Name;Cost_Centre_Name;GL_Code_Description;Total_Payment_Amount
2021-04-13 00:00:00;Alpha;Depot;Fuel;1200.00
2021-04-02 00:00:00;Beta;Depot;Tyres;55.10
`,
    entries: ['2021-04-13 1200.00', '2021-04-02 55.10'],
    first: { payee: 'Alpha', cost_centre: 'Depot', account: 'Fuel' },
  },
  {
    kind: 'a supplier called Total, which is no total',
    csv: `
Date,Supplier,Amount
13/04/2013,Total Fuels UK Ltd,10.00
14/04/2013,Sum Up Payments,20.00
15/04/2013,Total,30.00
`,
    entries: ['2013-04-13 10.00', '2013-04-14 20.00', '2013-04-15 30.00'],
  },
  {
    kind: 'a police authority with a paid value',
    csv: `
Supplier Name,Description,Paid Date,Paid Value,Invoice Ref
Alpha,Uniforms,13-Apr-2013,99.99,X1
Beta,Vehicles,14-Apr-2013,0.01,X2
`,
    entries: ['2013-04-13 99.99', '2013-04-14 0.01'],
  },
  {
    kind: 'an NHS trust',
    csv: `
Department family,Entity,Date,Expense type,Expense area,Supplier,Transaction number,AP Amount (£),VAT registration number,Purchase invoice number
Health,Anytown NHS Trust,30/06/2018,Drugs,Pharmacy,Alpha Pharma,88001,"30,000.00",GB1,INV-1
Health,Anytown NHS Trust,29/06/2018,Consultancy,Finance,Beta LLP,88002,"45,250.75",GB2,INV-2
`,
    entries: ['2018-06-30 30000.00', '2018-06-29 45250.75'],
    first: { payee: 'Alpha Pharma', category: 'Drugs', entity: 'Anytown NHS Trust' },
  },
  {
    kind: 'a state’s checkbook',
    base: 'USD',
    csv: `
FY,Agency Name,Vendor Name,Account Description,Fund Description,Check Date,Check Number,Check Amount
2021,Department of Parks,"Alpha, Inc.",Supplies,General Fund,07/13/2020,000123,"$1,234.56"
2021,Department of Parks,Beta LLC,Services,General Fund,07/04/2020,000124,($50.00)
`,
    entries: ['2020-07-13 1234.56', '2020-07-04 -50.00'],
    first: { payee: 'Alpha, Inc.', account: 'Supplies', fund: 'General Fund' },
  },
  {
    kind: 'a city’s vendor payments',
    base: 'USD',
    csv: `
Fiscal Year,Fiscal Period,Department,Vendor,Vendor ID,Voucher,Object,Payment Date,Vouchers Paid
2022,1,Fire,Alpha Inc,V1,VCH1,Fuel,07/21/2021,100.25
2022,1,Fire,Beta Inc,V2,VCH2,Hose,07/22/2021,10.00
`,
    entries: ['2021-07-21 100.25', '2021-07-22 10.00'],
    first: { payee: 'Alpha Inc', department: 'Fire' },
  },
  {
    kind: 'a federal award extract',
    base: 'USD',
    csv: `
award_id,recipient_name,awarding_agency_name,action_date,federal_action_obligation,award_description
A1,ALPHA INC,Department of Works,2021-10-13,1000.00,Bridges
A2,BETA INC,Department of Works,2021-10-14,-250.50,Roads
`,
    entries: ['2021-10-13 1000.00', '2021-10-14 -250.50'],
    first: { payee: 'ALPHA INC' },
  },
  {
    kind: 'a German municipality',
    base: 'EUR',
    csv: `
Haushaltsjahr;Amt;Produkt;Sachkonto;Bezeichnung;Zahlungsempfänger;Buchungsdatum;Betrag (EUR)
2021;Bauamt;Straßen;521100;Unterhaltung;Alpha GmbH;13.04.2021;1.234,56
2021;Bauamt;Straßen;521100;Unterhaltung;Beta AG;14.04.2021;-34,56 €
`,
    entries: ['2021-04-13 1234.56', '2021-04-14 -34.56'],
    first: { payee: 'Alpha GmbH', account: '521100' },
  },
  {
    kind: 'a French grand livre',
    base: 'EUR',
    csv: `
JournalCode;JournalLib;EcritureNum;EcritureDate;CompteNum;CompteLib;CompAuxNum;CompAuxLib;PieceRef;PieceDate;EcritureLib;Debit;Credit;EcritureLet;DateLet;ValidDate;Montantdevise;Idevise
AC;Achats;1;20210413;606100;Fournitures;;;F1;20210412;Papier;100,00;0,00;;;20210430;;
AC;Achats;1;20210413;401000;Fournisseurs;F001;Alpha SARL;F1;20210412;Papier;0,00;100,00;;;20210430;;
`,
    entries: ['2021-04-13 100.00', '2021-04-13 -100.00'],
    first: { account: 'Fournitures', description: 'Papier' },
  },
  {
    kind: 'a Dutch municipality',
    base: 'EUR',
    csv: `
Boekjaar;Periode;Leverancier;Grootboekrekening;Omschrijving grootboekrekening;Boekdatum;Bedrag
2021;4;Alpha BV;430000;Onderhoud;13-04-2021;1.000,50
2021;4;Beta BV;430000;Onderhoud;14-04-2021;-0,50
`,
    entries: ['2021-04-13 1000.50', '2021-04-14 -0.50'],
    first: { payee: 'Alpha BV', account: 'Onderhoud' },
  },
  {
    kind: 'a year and the calendar’s month by name',
    csv: `
Year,Month,Supplier,Amount
2013,April,Alpha,10.00
2014,January,Beta,20.00
`,
    fiscalStartMonth: 4,
    entries: ['2013-04-30 10.00', '2014-01-31 20.00'],
  },
  {
    kind: 'a fiscal year and the calendar’s month by number',
    csv: `
Financial Year,Month,Supplier,Amount
2013/14,4,Alpha,10.00
2013/14,1,Beta,20.00
`,
    fiscalStartMonth: 4,
    entries: ['2013-04-30 10.00', '2014-01-31 20.00'],
  },
  {
    kind: 'an invoice’s amount beside what a cost centre is charged',
    csv: `
Payment Date,Supplier Name,Invoice Amount,Amount Charged to Cost Centre,Cost Centre
13/04/2013,Alpha,30.00,10.00,C1
13/04/2013,Alpha,30.00,20.00,C2
`,
    entries: ['2013-04-13 10.00', '2013-04-13 20.00'],
  },
  {
    kind: 'currencies by sign, by word, and left out',
    csv: `
Date,Supplier,Amount,Currency
13/04/2013,Alpha,10.00,£
14/04/2013,Beta,20.00,Sterling
15/04/2013,Gamma,30.00,
16/04/2013,Delta,40.00,eur
`,
    entries: ['2013-04-13 10.00', '2013-04-14 20.00', '2013-04-15 30.00', '2013-04-16 40.00 EUR'],
    first: { currency: 'GBP' },
  },
  {
    kind: 'no dates, and a row that lost its delimiter',
    csv: `
Supplier,Amount
Alpha Ltd,10.00
Training Academy21740.00
Gamma Ltd,30.00
Total,21780.00
`,
    answers: { date: '2013-04-30' },
    entries: ['2013-04-30 10.00', '2013-04-30 30.00'],
    rejected: 1,
  },
]
