import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Writes migrations.generated.ts from migrations/*.sql: plain Node, the bundle and an asar then all find the SQL in the same way.
 * Run by `npm run db:generate` after drizzle-kit; migrate.test.ts fails where it was forgotten.
 */
export function inlined(folder: URL): string {
  const journal = JSON.parse(readFileSync(new URL('meta/_journal.json', folder), 'utf8')) as {
    entries: { tag: string }[]
  }
  const migrations = journal.entries.map(({ tag }) => ({
    tag,
    statements: readFileSync(new URL(`${tag}.sql`, folder), 'utf8')
      .split('--> statement-breakpoint')
      .map(statement => statement.trim())
      .filter(statement => statement !== ''),
  }))
  return (
    '// Written by db/inline-migrations.ts from migrations/*.sql. Do not edit; run `npm run db:generate`.\n' +
    'export const MIGRATIONS: readonly { readonly tag: string; readonly statements: readonly string[] }[] = ' +
    `${JSON.stringify(migrations, undefined, 2)}\n`
  )
}

if (import.meta.main)
  writeFileSync(
    new URL('migrations.generated.ts', import.meta.url),
    inlined(new URL('migrations/', import.meta.url)),
  )
