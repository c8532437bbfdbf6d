import type { Database } from 'better-sqlite3';
import { setImmediate as turn } from 'node:timers/promises';
import type { AttachmentId } from '../../../shared/contract/attachments.ts';
import type { JobControl } from '../../../shared/contract/define.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { findChosenAttachments } from '../packs/gather-attachments.ts';
import { stopIfAsked } from '../packs/stop-if-asked.ts';
import { recordNumber } from '../parties/party-row.ts';
import { openAttachedFiles, type AttachedFiles } from './attached-file.ts';
import { examineRecord } from './examine-record.ts';
import { openNames, type NameTable } from './known-names.ts';
import type { Examined } from './finding.ts';

/** For what is done too quickly to be watched. */
export const unwatched: JobControl = { report: () => undefined, signal: { aborted: false } };

/** What is to leave: records and those of their attachments that go along. */
export type Chosen = {
  recordIds: readonly string[];
  attachmentIds: readonly AttachmentId[];
};

/** `files` and `table` of somebody who looks twice; `only`: some of the records. */
type Shared = { files?: AttachedFiles; only?: ReadonlySet<string>; table?: NameTable };

/** The names of what leaves together. Fails: `record-not-found`. */
export function namesTogether(db: Database, { recordIds }: Chosen): NameTable {
  // An id was checked before, or is told as unknown here.
  const numbers = [...new Set(recordIds)].map((id) => recordNumber(db, id as RecordId));
  return openNames(db, numbers);
}

/**
 * Looks through what is to leave, record by record, so that no more than one is in memory. Fails: `record-not-found`,
 * `record-in-trash`, `attachment-not-found`, `attachment-damaged`, `document-invalid`, `document-newer`, `cancelled`.
 */
export async function* examineAll(
  db: Database,
  { recordIds, attachmentIds }: Chosen,
  control: JobControl,
  { files, only, table }: Shared = {},
): AsyncGenerator<Examined> {
  const ids = [...new Set(recordIds)];
  const attached = findChosenAttachments(db, attachmentIds, ids);
  const own = files ?? openAttachedFiles(db);
  const together = { table: table ?? namesTogether(db, { recordIds, attachmentIds }), files: own };
  try {
    for (const [done, id] of ids.entries()) {
      control.report({ done, total: ids.length, phase: 'checking' });
      await turn();
      stopIfAsked(control);
      if (only !== undefined && !only.has(id)) continue;
      const isStopped = () => control.signal.aborted;
      const examined = await examineRecord(db, id, attached.get(id) ?? [], together, isStopped);
      stopIfAsked(control);
      yield examined;
    }
  } finally {
    if (files === undefined) own.close();
  }
}

/** Whether a finding keeps its record from leaving. */
export function isOpen({ decided }: Examined['findings'][number]): boolean {
  return decided === null;
}
