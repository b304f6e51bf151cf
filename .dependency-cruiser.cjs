// The rules of docs/architecture.md that are about imports. What imports cannot show is in tests/house.
'use strict'

// Without it no TypeScript is read, and every rule holds of nothing.
if (!globalThis.depcruiseReadsTypeScript) throw new Error('Run this by `npm run check:deps`.')

// What only tests import counts as one.
const TEST = '[.]test[.]tsx?$|/testing[.]ts$|/testing/'
// Imports of types alone arrive as `require` (scripts/lib/typescript-for-depcruise).
const AT_RUN_TIME = { dependencyTypesNot: ['require'] }
const PURE_LIBRARIES =
  'node_modules/(?:papaparse|@types/papaparse|zod|simple-statistics|minisearch|saxes|fast-xml-parser|hucre|arima|ml-isolation-forest|@stdlib|@bsull)/'

const BUNDLED =
  'node_modules/(?:electron|pg|pg-copy-streams|mysql2|pdfmake|openai|minisearch|electron-updater)/'

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    rule(
      'shared-is-host-free',
      'Rule 1: src/shared imports nothing but itself and zod.',
      { path: '^src/shared/', pathNot: TEST },
      { pathNot: ['^src/shared/', 'node_modules/zod/'] },
    ),
    rule(
      'page-never-reaches-main',
      'Rule 2: the renderer and the preload never import src/main, not even a type: what both need is in src/shared.',
      { path: '^src/(?:renderer|preload)/' },
      { path: '^src/main/' },
    ),
    rule(
      'renderer-has-no-node',
      'Rule 2: the page runs in a sandbox.',
      { path: '^src/renderer/', pathNot: TEST },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'electron-in-its-host-only',
      'Rule 3: a feature does not know which host it runs in.',
      { pathNot: ['^src/main/hosts/electron/', '^src/preload/'] },
      { path: 'node_modules/electron/' },
    ),
    rule(
      'preload-imports-electron-only',
      'A sandboxed preload has no other module; types and constants of src/shared are bundled.',
      { path: '^src/preload/' },
      { pathNot: ['^src/shared/host/', '^src/shared/contract/', 'node_modules/electron/'] },
    ),
    rule(
      'analysis-is-pure',
      'Rule 4: analyses, formats and checks run in workers, on any host.',
      { path: '^src/main/features/([^/]+)/(analysis|formats|checks)/', pathNot: TEST },
      { pathNot: ['^src/main/features/$1/$2/', '^src/shared/', PURE_LIBRARIES] },
    ),
    rule(
      'features-are-apart-in-main',
      'Rule 5: a feature asks another through ctx.call.',
      { path: '^src/main/features/([^/]+)/', pathNot: TEST },
      { path: '^src/main/features/', pathNot: '^src/main/features/$1/' },
    ),
    rule(
      'features-are-apart-on-the-page',
      'Rule 5, on the other side.',
      { path: '^src/renderer/features/([^/]+)/', pathNot: TEST },
      { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
    ),
    rule(
      'driver-in-db-only',
      'Rule 6: databases are opened in one place. Its types may be named elsewhere.',
      { pathNot: ['^src/main/db/', TEST] },
      { path: 'node_modules/better-sqlite3', ...AT_RUN_TIME },
    ),
    rule(
      'nothing-imports-a-host',
      'Rule 7: hosts are thin and at the top.',
      { pathNot: ['^src/main/hosts/([^/]+)/', '^src/main/index[.]ts$', TEST] },
      { path: '^src/main/hosts/' },
    ),
    rule(
      'hosts-are-apart',
      'Rule 7: one host does not import another.',
      { path: '^src/main/hosts/([^/]+)/', pathNot: TEST },
      { path: '^src/main/hosts/', pathNot: '^src/main/hosts/$1/' },
    ),
    rule(
      'no-cycles',
      'Rule 7, of types too: what both ends need has a file of its own.',
      {},
      { circular: true },
    ),
    rule(
      'no-orphans',
      'Rule 7: a module that nothing imports is dead. Entries, tests and declarations are started by other means.',
      {
        orphan: true,
        pathNot: [
          TEST,
          '[.]d[.]m?ts$',
          '^src/main/index[.]ts$',
          '^src/main/hosts/[^/]+/index[.]ts$',
          '^src/main/workers/',
          '^src/preload/index[.]ts$',
          '^src/renderer/main[.]tsx$',
          '^scripts/',
        ],
      },
      {},
    ),
    rule(
      'all-resolves',
      'A path that leads nowhere.',
      {},
      { couldNotResolve: true, pathNot: ['^virtual:', '[?]'] },
    ),
    rule(
      'only-declared-packages',
      'A package that package.json does not name is there by accident.',
      { path: '^(?:src|scripts)/', pathNot: TEST },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    rule(
      'main-ships-what-it-needs',
      'A devDependency would be missing once packaged, unless it is bundled into out/ as these are.',
      { path: '^src/main/', pathNot: TEST },
      { dependencyTypes: ['npm-dev'], pathNot: BUNDLED, ...AT_RUN_TIME },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/renderer/.*[.](?:css|svg|png|woff2)$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
