import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withLanguage } from '../compute/origin.ts'
import { numberColumn, readPlainTable, textColumn } from './plain-table.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'farthing-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function tableOf(text: string | Uint8Array) {
  const path = join(folder, 't.csv')
  writeFileSync(path, text)
  return readPlainTable({ path, name: 't.csv' })
}

test('a table is read with the line of each record, also behind a quoted line break', () => {
  const table = tableOf('a,b\n"x\ny",1\n\nz,2.5\n')
  expect(table).toMatchObject({ header: ['a', 'b'], rows: [['x\ny', '1'], ['z', '2.5']], lines: [2, 5] }) // prettier-ignore
  expect([...numberColumn(table, 'b')]).toEqual([1, 2.5])
  expect(textColumn(table, 'a')).toEqual(['x\ny', 'z'])
})

test('the delimiter is the first line’s, however few lines there are', () => {
  expect(tableOf('a;b\n1.5;2\n').rows).toEqual([['1.5', '2']])
  expect(tableOf('"a, b"\tc\n1\t2\n').header).toEqual(['a, b', 'c'])
  expect(tableOf('a\n1\n2\n').rows).toEqual([['1'], ['2']])
  expect(tableOf('\n"x;y;z",b\n1,2\n').header).toEqual(['x;y;z', 'b'])
})

test('what cannot be read is named with its line, column and value', () => {
  expect(() => tableOf('a,b\n1,2\n3\n')).toThrow(
    't.csv, line 3: 1 field where the header has 2. Correct the line, or import the file into a workspace',
  )
  withLanguage('de', () =>
    expect(() => tableOf('a,b\n1,2\n3,4,5\n')).toThrow(
      't.csv, Zeile 3: 3 Felder, wo der Kopf 2 hat. Berichtigen Sie die Zeile, oder importieren Sie die Datei in einen Arbeitsbereich',
    ),
  )
  expect(() => numberColumn(tableOf('a,b\n1,2\n3,x\n'), 'b')).toThrow(
    'line 3, column “b”: “x” is not a number.',
  )
  expect(() => textColumn(tableOf('a,b\n1,2\n'), 'c')).toThrow('no column “c”; it has a, b.')
  expect(() => tableOf('')).toThrow('is empty')
  expect(() => tableOf(new Uint8Array([0x61, 0x0a, 0xff, 0x0a]))).toThrow('not UTF-8')
})
