import type { Kind } from './try.ts'

/** Statements from the rest of the world, and cards that show spending positive. */
export const BANKS_OTHERS: readonly Kind[] = [
  {
    kind: 'Rabobank',
    base: 'EUR',
    csv: `
"IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn","Tegenrekening IBAN/BBAN","Naam tegenpartij","Naam uiteindelijke partij","Naam initiërende partij","BIC tegenpartij","Code","Batch ID","Transactiereferentie","Machtigingskenmerk","Incassant ID","Betalingskenmerk","Omschrijving-1","Omschrijving-2","Omschrijving-3","Reden retour","Oorspr bedrag","Oorspr munt","Koers"
"NL00RABO","EUR","RABONL2U","000000000000000001","2023-04-13","2023-04-13","-3,20","+96,80","NL01","Koffiebar","","","","bc","","","","","","Koffie","","","","","",""
"NL00RABO","EUR","RABONL2U","000000000000000002","2023-04-14","2023-04-14","+50,00","+146,80","NL02","Een Persoon","","","","cb","","","","","","Huur","","","","","",""
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 50.00'],
    first: { payee: 'Koffiebar', description: 'Koffie' },
  },
  {
    kind: 'ABN AMRO without a header',
    base: 'EUR',
    csv: '123456789\tEUR\t20230413\t100,00\t96,80\t20230413\t-3,20\tBEA Koffiebar AMSTERDAM\n123456789\tEUR\t20230414\t96,80\t146,80\t20230414\t50,00\tSEPA Overboeking Een Persoon\n123456789\tEUR\t20230415\t146,80\t140,00\t20230415\t-6,80\tBEA Supermarkt AMSTERDAM\n',
    entries: ['2023-04-13 -3.20', '2023-04-14 50.00', '2023-04-15 -6.80'],
  },
  {
    kind: 'ING in the Netherlands',
    base: 'EUR',
    csv: `
"Datum","Naam / Omschrijving","Rekening","Tegenrekening","Code","Af Bij","Bedrag (EUR)","Mutatiesoort","Mededelingen"
"20230413","Koffiebar","NL00INGB","","BA","Af","3,20","Betaalautomaat","Pasvolgnr 1"
"20230414","Een Persoon","NL00INGB","NL01","OV","Bij","1050,00","Overschrijving","Huur"
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 1050.00'],
    first: { payee: 'Koffiebar', account: 'NL00INGB' },
  },
  {
    kind: 'BNP Paribas',
    base: 'EUR',
    encoding: 'latin1',
    csv: `
Compte de ch\xe8ques;Compte de ch\xe8ques;****1234;30/04/2023;;1 046,80
13/04/2023;Carte;Paiement;FACTURE CARTE CAFE;-3,20
14/04/2023;Virement;Virement re\xe7u;VIR ACME SALAIRE;1 050,00
15/04/2023;Carte;Paiement;FACTURE CARTE EPICERIE;-6,80
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 1050.00', '2023-04-15 -6.80'],
    rejected: 1,
  },
  {
    kind: 'Crédit Agricole',
    base: 'EUR',
    csv: `
Téléchargement du 30/04/2023;
Monsieur Untel
Compte de Dépôt carte n° 00000000000;
Solde au 30/04/2023 1 046,80 €

Liste des opérations du compte entre le 01/04/2023 et le 30/04/2023;

Date;Libellé;Débit euros;Crédit euros;
13/04/2023;"PAIEMENT PAR CARTE
CAFE";3,20;;
14/04/2023;"VIREMENT EN VOTRE FAVEUR
ACME";;1 050,00;
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 1050.00'],
  },
  {
    kind: 'CaixaBank',
    base: 'EUR',
    csv: `
Fecha;Fecha valor;Movimiento;Más datos;Importe;Saldo
13/04/2023;13/04/2023;CAFETERIA;Tarjeta;-3,20;1.096,80
14/04/2023;14/04/2023;NOMINA;ACME;1.050,00;2.146,80
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 1050.00'],
    first: { description: 'CAFETERIA' },
  },
  {
    kind: 'UBS',
    base: 'CHF',
    csv: `
Kontonummer:;0000 00000000.00;
IBAN:;CH00;
Von:;2023-04-01;
Bis:;2023-04-30;
Anfangssaldo:;1000.00;
Schlusssaldo:;2046.80;
Bewertet in:;CHF;
Anzahl Transaktionen in diesem Zeitraum:;2;

Abschlussdatum;Abschlusszeit;Buchungsdatum;Valutadatum;Währung;Belastung;Gutschrift;Einzelbetrag;Saldo;Transaktions-Nr.;Beschreibung1;Beschreibung2;Beschreibung3;Fussnoten;
2023-04-14;;2023-04-14;2023-04-14;CHF;;1'050.00;;2'046.80;T2;"ACME";"Lohn";;;
2023-04-13;10:00:00;2023-04-13;2023-04-13;CHF;-3.20;;;996.80;T1;"Kaffeehaus";"Karte";;;
`,
    entries: ['2023-04-14 1050.00', '2023-04-13 -3.20'],
  },
  {
    kind: 'Swedbank',
    base: 'SEK',
    encoding: 'latin1',
    csv: `
* Transaktionsrapport Period 2023-04-01 - 2023-04-30
Radnummer,Clearingnummer,Kontonummer,Produkt,Valuta,Bokf\xf6ringsdag,Transaktionsdag,Valutadag,Referens,Beskrivning,Belopp,Bokf\xf6rt saldo
1,81059,1234567,Privatkonto,SEK,2023-04-14,2023-04-14,2023-04-14,L\xf6n,ACME,1050.00,2046.80
2,81059,1234567,Privatkonto,SEK,2023-04-13,2023-04-12,2023-04-13,Kaffe,KAFFEBAR,-3.20,996.80
`,
    entries: ['2023-04-14 1050.00', '2023-04-13 -3.20'],
    first: { description: 'ACME' },
  },
  {
    kind: 'Nordea',
    base: 'SEK',
    csv: `
Bokföringsdag;Belopp;Avsändare;Mottagare;Namn;Rubrik;Saldo;Valuta
2023/04/14;1050,00;;1234;ACME;Lön;2046,80;SEK
2023/04/13;-3,20;1234;;;Kaffebar;996,80;SEK
`,
    entries: ['2023-04-14 1050.00', '2023-04-13 -3.20'],
  },
  {
    kind: 'CommBank without a header',
    base: 'AUD',
    csv: `
14/04/2023,"+1050.00","Salary ACME","+2046.80"
13/04/2023,"-3.20","COFFEE BAR SYDNEY","+996.80"
12/04/2023,"-10.00","GROCER SYDNEY","+1000.00"
`,
    entries: ['2023-04-14 1050.00', '2023-04-13 -3.20', '2023-04-12 -10.00'],
    first: { description: 'Salary ACME' },
  },
  {
    kind: 'ANZ without a header',
    base: 'AUD',
    csv: `
14/04/2023,1050.00,ACME SALARY
13/04/2023,-3.20,COFFEE BAR SYDNEY
`,
    entries: ['2023-04-14 1050.00', '2023-04-13 -3.20'],
  },
  {
    kind: 'TD without a header',
    base: 'CAD',
    csv: `
04/13/2023,COFFEE BAR,3.20,,996.80
04/14/2023,ACME PAY,,1050.00,2046.80
04/15/2023,GROCER,6.80,,2040.00
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 1050.00', '2023-04-15 -6.80'],
  },
  {
    kind: 'RBC with a column for each currency',
    base: 'CAD',
    csv: `
"Account Type","Account Number","Transaction Date","Cheque Number","Description 1","Description 2","CAD$","USD$"
Chequing,00000-1234567,4/13/2023,,"COFFEE BAR","",-3.20,,
Chequing,00000-1234567,4/14/2023,,"ACME PAY","",1050.00,,
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 1050.00'],
  },
  {
    kind: 'a card that marks credits with CR',
    csv: `
Date,Details,Amount
13/04/2023,COFFEE BAR,3.20
14/04/2023,PAYMENT - THANK YOU,250.00 CR
15/04/2023,GROCER,46.80
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 250.00', '2023-04-15 -46.80'],
  },
  {
    kind: 'Halifax card',
    csv: `
Date,Date entered,Reference,Description,Amount,
13/04/2023,14/04/2023,10001,COFFEE BAR,3.20,
14/04/2023,15/04/2023,10002,DIRECT DEBIT PAYMENT - THANK YOU,-250.00,
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 250.00'],
  },
  {
    kind: 'Discover card',
    base: 'USD',
    csv: `
Trans. Date,Post Date,Description,Amount,Category
04/13/2023,04/14/2023,COFFEE BAR,3.20,Restaurants
04/14/2023,04/14/2023,INTERNET PAYMENT - THANK YOU,-250.00,Payments and Credits
04/15/2023,04/16/2023,GROCER,46.80,Supermarkets
`,
    entries: ['2023-04-14 -3.20', '2023-04-14 250.00', '2023-04-16 -46.80'],
  },
  {
    kind: 'Italian dare and avere',
    base: 'EUR',
    csv: `
Data;Descrizione;Dare;Avere
13/04/2023;BAR;3,20;
14/04/2023;STIPENDIO;;1.050,00
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 1050.00'],
  },
  {
    kind: 'DNB in Norway',
    base: 'NOK',
    csv: `
Dato;Forklaring;Rentedato;Ut fra konto;Inn på konto
13.04.2023;KAFFE;13.04.2023;3,20;
14.04.2023;LØNN;14.04.2023;;1.050,00
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 1050.00'],
    first: { description: 'KAFFE' },
  },
  {
    kind: 'a wallet whose types tell the side only in part',
    csv: `
Date,Type,Asset,Amount
13/04/2023,Deposit,GBP,50.00
14/04/2023,Withdrawal,GBP,3.20
15/04/2023,Staking,GBP,1.00
`,
    asks: ['sign:1'],
  },
  {
    kind: 'a Spanish bank that writes months as words, and a balance',
    profile: 'personal',
    base: 'EUR',
    csv: `
Fecha;Concepto;Importe;Saldo
05-ene-2024;CAFÉ;-1.234,56;100,00
15 feb 2024;NÓMINA;12,00;112,00
3 de marzo de 2024;ABONO;1,00;113,00
`,
    entries: ['2024-01-05 -1234.56', '2024-02-15 12.00', '2024-03-03 1.00'],
  },
  {
    kind: 'a French bank with short months and thin spaces',
    profile: 'personal',
    base: 'EUR',
    csv: `
Date;Libellé;Débit;Crédit
05 janv. 2024;CAFÉ;1\u202f234,56;
15 févr. 2024;VIREMENT;;12,00
3 août 2024;VIREMENT;;1,00
`,
    entries: ['2024-01-05 -1234.56', '2024-02-15 12.00', '2024-08-03 1.00'],
  },
  {
    kind: 'an Indian bank with lakhs and its short headers',
    profile: 'personal',
    base: 'INR',
    csv: `
Date,Narration,Withdrawal Amt.,Deposit Amt.,Closing Balance
31/03/24,RENT,"1,23,456.00",,"1,00,000.00"
01/04/24,REFUND,,100.00,"1,00,100.00"
`,
    entries: ['2024-03-31 -123456.00', '2024-04-01 100.00'],
  },
  {
    kind: 'columns called as objects’ own things are',
    profile: 'personal',
    csv: `
Date,__proto__,constructor,toString,Amount
31/01/2024,a,b,c,-10.00
`,
    entries: ['2024-01-31 -10.00'],
  },
]
