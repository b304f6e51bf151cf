import type { Preferences } from '../../shared/contract/settings.ts'
import { settingStore } from '../ui/preferences.ts'
import { toast } from '../ui/toast.tsx'
import { call } from './client.ts'

/** Shows a preference at once and keeps it; goes back to what is kept where that fails. */
export async function savePreferences(next: Partial<Preferences>): Promise<void> {
  const before = settingStore.get()
  settingStore.set({ ...before, ...next })
  const result = await call('settings.set', next)
  if (result.ok) {
    settingStore.set(now => ({ ...now, ...result.value }))
  } else {
    settingStore.set(now => ({ ...now, ...before }))
    toast('error', result.failure.message)
  }
}
