import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LogFile } from './log-file.ts'
import { redact, stackOf } from './redact.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'farthing-test-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const CANARIES = [
  '“Café Canary”',
  "'Canary Ltd'",
  '"canary payee"',
  '/home/user/Canary Family/house.farthing',
  'C:\\Users\\canary\\Documents\\house.farthing',
  'canary-statement.csv',
  'canary@example.org',
  'postgres://canary:secret@db.example.org/books',
  'GB33BUKB20201555555555',
  'DE89 3704 0044 0532 0130 00',
  '-1,234.56',
  '12.345,67',
  '4929123456781234',
  'ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345',
  'c2VjcmV0IGtleSBvZiBhIHdvcmtzcGFjZSwgMzIgYnl0ZXM=',
  '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
]

test.each(CANARIES)('%s never reaches the log', async canary => {
  const log = new LogFile(folder)
  log.write(`ledger.edit failed: the entry of ${canary} could not be changed`)
  log.write(`import.commit failed for ${canary}: bad line`)
  const text = (await log.tail(10)).join('\n')
  expect(text).toContain('ledger.edit failed')
  for (const word of canary.match(/[\p{L}\d]{4,}/gu) ?? [canary]) expect(text).not.toContain(word)
})

test('what is the program’s own stays readable', () => {
  const line = 'import.commit failed: worker-crashed after 1532 ms TypeError'
  expect(redact(line)).toBe(line)
  expect(redact('SQLite 3.53.4, revision 1204')).toBe('SQLite 3.53.4, revision 1204')
})

test('of an unexpected error the kind and the frames are kept, not its message', () => {
  const error = new TypeError('cannot read Café Canary of -1,234.56')
  const told = stackOf({ code: 'internal', message: '', details: { stack: error.stack } })
  expect(told).toMatch(/^ TypeError\nat .* in log-file.test ts line \d+/)
  expect(told).not.toContain('Canary')
  expect(told).not.toContain('1,234')
})

test('the log turns at its size; four older ones are kept, and no line is lost between them', async () => {
  const log = new LogFile(folder, 600)
  for (let i = 0; i < 60; i += 1) log.write(`line ${i} of a log that grows and grows`)
  await log.flush()
  const names = readdirSync(join(folder, 'logs')).toSorted()
  expect(names).toEqual([
    'farthing.1.log',
    'farthing.2.log',
    'farthing.3.log',
    'farthing.4.log',
    'farthing.log',
  ])
  const lines = ['4.', '3.', '2.', '1.', ''].flatMap(age =>
    readFileSync(join(folder, 'logs', `farthing.${age}log`), 'utf8')
      .trimEnd()
      .split('\n'),
  )
  const numbers = lines.map(line => Number(/line (\d+)/.exec(line)?.[1]))
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => 60 - numbers.length + i))
  expect((await log.tail(3)).map(line => /line (\d+)/.exec(line)?.[1])).toEqual(['57', '58', '59'])
})
