import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { BACKUP_CAUSES, BackupContentsSchema, type Backup } from '../../../shared/contract/backup.ts'
import { SCHEMA_VERSION } from '../../db/migrate.ts'
import { say } from './messages.ts'

export const MANIFEST_FILE = 'manifest.json'

const FileSchema = z.object({
  /** A bare name: the file lies beside the manifest. */
  name: z.string().regex(/^(?!\.{1,2}$)[^/\\\0]{1,255}$/),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

const OpenPartSchema = z.object({
  format: z.literal('farthing-backup'),
  version: z.literal(1),
  /** The workspace's random id, as in its key file. */
  workspace: z.string().min(1).max(64),
  madeAt: z.iso.datetime(),
  cause: z.enum(BACKUP_CAUSES),
  program: z.string().max(100),
  schema: z.number().int().positive(),
  database: FileSchema,
  keys: FileSchema,
})
export type OpenPart = z.infer<typeof OpenPartSchema>

/**
 * What stands in clear text says nothing of the ledger: amounts, names and counts lie sealed under a key made of the workspace's data
 * key, with the open part as additional data, so that neither part can be altered nor the seal carried to another backup.
 */
const ManifestSchema = z.object({
  open: OpenPartSchema,
  /** Base64: nonce (12 bytes), ciphertext, tag (16). */
  sealed: z.base64().min(40),
})
export type Manifest = z.infer<typeof ManifestSchema>

const SealedSchema = z.object({
  facts: z.object({
    schema: z.number().int(),
    revision: z.number().int(),
    commits: z.string(),
    rows: z.record(z.string(), z.number().int()),
    totals: z.array(z.tuple([z.string(), z.string(), z.number().int(), z.string(), z.string()])),
  }),
  contents: BackupContentsSchema,
  /** Head of the audit log at that time, where there is one. */
  auditHead: z.unknown(),
})
export type Sealed = z.infer<typeof SealedSchema>

const AuditHead = z.object({ sequence: z.number().int(), head: z.string() })

export function sealManifest(open: OpenPart, sealed: Sealed, dataKey: Uint8Array): Manifest {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(open, dataKey), nonce)
  cipher.setAAD(boundData(open))
  const box = [nonce, cipher.update(JSON.stringify(sealed), 'utf8'), cipher.final(), cipher.getAuthTag()]
  return { open: OpenPartSchema.parse(open), sealed: Buffer.concat(box).toString('base64') }
}

/** Undefined where the key is another workspace's or either part was altered: the tag cannot tell which. */
export function openSealed({ open, sealed }: Manifest, dataKey: Uint8Array): Sealed | undefined {
  const box = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(open, dataKey), box.subarray(0, 12), {
    authTagLength: 16,
  })
  decipher.setAAD(boundData(open))
  decipher.setAuthTag(box.subarray(-16))
  try {
    const text = Buffer.concat([decipher.update(box.subarray(12, -16)), decipher.final()]).toString('utf8')
    const parsed = SealedSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** The manifest in a backup's folder; undefined where there is none that can be read: then the folder is no backup of ours. */
export function readManifest(folder: string): Manifest | undefined {
  try {
    const path = join(folder, MANIFEST_FILE)
    const found = lstatSync(path)
    // A pipe or a link to a device would be read for ever, and this is read where everybody waits.
    if (!found.isFile() || found.size > 64 * 1024 * 1024) return undefined
    const parsed = ManifestSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** As the contract tells of it; `dataKey` where it is at hand. */
export function describe(folder: string, manifest: Manifest, dataKey: Uint8Array | undefined): Backup {
  const { open } = manifest
  const sealed = dataKey ? openSealed(manifest, dataKey) : undefined
  return {
    path: folder,
    madeAt: open.madeAt,
    cause: open.cause,
    bytes: open.database.bytes,
    schema: open.schema,
    readable: open.schema <= SCHEMA_VERSION,
    program: open.program,
    contents: sealed?.contents ?? null,
    auditHead: AuditHead.safeParse(sealed?.auditHead).data ?? null,
    problem: glance(folder, open),
  }
}

function glance(folder: string, { database, keys }: OpenPart): string | null {
  for (const file of [database, keys]) {
    const found = lstatSync(join(folder, file.name), { throwIfNoEntry: false })
    if (!found?.isFile()) return say().fileMissing(file.name)
    if (found.size !== file.bytes) return say().fileSize(file.name, found.size, file.bytes)
  }
  return null
}

function sealingKey({ workspace }: OpenPart, dataKey: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, workspace, 'farthing backup manifest', 32))
}

const boundData = (open: OpenPart): Buffer => Buffer.from(JSON.stringify(OpenPartSchema.parse(open)))
