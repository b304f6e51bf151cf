import type {
  Batch,
  FieldMapping,
  Mapping,
  PickedFile,
  PreviewFile,
  PreviewRow,
  Question,
} from '../../../shared/contract/import.ts'
import type { Failure } from '../../../shared/result/failure.ts'
import type { Language } from '../../../shared/text/language.ts'

/** The steps, in order. Rules come between columns and preview when there are rules. */
export const STEPS = ['file', 'columns', 'preview', 'proof'] as const
export type Step = (typeof STEPS)[number]

/** 'waiting' is read when its turn comes; 'stopped' (by Cancel) only when the user asks. */
export type Phase = 'waiting' | 'reading' | 'stopped' | 'ready' | 'loading' | 'loaded' | 'failed'

/** One picked file on its way into the ledger. */
export interface WizardFile {
  picked: PickedFile
  phase: Phase
  preview?: PreviewFile
  /** What the next reading uses; absent while Farthing's own proposal stands. */
  mapping?: Mapping
  answers: Readonly<Record<string, string>>
  /** The mapping or the answers changed after the preview was read. */
  stale: boolean
  /** Lines that are duplicates and are to be loaded all the same. */
  loadDuplicates: ReadonlySet<number>
  /** Lines that would load and are left out: possibly there already, from another file. */
  skipRows: ReadonlySet<number>
  failure?: Failure
  /** The language in which its preview, or why there is none, was worded. */
  language?: Language
  batch?: Batch
}

/** The wizard: its step belongs to the current file; files are taken one after another. */
export interface Wizard {
  step: Step
  files: readonly WizardFile[]
  current: number
  /** Where the files begin that were picked while nothing was left to do: “file 2 of 3” counts from there. */
  since: number
}

export const START: Wizard = { step: 'file', files: [], current: 0, since: 0 }

export type WizardAction =
  | { kind: 'picked'; files: readonly PickedFile[] }
  | { kind: 'removed'; index: number }
  | { kind: 'reading'; index: number }
  | { kind: 'read'; index: number; preview: PreviewFile; language?: Language }
  | { kind: 'failed'; index: number; failure: Failure; language?: Language }
  | { kind: 'cancelled'; index: number }
  | { kind: 'field'; column: number; change: Partial<Omit<FieldMapping, 'column'>> }
  | { kind: 'mapping'; change: Partial<Mapping> }
  /** Another sheet of the workbook: its columns are others, so the mapping begins anew. */
  | { kind: 'sheet'; sheet: string; range?: string | undefined }
  /** Another of a text file's tables. */
  | { kind: 'table'; table: number }
  | { kind: 'answered'; question: string; value: string }
  | { kind: 'duplicate'; line: number; load: boolean }
  | { kind: 'duplicates'; lines: readonly number[]; load: boolean }
  | { kind: 'went'; step: Step }
  | { kind: 'chose'; index: number }
  | { kind: 'loading' }
  | { kind: 'loaded'; index: number; batch: Batch }
  | { kind: 'batch'; batch: Batch }

