/**
 * How a column of a segment lies in its BLOB (little-endian, as all our platforms are) and in memory: the same bytes, so that
 * loading is one copy. `encoding` is the type's name; two forms need no array: 'constant:V' and, for ids, 'sequence:FIRST'.
 * 'f64' holds whole numbers exactly up to 2^53; NaN is "no value" (an amount without a rate). 'same' points base_amount at amount.
 */
export type Packed = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

export type Column =
  | { kind: 'constant'; value: number }
  | { kind: 'sequence'; first: number }
  | { kind: 'array'; values: Packed; base: number }

const WIDTHS = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f64: Float64Array,
} as const
type Width = keyof typeof WIDTHS

export interface Encoded {
  encoding: string
  data: Buffer
}

/** Encodes whole numbers (NaN allowed in a Float64Array) in the narrowest form that holds them all. */
export function encode(values: Uint32Array | Int32Array | Float64Array): Encoded {
  let min = Infinity
  let max = -Infinity
  let missing = 0
  for (const value of values) {
    if (value !== value) missing += 1
    else {
      if (value < min) min = value
      if (value > max) max = value
    }
  }
  if (missing === values.length) return constant(NaN)
  if (missing === 0 && min === max) return constant(min)
  return pack(missing > 0 ? 'f64' : widthOf(min, max), values, 0)
}

/** Encodes ids, which are distinct: a run, or the distance from the least one. */
export function encodeIds(ids: Float64Array): Encoded {
  const first = ids[0] ?? 0
  if (ids.every((id, i) => id === first + i)) return { encoding: `sequence:${first}`, data: Buffer.alloc(0) }
  let min = Infinity
  let max = -Infinity
  for (const id of ids) {
    if (id < min) min = id
    if (id > max) max = id
  }
  return pack(widthOf(0, max - min), ids, min)
}

/** Reads back what `encode` and `encodeIds` wrote. Throws where the BLOB's length does not fit: a damaged segment. */
export function decode(encoding: string, data: Buffer, rows: number): Column {
  const [form, rest = ''] = encoding.split(':', 2) as [string, string?]
  if (form === 'constant') return { kind: 'constant', value: rest === 'null' ? NaN : Number(rest) }
  if (form === 'sequence') return { kind: 'sequence', first: Number(rest) }
  const type = Object.hasOwn(WIDTHS, form) ? WIDTHS[form as Width] : undefined
  if (!type || data.byteLength !== rows * type.BYTES_PER_ELEMENT)
    throw new RangeError(`segment column of ${rows} rows cannot be ${data.byteLength} bytes of ${form}`)
  // A view needs its type's alignment. better-sqlite3 hands out buffers of their own; any other may start anywhere.
  const fits = data.byteOffset % type.BYTES_PER_ELEMENT === 0
  const values = fits
    ? new type(data.buffer as ArrayBuffer, data.byteOffset, rows)
    : new type(new Uint8Array(data).buffer, 0, rows)
  return { kind: 'array', values, base: rest === '' ? 0 : Number(rest) }
}

/** Bytes that a column takes in memory. */
export function bytesOf(column: Column): number {
  return column.kind === 'array' ? column.values.byteLength : 16
}

function constant(value: number): Encoded {
  return { encoding: `constant:${value !== value ? 'null' : value}`, data: Buffer.alloc(0) }
}

function widthOf(min: number, max: number): Width {
  if (min >= 0) {
    if (max <= 0xff) return 'u8'
    if (max <= 0xffff) return 'u16'
    if (max <= 0xffff_ffff) return 'u32'
  }
  return min >= -0x8000_0000 && max <= 0x7fff_ffff ? 'i32' : 'f64'
}

function pack(width: Width, values: ArrayLike<number>, base: number): Encoded {
  const packed = new WIDTHS[width](values.length)
  if (base === 0) packed.set(values)
  else for (let i = 0; i < values.length; i += 1) packed[i] = (values[i] as number) - base
  return {
    encoding: base === 0 ? width : `${width}:${base}`,
    data: Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength),
  }
}
