import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** A Chromium of the system's; undefined: Playwright's own download. FARTHING_CHROMIUM names another. */
export function chromiumPath(): string | undefined {
  const programs = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)']].filter(
    p => p !== undefined,
  )
  return [
    process.env['FARTHING_CHROMIUM'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ...programs.flatMap(folder => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  ].find(path => path !== undefined && existsSync(path))
}
