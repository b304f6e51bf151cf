import type { PickedFile } from '../../shared/contract/import.ts'
import { fail, ok, type Failure, type Result } from '../../shared/result/failure.ts'
import { messagesNow } from '../ui/messages.ts'
import { hostMessages } from './host.messages.ts'

/** How much of a file has gone to the host. In Electron nothing is sent: the host reads it where it lies. */
export type UploadProgress = (name: string, sentBytes: number, totalBytes: number) => void

/**
 * Turns files that the user picked or dropped into tokens for `import.preview`. On the loopback host each is sent to its private
 * temp folder, one after the other. Rejects with an Error whose message names the file; `tryPickFile` is the same as a Result.
 */
export async function pickFiles(
  files: FileList | readonly File[],
  onProgress?: UploadProgress,
  signal?: AbortSignal,
): Promise<PickedFile[]> {
  const picked: PickedFile[] = []
  for (const file of files) {
    const result = await tryPickFile(file, onProgress, signal)
    if (!result.ok) throw new Error(result.failure.message)
    picked.push(result.value)
  }
  return picked
}

export async function tryPickFile(
  file: File,
  onProgress?: UploadProgress,
  signal?: AbortSignal,
): Promise<Result<PickedFile>> {
  if (signal?.aborted) return fail('cancelled', messagesNow(hostMessages).cancelled)
  if (window.farthing) {
    try {
      return ok(await window.farthing.fileToken(file))
    } catch (error) {
      return fail('unavailable', messagesNow(hostMessages).notOpened(file.name, String(error)))
    }
  }
  return upload(file, onProgress, signal)
}

// XMLHttpRequest, because fetch tells nothing of how much it has sent.
function upload(file: File, onProgress?: UploadProgress, signal?: AbortSignal): Promise<Result<PickedFile>> {
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    const abort = (): void => request.abort()
    const lost = (): void => resolve(fail('unavailable', messagesNow(hostMessages).notSent(file.name)))
    signal?.addEventListener('abort', abort, { once: true })
    request.open('POST', '/files')
    request.setRequestHeader('x-farthing', '1')
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
    request.upload.addEventListener('progress', event => onProgress?.(file.name, event.loaded, file.size))
    request.addEventListener('abort', () => resolve(fail('cancelled', messagesNow(hostMessages).cancelled)))
    request.addEventListener('error', lost)
    request.addEventListener('load', () => {
      if (request.status === 200) resolve(ok(JSON.parse(request.responseText) as PickedFile))
      else if (request.getResponseHeader('content-type')?.startsWith('application/json'))
        resolve({ ok: false, failure: JSON.parse(request.responseText) as Failure })
      else lost()
    })
    request.addEventListener('loadend', () => signal?.removeEventListener('abort', abort))
    request.send(file)
  })
}
