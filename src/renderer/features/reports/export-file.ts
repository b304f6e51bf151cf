import type { ReportFile } from '../../../shared/contract/reports.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { Failure, Result } from '../../../shared/result/failure.ts'
import { call } from '../../app/client.ts'
import { download } from '../../charts/download.ts'

const TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
  html: 'text/html',
  zip: 'application/zip',
}

/** Fetches a made file piece by piece and gives it to the person. What it failed with, else undefined. */
export async function handOut(
  file: Pick<ReportFile, 'token' | 'name'> & { format: keyof typeof TYPES },
): Promise<Failure | undefined> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for (let offset: number | null = 0; offset !== null;) {
    // oxlint-disable-next-line no-await-in-loop -- one piece after another
    const piece: Result<Output<'reports.piece'>> = await call('reports.piece', { token: file.token, offset })
    if (!piece.ok) return piece.failure
    parts.push(bytesOf(piece.value.base64))
    offset = piece.value.next
  }
  download(new Blob(parts, { type: TYPES[file.format] }), file.name)
  return undefined
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i)
  return bytes
}
