import { Amount } from './Amount.tsx'

/** Sums by currency, one under the other; the code stands by each, since they may mix. */
export function SumList({ sums }: { sums: Readonly<Record<string, string>> }) {
  return (
    <span>
      {Object.entries(sums).map(([currency, value], at) => (
        <span key={currency} data-currency={currency}>
          {at > 0 && <br />}
          <Amount value={value} currency={currency} /> <span className="t3">{currency}</span>
        </span>
      ))}
    </span>
  )
}
