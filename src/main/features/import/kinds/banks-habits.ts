import type { Kind } from './try.ts'

/** What is easily read wrongly without a word: accounts that are the payee's, tables under tables, states, signs and mute columns. */
export const BANKS_HABITS: readonly Kind[] = [
  {
    kind: 'a file of all accounts, whose second table has columns of its own',
    base: 'EUR',
    encoding: 'latin1',
    csv: `
;
"Ums\xe4tze Girokonto";"Zeitraum: 01.01.2024 - 31.01.2024";
"Neuer Kontostand";"2.345,67 EUR";

"Buchungstag";"Wertstellung (Valuta)";"Vorgang";"Buchungstext";"Umsatz in EUR";
"31.01.2024";"31.01.2024";"Lastschrift";"Laden";"-45,10";
"30.01.2024";"30.01.2024";"Gutschrift";"ACME";"2.100,00";

"Alter Kontostand";"290,77 EUR";

"Ums\xe4tze Visa-Karte";"Zeitraum: 01.01.2024 - 31.01.2024";

"Buchungstag";"Umsatztag";"Vorgang";"Referenz";"Buchungstext";"Umsatz in EUR";
"28.01.2024";"27.01.2024";"Visa-Umsatz";"9912";"Taxi";"-20,00";
"Alter Kontostand";"0,00 EUR";
`,
    entries: ['2024-01-31 -45.10', '2024-01-30 2100.00'],
    rejected: 1,
  },
  {
    kind: 'a second table as wide as the first, whose columns stand in another order',
    csv: `
Date,Description,Amount
31/01/2024,SHOP,-45.10
30/01/2024,ACME,2100.00

Description,Date,Value
TAXI,28/01/2024,-20.00
Date,Description,Amount
27/01/2024,CAFE,-3.20
`,
    entries: ['2024-01-31 -45.10', '2024-01-30 2100.00', '2024-01-27 -3.20'],
    rejected: 1,
  },
  {
    kind: 'the payee’s account beside the own one',
    base: 'EUR',
    csv: `
Auftragskonto;Buchungstag;Buchungstext;Verwendungszweck;Beguenstigter/Zahlungspflichtiger;Kontonummer;BLZ;Betrag;Waehrung;Info
12345678;30.01.2024;LASTSCHRIFT;Strom;Stadtwerke;DE11;A;-1.084,20;EUR;Umsatz gebucht
12345678;31.01.2024;GUTSCHRIFT;Miete;H. Müller;DE12;B;950,00;EUR;Umsatz gebucht
`,
    entries: ['2024-01-30 -1084.20', '2024-01-31 950.00'],
    first: { account: '12345678', payee: 'Stadtwerke' },
  },
  {
    kind: 'only the payee’s account, which is no account of the statement',
    base: 'EUR',
    csv: `
Date,Payee,Account number,Transaction type,Payment reference,Amount (EUR)
2024-01-31,Shop,,Card,Lunch,-45.1
2024-01-30,ACME,DE11,Income,Salary,2100.0
`,
    entries: ['2024-01-31 -45.10', '2024-01-30 2100.00'],
    first: { description: 'Lunch' },
    lacks: ['account', 'document'],
  },
  {
    kind: 'several own accounts, named as cooperative banks do',
    base: 'EUR',
    csv: `
Bezeichnung Auftragskonto;IBAN Auftragskonto;Buchungstag;Valutadatum;Name Zahlungsbeteiligter;IBAN Zahlungsbeteiligter;Buchungstext;Verwendungszweck;Betrag;Waehrung;Saldo nach Buchung
Giro;DE1;31.01.2024;31.01.2024;Laden;DE2;Lastschrift;EC;-45,10;EUR;1054,90
Tagesgeld;DE9;30.01.2024;30.01.2024;Bank;;Zinsen;Zins;1,23;EUR;101,23
Giro;DE1;30.01.2024;30.01.2024;ACME;DE3;Gutschrift;Lohn;2100,00;EUR;1100,00
`,
    entries: ['2024-01-31 -45.10', '2024-01-30 1.23', '2024-01-30 2100.00'],
    first: { account: 'Giro', payee: 'Laden' },
  },
  {
    kind: 'a wallet whose products are its accounts, with a row that has no date yet',
    csv: `
Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance
CARD,Current,2024-01-13 10:11:12,2024-01-15 03:00:00,Cafe,-4.50,0.00,GBP,COMPLETED,95.50
CARD,Current,2024-01-17 10:00:00,,Hotel,-40.00,0.00,GBP,PENDING,
TOPUP,Savings,2024-01-20 10:00:00,2024-01-20 10:00:05,Top-up,10.00,0.00,GBP,COMPLETED,10.00
`,
    entries: ['2024-01-15 -4.50', '2024-01-20 10.00'],
    first: { account: 'Current' },
    rejected: 1,
  },
  {
    kind: 'an Italian bank that says what is not booked yet',
    base: 'EUR',
    csv: `
Data;Operazione;Contabilizzazione;Valuta;Importo
31/01/2024;SPESA;CONTABILIZZATO;EUR;-1.045,10
01/02/2024;BAR;NON CONTABILIZZATO;EUR;-3,20
`,
    entries: ['2024-01-31 -1045.10'],
    first: { description: 'SPESA' },
    rejected: 1,
  },
  {
    kind: 'a column of text that nobody listed, without any other',
    base: 'CHF',
    csv: `
Datum;Meldung der Bank;Gutschrift in CHF;Lastschrift in CHF
31.01.2024;KAUF IM LADEN;;-1'045.10
30.01.2024;GUTSCHRIFT ACME;2'100.00;
`,
    entries: ['2024-01-31 -1045.10', '2024-01-30 2100.00'],
    first: { description: 'KAUF IM LADEN' },
  },
  {
    kind: 'signs behind the digits, both of them',
    base: 'EUR',
    csv: `
Datum;Text;Betrag
31.01.2024;Laden;1.045,10-
30.01.2024;ACME;2.100,00+
`,
    entries: ['2024-01-31 -1045.10', '2024-01-30 2100.00'],
  },
  {
    kind: 'the bank’s balance of today on every row, and a supplier that it found',
    base: 'EUR',
    csv: `
dateOp;dateVal;label;category;supplierFound;amount;accountLabel;accountbalance
2024-01-31;2024-01-31;CARTE LADEN;Courses;laden;-1 045,10;COMPTE;1054.90
2024-01-30;2024-01-30;VIR ACME;Virements;;2 100,00;COMPTE;1054.90
`,
    entries: ['2024-01-31 -1045.10', '2024-01-30 2100.00'],
    reads: 'personal',
    first: { account: 'COMPTE', description: 'CARTE LADEN' },
  },
  {
    kind: 'the amount in the account’s currency beside the one that was paid',
    base: 'EUR',
    csv: `
Date,Description,Amount,Currency,Amount in account currency,Account currency
2024-01-31,Hotel,-199.00,CHF,-212.33,EUR
2024-01-30,ACME,2100.00,EUR,2100.00,EUR
`,
    entries: ['2024-01-31 -212.33', '2024-01-30 2100.00'],
  },
  {
    kind: 'a broker’s trades, whose price is one share’s',
    base: 'USD',
    csv: `
Symbol,Date/Time,Quantity,T. Price,Proceeds,Comm/Fee
AAPL,"2024-01-31, 10:11:12",10,100.25,-1002.5,-1
AAPL,"2024-01-30, 10:11:12",-5,110,550,-1
`,
    entries: ['2024-01-31 -1002.50', '2024-01-30 550.00'],
  },
  {
    kind: 'debits as minus, but for one reversal, and the first of a month in French',
    base: 'EUR',
    csv: `
Date;Libellé;Débit;Crédit
31 janvier 2024;LOYER;-1000,00;
30 janvier 2024;EAU;-10,00;
29 janvier 2024;ANNULATION;1000,00;
1er janvier 2024;SALAIRE;;2100,00
`,
    entries: ['2024-01-31 -1000.00', '2024-01-30 -10.00', '2024-01-29 1000.00', '2024-01-01 2100.00'],
  },
  {
    kind: 'the other side’s number as a column of its own, and the holder’s name',
    base: 'EUR',
    csv: `
Rekeningnummer;Naam;Datum;Omschrijving;Bedrag;Tegenpartij;Naam tegenpartij
BE11;JAN;31/01/2024;BETALING;-45,10;NL22INGB0001234567;Winkel
BE11;JAN;30/01/2024;OVERSCHRIJVING;2100,00;NL33INGB0001234567;ACME
`,
    entries: ['2024-01-31 -45.10', '2024-01-30 2100.00'],
    first: { account: 'BE11', payee: 'Winkel' },
  },
  {
    kind: 'the original amount’s currency beside an amount that has none',
    base: 'EUR',
    csv: `
Buchungsdatum;Zahlungspartner;Verwendungszweck;Betrag;Betrag ursprünglich;Währung ursprünglich
31.01.2024;Laden;x;-45,10;-49,00;USD
30.01.2024;ACME;y;2.100,00;2.100,00;EUR
`,
    entries: ['2024-01-31 -45.10', '2024-01-30 2100.00'],
    first: { payee: 'Laden' },
  },
  {
    kind: 'a word where the date will be',
    base: 'EUR',
    csv: `
Buchungstag;Buchungstext;Umsatz in EUR
offen;Handy AG;-19,99
31.01.2024;Laden;-45,10
30.01.2024;ACME;2.100,00
29.01.2024;Kiosk;-1,00
`,
    entries: ['2024-01-31 -45.10', '2024-01-30 2100.00', '2024-01-29 -1.00'],
    rejected: 1,
  },
  {
    kind: 'a Danish bank with a row that waits',
    base: 'DKK',
    csv: `
"Dato";"Tekst";"Beløb";"Saldo";"Status"
"31.01.2024";"NETTO";"-45,10";"1.054,90";"Udført"
"30.01.2024";"ACME";"2.100,00";"1.100,00";"Udført"
"01.02.2024";"IRMA";"-10,00";"";"Venter"
`,
    entries: ['2024-01-31 -45.10', '2024-01-30 2100.00'],
    rejected: 1,
  },
  {
    kind: 'a Polish bank that marks its headers, with the currency behind each amount',
    base: 'PLN',
    csv: `
#Za okres:;
01.01.2024;31.01.2024;
#Waluta;#Wpływy;#Wydatki;
PLN;2 100,00;-1 045,10;

#Data operacji;#Opis operacji;#Rachunek;#Kategoria;#Kwota;
2024-01-31;"SKLEP";"eKonto 1111";"Żywność";-1 045,10 PLN;;
2024-01-30;"ACME";"eKonto 1111";"Wynagrodzenie";2 100,00 PLN;;
`,
    entries: ['2024-01-31 -1045.10', '2024-01-30 2100.00'],
    first: { account: 'eKonto 1111', category: 'Żywność' },
  },
]

