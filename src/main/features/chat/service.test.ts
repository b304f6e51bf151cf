import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ReplySchema } from '../../../shared/contract/chat.ts'
import { QuerySchema } from '../../../shared/query/query.ts'
import { createTestApp, memorySecrets, type TestApp } from '../../testing.ts'
import { replyFromJson, replyToJson } from './kept.ts'
import { readModelAnswer } from './model/read.ts'
import { endpointOf, problemOf } from './model/settings.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const TODAY = '2026-01-15'
let farthing: TestApp
let secrets: ReturnType<typeof memorySecrets>
beforeAll(async () => {
  secrets = memorySecrets()
  farthing = createTestApp(secrets)
  const made = await farthing.call('workspace.sample', {
    kind: 'household',
    password: 'a long enough password',
  })
  expect(made.ok).toBe(true)
  farthing.session.role = 'admin'
})
afterAll(() => farthing.close())

async function value<N extends Parameters<TestApp['call']>[0]>(
  name: N,
  input: Parameters<typeof farthing.call<N>>[1],
) {
  const reply = await farthing.call(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.failure.message}`)
  return reply.value
}
const ask = (question: string) => value('chat.ask', { question, today: TODAY })

describe('answers', () => {
  test('are what the query says, the way round that people say it', async () => {
    const reply = await ask('How much did we spend on groceries in March 2025?')
    const { totals, matched } = await value('explore.query', { query: QuerySchema.parse(reply.query) })
    expect(reply.rows).toBe(matched)
    expect(reply.answer?.figures.find(f => f.code === 'spending')?.value).toBe(-Number(totals['sum(amount)']))
    expect(reply.period).toMatchObject({ from: '2025-03-01', to: '2025-03-31', until: '2025-04-01' })
    const page = await value('ledger.page', { filters: reply.filters ?? {}, limit: 0 })
    expect(page.total).toBe(matched)
  })

  test('come with SQL that gives the same figures when it is run', async () => {
    for (const question of [
      'spending by category in 2025',
      'median purchase at Corner Pantry',
      'how many payees in 2024',
      'top 3 payees without groceries in 2024',
      'spending by month in 2025',
    ]) {
      const reply = await ask(question)
      const asked = await value('explore.query', { query: QuerySchema.parse(reply.query) })
      const run = await value('explore.sql', { text: reply.sql ?? '' })
      const figures = asked.rows.map(row => Number(row.at(-1)))
      expect(
        run.rows.map(row => Math.round(Number(row.at(-1)))),
        question,
      ).toEqual(figures)
    }
  })

  test('of every kind have a finding, figures and rows', async () => {
    for (const question of [
      'how much did we spend in 2025',
      'spending by category',
      'trend of fuel',
      'compare 2025 with 2024',
      'why did spending change in December 2025',
      'anything unusual in 2025',
      'forecast of groceries for the next 3 months',
      'are we over budget',
      'find payments over 500',
      'chart of income by month',
    ]) {
      const reply = await ask(question)
      expect(reply.answer?.findings[0]?.statement, question).toMatch(/\w/)
      expect(reply.rows, question).toBeTypeOf('number')
      expect(reply.sql, question).toMatch(/^(?:SELECT|WITH)/)
      expect(replyFromJson(replyToJson(reply)), question).toEqual(ReplySchema.parse(reply))
    }
  })

  test('wait for a choice where it is not known which member is meant; suggestions can all be asked', async () => {
    const refused = await ask('what is the capital of France')
    expect(refused).toMatchObject({ answer: null, refused: 'not-finance' })
    expect(refused.suggestions.length).toBeGreaterThan(0)
    farthing.app.language = 'de'
    const german = await ask('Wie viel haben wir für Lebensmittel ausgegeben?')
    expect(german.message).toMatch(/^Ausgaben: [\d.]+,\d\d GBP aus [\d.]+ Buchungen\.$/)
    expect(german.chips.map(chip => chip.label)).toContain('Ausgaben')
    expect((await ask('any duplicate payments?')).message).toMatch(/Prüfungen/)
    farthing.app.language = 'en'
    for (const language of ['en', 'de'] as const)
      for (const question of await value('chat.suggestions', { language })) {
        const reply = await ask(question)
        expect([question, reply.refused, reply.unknown]).toEqual([question, null, []])
      }
  })
})

test('conversations are kept, lean on their last question, go stale, are exported, cleared and deleted', async () => {
  const room = await value('chat.createRoom', { name: 'Food <b>*costs*' })
  await value('chat.say', { room: room.id, question: 'groceries in November 2025', today: TODAY })
  const second = await value('chat.say', { room: room.id, question: 'and by payee?', today: TODAY })
  expect(second.reply).toMatchObject({
    followed: true,
    asked: { from: '2025-11-01', by: [{ dimension: 'payee' }] },
  })
  expect((await value('chat.messages', { room: room.id })).map(m => m.stale)).toEqual([false, false])
  const { rows } = await value('ledger.page', { limit: 1 })
  await value('ledger.edit', { entries: { ids: [rows[0]?.id ?? 0] }, set: { note: 'seen' } })
  expect((await value('chat.messages', { room: room.id })).map(m => m.stale)).toEqual([true, true])
  const markdown = await value('chat.exportRoom', { room: room.id, format: 'markdown' })
  expect(markdown.text).toContain(String.raw`# Food \<b\>\*costs\*`)
  expect(markdown.text).toContain('and by payee?')
  const json = await value('chat.exportRoom', { room: room.id, format: 'json' })
  expect((JSON.parse(json.text) as { messages: unknown[] }).messages).toHaveLength(2)
  expect(
    (await value('chat.renameRoom', { room: room.id, name: 'Food' })).find(r => r.id === room.id)?.name,
  ).toBe('Food')
  expect((await value('chat.clearRoom', { room: room.id })).find(r => r.id === room.id)?.messages).toBe(0)
  expect((await value('chat.deleteRoom', { room: room.id })).some(r => r.id === room.id)).toBe(false)
  const gone = await farthing.call('chat.say', { room: room.id, question: 'spending' })
  expect(gone.ok ? '' : gone.failure.code).toBe('not-found')
})

