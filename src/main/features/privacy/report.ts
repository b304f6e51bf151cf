import { toIsoDate } from '../../../shared/calendar/day.ts'
import type { PrivacyReport } from '../../../shared/contract/privacy.ts'
import { maskOne } from '../../../shared/privacy/mask.ts'
import { FailureError, ok, type Result } from '../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../app.ts'
import type { Found } from './reads.ts'
import { say } from './messages.ts'

/** Looks through every text in pieces, so that others are answered in between. Progress in texts; cancel between pieces. */
export async function report(ctx: CallContext): Promise<Result<PrivacyReport>> {
  const { reader } = requireWorkspace(ctx)
  const { texts, keptFiles } = await reader.call('privacyCounts', {})
  const tally = new Map<string, Found>()
  let done = 0
  for (const part of ['entries', 'rejects'] as const)
    for (let after: number | null = 0; after !== null;) {
      if (ctx.signal.aborted) throw new FailureError('cancelled', say().cancelled)
      ctx.progress({ stage: 'privacy', done, total: texts, unit: 'entries' })
      const piece: { found: Found[]; next: number | null; looked: number } = await reader.call(
        'privacyScan',
        {
          of: part,
          after,
        },
      )
      for (const one of piece.found) {
        const key = `${one.place} ${one.kind}`
        const known = tally.get(key)
        if (known) known.count += one.count
        else tally.set(key, { ...one })
      }
      done += piece.looked
      after = piece.next
    }
  const people = await reader.call('privacyPeople', {})
  const [first] = people
  const found: Found[] = [...tally.values()]
  if (first)
    found.unshift({
      place: 'payee',
      kind: 'person',
      count: people.length,
      example: maskOne('person', first.name),
    })
  return ok({
    people: people.map(({ payee, name, entries, lastDay, said }) => ({
      payee,
      name,
      entries,
      lastDay: lastDay === null ? null : toIsoDate(lastDay),
      said,
    })),
    found,
    texts,
    keptFiles,
  })
}