/** Lists of a ledger as its program prints them. */
export const LEDGER_HABITS: readonly Kind[] = [
  {
    kind: 'a printed list of SAP, with rules, marks and starred totals',
    profile: 'ledger',
    base: 'EUR',
    csv: `
Sachkonto        400000           Rohstoffe
-----------------------------------------------------------------------------------
|St|Belegnr   |Art|Belegdatum|Buch.dat. |BS|Betrag in HW   |HWähr|Text    |Kostenst.|
-----------------------------------------------------------------------------------
|x |5100000001|KR |12.01.2024|13.01.2024|40|     1.234,56 |EUR |Papier  |C100 |
|x |5100000002|KR |12.01.2024|14.01.2024|50|       234,56-|EUR |Storno  |C100 |
-----------------------------------------------------------------------------------
|* Konto 400000|     |          |          |  |     1.000,00 |EUR |        |     |
`,
    entries: ['2024-01-13 1234.56', '2024-01-14 -234.56'],
    first: { document: '5100000001', cost_centre: 'C100' },
  },
  {
    kind: 'a vendor’s number beside its name, as SAP calls both',
    profile: 'ledger',
    base: 'EUR',
    csv: `
Buchungskreis;Hauptbuchkonto;Buchungsdatum;Belegnummer;S/H;Betrag in HW;Kreditor;Name 1
1000;0000400000;31.12.2023;51;S;1.234,56;100001;Alpha AG
1000;0000400000;31.12.2023;52;H;234,56;100002;Beta AG
`,
    entries: ['2023-12-31 1234.56', '2023-12-31 -234.56'],
    first: { payee: 'Alpha AG', account: '0000400000' },
  },
  {
    kind: 'brackets behind the sign of the pound',
    profile: 'ledger',
    csv: `
Body Name,Date,Transaction Number,Amount,Supplier Name
Anytown,31-Jan-24,1001," £1,234.56 ",Alpha Ltd
Anytown,31-Jan-24,1002," £(34.56)",Alpha Ltd
,,Total," £1,200.00 ",
`,
    entries: ['2024-01-31 1234.56', '2024-01-31 -34.56'],
  },
]
