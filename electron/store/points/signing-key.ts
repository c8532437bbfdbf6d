import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';

/** An Ed25519 key as raw bytes: 32 of secret seed, 32 of public key, and minisign's 8-byte key id. */
export type SigningKey = { secret: Uint8Array; public: Uint8Array; keyId: Uint8Array };
export type PublicSigningKey = Pick<SigningKey, 'public' | 'keyId'>;

// The fixed beginnings of PKCS#8 and SPKI for Ed25519 (RFC 8410); Node takes raw keys in no shorter way.
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

export function newSigningKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const secret = lastBytes(privateKey.export({ format: 'der', type: 'pkcs8' }));
  const publicBytes = lastBytes(publicKey.export({ format: 'der', type: 'spki' }));
  return { secret, public: publicBytes, keyId: keyIdOf(publicBytes) };
}

/** A key whose two halves were kept. */
export function signingKeyOf(secret: Uint8Array, publicKey: Uint8Array): SigningKey {
  return { secret, public: Uint8Array.from(publicKey), keyId: keyIdOf(publicKey) };
}

/** minisign draws key ids at random; taking them from the key spares us one more thing to keep. */
function keyIdOf(publicKey: Uint8Array): Uint8Array {
  return Uint8Array.from(createHash('sha256').update(publicKey).digest().subarray(0, 8));
}

function lastBytes(der: Uint8Array): Uint8Array {
  return Uint8Array.from(der.subarray(der.length - 32));
}

/** A plain Ed25519 signature, 64 bytes. */
export function signBytes(secret: Uint8Array, message: Uint8Array): Uint8Array {
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, secret]),
    format: 'der',
    type: 'pkcs8',
  });
  return Uint8Array.from(sign(null, message, key));
}

export function isSignedBy(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  return verify(null, message, publicKeyObject(publicKey), signature);
}

function publicKeyObject(publicKey: Uint8Array): KeyObject {
  return createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, publicKey]),
    format: 'der',
    type: 'spki',
  });
}
