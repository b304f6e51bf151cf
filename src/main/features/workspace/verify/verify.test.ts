import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpContext } from '../../../compute/ops.ts'
import { addMembers } from '../../../db/members.ts'
import { createTestWorkspace, type TestWorkspace } from '../../../db/testing.ts'
import { ensureTextIndex } from '../../../db/text-index.ts'
import { writeSegments } from '../../../engine/columnar/segments.ts'
import { FailureError } from '../../../../shared/result/failure.ts'
import { verifyWorkspace } from './index.ts'

const patient: OpContext = { cancelled: () => false, progress: () => {} }
const FILE = 'date,amount,payee\n2024-01-02,-12.50,Aldi\n2024-01-01,-7.00,Boots\n2024-01-03,,\n'

let workspace: TestWorkspace
/** A file of three lines: two became entries, one was rejected. */
beforeEach(() => {
  workspace = createTestWorkspace()
  const { db } = workspace
  const bytes = Buffer.from(FILE)
  db.prepare("INSERT INTO source_file VALUES (1, ?, 'bank.csv', ?, 1)").run(
    createHash('sha256').update(bytes).digest('hex'),
    bytes.length,
  )
  const chunk = db.prepare('INSERT INTO source_chunk VALUES (1, ?, ?, ?, ?)')
  chunk.run(0, 1, 0, deflateRawSync(bytes.subarray(0, 41)))
  chunk.run(1, 3, 41, deflateRawSync(bytes.subarray(41)))
  db.prepare(
    `INSERT INTO batch (id, file_id, file_name, format, mapping_id, loaded_at, read, loaded, duplicate, rejected, ignored, sums, fingerprint_version)
     VALUES (1, 1, 'bank.csv', 'csv', 1, '2024-02-01T00:00:00Z', 3, 2, 0, 1, 0, '{"GBP":"-19.50"}', 1)`,
  ).run()
  db.prepare(
    "INSERT INTO unloaded_row (batch_id, line, outcome, code, reason, raw) VALUES (1, 4, 'rejected', 'missing-amount', 'no amount', '2024-01-03,,')",
  ).run()
  addMembers(db, 'currency', [{ key: 'GBP', label: 'GBP' }])
  addMembers(
    db,
    'payee',
    ['Aldi', 'Boots'].map(key => ({ key, label: key })),
  )
  const entry = db.prepare(
    'INSERT INTO entry (id, batch_id, line, day, amount, base_amount, fingerprint, currency, payee) VALUES (?, 1, ?, ?, ?, ?, ?, 1, ?)',
  )
  const text = db.prepare('INSERT INTO entry_text (entry_id, description) VALUES (?, ?)')
  entry.run(1, 2, 19_724, -1250, -1250, Buffer.from('a'), 1)
  entry.run(2, 3, 19_723, -700, null, Buffer.from('b'), 2)
  text.run(1, 'weekly shop')
  text.run(2, 'plasters')
  writeSegments(db, 1)
})
afterEach(() => workspace.close())

const failing = (): string[] =>
  verifyWorkspace(workspace.db, patient)
    .filter(check => !check.ok)
    .map(check => check.check)

test('a sound ledger passes every check', () => {
  expect(verifyWorkspace(workspace.db, patient).filter(check => !check.ok)).toEqual([])
})

test.each([
  [
    'an entry is gone',
    'DELETE FROM entry WHERE id = 2; DELETE FROM entry_text WHERE entry_id = 2',
    ['batches', 'segments'],
  ],
  [
    'an amount was changed by a penny',
    'UPDATE entry SET amount = -1251 WHERE id = 1',
    ['batches', 'segments'],
  ],
  [
    'an amount moved from one entry to another',
    'UPDATE entry SET amount = amount + CASE id WHEN 1 THEN 5 ELSE -5 END',
    ['segments'],
  ],
  ['a converted amount was changed', 'UPDATE entry SET base_amount = 0 WHERE id = 2', ['segments']],
  ['a payee was swapped', 'UPDATE entry SET payee = 3 - payee', ['segments']],
  ['a day was changed', 'UPDATE entry SET day = day + 1 WHERE id = 2', ['segments']],
  ['a batch says it read more', 'UPDATE batch SET read = 4', ['batches']],
  ['a rejected row is gone', 'DELETE FROM unloaded_row', ['batches']],
  [
    'a batch is marked undone with its entries in the ledger',
    "UPDATE batch SET undone_at = '2024-02-02'",
    ['batches'],
  ],
  ['a member is gone', "DELETE FROM member WHERE dimension_id = 'payee' AND ordinal = 2", ['members']],
  [
    'members have a gap',
    "UPDATE member SET ordinal = 5 WHERE dimension_id = 'payee' AND ordinal = 2",
    ['members'],
  ],
  ['a segment is gone', 'DELETE FROM segment', ['segments']],
  [
    'a column of a segment was cut short',
    "UPDATE segment SET data = x'00', encoding = 'i32' WHERE column_name = 'day'",
    ['segments'],
  ],
  ['a text is gone', 'DELETE FROM entry_text WHERE entry_id = 1', ['texts']],
  ['a text belongs to nobody', "INSERT INTO entry_text (entry_id, description) VALUES (9, 'x')", ['texts']],
  [
    'a word is missing from the index',
    "INSERT INTO text_index (text_index, rowid, description, reference, document, note) VALUES ('delete', 1, 'weekly shop', '', '', '')",
    ['texts'],
  ],
  [
    'a file beside an entry was altered',
    "INSERT INTO attachment (id, sha256, bytes, data) VALUES (1, 'a', 1, x'41'); INSERT INTO entry_attachment VALUES (1, 1, 'r.pdf', '', 1)",
    ['raw-files'],
  ],
  [
    'a file beside an entry is gone',
    "INSERT INTO entry_attachment VALUES (1, 1, 'r.pdf', '', 1)",
    ['foreign-keys'],
  ],
  ['a kept file lost a piece', 'DELETE FROM source_chunk WHERE sequence = 1', ['raw-files']],
  [
    'a kept file was altered',
    "UPDATE source_chunk SET data = x'4b4c04000000ffff' WHERE sequence = 1",
    ['raw-files'],
  ],
  ['a batch lost its file', 'DELETE FROM source_file; DELETE FROM source_chunk', ['foreign-keys']],
])('it is found that %s', (_what, sql, checks) => {
  ensureTextIndex(workspace.db, patient)
  workspace.db.exec(sql)
  expect(failing()).toEqual(checks)
})

test('what is found names the batch, the file and the figures', () => {
  workspace.db.exec('UPDATE entry SET amount = -1251 WHERE id = 1')
  const found = verifyWorkspace(workspace.db, patient).filter(check => !check.ok)
  expect(found.map(check => check.found)).toEqual([
    'batch 1 (bank.csv): -19.50 GBP was loaded, -19.51 is there.',
    'segment 0 of batch 1, entry 1: amount is -1250, in the ledger -1251.',
  ])
})

test('an undone batch in the trash is as sound as one in the ledger', () => {
  workspace.db.exec(`
    INSERT INTO trash_entry SELECT * FROM entry; INSERT INTO trash_entry_text SELECT * FROM entry_text;
    DELETE FROM entry; DELETE FROM entry_text; DELETE FROM segment; UPDATE batch SET undone_at = '2024-02-02';
  `)
  expect(failing()).toEqual([])
})

test('it can be cancelled between two checks', () => {
  let asked = 0
  const impatient: OpContext = { cancelled: () => ++asked > 2, progress: () => {} }
  expect(() => verifyWorkspace(workspace.db, impatient)).toThrow(FailureError)
})
