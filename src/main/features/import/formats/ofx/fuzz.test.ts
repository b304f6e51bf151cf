import { expect, test } from 'vitest'
import { fuzz, fuzzCount } from '../testing/fuzz.ts'
import { ofx } from './index.ts'
import { bank, BROKER, movement, XML } from './testing/fixtures.ts'

const WORDS =
  '<OFX> </OFX> <STMTTRN> </STMTTRN> <STMTRS> </STMTRS> <BANKTRANLIST> </BANKTRANLIST> <LEDGERBAL> <CURRENCY> <BUYSTOCK> <INVBANKTRAN> <SECLIST> <DTPOSTED>20240131 <TRNAMT>1.000 <TRNAMT>-1,5 <MEMO> <FOO> </FOO> <FOO/> <!-- --> <![CDATA[ ]]> <?x?> <!DOCTYPE &amp; &#x41; &lt; <STATUS><CODE>9<SEVERITY>ERROR</STATUS>'.split(
    ' ',
  )

test('mutated files end in records and problems', async () => {
  const files = [
    bank(movement({ MEMO: 'Größe &amp; <b>Wert</b>' }) + movement({ FITID: 'A2', TRNAMT: '1.000' })),
    XML,
    BROKER,
  ]
  const seeds = files.map(file => new TextEncoder().encode(file))
  const result = await fuzz(ofx, { seeds, words: WORDS }, fuzzCount())
  // The mutants reach all of the parser, not only its first refusal.
  expect(result.withRecords).toBeGreaterThan(result.files / 3)
  expect(result.withProblems).toBeGreaterThan(result.files / 5)
  expect(result.refused).toBeGreaterThan(0)
}, 600_000)
