import { createHash } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import * as z from 'zod';

/** Names of the two copies, in the order in which they are written. */
export const keyFileNames = ['key-a.json', 'key-b.json'] as const;
export const largestKeyFileInBytes = 65_536;

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const seal = { salt: hex(16), nonce: hex(12), tag: hex(16) };
const sealed = { ...seal, wrappedKey: hex(32) };

/**
 * What Argon2id costs. Bounded, because the file is read before anything in it is authenticated: a hostile one must
 * not make the program ask for terabytes. The upper bounds leave room for stronger settings to come.
 */
export const Argon2Cost = z.object({
  memoryInKiB: z.number().int().min(8).max(262_144),
  passes: z.number().int().min(1).max(16),
  lanes: z.literal(1),
});
export type Argon2Cost = z.output<typeof Argon2Cost>;

/** The one slot of the first version: the database key alone. */
const PassphraseSlot = z.object({
  kind: z.literal('passphrase'),
  derivation: z.literal('argon2id'),
  cost: Argon2Cost,
  ...sealed,
});
export type PassphraseSlot = z.output<typeof PassphraseSlot>;

/** The database key, and behind it a key that is this profile's alone. */
const ProfileSlot = z.object({
  kind: z.literal('profile'),
  derivation: z.literal('argon2id'),
  cost: Argon2Cost,
  ...seal,
  wrappedKey: hex(64),
});
export type ProfileSlot = z.output<typeof ProfileSlot>;

export const MOST_PROFILES = 64;
export const LONGEST_PROFILE_NAME = 50;

/** Names stand here in clear, so that unlocking can ask who it is. Null as long as nobody has given one. */
const KeyProfile = z.object({
  id: z.uuid().lowercase(),
  name: z.string().min(1).max(LONGEST_PROFILE_NAME).nullable(),
  slot: z.discriminatedUnion('kind', [PassphraseSlot, ProfileSlot]),
});
export type KeyProfile = z.output<typeof KeyProfile>;

const RecoverySlot = z.object({
  kind: z.literal('recovery-code'),
  derivation: z.literal('hkdf-sha256'),
  ...sealed,
});
export type RecoverySlot = z.output<typeof RecoverySlot>;

/** The database key of one workspace, sealed for every profile and under the recovery code. `generation` grows with every change; the higher copy counts. */
const KeyFile = z.object({
  workspaceId: z.string().min(1).max(100),
  generation: z.number().int().min(1),
  profiles: z.array(KeyProfile).min(1).max(MOST_PROFILES),
  recovery: RecoverySlot,
});
export type KeyFile = z.output<typeof KeyFile>;

/** The first version, which knew one passphrase. Frozen. */
const FirstKeyFile = z.object({
  workspaceId: z.string().min(1).max(100),
  generation: z.number().int().min(1),
  passphrase: PassphraseSlot,
  recovery: RecoverySlot,
});

const version = 2;
const Envelope = z.object({
  format: z.literal('jianzhi-key-file'),
  version: z.number().int().min(1),
  body: z.unknown(),
  checksum: hex(32),
});

export function encodeKeyFile(body: KeyFile): Buffer {
  const content = { format: 'jianzhi-key-file', version, body } as const;
  const envelope = { ...content, checksum: checksumOf(content) };
  return Buffer.from(`${JSON.stringify(envelope, null, 2)}\n`, 'utf8');
}

/** The contents of one copy, `newer` if a later program wrote it, or null if it is damaged in any way. */
export function decodeKeyFile(bytes: Uint8Array): KeyFile | 'newer' | null {
  if (bytes.length > largestKeyFileInBytes) return null;
  const envelope = Envelope.safeParse(parseJson(bytes));
  if (!envelope.success) return null;
  const { checksum, ...content } = envelope.data;
  if (checksum !== checksumOf(content)) return null;
  if (content.version > version) return 'newer';
  if (content.version === 1) return fromFirst(content.body);
  return KeyFile.safeParse(content.body).data ?? null;
}

function fromFirst(body: unknown): KeyFile | null {
  const first = FirstKeyFile.safeParse(body);
  if (!first.success) return null;
  const { passphrase, ...rest } = first.data;
  const profile = { id: firstProfileId(rest.workspaceId), name: null, slot: passphrase };
  return { ...rest, profiles: [profile] };
}

/**
 * The profile that a workspace begins with. It follows from the workspace, so that an upgrade cut off between the database and
 * the key file finds the same one again.
 */
export function firstProfileId(workspaceId: string): string {
  return uuidv5(`jianzhi first profile ${workspaceId}`, uuidv5.URL);
}

/** Notices accidents of the disk; attacks are answered by the authenticated encryption inside. */
function checksumOf(content: Omit<z.output<typeof Envelope>, 'checksum'>): string {
  const { format, version: written, body } = content;
  return createHash('sha256')
    .update(JSON.stringify([format, written, body]))
    .digest('hex');
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
