import { createHash } from 'node:crypto'
import { closeSync, openSync, unlinkSync, writeSync } from 'node:fs'
import { Zip, ZipDeflate } from 'fflate'
import { FailureError } from '../../../../shared/result/failure.ts'
import { say } from './messages.ts'

/** A member of a pack as the manifest states it. `blocks`: the first 8 digits of each block's SHA-256, so that a changed byte is found. */
export interface Member {
  path: string
  about: string
  bytes: number
  sha256: string
  block: number
  blocks: string
}

// A zip without its 64-bit extension ends here; nothing of it is written beyond.
const MOST_BYTES = 0xffff_fff0
const BLOCK = 4096

/** Writes an archive to disk as its members come: none of it is held in memory. */
export class ZipWriter {
  readonly path: string
  readonly members: Member[] = []
  readonly #file: number
  readonly #zip: Zip
  readonly #mtime: Date
  readonly #hash = createHash('sha256')
  #written = 0

  /** Throws where there is a file at `path`. */
  constructor(path: string, mtime: Date) {
    this.path = path
    this.#mtime = mtime
    this.#file = openSync(path, 'wx', 0o600)
    this.#zip = new Zip((error, data) => {
      if (error) throw error
      this.#write(data)
    })
  }

  add(path: string, about: string, chunks: Iterable<Uint8Array | string>): Member {
    const entry = new ZipDeflate(path, { level: 6 })
    entry.mtime = this.#mtime
    this.#zip.add(entry)
    const measure = new Measure()
    for (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
      if (bytes.length === 0) continue
      measure.add(bytes)
      entry.push(bytes)
    }
    entry.push(new Uint8Array(0), true)
    const member = { path, about, ...measure.end() }
    this.members.push(member)
    return member
  }

  /** Ends the archive; its size and SHA-256. */
  end(): { bytes: number; sha256: string } {
    this.#zip.end()
    closeSync(this.#file)
    return { bytes: this.#written, sha256: this.#hash.digest('hex') }
  }

  /** Takes away what was written. */
  discard(): void {
    closeSync(this.#file)
    unlinkSync(this.path)
  }

  #write(data: Uint8Array): void {
    this.#written += data.length
    if (this.#written > MOST_BYTES) throw new FailureError('bad-input', say().tooLarge)
    this.#hash.update(data)
    for (let at = 0; at < data.length;) at += writeSync(this.#file, data, at)
  }
}

/** What a manifest says of some bytes. */
export function measured(bytes: Uint8Array): Omit<Member, 'path' | 'about'> {
  const measure = new Measure()
  measure.add(bytes)
  return measure.end()
}

class Measure {
  readonly #whole = createHash('sha256')
  #block = createHash('sha256')
  #inBlock = 0
  #bytes = 0
  readonly #blocks: string[] = []

  add(bytes: Uint8Array): void {
    this.#whole.update(bytes)
    this.#bytes += bytes.length
    for (let at = 0; at < bytes.length;) {
      const piece = bytes.subarray(at, at + BLOCK - this.#inBlock)
      this.#block.update(piece)
      this.#inBlock += piece.length
      at += piece.length
      if (this.#inBlock === BLOCK) this.#next()
    }
  }

  end(): Omit<Member, 'path' | 'about'> {
    if (this.#inBlock > 0 || this.#bytes === 0) this.#next()
    return {
      bytes: this.#bytes,
      sha256: this.#whole.digest('hex'),
      block: BLOCK,
      blocks: this.#blocks.join(''),
    }
  }

  #next(): void {
    this.#blocks.push(this.#block.digest('hex').slice(0, 8))
    this.#block = createHash('sha256')
    this.#inBlock = 0
  }
}
