import { Failure } from '../../../shared/errors.ts';
import type { Archive } from './open-archive.ts';

/** Path to SHA-256 (hex). */
export type Manifest = ReadonlyMap<string, string>;

const LINE = /^([0-9a-f]{64}) {2}([^\r]+)$/;

/**
 * A BagIt manifest in the form that `sha256sum -c` reads: 64 hex digits, two spaces, a path; LF at the end of every line. BagIt
 * spells LF, CR and % in paths as %0A, %0D and %25; no path of this format holds them, so a % is refused.
 * Fails: `pack-structure-invalid`.
 */
export function readManifest(text: string, file: string): Manifest {
  const invalid = () => new Failure('pack-structure-invalid', { file });
  if (!text.endsWith('\n')) throw invalid();
  const manifest = new Map<string, string>();
  for (const line of text.slice(0, -1).split('\n')) {
    const [, hash = '', path = ''] = LINE.exec(line) ?? [];
    if (path === '' || path.includes('%') || manifest.has(path)) throw invalid();
    manifest.set(path, hash);
  }
  return manifest;
}

/**
 * The files there are must be the files listed. What is too much comes first, in the order of the archive.
 * Fails: `pack-file-unlisted`, `pack-file-missing`.
 */
export function compareListing(present: readonly string[], manifest: Manifest): void {
  const unlisted = present.find((path) => !manifest.has(path));
  if (unlisted !== undefined) throw new Failure('pack-file-unlisted', { file: unlisted });
  const there = new Set(present);
  for (const path of manifest.keys()) {
    if (!there.has(path)) throw new Failure('pack-file-missing', { file: path });
  }
}

/** Fails: `pack-payload-changed`, `pack-archive-unsafe`. */
export async function compareHashes(
  archive: Archive,
  manifest: Manifest,
  onFile: () => void,
): Promise<void> {
  for (const [path, expected] of manifest) {
    if ((await archive.hash(path, onFile)) !== expected) {
      throw new Failure('pack-payload-changed', { file: path });
    }
  }
}
