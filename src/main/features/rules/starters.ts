/** A household's usual categories: group, then its categories. */
export const STARTERS: Record<'en' | 'de', readonly (readonly [string, readonly string[]])[]> = {
  en: [
    ['Income', ['Salary', 'Interest', 'Refunds', 'Gifts received', 'Benefits']],
    ['Housing', ['Rent', 'Mortgage', 'Energy', 'Water', 'Council tax', 'Internet', 'Mobile', 'Repairs', 'Furniture']],
    ['Food', ['Groceries', 'Eating out', 'Coffee']],
    ['Transport', ['Fuel', 'Public transport', 'Car insurance', 'Car repairs', 'Parking', 'Taxi']],
    ['Family', ['Childcare', 'School', 'Pets', 'Pocket money']],
    ['Health', ['Doctor', 'Pharmacy', 'Health insurance', 'Sport']],
    ['Leisure', ['Holidays', 'Books', 'Streaming', 'Hobbies', 'Presents', 'Events']],
    ['Shopping', ['Clothes', 'Electronics', 'Household goods']],
    ['Finance', ['Bank charges', 'Insurance', 'Loan', 'Savings', 'Taxes']],
    ['Giving', ['Donations']],
  ],
  de: [
    ['Einnahmen', ['Gehalt', 'Zinsen', 'Erstattungen', 'Geschenke erhalten', 'Kindergeld']],
    ['Wohnen', ['Miete', 'Hypothek', 'Strom und Gas', 'Wasser', 'Rundfunkbeitrag', 'Internet', 'Mobilfunk', 'Reparaturen', 'Möbel']],
    ['Essen', ['Lebensmittel', 'Restaurant', 'Café']],
    ['Verkehr', ['Kraftstoff', 'Bus und Bahn', 'Kfz-Versicherung', 'Werkstatt', 'Parken', 'Taxi']],
    ['Familie', ['Kinderbetreuung', 'Schule', 'Haustiere', 'Taschengeld']],
    ['Gesundheit', ['Arzt', 'Apotheke', 'Krankenversicherung', 'Sport']],
    ['Freizeit', ['Urlaub', 'Bücher', 'Streaming', 'Hobbys', 'Geschenke', 'Veranstaltungen']],
    ['Einkauf', ['Kleidung', 'Elektronik', 'Haushaltswaren']],
    ['Finanzen', ['Bankgebühren', 'Versicherungen', 'Kredit', 'Sparen', 'Steuern']],
    ['Spenden', ['Spenden']],
  ],
} // prettier-ignore
