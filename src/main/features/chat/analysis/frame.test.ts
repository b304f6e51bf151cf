import { describe, expect, test } from 'vitest'
import { ask } from './testing.ts'

const lines = (text: string): string[] => text.trim().split('\n')
/** Questions that are not refused for the reason wanted, with what was made of them. */
const otherwise = (questions: string, wanted: readonly (string | undefined)[]): string[] =>
  lines(questions).flatMap(question => {
    const { refused, asked } = ask(question)
    return wanted.includes(refused) ? [] : [`${question}: ${refused ?? JSON.stringify(asked)}`]
  })

describe('what the build of a sentence refuses', () => {
  test('orders, whatever is to be done to a name or an entry', () => {
    const questions = `
switch Northwind Traders off
dispute the Northwind invoice
release the payment run
reclass the Northwind invoice to Marketing
journal 5000 from Marketing to Digital
set the Marketing budget to 50k
split the Northwind payment in two
Gib die Rechnung von Northwind frei
Erinnere mich an die Miete
Rechnung von Northwind stornieren`
    expect(otherwise(questions, ['action'])).toEqual([])
  })

  test('advice, judgements and what would be', () => {
    const questions = `
how can we bring down travel spend
could we live without Marketing
what should we do about Marketing
is our rent normal
are we spending too much on travel
if we close Marketing how rich are we
is it sensible to rent
Geben wir zu viel für Miete aus?
Können wir uns Marketing leisten?`
    expect(otherwise(questions, ['advice'])).toEqual([])
  })

  test('what others earn and pay', () => {
    const questions = `
how much did the Joneses pay for rent
what does a teacher earn
what profit does Northwind Traders make
how much does Northwind pay its staff
what do you spend on travel
how much does a plumber charge
does everyone spend this much on rent
Was verdienen Lehrer?`
    expect(otherwise(questions, ['others'])).toEqual([])
  })

  test('what no entry holds: people, times, places, quantities, units', () => {
    const questions = `
who approved the payment to Northwind
who works in Marketing
when does the rent contract end
where is Northwind based
how old is Marketing
how long does a repair take
how many people work in Marketing
which dishes did we eat at Northwind
what services does Northwind provide
rent per square metre
travel cost per employee
how many days until Christmas
Wer leitet Marketing?
Wie lange läuft die Miete?
Kosten pro Mitarbeiter`
    expect(otherwise(questions, ['not-kept', 'others'])).toEqual([])
  })

  test('what a word means, and what only a name was said of', () => {
    const questions = `
what is rent
the weather at Northwind
is Northwind going bust
why is rent so popular
was Marketing good`
    expect(otherwise(questions, ['not-finance', 'not-kept', 'advice'])).toEqual([])
  })
})

test('the same words in questions about money are answered', () => {
  const questions = `
what is our rent
what was rent in May
who do we pay for travel
who got the most money from us
when did we last pay Northwind
where did we spend the most
where are we overspending
how far over budget is Marketing
how much did we fritter away on travel
how much did Northwind bill us in May
how much did we pay Accenture in 2024
how many invoices did Northwind send
is travel getting more expensive
has rent gone up since 2023
can I see travel by month
what can we expect to spend on rent next month
if we exclude rent, what did we spend in May
why was travel so high in May
split our travel spend up by region
name the 5 dearest suppliers
show me what Marketing cost in May
add up travel and rent for 2024
release costs of Planned works in 2024
says we spend too much on travel; how much was it in May
Was gaben wir im Mai für Miete aus?
Wer hat am meisten Geld von uns bekommen?
Wo sind die Kosten gestiegen?
Ist die Miete teurer geworden?`
  expect(otherwise(questions, [undefined])).toEqual([])
})

test('in a conversation, too, where a question leans on the one before', () => {
  const before = ask('spend on travel in May').asked
  for (const question of [
    'who approved it',
    'is that normal',
    'dispute the Northwind bill',
    'and is it too much',
  ])
    expect([question, ask(question, undefined, before).asked]).toEqual([question, undefined])
  for (const question of ['who got it', "what's driving that?", 'what was it for?', 'and in June?', 'why?'])
    expect([question, ask(question, undefined, before).followed]).toEqual([question, true])
})

test('unknown words that say where money went are named, and refuse nothing', () => {
  expect(ask('spend on yachts in 2024')).toMatchObject({
    unknown: ['yachts'],
    asked: { measure: 'spending' },
  })
  expect(ask('how much did we pay Accenture').unknown).toEqual(['Accenture'])
})

test('a word that is spelt right is not mended into a name', () => {
  expect(ask('check my spelling').corrected).toEqual([])
  expect(ask('how many invoices did Northwind send').corrected).toEqual([])
  expect(ask('spennd on rent').corrected).toEqual([{ from: 'spennd', to: 'spend' }])
})
