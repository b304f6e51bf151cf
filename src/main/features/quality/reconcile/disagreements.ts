import type { Control } from '../../../../shared/contract/import.ts'
import type { Reconciliation, StageCheck } from '../../../../shared/contract/quality.ts'

type Disagreement = Reconciliation['disagreements'][number]

/** One sentence for each thing that does not agree, in English: for the command line and for logs. */
export function disagreementsOf({
  batches,
  balances,
  documents,
  stages,
}: Pick<Reconciliation, 'batches' | 'balances' | 'documents' | 'stages'>): Disagreement[] {
  const found: Disagreement[] = []
  const say = (severity: Disagreement['severity'], statement: string): void =>
    void found.push({ severity, statement })
  for (const { batch, file, counts, controls, stages: own, undone } of batches) {
    const name = `${file} (batch ${batch})`
    for (const check of own) if (!check.agrees) say('error', `${name}: ${stageSentence(check)}`)
    if (undone) continue
    for (const control of controls) if (!control.agrees) say('error', `${name}: ${controlSentence(control)}`)
    if (counts.rejected > 0)
      say('warning', `${name}: ${counts.rejected} ${counts.rejected === 1 ? 'row was' : 'rows were'} rejected and ${counts.rejected === 1 ? 'is' : 'are'} in no sum.`) // prettier-ignore
  }
  for (const check of stages) if (!check.agrees) say('error', `The ledger: ${stageSentence(check)}`)
  for (const one of balances)
    if (!one.agrees)
      say(
        'warning',
        `Account ${one.account}: the statement of batch ${one.batch} says ${one.stated} ${one.currency} on ${one.date}; ${one.carried} stated before and ${one.movements} moved since do not give that. A statement between them may be missing.`,
      )
  const { checked, unbalanced, oneSided, rows } = documents
  if (unbalanced > 0 && oneSided)
    say('info', `${unbalanced} of ${checked} documents do not balance: the files hold one side of the books.`)
  else
    for (const one of rows)
      say(
        'error',
        `Document ${one.document}${one.company && ` of company ${one.company}`} (${one.from}, ${one.entries} entries) does not balance: it sums to ${one.difference} ${one.currency}.`,
      )
  if (!oneSided && unbalanced > rows.length)
    say('error', `${unbalanced - rows.length} more documents do not balance.`)
  return found
}

const CONTROLS: Record<string, string> = {
  total: 'a total of',
  subtotal: 'a subtotal of',
  closing: 'a closing balance of',
  running: 'a running balance that ends at',
  credits: 'credits of',
  debits: 'debits of',
  all: 'movements of',
  'count-credits': 'this number of credits:',
  'count-debits': 'this number of debits:',
  'count-all': 'this number of movements:',
  assertion: 'a balance of',
}

function controlSentence({ code, label, file, farthing, currency = '', line, date, lines }: Control): string {
  const where = [label, date, line === undefined ? undefined : `line ${line}`].filter(Boolean).join(', ')
  const breaks = lines && lines.length > 0 ? ` It first breaks at line ${lines[0]}.` : ''
  return `the file states ${CONTROLS[code] ?? code} ${file} ${currency}${where && ` (${where})`}, its rows give ${farthing}.${breaks}`
}

const STAGES: Record<string, [string, string]> = {
  counts: ['rows read', 'loaded + duplicate + rejected + ignored'],
  sums: ['read', 'loaded + duplicate'],
  rejects: ['rows rejected', 'kept'],
  duplicates: ['duplicate rows', 'kept'],
  entries: ['entries loaded', 'there'],
  'entry-sums': ['loaded', 'there'],
  columns: ['entries in the ledger', 'in the engine’s columns'],
  'column-sums': ['in the ledger', 'in the engine’s columns'],
  texts: ['entries in the ledger', 'texts'],
  strays: ['expected', 'entries without their batch'],
}

function stageSentence({ code, left, right, currency }: StageCheck): string {
  const [before, after] = STAGES[code] ?? ['', '']
  const unit = currency === undefined ? '' : ` ${currency}`
  return `${left}${unit} ${before}, but ${right}${unit} ${after}.`
}
