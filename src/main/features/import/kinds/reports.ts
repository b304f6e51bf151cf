import type { Kind } from './try.ts'

/** Reports of accounting programs, which have headings, sections and totals between their lines. */
export const REPORTS: readonly Kind[] = [
  {
    kind: 'DATEV with a fiscal year that starts in July, and another currency',
    base: 'EUR',
    encoding: 'latin1',
    csv: `
"EXTF";510;21;"Buchungsstapel";7;20230905101112000;;"RE";"";"";1;2;20230701;4;20230901;20240229;"Stapel";"";1;0;0;"EUR"
Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Kurs;Basis-Umsatz;WKZ Basis-Umsatz;Konto;Gegenkonto (ohne BU-Schl\xfcssel);BU-Schl\xfcssel;Belegdatum;Belegfeld 1;Belegfeld 2;Skonto;Buchungstext
100,00;S;;;;;10001;8400;;0109;R1;;;a
1.234,56;H;EUR;;;;10002;8400;;2902;R2;;;b
110,00;S;USD;1,1;100,00;EUR;10002;8400;;512;R3;;;c
`,
    entries: ['2023-09-01 100.00', '2024-02-29 -1234.56', '2023-12-05 110.00 USD'],
    first: { account: '10001', document: 'R1' },
  },
  {
    kind: 'an account’s transactions in sections, with balances between them',
    profile: 'ledger',
    csv: `
Account Transactions,,,,,,
For the period 1 January 2024 to 31 January 2024,,,,,,

Date,Source,Description,Reference,Debit,Credit,Running Balance

Advertising,,,,,,
Opening Balance,,,,0.00,0.00,0.00
15 Jan 2024,Payable Invoice,Alpha,INV-1,"1,000.00",0.00,"1,000.00"
20 Jan 2024,Payable Credit Note,Alpha,CN-1,0.00,100.00,900.00
Total Advertising,,,,"1,000.00",100.00,900.00
Closing Balance,,,,900.00,0.00,900.00

Sales,,,,,,
Opening Balance,,,,0.00,0.00,0.00
22 Jan 2024,Receivable Invoice,Beta,INV-9,0.00,500.00,(500.00)
Total Sales,,,,0.00,500.00,(500.00)
`,
    entries: ['2024-01-15 1000.00', '2024-01-20 -100.00', '2024-01-22 -500.00'],
    first: { description: 'Alpha', reference: 'INV-1' },
    reads: 'ledger',
  },
  {
    kind: 'a journal whose documents end in sums of both sides',
    base: 'USD',
    csv: `
,Trans #,Type,Date,Num,Name,Memo,Account,Debit,Credit
,1,Check,01/15/2024,101,Alpha,Supplies,1000 · Checking,,100.00
,,,01/15/2024,101,Alpha,Supplies,6000 · Office,100.00,
,,,,,,,,100.00,100.00
TOTAL,,,,,,,,100.00,100.00
`,
    entries: ['2024-01-15 -100.00', '2024-01-15 100.00'],
  },
  {
    kind: 'a sum with nothing but its currency',
    base: 'EUR',
    csv: `
Sachkonto;Belegnummer;Buchungsdatum;Betrag in Hauswährung;Hauswährung;Text
400000;1900000001;15.01.2024;1.234,56;EUR;Papier
400000;1900000002;20.01.2024;-34,56;EUR;Gutschrift
;;;1.200,00;EUR;
`,
    entries: ['2024-01-15 1234.56', '2024-01-20 -34.56'],
  },
  {
    kind: 'sides entered in one currency and accounted in another',
    base: 'USD',
    csv: `
ACCOUNTING_DATE,JOURNAL_NAME,SEGMENT1,ACCOUNT_DESC,ENTERED_DR,ENTERED_CR,ACCOUNTED_DR,ACCOUNTED_CR,CURRENCY_CODE
15-JAN-24,J1,01,Office,110.00,,100.00,,EUR
15-JAN-24,J1,01,AP,,110.00,,100.00,EUR
16-JAN-24,J2,01,Cash,7.00,,7.00,,GBP
`,
    entries: ['2024-01-15 100.00 GBP', '2024-01-15 -100.00 GBP', '2024-01-16 7.00 GBP'],
  },
  {
    kind: 'an audit trail whose types say the side',
    csv: `
Type,Account Reference,Nominal A/C Ref,Date,Reference,Details,Net Amount,Tax Code,Tax Amount
SI,ABC001,4000,15/01/2024,INV1,Goods,100.00,T1,20.00
SC,ABC001,4000,20/01/2024,CN1,Return,10.00,T1,2.00
PI,SUP001,5000,22/01/2024,P1,Stock,55.00,T1,11.00
`,
    entries: ['2024-01-15 -100.00', '2024-01-20 10.00', '2024-01-22 55.00'],
    first: { account: '4000', description: 'Goods' },
  },
  {
    kind: 'lines with the balance of each beside its sides',
    base: 'EUR',
    csv: `
Date,Journal Entry,Account,Partner,Label,Debit,Credit,Balance,Currency
2024-01-15,BILL/1,600000 Expenses,Alpha,Paper,100.00,0.00,100.00,EUR
2024-01-15,BILL/1,440000 Payables,Alpha,Paper,0.00,100.00,-100.00,EUR
`,
    entries: ['2024-01-15 100.00', '2024-01-15 -100.00'],
    reads: 'ledger',
  },
  {
    kind: 'the account that is debited beside the one that is credited',
    base: 'EUR',
    csv: `
Buchungsdatum;Belegnummer;Buchungstext;Buchungsbetrag;Sollkonto;Habenkonto;Währung
16.01.2024;R1;Papier;100,00;4930;1200;EUR
20.01.2024;R2;Miete;1.190,00;4210;1200;EUR
`,
    entries: ['2024-01-16 100.00', '2024-01-20 1190.00'],
    first: { account: '4930' },
  },
  {
    kind: 'two letters that are places and no sides',
    csv: `
Date,Supplier,State,Net Amount
15/01/2024,Alpha,PA,100.00
16/01/2024,Beta,SC,10.00
`,
    entries: ['2024-01-15 100.00', '2024-01-16 10.00'],
  },
  {
    kind: 'a sign of a currency in a column of its own, which is the workspace’s dollar',
    base: 'CAD',
    csv: `
Date,Account,Text,Amount,Currency
15/01/2024,4000,Paper,100.00,$
16/01/2024,4000,Pens,5.00,€
`,
    entries: ['2024-01-15 100.00', '2024-01-16 5.00 EUR'],
  },
  {
    kind: 'kinds of documents that are no sides, though one is called a deposit',
    base: 'USD',
    csv: `
Date,Transaction Type,Num,Name,Split,Account,Amount
01/15/2024,Expense,101,Alpha,Checking,Office,100.00
01/31/2024,Deposit,,Beta,Sales,Checking,500.00
`,
    entries: ['2024-01-15 100.00', '2024-01-31 500.00'],
  },
]

