import type { Statement } from '../../../shared/packs/statement.ts';
import { readOfficeRecord, type OfficeRecord } from '../../../shared/packs/office-record.ts';
import { Failure } from '../../../shared/errors.ts';
import { canonicalJson, type JsonValue } from '../../../shared/canonical-json.ts';
import { sha256 } from './bag.ts';
import { officePath } from './check-statement.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { limits } from './limits.ts';
import type { Archive } from './open-archive.ts';
import { attachmentPath } from './pack-json.ts';

/**
 * The records of an office pack: each as the statement names it, in its one spelling, its base under its own hash; their attachments are
 * there, and no others. Other kinds have none. Fails: `pack-record-invalid`, `pack-file-missing`, `pack-structure-invalid`.
 */
export async function readOfficeRecords(
  archive: Archive,
  statement: Statement | null,
): Promise<OfficeRecord[]> {
  if (statement?.kind !== 'office') return [];
  const records: OfficeRecord[] = [];
  const expected = new Set<string>();
  for (const { recordId, sha256: hash } of statement.records) {
    const bytes = await archive.read(officePath(recordId), limits.recordFile);
    const text = decodeUtf8(bytes);
    const record = text === null ? null : readOfficeRecord(text);
    if (
      record === null ||
      record.id !== recordId ||
      sha256(bytes) !== hash ||
      !hasItsBase(record)
    ) {
      throw new Failure('pack-record-invalid', { id: recordId });
    }
    for (const attachment of record.attachments) {
      const file = attachmentPath(attachment.sha256);
      const size = archive.sizes.get(file);
      if (size === undefined) throw new Failure('pack-file-missing', { file });
      if (size !== attachment.sizeInBytes) throw new Failure('pack-structure-invalid', { file });
      expected.add(file);
    }
    records.push(record);
  }
  const isStray = (path: string) => path.startsWith(attachmentPath('')) && !expected.has(path);
  const stray = [...archive.sizes.keys()].find(isStray);
  if (stray !== undefined) throw new Failure('pack-structure-invalid', { file: stray });
  // The manifest has their hashes; that each bears its own as its name is for us to see.
  for (const path of expected) {
    if (attachmentPath(await archive.hash(path, () => undefined)) !== path) {
      throw new Failure('pack-payload-changed', { file: path });
    }
  }
  return records;
}

function hasItsBase({ base }: OfficeRecord): boolean {
  return sha256(Buffer.from(canonicalJson(base.content as JsonValue))) === base.sha256;
}
