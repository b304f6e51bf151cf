import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseIsoDate, toIsoDate } from '../../../../shared/calendar/day.ts'
import type { Mapping } from '../../../../shared/contract/import.ts'
import { exponentOf, toDecimal } from '../../../../shared/money/minor.ts'
import type { Profile } from '../../../../shared/query/dimensions.ts'
import type { OpContext } from '../../../compute/ops.ts'
import { inspect } from '../load/inspect.ts'
import type { Destination } from '../load/destination.ts'
import { Run } from '../load/run.ts'

/** A kind of file as some institution writes it, small and invented, with what a bookkeeper would make of it. */
export interface Kind {
  kind: string
  csv: string
  /** A workbook in the text's place. */
  bytes?: Uint8Array
  /** The workspace's own profile; ledger unless said otherwise. */
  profile?: Profile
  base?: string
  encoding?: 'latin1' | 'utf16le'
  fiscalStartMonth?: number
  answers?: Record<string, string>
  known?: Mapping[]
  fileName?: string
  /** One text an entry: "2013-04-30 -12.00", with the currency behind it where it is not the base one. */
  entries?: string[]
  /** Ids of the questions that no rule may settle. */
  asks?: string[]
  /** Members of the first entry, by dimension, and its texts. */
  first?: Record<string, string>
  /** Dimensions and texts that the first entry must not have. */
  lacks?: string[]
  rejected?: number
  /** The account of each entry; '' where it has none. */
  accounts?: string[]
  /** Totals that the file states: its label, its figure, whether ours is the same, and ours. */
  claims?: string[]
  /** What the proposal takes the file for. */
  reads?: Profile
}

export interface Reading {
  entries: string[]
  asks: string[]
  first: Record<string, string>
  counts: { read: number; loaded: number; duplicate: number; rejected: number; ignored: number }
  accounts: string[]
  controls: boolean[]
  claims: string[]
  reasons: string[]
  mapping: Mapping
  origin: string
}

/** Puts a kind through the importer's own passes, from bytes to rows, without a workspace. */
export async function tryKind(kind: Kind): Promise<Reading> {
  const folder = mkdtempSync(join(tmpdir(), 'farthing-kind-'))
  const name = kind.fileName ?? 'table.csv'
  const path = join(folder, name)
  const mark = kind.encoding === 'utf16le' ? '\ufeff' : ''
  writeFileSync(path, kind.bytes ?? Buffer.from(mark + kind.csv.replace(/^\n/, ''), kind.encoding ?? 'utf8'))
  const op: OpContext = { progress: () => {}, cancelled: () => false }
  try {
    const fiscalStartMonth = kind.fiscalStartMonth ?? 1
    const base = kind.base ?? 'GBP'
    const inspection = await inspect(
      {
        source: { path },
        name,
        size: statSync(path).size,
        known: kind.known ?? [],
        workspaceProfile: kind.profile ?? 'ledger',
        baseCurrency: base,
        fiscal: fiscalStartMonth,
        answers: kind.answers ?? {},
      },
      op,
    )
    const entries: string[] = []
    const accounts: string[] = []
    const reasons: string[] = []
    const first: Record<string, string> = {}
    const to: Destination = {
      send(chunk) {
        run.answered({ sequence: chunk.sequence, duplicates: [] })
        return Promise.resolve()
      },
      unloaded: row => {
        if (row.outcome.kind !== 'load') reasons.push(`${row.line}: ${row.outcome.reason}`)
      },
      loading({ cells, normaliser: n }) {
        const amount = toDecimal(n.amount, exponentOf(n.currency))
        entries.push(`${toIsoDate(n.day)} ${amount}${n.currency === base ? '' : ` ${n.currency}`}`)
        const at = n.plan.dimensions.findIndex(d => d.id === 'account')
        accounts.push(n.plan.dimensions[at]?.dictionary.members[(n.ordinals[at] as number) - 1]?.label ?? '')
        if (entries.length > 1) return
        for (const [i, d] of n.plan.dimensions.entries()) {
          const member = d.dictionary.members[(n.ordinals[i] as number) - 1]
          if (member) first[d.id] = member.label
        }
        for (const t of n.plan.texts) first[t.field] = (cells[t.column] as string).trim()
        if (n.postingPeriod > 0) first['period'] = String(n.postingPeriod)
      },
      duplicates: () => {},
      drain: () => Promise.resolve(),
    }
    const fixed = kind.answers?.['date']
    const run = new Run(
      inspection,
      {
        fiscal: fiscalStartMonth,
        fixedDay: fixed === undefined ? undefined : parseIsoDate(fixed),
        loadDuplicates: new Set(),
      },
      to,
    )
    await run.run(op, 'checking', 0)
    return {
      entries,
      asks: inspection.questions.map(q => q.id),
      first,
      counts: run.counts,
      accounts,
      claims: run.controls.map(c => `${c.label} ${c.file} ${c.agrees ? '=' : '≠'} ${c.farthing}`),
      controls: run.controls.map(c => c.agrees),
      reasons,
      mapping: inspection.mapping,
      origin: inspection.origin,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
