import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { ProphetRuntime } from './analysis/prophet/index.ts'

let loading: Promise<ProphetRuntime> | undefined

/** Loads Prophet once, when it is first asked for: 2.8 MB of WebAssembly that no other method needs. */
export function prophetRuntime(): Promise<ProphetRuntime> {
  loading ??= load()
  return loading
}

/**
 * The page's loader would fetch the file by its address, which Node cannot do for a file: so its bytes are read where the package
 * lies, beside the source, beside the build, or unpacked beside the archive of a packaged program.
 */
async function load(): Promise<ProphetRuntime> {
  const [augurs, stan] = await Promise.all([
    import('@bsull/augurs/prophet'),
    import('@bsull/augurs-prophet-wasmstan'),
  ])
  const folder = dirname(createRequire(import.meta.url).resolve('@bsull/augurs/prophet'))
  augurs.initSync({ module: readFileSync(join(folder, 'prophet_bg.wasm')) })
  return { Prophet: augurs.Prophet, optimizer: stan.optimizer }
}
