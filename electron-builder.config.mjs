import { existsSync } from 'node:fs'
import { Arch } from 'electron-builder'
import { writeLicences } from './scripts/lib/licences.mjs'

// Where electron-vite built to; a test packs a build of its own.
const OUT = process.env['FARTHING_OUT'] ?? 'out'

// `resources`, the addons and the WebAssembly must be real files: the system reads the first, the loader maps the second, and
// whoever loads the third may not know of archives.
const UNPACKED = ['**/*.node', '**/*.wasm', 'resources/**']

// Where installed programs look for newer ones (https, the folder of latest*.yml). Without it none is looked for.
const FEED = process.env['FARTHING_UPDATE_URL']
if (FEED && !FEED.startsWith('https://')) throw new Error('FARTHING_UPDATE_URL must be an https address.')

// A Mac with an Apple chip starts nothing unsigned, and changing the fuses voids Electron's own signature: without a certificate the
// program is signed for nobody ('-'), which runs where it was made or let in by hand. The hardened runtime would then refuse our own
// libraries. What updates itself is never signed so.
const MAC_SIGNED = Boolean(FEED || process.env['CSC_LINK'] || process.env['CSC_NAME'])

// The Node 24 of the npm scripts stays out: a packaged program has Electron's.
const LEFT_OUT = [
  '!**/node_modules/node-{linux,win}-*{,/**}',
  '!**/node_modules/better-sqlite3/{deps,src}{,/**}',
  '!**/node_modules/keytar/{src,build}{,/**}',
  '!**/*.{map,ts,cts,mts,md,markdown}',
  '!**/{test,tests,__tests__,example,examples}{,/**}',
  // Each of @stdlib's hundreds of packages carries its manual, its bundle and its C sources.
  '!**/node_modules/@stdlib/**/{dist,docs,include,src}{,/**}',
  '!**/node_modules/{moment,moment-timezone}/{min,dist,src,builds}{,/**}',
  // Bundles for web pages, and what only `require` would load: main imports.
  '!**/node_modules/{drizzle-orm,zod}/**/*.cjs',
  '!**/node_modules/date-holidays/{dist,lib,data}{,/**}',
  '!**/node_modules/astronomia/lib{,/**}',
  // Holidays need the Earth and its clock, not the other planets.
  '!**/node_modules/astronomia/data/{elp,vsop87D,vsop87B[!e]}*',
]

// As napi-rs names what its binaries are built for.
const ABI = { win32: '-msvc', darwin: '', linux: '-gnu' }

/** npm installs argon2 for its own machine only. A package without it could open no workspace that has a password. */
function checkAddons(platform, arch) {
  const name = `@node-rs/argon2-${platform}-${arch}${ABI[platform]}`
  if (!existsSync(new URL(`node_modules/${name}/package.json`, import.meta.url)))
    throw new Error(`${name} is not installed: make this package on ${platform} ${arch}.`)
}

// The N-API addons come with a binary for every system, or (argon2) with one package for each, of which npm installs its machine's: a
// package holds its own, whichever system packs it.
const filesOf = platform => [
  { from: OUT, to: 'out' },
  'resources/**',
  'package.json',
  ...LEFT_OUT,
  `!**/node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}.node)`,
  `!**/node_modules/keytar/prebuilds/!(${platform}-\${arch}){,/**}`,
  `!**/node_modules/@node-rs/argon2-!(${platform}-\${arch}${ABI[platform]}){,/**}`,
]

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'app.farthing.desktop',
  productName: 'Farthing',
  copyright: 'Farthing',
  directories: { output: 'dist', buildResources: 'resources' },
  extraResources: [{ from: `${OUT}/licences.txt`, to: 'licences.txt' }],
  asar: true,
  asarUnpack: UNPACKED,
  npmRebuild: false,
  nodeGypRebuild: false,
  beforePack: ({ electronPlatformName, arch }) => {
    checkAddons(electronPlatformName, Arch[arch])
    writeLicences(`${OUT}/licences.txt`)
  },
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
    enableCookieEncryption: true,
    grantFileProtocolExtraPrivileges: false,
  },
  fileAssociations: [
    {
      ext: 'farthing',
      name: 'Farthing workspace',
      description: 'Farthing workspace',
      mimeType: 'application/x-farthing',
      role: 'Editor',
    },
    {
      ext: ['csv', 'tsv'],
      name: 'Statement or ledger extract',
      description: 'Statement or ledger extract',
      mimeType: 'text/csv',
      role: 'Viewer',
      rank: 'Alternate',
    },
    {
      ext: ['ofx', 'qfx', 'qif', 'sta', 'mt940', 'mt942'],
      name: 'Bank statement',
      description: 'Bank statement',
      mimeType: 'application/x-ofx',
      role: 'Viewer',
      rank: 'Alternate',
    },
    // What other programs own, too: Farthing is offered beside them.
    ...[
      { ext: ['xlsx', 'xlsm'], name: 'Workbook', mimeType: WORKBOOK },
      { ext: ['xml'], name: 'Bank statement (camt)', mimeType: 'application/xml' },
      {
        ext: ['journal', 'ledger', 'hledger', 'beancount'],
        name: 'Accounting journal',
        mimeType: 'text/plain',
      },
      { ext: ['zip'], name: 'Archive of statements', mimeType: 'application/zip' },
    ].map(one => ({ ...one, description: one.name, role: 'Viewer', rank: 'Alternate' })),
  ],
  protocols: [{ name: 'Farthing', schemes: ['farthing'] }],
  publish: FEED ? [{ provider: 'generic', url: FEED }] : null,
  // Whoever updates over a network must know whose program it is. Certificates come by electron-builder's own variables.
  forceCodeSigning: Boolean(FEED) && process.platform !== 'linux',
  win: { target: ['nsis'], icon: 'resources/icons/farthing.png', files: filesOf('win32') },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
  },
  mac: {
    files: filesOf('darwin'),
    // Squirrel, which puts updates in place there, takes the zip.
    target: FEED ? ['dmg', 'zip'] : ['dmg'],
    icon: 'resources/icons/farthing.png',
    category: 'public.app-category.finance',
    hardenedRuntime: MAC_SIGNED,
    ...(!MAC_SIGNED && { identity: '-' }),
    gatekeeperAssess: false,
    notarize: Boolean(process.env['APPLE_API_KEY'] || process.env['APPLE_ID']),
  },
  linux: {
    files: filesOf('linux'),
    target: ['AppImage', 'deb'],
    icon: 'resources/icons',
    category: 'Office',
    synopsis: 'Offline analysis of finances',
    executableName: 'farthing',
  },
  deb: { depends: ['libsecret-1-0', 'libgtk-3-0', 'libnss3', 'libnotify4', 'libxtst6', 'xdg-utils'] },
}
