import type { ModelState, Reply } from '../../../../shared/contract/chat.ts'
import { fail, FailureError, ok, type Result } from '../../../../shared/result/failure.ts'
import { requireWorkspace, type CallContext } from '../../../app.ts'
import { answered, todayHere } from '../answer.ts'
import { say } from '../messages.ts'
import { readModelAnswer } from './read.ts'
import { modelRequest, type ModelRequest } from './request.ts'
import { send } from './send.ts'
import { isAllowed, problemOf, readStored, type StoredModel } from './settings.ts'

/** The key's name in the keychain: of one workspace and one endpoint, so that it never goes to another. */
const accountOf = (ctx: CallContext, baseUrl: string): string =>
  `model:${requireWorkspace(ctx).id}:${new URL(baseUrl).origin}`

export async function storedModel(ctx: CallContext): Promise<StoredModel & { requests: number }> {
  const { json, requests } = await requireWorkspace(ctx).reader.call('chatModel', {})
  return { ...readStored(json), requests }
}

export async function modelState(ctx: CallContext): Promise<ModelState> {
  const stored = await storedModel(ctx)
  const keyStored =
    URL.canParse(stored.baseUrl) && (await ctx.app.secrets.get(accountOf(ctx, stored.baseUrl))) !== undefined
  return { ...stored, keyStored }
}

export async function setModel(
  ctx: CallContext,
  asked: { baseUrl: string; model: string; key?: string },
): Promise<Result<ModelState>> {
  const { key } = asked
  const baseUrl = asked.baseUrl.trim()
  const problem = baseUrl === '' ? undefined : problemOf(baseUrl)
  if (problem) return fail('bad-input', problem)
  const before = await storedModel(ctx)
  const stored = { baseUrl, model: asked.model.trim(), consent: before.consent }
  await save(ctx, { ...stored, consent: isAllowed(stored) ? stored.consent : null })
  if (key !== undefined && baseUrl !== '') {
    const account = accountOf(ctx, baseUrl)
    if (key === '') await ctx.app.secrets.delete(account)
    else if (!(await ctx.app.secrets.set(account, key))) return fail('unavailable', say().noKeychain)
  }
  return ok(await modelState(ctx))
}

export async function setConsent(ctx: CallContext, allow: boolean): Promise<Result<ModelState>> {
  const { baseUrl, model } = await storedModel(ctx)
  if (allow && (baseUrl === '' || model === '')) return fail('bad-input', say().addressFirst)
  await save(ctx, {
    baseUrl,
    model,
    consent: allow ? { baseUrl, model, at: new Date().toISOString() } : null,
  })
  return ok(await modelState(ctx))
}

const save = (ctx: CallContext, { baseUrl, model, consent }: StoredModel): Promise<void> =>
  requireWorkspace(ctx).writer.call('chatSetModel', { json: JSON.stringify({ baseUrl, model, consent }) })

/** Builds what would be sent. Reaches no network. */
export async function previewOf(ctx: CallContext, question: string): Promise<ModelRequest> {
  const stored = await storedModel(ctx)
  if (stored.baseUrl === '' || stored.model === '') throw new FailureError('bad-input', say().noModel)
  return modelRequest(
    question,
    await requireWorkspace(ctx).reader.call('chatKnown', { today: todayHere() }),
    stored,
  )
}

export async function askModel(
  ctx: CallContext,
  { question, digest }: { question: string; digest: string },
): Promise<Result<Reply>> {
  const stored = await storedModel(ctx)
  if (!isAllowed(stored)) return fail('forbidden', say().notAllowed)
  const problem = problemOf(stored.baseUrl)
  if (problem) return fail('bad-input', problem)
  const request = await previewOf(ctx, question)
  if (request.digest !== digest) return fail('bad-input', say().notAsShown)
  const { writer } = requireWorkspace(ctx)
  const id = await writer.call('chatLogRequest', {
    at: new Date().toISOString(),
    endpoint: request.endpoint,
    model: stored.model,
    sent: request.body,
    received: '',
    outcome: 'sending',
  })
  const sent = await send(request, await ctx.app.secrets.get(accountOf(ctx, stored.baseUrl)), ctx.signal)
  const known = await requireWorkspace(ctx).reader.call('chatKnown', { today: todayHere() })
  const read = sent.ok ? readModelAnswer(sent.content, known) : { problem: sent.why }
  const outcome = 'problem' in read ? `failed: ${read.problem}` : 'understood'
  await writer.call('chatLogAnswer', { id, received: sent.ok ? sent.content : sent.received, outcome })
  if (ctx.signal.aborted) return fail('cancelled', say().cancelledSent)
  if ('problem' in read) return fail('unavailable', say().notAsked(read.problem))
  return ok(await answered(ctx, question, read, 'model', todayHere()))
}
