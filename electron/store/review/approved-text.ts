import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { exportedRecordText } from '../../../shared/document/exported-record.ts';
import { Failure } from '../../../shared/errors.ts';
import { scanRecord } from '../../../shared/text/scan/scan-record.ts';
import { readChosen } from '../packs/read-chosen.ts';

/** What an approval is about: the record as it is exported under this number, without attachments. Fails: as `packs.export`. */
export function approvedText(db: Database, id: string, revision: number): string {
  return exportedRecordText({ ...readChosen(db, id), revision });
}

/** Nobody approves what must not be here at all. Fails: `state-secret-marked`. */
export function refuseMarked(db: Database, id: string): void {
  const isMarked = scanRecord(readChosen(db, id)).some(({ kind }) => kind === 'secrecy-marking');
  if (isMarked) throw new Failure('state-secret-marked');
}

/** SHA-256, hex, of a text in UTF-8. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
