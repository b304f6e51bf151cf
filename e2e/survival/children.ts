import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

// What Node strips and compiles is kept between the children: most of a start would go into it.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('../../.cache/compile', import.meta.url))

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url))

export interface Running {
  child: ChildProcess
  /** Lines it has printed so far. */
  lines: string[]
  /** Settles with the first line that begins so; rejects where the child ends without. */
  line(start: string): Promise<string>
  /** Ends it at once, as a power cut would as far as the program can tell; settles once it is gone and its lines are read. */
  kill(): Promise<void>
  /** Its exit code. */
  ended: Promise<number | null>
}

/** Starts child.ts with a task. `shell`: what a POSIX shell does before it (limits). */
export function start(
  task: Record<string, unknown>,
  options: { shell?: string; uid?: number; env?: Record<string, string> } = {},
): Running {
  const environment = { ...process.env, ...options.env, TASK: JSON.stringify(task) }
  const child = options.shell
    ? spawn('bash', ['-c', `${options.shell}; exec "$0" "$@"`, process.execPath, CHILD], {
        env: environment,
        stdio: ['pipe', 'pipe', 'pipe'],
      })
    : spawn(process.execPath, [CHILD], {
        env: environment,
        stdio: ['pipe', 'pipe', 'pipe'],
        ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
      })
  const lines: string[] = []
  let errors = ''
  child.stderr?.on('data', chunk => (errors += String(chunk)))
  const waiting = new Set<() => void>()
  const wake = (): void => {
    for (const look of waiting) look()
  }
  let over = false
  const reader = createInterface({ input: child.stdout as NodeJS.ReadableStream })
  reader.on('line', text => {
    lines.push(text)
    wake()
  })
  const read = once(reader, 'close')
  const ended = once(child, 'exit').then(async ([code]) => {
    await read
    over = true
    wake()
    return code as number | null
  })
  return {
    child,
    lines,
    ended,
    line: begin =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = lines.find(text => text.startsWith(begin))
          if (found === undefined && !over) return
          waiting.delete(look)
          if (found === undefined) reject(new Error(`the child ended without “${begin}”: ${errors}`))
          else resolve(found)
        }
        waiting.add(look)
        look()
      }),
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

export const wait = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))
