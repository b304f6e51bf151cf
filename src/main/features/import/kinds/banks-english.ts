import type { Kind } from './try.ts'

/** Statements as British and American banks and wallets export them. Money that leaves is negative. */
export const BANKS_ENGLISH: readonly Kind[] = [
  {
    kind: 'Monzo',
    csv: `
Transaction ID,Date,Time,Type,Name,Emoji,Category,Amount,Currency,Local amount,Local currency,Notes and #tags,Address,Receipt,Description,Category split,Money Out,Money In
tx_1,13/04/2023,09:12:01,Card payment,Coffee Bar,,Eating out,-3.20,GBP,-3.20,GBP,,1 High St,,COFFEE BAR,,-3.20,
tx_2,14/04/2023,10:00:00,Faster payment,A Person,,Income,50.00,GBP,50.00,GBP,,,,RENT,,,50.00
tx_3,15/04/2023,11:00:00,Card payment,Cafe Paris,,Eating out,-8.90,GBP,-10.00,EUR,,,,CAFE,,-8.90,
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 50.00', '2023-04-15 -8.90'],
    first: { payee: 'Coffee Bar', category: 'Eating out', reference: 'tx_1' },
  },
  {
    kind: 'Starling',
    csv: `
Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP),Spending Category,Notes
13/04/2023,Coffee Bar,COFFEE,CARD,-3.20,96.80,EATING_OUT,
14/04/2023,A Person,RENT,FASTER PAYMENT,50.00,146.80,INCOME,
15/04/2023,Grocer,FOOD,CARD,-6.80,140.00,GROCERIES,
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 50.00', '2023-04-15 -6.80'],
    first: { payee: 'Coffee Bar', category: 'EATING_OUT' },
  },
  {
    kind: 'Barclays',
    csv: `
Number,Date,Account,Amount,Subcategory,Memo
 ,13/04/2023,20-00-00 12345678,-3.20,PAYMENT,COFFEE BAR ON 12 APR
 ,14/04/2023,20-00-00 12345678,50.00,DIRECTDEP,A PERSON
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 50.00'],
    first: { account: '20-00-00 12345678', description: 'COFFEE BAR ON 12 APR' },
  },
  {
    kind: 'HSBC without a header',
    csv: `
13/04/2023,COFFEE BAR LONDON,-3.20
14/04/2023,SALARY ACME,"1,500.00"
15/04/2023,GROCER LONDON,-6.80
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 1500.00', '2023-04-15 -6.80'],
    first: { description: 'COFFEE BAR LONDON' },
  },
  {
    kind: 'Lloyds',
    csv: `
Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance
13/04/2023,DEB,'30-00-00,12345678,COFFEE BAR,3.20,,96.80
14/04/2023,FPI,'30-00-00,12345678,A PERSON,,50.00,146.80
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 50.00'],
    first: { description: 'COFFEE BAR', account: '12345678' },
  },
  {
    kind: 'NatWest',
    csv: `
Date, Type, Description, Value, Balance, Account Name, Account Number

13/04/2023,POS,"'COFFEE BAR",-3.20,96.80,"'A PERSON","'600000-12345678",
14/04/2023,BAC,"'ACME SALARY",50.00,146.80,"'A PERSON","'600000-12345678",
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 50.00'],
  },
  {
    kind: 'Nationwide',
    encoding: 'latin1',
    csv: `
"Account Name:","FlexAccount ****12345"
"Account Balance:","\xa3146.80"
"Available Balance: ","\xa3246.80"

"Date","Transaction type","Description","Paid out","Paid in","Balance"
"13 Apr 2023","Visa purchase","COFFEE BAR","\xa33.20","","\xa396.80"
"14 Apr 2023","Transfer from","A PERSON","","\xa350.00","\xa3146.80"
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 50.00'],
  },
  {
    kind: 'Santander UK',
    csv: `
Date;;Type;;Description;;Amount;;Balance;
13/04/2023;;PURCHASE;;COFFEE BAR;;-3.20;;96.80;
14/04/2023;;CREDIT;;A PERSON;;50.00;;146.80;
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 50.00'],
  },
  {
    kind: 'American Express, which shows spending positive',
    csv: `
Date,Description,Card Member,Account #,Amount,Extended Details,Appears On Your Statement As,Address,Reference,Category
13/04/2023,COFFEE BAR,A PERSON,-11001,3.20,,COFFEE BAR,,'AT1',Restaurants
14/04/2023,PAYMENT RECEIVED - THANK YOU,A PERSON,-11001,-250.00,,,,'AT2',
15/04/2023,GROCER,A PERSON,-11001,46.80,,GROCER,,'AT3',Groceries
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 250.00', '2023-04-15 -46.80'],
  },
  {
    kind: 'Chase card',
    base: 'USD',
    csv: `
Transaction Date,Post Date,Description,Category,Type,Amount,Memo
04/13/2023,04/14/2023,COFFEE BAR,Food & Drink,Sale,-3.20,
04/14/2023,04/15/2023,Payment Thank You-Mobile,,Payment,250.00,
`,
    entries: ['2023-04-14 -3.20', '2023-04-15 250.00'],
  },
  {
    kind: 'Chase account',
    base: 'USD',
    csv: `
Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #
DEBIT,04/13/2023,"COFFEE BAR",-3.20,DEBIT_CARD,96.80,,
CREDIT,04/14/2023,"ACME PAYROLL",50.00,ACH_CREDIT,146.80,,
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 50.00'],
    first: { description: 'COFFEE BAR' },
  },
  {
    kind: 'Bank of America, with balances above',
    base: 'USD',
    csv: `
Description,,Summary Amt.
Beginning balance as of 04/01/2023,,"1,000.00"
Total credits,,"50.00"
Total debits,,"-3.20"
Ending balance as of 04/30/2023,,"1,046.80"

Date,Description,Amount,Running Bal.
04/01/2023,Beginning balance as of 04/01/2023,,"1,000.00"
04/13/2023,"COFFEE BAR","-3.20","996.80"
04/14/2023,"ACME PAYROLL","50.00","1,046.80"
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 50.00'],
    rejected: 0,
  },
  {
    kind: 'Wells Fargo without a header',
    base: 'USD',
    csv: `
"04/13/2023","-3.20","*","","COFFEE BAR"
"04/14/2023","50.00","*","","ACME PAYROLL"
"04/15/2023","-6.80","*","123","CHECK # 123"
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 50.00', '2023-04-15 -6.80'],
    first: { description: 'COFFEE BAR' },
  },
  {
    kind: 'Capital One',
    base: 'USD',
    csv: `
Transaction Date,Posted Date,Card No.,Description,Category,Debit,Credit
2023-04-12,2023-04-13,1234,COFFEE BAR,Dining,3.20,
2023-04-14,2023-04-14,1234,CAPITAL ONE ONLINE PYMT,Payment/Credit,,250.00
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 250.00'],
  },
  {
    kind: 'PayPal, gross, fee and net in two currencies',
    base: 'USD',
    csv: `
"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Balance"
"04/13/2023","09:00:00","PDT","Shop","Express Checkout Payment","Completed","USD","-10.00","0.00","-10.00","a@x","b@x","T1","90.00"
"04/14/2023","09:00:00","PDT","Buyer","Payment","Completed","EUR","20.00","-0.98","19.02","c@x","a@x","T2","19.02"
`,
    entries: ['2023-04-13 -10.00', '2023-04-14 19.02 EUR'],
    first: { payee: 'Shop', reference: 'T1' },
  },
  {
    kind: 'Wise',
    csv: `
TransferWise ID,Date,Amount,Currency,Description,Payment Reference,Running Balance,Exchange From,Exchange To,Exchange Rate,Payer Name,Payee Name,Payee Account Number,Merchant,Card Last Four Digits,Card Holder Full Name,Attachment,Note,Total fees
CARD-1,13-04-2023,-3.20,GBP,Card transaction,,96.80,,,,,,,Coffee Bar,1234,A Person,,,0.00
TRANSFER-2,14-04-2023,50.00,GBP,Received money,RENT,146.80,,,,A Friend,,,,,,,,0.00
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 50.00'],
  },
  {
    kind: 'Revolut',
    csv: `
Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance
CARD_PAYMENT,Current,2023-04-12 08:00:00,2023-04-13 09:00:00,Coffee Bar,-3.20,0.00,GBP,COMPLETED,96.80
TOPUP,Current,2023-04-14 08:00:00,2023-04-14 09:00:00,Top-up,50.00,0.00,GBP,COMPLETED,146.80
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 50.00'],
  },
  {
    kind: 'Citi, which writes credits as minus',
    base: 'USD',
    csv: `
Status,Date,Description,Debit,Credit
Cleared,04/13/2023,COFFEE BAR,3.20,
Cleared,04/14/2023,ONLINE PAYMENT,,-250.00
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 250.00'],
  },
]
