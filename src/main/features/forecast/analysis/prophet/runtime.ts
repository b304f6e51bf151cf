import type { Prophet } from '@bsull/augurs/prophet'

/** What the feature loads once: augurs' Prophet and Stan's optimiser, both WebAssembly. */
export interface ProphetRuntime {
  Prophet: typeof Prophet
  optimizer: unknown
  /** Fits that the optimiser broke off: each leaves its memory a little worse, so that one that has some is replaced. */
  traps: number
}
