import type { Reach } from '../../db/remote/reach.ts'
import type { TestApp } from '../../testing.ts'

type Reply<T> = { ok: true; value: T } | { ok: false; failure: { message: string } }

/** The value, or a failing test with the sentence. */
export async function must<T>(reply: Promise<Reply<T>>): Promise<T> {
  const answer = await reply
  if (!answer.ok) throw new Error(answer.failure.message)
  return answer.value
}

/** The number of the server's connection, made where it is not there. */
export const connect = async (app: TestApp, { password, ...connection }: Reach): Promise<number> => {
  const known = (await must(app.call('connections.list', {}))).find(one => one.name === connection.name)
  const all = await must(
    app.call('connections.save', { ...(known && { id: known.id }), connection, password }),
  )
  return all.find(one => one.name === connection.name)?.id as number
}
