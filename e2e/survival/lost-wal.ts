import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openWritable } from '../../src/main/db/open-database.ts'
import { readLosses } from '../../src/main/db/witness.ts'
import { insertBatch } from '../../src/main/engine/testing/ledger.ts'
import { witnessPath } from '../../src/main/files/workspace-files.ts'
import { mulberry32, type Uniform } from '../../src/shared/stats/random.ts'
import { makePlace, one } from './home.ts'
import type { Harness } from './outcome.ts'

const COMMITS = 12

/** Torn and lost write-ahead logs: what opens is a state that was, and where it is not the latest that was saved, that is said. */
export const harness: Harness = {
  usual: 1000,
  async run(runs, seed) {
    const random = mulberry32(seed)
    const failures: string[] = []
    const figures = { whole: 0, 'behind and reported': 0, refused: 0 }
    let image = 0
    while (image < runs) {
      const base = makeBase(random)
      for (let i = 0; i < 50 && image < runs; i += 1, image += 1) {
        const kind = KINDS[image % KINDS.length] as (typeof KINDS)[number]
        const path = join(base.folder, 'image.farthing')
        for (const end of ['', '-wal', '-shm', '-witness']) rmSync(`${path}${end}`, { force: true })
        copyFileSync(base.path, path)
        copyFileSync(witnessPath(base.path), witnessPath(path))
        const wal = kind.spoil(readFileSync(`${base.path}-wal`), random)
        if (wal) writeFileSync(`${path}-wal`, wal)
        const fail = (what: string): void => void failures.push(`image ${image} (${kind.name}): ${what}`)
        try {
          const db = openWritable(path, base.key, { witness: true })
          const count = one(db, 'SELECT count(*) FROM entry') as number
          const sum = one(db, 'SELECT coalesce(sum(amount), 0) FROM entry') as number
          const losses = readLosses(db)
          db.close()
          if (base.states.get(count) !== sum) fail(`${count} entries that sum to ${sum} were never a state`)
          else if (count === base.entries && losses.length > 0)
            fail('a loss was reported though nothing was lost')
          else if (count === base.entries) figures.whole += 1
          else if (losses.length === 0)
            fail(`${count} of ${base.entries} entries are there and nothing is said`)
          else figures['behind and reported'] += 1
        } catch (error) {
          if ((error as { failure?: { code: string } }).failure?.code !== 'file-damaged') fail(String(error))
          else figures.refused += 1
        }
      }
      rmSync(base.folder, { recursive: true, force: true })
    }
    return { runs, failures, bar: 'prefix-consistent, and every loss reported; 0 false alarms', figures }
  },
}

type Kind = { name: string; spoil: (wal: Buffer, random: Uniform) => Buffer | undefined }

const at = (wal: Buffer, random: Uniform): number => Math.floor(random() * wal.length)

const KINDS: readonly Kind[] = [
  { name: 'as it is', spoil: wal => wal },
  { name: 'lost', spoil: () => undefined },
  { name: 'emptied', spoil: () => Buffer.alloc(0) },
  { name: 'cut', spoil: (wal, random) => wal.subarray(0, at(wal, random)) },
  { name: 'cut at a page', spoil: (wal, random) => wal.subarray(0, at(wal, random) & ~4095) },
  { name: 'nought from somewhere', spoil: (wal, random) => Buffer.from(wal).fill(0, at(wal, random)) },
  {
    name: 'one bit',
    spoil(wal, random) {
      const bytes = Buffer.from(wal)
      const place = at(wal, random)
      bytes[place] = (bytes[place] as number) ^ (1 << Math.floor(random() * 8))
      return bytes
    },
  },
  {
    name: 'a sector of nought',
    spoil(wal, random) {
      const place = at(wal, random) & ~511
      return Buffer.from(wal).fill(0, place, place + 512)
    },
  },
]

/** A workspace as it lies after a kill: commits in the log, each state that it went through known by its entries and their sum. */
function makeBase(random: Uniform) {
  const place = makePlace()
  const db = place.db
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  const open = openWritable(place.path, place.key, { witness: true })
  open.pragma('wal_autocheckpoint = 0')
  const states = new Map([[0, 0]])
  let entries = 0
  let sum = 0
  for (let batch = 1; batch <= COMMITS; batch += 1) {
    const rows = Array.from({ length: 1 + Math.floor(random() * 30) }, () => ({ day: 20_000, amount: Math.floor(random() * 100_000) })) // prettier-ignore
    insertBatch(open, batch, rows)
    entries += rows.length
    sum += rows.reduce((all, row) => all + row.amount, 0)
    states.set(entries, sum)
    // Some of them have gone home into the file.
    if (batch === COMMITS >> 1) open.pragma('wal_checkpoint(PASSIVE)')
  }
  const folder = join(place.folder, 'image')
  mkdirSync(folder)
  const path = join(folder, 'base.farthing')
  for (const end of ['', '-wal', '-witness'])
    if (existsSync(`${place.path}${end}`)) copyFileSync(`${place.path}${end}`, `${path}${end}`)
  open.close()
  return { folder, path, key: place.key, states, entries }
}
