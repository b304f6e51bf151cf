import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { dashboardBeside, withDashboard } from './scripts/lib/first-load.ts'

// A different folder lets two builds run side by side (a test of the built output beside a running program).
const out = process.env['FARTHING_OUT'] ?? 'out'

export default defineConfig({
  main: {
    build: {
      outDir: `${out}/main`,
      // Bundled: of each, main and its workers need a part, and finding their files one by one took longer than running them.
      externalizeDeps: { exclude: ['@orpc/client', '@orpc/server', 'croner', 'papaparse', 'ws', 'zod'] },
      rolldownOptions: {
        // Each host and each worker is an entry of its own: workers are started by file (compute/worker-url.ts).
        input: {
          index: 'src/main/index.ts',
          loopback: 'src/main/hosts/loopback/index.ts',
          cli: 'src/main/hosts/cli/index.ts',
          'writer.worker': 'src/main/workers/writer.worker.ts',
          'reader.worker': 'src/main/workers/reader.worker.ts',
          'import.worker': 'src/main/workers/import.worker.ts',
          'analysis.worker': 'src/main/workers/analysis.worker.ts',
          'kdf.worker': 'src/main/workers/kdf.worker.ts',
          'watchdog.worker': 'src/main/workers/watchdog.worker.ts',
          'remote.worker': 'src/main/workers/remote.worker.ts',
          'sql.process': 'src/main/workers/sql.process.ts',
          'backup.process': 'src/main/workers/backup.process.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: `${out}/preload`,
      // A sandboxed preload must be one CommonJS file with nothing external but electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), dashboardBeside()],
    build: {
      outDir: `${out}/renderer`,
      minify: true,
      // The page's policy loads fonts from the program only, never from data: URLs.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { index: 'src/renderer/index.html' },
        output: {
          codeSplitting: {
            // Left alone, a first load is some sixty small files, six of which a browser asks for at once.
            groups: [
              { name: 'first', tags: ['$initial'], priority: 2 },
              { name: withDashboard(), priority: 1 },
              { name: 'icons', test: /[\\/]@tabler[\\/]/ },
            ],
          },
        },
      },
    },
  },
})
