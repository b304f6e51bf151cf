// `npm run check:deps`: dependency-cruiser over our sources, made to read TypeScript 7 first.
import { fileURLToPath } from 'node:url'
import './lib/typescript-for-depcruise/install.cjs'

if (process.argv.length === 2) process.argv.push('src', 'scripts')
process.argv.push('--config', fileURLToPath(new URL('../.dependency-cruiser.cjs', import.meta.url)))
await import('../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
