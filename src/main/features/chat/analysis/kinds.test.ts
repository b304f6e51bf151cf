import { describe, expect, test } from 'vitest'
import { ask, days, setting } from './testing.ts'

/** Ways of one kind put into one question, whose query is then the same: what differs is named. */
const differing = (questions: readonly string[], wanted: object): string[] =>
  questions.flatMap(question => {
    const { asked, refused, unknown } = ask(question)
    try {
      expect({ ...asked, refused, unknown }).toMatchObject({ unknown: [], ...wanted })
      return []
    } catch {
      return [`${question}: ${JSON.stringify({ asked, refused, unknown })}`]
    }
  })
const each = (frame: string, words: string): string[] =>
  words.split('|').map(word => frame.replace('#', word.trim()))

test('what is left out, before and behind the names', () => {
  const prefixes =
    'except|excluding|without|other than|but not|apart from|aside from|leaving out|not counting|ignoring|minus|with the exception of|barring|save for|omitting|skipping|disregarding|exclusive of|outside|ex|w/o|do not include|abgesehen von|exklusive|mit Ausnahme von|ohne|außer|bis auf'
  const suffixes = 'excluded|not included|left out|removed|aside|ausgenommen|nicht mitgerechnet'
  const around = 'leave # out|taking # out|setting # aside|leaving # out'
  const questions = [
    ...each('spend in 2024 # Marketing and Planned works', prefixes),
    ...each('spend in 2024, Marketing and Planned works #', suffixes),
    ...around.split('|').map(words => `spend in 2024 ${words.replace('#', 'Marketing and Planned works')}`),
  ]
  expect(differing(questions, { members: {}, notMembers: { cost_centre: ['M1', 'W1'] } })).toEqual([])
})

describe('amounts', () => {
  const money = ['£500', '500', '500 pounds', '0.5k']
  test.each([
    [
      { min: 50_001 },
      'over #|above #|more than #|greater than #|exceeding #|in excess of #|north of #|beyond #|über #|oberhalb von #',
    ],
    [{ min: 50_000 }, 'at least #|of # or more|# and above|no less than #|mindestens #|wenigstens #'],
    [{ max: 49_999 }, 'under #|below #|less than #|cheaper than #|unter #|unterhalb von #'],
    [
      { max: 50_000 },
      'at most #|up to #|no more than #|not above #|of # or less|# and below|# or under|höchstens #|maximal #',
    ],
  ])('%o', (bounds, forms) => {
    const questions = forms
      .split('|')
      .flatMap(form => money.map(m => `payments ${form.replace('#', m)} to Northwind Traders in 2024`))
    expect(
      differing(questions, { intent: 'search', members: { payee: ['Northwind Traders'] }, ...bounds }),
    ).toEqual([])
  })

  test('between two', () => {
    const forms =
      'between £100 and £200|from 100 to 200|£100-£200|100-200 pounds|of 100 to 200 pounds|in the range 100 to 200|over 99.99 and below 200.01|zwischen 100 und 200 Euro'
    expect(differing(each('payments # to Northwind Traders', forms), { min: 10_000, max: 20_000 })).toEqual(
      [],
    )
  })
})

test('what it is broken down by', () => {
  const forms =
    'by region|per region|for each region|according to region|split by region|grouped by region|across regions|in terms of regions|on a region basis|at region level|by individual region|- region breakdown|nach Region|je Region|pro Region|aufgeteilt nach Region|auf Region-Ebene'
  expect(
    differing(each('spend in 2024 #', forms), { intent: 'breakdown', by: [{ dimension: 'region' }] }),
  ).toEqual([])
})

test('who comes first, and last', () => {
  const most =
    'top 5 suppliers|the five largest suppliers|5 suppliers with the highest spend|the 5 suppliers we spent most on|our 5 main suppliers|which 5 suppliers cost the most|die fünf teuersten Lieferanten|die 5 Lieferanten mit den höchsten Ausgaben'
  const one =
    'the biggest supplier|which supplier cost us the most|supplier with the highest spend|Welcher Lieferant war am teuersten|größter Lieferant'
  const by = [{ dimension: 'payee' }]
  expect(differing(each('# in 2024', most), { intent: 'breakdown', by, top: 5 })).toEqual([])
  expect(differing(each('# in 2024', one), { intent: 'breakdown', by, top: 1 })).toEqual([])
  const payments =
    'biggest Northwind invoice|most expensive payment to Northwind|what is the most we paid Northwind in one go|größte Rechnung von Northwind'
  expect(differing(payments.split('|'), { intent: 'search', top: 1 })).toEqual([])
})

test('what suppliers are called, and that "who" asks for them by rank', () => {
  const nouns =
    'Zahlungsempfänger|Empfänger|Lieferanten|Kreditoren|Händler|Anbieter|Dienstleister|Auftragnehmer|Geschäftspartner|Läden'
  const forms = 'die fünf größten # in 2024|Top 5 # 2024|Wer waren die 5 größten # 2024'
  const by = [{ dimension: 'payee' }]
  for (const form of forms.split('|'))
    expect(differing(each(form, nouns), { intent: 'breakdown', by, top: 5 }), form).toEqual([])
  expect(
    differing(each('who are the 3 smallest # in 2024', 'payees|suppliers|vendors|merchants|providers'), {
      intent: 'breakdown',
      by,
      top: 3,
      order: 'smallest',
    }),
  ).toEqual([])
  const one =
    'größter Zahlungsempfänger|welcher Händler bekam am meisten|wer ist der größte Kreditor|vom größten Anbieter|who was the highest paid supplier|who is our smallest payee'
  expect(differing(each('# 2024', one), { intent: 'breakdown', by, top: 1 })).toEqual([])
  for (const noun of ['Zahlungsempfängern', 'Kreditoren', 'Händlern'])
    expect(ask(`Ausgaben nach ${noun} 2024`).asked?.by, noun).toEqual(by)
  const costliest =
    'which supplier had the highest expenses in|Welcher Lieferant hatte die höchsten Ausgaben|in welchem Laden gaben wir am meisten aus'
  expect(differing(each('# 2024', costliest), { intent: 'breakdown', by, top: 1 })).toEqual([])
  expect(
    differing(['who are our suppliers', 'Wer sind unsere Lieferanten'], { intent: 'breakdown', by }),
  ).toEqual([])
  const others =
    'who owns the largest supplier|who are our suppliers owners|who is the tallest person|who is Northwind Traders'
  expect(others.split('|').filter(question => ask(question).asked)).toEqual([])
})

