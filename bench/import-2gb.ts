import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, createWriteStream, existsSync, openSync, readSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, csvOf, makeLedger } from './lib/ledger.ts'
import { report, round } from './lib/report.ts'

const BAR_MIB = 512
const BASE_ROWS = 1_000_000

/**
 * A file of many gigabytes (`npm run bench -- import-2gb [gigabytes]`), imported by the real service in a process of its own: its
 * resident memory at the most, parser, writer and reader together.
 */
async function importLarge(gigabytes: number): Promise<void> {
  const { path, rows } = await largeCsv(gigabytes)
  const child = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'lib', 'import-ours.ts'), path, 'encrypted'],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    },
  )
  if (child.status !== 0) throw new Error(child.stderr)
  const told = JSON.parse(child.stdout.trim().split('\n').at(-1) as string) as {
    ms: number
    rssKib: number
    count: string
    counts: { loaded: number }
  }
  if (told.counts.loaded !== rows || told.count !== String(rows))
    throw new Error(`${told.counts.loaded} of ${rows} rows were loaded; the engine counts ${told.count}`)
  const peakRssMib = round(told.rssKib / 1024)
  report('import-2gb', peakRssMib <= BAR_MIB, {
    bytes: statSync(path).size,
    rows,
    seconds: round(told.ms / 1000),
    rowsPerSecond: Math.round((rows / told.ms) * 1000),
    peakRssMib,
    bars: { peakRssMib: BAR_MIB },
  })
}

/** The ledger of a million rows again and again, each time with numbers of its own, so that no row is another's duplicate. */
async function largeCsv(gigabytes: number): Promise<{ path: string; rows: number }> {
  const base = await csvOf(makeLedger(BASE_ROWS))
  const wanted = gigabytes * 2 ** 30
  const times = Math.max(1, Math.ceil(wanted / statSync(base).size))
  const path = join(cacheFolder(), `ledger-${BASE_ROWS}-times-${times}-v1.csv`)
  if (!existsSync(path)) {
    const out = createWriteStream(`${path}.part`)
    for (let time = 0; time < times; time += 1)
      for (const text of pieces(base)) {
        // A line begins with its number and ends with its reference: both are made this round's own.
        const own = time === 0 ? text : text.replace(/\n(?=\d)/gu, `\n${time}0000000`)
        if (!out.write(time === 0 ? own : withoutHeader(own))) await once(out, 'drain')
      }
    out.end()
    await once(out, 'finish')
    renameSync(`${path}.part`, path)
  }
  return { path, rows: BASE_ROWS * times }
}

const withoutHeader = (text: string): string =>
  text.startsWith('id,') ? text.slice(text.indexOf('\n') + 1) : text

/** The file's text, piece by piece; every piece but the first begins with a line's end. */
function* pieces(path: string): Generator<string> {
  const file = openSync(path, 'r')
  const buffer = Buffer.alloc(4 << 20)
  let rest = ''
  try {
    for (;;) {
      const read = readSync(file, buffer)
      if (read === 0) break
      const text = rest + buffer.toString('latin1', 0, read)
      const end = text.lastIndexOf('\n')
      yield text.slice(0, end)
      rest = text.slice(end)
    }
    yield rest
  } finally {
    closeSync(file)
  }
}

const [gigabytes = 2] = process.argv.slice(3).map(Number)
await importLarge(gigabytes)
