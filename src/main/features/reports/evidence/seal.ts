import { createHash } from 'node:crypto'
import type { ReadableDB } from '../../../db/types.ts'
import { readMeta, readRevision } from '../../../db/meta.ts'
import { indexPage, type Packed } from './index-page.ts'
import { jsonText } from './lists.ts'
import { measured, type ZipWriter } from './zip-writer.ts'

const BLANK = '0'.repeat(64)

/**
 * Ends a pack with its index page, manifest and the manifest's hash; answers that hash. The page is measured with noughts in the place
 * of the hash that is printed on it.
 */
export function seal(
  zip: ZipWriter,
  db: ReadableDB,
  packed: Omit<Packed, 'members' | 'revision' | 'name' | 'currency'>,
): string {
  const about: Packed = {
    ...packed,
    name: readMeta(db, 'name') ?? '',
    currency: readMeta(db, 'base_currency') ?? '',
    revision: readRevision(db),
    members: [...zip.members],
  }
  const { run, workspace, asOf, auditHead } = about
  const manifest = jsonText({
    format: 'farthing-evidence',
    version: 1,
    workspace: { id: workspace, name: about.name, currency: about.currency },
    report: {
      run: run.id,
      name: run.name,
      template: run.template,
      from: run.from,
      to: run.to,
      madeAt: run.madeAt,
    },
    revision: about.revision,
    asOf,
    ...(auditHead && { auditHead }),
    index: measured(Buffer.from(indexPage(about, BLANK))),
    members: about.members,
  })
  const hash = createHash('sha256').update(manifest).digest('hex')
  zip.add('index.html', '', [indexPage(about, hash)])
  zip.add('manifest.json', '', [manifest])
  zip.add('manifest.sha256', '', [`${hash}  manifest.json\n`])
  return hash
}
