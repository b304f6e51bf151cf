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
