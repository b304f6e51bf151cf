import { defineMessages } from '../../ui/messages.ts'

/** A figure of an answer as it is written: money with its sign, counts, percents, days, steps, names. */
type F = (code: string) => string

/** Nothing where there is no such figure: a change from nil or across a sign has no percentage. */
const inBrackets = (figure: string): string => (figure === '' || figure === '–' ? '' : ` (${figure})`)

/** The answers' sentences, as Markdown, by the code of their finding. */
export const saidMessages = defineMessages({
  en: {
    figure: (f: F, what: string) =>
      `${what}: **${f('spending') || f('income') || f('net') || f('sum') || f('mean') || f('median') || f('min') || f('max')}** over ${f('rows')} entries.`,
    count: (f: F) => `**${f('count')}** entries.`,
    distinct: (f: F) => `**${f('distinct')}** different ones, in ${f('rows')} entries.`,
    share: (f: F) => `**${f('share')}** of ${f('whole')}.`,
    per: (f: F) => `**${f('per')}** on average, over ${f('steps')} steps.`,
    nothing: () => 'No entry is what was asked for.',
    most: (f: F) =>
      `Most: **${f('first')}** with **${f('firstValue')}**, ${f('firstShare')} of ${f('total')}.`,
    least: (f: F) => `Least: **${f('first')}** with **${f('firstValue')}**, of ${f('total')}.`,
    level: (f: F) =>
      `From ${f('firstValue')} in ${f('firstStep')} to **${f('lastValue')}** in ${f('lastStep')}: level.`,
    rising: (f: F) =>
      `Rising: from ${f('firstValue')} in ${f('firstStep')} to **${f('lastValue')}** in ${f('lastStep')}, on average by ${f('slope')} a step.`,
    falling: (f: F) =>
      `Falling: from ${f('firstValue')} in ${f('firstStep')} to **${f('lastValue')}** in ${f('lastStep')}, on average by ${f('slope')} a step.`,
    change: (f: F) =>
      `**${f('now')}** against ${f('before')}: **${f('change')}**${inBrackets(f('changePercent'))}.`,
    'side-by-side': (f: F) => `**${f('name1')}** ${f('value1')}, **${f('name2')}** ${f('value2')}.`,
    found: (f: F) => `**${f('rows')}** entries, ${f('sum')} together.`,
    'found-one': (f: F) => `**${f('amount')}** on ${f('date')}: ${f('payee')}.`,
    unusual: (f: F) => `**${f('flagged')}** of ${f('scored')} entries are unusual.`,
    'none-unusual': (f: F) => `None of ${f('scored')} entries is unusual.`,
    'too-few': (f: F) => `There are fewer than ${f('least')} entries: too few to say what is usual.`,
    forecast: (f: F) => `Expected from ${f('firstStep')} to ${f('lastStep')}: **${f('expected')}**.`,
    'no-history': () => 'There are too few complete steps to learn from.',
    'no-budget': () =>
      'There is no budget in this workspace. Import or enter one on the page Budget, and ask again.',
    'not-budgeted': (f: F) => `${f('scenario')} plans nothing for this.`,
    'over-budget': (f: F) =>
      `Over: **${f('actual')}** against ${f('budget')} in ${f('scenario')}, **${f('variance')}** (${f('percent')}).`,
    'within-budget': (f: F) =>
      `Within: **${f('actual')}** against ${f('budget')} in ${f('scenario')}, **${f('variance')}** (${f('percent')}).`,
    'on-budget': (f: F) => `**${f('actual')}**, exactly as ${f('scenario')} plans.`,
    'nothing-before': () => 'There is nothing to compare with.',
  },
  de: {
    figure: (f, what) =>
      `${what}: **${f('spending') || f('income') || f('net') || f('sum') || f('mean') || f('median') || f('min') || f('max')}** aus ${f('rows')} Buchungen.`,
    count: f => `**${f('count')}** Buchungen.`,
    distinct: f => `**${f('distinct')}** verschiedene, in ${f('rows')} Buchungen.`,
    share: f => `**${f('share')}** von ${f('whole')}.`,
    per: f => `Im Mittel **${f('per')}**, über ${f('steps')} Schritte.`,
    nothing: () => 'Keine Buchung entspricht der Frage.',
    most: f =>
      `Am meisten: **${f('first')}** mit **${f('firstValue')}**, ${f('firstShare')} von ${f('total')}.`,
    least: f => `Am wenigsten: **${f('first')}** mit **${f('firstValue')}**, von ${f('total')}.`,
    level: f =>
      `Von ${f('firstValue')} in ${f('firstStep')} bis **${f('lastValue')}** in ${f('lastStep')}: gleichbleibend.`,
    rising: f =>
      `Steigend: von ${f('firstValue')} in ${f('firstStep')} auf **${f('lastValue')}** in ${f('lastStep')}, im Mittel um ${f('slope')} je Schritt.`,
    falling: f =>
      `Fallend: von ${f('firstValue')} in ${f('firstStep')} auf **${f('lastValue')}** in ${f('lastStep')}, im Mittel um ${f('slope')} je Schritt.`,
    change: f =>
      `**${f('now')}** gegenüber ${f('before')}: **${f('change')}**${inBrackets(f('changePercent'))}.`,
    'side-by-side': f => `**${f('name1')}** ${f('value1')}, **${f('name2')}** ${f('value2')}.`,
    found: f => `**${f('rows')}** Buchungen, zusammen ${f('sum')}.`,
    'found-one': f => `**${f('amount')}** am ${f('date')}: ${f('payee')}.`,
    unusual: f => `**${f('flagged')}** von ${f('scored')} Buchungen sind ungewöhnlich.`,
    'none-unusual': f => `Keine von ${f('scored')} Buchungen ist ungewöhnlich.`,
    'too-few': f => `Es gibt weniger als ${f('least')} Buchungen: zu wenige, um zu sagen, was üblich ist.`,
    forecast: f => `Erwartet von ${f('firstStep')} bis ${f('lastStep')}: **${f('expected')}**.`,
    'no-history': () => 'Es gibt zu wenige ganze Schritte, um daraus zu lernen.',
    'no-budget': () =>
      'In diesem Arbeitsbereich gibt es kein Budget. Importieren oder erfassen Sie eines auf der Seite Budget und fragen Sie erneut.',
    'not-budgeted': f => `${f('scenario')} sieht dafür nichts vor.`,
    'over-budget': f =>
      `Darüber: **${f('actual')}** gegenüber ${f('budget')} in ${f('scenario')}, **${f('variance')}** (${f('percent')}).`,
    'within-budget': f =>
      `Im Rahmen: **${f('actual')}** gegenüber ${f('budget')} in ${f('scenario')}, **${f('variance')}** (${f('percent')}).`,
    'on-budget': f => `**${f('actual')}**, genau wie ${f('scenario')} vorsieht.`,
    'nothing-before': () => 'Es gibt nichts zum Vergleichen.',
  },
})
