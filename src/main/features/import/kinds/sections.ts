import type { Kind } from './try.ts'

/** Reports that say the account in a heading above its lines. */
export const SECTIONS: readonly Kind[] = [
  {
    kind: 'sections that end in totals of their name, with balances between them',
    csv: `
Account Transactions,,,,,,
Anytown Ltd,,,,,,
Date,Source,Description,Reference,Debit,Credit,Running Balance
5010 Rent,,,,,,
Opening Balance,,,,0.00,0.00,0.00
15 Jan 2024,Bill,Alpha,INV-1,"1,000.00",0.00,"1,000.00"
20 Jan 2024,Credit Note,Alpha,CN-1,0.00,100.00,900.00
Total 5010 Rent,,,,"1,000.00",100.00,900.00
Closing Balance,,,,900.00,0.00,900.00

Sales,,,,,,
22 Jan 2024,Invoice,Beta,INV-9,0.00,500.00,(500.00)
Total Sales,,,,0.00,500.00,(500.00)
Total,,,,"1,000.00",600.00,400.00
`,
    entries: ['2024-01-15 1000.00', '2024-01-20 -100.00', '2024-01-22 -500.00'],
    accounts: ['5010 Rent', '5010 Rent', 'Sales'],
    claims: [
      'Total 5010 Rent 900.00 = 900.00',
      'Total Sales -500.00 = -500.00',
      'Total 400.00 = 400.00',
      '5010 Rent 900.00 = 900.00',
    ],
  },
  {
    kind: 'sections within sections, with a heading in a column of its own',
    base: 'USD',
    csv: `
,,Type,Date,Num,Name,Memo,Amount,Balance
Automobile,,,,,,,,0.00
,,Check,01/15/2024,101,Alpha,Insurance,100.00,100.00
,Fuel,,,,,,,0.00
,,Bill,01/16/2024,102,Beta,Petrol,40.00,40.00
,,Bill,01/17/2024,103,Beta,Petrol,2.50,42.50
,Total Fuel,,,,,,42.50,42.50
,,Check,01/18/2024,104,Gamma,Wash,7.00,107.00
Total Automobile,,,,,,,149.50,149.50
Office,,,,,,,,0.00
Total Office,,,,,,,0.00,0.00
TOTAL,,,,,,,149.50,149.50
`,
    entries: ['2024-01-15 100.00', '2024-01-16 40.00', '2024-01-17 2.50', '2024-01-18 7.00'],
    accounts: ['Automobile', 'Fuel', 'Fuel', 'Automobile'],
    claims: [
      'Total Fuel 42.50 = 42.50',
      'Total Automobile 149.50 = 149.50',
      'Total Office 0.00 = 0.00',
      'TOTAL 149.50 = 149.50',
      'Automobile 107.00 = 107.00',
      'Fuel 42.50 = 42.50',
    ],
  },
  {
    kind: 'a section whose total its lines do not give',
    csv: `
Date,Reference,Details,Amount
Rent,,,
15/01/2024,R1,Alpha,100.00
Total for Rent,,,110.00
Rates,,,
16/01/2024,R2,Beta,5.00
Rates total,,,5.00
`,
    entries: ['2024-01-15 100.00', '2024-01-16 5.00'],
    accounts: ['Rent', 'Rates'],
    claims: ['Total for Rent 110.00 ≠ 100.00', 'Rates total 5.00 = 5.00'],
  },
  {
    kind: 'headings whose number begins the column of dates',
    base: 'EUR',
    csv: `
Datum;Beleg;Text;Betrag
4930 Bürobedarf;;;
15.01.2024;R1;Papier;100,00
Summe 4930 Bürobedarf;;;100,00
8400;;;
16.01.2024;R2;Erlös;-1.190,00
Summe 8400;;;-1.190,00
`,
    entries: ['2024-01-15 100.00', '2024-01-16 -1190.00'],
    accounts: ['4930 Bürobedarf', '8400'],
    claims: ['Summe 4930 Bürobedarf 100.00 = 100.00', 'Summe 8400 -1190.00 = -1190.00'],
  },
  {
    kind: 'headings that say that they are accounts, the first above the header, and no totals',
    csv: `
Ledger report,,,
Account: 5010 Rent,,,
Date,Reference,Details,Amount
15/01/2024,R1,Alpha,100.00
A note of no meaning,,,
16/01/2024,R2,Beta,5.00
Account:,4000,Sales,
Date,Reference,Details,Amount
17/01/2024,R3,Gamma,-9.00
`,
    entries: ['2024-01-15 100.00', '2024-01-16 5.00', '2024-01-17 -9.00'],
    accounts: ['5010 Rent', '5010 Rent', '4000 Sales'],
  },
  {
    kind: 'accounts whose number and name stand beside each other, with totals of no name',
    csv: `
Nominal Activity,,,,,
N/C: 5000,Name: Materials,,,,
Date,Type,Ref,Details,Debit,Credit
15/01/2024,PI,P1,Stock,100.00,
16/01/2024,PC,P2,Back,,10.00
Totals,,,,100.00,10.00
N/C: 7100,Name: Rent,,,,
Date,Type,Ref,Details,Debit,Credit
17/01/2024,PI,P3,January,50.00,
Totals,,,,50.00,
`,
    entries: ['2024-01-15 100.00', '2024-01-16 -10.00', '2024-01-17 50.00'],
    accounts: ['5000 Materials', '5000 Materials', '7100 Rent'],
    claims: ['Totals 90.00 = 90.00', 'Totals 50.00 = 50.00'],
  },
  {
    kind: 'a section that goes on on the next page',
    csv: `
Date,Reference,Details,Amount
Rent,,,
15/01/2024,R1,Alpha,100.00
Rent,,,
Date,Reference,Details,Amount
16/01/2024,R2,Beta,5.00
Total Rent,,,105.00
17/01/2024,R3,Gamma,9.00
`,
    entries: ['2024-01-15 100.00', '2024-01-16 5.00', '2024-01-17 9.00'],
    accounts: ['Rent', 'Rent', ''],
    claims: ['Total Rent 105.00 = 105.00'],
  },
  {
    kind: 'a heading that nothing closes, so that none is taken for an account',
    csv: `
Date,Reference,Details,Amount
Rent,,,
15/01/2024,R1,Alpha,100.00
Total Rent,,,100.00
Rates,,,
16/01/2024,R2,Beta,5.00
Total,,,105.00
`,
    entries: ['2024-01-15 100.00', '2024-01-16 5.00'],
    accounts: ['', ''],
  },
  {
    kind: 'sections of a table that has its own column of accounts',
    csv: `
Date,Account,Details,Amount
Overheads,,,
15/01/2024,5010,Alpha,100.00
Total Overheads,,,100.00
`,
    entries: ['2024-01-15 100.00'],
    accounts: ['5010'],
  },
  {
    kind: 'a bank’s sections, which are no accounts',
    profile: 'personal',
    csv: `
Date,Description,Amount,Balance
Withdrawals,,,
15/01/2024,SHOP,-10.00,90.00
Total withdrawals,,-10.00,
`,
    entries: ['2024-01-15 -10.00'],
    accounts: [''],
  },
  {
    kind: 'sections that the user leaves alone',
    answers: { sections: 'none' },
    csv: `
Date,Reference,Details,Amount
Rent,,,
15/01/2024,R1,Alpha,100.00
Water,,,
16/01/2024,R2,Beta,5.00
Total Water,,,5.00
Total Rent,,,105.00
`,
    entries: ['2024-01-15 100.00', '2024-01-16 5.00'],
    accounts: ['', ''],
    claims: ['Total Water 5.00 = 5.00', 'Total Rent 105.00 = 105.00'],
  },
]
