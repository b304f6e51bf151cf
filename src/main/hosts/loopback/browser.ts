import { spawn } from 'node:child_process'

/** Whether a browser's window could be seen. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return !env['SSH_CONNECTION']
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

/**
 * Opens the default browser; false where there is no program to do it. The one-time token is on its command line for a moment, where
 * other users of a shared machine could read it: it is spent by then or opens nothing for us, and then says so.
 */
export function openBrowser(url: string): Promise<boolean> {
  const [command, args]: [string, string[]] =
    process.platform === 'win32'
      ? ['rundll32', ['url.dll,FileProtocolHandler', url]]
      : process.platform === 'darwin'
        ? ['open', [url]]
        : ['xdg-open', [url]]
  return new Promise(resolve => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    // xdg-open that finds no browser ends at once with an error; one that found it may run as long as the browser does.
    child.once('exit', code => resolve(code === 0))
    setTimeout(() => resolve(true), 1500).unref()
    child.unref()
  })
}
