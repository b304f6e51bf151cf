import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { PickedFile } from '../../../shared/contract/import.ts'
import { userPath } from '../../files/user-path.ts'
import { CommandError, type CommandContext } from './command.ts'

/** A plain table or series that the command line names, as a token for a headless method; `-` is standard input. CommandError where it cannot be read. */
export async function tableFile({ app }: CommandContext, file: string): Promise<PickedFile> {
  const piped = file === '-'
  const path = piped ? join(app.paths.temp, randomBytes(16).toString('hex')) : userPath(file)
  const name = piped ? 'standard input' : basename(path)
  try {
    if (piped) await pipeline(process.stdin, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    const found = await stat(path)
    if (found.isFile()) return app.files.add(path, name, found.size, piped)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new CommandError({ code: 'not-found', message: `There is no file ${file}.` })
    const why = `${file} cannot be read (${code ?? message}).`
    throw new CommandError({ code: 'import-refused', message: why })
  }
  throw new CommandError({ code: 'import-refused', message: `${file} is not a file.` })
}
