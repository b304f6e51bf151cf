import { download } from '../../charts/download.ts'

/** Hands a text to the browser (in Electron: to the save dialog) as a file. UTF-8 with a byte-order mark, which Excel needs. */
export const saveText = (text: string, name: string, type: string): void =>
  download(new Blob(['\ufeff', text], { type: `${type};charset=utf-8` }), name)
