import { describe, expect, it, test } from 'vitest'
import { problemsOf, recordsOf } from '../testing/events.ts'
import { ofx } from './index.ts'
import { bank, movement, XML } from './testing/fixtures.ts'
import { codes, read } from './testing/read.ts'

describe('what is refused', () => {
  const refused = async (content: string): Promise<string> => {
    const fatal = problemsOf(await read(content)).filter(problem => problem.fatal)
    return fatal.map(problem => problem.code).join(' ')
  }
  it.each([
    ['an empty file', '', 'empty'],
    ['blank lines', ' \n\n', 'empty'],
    ['a web page', '<!-- x --><html><body>Sign in</body></html>', 'not-ofx'],
    ['a text', 'Dear customer', 'not-ofx'],
    ['a header alone', bank('').split('<OFX>')[0] as string, 'not-ofx'],
    ['an empty OFX', '<OFX></OFX>', 'no-statement'],
    ['OFC', '<OFC><ACCTSTMT><STMTRS></STMTRS></ACCTSTMT></OFC>', 'not-ofx'],
    ['a DOCTYPE', '<!DOCTYPE OFX [<!ENTITY a "b">]><OFX><STMTRS></STMTRS></OFX>', 'doctype'],
    ['tags without end', `<OFX><STMTRS>${'<Q>'.repeat(100)}`, 'too-deep'],
  ])('%s', async (_what, content, code) => {
    expect(await refused(content)).toBe(code)
  })

  it('names the bank’s own words', async () => {
    const [problem] = problemsOf(
      await read(
        '<OFX><SONRS><STATUS><CODE>15500<SEVERITY>ERROR<MESSAGE>Wrong password</STATUS></SONRS></OFX>',
      ),
    )
    expect(problem?.message).toContain('15500 (“Wrong password”)')
  })

  it('is one account of two where the bank answered with an error', async () => {
    const events = await read(
      bank(movement()).replace(
        '</BANKMSGSRSV1>',
        '<STMTTRNRS><STATUS><CODE>2003<SEVERITY>ERROR</STATUS></STMTTRNRS></BANKMSGSRSV1>',
      ),
    )
    expect(recordsOf(events)).toHaveLength(1)
    expect(problemsOf(events)).toMatchObject([{ code: 'refused-by-bank' }])
    expect(problemsOf(events)[0]?.fatal).toBeUndefined()
  })
})

describe('a file that is cut off', () => {
  it('keeps what is whole, and says what is not', async () => {
    const file = bank(movement() + movement({ FITID: 'A2', TRNAMT: '-1234.56' }))
    const events = await read(file.slice(0, file.indexOf('1234.5') + 4))
    expect(recordsOf(events).map(record => record.bankReference)).toEqual(['A1'])
    expect(codes(events, 'problem')).toEqual(['cut-off', 'cut-off'])
  })

  it('in a comment that never ends', async () => {
    expect(codes(await read(bank(movement(), '<!-- oops ')), 'problem')).toContain('unclosed')
  })
})

test('a value of over a megabyte is a problem, and the next movement is read', async () => {
  const events = await read(bank(movement({ MEMO: 'x'.repeat(1_100_000) }) + movement({ FITID: 'A2' })))
  expect(codes(events, 'problem')).toEqual(['too-long'])
  expect(recordsOf(events).map(record => record.bankReference)).toEqual(['A2'])
})

describe('sniff', () => {
  const sniff = (text: string): number => ofx.sniff(new TextEncoder().encode(text))
  it('knows OFX by its content', () => {
    for (const text of [bank(''), XML, '\n\n<OFX>', '<!-- made by a bank --><OFX>'])
      expect(sniff(text)).toBe(1)
  })
  it('takes no other file for it', () => {
    for (const text of [
      '',
      'date,amount\n2024-01-01,<OFC>',
      '<html>About OFX: <OFX></html>',
      '!Type:Bank\n',
      '<?xml?><Document></Document>',
    ])
      expect(sniff(text)).toBe(0)
  })
})
