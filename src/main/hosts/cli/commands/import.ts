import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Input } from '../../../../shared/contract/index.ts'
import type { Batch, Mapping, PickedFile, Question } from '../../../../shared/contract/import.ts'
import { fail, type Failure, type Result } from '../../../../shared/result/failure.ts'
import { userPath } from '../../../files/user-path.ts'
import { UsageError, WORKSPACE, type Command, type CommandContext } from '../command.ts'
import { json, table, visible } from '../print.ts'

export const importFiles: Command = {
  usage:
    'FILE… --workspace W [--profile personal|ledger] [--mapping M.json] [--answer QUESTION=CHOICE]… [--json]',
  summary: 'Load files; - is standard input',
  options: {
    ...WORKSPACE,
    profile: { type: 'string' },
    mapping: { type: 'string' },
    answer: { type: 'string', multiple: true },
  },
  positionals: true,
  async run(context) {
    const { args } = context
    const files = args.positionals
    if (files.length === 0) throw new UsageError('Name at least one file to import.')
    const profile = args.text('profile')
    if (profile !== undefined && profile !== 'personal' && profile !== 'ledger')
      throw new UsageError('--profile takes personal or ledger.')
    const request: Omit<Input<'import.commit'>, 'token'> = {
      profile,
      mapping: await readMapping(args.text('mapping')),
      answers: readAnswers(context),
    }
    await context.open()
    const batches: Batch[] = []
    const failures: { file: string; failure: Failure }[] = []
    for (const file of files) {
      const picked = await pick(context, file)
      const result = picked.ok
        ? await context.reply('import.commit', { token: picked.value.token, ...request })
        : picked
      if (result.ok) batches.push(result.value)
      else failures.push({ file, failure: result.failure })
      if (!result.ok && result.failure.code === 'cancelled') break
    }
    show(context, batches)
    for (const { file, failure } of failures) context.output.err(`${visible(sentence(file, failure))}\n`)
    return failures.length > 0 ? 1 : 0
  },
}

async function readMapping(path: string | undefined): Promise<Mapping | undefined> {
  if (path === undefined) return undefined
  try {
    // Its shape is checked where every request's is: in dispatch, which names what does not fit.
    return JSON.parse(await readFile(userPath(path), 'utf8')) as Mapping
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UsageError(`The mapping ${path} cannot be read: ${why}`)
  }
}

function readAnswers({ args }: CommandContext): Record<string, string> | undefined {
  const clauses = args.list('answer')
  if (clauses.length === 0) return undefined
  return Object.fromEntries(
    clauses.map(clause => {
      const at = clause.indexOf('=')
      if (at < 1) throw new UsageError(`--answer takes QUESTION=CHOICE, not ${clause}.`)
      return [clause.slice(0, at), clause.slice(at + 1)]
    }),
  )
}

/** Files are read where they lie; only standard input is put into the temp folder first. */
async function pick({ app }: CommandContext, file: string): Promise<Result<PickedFile>> {
  const path = file === '-' ? join(app.paths.temp, randomBytes(16).toString('hex')) : userPath(file)
  try {
    if (file === '-') await pipeline(process.stdin, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    const found = await stat(path)
    if (!found.isFile()) return fail('import-refused', 'it is not a file.')
    const name = file === '-' ? 'standard input' : basename(path)
    return { ok: true, value: app.files.add(path, name, found.size, file === '-') }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return fail('not-found', 'there is no such file.')
    return fail('import-refused', `it cannot be read (${code ?? message}).`)
  }
}

/** Rows that are missing from the sum must not be missed: how many, and where their reasons are. For people; JSON has the count. */
function rejectsOf({ file, id, counts: { rejected } }: Batch): string {
  const rows =
    rejected === 1 ? '1 row was rejected and is kept' : `${rejected} rows were rejected and are kept`
  return `${file}: ${rows}; “farthing rejects --batch ${id} --csv” gives the reasons.`
}

/** The failure's own sentence, which names the file, and how each open question is answered. */
function sentence(file: string, failure: Failure): string {
  const questions = (failure.details?.['questions'] ?? []) as Question[]
  const answers = questions.map(q => {
    const choices = q.choices.map(choice => choice.value)
    return `--answer '${q.id}=${choices.length > 0 ? choices.slice(0, 8).join('|') : '…'}'`
  })
  const what = failure.message.startsWith(basename(file)) ? failure.message : `${file}: ${failure.message}`
  return answers.length > 0 ? `${what} (${answers.join(' ')})` : what
}

function show({ args, output }: CommandContext, batches: Batch[]): void {
  if (args.flag('json')) {
    const plain = batches.map(({ file, counts, sums }) => ({ file, ...ordered(counts), sum: sums }))
    return output.out(`${json({ batches: plain })}\n`)
  }
  if (batches.length === 0) return
  output.out(`${batchTable(batches)}\n`)
  for (const batch of batches) if (batch.counts.rejected > 0) output.err(`${visible(rejectsOf(batch))}\n`)
}

const ordered = ({ read, loaded, duplicate, rejected, ignored }: Batch['counts']) => ({
  read,
  loaded,
  duplicate,
  rejected,
  ignored,
})

/** Batches for people: one line each. */
export function batchTable(batches: Batch[]): string {
  return table(
    ['batch', 'file', 'read', 'loaded', 'duplicate', 'rejected', 'ignored', 'sum'],
    batches.map(({ id, file, undone, counts, sums }) => [
      String(id),
      undone ? `${file} (undone)` : file,
      ...Object.values(ordered(counts)).map(String),
      Object.entries(sums)
        .map(([currency, sum]) => `${sum} ${currency}`)
        .join(', '),
    ]),
    2,
  )
}
