import type { Feature } from '../shared/contract/index.ts'
import type { Service } from './app.ts'
import { dashboardService } from './features/dashboard/service.ts'
import { exploreService } from './features/explore/service.ts'
import { importService } from './features/import/service.ts'
import { ledgerService } from './features/ledger/service.ts'
import { settingsService } from './features/settings/service.ts'
import { workspaceService } from './features/workspace/service.ts'

export const services = {
  workspace: workspaceService,
  import: importService,
  ledger: ledgerService,
  dashboard: dashboardService,
  explore: exploreService,
  settings: settingsService,
} satisfies { [F in Feature]: Service<F> }