test('what one costs, and what the largest was worth', () => {
  const mean =
    'mean cost of a meal at #|average price of a visit to #|typical cost of a job by #|what does a meal at # cost|cost of an invoice from #|durchschnittliche Kosten eines Essens bei #|Was kostet ein Essen bei # im Schnitt?'
  const max =
    'what was the single largest purchase at # worth|what did the biggest payment to # come to|how much did the largest invoice from # amount to|value of the largest invoice from #|size of the largest payment to #|Was kostete der teuerste Einkauf bei #?|Wie viel betrug die größte Zahlung an #?|Betrag der größten Rechnung von #|Was war der größte Einkauf bei # wert?'
  const said = (forms: string) => forms.split('|').map(form => form.replace('#', 'Northwind Traders'))
  const of = { intent: 'summary', measure: 'spending', members: { payee: ['Northwind Traders'] } }
  expect(differing(said(mean), { ...of, op: 'mean' })).toEqual([])
  expect(differing(said(max), { ...of, op: 'max' })).toEqual([])
  const rows = 'what was the largest purchase at #|most expensive meal at #|largest invoice from #'
  expect(differing(said(rows), { intent: 'search', measure: 'spending', top: 1 })).toEqual([])
  const world = 'average price of a pint|cost of a house|what does a house cost|was kostet ein Haus'
  expect(world.split('|').filter(question => ask(question).asked)).toEqual([])
})

test('a year that begins in one and ends in the other', () => {
  const forms =
    'the year 2023/24|2023/24|2023-24|2023/2024|FY23/24|FY23-24|FY 2023-24|GJ 23/24|the 2023/24 financial year|2023 / 24|23/24|the year 23/24|Geschäftsjahr 2023/24|im Geschäftsjahr 2023/2024|des Jahres 2023/24|tax year 2023 to 2024|y/e 30 June 2024|FYE June 2024'
  const other = forms.split('|').filter(form => days(`in ${form}`, setting(7)) !== '2023-07-01..2024-06-30')
  expect(other).toEqual([])
  expect(days('in FY22-24', setting(7))).toBe('2022-07-01..2025-06-30')
  expect(days('in March 2023/24', setting(7))).toBe('2024-03-01..2024-03-31')
  expect(days('in the year 2024', setting(7))).toBe('2024-01-01..2024-12-31')
  for (const month of ['May/2024', 'Mai / 2024', '05/2024', '5/24'])
    expect(days(`in ${month}`, setting(7)), month).toBe('2024-05-01..2024-05-31')
  expect(days('in 2024-11', setting(7))).toBe('2024-11-01..2024-11-30')
})

test('two against each other', () => {
  const forms =
    'Marketing or Digital cost centre: which cost more|did we spend more on Marketing than on cost centre Digital|Marketing against cost centre Digital|Was war teurer, Marketing oder Kostenstelle Digital'
  const wanted = {
    intent: 'comparison',
    members: { cost_centre: ['M1', 'D1'] },
    by: [{ dimension: 'cost_centre' }],
  }
  expect(differing(each('#', forms), wanted)).toEqual([])
})

test.each([
  [
    'others',
    'what do our neighbours spend on travel|what did the Smiths spend on travel|what does my brother earn|how much do other companies pay for rent|what does the average family spend|Was verdient mein Nachbar?|Was zahlen andere Firmen für Miete?',
  ],
  [
    'not-kept',
    'how high will energy prices be next year|what is the interest rate|phone number of Northwind Traders|where is Northwind Traders based|how many tenants are in arrears|who approved the Northwind invoice|headcount by department|Wie viele Mieter sind im Rückstand?|when does the Northwind contract expire|will the economy grow',
  ],
  [
    'action',
    'delete Northwind Traders|draft a letter to Northwind|pay Northwind|rename travel to trips|send me the pdf|Storniere die letzte Buchung',
  ],
  [
    'advice',
    'can we afford a holiday|which supplier is the best|is it worth renewing the lease|is our spending too high',
  ],
  [
    'not-finance',
    'how are you today|tell me a joke about rent|explain double entry bookkeeping|what is a trial balance|what can you do|how do I calculate depreciation',
  ],
])('%s is refused', (why, questions) => {
  expect(questions.split('|').filter(question => ask(question).refused !== why)).toEqual([])
})

test.each(['in German', 'in English'])('what reads like a refusal and is none, %s', language => {
  const questions =
    language === 'in German'
      ? 'Wo geben wir am meisten aus?|Was kostet uns die Miete?|Wie viele Rechnungen kamen 2024 von Northwind?'
      : 'where is our money going|remind me what we spent on rent in 2024|how many invoices did Northwind send in 2024|what is our average rent|add up the spend on rent|why was rent so high in March 2024|how much do we pay for rent'
  expect(questions.split('|').filter(question => ask(question).refused !== undefined)).toEqual([])
})
