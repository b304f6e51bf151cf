import { verifyPack, type Verified } from './verify.mjs'

/** A pack comes from outside: it is read where nothing else can be harmed. */
export const evidenceOps = {
  evidenceVerify: ({ path }: { path: string }): Verified => verifyPack(path),
}
