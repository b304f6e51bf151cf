import { describe, expect, test } from 'vitest'
import type { Batch, Mapping, PreviewFile } from '../../../shared/contract/import.ts'
import {
  mayGo,
  mustReadAgain,
  nextFile,
  placeOf,
  openQuestions,
  START,
  willLoad,
  withField,
  wizard,
  type Wizard,
  type WizardAction,
  type WizardFile,
} from './wizard.ts'

const mapping: Mapping = {
  version: 1,
  name: 'Barclays',
  profile: 'personal',
  shape: ['date', 'memo', 'amount'],
  encoding: 'utf-8',
  delimiter: ',',
  skipLines: 0,
  hasHeader: true,
  fields: [
    { column: 0, field: 'date', datePattern: 'dd/MM/yyyy' },
    { column: 1, field: 'description' },
    { column: 2, field: 'amount', numberStyle: { decimal: '.', grouping: ',' } },
  ],
  currency: 'GBP',
}

const preview = (change: Partial<PreviewFile> = {}): PreviewFile => ({
  token: 't1',
  name: 'march.csv',
  bytes: 400,
  sha256: 'ab'.repeat(32),
  format: 'csv',
  columns: [],
  mapping,
  mappingOrigin: 'proposed',
  questions: [],
  counts: { read: 12, loaded: 8, duplicate: 2, rejected: 1, ignored: 1 },
  sums: { GBP: '-412.60' },
  controls: [],
  possible: 0,
  rows: [
    { line: 5, outcome: 'duplicate', members: {}, source: [] },
    { line: 9, outcome: 'duplicate', members: {}, source: [] },
  ],
  problems: [],
  problemCount: 0,
  ...change,
})

const batch: Batch = {
  id: 7,
  file: 'march.csv',
  sha256: 'ab'.repeat(32),
  format: 'csv',
  mapping: 'Barclays',
  loadedAt: '2026-03-31T10:00:00Z',
  counts: { read: 12, loaded: 8, duplicate: 2, rejected: 1, ignored: 1 },
  sums: { GBP: '-412.60' },
  stated: 0,
  disagreements: [],
  undone: false,
}

const file = (name: string) => ({ token: name, name, bytes: 400 })
const run = (...actions: WizardAction[]): Wizard => actions.reduce(wizard, START)
const start = (of: PreviewFile): Wizard => run(march, { kind: 'read', index: 0, preview: of })
const one = (state: Wizard): WizardFile => state.files[0]!
const march = { kind: 'picked', files: [file('march.csv')] } as const
const question = {
  id: 'date-order',
  text: 'In "Date", is 03/04/2026 the third of April or the fourth of March?',
  column: 0,
  choices: [
    { value: 'dd/MM/yyyy', label: '3 April' },
    { value: 'MM/dd/yyyy', label: '4 March' },
  ],
}

