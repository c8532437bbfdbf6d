import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { Failure } from '../../shared/errors.ts';
import { inCodePoints } from '../../shared/text/scan/code-points.ts';
import type { Finding } from '../../shared/text/scan/finding.ts';
import { scanText } from '../../shared/text/scan/scan-text.ts';
import { readFailure } from '../store/files/file-failure.ts';
import { decodeBytes } from '../store/records/import/decode-text.ts';
import { MAX_FILE_IN_BYTES } from '../store/records/import/read-source.ts';

/**
 * The findings in a text file of at most 50 MB, in Unicode code points of its text: UTF-8, UTF-16 or GB 18030, found out
 * from the bytes as an import does; a byte order mark is no part of the text, every other character counts. Fails:
 * `file-unreadable`, `scan-file-not-text`, `scan-file-too-large`.
 */
export function scanFile(file: string): Finding[] {
  const decoded = decodeBytes(readBytes(file));
  if (decoded === null) throw new Failure('scan-file-not-text', { file: basename(file) });
  return inCodePoints(decoded.text, scanText(decoded.text));
}

function readBytes(file: string): Uint8Array {
  try {
    const stats = statSync(file);
    // Opening a pipe would wait for somebody to write into it.
    if (!stats.isFile()) throw new Failure('file-unreadable', { file: basename(file) });
    if (stats.size > MAX_FILE_IN_BYTES) {
      throw new Failure('scan-file-too-large', { file: basename(file) });
    }
    return readFileSync(file);
  } catch (error) {
    throw readFailure(error, file);
  }
}
