import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { FailureError } from '../../../shared/result/failure.ts'
import { withLanguage } from '../../compute/origin.ts'
import { remoteFailure } from './failures.ts'
import { connectPostgres } from './postgres.ts'
import { placeOf, tlsOptions, type Reach } from './reach.ts'

const REACH: Reach = { kind: 'postgres', name: 'Books', host: 'db.example.org', database: 'books', user: 'anna', tls: 'verify', caFile: '', file: '', password: 'a canary' } // prettier-ignore
const PLACE = placeOf(REACH, 5432)
const error = (code: string, message = 'said the server'): Error =>
  Object.assign(new Error(message), { code })

// What PostgreSQL, MariaDB, Node and its TLS call what a person may meet, what is said of it, and what to do.
const CASES: [string, FailureError['failure']['code'], RegExp, RegExp][] = [
  ['ECONNREFUSED', 'unavailable', /Nothing answers at db.example.org:5432. Check/u, /antwortet niemand. Prüfen/u],
  ['28P01', 'wrong-password', /refused the password of user anna. Type it again/u, /anna/u],
  ['ER_ACCESS_DENIED_ERROR', 'wrong-password', /refused the password of user anna/u, /anna/u],
  ['CERT_HAS_EXPIRED', 'unavailable', /has expired. Have it renewed/u, /abgelaufen. Lassen Sie es/u],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'unavailable', /not signed by anybody .* \(CA file\)/u, /Zertifikat/u],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'unavailable', /another name than db.example.org/u, /anderen Namen/u],
  ['HANDSHAKE_NO_SSL_SUPPORT', 'unavailable', /does not offer TLS/u, /TLS/u],
  ['ECONNRESET', 'unavailable', /was lost half-way. Nothing was loaded/u, /./u],
  ['57P01', 'unavailable', /was lost half-way/u, /./u],
  ['42703', 'bad-input', /column is not there any more: said the server. Look/u, /Spalte gibt es nicht mehr/u],
  ['ER_BAD_FIELD_ERROR', 'bad-input', /column is not there any more/u, /Spalte/u],
  ['42P01', 'bad-input', /not in books any more/u, /Tabelle gibt es in books nicht mehr/u],
  ['3D000', 'bad-input', /no database books at/u, /keine Datenbank books/u],
  ['42501', 'bad-input', /User anna may not do this/u, /Der Benutzer anna darf das nicht/u],
  ['25006', 'bad-input', /only read, never changed/u, /nur gelesen, nie geändert/u],
  ['57014', 'unavailable', /longer than it may be/u, /länger als erlaubt/u],
  ['XX000', 'bad-input', /db.example.org:5432 answers: said the server/u, /antwortet: said the server/u],
] // prettier-ignore

it.each(CASES)(
  '%s is %s, in a sentence with the remedy, in both languages',
  async (code, kind, english, german) => {
    const { failure } = remoteFailure(error(code), PLACE)
    expect(failure).toMatchObject({ code: kind, message: expect.stringMatching(english) })
    const spoken = await withLanguage('de', async () => remoteFailure(error(code), PLACE).failure.message)
    expect(spoken).toMatch(german)
    expect(spoken).not.toBe(failure.message)
    expect(failure.message + spoken).not.toContain('a canary')
  },
)

it('takes the first of the addresses that were tried, our own failures as they are, and a text where there is no code', () => {
  const both = Object.assign(new Error(''), { errors: [error('ECONNREFUSED'), error('EHOSTUNREACH')] })
  expect(remoteFailure(both, PLACE).failure.message).toContain('Nothing answers')
  const own = new FailureError('not-found', 'Ours.')
  expect(remoteFailure(own, PLACE)).toBe(own)
  expect(remoteFailure(new Error('Connection terminated unexpectedly'), PLACE).failure.message).toContain('lost half-way') // prettier-ignore
  expect(remoteFailure('odd', PLACE).failure.message).toContain('answers: odd')
})

it('verifies TLS by default, by the authority given, and needs none on the machine’s own socket', () => {
  expect(tlsOptions(REACH)).toEqual({
    host: 'db.example.org',
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
  })
  expect(tlsOptions({ ...REACH, tls: 'unverified' })?.rejectUnauthorized).toBe(false)
  expect(tlsOptions({ ...REACH, tls: 'off' })).toBeUndefined()
  expect(tlsOptions({ ...REACH, host: '/run/postgresql' })).toBeUndefined()
  expect(placeOf({ ...REACH, host: '/run/postgresql' }, 5432).server).toBe('/run/postgresql')
  expect(placeOf({ ...REACH, port: 6000 }, 5432).server).toBe('db.example.org:6000')
  const folder = mkdtempSync(join(tmpdir(), 'farthing-test-'))
  const caFile = join(folder, 'ca.pem')
  writeFileSync(caFile, 'an authority')
  expect(tlsOptions({ ...REACH, caFile })?.ca).toEqual(Buffer.from('an authority'))
  rmSync(folder, { recursive: true })
  expect(() => tlsOptions({ ...REACH, caFile })).toThrow(/cannot be read \(ENOENT\)/u)
})

let server: Server | undefined
afterEach(() => server?.close())

/** Something that answers the first word of a client with `first`, and then hangs up. */
const answering = (first: string): Promise<number> =>
  new Promise(resolve => {
    const made = createServer(socket => socket.once('data', () => socket.end(first)))
    server = made
    made.listen(0, '127.0.0.1', () => resolve((made.address() as { port: number }).port))
  })

it('refuses to speak in clear text with a server that offers no TLS, and to one that hangs up', async () => {
  const at = async (first: string, tls: Reach['tls']): Promise<string> => {
    const port = await answering(first)
    const refused = await connectPostgres({ ...REACH, host: '127.0.0.1', port, tls }).catch((e: unknown) => e)
    server?.close()
    return refused instanceof FailureError ? refused.message : 'connected'
  }
  expect(await at('N', 'verify')).toMatch(/does not offer TLS/u)
  expect(await at('', 'off')).toMatch(/lost half-way/u)
})
