import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Writes verifier.generated.ts from verify.mjs: a pack holds the verifier as a file that an auditor can read, and the bundle has no file
 * to read it from. Run by hand after a change (`node src/main/features/reports/evidence/inline-verifier.ts`); a test fails where it was forgotten.
 */
export function inlined(file: URL): string {
  const text = JSON.stringify(readFileSync(file, 'utf8'))
  return `// Written by inline-verifier.ts from verify.mjs. Do not edit.\n// prettier-ignore\nexport const VERIFIER = ${text}\n`
}

if (import.meta.main)
  writeFileSync(
    new URL('verifier.generated.ts', import.meta.url),
    inlined(new URL('verify.mjs', import.meta.url)),
  )
