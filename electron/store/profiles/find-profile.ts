import { Failure } from '../../../shared/errors.ts';
import type { KeyFile, KeyProfile } from '../vault/key-file.ts';

/** The profile that a person asked for, and the name to give it if it has none yet. */
export type Chosen = { profile: KeyProfile; name: string | null };

/**
 * Whom an id or a name stands for. Nobody named: the only one there is. A name given to the only profile, which has none, is its
 * name from now on: an office with one officer is never asked for more. Fails: `profile-unknown`.
 */
export function findProfile({ profiles }: KeyFile, who: string | undefined): Chosen {
  const [first, ...others] = profiles;
  const only = others.length === 0 ? first : undefined;
  if (who === undefined) {
    if (only !== undefined) return { profile: only, name: only.name };
    throw new Failure('profile-unknown', { reason: 'not-named' });
  }
  const name = profileName(who);
  const found = profiles.find(({ id, name: has }) => id === who || has === name);
  if (found !== undefined) return { profile: found, name: found.name };
  if (only !== undefined && only.name === null) return { profile: only, name };
  throw new Failure('profile-unknown', { profile: name });
}

/** Names are compared and kept after NFC, without what cannot be seen at their ends. */
export function profileName(text: string): string {
  return text.normalize('NFC').trim();
}

/** The same key file with one profile in the place of the one of its id, or at the end. */
export function withProfile(keyFile: KeyFile, profile: KeyProfile): KeyFile {
  const isThere = keyFile.profiles.some(({ id }) => id === profile.id);
  const profiles = isThere
    ? keyFile.profiles.map((other) => (other.id === profile.id ? profile : other))
    : [...keyFile.profiles, profile];
  return { ...keyFile, profiles };
}
