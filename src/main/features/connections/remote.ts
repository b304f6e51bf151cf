import type { CallContext } from '../../app.ts'
import { WorkerClient } from '../../compute/client.ts'
import type { RemoteOps } from '../../workers/remote-ops.ts'

/** Beyond what the server's own stop may take: then the socket is closed with its worker. */
const STOP_MS = 2000

/** A long read has a worker of its own, which ends with it: no socket is left open, and a driver that hangs hangs nothing else. */
export async function withRemote<T>(
  ctx: CallContext,
  work: (remote: WorkerClient<RemoteOps>) => Promise<T>,
): Promise<T> {
  const remote = new WorkerClient<RemoteOps>('remote')
  let timer: NodeJS.Timeout | undefined
  const kill = (): void => {
    timer = setTimeout(() => void remote.kill(), STOP_MS)
  }
  ctx.signal.addEventListener('abort', kill, { once: true })
  try {
    return await work(remote)
  } finally {
    clearTimeout(timer)
    ctx.signal.removeEventListener('abort', kill)
    await remote.close()
  }
}
