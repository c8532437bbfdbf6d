import { blake2b } from '@noble/hashes/blake2.js';
import { isSignedBy, signBytes, type PublicSigningKey, type SigningKey } from './signing-key.ts';

/**
 * The text formats of minisign (jedisct1.github.io/minisign): a public key of two lines and a prehashed (`ED`) signature
 * of four: an untrusted comment, the signature of the file's BLAKE2b-512, a trusted comment, and a second signature over
 * the first and that comment.
 */
const TRUSTED = 'trusted comment: ';
const UNTRUSTED = 'untrusted comment: ';

export function minisignPublicKeyText(key: PublicSigningKey): string {
  // minisign prints a key id as a little-endian number.
  const id = Buffer.from(key.keyId).reverse().toString('hex').toUpperCase();
  return `${UNTRUSTED}minisign public key ${id}\n${encodePublicKey(key)}\n`;
}

/** The second line of a public key file: `Ed`, key id, key; base64. */
export function encodePublicKey(key: PublicSigningKey): string {
  return Buffer.concat([Buffer.from('Ed'), key.keyId, key.public]).toString('base64');
}

export function decodePublicKey(text: string): PublicSigningKey | null {
  const bytes = decodeBase64(text, 42);
  if (bytes === null || bytes.toString('latin1', 0, 2) !== 'Ed') return null;
  return {
    keyId: Uint8Array.from(bytes.subarray(2, 10)),
    public: Uint8Array.from(bytes.subarray(10)),
  };
}

export type MinisignSignature = {
  keyId: Uint8Array;
  signature: Uint8Array;
  trustedComment: string;
  globalSignature: Uint8Array;
};

/** Neither comment may hold a line break; minisign reads at most 8 kB of the trusted one. */
export function minisign(
  message: Uint8Array,
  key: SigningKey,
  comments: { untrusted: string; trusted: string },
): string {
  const signature = signBytes(key.secret, blake2b(message, { dkLen: 64 }));
  const trusted = Buffer.from(comments.trusted);
  const globalSignature = signBytes(key.secret, Buffer.concat([signature, trusted]));
  const first = Buffer.concat([Buffer.from('ED'), key.keyId, signature]);
  return [
    UNTRUSTED + comments.untrusted,
    first.toString('base64'),
    TRUSTED + comments.trusted,
    `${Buffer.from(globalSignature).toString('base64')}\n`,
  ].join('\n');
}

/** Reads the four lines. Null for anything else, the older signature of the unhashed file (`Ed`) included. */
export function parseMinisign(text: string): MinisignSignature | null {
  const lines = text.split('\n');
  const [untrusted = '', first = '', trusted = '', last = '', end] = lines;
  if (lines.length !== 5 || end !== '' || !untrusted.startsWith(UNTRUSTED)) return null;
  if (!trusted.startsWith(TRUSTED) || text.includes('\r')) return null;
  const bytes = decodeBase64(first, 74);
  const globalSignature = decodeBase64(last, 64);
  if (bytes === null || globalSignature === null) return null;
  if (bytes.toString('latin1', 0, 2) !== 'ED') return null;
  return {
    keyId: Uint8Array.from(bytes.subarray(2, 10)),
    signature: Uint8Array.from(bytes.subarray(10)),
    trustedComment: trusted.slice(TRUSTED.length),
    globalSignature: Uint8Array.from(globalSignature),
  };
}

/** Whether both signatures are this key's. The key id is the caller's hint for finding a key and proves nothing. */
export function isMinisignedBy(
  message: Uint8Array,
  signed: MinisignSignature,
  publicKey: Uint8Array,
): boolean {
  const withComment = Buffer.concat([signed.signature, Buffer.from(signed.trustedComment)]);
  return (
    isSignedBy(publicKey, blake2b(message, { dkLen: 64 }), signed.signature) &&
    isSignedBy(publicKey, withComment, signed.globalSignature)
  );
}

function decodeBase64(text: string, length: number): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === length && bytes.toString('base64') === text ? bytes : null;
}
