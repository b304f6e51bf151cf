/**
 * Seeded generators of uniform numbers in [0, 1): the same seed gives the same numbers on every machine. For samples and simulations,
 * never for keys.
 */
export type Uniform = () => number

/** sfc32 (C. Doty-Humphrey, PractRand): 128 bits of state. The first 15 numbers are left out, so that like states part ways. */
export function sfc32(s0: number, s1: number, s2: number, counter: number): Uniform {
  let a = s0 | 0
  let b = s1 | 0
  let c = s2 | 0
  let d = counter | 0
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4_294_967_296
  }
  for (let i = 0; i < 15; i += 1) next()
  return next
}

/** mulberry32 (T. Ettinger): 32 bits of state, enough for tests and for shuffles of some thousand rows. */
export function mulberry32(seed: number): Uniform {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
