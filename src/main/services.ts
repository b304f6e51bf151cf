import type { Feature } from '../shared/contract/index.ts'
import type { Service } from './app.ts'
import { alertsService } from './features/alerts/service.ts'
import { anomaliesService } from './features/anomalies/service.ts'
import { forecastService } from './features/forecast/service.ts'
import { rootCauseService } from './features/root-cause/service.ts'
import { budgetService } from './features/budget/service.ts'
import { qualityService } from './features/quality/service.ts'
import { referenceService } from './features/reference/service.ts'
import { rulesService } from './features/rules/service.ts'
import { scheduleService } from './features/schedule/service.ts'
import { auditService } from './features/audit/service.ts'
import { reportsService } from './features/reports/service.ts'
import { chatService } from './features/chat/service.ts'
import { connectionsService } from './features/connections/service.ts'
import { warehouseService } from './features/warehouse/service.ts'
import { securityService } from './features/security/service.ts'
import { backupService } from './features/backup/service.ts'
import { privacyService } from './features/privacy/service.ts'
import { diagnosticsService } from './features/diagnostics/service.ts'
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
  alerts: alertsService,
  anomalies: anomaliesService,
  forecast: forecastService,
  'root-cause': rootCauseService,
  budget: budgetService,
  quality: qualityService,
  reference: referenceService,
  rules: rulesService,
  schedule: scheduleService,
  audit: auditService,
  reports: reportsService,
  chat: chatService,
  connections: connectionsService,
  warehouse: warehouseService,
  security: securityService,
  backup: backupService,
  privacy: privacyService,
  diagnostics: diagnosticsService,
  settings: settingsService,
} satisfies { [F in Feature]: Service<F> }
