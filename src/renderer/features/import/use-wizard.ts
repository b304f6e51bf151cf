import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import type { PickedFile } from '../../../shared/contract/import.ts'
import type { Progress } from '../../../shared/contract/progress.ts'
import { call } from '../../app/client.ts'
import { tryPickFile } from '../../app/files.ts'
import { takePicked } from '../../app/picked.ts'
import { toast, useLanguage, useSetting } from '../../ui/index.ts'
import { mustReadAgain, START, wizard, type Wizard, type WizardAction, type WizardFile } from './wizard.ts'

/** What is being worked on, for the progress bar. */
export interface Job {
  kind: 'sending' | 'reading' | 'loading'
  index: number
  progress: Progress | undefined
  startedAt: number
}

export interface UseWizard {
  state: Wizard
  file: WizardFile | undefined
  dispatch: (action: WizardAction) => void
  job: Job | undefined
  cancel: () => void
  pick: (files: FileList | readonly File[]) => Promise<void>
  load: () => Promise<void>
  read: (index: number) => Promise<void>
}

// Files and answers outlast a look at another page: whoever checks the ledger in the middle comes back to the same step.
let kept: { workspace: string; state: Wizard } = { workspace: '', state: START }

/** How long the mapping must rest before the file is read again. */
const SETTLE_MS = 350

/** Runs the wizard: sends, reads and loads one file at a time, each with progress and Cancel. */
export function useWizard(workspace: string): UseWizard {
  const { profile } = useSetting()
  const language = useLanguage()
  const [state, dispatch] = useReducer(wizard, kept.workspace === workspace ? kept.state : START, before => ({
    ...before,
    files: before.files.map(file =>
      file.phase === 'reading' ? { ...file, phase: 'waiting' as const } : file,
    ),
  }))
  const [job, setJob] = useState<Job>()
  const abort = useRef<AbortController>(undefined)
  const latest = useRef(state)
  latest.current = state
  useEffect(() => {
    kept = { workspace, state }
  }, [workspace, state])
  useEffect(() => () => abort.current?.abort(), [])

  const begin = useCallback((kind: Job['kind'], index: number) => {
    abort.current?.abort()
    const controller = new AbortController()
    abort.current = controller
    setJob({ kind, index, progress: undefined, startedAt: performance.now() })
    return {
      signal: controller.signal,
      onProgress: (progress: Progress) =>
        controller === abort.current && setJob(now => (now ? { ...now, progress } : now)),
      end: () => controller === abort.current && setJob(undefined),
    }
  }, [])

  const read = useCallback(
    async (index: number): Promise<void> => {
      const file = latest.current.files[index]
      if (!file) return
      const { signal, onProgress, end } = begin('reading', index)
      dispatch({ kind: 'reading', index })
      const { token } = file.picked
      const input = { token, profile, mapping: file.mapping, answers: { ...file.answers } }
      const result = await call('import.preview', input, { signal, onProgress })
      end()
      if (latest.current.files[index]?.picked.token !== token) return
      if (result.ok) dispatch({ kind: 'read', index, preview: result.value, language })
      else if (result.failure.code === 'cancelled') {
        // A newer reading of the same file took over: that one will tell how it stands.
        if (signal === abort.current?.signal) dispatch({ kind: 'cancelled', index })
      } else {
        dispatch({ kind: 'failed', index, failure: result.failure, language })
        // The next file takes the page over, so the failure is said where it will still be seen.
        if (latest.current.files.some(other => other.phase === 'waiting'))
          toast('error', result.failure.message)
      }
    },
    [begin, profile, language],
  )

  const pick = useCallback(
    async (files: FileList | readonly File[]): Promise<void> => {
      const picked: PickedFile[] = []
      const { signal, onProgress, end } = begin('sending', -1)
      for (const file of Array.from(files)) {
        const result = await tryPickFile(
          file,
          (subject, done, total) => onProgress({ stage: 'sending', done, total, unit: 'bytes', subject }),
          signal,
        )
        if (result.ok) picked.push(...(await unpacked(result.value)))
        else if (result.failure.code !== 'cancelled') toast('error', result.failure.message)
      }
      end()
      dispatch({ kind: 'picked', files: picked })
    },
    [begin],
  )

  // Files that were dropped on another page come along once.
  useEffect(() => {
    const files = takePicked()
    if (files.length === 0) return
    void Promise.all(files.map(unpacked)).then(all => dispatch({ kind: 'picked', files: all.flat() }))
  }, [])

  // The current file is read as soon as it is its turn, and again when its mapping, an answer or the language changed.
  const { current } = state
  const file = state.files[current]
  const waiting = file?.phase === 'waiting'
  useEffect(() => {
    if (waiting) void read(current)
  }, [waiting, current, file?.picked.token, read])
  const stale = mustReadAgain(file, language)
  useEffect(() => {
    if (!stale) return undefined
    const timer = setTimeout(() => void read(latest.current.current), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [stale, file?.mapping, file?.answers, read])

  const load = useCallback(async (): Promise<void> => {
    const index = latest.current.current
    const now = latest.current.files[index]
    if (!now?.preview || now.stale || now.phase !== 'ready') return
    const { signal, onProgress, end } = begin('loading', index)
    dispatch({ kind: 'loading' })
    const result = await call(
      'import.commit',
      {
        token: now.picked.token,
        profile,
        mapping: now.mapping,
        answers: { ...now.answers },
        sha256: now.preview.sha256,
        loadDuplicates: [...now.loadDuplicates],
        skipRows: [...now.skipRows],
        check: true,
      },
      { signal, onProgress },
    )
    end()
    if (result.ok) dispatch({ kind: 'loaded', index, batch: result.value })
    else if (result.failure.code === 'cancelled') dispatch({ kind: 'cancelled', index })
    else dispatch({ kind: 'failed', index, failure: result.failure })
  }, [begin, profile])

  return { state, file, dispatch, job, cancel: () => abort.current?.abort(), pick, load, read }
}

/** A zip archive becomes the files in it; what cannot be opened is said when it is its turn to be read. */
async function unpacked(file: PickedFile): Promise<PickedFile[]> {
  const result = await call('import.members', { token: file.token })
  return result.ok ? result.value.files : [file]
}
