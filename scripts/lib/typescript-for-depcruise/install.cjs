'use strict'
const { registerHooks } = require('node:module')
const { join } = require('node:path')
const { pathToFileURL } = require('node:url')

const STAND_IN = {
  typescript: { url: pathToFileURL(join(__dirname, 'index.cjs')).href, format: 'commonjs' },
  'typescript/package.json': { url: pathToFileURL(join(__dirname, 'version.json')).href, format: 'json' },
}

// dependency-cruiser alone gets the stand-in, and only if this runs before its first module is loaded.
registerHooks({
  resolve(specifier, context, next) {
    const mine =
      Object.hasOwn(STAND_IN, specifier) && /[\\/]dependency-cruiser[\\/]/u.test(context.parentURL ?? '')
    return mine ? { ...STAND_IN[specifier], shortCircuit: true } : next(specifier, context)
  },
})
globalThis.depcruiseReadsTypeScript = true
