import type { MethodName } from '../shared/contract/index.ts'
import type { Session } from './app.ts'
import type { OpenWorkspace } from './db/open-workspace.ts'
import { createMasker, type Masker } from './masker.ts'

/** Not masked: what is about the file and its users, not the ledger. */
const PLAIN: ReadonlySet<string> = new Set(['workspace', 'settings', 'security', 'backup', 'diagnostics'])
/** Nor the wizard that reads a new file, whose questions are about the very texts. What became of the file is masked. */
const WIZARD: ReadonlySet<string> = new Set<MethodName>(['import.members', 'import.preview', 'import.commit'])
/** It quotes what it finds wrong. */
const QUOTES: ReadonlySet<string> = new Set<MethodName>(['workspace.verify'])

const isUnmasked = (name: MethodName): boolean =>
  WIZARD.has(name) || (PLAIN.has(name.split('.')[0] ?? '') && !QUOTES.has(name))

const maskers = new WeakMap<OpenWorkspace, { revision: number; who: string; masker: Masker }>()

/**
 * At the services' own border, so that no host, export or log has what the page has not. Undefined where this caller sees everything.
 * Made anew with each revision.
 */
export async function maskerFor(
  workspace: OpenWorkspace | undefined,
  session: Session,
  name: MethodName,
): Promise<Masker | undefined> {
  if (!workspace || session.role === 'nobody' || isUnmasked(name)) return undefined
  let known = maskers.get(workspace)
  if (known?.revision !== workspace.revision) {
    const { who } = await workspace.reader.call('privacyMasking', {})
    const people = who === 'nobody' ? [] : await workspace.reader.call('privacyNames', {})
    known = { revision: workspace.revision, who, masker: createMasker(people) }
    maskers.set(workspace, known)
  }
  const masked = known.who === 'everybody' || (known.who === 'viewers' && session.role === 'viewer')
  return masked ? known.masker : undefined
}
