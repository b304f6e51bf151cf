import type { Control } from '../../../../shared/contract/import.ts'
import type { Reconciliation, StageCheck } from '../../../../shared/contract/quality.ts'
import { say } from './messages.ts'

type Disagreement = Reconciliation['disagreements'][number]

/** One sentence for each thing that does not agree. */
export function disagreementsOf({
  batches,
  balances,
  documents,
  stages,
}: Pick<Reconciliation, 'batches' | 'balances' | 'documents' | 'stages'>): Disagreement[] {
  const found: Disagreement[] = []
  const add = (severity: Disagreement['severity'], statement: string): void =>
    void found.push({ severity, statement })
  for (const { batch, file, counts, controls, stages: own, undone } of batches) {
    const name = say().batch(file, batch)
    for (const check of own) if (!check.agrees) add('error', `${name}: ${stageSentence(check)}`)
    if (undone) continue
    for (const control of controls) if (!control.agrees) add('error', `${name}: ${controlSentence(control)}`)
    if (counts.rejected > 0) add('warning', `${name}: ${say().rejected(counts.rejected)}`)
  }
  for (const check of stages) if (!check.agrees) add('error', `${say().ledger}: ${stageSentence(check)}`)
  for (const one of balances) if (!one.agrees) add('warning', say().balance(one))
  const { checked, unbalanced, oneSided, rows } = documents
  if (unbalanced > 0 && oneSided) add('info', say().oneSided(unbalanced, checked))
  else for (const one of rows) add('error', say().document(one))
  if (!oneSided && unbalanced > rows.length) add('error', say().moreDocuments(unbalanced - rows.length))
  return found
}

function controlSentence({ code, label, file, farthing, currency = '', line, date, lines }: Control): string {
  const where = [label, date, line === undefined ? undefined : say().line(line)].filter(Boolean).join(', ')
  const breaks = lines?.[0] === undefined ? '' : say().breaks(lines[0])
  const what = say().controls[code] ?? code
  return say().control(what, file, currency, where && ` (${where})`, farthing) + breaks
}

function stageSentence({ code, left, right, currency }: StageCheck): string {
  const [before, after] = say().stages[code] ?? ['', '']
  return say().stage(left, before, right, after, currency === undefined ? '' : ` ${currency}`)
}
