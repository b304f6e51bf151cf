const DELIMITERS = ['\t', ';', ',', '|'] as const

/**
 * The delimiter of a plain table: what stands most often in its first line that is not empty, outside quotes. Of two as frequent the one
 * that is no decimal mark. A line of one field has a comma, as good as any.
 */
export function delimiterOf(text: string): string {
  const line = /^\s*?([^\r\n]*\S[^\r\n]*)/m.exec(text)?.[1] ?? ''
  const plain = line.replaceAll(/"(?:[^"]|"")*"/g, '')
  let best = ','
  let most = 0
  for (const one of DELIMITERS) {
    const count = plain.split(one).length - 1
    if (count > most) [best, most] = [one, count]
  }
  return best
}
