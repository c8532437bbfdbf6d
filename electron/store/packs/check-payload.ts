import type { JobControl } from '../../../shared/contract/define.ts';
import { Failure } from '../../../shared/errors.ts';
import type { Statement } from '../../../shared/packs/statement.ts';
import { bagInfoText } from './bag.ts';
import { recordPaths } from './check-records.ts';
import { pathsOfStatement, readStatementOf } from './check-statement.ts';
import type { TagFacts } from './check-tag-files.ts';
import type { Archive } from './open-archive.ts';
import { attachmentPath } from './pack-json.ts';
import { compareHashes, compareListing } from './read-manifest.ts';
import { stopIfAsked } from './stop-if-asked.ts';

export type PayloadSize = { files: number; bytes: number };

/** Step 7: exactly the files listed, each as listed, and exactly those that the table of contents and the statement imply. */
export async function checkPayload(
  archive: Archive,
  { pack, payload: manifest, bagInfo }: TagFacts,
  control: JobControl,
): Promise<{ size: PayloadSize; statement: Statement | null }> {
  const present = [...archive.sizes.keys()].filter((path) => path.startsWith('data/'));
  compareListing(present, manifest);
  checkAttachments(archive, pack, manifest);
  let hashed = 0;
  await compareHashes(archive, manifest, () => {
    stopIfAsked(control);
    control.report({ done: (hashed += 1), total: 0, phase: 'hashing' });
  });
  const statement = pack.formatVersion < 7 ? null : await readStatementOf(archive, pack);
  const implied = new Set([
    ...pack.contents.flatMap(({ id, attachments }) => [
      ...Object.values(recordPaths(id)),
      ...attachments.map(({ sha256 }) => attachmentPath(sha256)),
    ]),
    ...(statement === null ? [] : pathsOfStatement(statement, present)),
  ]);
  const missing = [...implied].find((path) => !manifest.has(path));
  if (missing !== undefined) throw new Failure('pack-file-missing', { file: missing });
  if (manifest.size !== implied.size) throw new Failure('pack-structure-invalid');
  const bytes = present.reduce((sum, path) => sum + (archive.sizes.get(path) ?? 0), 0);
  if (bagInfo !== bagInfoText(pack, bytes, present.length)) {
    throw new Failure('pack-structure-invalid', { file: 'bag-info.txt' });
  }
  return { size: { files: present.length, bytes }, statement };
}

/** Each attachment is the one that the table of contents means: listed under the hash that it is named by, and as long. */
function checkAttachments(
  archive: Archive,
  pack: TagFacts['pack'],
  manifest: TagFacts['payload'],
): void {
  for (const { sha256, sizeInBytes } of pack.contents.flatMap(({ attachments }) => attachments)) {
    const file = attachmentPath(sha256);
    const listed = manifest.get(file);
    if (listed === undefined) throw new Failure('pack-file-missing', { file });
    if (listed !== sha256) throw new Failure('pack-payload-changed', { file });
    if (archive.sizes.get(file) !== sizeInBytes) {
      throw new Failure('pack-structure-invalid', { file });
    }
  }
}
