import { createRequire, registerHooks } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

// Starts the unchanged built program under Node: `electron` resolves to the stand-in, for import and require alike.
const standIn = pathToFileURL(join(import.meta.dirname, 'index.ts')).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
})

const args = process.argv.slice(2)
const at = args.indexOf('-r')
const [loader] = at < 0 ? [] : args.splice(at, 2).slice(1)
const own = args.filter(argument => !/^--(?:inspect|remote-debugging-port|no-sandbox)/u.test(argument))
// Playwright's loader cuts the command line at the second of these.
const switches = loader ? ['--inspect=0', '--remote-debugging-port=0'] : []
process.argv = [join(import.meta.dirname, 'electron'), ...switches, ...own]
Object.defineProperty(process, 'versions', {
  value: Object.freeze({ ...process.versions, electron: '0.0.0-stand-in' }),
})

const { app } = await import('./app.ts')
const require = createRequire(import.meta.url)
Object.assign(globalThis, { require })
if (loader) require(loader)
await import(pathToFileURL(resolve(own[0] ?? '.')).href)
await app.start()
