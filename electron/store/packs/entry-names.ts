import { Failure } from '../../../shared/errors.ts';
import { decodeUtf8 } from './decode-utf8.ts';

/** Names that Windows gives to devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/i;
const FORBIDDEN = /[\p{Cc}\p{Cf}<>:"|?*\\]/u;

/**
 * The name of a zip entry as a path that is a path, relative and plain, on every system: no `..`, no drive, no UNC or
 * backslash, no device name, no trailing dot or space. Fails: `pack-archive-unsafe`.
 */
export function safeEntryName(raw: Uint8Array, isUtf8: boolean): string {
  const name = decodeUtf8(raw);
  const shown = { entry: name ?? '?' };
  if (name === null || name.length === 0 || raw.length > 240) {
    throw new Failure('pack-archive-unsafe', shown);
  }
  // Without the flag, bytes beyond ASCII mean one thing to one program and another to the next.
  const isAscii = raw.every((byte) => byte < 0x80);
  const segments = (name.endsWith('/') ? name.slice(0, -1) : name).split('/');
  if ((!isAscii && !isUtf8) || FORBIDDEN.test(name) || !segments.every(isSafeSegment)) {
    throw new Failure('pack-archive-unsafe', shown);
  }
  return name;
}

function isSafeSegment(segment: string): boolean {
  if (segment === '' || segment === '.' || segment === '..') return false;
  if (/[. ]$/.test(segment) || segment.startsWith(' ')) return false;
  const stem = segment.split('.')[0] ?? '';
  return !RESERVED.test(stem.trimEnd());
}

/**
 * Refuses names that would be one file on some system: equal but for case or Unicode form, or a file where another needs a
 * folder. Directories end in `/`. Fails: `pack-archive-unsafe`.
 */
export function refuseCollisions(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const folded = fold(name);
    if (seen.has(folded)) throw new Failure('pack-archive-unsafe', { entry: name });
    seen.add(folded);
  }
  for (const name of names) {
    for (let cut = name.indexOf('/'); cut > 0; cut = name.indexOf('/', cut + 1)) {
      if (seen.has(fold(name.slice(0, cut))))
        throw new Failure('pack-archive-unsafe', { entry: name });
    }
  }
}

function fold(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}
