import { createHash } from 'node:crypto';
import type { documents } from '../../../shared/contract/documents.ts';
import type { InputOf, JobControl, OutputOf } from '../../../shared/contract/define.ts';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { workspaceOf, type StoreContext } from '../context.ts';
import { refuseExisting } from '../files/place-file.ts';
import { writeWhole } from '../files/write-whole.ts';
import { stopIfAsked } from '../packs/stop-if-asked.ts';
import { gatherPaper, MOST_IN_BYTES, type GatheredPaper } from './gather-paper.ts';
import { rescanWord } from './rescan-word.ts';
import { wordFile } from './word-file.ts';

type Write = (typeof documents)['documents.write'];

/** See `documents.write`. */
export async function writeDocument(
  context: StoreContext,
  { file, ...wish }: InputOf<Write>,
  control: JobControl,
): Promise<OutputOf<Write>> {
  refuseExisting(file);
  const gathered = await gatherPaper(context, wish, control);
  const { paper, pictures, records, highestMarking, cleared } = gathered;
  const bytes = await wordFile(paper, pictures);
  if (bytes.length > MOST_IN_BYTES) throw new Failure('document-too-large');
  control.report({ done: 0, total: 0, phase: 'checking' });
  await rescanWord(bytes, cleared, 2 * MOST_IN_BYTES);
  stopIfAsked(control);
  control.report({ done: 0, total: 0, phase: 'writing' });
  noteLeft(context, gathered, 'word', bytes);
  writeWhole(file, bytes);
  return {
    file,
    sizeInBytes: bytes.length,
    records: records.length,
    pictures: pictures.size,
    highestMarking,
  };
}

/**
 * A line for each record, before the file gets its name: rather a line about a file that could not be written than a file
 * without one. `sha256` is of the whole file.
 */
export function noteLeft(
  context: StoreContext,
  { records, highestMarking }: Pick<GatheredPaper, 'records' | 'highestMarking'>,
  form: 'word' | 'pdf' | 'paper',
  bytes: Uint8Array | null,
): void {
  const { db } = workspaceOf(context);
  const sha256 = bytes === null ? null : createHash('sha256').update(bytes).digest('hex');
  db.transaction(() => {
    for (const { id, revision } of records) {
      appendAudit(db, context.clock, {
        // Who asks for paper may still think better of it.
        action: form === 'paper' ? 'print-asked' : 'document-written',
        subject: id,
        detail: {
          form,
          revision,
          marking: highestMarking,
          records: records.length,
          ...(sha256 === null ? {} : { sha256 }),
        },
      });
    }
  }).immediate();
}