export function wizard(state: Wizard, action: WizardAction): Wizard {
  switch (action.kind) {
    case 'picked': {
      const files = [...state.files, ...action.files.map(fresh)]
      // What failed waits for the person; it does not hold up what is picked after it.
      const idle = state.files.every(file => ['loaded', 'failed', 'stopped'].includes(file.phase))
      return idle && action.files.length > 0
        ? { step: 'file', files, current: state.files.length, since: state.files.length }
        : { ...state, files }
    }
    case 'removed': {
      const files = state.files.filter((_, i) => i !== action.index)
      const since = state.since - (action.index < state.since ? 1 : 0)
      if (action.index === state.current)
        return { step: 'file', files, current: Math.max(0, Math.min(state.current, files.length - 1)), since }
      return { ...state, files, since, current: state.current - (action.index < state.current ? 1 : 0) }
    }
    case 'reading':
      return changed(state, action.index, { phase: 'reading', failure: undefined })
    case 'read':
      return worded(afterReading(state, action.index, action.preview), action)
    case 'failed': {
      const loading = state.files[action.index]?.phase === 'loading'
      const after = worded(
        changed(state, action.index, { phase: loading ? 'ready' : 'failed', failure: action.failure }),
        action,
      )
      const next = after.files.findIndex(file => file.phase === 'waiting')
      return loading || next === -1 || action.index !== state.current ? after : { ...after, current: next }
    }
    case 'cancelled':
      return changed(state, action.index, {
        phase: state.files[action.index]?.preview ? 'ready' : 'stopped',
        failure: undefined,
      })
    case 'field':
      return remapped(state, mapping => withField(mapping, action.column, action.change))
    case 'mapping':
      return remapped(state, mapping => ({ ...mapping, ...action.change }))
    case 'sheet': {
      const answers = { sheet: action.sheet, ...(action.range ? { range: action.range } : {}) }
      return changed(state, state.current, { answers, mapping: undefined, stale: true })
    }
    case 'table': {
      const answers = { table: String(action.table) }
      return changed(state, state.current, { answers, mapping: undefined, stale: true })
    }
    case 'answered': {
      const file = state.files[state.current]
      const answers = { ...file?.answers, [action.question]: action.value }
      return changed(state, state.current, { answers, stale: true })
    }
    case 'duplicate':
      return duplicates(state, [action.line], action.load)
    case 'duplicates':
      return duplicates(state, action.lines, action.load)
    case 'went':
      return mayGo(state, action.step) ? { ...state, step: action.step } : state
    case 'chose':
      return action.index in state.files
        ? { ...state, current: action.index, step: stepOf(state.files[action.index]) }
        : state
    case 'loading':
      return changed(state, state.current, { phase: 'loading', failure: undefined })
    case 'loaded': {
      const loaded = changed(state, action.index, {
        phase: 'loaded',
        batch: action.batch,
        failure: undefined,
      })
      return action.index === state.current ? { ...loaded, step: 'proof' } : loaded
    }
    case 'batch':
      return {
        ...state,
        files: state.files.map(file =>
          file.batch?.id === action.batch.id ? { ...file, batch: action.batch } : file,
        ),
      }
  }
}

/** Which of the files picked together the current one is, from 1; undefined where it is alone or of an earlier pick. */
export function placeOf({ files, current, since }: Wizard): { at: number; of: number } | undefined {
  const of = files.length - since
  return current < since || of < 2 ? undefined : { at: current - since + 1, of }
}

/** The next file that is not loaded yet, after the current one and round; undefined where all are done. */
export function nextFile(state: Wizard): number | undefined {
  for (let step = 1; step < state.files.length; step++) {
    const index = (state.current + step) % state.files.length
    if (state.files[index]?.phase !== 'loaded') return index
  }
  return undefined
}

/** Questions that are not answered: while there are any, nothing can be loaded. */
export const openQuestions = (file: WizardFile): Question[] =>
  (file.preview?.questions ?? []).filter(question => !Object.hasOwn(file.answers, question.id))

/** Rows that the button loads: those that the preview calls loaded, and the duplicates that the user wants. */
export const willLoad = (file: WizardFile): number =>
  (file.preview?.counts.loaded ?? 0) + file.loadDuplicates.size - file.skipRows.size

export function mayGo(state: Wizard, step: Step): boolean {
  const file = state.files[state.current]
  if (step === 'file') return file?.phase !== 'loading'
  if (!file || file.phase === 'loading') return false
  if (step === 'proof') return file.phase === 'loaded'
  if (file.phase === 'loaded') return false
  if (step === 'columns') return file.preview !== undefined
  return file.preview !== undefined && openQuestions(file).length === 0
}

/** Fields that only one column can be: giving one to a column takes it from the column that had it. */
const SHARED = new Set(['ignore', 'text', 'custom', 'description', 'note'])

