#!/usr/bin/env node
// The command line program. Prints nothing of its own on stdout: that belongs to the command's answer.
import { join } from 'node:path'
import { giveUp, OUT, PROJECT } from './lib/project.mjs'
import { ensureBuilt, ensureInstalled } from './lib/ready.mjs'
import { become } from './lib/run.mjs'

await ensureInstalled({ quiet: true })
if (!(await ensureBuilt({ quiet: true }))) giveUp('Farthing could not be built (see above).')
process.env.NODE_ENV ??= 'production'
await become(join(PROJECT, OUT, 'main', 'cli.js'), process.argv.slice(2))
