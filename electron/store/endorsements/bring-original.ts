import type { Database } from 'better-sqlite3';
import type { JobControl } from '../../../shared/contract/define.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { isForwardable } from '../../../shared/packs/pack-kinds.ts';
import { inChunks } from '../attachments/in-chunks.ts';
import { storeContent } from '../attachments/store-content.ts';
import { sha256 } from '../packs/bag.ts';
import { limits } from '../packs/limits.ts';
import type { Archive } from '../packs/open-archive.ts';
import { attachmentPath } from '../packs/pack-json.ts';
import { stopIfAsked } from '../packs/stop-if-asked.ts';
import type { OpenedPack } from '../packs/verify-pack.ts';

/** A file of a bag as its sender signed it: `size` bytes from `start` of a stored content. */
export type OriginalFile = {
  path: string;
  hash: string;
  start: number;
  size: number;
  sha256: string;
  checksum: number;
};

/** A provincial office may have to forward what an office sent: the bag stays here as it came. */
export function mayForward({ kind }: WorkspaceInfo, { pack, signer }: OpenedPack): boolean {
  return kind === 'province' && isForwardable(pack.kind) && signer.office !== null;
}

/**
 * Stores the files of an opened bag, byte for byte: attachments are stored already, everything else, end to end, is one more content.
 * Until `keepOriginal` ties it, it is as if it were not there.
 */
export async function bringOriginal(
  db: Database,
  { archive, payload }: OpenedPack,
  control: JobControl,
): Promise<OriginalFile[]> {
  const isAttachment = (path: string) => path.startsWith(attachmentPath(''));
  const paths = [...archive.sizes.keys()].toSorted();
  const others = paths.filter((path) => !isAttachment(path));
  const source = {
    chunks: () => inChunks(endToEnd(archive, others)),
    close: () => Promise.resolve(),
  };
  const { hash } = await storeContent(db, source, () => {
    stopIfAsked(control);
    control.report({ done: 0, total: 0, phase: 'storing' });
  });
  const files: OriginalFile[] = [];
  let start = 0;
  for (const path of paths) {
    const size = archive.sizes.get(path) ?? 0;
    const known = payload.get(path) ?? sha256(await archive.read(path, limits.tagFiles));
    const facts = { path, size, sha256: known, checksum: archive.checksum(path) };
    if (isAttachment(path)) files.push({ ...facts, hash: known, start: 0 });
    else {
      files.push({ ...facts, hash, start });
      start += size;
    }
  }
  return files;
}

async function* endToEnd(archive: Archive, paths: readonly string[]): AsyncGenerator<Buffer> {
  for (const path of paths) yield* archive.chunks(path);
}
