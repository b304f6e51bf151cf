import { catalogue, counted } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    askSomething: 'Ask something: give a question, or what its chips say.',
    refused: {
      'not-finance': 'That is not a question about this ledger.',
      action: 'Farthing answers questions; it does not do things for you here.',
      advice: 'Farthing shows what happened; it gives no advice.',
      empty: 'There is no question in that.',
      others: 'These entries are your own: they do not say what others earn, pay or charge elsewhere.',
      'not-kept':
        'Entries have amounts, days and names. Prices, rates, people, contracts and quantities are not among them.',
      unpaid:
        'These entries say what was posted, not what is still owed. The audit test “aging” sorts open items by age.',
      weekday:
        'Days of the week and hours are no step that can be asked by: days, weeks, months, quarters and years are.',
      'audit-test':
        'That is what the audit tests are for: duplicates, gaps, round amounts, digits and more, on the page Audit tests.',
    },
    chooseOne: (words: string, options: number) => `“${words}” could be ${options} things: choose one.`,
    noRoom: (room: number) => `There is no conversation ${room}. It may have been deleted.`,
    conversation: 'conversation',

    nothing: 'No entry is what was asked for.',
    nothingBefore: 'There is nothing to compare with.',
    none: 'nothing',
    tooFew: (least: number) => `There are fewer than ${least} entries: too few to say what is usual.`,
    unusual: (flagged: number, scored: number, method: string) =>
      `${flagged} of ${scored} entries are unusual (${method}).`,
    most: (label: string, value: string, all: string, groups: number) =>
      `${label}: ${value}, of ${all} in ${groups} groups.`,
    noBudget: 'There is no budget in this workspace. Import or enter one on the page Budget, and ask again.',
    notBudgeted: (scenario: string) => `${scenario} plans nothing for this.`,
    budget: (p: {
      actual: string
      plan: string
      scenario: string
      variance: string
      percent: string
      judgement: 'adverse' | 'favourable' | 'none'
    }) => `${p.actual} against ${p.plan} in ${p.scenario}: ${p.variance}${p.percent}, ${p.judgement}.`,
    change: (now: string, before: string, change: string, percent: string) =>
      `${now} against ${before}: ${change}${percent}.`,
    noMonths: 'There are no complete months to learn from.',
    expected: (p: { first: string; last: string; value: string; model: string }) =>
      `Expected ${p.first}${p.last === '' ? '' : ` to ${p.last}`}: ${p.value} (${p.model}).`,
    entries: (n: number, sum: string) => `${n} entries, ${sum} together.`,
    figure: (name: string, value: string, entries: number) => `${name}: ${value} over ${entries} entries.`,
    noShare: 'No share',
    share: (share: string, value: string, whole: string) => `${share}: ${value} of ${whole}.`,
    per: (mean: string, step: string, value: string, steps: number) =>
      `${mean} a ${step}: ${value} over ${steps}.`,
    trend: (p: { first: string; from: string; last: string; to: string; slope: string }) =>
      `From ${p.first} in ${p.from} to ${p.last} in ${p.to}${p.slope === '' ? '' : `, on average ${p.slope} a step`}.`,
    actual: 'actual',
    before: 'before',
    forecast: 'forecast',
    changed: 'change',

    measures: { spending: 'spending', income: 'income', net: 'net', amount: 'all entries' },
    sumOf: 'sum',
    ops: {
      sum: '',
      count: 'number of',
      mean: 'mean',
      median: 'median',
      min: 'smallest',
      max: 'largest',
      distinct: 'different',
    },
    counts: { count: 'number of entries', distinct: 'number of different members' },
    distinct: (of: string) => `number of ${of}s`,
    steps: { day: 'day', week: 'week', month: 'month', quarter: 'quarter', year: 'year', period: 'period' },
    chips: {
      between: (from: string, to: string) => `${from} to ${to}`,
      against: (what: string) => `against ${what}`,
      kinds: { 'previous-period': 'previous period', 'previous-year': 'previous year' },
      without: (label: string) => `without ${label}`,
      least: (money: string) => `at least ${money}`,
      most: (money: string) => `at most ${money}`,
      text: (text: string) => `text “${text}”`,
      by: (what: string) => `by ${what}`,
      rank: (n: number, order: 'largest' | 'smallest') =>
        n === 1 ? `only the ${order}` : `the ${n} ${order}`,
      per: (step: string) => `average a ${step}`,
      share: 'share of the whole',
    },
    exported: {
      asOf: (at: string, revision: number, stale: boolean) =>
        `${at} UTC, revision ${revision}${stale ? ', the ledger has changed since' : ''}`,
      unknown: (words: string) => `Not understood: ${words}.`,
      entries: (n: number) => `${n} entries.`,
    },

    noKeychain:
      'This machine has no keychain to keep the key in, and it is kept nowhere else. A model on this machine needs none.',
    addressFirst: 'Give the address and the model first: consent is for exactly these.',
    noModel:
      'No language model is set. Its address and name are given on the page Ask, under Language model.',
    notAllowed: 'Nobody has allowed this workspace to ask a language model. Nothing was sent.',
    notAsShown: 'What would be sent is no longer what was shown. Nothing was sent: look at it again.',
    cancelledSent: 'Cancelled. The request had been sent; it is in the log.',
    cancelled: 'Cancelled.',
    notAsked: (why: string) => `The language model could not be asked: ${why}`,
    notJson: 'The model did not answer with one JSON object.',
    noQuery: (where: string) => `The model’s query is not one: ${where}`.trim(),
    tooLong: 'The model’s answer is too long.',
    redirected: 'It wanted to send the request elsewhere (a redirect), which is refused.',
    notUrl: 'The address is not a URL. It begins with https://, or with http:// for this machine.',
    notTls: 'Only https:// leaves this machine; http:// is for 127.0.0.1, [::1] and localhost.',
    bareAddress:
      'The address must have no user name, password, query or fragment. The key has a field of its own.',
  },
  de: {
    askSomething: 'Fragen Sie etwas: Geben Sie eine Frage an oder das, was ihre Bausteine sagen.',
    refused: {
      'not-finance': 'Das ist keine Frage zu diesen Buchungen.',
      action: 'Farthing beantwortet Fragen; es erledigt hier nichts für Sie.',
      advice: 'Farthing zeigt, was war; es gibt keinen Rat.',
      empty: 'Darin steckt keine Frage.',
      others:
        'Das sind Ihre eigenen Buchungen: Sie sagen nicht, was andere verdienen, zahlen oder anderswo verlangen.',
      'not-kept':
        'Buchungen haben Beträge, Tage und Namen. Preise, Zinssätze, Personen, Verträge und Mengen gehören nicht dazu.',
      unpaid:
        'Diese Buchungen sagen, was gebucht wurde, nicht, was noch offen ist. Die Prüfung „Altersstruktur“ ordnet offene Posten nach Alter.',
      weekday:
        'Nach Wochentagen und Uhrzeiten kann hier nicht gefragt werden: nach Tagen, Wochen, Monaten, Quartalen und Jahren schon.',
      'audit-test':
        'Dafür gibt es die Prüfungen: Dubletten, Lücken, runde Beträge, Ziffern und mehr, auf der Seite Prüfungen.',
    },
    chooseOne: (words, options) => `„${words}“ kann ${options} Dinge heißen: Wählen Sie eines.`,
    noRoom: room => `Es gibt keine Unterhaltung ${room}. Sie wurde vielleicht gelöscht.`,
    conversation: 'Unterhaltung',

    nothing: 'Keine Buchung entspricht der Frage.',
    nothingBefore: 'Es gibt nichts, womit verglichen werden könnte.',
    none: 'nichts',
    tooFew: least => `Es sind weniger als ${least} Buchungen: zu wenige, um zu sagen, was üblich ist.`,
    unusual: (flagged, scored, method) =>
      `${counted(flagged)} von ${counted(scored)} Buchungen sind ungewöhnlich (${method}).`,
    most: (label, value, all, groups) => `${label}: ${value} von ${all} in ${counted(groups)} Gruppen.`,
    noBudget:
      'In diesem Arbeitsbereich gibt es kein Budget. Importieren oder erfassen Sie eines auf der Seite Budget und fragen Sie erneut.',
    notBudgeted: scenario => `${scenario} sieht dafür nichts vor.`,
    budget: p =>
      `${p.actual} gegenüber ${p.plan} in ${p.scenario}: ${p.variance}${p.percent}, ${{ adverse: 'ungünstig', favourable: 'günstig', none: 'ohne Wertung' }[p.judgement]}.`,
    change: (now, before, change, percent) => `${now} gegenüber ${before}: ${change}${percent}.`,
    noMonths: 'Es gibt keine vollständigen Monate, aus denen gelernt werden könnte.',
    expected: p => `Erwartet ${p.first}${p.last === '' ? '' : ` bis ${p.last}`}: ${p.value} (${p.model}).`,
    entries: (n, sum) => `${counted(n)} Buchungen, zusammen ${sum}.`,
    figure: (name, value, entries) => `${name}: ${value} aus ${counted(entries)} Buchungen.`,
    noShare: 'Kein Anteil',
    share: (share, value, whole) => `${share}: ${value} von ${whole}.`,
    per: (mean, step, value, steps) => `${mean} je ${step}: ${value} über ${counted(steps)}.`,
    trend: p =>
      `Von ${p.first} (${p.from}) auf ${p.last} (${p.to})${p.slope === '' ? '' : `, im Schnitt ${p.slope} je Schritt`}.`,
    actual: 'Ist',
    before: 'vorher',
    forecast: 'Prognose',
    changed: 'Veränderung',

    measures: { spending: 'Ausgaben', income: 'Einnahmen', net: 'Ergebnis', amount: 'alle Buchungen' },
    sumOf: 'Summe',
    ops: {
      sum: '',
      count: 'Anzahl:',
      mean: 'Mittelwert:',
      median: 'Median:',
      min: 'kleinster Betrag:',
      max: 'größter Betrag:',
      distinct: 'verschiedene',
    },
    counts: { count: 'Anzahl der Buchungen', distinct: 'Anzahl verschiedener Elemente' },
    distinct: of => `Anzahl verschiedener Elemente (${of})`,
    steps: { day: 'Tag', week: 'Woche', month: 'Monat', quarter: 'Quartal', year: 'Jahr', period: 'Periode' },
    chips: {
      between: (from, to) => `${from} bis ${to}`,
      against: what => `gegenüber ${what}`,
      kinds: { 'previous-period': 'dem Zeitraum davor', 'previous-year': 'dem Vorjahr' },
      without: label => `ohne ${label}`,
      least: money => `mindestens ${money}`,
      most: money => `höchstens ${money}`,
      text: text => `Text „${text}“`,
      by: what => `nach ${what}`,
      rank: (n, order) =>
        n === 1
          ? `nur das ${order === 'largest' ? 'Größte' : 'Kleinste'}`
          : `die ${n} ${order === 'largest' ? 'größten' : 'kleinsten'}`,
      per: step => `Durchschnitt je ${step}`,
      share: 'Anteil am Ganzen',
    },
    exported: {
      asOf: (at, revision, stale) =>
        `${at} UTC, Stand ${revision}${stale ? ', die Buchungen haben sich seither geändert' : ''}`,
      unknown: words => `Nicht verstanden: ${words}.`,
      entries: n => `${counted(n)} Buchungen.`,
    },

    noKeychain:
      'Dieser Rechner hat keinen Schlüsselbund für den Schlüssel, und anderswo wird er nicht aufbewahrt. Ein Modell auf diesem Rechner braucht keinen.',
    addressFirst: 'Geben Sie zuerst Adresse und Modell an: Die Einwilligung gilt genau für diese.',
    noModel:
      'Es ist kein Sprachmodell eingestellt. Adresse und Name geben Sie auf der Seite Fragen unter Sprachmodell an.',
    notAllowed:
      'Niemand hat erlaubt, dass dieser Arbeitsbereich ein Sprachmodell fragt. Nichts wurde gesendet.',
    notAsShown:
      'Was gesendet würde, ist nicht mehr das, was gezeigt wurde. Nichts wurde gesendet: Sehen Sie es sich erneut an.',
    cancelledSent: 'Abgebrochen. Die Anfrage war schon gesendet; sie steht im Protokoll.',
    cancelled: 'Abgebrochen.',
    notAsked: why => `Das Sprachmodell konnte nicht gefragt werden: ${why}`,
    notJson: 'Das Modell hat nicht mit einem JSON-Objekt geantwortet.',
    noQuery: where => `Die Abfrage des Modells ist keine: ${where}`.trim(),
    tooLong: 'Die Antwort des Modells ist zu lang.',
    redirected: 'Es wollte die Anfrage anderswohin schicken (eine Weiterleitung); das wird abgelehnt.',
    notUrl: 'Die Adresse ist keine URL. Sie beginnt mit https://, für diesen Rechner auch mit http://.',
    notTls: 'Nur https:// verlässt diesen Rechner; http:// gilt für 127.0.0.1, [::1] und localhost.',
    bareAddress:
      'Die Adresse darf weder Benutzername noch Passwort, Abfrage oder Fragment enthalten. Für den Schlüssel gibt es ein eigenes Feld.',
  },
})
