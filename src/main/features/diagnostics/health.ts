import { stat } from 'node:fs/promises'
import type { Backup, BackupList } from '../../../shared/contract/backup.ts'
import type { Fact, Health } from '../../../shared/contract/diagnostics.ts'
import type { Job } from '../../../shared/contract/schedule.ts'
import { FailureError, type Result } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import { monitorOf } from '../../monitor.ts'

type State = Fact['state']

const DAY_MS = 86_400_000
/** A day without a backup is a day off; two are worth a look. */
const BACKUP_DAYS = 3
/** Bank statements come monthly. */
const STALE_DAYS = 45

/** The state of the workspace's store, its backups, jobs and data, and of the program. */
export async function healthOf(ctx: CallContext): Promise<Health> {
  const workspace = requireWorkspace(ctx)
  const { reader, file } = workspace
  const [store, losses, integrity, status, backups, jobs, about] = await Promise.all([
    reader.call('diagnosticsStore', {}),
    reader.call('diagnosticsLosses', {}),
    reader.call('diagnosticsDone', { task: 'integrity' }),
    need(ctx.call('workspace.status', {})),
    need(ctx.call('backup.list', {})),
    need(ctx.call('schedule.list', {})),
    need(ctx.call('settings.about', {})),
  ])
  const [bytes, walBytes] = await Promise.all([file, `${file}-wal`].map(sizeOf))
  const monitor = monitorOf(ctx.app)
  const memory = process.memoryUsage()
  const facts: Fact[] = [
    fact('store', 'fileBytes', 'bytes', bytes ?? 0),
    fact(
      'store',
      'freeBytes',
      'bytes',
      store.freePages * store.pageBytes,
      tooMuch(store.freePages, store.pages),
    ),
    fact('store', 'walBytes', 'bytes', walBytes ?? 0),
    fact('store', 'entries', 'count', store.entries),
    fact('store', 'revision', 'count', workspace.revision),
    fact('store', 'schema', 'count', store.schema),
    fact(
      'store',
      'integrity',
      'code',
      integrity ? (integrity.ok ? 'good' : 'bad') : 'never',
      judged(integrity?.ok),
    ),
    fact('store', 'integrityAt', 'moment', integrity?.at ?? null),
    fact(
      'store',
      'lost',
      'count',
      losses.reduce((all, one) => all + one.commits, 0),
      losses.some(one => !one.seen) ? 'attention' : losses.length > 0 ? 'plain' : 'good',
    ),
    fact(
      'store',
      'access',
      'code',
      workspace.readOnly ? 'read-only' : 'read-write',
      workspace.readOnly ? 'attention' : 'good',
    ),
    fact(
      'store',
      'folder',
      'code',
      status.syncedFolder ? 'synced' : 'own',
      status.syncedFolder ? 'attention' : 'good',
    ),
    ...backupFacts(backups, store.entries === 0),
    ...jobFacts(jobs),
    fact('data', 'imported', 'moment', status.lastImportAt ?? null),
    fact('data', 'lastDay', 'day', status.lastDay ?? null, stale(status.lastDay)),
    fact('data', 'unconverted', 'count', status.unconverted ?? 0, status.unconverted ? 'attention' : 'good'),
    fact('data', 'models', 'count', store.models.runs),
    fact('data', 'modelAt', 'moment', store.models.lastAt),
    fact('program', 'version', 'text', about.version),
    fact('program', 'host', 'code', about.host),
    fact('program', 'platform', 'text', about.platform),
    fact('program', 'node', 'text', about.node),
    fact('program', 'sqlite', 'text', about.sqlite),
    fact('program', 'keychain', 'code', about.keychain ? 'there' : 'none'),
    fact('program', 'memory', 'bytes', memory.rss),
    fact('program', 'heap', 'bytes', memory.heapUsed),
    fact('program', 'startedAt', 'moment', monitor.startedAt),
    fact('program', 'slow', 'count', monitor.slow.length),
  ]
  return { facts, slow: monitor.slow.slice(0, 20), losses }
}

function backupFacts({ backups, automatic, lastProblem, synced }: BackupList, empty: boolean): Fact[] {
  const newest = backups.find((backup: Backup) => backup.problem === null)
  const age = newest ? Date.now() - Date.parse(newest.madeAt) : Infinity
  const late = !empty && age > BACKUP_DAYS * DAY_MS
  return [
    fact('backups', 'newestBackup', 'moment', newest?.madeAt ?? null, late ? 'attention' : 'good'),
    fact('backups', 'backups', 'count', backups.length),
    fact('backups', 'automatic', 'code', automatic ? 'on' : 'off', automatic ? 'good' : 'attention'),
    fact('backups', 'backupProblem', 'text', lastProblem, lastProblem === null ? 'good' : 'attention'),
    fact('backups', 'backupFolder', 'code', synced ? 'synced' : 'own'),
  ]
}

function jobFacts(jobs: readonly Job[]): Fact[] {
  const failed = jobs.filter(job => job.active && job.last?.outcome === 'failed').length
  const waiting = jobs.filter(job => job.active && job.last?.outcome === 'attention').length
  return [
    fact('jobs', 'jobs', 'count', jobs.filter(job => job.active).length),
    fact('jobs', 'failedJobs', 'count', failed, failed > 0 ? 'attention' : 'good'),
    fact('jobs', 'waitingJobs', 'count', waiting, waiting > 0 ? 'attention' : 'good'),
  ]
}

function fact(
  group: Fact['group'],
  id: string,
  kind: Fact['kind'],
  value: Fact['value'],
  state: State = 'plain',
): Fact {
  return { group, id, kind, value, state }
}

const judged = (good: boolean | undefined): State =>
  good === undefined ? 'plain' : good ? 'good' : 'attention'
/** A file that is more than half empty is worth compacting. */
const tooMuch = (free: number, all: number): State => (free > all / 2 && all > 1000 ? 'attention' : 'good')
const stale = (day: string | undefined): State =>
  day === undefined || Date.now() - Date.parse(day) < STALE_DAYS * DAY_MS ? 'good' : 'attention'

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    found => found.size,
    () => 0,
  )
}

/** A part that cannot be told of fails the whole: a page of health must not look better than things are. */
async function need<T>(asked: Promise<Result<T>>): Promise<T> {
  const result = await asked
  if (result.ok) return result.value
  throw new FailureError(result.failure.code, result.failure.message)
}
