// Writes the answer key of the sample company after its generator was changed: node scripts/write-planted.mjs (Node 24).
import { writeFile } from 'node:fs/promises'
import { companySample } from '../src/main/features/workspace/samples/company/index.ts'

const target = new URL('../resources/samples/company-planted.json', import.meta.url)
await writeFile(target, `${JSON.stringify(companySample().planted, null, 2)}\n`)
