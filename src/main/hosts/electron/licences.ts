import { join } from 'node:path'
import { shell } from 'electron'

/** Opens the licences of what is shipped, beside the archive, in the system's own viewer. */
export function showLicences(): void {
  const file = join(process.resourcesPath, 'licences.txt')
  shell.openPath(file).then(
    problem => problem && console.error(`${file}: ${problem}`),
    (error: unknown) => console.error(error),
  )
}
