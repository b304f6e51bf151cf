import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Most of a unit test's time with workers went into stripping the types of what they load, anew for each worker. Node keeps that
// here, by content; the runner's processes and their workers inherit it.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '.cache', 'compile')

// What takes longest begins first: begun last, one of them runs on by itself for most of a minute. The runner's own order goes by the
// files' sizes where it remembers no run.
const LONG = [
  'src/main/engine/workspaces-agree.test.ts',
  'tests/survival/survival.test.ts',
  'tests/electron/package.test.ts',
  'src/main/features/anomalies/service.test.ts',
  'src/main/features/connections/sources.test.ts',
  'src/main/features/import/acceptance.test.ts',
  'src/main/features/import/formats.test.ts',
  'src/main/features/warehouse/warehouse.test.ts',
  'src/main/features/workspace/service.test.ts',
  'src/main/hosts/cli/run.test.ts',
  'src/main/hosts/cli/audit.test.ts',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex(path => moduleId.endsWith(path))
      return at < 0 ? LONG.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.mjs', 'tests/**/*.test.ts'],
    setupFiles: ['src/main/secrets/testing.ts'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
})