describe('the import wizard', () => {
  test('a new shape is shown column by column, a known one goes straight to the preview', () => {
    expect(run(march, { kind: 'read', index: 0, preview: preview() }).step).toBe('columns')
    const known = preview({ mappingOrigin: 'recognised' })
    expect(run(march, { kind: 'read', index: 0, preview: known }).step).toBe('preview')
  })

  test('an ambiguous date is asked, even where the shape is known, and bars the way until it is answered', () => {
    const asked = run(march, {
      kind: 'read',
      index: 0,
      preview: preview({ mappingOrigin: 'recognised', questions: [question] }),
    })
    expect(asked.step).toBe('columns')
    expect(mayGo(asked, 'preview')).toBe(false)
    const answered = wizard(asked, { kind: 'answered', question: 'date-order', value: 'dd/MM/yyyy' })
    expect(openQuestions(answered.files[0]!)).toEqual([])
    expect(answered.files[0]?.stale).toBe(true)
    expect(mayGo(answered, 'preview')).toBe(true)
  })

  test('a duplicate that the user wants counts among the rows to load', () => {
    const state = run(
      march,
      { kind: 'read', index: 0, preview: preview() },
      { kind: 'went', step: 'preview' },
      { kind: 'duplicate', line: 9, load: true },
    )
    expect(willLoad(state.files[0]!)).toBe(9)
    const skipped = wizard(state, { kind: 'duplicates', lines: [5, 9], load: false })
    expect(willLoad(skipped.files[0]!)).toBe(8)
  })

  test('a row that is possibly there already loads until the user says no', () => {
    const likely = {
      grade: 'possible',
      entry: 3,
      file: 'bank.ofx',
      date: '2024-01-05',
      description: 'Coffee',
    } as const
    const row = { line: 6, outcome: 'load' as const, members: {}, source: [], likely }
    const state = start(preview({ rows: [row], possible: 1 }))
    const skipped = wizard(state, { kind: 'duplicates', lines: [6], load: false })
    expect([willLoad(one(state)), willLoad(one(skipped))]).toEqual([8, 7])
    expect([...one(skipped).skipRows]).toEqual([6])
    expect(willLoad(one(wizard(skipped, { kind: 'duplicate', line: 6, load: true })))).toBe(8)
  })

  test('what was worded in one language is read again in another, and keeps its step and its answers', () => {
    const asked = run(march, {
      kind: 'read',
      index: 0,
      preview: preview({ questions: [question] }),
      language: 'en',
    })
    const answered = wizard(asked, { kind: 'answered', question: 'date-order', value: 'dd/MM/yyyy' })
    const read = wizard(answered, { kind: 'read', index: 0, preview: preview(), language: 'en' })
    expect([mustReadAgain(one(read), 'en'), mustReadAgain(one(read), 'de')]).toEqual([false, true])
    const german = wizard(read, { kind: 'read', index: 0, preview: preview(), language: 'de' })
    expect([mustReadAgain(one(german), 'en'), mustReadAgain(one(german), 'de')]).toEqual([true, false])
    expect([german.step, one(german).answers]).toEqual(['columns', { 'date-order': 'dd/MM/yyyy' }])
    const failure = { code: 'bad-input' as const, message: 'No table in it.' }
    const failed = wizard(read, { kind: 'failed', index: 0, failure, language: 'en' })
    expect([mustReadAgain(one(failed), 'en'), mustReadAgain(one(failed), 'de')]).toEqual([false, true])
    expect(mustReadAgain(one(wizard(read, { kind: 'loading' })), 'de')).toBe(false)
  })

  test('another sheet or table begins with a mapping of its own', () => {
    const mapped = wizard(start(preview()), { kind: 'mapping', change: { currency: 'EUR' } })
    const file = one(wizard(mapped, { kind: 'sheet', sheet: 'Plan' }))
    expect(file).toMatchObject({ answers: { sheet: 'Plan' }, mapping: undefined, stale: true })
    const table = one(wizard(mapped, { kind: 'table', table: 2 }))
    expect(table).toMatchObject({ answers: { table: '2' }, mapping: undefined, stale: true })
  })

  test('a duplicate that is none after another reading is forgotten', () => {
    const state = run(
      march,
      { kind: 'read', index: 0, preview: preview() },
      { kind: 'duplicates', lines: [5, 9], load: true },
      {
        kind: 'read',
        index: 0,
        preview: preview({ rows: [{ line: 9, outcome: 'duplicate', members: {}, source: [] }] }),
      },
    )
    expect([...state.files[0]!.loadDuplicates]).toEqual([9])
  })

  test('loading ends in the proof, and nobody loads the same file twice from there', () => {
    const state = run(
      march,
      { kind: 'read', index: 0, preview: preview() },
      { kind: 'loading' },
      { kind: 'loaded', index: 0, batch },
    )
    expect(state.step).toBe('proof')
    expect(mayGo(state, 'preview')).toBe(false)
    expect(wizard(state, { kind: 'batch', batch: { ...batch, undone: true } }).files[0]?.batch?.undone).toBe(
      true,
    )
  })

  test('while a file is being loaded nobody walks away from it', () => {
    const state = run(march, { kind: 'read', index: 0, preview: preview() }, { kind: 'loading' })
    expect(wizard(state, { kind: 'went', step: 'file' }).step).toBe('columns')
  })

  test('a load that fails leaves the preview as it was, a reading that fails leaves the file to be taken out', () => {
    const failure = { code: 'import-refused', message: 'march.csv is empty.' } as const
    const read = run(march, { kind: 'reading', index: 0 }, { kind: 'failed', index: 0, failure })
    expect([read.files[0]?.phase, read.step]).toEqual(['failed', 'file'])
    const loading = run(march, { kind: 'read', index: 0, preview: preview() }, { kind: 'loading' })
    expect(wizard(loading, { kind: 'failed', index: 0, failure }).files[0]?.phase).toBe('ready')
  })

  test('a file that cannot be read does not hold up the others, picked with it or after it', () => {
    const failure = { code: 'import-refused' as const, message: 'No text.' }
    const two = { kind: 'picked', files: [file('march.csv'), file('april.csv')] } as const
    const failed = run(two, { kind: 'reading', index: 0 }, { kind: 'failed', index: 0, failure })
    expect([failed.current, failed.step]).toEqual([1, 'file'])
    expect(failed.files.map(f => f.phase)).toEqual(['failed', 'waiting'])
    const later = run(
      march,
      { kind: 'reading', index: 0 },
      { kind: 'failed', index: 0, failure },
      {
        kind: 'picked',
        files: [file('may.csv')],
      },
    )
    expect([later.current, later.files[1]?.phase]).toEqual([1, 'waiting'])
  })

  test('a reading that was cancelled waits until it is asked for', () => {
    const state = run(march, { kind: 'reading', index: 0 }, { kind: 'cancelled', index: 0 })
    expect([state.files[0]?.phase, state.step]).toEqual(['stopped', 'file'])
  })

  test('a place is counted among the files of one pick, not among those that were imported before', () => {
    const state = run(
      march,
      { kind: 'loaded', index: 0, batch },
      { kind: 'picked', files: [file('april.csv')] },
    )
    expect(placeOf(state)).toBeUndefined()
    const more = wizard(state, { kind: 'picked', files: [file('may.csv')] })
    expect(placeOf(more)).toEqual({ at: 1, of: 2 })
    expect(placeOf(wizard(more, { kind: 'removed', index: 0 }))).toEqual({ at: 1, of: 2 })
    expect(placeOf(wizard(more, { kind: 'chose', index: 0 }))).toBeUndefined()
  })

  test('several files are taken one after another, whatever order they are done in', () => {
    const three = run(
      { kind: 'picked', files: [file('a.csv'), file('b.csv'), file('c.csv')] },
      { kind: 'chose', index: 1 },
    )
    const done = wizard({ ...three, current: 1 }, { kind: 'loaded', index: 1, batch })
    expect(nextFile(done)).toBe(2)
    const last = wizard({ ...done, current: 2 }, { kind: 'loaded', index: 2, batch: { ...batch, id: 8 } })
    expect(nextFile(last)).toBe(0)
    expect(
      nextFile(wizard({ ...last, current: 0 }, { kind: 'loaded', index: 0, batch: { ...batch, id: 9 } })),
    ).toBeUndefined()
  })

  test('taking a file out keeps the current one current', () => {
    const three = run(
      { kind: 'picked', files: [file('a.csv'), file('b.csv'), file('c.csv')] },
      { kind: 'chose', index: 2 },
    )
    const two = wizard(three, { kind: 'removed', index: 0 })
    expect(two.files[two.current]?.picked.name).toBe('c.csv')
    expect(wizard(two, { kind: 'removed', index: 1 }).files[0]?.picked.name).toBe('b.csv')
  })
})

describe('which column is which field', () => {
  test('a second date column takes the place of the first', () => {
    const after = withField(mapping, 1, { field: 'date' })
    expect(after.fields).toEqual([
      { column: 0, field: 'text' },
      { column: 1, field: 'date' },
      { column: 2, field: 'amount', numberStyle: { decimal: '.', grouping: ',' } },
    ])
  })

  test('several columns may be kept as text', () => {
    const after = withField(withField(mapping, 0, { field: 'text' }), 2, { field: 'text' })
    expect(after.fields.map(f => f.field)).toEqual(['text', 'description', 'text'])
  })

  test('a number style stays from amount to debit and goes with a date', () => {
    expect(withField(mapping, 2, { field: 'debit' }).fields[2]?.numberStyle).toEqual({
      decimal: '.',
      grouping: ',',
    })
    expect(withField(mapping, 2, { field: 'date' }).fields[2]).toEqual({ column: 2, field: 'date' })
    expect(withField(mapping, 0, { datePattern: 'MM/dd/yyyy' }).fields[0]).toEqual({
      column: 0,
      field: 'date',
      datePattern: 'MM/dd/yyyy',
    })
  })
})
