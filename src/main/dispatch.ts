import { methodOf, type Input, type MethodName, type Output } from '../shared/contract/index.ts'
import { ROLES } from '../shared/contract/method.ts'
import { NEEDS_ENTRIES } from '../shared/contract/refusal.ts'
import type { Progress } from '../shared/contract/progress.ts'
import { fail, FailureError, type Failure, type Result } from '../shared/result/failure.ts'
import type { App, CallContext, Session } from './app.ts'
import { currentOrigin, withLanguage, withOrigin } from './compute/origin.ts'
import { failureOf } from './compute/serve.ts'
import { say } from './messages.ts'
import { monitorOf } from './monitor.ts'
import type { Masker } from './masker.ts'
import { maskerFor } from './masking.ts'
import { services } from './services.ts'

export interface DispatchOptions {
  signal?: AbortSignal
  onProgress?: (progress: Progress) => void
}

/** Every reply: the outcome, and the workspace's revision after it (0 while none is open). A higher one makes the renderer refetch. */
export type Reply<T> = Result<T> & { revision: number }

/**
 * The one way in, for every host: look up, role check, parse input, call. Never throws; an unexpected error becomes `internal`.
 * Outputs are checked against the contract except in production builds.
 */
export async function dispatch<N extends MethodName>(
  app: App,
  session: Session,
  name: N,
  input: Input<N>,
  options: DispatchOptions = {},
): Promise<Reply<Output<N>>> {
  // A page that asked just then would be told that nothing is open, and leave what it was doing.
  await app.away
  const rest = noteActivity(app, session, name)
  const ended = monitorOf(app).begin(methodOf(name) ? name : 'unknown')
  const asked = () => inLanguageOf(app, () => run(app, session, name, input, options))
  let result = await asked()
  if (app.away && !result.ok && !options.signal?.aborted && isRead(name)) {
    // The file was taken away from under it. A read may be asked again, a write may not.
    await app.away
    result = await asked()
  }
  ended(result.ok ? undefined : result.failure)
  rest()
  return { ...(result as Result<Output<N>>), revision: app.workspace?.revision ?? 0 }
}

/** What a page asks by itself while nobody is there. */
const UNASKED: ReadonlySet<MethodName> = new Set(['workspace.status', 'alerts.look', 'security.autoLock'])

function noteActivity({ activity }: App, session: Session, name: MethodName): () => void {
  if (!session.user || UNASKED.has(name)) return () => {}
  activity.at = Date.now()
  activity.running += 1
  return () => {
    activity.at = Date.now()
    activity.running -= 1
  }
}

/** The outermost call's: what it calls in turn may speak another, as a report in German does for an English reader. */
const inLanguageOf = <T>(app: App, run: () => T): T =>
  currentOrigin() ? run() : withLanguage(app.language, run)

function isRead(name: string): boolean {
  const method = methodOf(name)
  return method !== undefined && !method.progress && ROLES.indexOf(method.role) <= ROLES.indexOf('viewer')
}

async function run(
  app: App,
  session: Session,
  name: string,
  input: unknown,
  options: DispatchOptions,
): Promise<Result<unknown>> {
  const method = methodOf(name)
  if (!method) return fail('not-found', say().noMethod(name))
  if (ROLES.indexOf(session.role) < ROLES.indexOf(method.role)) {
    return session.role === 'nobody'
      ? fail('logged-out', say().openFirst)
      : fail('forbidden', say().needsRole(method.role, session.role))
  }
  if (method.role !== 'nobody' && !app.workspace) return fail('logged-out', say().openFirst)
  if (app.workspace?.asksOnly && NEEDS_ENTRIES.has(name as MethodName))
    return fail('bad-input', say().entriesElsewhere)
  const parsed = method.input.safeParse(input)
  if (!parsed.success)
    return fail('bad-input', sentence(name, parsed.error.issues), { issues: parsed.error.issues })
  const [feature, key] = name.split('.') as [keyof typeof services, string]
  const handler = (
    services[feature] as unknown as Record<string, (i: unknown, c: CallContext) => Promise<Result<unknown>>>
  )[key]
  if (!handler) return fail('internal', say().noService(name))
  const signal = options.signal ?? new AbortController().signal
  const context: CallContext = {
    app,
    session,
    signal,
    progress: progress => options.onProgress?.(progress),
    call: (other, otherInput) => dispatch(app, session, other, otherInput, { signal }),
  }
  let masker: Masker | undefined
  try {
    const origin = { user: session.user?.id ?? 'program', action: name }
    const result = await withOrigin(origin, async () => {
      masker = await maskerFor(app.workspace, session, name as MethodName)
      if (masker && ROLES.indexOf(method.role) > ROLES.indexOf('viewer') && masker.holdsMasked(parsed.data))
        return fail('bad-input', say().masked)
      let answer = await handler(masker ? masker.reveal(parsed.data) : parsed.data, context)
      if (masker)
        answer = answer.ok
          ? { ok: true, value: await masker.mask(answer.value) }
          : { ok: false, failure: await masked(masker, answer.failure) }
      // Told before it is handed over: what leaves the workspace is never there without its row.
      if (answer.ok && method.logged && app.workspace && !app.workspace.readOnly)
        await app.workspace.writer.call('logEvent', { action: name, detail: {} })
      return answer
    })
    if (result.ok && process.env['NODE_ENV'] !== 'production') {
      const checked = method.output.safeParse(result.value)
      if (!checked.success) return fail('internal', sentence(say().ownAnswer(name), checked.error.issues))
    }
    return result
  } catch (error) {
    if (signal.aborted && !(error instanceof FailureError)) return fail('cancelled', say().nothingChanged)
    const failure = failureOf(error)
    return { ok: false, failure: masker ? await masked(masker, failure) : failure }
  }
}

/** A failure quotes what it is about: a payee, a line of a file, a statement. */
const masked = async (masker: Masker, { code, message, details }: Failure): Promise<Failure> => ({
  code,
  message: masker.text(message),
  ...(details && { details: (await masker.mask(details)) as Failure['details'] }),
})

function sentence(
  name: string,
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
): string {
  const [first] = issues
  const where = first ? first.path.map(String).join('.') : ''
  return say().unfit(name, where, first?.message ?? say().unknown)
}
