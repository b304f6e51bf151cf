import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { crc32, createDeflateRaw } from 'node:zlib'
import { zipSync } from 'fflate'

const MIB = 2 ** 20

/** A zip archive whose last member unpacks to so many megabytes of blanks, beside the members given. */
export async function zipOfBlanks(
  path: string,
  name: string,
  megabytes: number,
  others: Parameters<typeof zipSync>[0] = {},
): Promise<void> {
  const piece = Buffer.alloc(MIB, name.endsWith('.csv') ? 0 : 32)
  const deflate = createDeflateRaw({ level: 1 })
  const packed: Buffer[] = []
  deflate.on('data', chunk => packed.push(chunk as Buffer))
  let crc = 0
  for (let i = 0; i < megabytes; i++) {
    crc = crc32(piece, crc)
    if (!deflate.write(piece)) await once(deflate, 'drain')
  }
  deflate.end()
  await once(deflate, 'end')
  const data = Buffer.concat(packed)
  const { [name]: _own, ...beside } = others
  const small = Buffer.from(zipSync(beside))
  const directoryAt = small.length >= 22 ? small.readUInt32LE(small.length - 6) : 0
  const count = Object.keys(beside).length
  const size = Math.min(megabytes * MIB, 0xffff_fffe)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(20, 4)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(crc, 14)
  local.writeUInt32LE(data.length, 18)
  local.writeUInt32LE(size, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(20, 4)
  central.writeUInt16LE(20, 6)
  local.copy(central, 10, 8, 30)
  central.writeUInt16LE(name.length, 28)
  central.writeUInt32LE(directoryAt, 42)
  const directory = Buffer.concat([
    small.subarray(directoryAt, small.length - 22),
    central,
    Buffer.from(name),
  ])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count + 1, 8)
  end.writeUInt16LE(count + 1, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(directoryAt + 30 + name.length + data.length, 16)
  const out = createWriteStream(path)
  for (const part of [small.subarray(0, directoryAt), local, Buffer.from(name), data, directory, end])
    out.write(part)
  out.end()
  await once(out, 'finish')
}
