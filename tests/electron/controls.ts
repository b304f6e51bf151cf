import type { Built } from './built.ts'

type Code = Pick<Built, 'main' | 'preload'>

/** One control of SECURITY's host section: how it is seen in the built code, and how it would be lost. */
export interface Control {
  name: string
  holds: (code: Code) => boolean
  /** The built code without the control. Must change something, or the test of the test fails. */
  lose: (code: Code) => Code
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
const inMain = (change: (main: string) => string) => (code: Code) => ({ ...code, main: change(code.main) })
const inPreload = (change: (preload: string) => string) => (code: Code) => ({
  ...code,
  preload: change(code.preload),
})

/** Every window's option has this value, at each place it is named, and it is named. */
const option = (key: string, value: boolean): Control => ({
  name: `${key}: ${value}`,
  holds: ({ main }) => {
    const all = count(main, new RegExp(`\\b${key}:`, 'gu'))
    return (
      all > 0 &&
      all === count(main, new RegExp(`\\b${key}: ?${value ? '(?:true|!0)' : '(?:false|!1)'}`, 'gu'))
    )
  },
  lose: inMain(main => main.replace(new RegExp(`\\b${key}: ?\\w+`, 'u'), `${key}: ${!value}`)),
})

/** Named exactly once: one place to read, one place to guard. */
const once = (name: string, call: RegExp, another: string): Control => ({
  name,
  holds: ({ main }) => count(main, new RegExp(call, 'gu')) === 1,
  lose: inMain(main => `${main}\n${another}`),
})

const calls = (name: string, call: RegExp): Control => ({
  name,
  holds: ({ main }) => call.test(main),
  lose: inMain(main => main.replace(call, '')),
})

export const CONTROLS: readonly Control[] = [
  option('sandbox', true),
  option('contextIsolation', true),
  option('nodeIntegration', false),
  option('nodeIntegrationInWorker', false),
  option('nodeIntegrationInSubFrames', false),
  option('webSecurity', true),
  option('webviewTag', false),
  option('spellcheck', false),
  calls('the sandbox is on for every process', /\bapp\.enableSandbox\(\)/u),
  once('one window factory', /new (?:\w+\.)?BrowserWindow\(/u, 'new BrowserWindow({})'),
  once('one ipcMain.handle', /ipcMain\.handle\(/u, "ipcMain.handle('other', () => {})"),
  once('one shell.openExternal', /\.openExternal\(/u, "shell.openExternal('https://example.com')"),
  {
    name: 'no other way in over IPC',
    holds: ({ main }) => !/ipcMain\.(?:on|once|handleOnce|addListener)\(/u.test(main),
    lose: inMain(main => `${main}\nipcMain.on('x', () => {})`),
  },
  calls(
    'the sender is checked before anything else',
    /if \(!trustedSender\(event\.senderFrame\)\) return mayNotAsk\(\)/u,
  ),
  calls('a request is parsed by its schema', /const request = schema\.safeParse\(raw\)/u),
  calls(
    'the permission request handler denies',
    /\.setPermissionRequestHandler\(\(_contents, permission, callback, details\) => \{\s*callback\(mayUse\(/u,
  ),
  calls(
    'the permission check handler denies',
    /\.setPermissionCheckHandler\(\(_contents, permission, requestingOrigin\) => mayUse\(/u,
  ),
  calls('devices are denied', /\.setDevicePermissionHandler\(\(\) => false\)/u),
  calls(
    'screens are not shared',
    /\.setDisplayMediaRequestHandler\(\(_request, callback\) => callback\(\{\}\)\)/u,
  ),
  calls(
    'requests beyond the program are cancelled',
    /onBeforeRequest\(\(details, callback\) => callback\(\{ cancel: !mayRequest\(details\.url\) \}\)\)/u,
  ),
  calls(
    'will-navigate is guarded',
    /\.on\("will-navigate", \(event\) => \{\s*if \(mayNavigate\(event\.url\)\) return;\s*event\.preventDefault\(\)/u,
  ),
  calls(
    'will-redirect is guarded',
    /\.on\("will-redirect", \(event\) => \{\s*if \(!mayNavigate\(event\.url\)\) event\.preventDefault\(\)/u,
  ),
  calls(
    'frames are guarded',
    /\.on\("will-frame-navigate", \(event\) => \{\s*if \(!event\.isMainFrame\) event\.preventDefault\(\)/u,
  ),
  calls(
    'a second window is denied',
    /setWindowOpenHandler\(\(\{ url \}\) => \{\s*openOutside\(url\);\s*return \{ action: "deny" \}/u,
  ),
  calls('guests are denied', /\.on\("will-attach-webview", \(event\) => event\.preventDefault\(\)\)/u),
  {
    name: 'the guards are put up at the start',
    holds: ({ main }) =>
      count(main, /\bguardContents\(app\);/gu) === 1 &&
      count(main, /\bguardSession\(session\.defaultSession\)/gu) === 1,
    lose: inMain(main => main.replace('guardSession(session.defaultSession)', '')),
  },
  calls('only one Farthing runs', /if \(!app\.requestSingleInstanceLock\(\)\) \{\s*app\.quit\(\);\s*return/u),
  {
    name: 'the scheme has the rights it needs and no more',
    holds: ({ main }) =>
      /registerSchemesAsPrivileged\(\[\{\s*scheme: (?:BUNDLE_SCHEME|"app"),\s*privileges: \{\s*standard: true,\s*secure: true,\s*supportFetchAPI: true,\s*bypassCSP: false,\s*allowServiceWorkers: false\s*\}/u.test(
        main,
      ),
    lose: inMain(main => main.replace('bypassCSP: false', 'bypassCSP: true')),
  },
  calls(
    'the page has its policy on every answer',
    /const headers = securityHeaders\(nonce\);\s*if \(request\.method/u,
  ),
  {
    name: 'the policy allows nothing unsafe',
    holds: ({ main }) =>
      main.includes('"default-src \'none\'"') && !/unsafe-(?:inline|eval|hashes)|wasm-unsafe/u.test(main),
    lose: inMain(main => main.replace('"script-src \'self\'"', "\"script-src 'self' 'unsafe-inline'\"")),
  },
  {
    name: 'nothing is loaded from a file address',
    holds: ({ main, preload }) =>
      !/["'`]file:\/\/|\.loadFile\(|pathToFileURL\([^)]*html/u.test(main + preload),
    lose: inMain(main => `${main}\nwindow.loadURL("file:///index.html")`),
  },
  {
    name: 'no remote module',
    holds: ({ main, preload }) =>
      !/@electron\/remote|enableRemoteModule|require\("remote"\)/u.test(main + preload),
    lose: inMain(main => `${main}\nenableRemoteModule`),
  },
  {
    name: 'no dump of memory is collected',
    holds: ({ main }) => !main.includes('crashReporter'),
    lose: inMain(main => `${main}\ncrashReporter.start()`),
  },
  {
    name: 'the preload needs electron and nothing else',
    holds: ({ preload }) =>
      [...preload.matchAll(/\b(?:require|import)\(([^)]*)\)/gu)].map(found => found[1]).join() ===
      '"electron"',
    lose: inPreload(preload => `${preload}\nrequire("node:fs")`),
  },
  {
    name: 'the preload exposes one thing, frozen',
    holds: ({ preload }) =>
      count(preload, /exposeIn\w+\(/gu) === 1 &&
      /exposeInMainWorld\("farthing", Object\.freeze\(\{/u.test(preload),
    lose: inPreload(preload => `${preload}\nelectron.contextBridge.exposeInMainWorld("more", {})`),
  },
  {
    name: 'the preload hands out nothing of ipcRenderer',
    holds: ({ preload }) =>
      [...preload.matchAll(/ipcRenderer(?:\.(\w+)|)/gu)].every(found =>
        /^(?:invoke|on|removeListener)$/u.test(found[1] ?? ''),
      ),
    lose: inPreload(preload =>
      preload.replace('host: "electron"', 'host: "electron", raw: electron.ipcRenderer'),
    ),
  },
  {
    name: 'the preload posts to its own origin alone',
    holds: ({ preload }) =>
      count(preload, /postMessage\(/gu) === 1 &&
      /postMessage\(\{ type: PORT_MESSAGE \}, window\.location\.origin, event\.ports\)/u.test(preload),
    lose: inPreload(preload => preload.replace('window.location.origin', '"*"')),
  },
]
