import type { Command } from '../command.ts'
import { batches, rejects, restore, undo } from './batches.ts'
import { call } from './call.ts'
import { create, sample } from './create.ts'
import { entries } from './entries.ts'
import { importFiles } from './import.ts'
import { query } from './query.ts'
import { verify } from './verify.ts'

/** Every command by the name that is typed. */
export const commands: Readonly<Record<string, Command>> = {
  create,
  sample,
  import: importFiles,
  query,
  entries,
  batches,
  rejects,
  undo,
  restore,
  verify,
  call,
}
