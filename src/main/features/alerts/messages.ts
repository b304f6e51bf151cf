import { catalogue } from '../../../shared/text/language.ts'

export const say = catalogue({
  en: {
    limitBelowNil: 'A size and a number of entries are never below nil. Give a limit of 0 or more.',
    noScenario: (scenario: string) => `There is no scenario ${scenario} in this workspace any more.`,
    noRule: (id: number) => `There is no alert rule ${id}. It may have been deleted.`,
    entries: (count: string) => `${count} entries`,
    above: (rule: string, value: string, step: string, limit: string) =>
      `${rule}: ${value} in ${step}, above the limit of ${limit}.`,
    below: (rule: string, value: string, step: string, limit: string) =>
      `${rule}: ${value} in ${step}, below the limit of ${limit}.`,
    overrun: (
      rule: string,
      label: string,
      of: { actual: string; step: string; over: string; budget: string; scenario: string },
    ) =>
      `${rule}: ${label} stands at ${of.actual} in ${of.step}, ${of.over} over ${of.budget} in ${of.scenario}.`,
    stale: (rule: string, newest: string, age: number, days: number) =>
      `${rule}: the newest entry is of ${newest}, ${age} days old; ${days} are allowed.`,
    none: '(none)',
  },
  de: {
    limitBelowNil:
      'Eine Größe und eine Zahl von Buchungen sind nie kleiner als null. Geben Sie eine Grenze ab 0 an.',
    noScenario: scenario => `Das Szenario ${scenario} gibt es in diesem Arbeitsbereich nicht mehr.`,
    noRule: id => `Es gibt keine Regel ${id} für Hinweise. Sie wurde vielleicht gelöscht.`,
    entries: count => `${count} Buchungen`,
    above: (rule, value, step, limit) => `${rule}: ${value} in ${step}, über der Grenze von ${limit}.`,
    below: (rule, value, step, limit) => `${rule}: ${value} in ${step}, unter der Grenze von ${limit}.`,
    overrun: (rule, label, of) =>
      `${rule}: ${label} steht in ${of.step} bei ${of.actual}, ${of.over} über ${of.budget} aus ${of.scenario}.`,
    stale: (rule, newest, age, days) =>
      `${rule}: Die neueste Buchung ist vom ${newest}, ${age} Tage alt; erlaubt sind ${days}.`,
    none: '(ohne)',
  },
})
