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
    'FILE… --workspace W [--profile personal|ledger] [--mapping M.json] [--table N] [--answer QUESTION=CHOICE]… [--duplicates skip|load] [--check] [--json]',
  summary: 'Load files; - is standard input',
  options: {
    ...WORKSPACE,
    profile: { type: 'string' },
    mapping: { type: 'string' },
    answer: { type: 'string', multiple: true },
    table: { type: 'string' },
    duplicates: { type: 'string' },
    check: { type: 'boolean' },
  },
  positionals: true,
  async run(context) {
    const { args } = context
    const files = args.positionals
    if (files.length === 0) throw new UsageError('Name at least one file to import.')
    const profile = args.text('profile')
    if (profile !== undefined && profile !== 'personal' && profile !== 'ledger')
      throw new UsageError('--profile takes personal or ledger.')
    const duplicates = args.text('duplicates')
    if (duplicates !== undefined && duplicates !== 'skip' && duplicates !== 'load')
      throw new UsageError('--duplicates takes skip or load.')
    const request: Omit<Input<'import.commit'>, 'token'> = {
      profile,
      duplicates,
      check: args.flag('check'),
      mapping: await readMapping(args.text('mapping')),
      answers: readAnswers(context),
    }
    await context.open()
    const batches: Batch[] = []
    const failures: { file: string; failure: Failure }[] = []
    for (const file of files) {
      const members = await membersOf(context, file)
      if (!members.ok) failures.push({ file, failure: members.failure })
      for (const member of members.ok ? members.value : []) {
        const result = await context.reply('import.commit', { token: member.token, ...request })
        if (result.ok) batches.push(result.value)
        else
          failures.push({
            file: members.ok && members.value.length > 1 ? member.name : file,
            failure: result.failure,
          })
        if (!result.ok && result.failure.code === 'cancelled') return finish(context, batches, failures)
      }
    }
    return finish(context, batches, failures)
  },
}

function finish(
  context: CommandContext,
  batches: Batch[],
  failures: readonly { file: string; failure: Failure }[],
): number {
  show(context, batches)
  for (const { file, failure } of failures) context.output.err(`${visible(sentence(file, failure))}\n`)
  return failures.length > 0 ? 1 : 0
}

/** The file itself, or the files in it where it is a zip archive: each is imported on its own. */
async function membersOf(context: CommandContext, file: string): Promise<Result<PickedFile[]>> {
  const picked = await pick(context, file)
  if (!picked.ok) return picked
  const members = await context.reply('import.members', { token: picked.value.token })
  return members.ok ? { ok: true, value: members.value.files } : members
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
  const table = args.text('table')
  if (table !== undefined && !/^[1-9]\d{0,3}$/.test(table))
    throw new UsageError('--table takes a number from 1.')
  const clauses = [...args.list('answer'), ...(table === undefined ? [] : [`table=${table}`])]
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

function qualityOf({ file, id, quality }: Batch): string {
  if (quality?.problem !== undefined) return `${file}: the quality rules could not be run: ${quality.problem}`
  const score =
    quality?.score === null
      ? 'nothing to check'
      : `score ${(Math.floor((quality?.score ?? 0) * 100) / 100).toFixed(2)}`
  return `${file}: quality ${score}, ${quality?.failed ?? 0} rules failed; “farthing quality run --batch ${id}” says which.`
}

/** What the file says of itself and its rows do not give: something in it was not read, or it is wrong in itself. */
function disagreementsOf({ file, id, disagreements: [first], disagreements }: Batch): string {
  const more = disagreements.length > 1 ? `, and ${disagreements.length - 1} more figures` : ''
  const at = first?.line === undefined ? '' : ` on line ${first.line}`
  return `${file}: the file states ${first?.file} ${first?.currency ?? ''}${at}, its rows give ${first?.farthing}${more}. “farthing reconcile --batch ${id}” names each.`
}

/** Rows that were loaded, and that somebody should look at: nothing is left out on a mere likeness. */
function possibleOf({ file, id, possible = 0 }: Batch): string {
  const rows = possible === 1 ? '1 loaded row is' : `${possible} loaded rows are`
  return `${file}: ${rows} possibly in the workspace already, from another file (batch ${id}). “--duplicates skip” leaves such rows out.`
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
    const plain = batches.map(
      ({ file, format, counts, sums, stated, disagreements, quality, possible = 0 }) => ({
        file,
        format,
        ...ordered(counts),
        possible,
        sum: sums,
        stated,
        disagreements,
        ...(quality && { quality }),
      }),
    )
    return output.out(`${json({ batches: plain })}\n`)
  }
  if (batches.length === 0) return
  output.out(`${batchTable(batches)}\n`)
  for (const batch of batches) {
    if (batch.counts.rejected > 0) output.err(`${visible(rejectsOf(batch))}\n`)
    if (batch.quality) output.err(`${visible(qualityOf(batch))}\n`)
    if (batch.disagreements.length > 0) output.err(`${visible(disagreementsOf(batch))}\n`)
    if ((batch.possible ?? 0) > 0) output.err(`${visible(possibleOf(batch))}\n`)
  }
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
