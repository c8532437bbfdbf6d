import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type {
  Argon2Cost,
  KeyProfile,
  PassphraseSlot,
  ProfileSlot,
  RecoverySlot,
} from './key-file.ts';
import { stretch } from './stretch.ts';

/** 64 MiB and 3 passes: about half a second on an office machine. */
export const standardCost: Argon2Cost = { memoryInKiB: 65_536, passes: 3, lanes: 1 };

type Sealed = Pick<PassphraseSlot, 'nonce' | 'wrappedKey' | 'tag'>;

/** The key of the database, and the one that is the profile's alone. 32 bytes each. */
export type ProfileKeys = { key: Buffer; profileKey: Buffer };
export type Whose = { workspaceId: string; profileId: string };

export async function sealWithPassphrase(
  { key, profileKey }: { key: Uint8Array; profileKey: Uint8Array },
  { workspaceId, profileId }: Whose,
  passphrase: string,
  cost: Argon2Cost,
): Promise<ProfileSlot> {
  const salt = randomBytes(16).toString('hex');
  const facts = { kind: 'profile', derivation: 'argon2id', cost, salt } as const;
  const wrapping = await stretchPassphrase(passphrase, facts);
  const both = Buffer.concat([key, profileKey]);
  try {
    return { ...facts, ...seal(both, wrapping, contextOf(workspaceId, facts, profileId)) };
  } finally {
    both.fill(0);
  }
}

/**
 * The keys behind a profile's passphrase, or null if it is wrong (or the slot is another profile's). A slot of the first
 * version has no key of the profile; it gets one drawn now, to be sealed anew.
 */
export async function openWithPassphrase(
  { id, slot }: KeyProfile,
  workspaceId: string,
  passphrase: string,
): Promise<ProfileKeys | null> {
  const wrapping = await stretchPassphrase(passphrase, slot);
  if (slot.kind === 'passphrase') {
    const key = unseal(slot, wrapping, contextOf(workspaceId, slot));
    return key === null ? null : { key, profileKey: randomBytes(32) };
  }
  const both = unseal(slot, wrapping, contextOf(workspaceId, slot, id));
  if (both === null) return null;
  const keys = {
    key: Buffer.from(both.subarray(0, 32)),
    profileKey: Buffer.from(both.subarray(32)),
  };
  both.fill(0);
  return keys;
}

/** `secret` is what `readRecoveryCode` answers: 130 random bits need no stretching, only a derivation. */
export function sealWithRecoveryCode(
  databaseKey: Uint8Array,
  workspaceId: string,
  secret: string,
): RecoverySlot {
  const salt = randomBytes(16).toString('hex');
  const facts = { kind: 'recovery-code', derivation: 'hkdf-sha256', salt } as const;
  return { ...facts, ...seal(databaseKey, derive(secret, salt), contextOf(workspaceId, facts)) };
}

export function openWithRecoveryCode(
  slot: RecoverySlot,
  workspaceId: string,
  secret: string,
): Buffer | null {
  return unseal(slot, derive(secret, slot.salt), contextOf(workspaceId, slot));
}

/** Input methods type the same passphrase in different widths, so it counts after NFKC. */
function stretchPassphrase(
  passphrase: string,
  { cost, salt }: Pick<PassphraseSlot, 'cost' | 'salt'>,
): Promise<Uint8Array> {
  // A buffer of its own: it is wiped, and must not lie among others.
  const password = Uint8Array.from(Buffer.from(passphrase.normalize('NFKC'), 'utf8'));
  return stretch({ password, salt, cost });
}

function derive(secret: string, salt: string): Uint8Array {
  return new Uint8Array(
    hkdfSync('sha256', secret, Buffer.from(salt, 'hex'), 'jianzhi recovery slot 1', 32),
  );
}

/** Binds a slot to its workspace, profile, kind and parameters: none of them can be exchanged without being noticed. */
function contextOf(
  workspaceId: string,
  slot: Pick<PassphraseSlot | ProfileSlot | RecoverySlot, 'kind' | 'derivation' | 'salt'> & {
    cost?: Argon2Cost;
  },
  profileId?: string,
): Buffer {
  const { memoryInKiB = 0, passes = 0, lanes = 0 } = slot.cost ?? {};
  const facts = [workspaceId, slot.kind, slot.derivation, memoryInKiB, passes, lanes, slot.salt];
  const all =
    profileId === undefined
      ? ['jianzhi key slot 1', ...facts]
      : ['jianzhi key slot 2', profileId, ...facts];
  return Buffer.from(JSON.stringify(all), 'utf8');
}

/** AES-256-GCM. The wrapping key is used once and wiped. */
function seal(databaseKey: Uint8Array, wrapping: Uint8Array, context: Buffer): Sealed {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce).setAAD(context);
  const wrappedKey = Buffer.concat([cipher.update(databaseKey), cipher.final()]);
  wrapping.fill(0);
  return {
    nonce: nonce.toString('hex'),
    wrappedKey: wrappedKey.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
  };
}

function unseal(slot: Sealed, wrapping: Uint8Array, context: Buffer): Buffer | null {
  const nonce = Buffer.from(slot.nonce, 'hex');
  const cipher = createDecipheriv('aes-256-gcm', wrapping, nonce, { authTagLength: 16 });
  cipher.setAAD(context).setAuthTag(Buffer.from(slot.tag, 'hex'));
  const key = cipher.update(Buffer.from(slot.wrappedKey, 'hex'));
  wrapping.fill(0);
  try {
    cipher.final();
    return key;
  } catch {
    key.fill(0);
    return null;
  }
}