export function withField(
  mapping: Mapping,
  column: number,
  change: Partial<Omit<FieldMapping, 'column'>>,
): Mapping {
  const before: FieldMapping = mapping.fields.find(f => f.column === column) ?? { column, field: 'ignore' }
  // The style of a date means nothing to an amount: a new field starts without the old one's style.
  const after: FieldMapping =
    change.field !== undefined && change.field !== before.field
      ? {
          column,
          field: change.field,
          ...(isMoney(change.field) && isMoney(before.field) ? styleOf(before) : {}),
        }
      : { ...before, ...change }
  const fields = mapping.fields
    .filter(f => f.column !== column)
    .map(f => (f.field === after.field && !SHARED.has(f.field) ? { column: f.column, field: 'text' } : f))
  return { ...mapping, fields: [...fields, after].toSorted((a, b) => a.column - b.column) }
}

const isMoney = (field: string): boolean => ['amount', 'debit', 'credit', 'balance'].includes(field)
const styleOf = (field: FieldMapping): Partial<FieldMapping> =>
  field.numberStyle ? { numberStyle: field.numberStyle } : {}

const fresh = (picked: PickedFile): WizardFile => ({
  picked,
  phase: 'waiting',
  answers: {},
  stale: false,
  loadDuplicates: new Set(),
  skipRows: new Set(),
})

function changed(state: Wizard, index: number, change: Partial<WizardFile>): Wizard {
  return { ...state, files: state.files.map((file, i) => (i === index ? { ...file, ...change } : file)) }
}

function afterReading(state: Wizard, index: number, preview: PreviewFile): Wizard {
  const before = state.files[index]
  if (!before) return state
  // Choices about duplicates hold only for lines that are still duplicates.
  const still = new Set(preview.rows.filter(row => row.outcome === 'duplicate').map(row => row.line))
  const loadDuplicates = new Set([...before.loadDuplicates].filter(line => still.has(line)))
  const possible = new Set(preview.rows.filter(isPossible).map(row => row.line))
  const skipRows = new Set([...before.skipRows].filter(line => possible.has(line)))
  const next = changed(state, index, {
    phase: 'ready',
    preview,
    stale: false,
    failure: undefined,
    loadDuplicates,
    skipRows,
  })
  return index === state.current && state.step === 'file'
    ? { ...next, step: stepOf(next.files[index]) }
    : next
}

function worded(state: Wizard, { index, language }: { index: number; language?: Language }): Wizard {
  return language ? changed(state, index, { language }) : state
}

/**
 * Whether a file is to be read again: its mapping or an answer changed, or the language did, in which its questions and reasons were
 * worded. Not while it is being loaded, nor after.
 */
export function mustReadAgain(file: WizardFile | undefined, language: Language): boolean {
  if (!file || file.phase === 'loading' || file.phase === 'loaded') return false
  return file.stale || (file.language !== undefined && file.language !== language)
}

/** Where a file stands: a shape that is known and settled needs no look at its columns. */
function stepOf(file: WizardFile | undefined): Step {
  if (file?.phase === 'loaded') return 'proof'
  if (!file?.preview) return 'file'
  return ['recognised', 'format'].includes(file.preview.mappingOrigin) && openQuestions(file).length === 0
    ? 'preview'
    : 'columns'
}

function remapped(state: Wizard, change: (mapping: Mapping) => Mapping): Wizard {
  const file = state.files[state.current]
  const mapping = file?.mapping ?? file?.preview?.mapping
  return mapping ? changed(state, state.current, { mapping: change(mapping), stale: true }) : state
}

function duplicates(state: Wizard, lines: readonly number[], load: boolean): Wizard {
  const file = state.files[state.current]
  const loadDuplicates = new Set(file?.loadDuplicates)
  const skipRows = new Set(file?.skipRows)
  const possible = new Set(file?.preview?.rows.filter(isPossible).map(row => row.line))
  for (const line of lines) {
    const [set, add] = possible.has(line) ? [skipRows, !load] : [loadDuplicates, load]
    if (add) set.add(line)
    else set.delete(line)
  }
  return changed(state, state.current, { loadDuplicates, skipRows })
}

/** A row that loads unless the user says that it is there already. */
export const isPossible = (row: PreviewRow): boolean => row.outcome === 'load' && row.likely !== undefined
