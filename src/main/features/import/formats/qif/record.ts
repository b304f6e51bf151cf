import type { StatementEvent, StatementProblem, StatementRecord } from '../statement.ts'
import { quoted } from '../text/sentence.ts'
import { sumOf } from '../text/sum.ts'
import type { Block } from './blocks.ts'
import { readDate } from './dates.ts'
import { type Fields, fieldsOf, joined, type Split } from './fields.ts'
import { investment } from './investment.ts'
import { say } from './messages.ts'
import type { Place } from './place.ts'

/** The records of one block: one for each part of a split, two for an investment paid from another account; or what keeps it from being any. */
export function recordsOf(block: Block, place: Place): StatementEvent[] {
  const fields = fieldsOf(block, place.isInvestment)
  const problem = (code: string, message: string): StatementProblem[] => [
    { kind: 'problem', line: block.line, raw: block.raw, code, message },
  ]
  if (fields.date === undefined || fields.date === '') return problem('no-date', say().noDate)
  const date = readDate(fields.date, place.order)
  if (date === undefined) return problem('bad-date', say().badDate(quoted(fields.date)))
  const base = baseOf(block, fields, place, date)
  if (place.isInvestment) return investment(base, fields, place, problem)
  const written =
    fields.amount ?? (fields.splits.length > 0 ? splitSum(fields.splits, place, block) : undefined)
  if (written === undefined) return problem('no-amount', say().noAmount)
  const amount = place.numbers.read(written, block.line, block.raw)
  if (amount === undefined) return problem('bad-amount', say().badAmount(quoted(written)))
  const other =
    fields.otherAmount === undefined ? amount : place.numbers.read(fields.otherAmount, block.line, block.raw)
  if (other === undefined || sumOf([amount]) !== sumOf([other]))
    return problem('two-amounts', say().twoAmounts(quoted(written), quoted(fields.otherAmount ?? '')))
  return withParts({ ...base, amount }, fields, place, block)
}

function baseOf(block: Block, fields: Fields, place: Place, date: string): StatementRecord {
  const { category, extra } = categoryOf(fields.category)
  if (fields.address !== '') extra['address'] = fields.address
  const status = STATUS[fields.cleared.toUpperCase()]
  if (status !== undefined) extra['status'] = status
  return {
    kind: 'record',
    line: block.line,
    raw: block.raw,
    date,
    valueDate: '',
    amount: '0',
    currency: '',
    account: place.account,
    payee: fields.payee,
    description: fields.memo,
    bankReference: '',
    reference: place.isInvestment ? '' : fields.number,
    category,
    type: place.type,
    document: '',
    extra,
  }
}

const STATUS: Readonly<Record<string, string>> = {
  '*': 'cleared',
  C: 'cleared',
  X: 'reconciled',
  R: 'reconciled',
}

/** 'Car:Fuel/Trip' is a category with a class; '[Savings]/Trip' a transfer to an account; 'Fees|[Savings]' both. */
export function categoryOf(text: string): { category: string; extra: Record<string, string> } {
  const match = /^([^[\]]*?)\|?(\[[^\]]*\])?(?:\/([^[\]]*))?$/.exec(text)
  const extra: Record<string, string> = {}
  if (!match) return { category: text, extra }
  const [, before = '', bracketed, behind] = match
  const slash = bracketed === undefined ? before.indexOf('/') : -1
  const name = slash < 0 ? before : before.slice(0, slash)
  const inClass = slash < 0 ? (behind ?? '') : before.slice(slash + 1)
  if (inClass.trim() !== '') extra['class'] = inClass.trim()
  if (bracketed !== undefined) extra['transferAccount'] = bracketed.slice(1, -1)
  return { category: name.trim() === '' ? (bracketed ?? '') : name.trim(), extra }
}

const amountOf = (split: Split, place: Place, block: Block): string | undefined =>
  split.amount === '' ? undefined : place.numbers.read(split.amount, block.line, block.raw)

function splitSum(splits: readonly Split[], place: Place, block: Block): string | undefined {
  const amounts = splits.map(split => amountOf(split, place, block))
  return amounts.every(amount => amount !== undefined) ? sumOf(amounts) : undefined
}

/** The parts of a split where they sum to the record; else the record alone, and a note: the money is counted once and wholly. */
function withParts(record: StatementRecord, fields: Fields, place: Place, block: Block): StatementEvent[] {
  const { splits } = fields
  if (splits.length === 0) return [record]
  const sum = splitSum(splits, place, block)
  if (sum === undefined || sum !== sumOf([record.amount])) {
    const what = sum === undefined ? say().badPart : say().partsDiffer(sum, sumOf([record.amount]))
    return [
      record,
      {
        kind: 'note',
        line: block.line,
        raw: block.raw,
        code: 'split-differs',
        message: say().asOne(what),
      },
    ]
  }
  const document = splits.length > 1 ? `${record.date} line ${block.line}` : ''
  return splits.map(split => {
    const { category, extra } = categoryOf(split.category)
    return {
      ...record,
      amount: amountOf(split, place, block) as string,
      description: joined(split.memos) || record.description,
      category,
      document,
      extra: { ...without(record.extra), ...extra },
    }
  })
}

/** The parts name their own class and account. */
function without(extra: Record<string, string>): Record<string, string> {
  const { class: _class, transferAccount: _account, ...rest } = extra
  return rest
}
