import type { Database } from 'better-sqlite3';
import { basename } from 'node:path';
import { stat } from 'node:fs/promises';
import type { Attachment, attachments } from '../../../shared/contract/attachments.ts';
import type { InputOf, JobControl, OutputOf } from '../../../shared/contract/define.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { Failure } from '../../../shared/errors.ts';
import { cleanFileName, foldFileName } from '../../../shared/text/file-name.ts';
import type { Clock } from '../context.ts';
import { startCollecting } from './collect-released.ts';
import { inPerCent } from './in-per-cent.ts';
import { inTurn } from './in-turn.ts';
import { NotTaken, openSource } from './read-source.ts';
import { storeContent, type Arrived } from './store-content.ts';
import { numberOfChangeable, tieAttachment } from './tie-attachment.ts';

type Add = (typeof attachments)['attachments.add'];
type Report = OutputOf<Add>;

/** See `attachments.add`. */
export async function addAttachments(
  db: Database,
  clock: Clock,
  { recordId, paths }: InputOf<Add>,
  control: JobControl,
): Promise<Report> {
  numberOfChangeable(db, recordId);
  const report: Report = { added: [], known: 0, skipped: [] };
  const files = [...new Set(paths)];
  const sizes = await Promise.all(files.map(sizeOf));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let base = 0;
  for (const [index, file] of files.entries()) {
    let done = base;
    await takeFile(db, clock, { recordId, file }, report, (more) => {
      if (control.signal.aborted) throw new Failure('cancelled');
      if (!db.open) throw new Failure('workspace-closed');
      done += more;
      control.report({ ...inPerCent(done, total), phase: 'storing' });
    });
    base += sizes[index] ?? 0;
  }
  return report;
}

async function takeFile(
  db: Database,
  clock: Clock,
  { recordId, file }: { recordId: RecordId; file: string },
  report: Report,
  onBytes: (more: number) => void,
): Promise<void> {
  try {
    const taken = await inTurn(db, async () => {
      onBytes(0);
      const source = await openSource(file);
      try {
        return tie(db, clock, { recordId, file }, await storeContent(db, source, onBytes));
      } finally {
        await source.close();
      }
    });
    if (taken === 'known') report.known += 1;
    else report.added.push(taken);
  } catch (error) {
    if (db.open) startCollecting(db);
    if (!(error instanceof NotTaken)) throw error;
    report.skipped.push({ file, code: error.code });
  }
}

/** The moment from which the attachment is there. */
function tie(
  db: Database,
  clock: Clock,
  { recordId, file }: { recordId: RecordId; file: string },
  arrived: Arrived,
): Attachment | 'known' {
  const write = db.transaction((): Attachment | 'known' => {
    const recordNumber = numberOfChangeable(db, recordId);
    const name = cleanFileName(basename(file)) || 'file';
    if (isKnown(db, recordNumber, name, arrived.hash)) return 'known';
    return tieAttachment(db, clock, { recordNumber, name }, arrived);
  });
  return write.immediate();
}

function isKnown(db: Database, number: number, name: string, hash: string): boolean {
  const names = db
    .prepare<[number, string], string>(
      `SELECT name FROM record_attachments WHERE record_number = ? AND hash = ? AND removed_at IS NULL`,
    )
    .pluck()
    .all(number, hash) as string[];
  return names.some((known) => foldFileName(known) === foldFileName(name));
}

/** 0 for what cannot be looked at: opening it will say why. */
async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch {
    return 0;
  }
}
