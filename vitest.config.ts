import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// Most of a unit test's time with workers went into stripping the types of what they load, anew for each worker. Node keeps that
// here, by content; the runner's processes and their workers inherit it.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '.cache', 'compile')

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.mjs', 'tests/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
