import { useEffect, useState } from 'react'

/** How many of `most` rows to draw now: `step` more with every frame. All at once would hold the window up. */
export function useDrawn(most: number, step: number): number {
  const [drawn, setDrawn] = useState(step)
  const whole = drawn >= most
  useEffect(() => {
    if (whole) return undefined
    const frame = requestAnimationFrame(() => setDrawn(drawn + step))
    return () => cancelAnimationFrame(frame)
  }, [whole, drawn, step])
  return Math.min(drawn, most)
}
