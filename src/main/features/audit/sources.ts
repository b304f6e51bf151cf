import { AUDIT_FIELDS, type AuditField } from '../../../shared/data/audit-request.ts'
import type { AuditSources } from '../../../shared/data/workpaper.ts'
import { FailureError } from '../../../shared/result/failure.ts'
import { fold } from '../../../shared/text/fold.ts'
import { say } from './messages.ts'

/** What a field can come from. `label` of a dimension of the program's own is its id: the page translates it. */
export interface Source {
  id: string
  label: string
  kind: 'dimension' | 'text' | 'extra'
}

/** Where each field is looked for first: of these the first that the ledger has. */
const FIRST: Partial<Record<AuditField, readonly string[]>> = {
  amount: ['entry'],
  date: ['entry'],
  payee: ['dimension:payee'],
  account: ['dimension:account'],
  user: ['dimension:user'],
  company: ['dimension:company'],
  reference: ['text:reference'],
  document: ['text:document'],
  number: ['text:document', 'text:reference'],
  text: ['text:description'],
}

/** Names of columns, folded, that tell what is in them: English, German, and the fields of SAP's tables. */
const NAMES: Partial<Record<AuditField, RegExp>> = {
  approver: /approv|released by|authori[sz]ed by|genehmig|freigegeben|freigabe/,
  entered: /entry date|entered|created|date of entry|erfass|eingabedatum|^cpudt$|recorded on/,
  due: /^due|due date|fallig|faellig|^netdt$|payable by/,
  time: /(^|[ _])time$|uhrzeit|^cputm$|entry time/,
  bank: /iban|bank account|account number of payee|bankverbindung|kontoverbindung|^bankn$/,
  user: /^user|entered by|created by|erfasser|^usnam$/,
}

/** Where all fields come from: as asked, else the usual place, else a column whose name says so. Throws `bad-input` for a place that there is not. */
export function sourcesOf(sources: readonly Source[], asked: AuditSources): AuditSources {
  const there = new Set(['entry', ...sources.map(one => one.id)])
  const found: AuditSources = {}
  for (const field of AUDIT_FIELDS) {
    const own = asked[field]
    if (own !== undefined) {
      if (!there.has(own) || (own === 'entry') !== (field === 'amount' || field === 'date'))
        throw new FailureError('bad-input', say().noSource(field, own.replace(/^[a-z]+:/, '')))
      found[field] = own
      continue
    }
    const first = FIRST[field]?.find(id => there.has(id))
    const named =
      NAMES[field] && sources.find(one => one.id !== 'dimension:user' && NAMES[field]?.test(fold(one.label)))
    const id = first ?? named?.id
    if (id !== undefined) found[field] = id
  }
  return found
}
