import { fiscalFrom } from '../../shared/calendar/fiscal.ts'
import { useEffect } from 'react'
import type { WorkspaceStatus } from '../../shared/contract/workspace.ts'
import { accessStore } from '../ui/may.ts'
import { settingStore } from '../ui/preferences.ts'
import { useCall, type Called } from './use-call.ts'

/** The open workspace's status: entries, span, revision, settings. */
export function useWorkspace(): Called<WorkspaceStatus> {
  return useCall('workspace.status', {})
}

/** Carries preferences and the workspace's settings to the formats and the look. Once, in the layout. */
export function useSettings(status: WorkspaceStatus | undefined): void {
  const { value: preferences } = useCall('settings.get', {})
  useEffect(() => {
    if (preferences) settingStore.set(before => ({ ...before, ...preferences }))
  }, [preferences])
  const role = status?.open ? status.role : undefined
  const viewOnly = status?.readOnly === true
  const asksOnly = status?.asksOnly === true
  useEffect(() => accessStore.set({ role, viewOnly, asksOnly }), [role, viewOnly, asksOnly])
  const settings = status?.settings
  useEffect(() => {
    settingStore.set(before => ({
      ...before,
      currency: settings?.baseCurrency ?? 'GBP',
      profile: settings?.profile ?? 'personal',
      fiscal: fiscalFrom(settings?.fiscalStartMonth ?? 1, settings?.fiscalWeeks),
    }))
  }, [settings])
}
