// `npm run survival -- NAME --runs N`: one row of the survival table as a harness; see docs/survival.md.
import { join } from 'node:path'
import { PROJECT } from './lib/project.mjs'
import { ensureInstalled } from './lib/ready.mjs'
import { requireNode24, run } from './lib/run.mjs'

await ensureInstalled({ quiet: true })
const entry = join(PROJECT, 'e2e', 'survival', 'run.ts')
const { code } = await run(requireNode24(), [entry, ...process.argv.slice(2)])
process.exit(code)
