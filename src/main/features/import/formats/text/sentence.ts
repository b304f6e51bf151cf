/** A text of the file as a sentence quotes it: on one line, and not longer than a line. */
export const quoted = (text: string): string => {
  const plain = text.slice(0, 400).replace(/\s+/g, ' ').trim()
  return plain.length > 60 ? `${plain.slice(0, 57)}…` : plain
}
