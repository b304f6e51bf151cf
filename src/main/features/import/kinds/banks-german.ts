import type { Kind } from './try.ts'

/** Statements as German banks export them. */
export const BANKS_GERMAN: readonly Kind[] = [
  {
    kind: 'N26',
    base: 'EUR',
    csv: `
"Booking Date","Value Date","Partner Name","Partner Iban",Type,"Payment Reference","Account Name","Amount (EUR)","Original Amount","Original Currency","Exchange Rate"
2023-04-13,2023-04-12,"Coffee Bar",,Presentment,,"Main Account",-3.20,-3.20,EUR,1
2023-04-14,2023-04-14,"A Person",DE00,"Credit Transfer","Rent","Main Account",50.00,,,
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 50.00'],
    first: { payee: 'Coffee Bar', account: 'Main Account' },
  },
  {
    kind: 'DKB',
    base: 'EUR',
    csv: `
"Girokonto";"DE00000000000000000000"
""
"Kontostand vom 30.04.2023:";"1.046,80 €"
""
"Buchungsdatum";"Wertstellung";"Status";"Zahlungspflichtige*r";"Zahlungsempfänger*in";"Verwendungszweck";"Umsatztyp";"IBAN";"Betrag (€)";"Gläubiger-ID";"Mandatsreferenz";"Kundenreferenz"
"13.04.23";"13.04.23";"Gebucht";"A PERSON";"Kaffeehaus";"Karte";"Ausgang";"DE01";"-3,20";"";"";"K1"
"14.04.23";"14.04.23";"Gebucht";"ACME";"A PERSON";"Gehalt";"Eingang";"DE02";"1.050,00";"";"";"K2"
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 1050.00'],
    first: { payee: 'Kaffeehaus', description: 'Karte' },
  },
  {
    kind: 'DKB as it was before',
    base: 'EUR',
    encoding: 'latin1',
    csv: `
"Kontonummer:";"DE00 / Girokonto";

"Von:";"01.04.2023";
"Bis:";"30.04.2023";
"Kontostand vom 30.04.2023:";"1.046,80 EUR";

"Buchungstag";"Wertstellung";"Buchungstext";"Auftraggeber / Beg\xfcnstigter";"Verwendungszweck";"Kontonummer";"BLZ";"Betrag (EUR)";"Gl\xe4ubiger-ID";"Mandatsreferenz";"Kundenreferenz";
"13.04.2023";"13.04.2023";"Kartenzahlung";"Kaffeehaus";"Dank";"DE01";"BYLA";"-3,20";"";"";"";
"14.04.2023";"14.04.2023";"Lohn, Gehalt";"ACME";"Gehalt";"DE02";"BYLA";"1.050,00";"";"";"";
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 1050.00'],
    first: { payee: 'Kaffeehaus' },
  },
  {
    kind: 'Sparkasse, CAMT as CSV',
    base: 'EUR',
    encoding: 'latin1',
    csv: `
"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Verwendungszweck";"Glaeubiger ID";"Mandatsreferenz";"Kundenreferenz (End-to-End)";"Sammlerreferenz";"Lastschrift Ursprungsbetrag";"Auslagenersatz Ruecklastschrift";"Beguenstigter/Zahlungspflichtiger";"Kontonummer/IBAN";"BIC (SWIFT-Code)";"Betrag";"Waehrung";"Info"
"DE00";"13.04.23";"13.04.23";"KARTENZAHLUNG";"Kaffee";"";"";"";"";"";"";"Kaffeehaus";"DE01";"AAAA";"-3,20";"EUR";"Umsatz gebucht"
"DE00";"14.04.23";"14.04.23";"LOHN GEHALT";"Gehalt";"";"";"";"";"";"";"ACME";"DE02";"AAAA";"1050,00";"EUR";"Umsatz gebucht"
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 1050.00'],
    first: { payee: 'Kaffeehaus', account: 'DE00', description: 'Kaffee' },
  },
  {
    kind: 'ING in Germany',
    base: 'EUR',
    encoding: 'latin1',
    csv: `
Umsatzanzeige;Datei erstellt am: 30.04.2023 10:00

IBAN;DE00
Kontoname;Girokonto
Bank;ING
Kunde;A Person
Zeitraum;01.04.2023 - 30.04.2023
Saldo;1.046,80;EUR

Sortierung;Datum absteigend

Buchung;Valuta;Auftraggeber/Empf\xe4nger;Buchungstext;Verwendungszweck;Saldo;W\xe4hrung;Betrag;W\xe4hrung
14.04.2023;14.04.2023;ACME;Gehalt/Rente;Gehalt April;1.046,80;EUR;1.050,00;EUR
13.04.2023;13.04.2023;Kaffeehaus;Lastschrift;Kaffee;-3,20;EUR;-3,20;EUR
`,
    entries: ['2023-04-14 1050.00', '2023-04-13 -3.20'],
    first: { payee: 'ACME' },
  },
  {
    kind: 'Comdirect',
    base: 'EUR',
    encoding: 'latin1',
    csv: `
;
"Ums\xe4tze Girokonto ";"Zeitraum: 30 Tage";
"Neuer Kontostand";"1.046,80 EUR";

"Buchungstag";"Wertstellung (Valuta)";"Vorgang";"Buchungstext";"Umsatz in EUR";
"14.04.2023";"14.04.2023";"\xdcbertrag / \xdcberweisung";" Auftraggeber: ACME Buchungstext: Gehalt";"1.050,00";
"13.04.2023";"13.04.2023";"Lastschrift / Belastung";" Kaffeehaus";"-3,20";
"Alter Kontostand";"0,00 EUR";
`,
    entries: ['2023-04-14 1050.00', '2023-04-13 -3.20'],
  },
  {
    kind: 'Postbank',
    base: 'EUR',
    csv: `
Umsätze
Konto;Filial-/Kontonummer;IBAN;Währung
Giro;000 1234567 00;DE00;EUR

1.4.2023 - 30.4.2023
Letzter Kontostand;;;;1.046,80;EUR
Vorgemerkte und noch nicht gebuchte Umsätze sind nicht Bestandteil dieser Übersicht.
Buchungstag;Wert;Umsatzart;Begünstigter / Auftraggeber;Verwendungszweck;IBAN / Kontonummer;BIC;Kundenreferenz;Mandatsreferenz;Gläubiger ID;Fremde Gebühren;Betrag;Abweichender Empfänger;Anzahl der Aufträge;Anzahl der Schecks;Soll;Haben;Währung
14.4.2023;14.4.2023;Gutschrift;ACME;Gehalt;DE02;;;;;;1.050,00;;;;;1.050,00;EUR
13.4.2023;13.4.2023;Kartenzahlung;Kaffeehaus;Kaffee;DE01;;;;;;-3,20;;;;-3,20;;EUR
Kontostand;30.4.2023;;;1.046,80;EUR
`,
    entries: ['2023-04-14 1050.00', '2023-04-13 -3.20'],
  },
  {
    kind: 'Commerzbank',
    base: 'EUR',
    csv: `
Buchungstag;Wertstellung;Umsatzart;Buchungstext;Betrag;Währung;Auftraggeberkonto;Bankleitzahl Auftraggeberkonto;IBAN Auftraggeberkonto;Kategorie
13.04.2023;13.04.2023;Lastschrift;Kaffeehaus;-3,20;EUR;1234567;10000000;DE00;Essen
14.04.2023;14.04.2023;Gutschrift;ACME Gehalt;1050,00;EUR;1234567;10000000;DE00;Gehalt
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 1050.00'],
    first: { category: 'Essen', description: 'Kaffeehaus' },
  },
  {
    kind: 'Volksbank with a Soll/Haben mark',
    base: 'EUR',
    csv: `
Buchungstag;Valuta;Textschlüssel;Zahlungsempfänger;Vorgang/Verwendungszweck;Währung;Umsatz;Soll/Haben
13.04.2023;13.04.2023;005;Kaffeehaus;Kaffee;EUR;3,20;S
14.04.2023;14.04.2023;051;ACME;Gehalt;EUR;1.050,00;H
`,
    entries: ['2023-04-13 -3.20', '2023-04-14 1050.00'],
  },
]
