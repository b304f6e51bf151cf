import { open } from 'node:fs/promises'

/** Bytes that can be read from anywhere: a file on disk, or what was unpacked into memory. */
export interface Access {
  readonly size: number
  /** Fewer bytes than asked for only at the end. */
  read(offset: number, length: number): Promise<Buffer>
  close(): Promise<void>
}

export async function fileAccess(path: string): Promise<Access> {
  const file = await open(path, 'r')
  const { size } = await file.stat()
  return {
    size,
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - offset))
      const buffer = Buffer.alloc(wanted)
      let done = 0
      while (done < wanted) {
        // oxlint-disable-next-line no-await-in-loop -- a read may give less than was asked for
        const { bytesRead } = await file.read(buffer, done, wanted - done, offset + done)
        if (bytesRead === 0) break
        done += bytesRead
      }
      return buffer.subarray(0, done)
    },
    close: () => file.close(),
  }
}

export function memoryAccess(bytes: Buffer): Access {
  return {
    size: bytes.length,
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
    close: () => Promise.resolve(),
  }
}
