import { readFile, stat } from 'node:fs/promises'
import { FailureError } from '../../shared/result/failure.ts'
import { writeAtomic } from '../files/write-atomic.ts'
import { KeyFileSchema, type KeyFile } from './key-slots.ts'
import { say } from './messages.ts'

/** The key slots lie beside the workspace and travel with it: a workspace without them opens only by the keychain of this machine. */
export function keyFilePath(workspacePath: string): string {
  return `${workspacePath}-keys`
}

/** A thousand slots take a megabyte; this is what two sets of them do. */
export const KEY_FILE_MOST_BYTES = 4 * 2 ** 20

/** Throws `not-found` or `file-damaged`, in words that tell them from damage to the workspace itself. Never repairs anything. */
export async function readKeyFile(workspacePath: string): Promise<KeyFile> {
  const path = keyFilePath(workspacePath)
  let text: string
  try {
    const found = await stat(path)
    // A pipe would be waited for, and with it everybody who opens a workspace after this.
    if (!found.isFile() || found.size > KEY_FILE_MOST_BYTES)
      throw new FailureError('file-damaged', say().keysDamaged(path, `${found.size} B`, say().noKeyFile))
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new FailureError('not-found', say().keysMissing(path))
  }
  const parsed = KeyFileSchema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new FailureError(
    'file-damaged',
    say().keysDamaged(path, issue?.path.join('.') ?? '', issue?.message ?? ''),
  )
}

export async function writeKeyFile(workspacePath: string, file: KeyFile): Promise<void> {
  await writeAtomic(
    keyFilePath(workspacePath),
    `${JSON.stringify(KeyFileSchema.parse(file), undefined, 2)}\n`,
  )
}

const turns = new Map<string, Promise<unknown>>()

/** Reads, changes and writes the key file; changes of one file wait for each other. Answers what was written. */
export async function changeKeyFile(
  workspacePath: string,
  change: (file: KeyFile) => Promise<KeyFile>,
): Promise<KeyFile> {
  const before = turns.get(workspacePath) ?? Promise.resolve()
  const run = async (): Promise<KeyFile> => {
    const next = await change(await readKeyFile(workspacePath))
    await writeKeyFile(workspacePath, next)
    return next
  }
  const turn = before.then(run, run)
  turns.set(workspacePath, turn)
  try {
    return await turn
  } finally {
    if (turns.get(workspacePath) === turn) turns.delete(workspacePath)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
