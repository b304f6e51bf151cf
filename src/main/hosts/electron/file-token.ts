import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { PickedFile } from '../../../shared/contract/import.ts'
import { fail, ok, type Result } from '../../../shared/result/failure.ts'
import type { App } from '../../app.ts'
import { say } from './answers.messages.ts'

/** A path that the user chose, dropped or opened becomes a token; the page learns its name and size, never where it lies. */
export async function tokenFor(app: App, path: string): Promise<Result<PickedFile>> {
  const name = basename(path)
  if (name === '') return fail('bad-input', say().notOnDisk)
  const found = await stat(path).catch(() => undefined)
  if (!found) return fail('not-found', say().gone(name))
  if (!found.isFile()) return fail('bad-input', say().noFile(name))
  return ok(app.files.add(path, name, found.size, false))
}
