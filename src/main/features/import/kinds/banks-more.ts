import type { Kind } from './try.ts'

/** Further layouts, and those whose rows say more than an amount: fees beside it, states, amounts turned round. */
export const BANKS_MORE: readonly Kind[] = [
  {
    kind: 'Revolut with fees, and rows that were never booked',
    csv: `
Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance
TOPUP,Current,2024-03-01 08:00:00,2024-03-01 08:00:05,Top-up,100.00,0.00,GBP,COMPLETED,100.00
EXCHANGE,Current,2024-03-02 09:00:00,2024-03-02 09:00:01,Exchanged to EUR,-40.00,0.40,GBP,COMPLETED,59.60
CARD_PAYMENT,Current,2024-03-03 10:00:00,,Hotel,-150.00,0.00,GBP,REVERTED,
ATM,Current,2024-03-04 11:00:00,2024-03-05 02:00:00,Cash at Bank,-20.00,1.50,GBP,COMPLETED,38.10
CARD_PAYMENT,Current,2024-03-06 10:00:00,,Corner Shop,-3.20,0.00,GBP,PENDING,
`,
    entries: ['2024-03-01 100.00', '2024-03-02 -40.40', '2024-03-05 -21.50'],
    rejected: 2,
  },
  {
    kind: 'Wise, whose amounts have the fees in them',
    csv: `
TransferWise ID,Date,Amount,Currency,Description,Payment Reference,Running Balance,Exchange From,Exchange To,Exchange Rate,Payer Name,Payee Name,Payee Account Number,Merchant,Card Last Four Digits,Card Holder Full Name,Attachment,Note,Total fees
TRANSFER-2,14-03-2024,-100.53,GBP,Sent money to A Person,,399.47,,,,,A Person,,,,,,,0.53
TRANSFER-1,13-03-2024,500.00,GBP,Received money from Acme,,500.00,,,,Acme,,,,,,,,0.00
`,
    entries: ['2024-03-14 -100.53', '2024-03-13 500.00'],
  },
  {
    kind: 'PayPal in German, with gross, fee and net',
    base: 'EUR',
    csv: `
"Datum","Uhrzeit","Zeitzone","Name","Typ","Status","Währung","Brutto","Gebühr","Netto","Absender E-Mail-Adresse","Empfänger E-Mail-Adresse","Transaktionscode","Guthaben"
"13.03.2024","09:00:00","CET","Laden","Handyzahlung","Abgeschlossen","EUR","-10,00","0,00","-10,00","a@x","b@x","T1","90,00"
"14.03.2024","09:00:00","CET","Käufer","Zahlung","Abgeschlossen","EUR","20,00","-0,98","19,02","c@x","a@x","T2","109,02"
"15.03.2024","09:00:00","CET","Käufer","Zahlung","Ausstehend","EUR","7,00","-0,50","6,50","c@x","a@x","T3","109,02"
`,
    entries: ['2024-03-13 -10.00', '2024-03-14 19.02'],
    rejected: 1,
  },
  {
    kind: 'a shop’s wallet whose fees nothing settles',
    csv: `
Date,Description,Amount,Fee,Currency
2024-03-13,Order 1,10.00,0.30,GBP
2024-03-14,Order 2,-4.00,0.00,GBP
`,
    asks: ['fee:3'],
  },
  {
    kind: 'the same wallet, answered',
    csv: `
Date,Description,Amount,Fee,Currency
2024-03-13,Order 1,10.00,0.30,GBP
2024-03-14,Order 2,-4.00,0.00,GBP
`,
    answers: { 'fee:3': 'beside' },
    entries: ['2024-03-13 9.70', '2024-03-14 -4.00'],
  },
  {
    kind: 'DKB with rows that are only announced',
    base: 'EUR',
    csv: `
"Girokonto";"DE12345678901234567890"

"Kontostand vom 15.03.2024:";"1.946,80 €"

"Buchungsdatum";"Wertstellung";"Status";"Zahlungspflichtige*r";"Zahlungsempfänger*in";"Verwendungszweck";"Umsatztyp";"IBAN";"Betrag (€)";"Gläubiger-ID";"Mandatsreferenz";"Kundenreferenz"
"15.03.24";"";"Vorgemerkt";"A. Person";"Markt";"VISA";"Ausgang";"";"-9,00";"";"";""
"14.03.24";"14.03.24";"Gebucht";"Acme";"A. Person";"Gehalt";"Eingang";"DE02";"2.000,00";"";"";""
"13.03.24";"13.03.24";"Gebucht";"A. Person";"Bäckerei";"VISA";"Ausgang";"DE01";"-3,20";"";"";""
`,
    entries: ['2024-03-14 2000.00', '2024-03-13 -3.20'],
    rejected: 1,
  },
  {
    kind: 'Sparkasse, whose column Info says what is booked',
    base: 'EUR',
    encoding: 'latin1',
    csv: `
"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Glaeubiger ID";"Mandatsreferenz";"Kundenreferenz (End-to-End)";"Sammlerreferenz";"Lastschrift Ursprungsbetrag";"Auslagenersatz Ruecklastschrift";"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung";"Info"
"DE01";"15.03.24";"15.03.24";"KARTENZAHLUNG";"Kauf";"";"";"";"";"";"";"Markt";"DE02";"X";"-9,00";"EUR";"Umsatz vorgemerkt"
"DE01";"14.03.24";"14.03.24";"LOHN";"Gehalt";"";"";"";"";"";"";"Acme";"DE03";"X";"2.000,00";"EUR";"Umsatz gebucht"
"DE01";"13.03.24";"13.03.24";"KARTENZAHLUNG";"Kauf";"";"";"";"";"";"";"Bäckerei";"DE04";"X";"-3,20";"EUR";"Umsatz gebucht"
`,
    entries: ['2024-03-14 2000.00', '2024-03-13 -3.20'],
    first: { account: 'DE01', payee: 'Acme' },
    rejected: 1,
  },
  {
    kind: 'PostFinance with a preamble, two sides and the newest on top',
    base: 'CHF',
    csv: `
Datum von:;="2024-03-01"
Datum bis:;="2024-03-31"
Konto:;="CH1234567890123456789"
Währung:;="CHF"

Datum;Bewegungstyp;Avisierungstext;Gutschrift in CHF;Lastschrift in CHF;Label;Kategorie
14.03.2024;Gutschrift;GUTSCHRIFT ACME;2'000.00;;;Einkommen
13.03.2024;Lastschrift;KAUF BÄCKEREI;;-3.20;;Essen

Disclaimer:
Der Dokumentinhalt wurde durch Filtereinstellungen der Kundinnen und Kunden generiert.
`,
    entries: ['2024-03-14 2000.00', '2024-03-13 -3.20'],
  },
  {
    kind: 'Santander in Spain, with a preamble',
    base: 'EUR',
    csv: `
Cuenta;ES12 0049 0000 0000 0000 0000
Titular;A PERSON

Fecha operación;Fecha valor;Concepto;Importe EUR;Saldo
14/03/2024;14/03/2024;Nomina Acme;2.000,00;2.096,80
13/03/2024;13/03/2024;Compra Panaderia;-3,20;96,80
`,
    entries: ['2024-03-14 2000.00', '2024-03-13 -3.20'],
  },
  {
    kind: 'N26 as it is now',
    base: 'EUR',
    csv: `
"Booking Date","Value Date","Partner Name","Partner Iban",Type,"Payment Reference","Account Name","Amount (EUR)","Original Amount","Original Currency","Exchange Rate"
2024-03-13,2024-03-13,"Coffee Bar",,Presentment,-,"Main Account",-3.2,-3.5,USD,0.9142
2024-03-14,2024-03-14,Acme,DE01,"Credit Transfer",Salary,"Main Account",2000.0,,,
`,
    entries: ['2024-03-13 -3.20', '2024-03-14 2000.00'],
    first: { payee: 'Coffee Bar' },
  },
  {
    kind: 'Boursorama, headers run together',
    base: 'EUR',
    csv: `
dateOp;dateVal;label;category;categoryParent;supplierFound;amount;comment;accountNum;accountLabel;accountbalance
2024-03-13;2024-03-13;"CARTE 12/03/24 BOULANGERIE";"Alimentation";"Vie quotidienne";"boulangerie";-3,20;;00012345678;"Compte";2096.80
2024-03-14;2024-03-14;"VIR Salaire";"Salaire";"Revenus";"acme";2 000,00;;00012345678;"Compte";4096.80
`,
    entries: ['2024-03-13 -3.20', '2024-03-14 2000.00'],
  },
  {
    kind: 'a German American Express, spending as plus',
    base: 'EUR',
    csv: `
Datum,Beschreibung,Karteninhaber,Konto #,Betrag,Weitere Details,Erscheint auf Ihrer Abrechnung als,Adresse,Betreff,Kategorie
13/03/2024,BÄCKEREI,A PERSON,-11001,"3,20",,BÄCKEREI,,'AT1',Essen
14/03/2024,ZAHLUNG ERHALTEN. BESTEN DANK.,A PERSON,-11001,"-250,00",,,,'AT2',
15/03/2024,MARKT,A PERSON,-11001,"46,80",,MARKT,,'AT3',Essen
`,
    entries: ['2024-03-13 -3.20', '2024-03-14 250.00', '2024-03-15 -46.80'],
  },
]
