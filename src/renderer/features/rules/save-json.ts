import { download } from '../../charts/download.ts'

/** Hands a JSON text to the browser's or the shell's "save". */
export const saveJson = (text: string, name: string): void =>
  download(new Blob([text], { type: 'application/json' }), name)
