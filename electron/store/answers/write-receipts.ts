import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { WrittenReceipt } from '../../../shared/contract/answers.ts';
import type { JobControl } from '../../../shared/contract/define.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/errors.ts';
import type { StatementOf } from '../../../shared/packs/statement.ts';
import { portableFileName } from '../../../shared/text/file-name.ts';
import type { Clock } from '../context.ts';
import { writeNewFile } from '../files/write-new-file.ts';
import { writePack } from '../packs/export-pack.ts';
import { stopIfAsked } from '../packs/stop-if-asked.ts';
import { inPackTurn } from '../packs/in-pack-turn.ts';
import { findOffice, type EnrolledOffice } from '../points/offices.ts';
import { markOnwardTold } from './onward-words.ts';
import { owedReceipts, type Owed } from './due-receipts.ts';

type Request = { folder: string; officeIds?: readonly string[] | undefined };

/** See `receipts.write`. */
export async function writeReceipts(
  db: Database,
  clock: Clock,
  info: WorkspaceInfo,
  { folder, officeIds }: Request,
  control: JobControl,
): Promise<{ receipts: WrittenReceipt[] }> {
  const offices = chosenOffices(db, officeIds);
  const receipts: WrittenReceipt[] = [];
  for (const [done, office] of offices.entries()) {
    // One receipt holds so many answers; what is left goes with the next.
    for (;;) {
      stopIfAsked(control);
      control.report({ done, total: offices.length, phase: 'answering' });
      const one = await inPackTurn(db, () =>
        writeOne(db, clock, info, office, folder, {
          ...control,
          report: () => control.report({ done, total: offices.length, phase: 'answering' }),
        }),
      );
      if (one === null) break;
      receipts.push(one);
    }
  }
  if (receipts.length === 0) throw new Failure('receipts-none-due');
  return { receipts };
}

/** Without a choice, everybody who is owed one and can be written to. Fails: `recipient-not-enrolled` for one that was named. */
function chosenOffices(db: Database, officeIds: readonly string[] | undefined): EnrolledOffice[] {
  if (officeIds === undefined) {
    return owedReceipts(db).flatMap(({ officeId }) => findOffice(db, officeId) ?? []);
  }
  return [...new Set(officeIds)].map((to) => {
    const office = findOffice(db, to);
    if (office === null) throw new Failure('recipient-not-enrolled', { to });
    return office;
  });
}

async function writeOne(
  db: Database,
  clock: Clock,
  info: WorkspaceInfo,
  office: EnrolledOffice,
  folder: string,
  control: JobControl,
): Promise<WrittenReceipt | null> {
  const owed = owedReceipts(db, office.id)[0]?.owed ?? [];
  if (owed.length === 0) return null;
  const statement: StatementOf<'receipt'> = {
    format: 'jianzhi-statement',
    formatVersion: 1,
    kind: 'receipt',
    note: '',
    answers: owed.map(({ answer }) => answer),
    seen: seenFrom(db, office.id),
  };
  const file = freeFile(folder, office.name, 'jzpack');
  const nothing = { recordIds: [], attachmentIds: [], extra: [] };
  const { packId } = await writePack(
    db,
    clock,
    info,
    { ...nothing, statement, offices: [office], file },
    control,
  );
  noteTold(db, clock, { packId, officeId: office.id, file, owed });
  return { packId, officeId: office.id, officeName: office.name, file, answers: owed.length };
}

/** Where the channels from an office stand: the last number taken in of each, with its hash. */
function seenFrom(db: Database, officeId: string): StatementOf<'receipt'>['seen'] {
  return db
    .prepare<[string], StatementOf<'receipt'>['seen'][number]>(
      `SELECT channel, epoch, sequence, hash FROM packs_received AS last WHERE sender_id = ? AND sequence = (
         SELECT max(sequence) FROM packs_received WHERE channel = last.channel AND epoch = last.epoch)
       ORDER BY number DESC LIMIT 100`,
    )
    .all(officeId)
    .toReversed();
}

type Told = { packId: string; officeId: string; file: string; owed: readonly Owed[] };

/** What the receipt says is told from now on; its bytes are kept, to be given out again. */
function noteTold(db: Database, clock: Clock, { packId, officeId, file, owed }: Told): void {
  const bytes = readFileSync(file);
  const name = file.slice(file.search(/[^/\\]+$/u));
  const note = db.transaction(() => {
    db.prepare('INSERT INTO receipts_written VALUES (?, ?, ?, ?, ?)').run(
      packId,
      officeId,
      name,
      clock(),
      bytes,
    );
    const answered = db.prepare('INSERT OR IGNORE INTO packs_answered VALUES (?, ?)');
    const told = db.prepare(
      'UPDATE received_records SET told_change = max(told_change, ?) WHERE record_number = ?',
    );
    const toldBeside = db.prepare(
      'UPDATE record_opinions SET told_change = max(told_change, ?) WHERE record_number = ? AND pack_number = ?',
    );
    const sent = db.prepare('UPDATE passage_comments SET receipt_id = ? WHERE id = ?');
    for (const one of owed) {
      answered.run(one.packNumber, packId);
      markOnwardTold(db, one.answer.packId, one.answer.onward ?? []);
      for (const { number, change, comments, isBeside } of one.told) {
        if (isBeside) toldBeside.run(change, number, one.packNumber);
        else told.run(change, number);
        for (const id of comments) sent.run(packId, id);
      }
    }
  });
  note.immediate();
}

/** See `receipts.again`. */
export function writeAgain(
  db: Database,
  { packId, folder }: { packId: string; folder: string },
): { packId: string; file: string } {
  const row = db
    .prepare<[string], { pack_id: string; file_name: string; file: Buffer }>(
      `SELECT receipts_written.pack_id, receipts_written.file_name, file FROM packs_received
       JOIN packs_answered ON pack_number = number JOIN receipts_written ON receipts_written.pack_id = receipt_id
       WHERE packs_received.pack_id = ?`,
    )
    .get(packId);
  if (row === undefined) throw new Failure('receipt-not-found');
  const file = freeFile(folder, row.file_name.replace(/^回执-|\.jzpack$/gu, ''), 'jzpack');
  writeNewFile(file, row.file, 0o644);
  return { packId: row.pack_id, file };
}

/** `回执-云汀市人民检察院.jzpack`, numbered where one is there already. */
function freeFile(folder: string, name: string, extension: string): string {
  const stem = portableFileName(`回执-${name}`).slice(0, 60);
  for (let at = 1; ; at += 1) {
    const file = join(folder, `${stem}${at === 1 ? '' : ` ${String(at)}`}.${extension}`);
    if (!existsSync(file)) return file;
  }
}
