import type { Harness } from './outcome.ts'

/** One for each row of the survival table: its name, and how it is loaded. */
export const HARNESSES: Readonly<Record<string, () => Promise<Harness>>> = {
  'kill-import': async () => (await import('./kill-import.ts')).harness,
  'kill-migration': async () => (await import('./kill-migration.ts')).harness,
  'kill-backup': async () => (await import('./kill-backup.ts')).harness,
  'lost-wal': async () => (await import('./lost-wal.ts')).harness,
  'disk-full': async () => (await import('./disk-full.ts')).harness,
  'read-only': async () => (await import('./read-only.ts')).harness,
  'two-programs': async () => (await import('./two-programs.ts')).harness,
  mutations: async () => (await import('./mutations.ts')).harness,
  'worker-crash': async () => (await import('./worker-crash.ts')).harness,
  cancel: async () => (await import('./cancel.ts')).harness,
  money: async () => (await import('./money.ts')).harness,
  'import-2gb': async () => (await import('./import-2gb.ts')).harness,
  'audit-log': async () => (await import('./by-tests.ts')).auditLog,
  fuzz: async () => (await import('./by-tests.ts')).fuzz,
  idempotence: async () => (await import('./by-tests.ts')).idempotence,
}
