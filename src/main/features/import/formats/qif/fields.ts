import type { Block } from './blocks.ts'
import { looksLikeDate } from './blocks.ts'

export interface Split {
  category: string
  memos: string[]
  amount: string
  percent: string
}

/** A record's fields by what they mean, still as text. */
export interface Fields {
  date: string | undefined
  /** T, or U where there is no T. */
  amount: string | undefined
  /** A second amount that differs from the first. */
  otherAmount: string | undefined
  payee: string
  memo: string
  number: string
  cleared: string
  category: string
  address: string
  splits: Split[]
  security: string
  price: string
  quantity: string
  commission: string
  /** Of an investment: what goes to or comes from the other account ($). */
  transferred: string
}

const FREE_TEXT = 'MPAE'
const KNOWN = 'DTUPMNCLASE$%YIQOFXKRVGJBHZ'

/** `isInvestment`: there $ is the amount transferred, elsewhere it is a part's. */
export function fieldsOf(block: Block, isInvestment: boolean): Fields {
  const texts: Record<string, string[]> = {}
  const first = (code: string): string => texts[code]?.[0] ?? ''
  const splits: Split[] = []
  const part = (): Split => {
    if (splits.length === 0) splits.push({ category: '', memos: [], amount: '', percent: '' })
    return splits.at(-1) as Split
  }
  let last = ''
  for (const { code, text } of block.fields) {
    const isMore = last !== '' && (!KNOWN.includes(code) || isRepeated(code, text, texts))
    if (isMore) {
      // A line that no letter begins goes on with the text before it.
      if (last === 'E') part().memos.push(code + text)
      else texts[last]?.push(code + text)
      continue
    }
    last = FREE_TEXT.includes(code) ? code : ''
    if (!isInvestment && code === 'S')
      splits.push({ category: text.trim(), memos: [], amount: '', percent: '' })
    else if (!isInvestment && code === 'E') part().memos.push(text)
    else if (!isInvestment && code === '$') part().amount = text.trim()
    else if (!isInvestment && code === '%') part().percent = text.trim()
    else (texts[code] ??= []).push(text)
  }
  const amounts = [...(texts['T'] ?? []), ...(texts['U'] ?? [])]
    .map(text => text.trim())
    .filter(text => text !== '')
  return {
    date: texts['D']?.[0]?.trim(),
    amount: amounts[0],
    otherAmount: amounts.find(amount => amount !== amounts[0]),
    payee: joined(texts['P']),
    memo: joined(texts['M']),
    number: first('N').trim(),
    cleared: first('C').trim(),
    category: first('L').trim(),
    address: joined(texts['A'], ', '),
    splits: splits.filter(
      split => split.category + joined(split.memos) + split.amount + split.percent !== '',
    ),
    security: first('Y').trim(),
    price: first('I').trim(),
    quantity: first('Q').trim(),
    commission: first('O').trim(),
    transferred: first('$').trim(),
  }
}

/** A second D or T that is neither date nor number is a wrapped text that happens to begin with that letter. */
function isRepeated(code: string, text: string, texts: Record<string, string[]>): boolean {
  if (texts[code] === undefined) return false
  if (code === 'D') return !looksLikeDate(text)
  return code === 'T' || code === 'U' ? !/^\s*[-+(]?[\d$£€.,]/.test(text) : code === 'P'
}

export const joined = (texts: readonly string[] | undefined, by = ' '): string =>
  (texts ?? [])
    .map(text => text.trim())
    .filter(text => text !== '')
    .join(by)
