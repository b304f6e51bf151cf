import { useState } from 'react'
import type { PickedFile } from '../../../shared/contract/import.ts'
import type { Input, MethodName, Output } from '../../../shared/contract/index.ts'
import { queryClient, useLongCall } from '../../app/use-call.ts'

type Preview =
  | 'reference.previewRates'
  | 'reference.previewChart'
  | 'reference.previewIndicators'
  | 'budget.previewFile'
type Import =
  | 'reference.importRates'
  | 'reference.importChart'
  | 'reference.importIndicators'
  | 'budget.importFile'

/** A file that is looked at, then imported: its report, and what ImportDialog is given: what is wrong with it, and the call that is running. */
export function useImport<P extends Preview & MethodName, I extends Import & MethodName>(
  previewMethod: P,
  importMethod: I,
) {
  const preview = useLongCall(previewMethod)
  const load = useLongCall(importMethod)
  const [picked, setPicked] = useState<PickedFile>()
  const [report, setReport] = useState<Output<P>>()
  const [problem, setProblem] = useState<string>()

  const look = async (file: PickedFile, more: Omit<Input<P>, 'token'>): Promise<void> => {
    setPicked(file)
    setProblem(undefined)
    setReport(undefined)
    const result = await preview.run({ token: file.token, ...more } as Input<P>)
    if (result.ok) setReport(result.value)
    else if (result.failure.code !== 'cancelled') setProblem(result.failure.message)
  }
  /** Answers what was done; undefined where it failed or was cancelled, and then says why. */
  const take = async (more: Omit<Input<I>, 'token'>): Promise<Output<I> | undefined> => {
    if (!picked) return undefined
    setProblem(undefined)
    const result = await load.run({ token: picked.token, ...more } as Input<I>)
    void queryClient.invalidateQueries()
    if (result.ok) return result.value
    if (result.failure.code !== 'cancelled') setProblem(result.failure.message)
    return undefined
  }
  const dialog = { picked, problem, work: load.running ? load : preview, ready: report !== undefined }
  return { picked, report, look, take, loading: load.running, dialog }
}
