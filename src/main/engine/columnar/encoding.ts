import {
  type WholeNumbers,
  MOST_BITS,
  packBits,
  packedBytes,
  packRuns,
  RUN_BYTES,
  unpackBits,
  unpackRuns,
} from './packing.ts'

/**
 * How a column of a segment lies in its BLOB (little-endian, as all our platforms are). `encoding` begins with the type that it has
 * in memory and says, where the BLOB is not the same bytes, how it is packed: 'i32/20:-4500' is 20 bits a row, to which −4500 is added;
 * 'u16/runs' is pairs of a value and its rows. Two forms need no array: 'constant:V' and, for ids, 'sequence:FIRST'.
 * 'f64' holds whole numbers exactly up to 2^53; NaN is "no value" (an amount without a rate). 'same' points base_amount at amount.
 */
export type Packed = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

export type Column =
  | { kind: 'constant'; value: number }
  | { kind: 'sequence'; first: number }
  | {
      kind: 'array'
      values: Packed
      base: number
      /** No |value| is greater; undefined where only reading them all would tell. */
      most?: number
    }

const WIDTHS = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f64: Float64Array,
} as const
type Width = keyof typeof WIDTHS

type WholeType = Exclude<(typeof WIDTHS)[Width], typeof Float64Array>

export interface Encoded {
  encoding: string
  data: Buffer
}

/** Encodes whole numbers (NaN allowed in a Float64Array) in the narrowest form that holds them all. */
export function encode(values: Uint32Array | Int32Array | Float64Array): Encoded {
  const { min, max, missing, runs } = values instanceof Uint32Array ? shapeOfCodes(values) : shapeOf(values)
  if (missing === values.length) return constant(NaN)
  if (missing === 0 && min === max) return constant(min)
  const width = missing > 0 ? 'f64' : widthOf(min, max)
  if (width === 'f64') return pack(width, values, 0)
  const whole = values.length * WIDTHS[width].BYTES_PER_ELEMENT
  const least = width === 'i32' ? min : 0
  const bits = 32 - Math.clz32(max - least)
  const close = bits <= MOST_BITS && max - least <= 0x7fff_ffff ? packedBytes(values.length, bits) : whole
  // Rows lie by day, so days are runs; other columns seldom are.
  if (runs * RUN_BYTES * 2 <= close) return { encoding: `${width}/runs`, data: packRuns(values, runs) }
  // What little a byte-wide column of many members would gain is not worth unpacking it.
  if (close > whole * 0.85) return pack(width, values, 0)
  return {
    encoding: `${width}/${bits}${least === 0 ? '' : `:${least}`}`,
    data: packBits(values, bits, least),
  }
}

interface Shape {
  min: number
  max: number
  missing: number
  /** Stretches of equal values. */
  runs: number
}

function shapeOf(values: Int32Array | Float64Array): Shape {
  let min = Infinity
  let max = -Infinity
  let missing = 0
  let runs = 0
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number
    if (value !== value) missing += 1
    else {
      if (value < min) min = value
      if (value > max) max = value
    }
    if (i === 0 || value !== values[i - 1]) runs += 1
  }
  return { min, max, missing, runs }
}

/** The same for most columns of most segments: whole numbers, of which none is missing. A third of the time. */
function shapeOfCodes(values: Uint32Array): Shape {
  if (values.length === 0) return { min: Infinity, max: -Infinity, missing: 0, runs: 0 }
  let last = values[0] as number
  let min = last
  let max = last
  let runs = 1
  for (let i = 1; i < values.length; i += 1) {
    const value = values[i] as number
    if (value < min) min = value
    else if (value > max) max = value
    if (value !== last) runs += 1
    last = value
  }
  return { min, max, missing: 0, runs }
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
  const bits = 32 - Math.clz32(max - min)
  if (max - min >= 2 ** MOST_BITS) return pack(widthOf(0, max - min), ids, min)
  return { encoding: `${widthOf(0, max - min)}/${bits}:${min}`, data: packBits(ids, bits, min) }
}

/** Reads back what `encode` and `encodeIds` wrote. Throws where the BLOB's length does not fit: a damaged segment. */
export function decode(encoding: string, data: Buffer, rows: number): Column {
  const [form, rest = ''] = encoding.split(':', 2) as [string, string?]
  if (form === 'constant') return { kind: 'constant', value: rest === 'null' ? NaN : Number(rest) }
  if (form === 'sequence') return { kind: 'sequence', first: Number(rest) }
  const [width, packing] = form.split('/', 2) as [string, string?]
  const type = Object.hasOwn(WIDTHS, width) ? WIDTHS[width as Width] : undefined
  if (packing !== undefined && type && type !== Float64Array) {
    const values: WholeNumbers = new (type as WholeType)(rows)
    if (packing === 'runs') return { kind: 'array', values: unpackRuns(data, values), base: 0 }
    if (data.byteLength !== packedBytes(rows, Number(packing))) throw damaged(form, data, rows)
    // A signed column's least value is added at once; an id's first may be more than its type holds.
    const signed = type === Int32Array
    const least = signed ? Number(rest) : 0
    unpackBits(data, Number(packing), least, values)
    const most = Math.max(-least, least + 2 ** Number(packing))
    return { kind: 'array', values, base: signed ? 0 : Number(rest), most }
  }
  if (packing !== undefined || !type || data.byteLength !== rows * type.BYTES_PER_ELEMENT)
    throw damaged(form, data, rows)
  // A view needs its type's alignment. better-sqlite3 hands out buffers of their own; any other may start anywhere.
  const fits = data.byteOffset % type.BYTES_PER_ELEMENT === 0
  const values = fits
    ? new type(data.buffer as ArrayBuffer, data.byteOffset, rows)
    : new type(new Uint8Array(data).buffer, 0, rows)
  return { kind: 'array', values, base: rest === '' ? 0 : Number(rest) }
}

const damaged = (form: string, data: Buffer, rows: number): RangeError =>
  new RangeError(`segment column of ${rows} rows cannot be ${data.byteLength} bytes of ${form}`)

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
