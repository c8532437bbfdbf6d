import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attachmentsHandlers } from '../../electron/store/attachments/handlers.ts';
import type { Attachment, Preview } from '../../shared/contract/attachments.ts';
import type { RecordId } from '../../shared/contract/records.ts';
import { openTempRecords, recordingControl, type TempRecords } from './temp-records.ts';

/** Records to attach files to, and the files. */
export type TempAttachments = TempRecords & {
  file: (name: string, bytes: Uint8Array | string) => string;
  /** Attaches one file and answers its attachment; fails if it was not taken. */
  attach: (recordId: RecordId, file: string) => Promise<Attachment>;
  list: (recordId: RecordId, removed?: boolean) => Attachment[];
  preview: (name: string, bytes: Uint8Array | string) => Promise<Preview>;
  count: (table: 'attachments' | 'attachment_chunks' | 'record_attachments') => number;
};

export function openTempAttachments(): TempAttachments {
  const records = openTempRecords();
  const made: TempAttachments = {
    ...records,
    file(name, bytes) {
      const path = join(records.folder, name);
      writeFileSync(path, bytes);
      return path;
    },
    async attach(recordId, path) {
      const report = await attachmentsHandlers['attachments.add'](
        records.context,
        { recordId, paths: [path] },
        recordingControl(),
      );
      const [added] = report.added;
      if (added === undefined) throw new Error(`not taken: ${JSON.stringify(report)}`);
      return added;
    },
    list(recordId, removed = false) {
      const page = attachmentsHandlers['attachments.list'](records.context, {
        recordId,
        removed,
        offset: 0,
        limit: 500,
      });
      return (page as { items: Attachment[] }).items;
    },
    async preview(name, bytes) {
      const { id } = await made.attach(records.create(), made.file(name, bytes));
      return attachmentsHandlers['attachments.preview'](records.context, { id });
    },
    count: (table) => records.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number,
  };
  return made;
}

export const noise = (length: number): Buffer => randomBytes(length);
