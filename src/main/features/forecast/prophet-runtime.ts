import { readFileSync } from 'node:fs'
import type * as Stan from '@bsull/augurs-prophet-wasmstan'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ProphetRuntime } from './analysis/prophet/runtime.ts'

let loading: Promise<ProphetRuntime> | undefined

let instances = 0

/**
 * Loads Prophet when it is first asked for: 2.8 MB of WebAssembly that no other method needs. To be asked for each series: an optimiser
 * that has broken off a fit is replaced, since after some fifteen of them it never comes back.
 */
export async function prophetRuntime(): Promise<ProphetRuntime> {
  const last = await loading
  if (!last || last.traps > 0) loading = load()
  return loading as Promise<ProphetRuntime>
}

/**
 * The page's loader would fetch the file by its address, which Node cannot do for a file: so its bytes are read where the package
 * lies, beside the source, beside the build, or unpacked beside the archive of a packaged program.
 */
async function load(): Promise<ProphetRuntime> {
  const [augurs, stan] = await Promise.all([
    import('@bsull/augurs/prophet'),
    instances++ === 0 ? import('@bsull/augurs-prophet-wasmstan') : freshStan(),
  ])
  const folder = dirname(resolve('@bsull/augurs/prophet'))
  augurs.initSync({ module: readFileSync(join(folder, 'prophet_bg.wasm')) })
  return { Prophet: augurs.Prophet, optimizer: stan.optimizer, traps: 0 }
}

const { resolve } = createRequire(import.meta.url)

/** The module instantiates itself when it is loaded; under another address it does so once more. */
const freshStan = (): Promise<typeof Stan> =>
  import(`${pathToFileURL(resolve('@bsull/augurs-prophet-wasmstan')).href}?${instances}`)
