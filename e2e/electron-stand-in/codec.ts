/**
 * Structured clone, the part of it that Farthing's messages use, as JSON. Runs in Node and, as text, in the page: so it refers
 * to nothing outside itself. What it does not know throws, so that a test never passes on a message that was bent.
 */
export function makeCodec(): { encode: (value: unknown) => unknown; decode: (value: unknown) => unknown } {
  const toBase64 = (bytes: Uint8Array): string => {
    let text = ''
    for (const byte of bytes) text += String.fromCodePoint(byte)
    return btoa(text)
  }
  const fromBase64 = (text: string): Uint8Array =>
    Uint8Array.from(atob(text), letter => letter.codePointAt(0) ?? 0)
  const encode = (value: unknown): unknown => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number' && Number.isFinite(value)) return value
    if (value === undefined) return { $: 'undefined' }
    if (Array.isArray(value)) return value.map(encode)
    if (value instanceof ArrayBuffer) return { $: 'buffer', base64: toBase64(new Uint8Array(value)) }
    if (value instanceof Uint8Array) return { $: 'bytes', base64: toBase64(value) }
    if (typeof value === 'object' && [Object.prototype, null].includes(Object.getPrototypeOf(value))) {
      return { $: 'object', entries: Object.entries(value).map(([key, inner]) => [key, encode(inner)]) }
    }
    throw new Error(`stand-in: ${Object.prototype.toString.call(value)} is not carried`)
  }
  const decode = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(decode)
    const packed = value as { $: string; base64?: string; entries?: [string, unknown][] }
    if (packed.$ === 'undefined') return undefined
    if (packed.$ === 'object')
      return Object.fromEntries((packed.entries ?? []).map(([key, inner]) => [key, decode(inner)]))
    const bytes = fromBase64(packed.base64 ?? '')
    return packed.$ === 'buffer' ? bytes.buffer : bytes
  }
  return { encode, decode }
}

export const { encode, decode } = makeCodec()
