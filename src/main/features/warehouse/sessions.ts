import type { Reach } from '../../db/remote/reach.ts'
import { Session } from '../../engine/postgres/session.ts'

interface Held {
  session: Promise<Session>
  /** The last piece of work in line. */
  last: Promise<unknown>
  idle: NodeJS.Timeout | undefined
}

/** A connection that nobody has asked anything for so long is given back. */
const IDLE_MS = 60_000
const held = new Map<string, Held>()

/** Runs work on the connection kept for a server, one piece after another. One that broke is made anew for the next. */
export async function inSession<T>(reach: Reach, work: (session: Session) => Promise<T>): Promise<T> {
  const key = JSON.stringify(reach)
  const mine = held.get(key) ?? { session: Session.open(reach), last: Promise.resolve(), idle: undefined }
  held.set(key, mine)
  clearTimeout(mine.idle)
  const run = async (): Promise<T> => {
    try {
      return await work(await mine.session)
    } catch (error) {
      if (await isLost(mine)) forget(key, mine)
      throw error
    }
  }
  const turn = mine.last.then(run, run)
  mine.last = turn.catch(() => undefined)
  try {
    return await turn
  } finally {
    clearTimeout(mine.idle)
    mine.idle = setTimeout(() => forget(key, mine), IDLE_MS)
  }
}

async function isLost({ session }: Held): Promise<boolean> {
  try {
    return !(await (await session).isAlive())
  } catch {
    return true
  }
}

function forget(key: string, mine: Held): void {
  clearTimeout(mine.idle)
  if (held.get(key) === mine) held.delete(key)
  void mine.session.then(
    session => session.close(),
    () => undefined,
  )
}