/** Banks, cards and brokers whose files were read wrongly, refused or asked about. */
export const BANKS_UNUSUAL: readonly Kind[] = [
  {
    kind: 'days and months that dots settle',
    base: 'EUR',
    csv: `
Datum;Text;Betrag
02.01.24;Laden;-5,00
03.02.24;Laden;-6,00
`,
    entries: ['2024-01-02 -5.00', '2024-02-03 -6.00'],
  },
  {
    kind: 'a broker that says as of when, and ends in a total',
    base: 'USD',
    csv: `
"Transactions for account XXXX-1234 as of 02/01/2024 10:00:00 ET"
"Date","Action","Symbol","Description","Quantity","Price","Fees & Comm","Amount"
"01/31/2024 as of 01/30/2024","Buy","VTI","FUND","10","$230.10","$1.00","-$2302.00"
"01/15/2024","Cash Dividend","VTI","FUND","","","","$45.67"
Transactions Total,"","","","","","",-$2256.33
`,
    entries: ['2024-01-31 -2302.00', '2024-01-15 45.67'],
  },
  {
    kind: 'a broker’s dates of trade, which dividends have without one of settlement',
    base: 'USD',
    csv: `
Run Date,Action,Symbol,Quantity,Price ($),Amount ($),Settlement Date
 01/31/2024, YOU BOUGHT FUND, VTI,10,230.1,-2301,02/02/2024
 01/15/2024, DIVIDEND RECEIVED, SPAXX,0,,45.67,
`,
    entries: ['2024-01-31 -2301.00', '2024-01-15 45.67'],
  },
  {
    kind: 'coins bought and sold, whose price is not what was paid',
    base: 'USD',
    csv: `
ID,Timestamp,Transaction Type,Asset,Quantity Transacted,Price Currency,Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes
1,2024-01-31 10:00:00 UTC,Buy,BTC,0.01,USD,$42000.00,$420.00,$425.00,$5.00,Bought
2,2024-01-30 10:00:00 UTC,Sell,BTC,0.01,USD,$42000.00,$420.00,$415.00,$5.00,Sold
`,
    entries: ['2024-01-31 -425.00', '2024-01-30 415.00'],
  },
  {
    kind: 'sections of a broker, of which the first is read',
    base: 'USD',
    csv: `
Statement,Header,Field Name,Field Value
Statement,Data,Period,"January 1, 2024 - January 31, 2024"
Trades,Header,Asset,Currency,Symbol,Date/Time,Quantity,T. Price,Proceeds
Trades,Data,Stocks,USD,AAPL,"2024-01-31, 10:11:12",10,100.25,-1002.5
Deposits,Header,Currency,Settle Date,Description,Amount
Deposits,Data,USD,2024-01-15,Transfer,5000
`,
    entries: ['2024-01-31 -1002.50'],
    rejected: 1,
  },
  {
    kind: 'the same, with the other section chosen',
    base: 'USD',
    csv: `
Statement,Header,Field Name,Field Value
Trades,Header,Asset,Currency,Symbol,Date/Time,Quantity,T. Price,Proceeds
Trades,Data,Stocks,USD,AAPL,"2024-01-31, 10:11:12",10,100.25,-1002.5
Deposits,Header,Currency,Settle Date,Description,Amount
Deposits,Data,USD,2024-01-15,Transfer,5000
`,
    answers: { table: '2' },
    entries: ['2024-01-15 5000.00'],
    rejected: 1,
  },
  {
    kind: 'movements above the table, under headers that nobody knows',
    csv: `
Bewegungen A,,,
wann,wem,wozu,wieviel
31/01/2024,SHOP,Lunch,-4.50

Date,Description,Amount,Balance
30/01/2024,ACME,100.00,100.00
29/01/2024,CAFE,-3.20,0.00
`,
    entries: ['2024-01-30 100.00', '2024-01-29 -3.20'],
    rejected: 1,
  },
  {
    kind: 'columns without a name that most rows fill',
    base: 'PLN',
    csv: `
"Data operacji","Typ transakcji","Kwota","Waluta","Saldo po transakcji","Opis transakcji","","",""
"2024-01-31","Karta","-45.10","PLN","+1054.90","Tytuł: 0001","Lokalizacja: SKLEP","Data: 2024-01-30",""
"2024-01-30","Przelew","+1100.00","PLN","+1100.00","Rachunek: 11","Nazwa: ACME","",""
`,
    entries: ['2024-01-31 -45.10', '2024-01-30 1100.00'],
  },
  {
    kind: 'a closing balance whose label is marked as a header',
    base: 'PLN',
    csv: `
#Data operacji;#Opis operacji;#Kwota;#Saldo po operacji;
2024-01-31;SKLEP;-45,10;1 054,90;
2024-01-30;ACME;1 100,00;1 100,00;

;;#Saldo końcowe;1 054,90 PLN;
`,
    entries: ['2024-01-31 -45.10', '2024-01-30 1100.00'],
  },
  {
    kind: 'a Swedish bank with two dates of its own names',
    base: 'SEK',
    csv: `
Reskontradatum;Transaktionsdatum;Text;Belopp;Saldo
2024-01-31;2024-01-30;ICA;-45,10;1 054,90
2024-01-30;2024-01-30;LÖN;1 100,00;1 100,00
`,
    entries: ['2024-01-31 -45.10', '2024-01-30 1100.00'],
  },
  {
    kind: 'no header, and a moment that is longer than the text',
    base: 'EUR',
    csv: `
31.01.2024;Einkauf LADEN;31.01.2024;-45,10;EUR;31.01.2024 10:00:00:000
30.01.2024;Gutschrift ACME;30.01.2024;1.100,00;EUR;30.01.2024 10:00:00:000
29.01.2024;Einkauf X;30.01.2024;-10,00;EUR;30.01.2024 10:00:00:000
`,
    entries: ['2024-01-31 -45.10', '2024-01-30 1100.00', '2024-01-29 -10.00'],
    first: { description: 'Einkauf LADEN' },
  },
  {
    kind: 'sides that name their currency in brackets with a space',
    base: 'INR',
    csv: `
S No.,Value Date,Transaction Date,Cheque Number,Transaction Remarks,Withdrawal Amount (INR ),Deposit Amount (INR ),Balance (INR )
1,31/01/2024,31/01/2024,-,UPI/SHOP,45.10,0,"1,01,054.90"
2,30/01/2024,30/01/2024,-,NEFT/ACME,0,"1,00,000.00","1,01,100.00"
`,
    entries: ['2024-01-31 -45.10', '2024-01-30 100000.00'],
    first: { description: 'UPI/SHOP' },
  },
  {
    kind: 'a Brazilian card that shows spending as plus',
    base: 'BRL',
    csv: `
date,title,amount
2024-01-31,Loja,45.10
2024-01-30,Pagamento recebido,-300.00
2024-01-29,Padaria,12.00
`,
    entries: ['2024-01-31 -45.10', '2024-01-30 300.00', '2024-01-29 -12.00'],
  },
]
