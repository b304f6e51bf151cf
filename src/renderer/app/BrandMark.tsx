/** A farthing: a quarter of a penny. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="8.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M10 10V1.8A8.2 8.2 0 0 1 18.2 10Z" fill="currentColor" />
    </svg>
  )
}
