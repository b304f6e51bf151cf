import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withLanguage } from '../../compute/origin.ts'
import { rejected } from './analysis/rows/outcome.ts'
import { camt } from './formats/camt/index.ts'
import { readAll } from './formats/testing/events.ts'
import { createImportBench, endOf, type ImportBench } from './testing.ts'

let bench: ImportBench
let folder: string

beforeAll(() => {
  bench = createImportBench()
  folder = mkdtempSync(join(tmpdir(), 'farthing-german-'))
})

afterAll(async () => {
  await bench.close()
  rmSync(folder, { recursive: true, force: true })
})

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

it('a rejected row says why in the language of whoever asked', () => {
  const reason = (language: 'en' | 'de'): string =>
    withLanguage(language, () => {
      const outcome = rejected('bad-date', 'Column 3', '31.13.2024')
      return outcome.kind === 'rejected' ? outcome.reason : ''
    })
  expect(reason('en')).toContain('“31.13.2024” in Column 3 is not a date')
  expect(reason('de')).toContain('„31.13.2024“ in Spalte 3 ist kein Datum')
})

it('a problem of a statement is German from the parser on', async () => {
  const text = '<?xml version="1.0"?><!DOCTYPE a []><Document/>'
  const events = await withLanguage('de', () => readAll(camt, new TextEncoder().encode(text)))
  expect(events.map(event => (event.kind === 'problem' ? event.message : '')).join()).toContain('Dokumenttyp')
})

it('questions, problems and refusals come from the worker in German', async () => {
  const ask = file('frage.csv', 'Datum;Text;Betrag\n03/04/2026;Miete;-1.200,00\n05/06/2026;Laden;-54,20\n')
  const days = ['01', '02', '03', '04', '32'].map(day => `${day}.01.2026;Laden;-2,00\n`)
  const wrong = file('falsch.csv', `Datum;Text;Betrag\n${days.join('')}`)
  const pdf = file('auszug.pdf', '%PDF-1.7 nothing else')
  await withLanguage('de', async () => {
    const asked = await endOf(bench.preview(ask))
    expect(asked.value?.questions.map(q => q.text)).toEqual([
      'Spalte Datum: Steht in „03/04/2026“, „05/06/2026“ der Tag oder der Monat vorn? Jedes Datum der Spalte lässt sich auf beide Arten lesen.',
    ])
    const found = await endOf(bench.preview(wrong))
    expect(found.value?.problems.map(p => p.message)).toEqual([
      'Zeile 6: „32.01.2026“ in Datum ist kein Datum in der Form dieser Spalte. Berichtigen Sie es und importieren Sie die Zeile noch einmal.',
    ])
    expect((await endOf(bench.preview(pdf))).sentence).toBe(
      'auszug.pdf ist ein PDF. Banken bieten denselben Auszug als CSV, OFX oder CAMT an: Laden Sie ihn in dieser Form.',
    )
  })
})

it('a row of another table says where its header is, and how that table is read', async () => {
  const text = 'Date,Details,Amount\n15/01/2026,Rent,-5.00\n\nDate,Details,Value\n16/01/2026,Shop,-6.00\n'
  const two = file('two.csv', text)
  const ofRow = async (): Promise<string> =>
    (await endOf(bench.preview(two))).value?.problems[0]?.message ?? ''
  expect(await withLanguage('en', ofRow)).toBe(
    'Line 5: The row belongs to another table, whose header is line 4. Import the file once more and choose that one: “Table of the file” below the columns, or --table 2.',
  )
  expect(await withLanguage('de', ofRow)).toContain(
    'deren Kopf Zeile 4 ist. Importieren Sie die Datei noch einmal und wählen Sie diese: „Tabelle der Datei“ unter den Spalten oder --table 2.',
  )
  const first = await endOf(bench.preview(two, { answers: { table: '2' } }))
  expect(first.value?.problems[0]?.message).toContain('whose header is line 1')
  expect(first.value?.problems[0]?.message).toContain('--table 1.')
})

it('headings of sections say in the preview what they are', async () => {
  const text =
    'Datum;Beleg;Text;Betrag\n4930 Büro;;;\n15.01.2026;R1;Papier;100,00\nSumme 4930 Büro;;;100,00\n'
  const report = file('bericht.csv', text)
  await withLanguage('de', async () => {
    const { value } = await endOf(bench.preview(report, { profile: 'ledger' }))
    expect(value?.sections).toEqual({ count: 1, names: ['4930 Büro'] })
    expect(value?.mapping.sections).toBe('account')
    expect(value?.rows.find(row => row.line === 2)?.reason).toBe(
      'Die Zeile ist die Überschrift eines Abschnitts: Dessen Zeilen gehören zum Konto „4930 Büro“.',
    )
    expect(value?.rows.find(row => row.line === 3)?.members['account']).toBe('4930 Büro')
    const mapping = value && { ...value.mapping, sections: 'none' as const }
    const left = await endOf(bench.preview(report, { profile: 'ledger', mapping }))
    expect(left.value?.rows.find(row => row.line === 3)?.members).not.toHaveProperty('account')
    expect(left.value?.mapping.sections).toBe('none')
  })
})
