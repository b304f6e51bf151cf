import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'

/** An array of a NumPy archive, as numbers; `shape` as NumPy says it. */
export interface NumpyArray {
  shape: number[]
  values: Float64Array
}

/** Reads the arrays of an .npz (a zip of .npy files, stored or deflated): little-endian floats and integers, either order; given in C order. */
export function readNpz(path: string): Record<string, NumpyArray> {
  const zip = readFileSync(path)
  // The central directory is found from the end: the sizes in the local headers may be left to a descriptor behind the data.
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const arrays: Record<string, NumpyArray> = {}
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed, name, extra, comment, local] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ] as const
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const data = zip.subarray(start, start + packed)
    const file = zip.toString('utf8', at + 46, at + 46 + name)
    arrays[file.replace(/\.npy$/, '')] = readNpy(method === 8 ? inflateRawSync(data) : data, file)
    at += 46 + name + extra + comment
  }
  return arrays
}

const TYPES: Record<string, (bytes: ArrayBuffer) => Float64Array> = {
  '<f8': bytes => new Float64Array(bytes),
  '<f4': bytes => Float64Array.from(new Float32Array(bytes)),
  '<i8': bytes => Float64Array.from(new BigInt64Array(bytes), Number),
  '<i4': bytes => Float64Array.from(new Int32Array(bytes)),
  '<i2': bytes => Float64Array.from(new Int16Array(bytes)),
  '|u1': bytes => Float64Array.from(new Uint8Array(bytes)),
  '|i1': bytes => Float64Array.from(new Int8Array(bytes)),
  '|b1': bytes => Float64Array.from(new Uint8Array(bytes)),
}

function readNpy(data: Buffer, name: string): NumpyArray {
  const wide = data[6] === 1 ? 2 : 4
  const length = wide === 2 ? data.readUInt16LE(8) : data.readUInt32LE(8)
  const header = data.toString('latin1', 8 + wide, 8 + wide + length)
  const type = /'descr': '([^']+)'/.exec(header)?.[1]
  const shape = (/'shape': \(([^)]*)\)/.exec(header)?.[1] ?? '')
    .split(',')
    .map(Number)
    .filter(n => n > 0)
  const body = data.subarray(8 + wide + length)
  const bytes = new Uint8Array(body).buffer
  const values = TYPES[type ?? '']?.(bytes)
  if (!values) throw new Error(`${name} has the type ${type}, which this reader does not know`)
  if (!/'fortran_order': True/.test(header) || shape.length < 2) return { shape, values }
  const [rows, columns] = shape as [number, number]
  return {
    shape,
    values: values.map((_, at) => values[(at % columns) * rows + Math.floor(at / columns)] as number),
  }
}
