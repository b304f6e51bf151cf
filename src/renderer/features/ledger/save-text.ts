/** Hands a text to the browser (in Electron: to the save dialog) as a file. UTF-8 with a byte-order mark, which Excel needs. */
export function saveText(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has taken its own hold of the data by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
