import type { en } from './messages-en.ts'

export const de: typeof en = {
  title: 'Referenzdaten',
  tabs: { rates: 'Wechselkurse', accounts: 'Konten', indicators: 'Indikatoren' },
  choose: 'Datei wählen',
  drop: 'oder hierher ziehen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  save: 'Speichern',
  failed: 'Das ließ sich nicht ermitteln',
  tools: 'Aktionen',
  name: 'Name',
  entries: 'Buchungen',
  problems: (n, one) => (one ? '1 Zeile wurde nicht übernommen' : `${n} Zeilen wurden nicht übernommen`),
  problem: (line, column, message) =>
    column === '' ? `Zeile ${line}: ${message}` : `Zeile ${line}, ${column}: ${message}`,
  reading: 'Die Datei wird gelesen',

  ratesLead: base =>
    `Beträge in anderen Währungen stehen in Summen und Diagrammen mit ihrem Betrag in ${base}, zum letzten Kurs an oder vor ihrem Tag.`,
  limit: (days, one) => `Ein Kurs gilt höchstens ${one ? '1 Tag' : `${days} Tage`}.`,
  importRates: 'Kurse importieren',
  rateByHand: 'Kurs von Hand',
  convert: 'Buchungen umrechnen',
  noCurrencies: 'Alles ist in der Basiswährung',
  noCurrenciesText:
    'Kurse sind nötig, sobald es Buchungen in anderen Währungen gibt. Die Datei der Europäischen Zentralbank (eurofxref-hist.zip) deckt die meisten ab.',
  currency: 'Währung',
  latestRate: base => `Für 1 ${base}`,
  coverage: 'Kurse',
  noRatesYet: 'keine',
  covers: (count, from, to) => `${count}, ${from} – ${to}`,
  gaps: 'Lücken',
  gap: (n, from, to) => `${n}; längste ${from} – ${to}`,
  source: 'Quelle',
  without: 'Ohne Kurs',
  wanting: (n, span) => `${n} (${span})`,
  openRates: currency => `Kurse von ${currency}`,
  openEntries: currency => `Buchungen in ${currency}`,

  ratesTitle: currency => `Kurse von ${currency}`,
  rateChart: (currency, base) => `${currency} für 1 ${base}`,
  lastOfMonth: 'jeweils der letzte des Monats',
  date: 'Datum',
  rate: 'Kurs',
  newest: (shown, all) => `Die neuesten ${shown} von ${all}.`,
  removeRate: date => `Kurs vom ${date} entfernen`,
  rateRemoved:
    'Der Kurs ist entfernt. Buchungen behalten den Betrag, den er ergab, bis sie erneut umgerechnet werden.',

  handTitle: 'Kurs von Hand',
  handText: base =>
    `Wie viele Einheiten der Währung an dem Tag auf eine Einheit ${base} kommen. Ein vorhandener Kurs des Tages wird ersetzt.`,
  handRate: (currency, base) => `${currency} für 1 ${base}`,
  rateHint: 'Eine Zahl über null, etwa 1.0834',
  reconvert: 'Umrechnen',
  reconverts: {
    missing: 'Buchungen, die noch keinen Betrag haben',
    all: 'alle Buchungen in anderen Währungen',
    none: 'jetzt nichts',
  },
  limitLabel: 'Tage, die ein Kurs nach dem eigenen noch gilt',
  limitHint: 'Ein Tageskurs über lange Feiertage: 10. Monatskurse: 31.',
  convertTitle: 'Buchungen umrechnen',
  converting: 'Wird umgerechnet',
  converted: (n, one, left) => `${one ? '1 Buchung' : `${n} Buchungen`} umgerechnet, ${left} ohne Kurs.`,

  importRatesTitle: 'Wechselkurse importieren',
  importRatesText:
    'Die Datei der Europäischen Zentralbank (zip oder CSV) oder eine Tabelle mit den Spalten date, currency und rate.',
  against: 'Die Kurse gelten für eine Einheit',
  againstHint: 'Die Währung, von der eine Einheit gemeint ist, falls die Datei es nicht sagt.',
  found: (rates, currencies, days) => `${rates} Kurse von ${currencies} Währungen an ${days} Tagen`,
  span: 'Von – bis',
  file: 'Datei',
  crossed: (against, base) =>
    `Die Kurse der Datei gelten für eine Einheit ${against}; behalten werden Kurse für eine Einheit ${base}.`,
  daysWithout: (n, one, base) =>
    one
      ? `1 Tag fällt weg: An ihm hat die Datei keinen Kurs von ${base}.`
      : `${n} Tage fallen weg: An ihnen hat die Datei keinen Kurs von ${base}.`,
  import: 'Importieren',

  accountsLead:
    'Der Kontenplan gibt Konten ihre Art und was über ihnen steht; eine Tabelle der Kostenstellen sagt, wozu diese gehören.',
  importChart: 'Kontenplan importieren',
  noAccounts: 'Noch keine Buchung hat ein Konto',
  noAccountsText:
    'Ein Kontenplan wird mit den Konten der Buchungen abgeglichen. Importieren Sie zuerst ein Hauptbuch.',
  account: 'Konto',
  type: 'Art',
  levels: 'Gehört zu',
  types: {
    asset: 'Aktiva',
    liability: 'Verbindlichkeit',
    equity: 'Eigenkapital',
    revenue: 'Ertrag',
    expense: 'Aufwand',
    statistical: 'statistisch',
  },
  accountCounts: (all, typed, placed) => `${all} Konten: ${typed} mit Art, ${placed} mit Ebenen.`,
  mostUsed: (shown, all) => `Die ${shown} meistgenutzten von ${all}.`,
  importChartTitle: 'Kontenplan oder Kostenstellen importieren',
  importChartText:
    'Das XML von GnuCash, JSON, Zeilen aus Nummer und Name oder eine Tabelle mit Konto, Name, Art, Ebene 1 … Ebene 7 oder übergeordnetem Konto; oder Kostenstellen mit Abteilung, Direktion, Gesellschaft, Region.',
  about: { account: 'Konten', cost_centre: 'Kostenstellen' },
  chartRows: 'In der Datei',
  matched: 'Bei den Buchungen gefunden',
  unmatched: 'Bei den Buchungen, nicht in der Datei',
  unused: 'In der Datei, nicht bei den Buchungen',
  unmatchedNames: names => `Nicht in der Datei: ${names}`,
  belongsTo: 'Gehört zu',
  chartDone: (members, entries) => `Beschriebene Konten: ${members}; zugeordnete Buchungen: ${entries}.`,

  indicatorsLead:
    'Veröffentlichte Reihen neben den Büchern, etwa ein Verbraucherpreisindex. Sie stehen in keiner Summe.',
  importIndicators: 'Reihe importieren',
  noIndicators: 'Noch keine Indikatoren',
  noIndicatorsText:
    'Ein Preisindex eines Statistikamts zeigt, was zu den Preisen eines Monats ausgegeben wurde. CSV mit einem Datum und einer Spalte mit Zahlen.',
  series: 'Reihe',
  values: 'Werte',
  last: 'Letzter Wert',
  openIndicator: name => `${name} zeigen`,
  rename: name => `${name} umbenennen`,
  renameTitle: 'Indikator umbenennen',
  renamed: name => `Der Indikator heißt jetzt ${name}.`,
  removeIndicator: name => `${name} entfernen`,
  removeTitle: 'Indikator entfernen?',
  removeText: name => `${name} und die Werte dazu werden entfernt. Nur die Datei bringt sie zurück.`,
  remove: 'Entfernen',
  indicatorRemoved: 'Der Indikator ist entfernt.',
  importIndicatorsTitle: 'Reihe importieren',
  importIndicatorsText:
    'Eine Spalte Date und je Reihe eine Spalte mit Zahlen oder die Spalten date, series und value. Tage, Monate, Quartale oder Jahre.',
  known: 'ist schon da: neue Werte kommen hinzu, geänderte werden ersetzt',
  indicatorsDone: (added, replaced) => `Neue Reihen: ${added}; aktualisiert: ${replaced}.`,
  seriesOf: 'Werte im Zeitverlauf',
  prices: month => `Ausgaben je Monat, zu Preisen von ${month}`,
  pricesNote: index => `nach ${index}; Schätzwerte`,
  nominal: 'Wie gebucht',
  real: 'Zu diesen Preisen',
  pricesWithout: (n, one) =>
    one ? 'Für 1 Monat hat der Index keinen Wert.' : `Für ${n} Monate hat der Index keinen Wert.`,
  noPrices: 'Keine Ausgaben in Monaten, die der Index abdeckt.',
}
