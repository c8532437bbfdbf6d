import { createCipheriv, createDecipheriv, createSecretKey, getCiphers } from 'node:crypto';
import type { default as Sodium } from 'libsodium-wrappers';

/** Of age's STREAM: every chunk but the last is as long as this; each has its tag behind it. */
export const CHUNK = 64 * 1024;
export const TAG = 16;

/**
 * The chunks of age's payload under one key, each by itself: `number` counts from 0, and the last one says that it is. `open`
 * throws for bytes that are not what was sealed as this chunk.
 */
export type ChunkCipher = {
  /** The sealed chunk, in pieces that follow one another. */
  seal(plain: Uint8Array, number: number, isLast: boolean): Uint8Array[];
  open(sealed: Uint8Array, number: number, isLast: boolean): Uint8Array;
};

const NATIVE = 'chacha20-poly1305';

/** By the fastest there is: Node's own library has the cipher, Electron's (BoringSSL) hands it to nobody. */
export async function chunkCipher(key: Uint8Array): Promise<ChunkCipher> {
  return getCiphers().includes(NATIVE) ? nativeCipher(key) : portableCipher(key);
}

export function nativeCipher(bytes: Uint8Array): ChunkCipher {
  // Given as bytes, it would be made a key anew for every chunk.
  const key = createSecretKey(bytes);
  const options = { authTagLength: TAG };
  return {
    seal(plain, number, isLast) {
      const cipher = createCipheriv(NATIVE, key, nonceOf(number, isLast), options);
      const sealed = cipher.update(plain);
      return [sealed, cipher.final(), cipher.getAuthTag()];
    },
    open(sealed, number, isLast) {
      const length = plainLength(sealed);
      const decipher = createDecipheriv(NATIVE, key, nonceOf(number, isLast), options);
      decipher.setAuthTag(sealed.subarray(length));
      const plain = decipher.update(sealed.subarray(0, length));
      // Throws unless the tag is right; nothing more comes of it.
      decipher.final();
      return plain;
    },
  };
}

/** libsodium in WebAssembly: some four times slower than Node's own, three times faster than JavaScript. */
export async function portableCipher(key: Uint8Array): Promise<ChunkCipher> {
  const sodium: typeof Sodium = (await import('libsodium-wrappers')).default;
  await sodium.ready;
  return {
    seal: (plain, number, isLast) => [
      sodium.crypto_aead_chacha20poly1305_ietf_encrypt(
        plain,
        null,
        null,
        nonceOf(number, isLast),
        key,
      ),
    ],
    open(sealed, number, isLast) {
      plainLength(sealed);
      const nonce = nonceOf(number, isLast);
      return sodium.crypto_aead_chacha20poly1305_ietf_decrypt(null, sealed, null, nonce, key);
    },
  };
}

function plainLength({ length }: Uint8Array): number {
  if (length < TAG || length > CHUNK + TAG) throw new Error('not a chunk');
  return length - TAG;
}

/** Eleven bytes that count, and one that says whether it is the last. */
function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 5, 6);
  if (isLast) nonce[11] = 1;
  return nonce;
}
