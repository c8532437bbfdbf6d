import { generateKeyPairSync } from 'node:crypto';
import { bech32 } from '@scure/base';

/** An age X25519 key pair in age's own text forms: `AGE-SECRET-KEY-1…` and `age1…`. */
export type AgeIdentity = { identity: string; recipient: string };

/**
 * Made with Node's X25519 rather than age-encryption's generator, which is asynchronous: a workspace is created in one
 * synchronous transaction, keys included.
 */
export function newAgeIdentity(): AgeIdentity {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' });
  const open = publicKey.export({ format: 'der', type: 'spki' });
  return {
    identity: bech32
      .encodeFromBytes('AGE-SECRET-KEY-', secret.subarray(secret.length - 32))
      .toUpperCase(),
    recipient: bech32.encodeFromBytes('age', open.subarray(open.length - 32)),
  };
}

/** Whether a text is an X25519 recipient of age: 32 bytes under the prefix `age`, lower case. */
export function isAgeRecipient(text: string): boolean {
  if (!/^age1[a-z0-9]{58}$/.test(text)) return false;
  try {
    const { prefix, bytes } = bech32.decodeToBytes(text);
    return prefix === 'age' && bytes.length === 32;
  } catch {
    return false;
  }
}
