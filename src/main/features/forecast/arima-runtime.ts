import { createRequire } from 'node:module'
import type { ArimaPackage } from './analysis/arima/arima.ts'

let loaded: ArimaPackage | undefined

/**
 * The `arima` package, loaded when it is first asked for. Its C code prints its troubles through the console.log that it finds while
 * it loads, and stdout belongs to the command line's answers: so it finds one that says nothing.
 */
export function arimaPackage(): ArimaPackage {
  if (loaded) return loaded
  const { log, error } = console
  console.log = console.error = () => {}
  try {
    loaded = createRequire(import.meta.url)('arima') as ArimaPackage
  } finally {
    console.log = log
    console.error = error
  }
  return loaded
}
