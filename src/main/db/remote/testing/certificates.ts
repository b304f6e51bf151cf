import { chownSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findProgram, run } from './process.ts'

export const whyNoCertificates = (): string | undefined =>
  findProgram('openssl') ? undefined : 'openssl is not installed'

export interface Certificates {
  /** The throw-away authority's certificate. */
  ca: string
  key: string
  /** For localhost and 127.0.0.1, good for a day. */
  good: string
  expired: string
  /** For another name. */
  elsewhere: string
  /** For localhost by its name alone. */
  named: string
}

/** An authority that lives as long as the test, and what it signed. */
export async function makeCertificates(
  folder: string,
  owner?: { uid: number; gid: number },
): Promise<Certificates> {
  const at = (name: string): string => join(folder, name)
  const openssl = (...args: string[]): Promise<unknown> => run('openssl', args)
  await openssl('req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', '/CN=Throw-away CA', '-keyout', at('ca.key'), '-out', at('ca.crt')) // prettier-ignore
  await openssl('req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=localhost', '-keyout', at('server.key'), '-out', at('server.csr')) // prettier-ignore
  const sign = async (name: string, subject: string, days: string): Promise<string> => {
    writeFileSync(at(`${name}.ext`), `subjectAltName=${subject}\n`)
    await openssl('x509', '-req', '-in', at('server.csr'), '-CA', at('ca.crt'), '-CAkey', at('ca.key'), '-CAcreateserial', '-days', days, '-extfile', at(`${name}.ext`), '-out', at(`${name}.crt`)) // prettier-ignore
    return at(`${name}.crt`)
  }
  const local = 'DNS:localhost,IP:127.0.0.1'
  const good = await sign('good', local, '1')
  const expired = await sign('expired', local, '-1')
  const elsewhere = await sign('elsewhere', 'DNS:db.example.org', '1')
  const named = await sign('named', 'DNS:localhost', '1')
  const key = at('server.key')
  if (owner) for (const file of [key, good, expired, elsewhere, named]) chownSync(file, owner.uid, owner.gid)
  return { ca: at('ca.crt'), key, good, expired, elsewhere, named }
}
