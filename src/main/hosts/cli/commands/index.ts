import type { Command } from '../command.ts'
import { accounts } from './accounts.ts'
import { alerts } from './alerts.ts'
import { anomalies } from './anomalies.ts'
import { ask } from './ask.ts'
import { audit } from './audit.ts'
import { backup } from './backup.ts'
import { auditLog } from './audit-log.ts'
import { batches, rejects, restore, undo } from './batches.ts'
import { boards } from './boards.ts'
import { budget } from './budget.ts'
import { call } from './call.ts'
import { create, sample } from './create.ts'
import { diagnostics, supportBundle } from './diagnostics.ts'
import { entries } from './entries.ts'
import { evidence } from './evidence.ts'
import { explain } from './explain.ts'
import { forecast } from './forecast.ts'
import { history } from './history.ts'
import { breakdown, profile } from './explore.ts'
import { importFiles } from './import.ts'
import { indicators } from './indicators.ts'
import { privacy } from './privacy.ts'
import { quality } from './quality.ts'
import { query } from './query.ts'
import { reconcile } from './reconcile.ts'
import { rates } from './rates.ts'
import { report } from './report.ts'
import { rules } from './rules.ts'
import { schedule } from './schedule.ts'
import { source } from './source.ts'
import { trace } from './trace.ts'
import { trash } from './trash.ts'
import { users } from './users.ts'
import { variance } from './variance.ts'
import { verify } from './verify.ts'
import { warehouse } from './warehouse.ts'

/** Every command by the name that is typed. */
export const commands: Readonly<Record<string, Command>> = {
  create,
  sample,
  import: importFiles,
  query,
  entries,
  evidence,
  explain,
  profile,
  breakdown,
  batches,
  boards,
  rejects,
  undo,
  restore,
  forecast,
  history,
  indicators,
  rates,
  report,
  rules,
  quality,
  reconcile,
  schedule,
  source,
  trace,
  trash,
  variance,
  verify,
  warehouse,
  accounts,
  alerts,
  anomalies,
  ask,
  audit,
  'audit-log': auditLog,
  users,
  privacy,
  backup,
  budget,
  diagnostics,
  'support-bundle': supportBundle,
  call,
}
