import type { Database } from 'better-sqlite3';
import type { attachments } from '../../../../shared/contract/attachments.ts';
import type { JobControl, OutputOf } from '../../../../shared/contract/define.ts';
import { Failure } from '../../../../shared/errors.ts';
import { readContent } from '../read-content.ts';
import type { FileText } from './file-text.ts';
import { countWaiting, nextWaiting, settleUnread, storeText, type Waiting } from './store-text.ts';
import { openTextReader, type TextReader } from './text-reader.ts';

/** Of a larger file the text is not looked for. */
const LARGEST_IN_BYTES = 64 * 1024 ** 2;

/** See `attachments.readTexts`. */
export async function readTexts(
  db: Database,
  control: JobControl,
  reader: TextReader = openTextReader(),
): Promise<OutputOf<(typeof attachments)['attachments.readTexts']>> {
  settleUnread(db);
  let read = 0;
  try {
    for (;;) {
      const waiting = db.open ? nextWaiting(db) : undefined;
      if (waiting === undefined) return { read };
      control.report({ done: read, total: read + countWaiting(db), phase: 'reading-texts' });
      const text = await textOf(db, waiting, reader, control);
      if (text === null || control.signal.aborted) throw new Failure('cancelled');
      await storeText(db, waiting.hash, text);
      read += 1;
    }
  } finally {
    reader.close();
  }
}

async function textOf(
  db: Database,
  { hash, mediaType, sizeInBytes }: Waiting,
  reader: TextReader,
  control: JobControl,
): Promise<FileText | null> {
  const none = (state: FileText['state']) => ({ state, pages: [], blankPages: 0 });
  if (sizeInBytes > LARGEST_IN_BYTES) return none('too-large');
  const bytes = new Uint8Array(sizeInBytes);
  let length = 0;
  try {
    for await (const chunk of readContent(db, hash)) {
      if (control.signal.aborted) return null;
      bytes.set(chunk, length);
      length += chunk.length;
    }
  } catch (error) {
    // Nothing is known of its text; the next file may be whole.
    if (error instanceof Failure && error.code === 'attachment-damaged') return none('damaged');
    throw error;
  }
  return reader.read(bytes, mediaType, () => control.signal.aborted);
}
