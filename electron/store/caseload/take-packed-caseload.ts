import type { Database } from 'better-sqlite3';
import type { Clock } from '../context.ts';
import { isOlder } from '../inbox/is-older.ts';
import type { PackedCaseload } from '../packs/check-caseload.ts';
import { takeCaseload } from './take-caseload.ts';

/**
 * Takes the figures that a pack of an office brought. Of one period the word that was sent last stands, whenever each came; those before are kept
 * beside it. Inside the transaction that takes the pack in. Fails: `caseload-invalid`.
 */
export function takePackedCaseload(
  db: Database,
  clock: Clock,
  { senderId, packNumber }: { senderId: string; packNumber: number },
  files: readonly PackedCaseload[],
): void {
  const before = db
    .prepare<[string, string], number>(
      'SELECT pack_number FROM packed_caseload WHERE sender_id = ? AND period = ? AND is_late = 0 ORDER BY id DESC LIMIT 1',
    )
    .pluck();
  // The same submission, forwarded a second time, says nothing new: the pack that brought it first keeps its line.
  const keep = db.prepare(
    'INSERT OR IGNORE INTO packed_caseload (sender_id, period, pack_number, text, is_late) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { fileName, text } of files) {
    const standing = before.get(senderId, fileName);
    const isLate =
      standing !== undefined &&
      isOlder(db, { packNumber, revision: 0 }, { packNumber: standing, revision: 0 });
    if (!isLate) takeCaseload(db, clock, senderId, fileName, text);
    keep.run(senderId, fileName, packNumber, text, isLate ? 1 : 0);
  }
}
