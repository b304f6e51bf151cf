/** Invented journals. */

// Balances by account that hledger 1.25 gives for this stand in journal.test.ts.
export const LEDGER = `; invented
Y 2024
commodity $1,000.00
commodity 1.000,00 EUR
D $1,000.00
account assets:bank:giro  ; type:C
alias checking=assets:bank:checking

1/5 * (17) Corner Shop | groceries  ; trip:berlin
    expenses:food          12.50
    expenses:household     $1,020.40  ; soap
    checking

2024-01-06=2024-01-09 ! Landlord
    expenses:rent         700,00 EUR
    assets:bank:giro     -700,00 EUR = -700,00 EUR

2024/01/07 Broker
    assets:stocks          3 "ACME 1" @ $33.33
    assets:cash          $-99.99

2024-01-08 exchange
    assets:eur         100,00 EUR @@ $108.00
    checking

2024-01-09 two left
    income:gifts      -50,00 EUR
    income:gifts      $-20
    equity:opening

2024-01-10 virtual
    (budget:food)        -$12.50
    [assets:save]         $5
    [assets:spend]       $-5
    expenses:fun          $3
    assets:cash

2024-01-11 implied
    assets:cash     $10
    assets:eur      -9,00 EUR

2024-01-12 assignment
    assets:bank:giro   = -650,00 EUR
    income:interest

comment
2024-01-01 not this
    a   1
    b
end comment

~ monthly
    expenses:rent   700,00 EUR
    assets

P 2024-01-01 EUR $1.08
`

export const EUROPEAN = `; all amounts with a comma
2024-01-05 * Bäcker
    Ausgaben:Essen     1.234,50 EUR
    Aktiva:Bank

2024-01-06 Umbuchung
    Aktiva:Bar         12,5 EUR
    Aktiva:Bank       -12,5 EUR

2024-01-07 schief
    Aktiva:Bar         10 EUR
    Aktiva:Bank        -9 EUR
`

export const BEANCOUNT = String.raw`option "name_income" "Einkommen"
option "operating_currency" "EUR"
include "other.beancount"
2024-01-01 open Assets:Bank EUR
2024-01-01 open Equity:Opening
pushtag #trip
2024-01-01 pad Assets:Bank Equity:Opening
2024-01-03 * "Shop" "Food; and more" #week ^inv-1
  document: "a.pdf"
  Assets:Bank  -10.00/4 EUR ; comment
  Expenses:Food  2.50 EUR
poptag #trip
2024-01-05 balance Assets:Bank 1,000.00 EUR
2024-01-06 * "multi
line"
  Assets:Broker  10 HOOL {5.00 EUR, 2024-01-06}
  Assets:Bank   -50.00 EUR
2024-01-07 * "sell"
  Assets:Broker  -4 HOOL {5.00 EUR} @ 6.00 EUR
  Assets:Bank   24.00 EUR
  Einkommen:Gains
2024-01-08 ! "broken"
  Assets:Bank   24.00 EUR
  Einkommen:Gains -23.00 EUR
2024-01-09 * "auto"
  Assets:Bank   EUR
  Expenses:Food 3 EUR
2024-01-10 price HOOL 7 EUR
2024-02-31 * "x"
  Assets:Bank  1 EUR
2024-01-11 * "fx"
  Assets:USD  10 USD @@ 9.00 EUR
  Assets:Bank
`
