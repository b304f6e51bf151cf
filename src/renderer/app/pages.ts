import type { ComponentType } from 'react'

type Page = () => Promise<{ default: ComponentType }>

/** The pages: each a feature's <page>.route.tsx with the component as its default export, loaded when first visited. */
export const PAGE_FILES = {
  start: () => import('../features/workspace/start.route.tsx'),
  dashboard: () => import('../features/dashboard/dashboard.route.tsx'),
  ledger: () => import('../features/ledger/ledger.route.tsx'),
  changes: () => import('../features/ledger/changes.route.tsx'),
  rules: () => import('../features/rules/rules.route.tsx'),
  reference: () => import('../features/reference/reference.route.tsx'),
  schedule: () => import('../features/schedule/schedule.route.tsx'),
  quality: () => import('../features/quality/quality.route.tsx'),
  entry: () => import('../features/ledger/entry.route.tsx'),
  import: () => import('../features/import/import.route.tsx'),
  batches: () => import('../features/import/batches.route.tsx'),
  connections: () => import('../features/connections/connections.route.tsx'),
  alerts: () => import('../features/alerts/alerts.route.tsx'),
  audit: () => import('../features/audit/audit.route.tsx'),
  workpaper: () => import('../features/audit/workpaper.route.tsx'),
  anomalies: () => import('../features/anomalies/anomalies.route.tsx'),
  explain: () => import('../features/root-cause/explain.route.tsx'),
  forecast: () => import('../features/forecast/forecast.route.tsx'),
  budget: () => import('../features/budget/budget.route.tsx'),
  chat: () => import('../features/chat/chat.route.tsx'),
  explore: () => import('../features/explore/explore.route.tsx'),
  health: () => import('../features/diagnostics/health.route.tsx'),
  reports: () => import('../features/reports/reports.route.tsx'),
  figure: () => import('../features/reports/trace/figure.route.tsx'),
  security: () => import('../features/security/security.route.tsx'),
  settings: () => import('../features/settings/settings.route.tsx'),
} satisfies Record<string, Page>

export type PageName = keyof typeof PAGE_FILES
