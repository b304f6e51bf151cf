import type { Output } from '../../shared/contract/index.ts'
import type { Preferences } from '../../shared/contract/settings.ts'
import type { Result } from '../../shared/result/failure.ts'
import { settingStore } from '../ui/preferences.ts'
import { toast } from '../ui/toast.tsx'
import { call } from './client.ts'
import { queryClient } from './use-call.ts'

const KEPT = { queryKey: ['settings.get', {}] }

let saving: Promise<unknown> = Promise.resolve()

/** Shows a preference at once and keeps it; goes back to what was shown where that fails. */
export async function savePreferences(changes: Partial<Preferences>): Promise<void> {
  const before = settingStore.get()
  settingStore.set({ ...before, ...changes })
  // The host reads, changes and writes one file: one after another, or the second would undo the first.
  const turn = saving.then(() => keep(changes))
  saving = turn
  const result = await turn
  if (!result.ok) {
    const names = Object.keys(changes) as (keyof Preferences)[]
    settingStore.set(now => ({ ...now, ...Object.fromEntries(names.map(name => [name, before[name]])) }))
    toast('error', result.failure.message)
    await queryClient.invalidateQueries(KEPT)
  } else if (saving === turn) queryClient.setQueryData(KEPT.queryKey, result.value)
}

async function keep(changes: Partial<Preferences>): Promise<Result<Output<'settings.set'>>> {
  // An answer that is still on its way was read before this choice: put on after it, it would undo it on the screen. The page's
  // first read is such a one where a theme is chosen while the program starts.
  await queryClient.cancelQueries(KEPT)
  const result = await call('settings.set', changes)
  await queryClient.cancelQueries(KEPT)
  return result
}
