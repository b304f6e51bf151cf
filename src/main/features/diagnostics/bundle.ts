import { zipSync } from 'fflate'
import type { CallContext } from '../../app.ts'
import { requireWorkspace } from '../../app.ts'
import { redact } from '../../files/redact.ts'
import { monitorOf } from '../../monitor.ts'
import { healthOf } from './health.ts'
import { say } from './messages.ts'

export interface BundleFile {
  name: string
  text: string
}

const LOG_LINES = 5000

/** Everything that the bundle holds. What could name anything of a person's is left out (texts) or redacted (the log). */
export async function bundleFiles(ctx: CallContext): Promise<BundleFile[]> {
  const { facts, slow, losses } = await healthOf(ctx)
  const { rows } = await requireWorkspace(ctx).reader.call('diagnosticsStore', {})
  const shown = facts.map(fact =>
    typeof fact.value === 'string' && fact.kind === 'text' ? { ...fact, value: redact(fact.value) } : fact,
  )
  const log = await monitorOf(ctx.app).log.tail(LOG_LINES)
  const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`
  return [
    { name: 'README.txt', text: say().readMe },
    { name: 'health.json', text: json({ facts: shown, losses }) },
    { name: 'tables.json', text: json(rows) },
    { name: 'slow.json', text: json(slow) },
    // Redacted as it was written; once more for what an older program wrote.
    { name: 'log.txt', text: log.map(line => `${line.slice(0, 24)}${redact(line.slice(24))}\n`).join('') },
  ]
}

export function zipOf(files: readonly BundleFile[]): Uint8Array {
  const encoder = new TextEncoder()
  return zipSync(Object.fromEntries(files.map(({ name, text }) => [name, encoder.encode(text)])))
}
