import { connect, createServer, type Socket } from 'node:net'
import type { Reach } from '../reach.ts'

/** A way to a server that breaks: after so many bytes from it, both ends are cut off without a word. */
export async function breakingLink(reach: Reach, bytes: number): Promise<{ reach: Reach; close(): void }> {
  const sockets = new Set<Socket>()
  const server = createServer(client => {
    const upstream = connect(reach.port ?? 0, reach.host)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
    }
    let passed = 0
    client.pipe(upstream)
    upstream.on('data', (piece: Buffer) => {
      passed += piece.length
      if (passed > bytes) {
        client.resetAndDestroy()
        upstream.destroy()
      } else client.write(piece)
    })
  })
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    reach: { ...reach, host: '127.0.0.1', port },
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
