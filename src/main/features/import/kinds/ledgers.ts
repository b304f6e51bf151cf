import type { Kind } from './try.ts'

/** General-ledger extracts. A debit adds to the books' amount, a credit takes from it. */
export const LEDGERS: readonly Kind[] = [
  {
    kind: 'the extract of the specification, in its own names',
    csv: `
posting_period,ledger,company_code,company_code_currency_key,company_code_currency_value,debit_credit_ind,account_type,region,profit_center_id,profit_center_name,cost_center_id,cost_center_name,directorate,entity,remapping_directorate,functional_area_id,functional_area_name,general_ledger_account_number,general_ledger_account_name,general_ledger_fiscal_year,fund,supplier,reference,document_header_text,po_description,transaction,level_1,level_2,level_3,level_4,level_5,level_6,level_7,status
9,0L,1000,GBP,100.00,S,expense,North,P1,Care,C1,Depot,Adults,Anytown,People,F1,Admin,400100,Agency staff,2019,GEN,Alpha Ltd,R1,Header one,PO one,FB60,Expense,Staff,,,,,,posted
13,0L,1000,GBP,40.50,H,expense,North,P1,Care,C1,Depot,Adults,Anytown,People,F1,Admin,400100,Agency staff,2019,GEN,Alpha Ltd,R2,Header two,PO two,FB60,Expense,Staff,,,,,,posted
`,
    fiscalStartMonth: 4,
    entries: ['2019-12-31 100.00', '2020-03-31 -40.50'],
    first: {
      account: 'Agency staff',
      cost_centre: 'Depot',
      profit_centre: 'Care',
      directorate: 'Adults',
      entity: 'Anytown',
      remapping_directorate: 'People',
      functional_area: 'Admin',
      company: '1000',
      ledger: '0L',
      fund: 'GEN',
      region: 'North',
      payee: 'Alpha Ltd',
      reference: 'R1',
      description: 'Header one',
      status: 'posted',
      period: '201909',
    },
  },
  {
    kind: 'the extract of the specification, in titles',
    csv: `
Posting Period,Ledger,Company Code,Currency Key,Currency Value,Debit/Credit Ind,Account Type,Region,Profit Center ID,Profit Center Name,Cost Center ID,Cost Center Name,Directorate,Entity,Remapping Directorate,Functional Area ID,Functional Area Name,GL Account Number,GL Account Name,GL Account Fiscal Year,Fund,Supplier,Reference,Document Header Text,PO Description,Transaction,Level 1,Level 2,Level 3,Status
201909,0L,1000,GBP,100.00,D,expense,North,P1,Care,C1,Depot,Adults,Anytown,People,F1,Admin,400100,Agency staff,2019,GEN,Alpha Ltd,R1,Header one,PO one,FB60,Expense,Staff,,posted
201916,0L,1000,GBP,40.50,C,expense,North,P1,Care,C1,Depot,Adults,Anytown,People,F1,Admin,400100,Agency staff,2019,GEN,Alpha Ltd,R2,Header two,PO two,FB60,Expense,Staff,,posted
`,
    entries: ['2019-09-30 100.00', '2019-12-31 -40.50'],
    first: {
      account: 'Agency staff',
      cost_centre: 'Depot',
      'Remapping Directorate': 'People',
      payee: 'Alpha Ltd',
      period: '201909',
    },
  },
  {
    kind: 'SAP line items with a trailing minus',
    base: 'EUR',
    csv: `
Company Code\tG/L Account\tDocument Number\tDocument Type\tPosting Date\tDocument Date\tPosting Key\tAmount in Local Currency\tLocal Currency\tCost Center\tText\tUser Name
1000\t400100\t5100000001\tKR\t13.04.2021\t12.04.2021\t40\t1.234,56\tEUR\tC100\tPapier\tJDOE
1000\t160000\t5100000001\tKR\t13.04.2021\t12.04.2021\t31\t1.234,56-\tEUR\t\tPapier\tJDOE
`,
    entries: ['2021-04-13 1234.56', '2021-04-13 -1234.56'],
    first: {
      company: '1000',
      account: '400100',
      cost_centre: 'C100',
      document: '5100000001',
      document_type: 'KR',
      user: 'JDOE',
      description: 'Papier',
    },
  },
  {
    kind: 'SAP in German with S and H',
    base: 'EUR',
    csv: `
Buchungskreis;Belegnummer;Belegart;Buchungsdatum;Belegdatum;Sachkonto;Kontobezeichnung;Kostenstelle;Betrag in Hauswährung;Hauswährung;Soll/Haben-Kennzeichen;Text
1000;5100000001;KR;13.04.2021;12.04.2021;400100;Büromaterial;C100;1.234,56;EUR;S;Papier
1000;5100000001;KR;13.04.2021;12.04.2021;160000;Verbindlichkeiten;;1.234,56;EUR;H;Papier
`,
    entries: ['2021-04-13 1234.56', '2021-04-13 -1234.56'],
    first: {
      company: '1000',
      account: 'Büromaterial',
      cost_centre: 'C100',
      document: '5100000001',
      document_type: 'KR',
      description: 'Papier',
    },
  },
  {
    kind: 'SAP’s technical names',
    base: 'EUR',
    csv: `
RBUKRS,GJAHR,POPER,BELNR,DOCLN,BUDAT,BLDAT,RACCT,RCNTR,PRCTR,LIFNR,DRCRK,HSL,RHCUR,SGTXT,BLART
1000,2021,004,5100000001,000001,20210413,20210412,400100,C100,P1,,S,1234.56,EUR,Papier,KR
1000,2021,004,5100000001,000002,20210413,20210412,160000,,,L1,H,-1234.56,EUR,Papier,KR
`,
    entries: ['2021-04-13 1234.56', '2021-04-13 -1234.56'],
    first: {
      company: '1000',
      account: '400100',
      cost_centre: 'C100',
      document: '5100000001',
      period: '202104',
    },
  },
  {
    kind: 'DATEV, with a date of day and month',
    base: 'EUR',
    csv: `
"EXTF";700;21;"Buchungsstapel";9;20210430;;"RE";"";"";1001;1;20210101;4;20210401;20210430;"April";"";1;;0;"EUR"
Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Kurs;Basis-Umsatz;WKZ Basis-Umsatz;Konto;Gegenkonto (ohne BU-Schlüssel);BU-Schlüssel;Belegdatum;Belegfeld 1;Belegfeld 2;Skonto;Buchungstext;KOST1 - Kostenstelle;KOST2 - Kostenstelle
1234,56;"S";"EUR";;;"";4930;70001;"";1304;"R1";"";;"Papier";"C100";""
34,56;"H";"EUR";;;"";4930;70001;"";0505;"R2";"";;"Rückgabe";"C100";""
`,
    entries: ['2021-04-13 1234.56', '2021-05-05 -34.56'],
    first: { account: '4930', cost_centre: 'C100', document: 'R1', description: 'Papier' },
  },
  {
    kind: 'Oracle journal lines with entered and accounted sides',
    csv: `
Ledger Name,Period Name,Effective Date,Batch Name,Journal Name,Source,Category,Account,Account Description,Cost Centre,Currency,Entered Dr,Entered Cr,Accounted Dr,Accounted Cr,Line Description
UK Ledger,Apr-21,13-Apr-2021,B1,J1,Payables,Purchase Invoices,52100,Paper,C100,GBP,100.00,,100.00,,Paper for office
UK Ledger,Apr-21,13-Apr-2021,B1,J1,Payables,Purchase Invoices,21000,Creditors,,GBP,,100.00,,100.00,Paper for office
`,
    entries: ['2021-04-13 100.00', '2021-04-13 -100.00'],
    first: { account: 'Paper', cost_centre: 'C100', ledger: 'UK Ledger', description: 'Paper for office' },
  },
  {
    kind: 'Dynamics general journal',
    csv: `
Posting Date,Document Type,Document No.,G/L Account No.,G/L Account Name,Description,Department Code,Debit Amount,Credit Amount,Amount,User ID,Source Code
13/04/2021,Invoice,PI-1,6100,Paper,Order 1,ADM,100.00,0.00,100.00,JD,PURCHASES
13/04/2021,Invoice,PI-1,2100,Vendors,Order 1,ADM,0.00,100.00,-100.00,JD,PURCHASES
`,
    entries: ['2021-04-13 100.00', '2021-04-13 -100.00'],
    first: { account: 'Paper', document: 'PI-1', document_type: 'Invoice', description: 'Order 1' },
  },
  {
    kind: 'Sage nominal activity',
    csv: `
No,Type,N/C,Account Name,Date,Ref,Ex.Ref,Details,T/C,Debit,Credit,Dept
1,PI,7500,Printing,13/04/2021,A1,,Leaflets,T1,100.00,,0
2,SI,4000,Sales,14/04/2021,S1,,Widgets,T1,,250.00,0
`,
    entries: ['2021-04-13 100.00', '2021-04-14 -250.00'],
    first: { account: 'Printing', description: 'Leaflets', reference: 'A1' },
  },
  {
    kind: 'QuickBooks general ledger, an account a heading',
    base: 'USD',
    csv: `
Alpha Inc,,,,,,,
General Ledger,,,,,,,
"April 1-30, 2021",,,,,,,
,,,,,,,
,Date,Transaction Type,Num,Name,Memo/Description,Split,Amount,Balance
Office Supplies,,,,,,,,
,04/13/2021,Bill,1001,Paper Co,Paper,Accounts Payable,100.00,100.00
,04/14/2021,Expense,1002,Pens Co,Pens,Checking,20.00,120.00
Total for Office Supplies,,,,,,,$120.00,
`,
    entries: ['2021-04-13 100.00', '2021-04-14 20.00'],
    first: { payee: 'Paper Co', description: 'Paper' },
  },
  {
    kind: 'Xero account transactions',
    csv: `
Date,Source,Description,Reference,Debit,Credit,Running Balance,Gross,Net,VAT,Account Code,Account,Account Type
13 Apr 2021,Payable Invoice,Paper Co - Paper,A1,100.00,,100.00,120.00,100.00,20.00,429,General Expenses,Expense
14 Apr 2021,Payable Credit Note,Paper Co - Return,A2,,20.00,80.00,-24.00,-20.00,-4.00,429,General Expenses,Expense
`,
    entries: ['2021-04-13 100.00', '2021-04-14 -20.00'],
    first: { account: 'General Expenses', description: 'Paper Co - Paper' },
  },
  {
    kind: 'a trial balance’s lines with equal ones in a document',
    csv: `
Journal No,Journal Date,Account Code,Account Name,Debit,Credit,Narrative
J1,13/04/2021,6100,Paper,10.00,,Paper
J1,13/04/2021,6100,Paper,10.00,,Paper
J1,13/04/2021,2100,Creditors,,20.00,Paper
`,
    entries: ['2021-04-13 10.00', '2021-04-13 10.00', '2021-04-13 -20.00'],
    first: { document: 'J1', account: 'Paper' },
  },
  {
    kind: 'amounts with a Dr or Cr behind them',
    csv: `
Date,Voucher,Ledger Account,Particulars,Amount
13/04/2021,V1,Paper,Paper Co,"1,000.00 Dr"
14/04/2021,V2,Paper,Return,50.00 Cr
`,
    entries: ['2021-04-13 1000.00', '2021-04-14 -50.00'],
  },
  {
    kind: 'document, local and group currency side by side',
    base: 'EUR',
    csv: `
Posting Date;Account;Amount in Doc. Curr.;Document Currency;Amount in Local Currency;Local Currency;Amount in Group Currency;Group Currency;Text
2021-04-13;400100;110,00;USD;100,00;EUR;90,00;GBP;Paper
2021-04-14;400100;-11,00;USD;-10,00;EUR;-9,00;GBP;Return
`,
    entries: ['2021-04-13 100.00', '2021-04-14 -10.00'],
  },
  {
    kind: 'fiscal year and period in two columns',
    csv: `
Fiscal Year,Period,Account,Account Description,Cost Center,Vendor Name,Net Amount
2021/22,1,400100,Paper,C100,Paper Co,10.00
2021/22,12,400100,Paper,C100,Paper Co,20.00
2021/22,13,400100,Paper,C100,Paper Co,-5.00
`,
    fiscalStartMonth: 4,
    entries: ['2021-04-30 10.00', '2022-03-31 20.00', '2022-03-31 -5.00'],
    first: { account: 'Paper', cost_centre: 'C100', period: '202101' },
  },
  {
    kind: 'a budget beside actuals',
    csv: `
Posting Date,Account,Cost Centre,Budget,Actual,Variance
30/04/2021,Paper,C100,100.00,80.00,20.00
31/05/2021,Paper,C100,100.00,130.00,-30.00
`,
    entries: ['2021-04-30 80.00', '2021-05-31 130.00'],
  },
  {
    kind: 'dates that can be read in two ways',
    csv: `
Posting Date,Account,Amount
03/04/2021,Paper,80.00
05/06/2021,Paper,130.00
`,
    asks: ['date-order:0'],
  },
  {
    kind: 'an account’s sheet with a running balance',
    csv: `
Date,Account,Narrative,Debit,Credit,Balance
13/04/2023,4000,Sale,0.00,50.00,-50.00
14/04/2023,4000,Return,20.00,0.00,-30.00
`,
    entries: ['2023-04-13 -50.00', '2023-04-14 20.00'],
  },
]
