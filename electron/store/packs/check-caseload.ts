import { readCaseload } from '../../../shared/caseload/caseload-csv.ts';
import { periodOfFile } from '../../../shared/caseload/period.ts';
import { Failure } from '../../../shared/errors.ts';
import type { Statement } from '../../../shared/packs/statement.ts';
import { caseloadPath } from './check-statement.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { limits } from './limits.ts';
import type { Archive } from './open-archive.ts';
import type { Manifest } from './read-manifest.ts';

/** `fileName`: the period as files are named after it (`2026-q3`). */
export type PackedCaseload = { fileName: string; text: string };

/**
 * The figures that a submission brings (docs/caseload.md): each file is the one that the statement means, of a period that there is, and
 * reads to the last line. The manifest's hashes were compared before. Fails: `pack-statement-invalid`, `caseload-invalid` (`period`, `line`).
 */
export async function readPackedCaseload(
  archive: Archive,
  statement: Statement | null,
  manifest: Manifest,
): Promise<PackedCaseload[]> {
  if (statement?.kind !== 'submission') return [];
  const files: PackedCaseload[] = [];
  for (const { period: fileName, sha256 } of statement.caseload) {
    const path = caseloadPath(fileName);
    if (manifest.get(path) !== sha256) throw new Failure('pack-statement-invalid', { file: path });
    const period = periodOfFile(fileName);
    if (period === null) throw new Failure('caseload-invalid', { period: fileName });
    const text = decodeUtf8(await archive.read(path, limits.caseloadFile));
    const read = text === null ? { line: 1 } : readCaseload(text);
    if (text === null || 'line' in read) {
      throw new Failure('caseload-invalid', { period, line: 'line' in read ? read.line : 1 });
    }
    files.push({ fileName, text });
  }
  return files;
}
