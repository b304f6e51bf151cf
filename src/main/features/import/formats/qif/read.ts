import type { StatementAnswers, StatementEvent, StatementNote } from '../statement.ts'
import { NumberReader } from '../text/number.ts'
import { numberQuestion } from '../text/question.ts'
import { quoted } from '../text/sentence.ts'
import { accountBalance, accountName, openedAccount } from './account.ts'
import { type Block, blocks, type Header } from './blocks.ts'
import { DateJudge, type DateOrder } from './dates.ts'
import { recordsOf } from './record.ts'
import { type Section, sectionOf } from './sections.ts'
import { hasRecord } from './sniff.ts'
import { say } from './messages.ts'

/** Where in the file a block stands. */
interface Where {
  section: Section
  type: string
  account: string
  /** Accounts listed since the last !Account: only a single one is that of the records behind it. */
  listed: number
}

const START: Where = { section: 'unknown', type: '', account: '', listed: 0 }

function enter(where: Where, header: Header): Where {
  if (header.what === 'type') {
    const section = sectionOf(header.name)
    return { ...where, section, type: header.name, account: where.listed > 1 ? '' : where.account }
  }
  if (header.what === 'account') return { ...where, section: 'accounts', listed: 0, account: '' }
  return where
}

/** Reads a whole text. */
export function* read(
  text: string,
  answers: StatementAnswers | undefined,
): Generator<StatementEvent, void, undefined> {
  const numbers = new NumberReader(answers?.['decimal-mark'])
  const dates = new DateJudge()
  const isQif = observe(text, dates, numbers)
  if (!isQif) {
    yield {
      kind: 'problem',
      line: 1,
      raw: text.slice(0, 200),
      code: 'not-qif',
      message: unlike(text),
      fatal: true,
    }
    return
  }
  const { order, question } = dates.settle(answers?.['date-order'])
  const counts = { records: 0, sections: 0, lists: new Map<string, number>(), firstList: 0 }
  let where = START
  for (const item of blocks(text)) {
    if (item.kind === 'header') {
      where = enter(where, item)
      if (item.what !== 'type') continue
      if (where.section === 'list') counts.firstList ||= item.line
      else counts.sections++
      if (where.section === 'unknown')
        yield note(item, 'unknown-type', say().unknownSection(quoted(item.name)))
      continue
    }
    if (where.section === 'list') {
      counts.lists.set(where.type, (counts.lists.get(where.type) ?? 0) + 1)
      continue
    }
    if (where.section === 'accounts') {
      where = { ...where, account: accountName(item), listed: where.listed + 1 }
      const balance = accountBalance(item, { ...place(where, order), numbers })
      if (balance) yield balance
      continue
    }
    if (where.account === '') where = { ...where, account: openedAccount(item) }
    counts.records++
    yield* records(item, where, order, numbers)
  }
  yield* atEnd(counts, text)
  if (question) yield question
  const { open } = numbers
  if (open) yield numberQuestion(open)
}

const place = (
  where: Where,
  order: DateOrder,
): { account: string; type: string; isInvestment: boolean; order: DateOrder } => ({
  account: where.account,
  type: where.type,
  isInvestment: where.section === 'investments',
  order,
})

/** The first pass: what dates and amounts prove, and whether the text is QIF at all. */
function observe(text: string, dates: DateJudge, numbers: NumberReader): boolean {
  let where = START
  let isQif = false
  for (const item of blocks(text)) {
    if (item.kind === 'header') {
      where = enter(where, item)
      isQif = true
      continue
    }
    if (where.section === 'list') continue
    for (const { code, text: value, line } of item.fields) {
      if (code === (where.section === 'accounts' ? '/' : 'D')) dates.observe(value, line, item.raw)
      else if ('TU$IQO'.includes(code) && where.section !== 'accounts') numbers.observe(value)
    }
  }
  return (
    isQif ||
    hasRecord(
      text
        .slice(0, 64 * 1024)
        .trimStart()
        .split(/\r\n|\r|\n/, 400),
    )
  )
}

function* records(
  block: Block,
  where: Where,
  order: DateOrder,
  numbers: NumberReader,
): Generator<StatementEvent, void, undefined> {
  // A line without its end may be cut in the middle of an amount or a date.
  const last = block.fields.at(-1)
  if (block.end === 'within-line' && last && 'DTU$'.includes(last.code)) {
    yield {
      kind: 'problem',
      line: block.line,
      raw: block.raw,
      code: 'cut-off',
      message: say().cutLine(quoted(last.code + last.text)),
    }
    return
  }
  yield* recordsOf(block, { ...place(where, order), numbers })
  if (block.end !== 'mark') yield note(block, 'no-end', say().noEnd)
}

function note(at: { line: number; raw: string }, code: string, message: string): StatementNote {
  return { kind: 'note', line: at.line, raw: at.raw, code, message }
}

function* atEnd(
  counts: { records: number; sections: number; lists: ReadonlyMap<string, number>; firstList: number },
  text: string,
): Generator<StatementEvent, void, undefined> {
  const lists = [...counts.lists].map(([type, n]) => say().someOf(n, quoted(type))).join(', ')
  if (counts.records > 0 || counts.sections > 0) {
    if (lists !== '') yield note({ line: counts.firstList, raw: '' }, 'lists', say().leftOut(lists))
    if (counts.records === 0) yield note({ line: 1, raw: '' }, 'no-movements', say().noMovements)
    return
  }
  const what = lists === '' ? say().onlyHeaders : say().onlyLists(lists)
  yield {
    kind: 'problem',
    line: 1,
    raw: text.slice(0, 200),
    code: 'no-movements',
    message: say().nothingIn(what),
    fatal: true,
  }
}

function unlike(text: string): string {
  if (text.trim() === '') return say().empty
  if (/^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(text)) return say().webPage
  return say().noQif
}