describe('a language model', () => {
  let server: Server
  let base: string
  let content = ''
  const got: { url: string; body: string; key: string }[] = []
  let redirect = false
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = ''
      request.on('data', (part: Buffer) => (body += part.toString()))
      request.on('end', () => {
        got.push({ url: request.url ?? '', body, key: request.headers.authorization ?? '' })
        if (redirect) return void response.writeHead(307, { location: 'http://127.0.0.1:9/elsewhere' }).end()
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end(
          JSON.stringify({
            id: '1',
            object: 'chat.completion',
            created: 1,
            model: 'm',
            choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
          }),
        )
      })
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  })
  afterAll(() => new Promise(resolve => server.close(resolve)))

  test('gets no connection before consent, then exactly the previewed bytes, and its answer is computed here', async () => {
    const question = 'What did we pay at the supermarket? Mail me at jane@example.org'
    await value('chat.setModel', { baseUrl: base, model: 'm', key: 'canary-key' })
    const preview = await value('chat.preview', { question })
    await ask('groceries in 2025')
    const before = await farthing.call('chat.askModel', { question, digest: preview.digest })
    expect(before.ok ? '' : before.failure.code).toBe('forbidden')
    expect(got).toEqual([])

    expect((await value('chat.consent', { allow: true })).consent).toMatchObject({
      baseUrl: base,
      model: 'm',
    })
    const other = await farthing.call('chat.askModel', {
      question: 'another question',
      digest: preview.digest,
    })
    expect(other.ok).toBe(false)
    expect(got).toEqual([])

    content = JSON.stringify({
      intent: 'summary',
      measure: 'spending',
      from: '2025-01-01',
      to: '2025-12-31',
      members: { category: ['Food: Groceries'] },
    })
    const reply = await value('chat.askModel', { question, digest: preview.digest })
    expect(got).toEqual([{ url: '/v1/chat/completions', body: preview.body, key: 'Bearer canary-key' }])
    expect(preview.body).not.toContain('jane@example.org')
    // No payee and no amount is told.
    expect(preview.body).not.toContain('Corner Pantry')
    const own = await ask('groceries in 2025')
    expect(reply.by).toBe('model')
    expect(reply.answer?.figures).toEqual(own.answer?.figures)

    const log = await value('chat.modelLog', {})
    expect(log).toMatchObject([
      { endpoint: endpointOf(base), sent: preview.body, received: content, outcome: 'understood' },
    ])
    expect(JSON.stringify([log, await value('chat.model', {}), reply])).not.toContain('canary-key')
  })

  test('is answered by no figure of its own; what is no query is refused; a redirect is not followed; a new address ends consent', async () => {
    const send = async (answer: string) => {
      content = answer
      const { digest } = await value('chat.preview', { question: 'groceries' })
      return farthing.call('chat.askModel', { question: 'groceries', digest })
    }
    for (const answer of [
      'Groceries cost 42.',
      '{"intent":"summary","answer":42}',
      '{"intent":"steal"}',
      '[]',
      '{"intent":"summary","members":{"category":"x"}}',
    ]) {
      const reply = await send(answer)
      expect(reply.ok ? answer : reply.failure.code).toBe('unavailable')
    }
    expect((await send('{"intent":"summary","members":{"category":["Unicorns"]}}')).ok).toBe(true)
    redirect = true
    const count = got.length
    const moved = await send('{}')
    expect(moved.ok ? '' : moved.failure.message).toMatch(/redirect/)
    expect(got.length).toBe(count + 1)
    redirect = false
    expect((await value('chat.setModel', { baseUrl: `${base}/other`, model: 'm' })).consent).toBeNull()
    expect((await send('{}')).ok).toBe(false)
    expect(got.length).toBe(count + 1)
  })

  test('is asked in clear text on this machine only', async () => {
    for (const bad of [
      'http://example.org/v1',
      'ftp://127.0.0.1',
      'https://user:secret@example.org',
      'https://example.org/v1?key=1',
      'http://127.0.0.1.example.org',
      'nonsense',
      'http://2130706433.example',
    ])
      expect(problemOf(bad), bad).toBeTypeOf('string')
    for (const good of [
      'https://openrouter.ai/api/v1',
      'http://127.0.0.1:11434/v1',
      'http://localhost:11434/v1',
      'http://[::1]:1/v1',
    ])
      expect(problemOf(good), good).toBeUndefined()
    const refused = await farthing.call('chat.setModel', { baseUrl: 'http://example.org/v1', model: 'm' })
    expect(refused.ok).toBe(false)
  })

  test('cannot name what the ledger does not have', async () => {
    const known = await farthing.app.workspace?.reader.call('chatKnown', { today: TODAY })
    if (!known) throw new Error('no workspace')
    const read = readModelAnswer(
      '{"intent":"breakdown","by":[{"dimension":"planet"}],"members":{"payee":["Corner Pantry","Nobody Ltd"]}}',
      known,
    )
    expect(read).toMatchObject({
      asked: { by: [], members: { payee: ['Corner Pantry'] } },
      unknown: ['planet', 'Nobody Ltd'],
    })
  })
})
