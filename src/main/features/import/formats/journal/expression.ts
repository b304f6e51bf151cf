import { add, decimal, divide, multiply, negate, subtract, type Decimal } from '../common/decimal.ts'

/** Deeper brackets than anyone writes. */
const MAX_DEPTH = 40
const TOKEN = /\s*(?:(\d[\d,]*(?:\.\d*)?|\.\d+)|([-+*/()]))/y

interface State {
  text: string
  at: number
  depth: number
}

/** Beancount's numbers: '-1,234.50', '(10.00 + 2) / 3'. Division is exact to 28 places, as in beancount. Gives what stands behind. */
export function evaluate(text: string): { value: Decimal; rest: string } | undefined {
  if (text.length > 10_000) return undefined
  const state: State = { text, at: 0, depth: 0 }
  const value = sum(state)
  return value ? { value, rest: text.slice(state.at).trim() } : undefined
}

function peek(state: State): { number?: string; sign?: string; end: number } | undefined {
  TOKEN.lastIndex = state.at
  const found = TOKEN.exec(state.text)
  if (!found) return undefined
  const [, number, sign] = found
  return { ...(number === undefined ? { sign } : { number }), end: TOKEN.lastIndex }
}

function sum(state: State): Decimal | undefined {
  let value = product(state)
  for (let next = peek(state); value && (next?.sign === '+' || next?.sign === '-'); next = peek(state)) {
    state.at = next.end
    const right = product(state)
    value = right && (next.sign === '+' ? add(value, right) : subtract(value, right))
  }
  return value
}

function product(state: State): Decimal | undefined {
  let value = factor(state)
  for (let next = peek(state); value && (next?.sign === '*' || next?.sign === '/'); next = peek(state)) {
    state.at = next.end
    const right = factor(state)
    value = right && (next.sign === '*' ? multiply(value, right) : divide(value, right))
    // Products of products would grow without end.
    if (value && value.scale > 200) return undefined
  }
  return value
}

function factor(state: State): Decimal | undefined {
  const next = peek(state)
  if (!next || ++state.depth > MAX_DEPTH) return undefined
  state.at = next.end
  let value: Decimal | undefined
  if (next.number !== undefined) value = decimal(next.number.replaceAll(',', '').replace(/\.$/, ''))
  else if (next.sign === '-' || next.sign === '+') {
    const right = factor(state)
    value = right && next.sign === '-' ? negate(right) : right
  } else if (next.sign === '(') {
    value = sum(state)
    const close = peek(state)
    if (close?.sign !== ')') return undefined
    state.at = close.end
  }
  state.depth--
  return value
}
