import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
} from 'node:crypto'

/** What comes before the 32 bytes of an X25519 key in DER (RFC 8410): Node takes and gives no bare keys. */
const PUBLIC_DER = Buffer.from('302a300506032b656e032100', 'hex')
const PRIVATE_DER = Buffer.from('302e020100300506032b656e04220420', 'hex')

/** All base64. */
export interface Sealed {
  ephemeral: string
  nonce: string
  /** Ciphertext and tag. */
  box: string
}

/** A new X25519 key pair, 32 bytes each. */
export function newKeyPair(): { publicKey: Buffer; privateKey: Buffer } {
  const pair = generateKeyPairSync('x25519')
  return {
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32),
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32),
  }
}

/**
 * Seals a secret to a public key: X25519 with a key pair of this one time, HKDF-SHA256 over both public keys, AES-256-GCM. Only the
 * private key opens it, and only beside the same `bound` data. Anyone can seal: what is sealed says nothing of who did.
 */
export function seal(publicKey: Uint8Array, secret: Uint8Array, bound: Uint8Array): Sealed {
  const once = newKeyPair()
  const nonce = randomBytes(12)
  const cipher = createCipheriv(
    'aes-256-gcm',
    agreed(once.privateKey, publicKey, once.publicKey, publicKey),
    nonce,
  )
  cipher.setAAD(bound)
  const box = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  return {
    ephemeral: once.publicKey.toString('base64'),
    nonce: nonce.toString('base64'),
    box: box.toString('base64'),
  }
}

/** Undefined where it was sealed to another key, beside other data, or was altered. */
export function openSealed(
  privateKey: Uint8Array,
  publicKey: Uint8Array,
  { ephemeral, nonce, box }: Sealed,
  bound: Uint8Array,
): Uint8Array | undefined {
  const [theirs, bytes] = [Buffer.from(ephemeral, 'base64'), Buffer.from(box, 'base64')]
  try {
    const key = agreed(privateKey, theirs, theirs, publicKey)
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'), { authTagLength: 16 })
    decipher.setAAD(bound)
    decipher.setAuthTag(bytes.subarray(-16))
    return new Uint8Array(Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]))
  } catch {
    return undefined
  }
}

function agreed(
  privateKey: Uint8Array,
  publicKey: Uint8Array,
  ephemeral: Uint8Array,
  recipient: Uint8Array,
): Buffer {
  const shared = diffieHellman({
    privateKey: createPrivateKey({
      key: Buffer.concat([PRIVATE_DER, privateKey]),
      format: 'der',
      type: 'pkcs8',
    }),
    publicKey: createPublicKey({ key: Buffer.concat([PUBLIC_DER, publicKey]), format: 'der', type: 'spki' }),
  })
  const salt = Buffer.concat([ephemeral, recipient])
  return Buffer.from(hkdfSync('sha256', shared, salt, 'farthing seal', 32))
}
