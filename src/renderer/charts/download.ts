/** Gives a file to the person through the browser's own download. The name is made safe for every file system. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = safeName(name)
  link.click()
  // The click has taken the address; later, so that slow browsers have read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** Windows refuses these characters and a trailing dot or blank; 120 characters are enough for anyone's archive. */
export function safeName(name: string): string {
  const dot = name.lastIndexOf('.')
  const stem = dot > 0 ? name.slice(0, dot) : name
  const extension = dot > 0 ? name.slice(dot) : ''
  // oxlint-disable-next-line no-control-regex -- control characters are what is being removed
  const clean = stem.replace(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ').replace(/\s+/g, ' ')
  return `${
    clean
      .slice(0, 120)
      .replace(/[. ]+$/, '')
      .trim() || 'farthing'
  }${extension}`
}
