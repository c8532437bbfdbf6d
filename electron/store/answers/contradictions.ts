import type { Database } from 'better-sqlite3';
import type { TrailAlarm } from '../../../shared/contract/answers.ts';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/errors.ts';
import type { StatementOf } from '../../../shared/packs/statement.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { headAt } from '../audit/verify-audit.ts';
import { NO_LINE } from '../audit/chain.ts';
import type { Clock } from '../context.ts';
import { guidanceChannelOf } from '../../../shared/packs/guidance-channel.ts';
import { channelOf } from '../packs/pack-json.ts';

type Sender = { officeId: string; officeName: string };

/** What a pack of ours said of our audit trail, as the other office heard it: a trail that does not lead there was rewritten. */
export function checkTrail(
  db: Database,
  clock: Clock,
  sender: Sender,
  packId: string,
  { lines, hash }: { lines: number; hash: string },
): void {
  const stands = lines === 0 ? NO_LINE : headAt(db, lines);
  if (stands !== hash) raise(db, clock, 'trail', sender, packId);
}

/**
 * How far the other office says it has come in our channels. Another pack under a number of ours, or a number that was never given here,
 * means that this workspace is not what wrote them: a backup was restored, or it was copied.
 */
export function reconcile(
  db: Database,
  clock: Clock,
  info: WorkspaceInfo,
  sender: Sender,
  seen: StatementOf<'receipt'>['seen'],
): void {
  const own = [channelOf(info.id, sender.officeId), guidanceChannelOf(info.id)];
  const written = db
    .prepare('SELECT hash FROM packs_written WHERE channel = ? AND epoch = ? AND sequence = ?')
    .pluck();
  for (const { channel, epoch, sequence, hash } of seen) {
    if (!own.includes(channel)) continue;
    if (written.get(channel, epoch, sequence) !== hash) {
      raise(db, clock, 'channel', sender, `${channel} ${epoch} ${String(sequence)}`);
    }
    db.prepare(
      `INSERT INTO channels_seen VALUES (@officeId, @channel, @epoch, @sequence, @hash, @at)
       ON CONFLICT DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash, at = excluded.at
         WHERE excluded.sequence > channels_seen.sequence`,
    ).run({ officeId: sender.officeId, channel, epoch, sequence, hash, at: clock() });
  }
}

function raise(
  db: Database,
  clock: Clock,
  kind: TrailAlarm['kind'],
  { officeId, officeName }: Sender,
  subject: string,
): void {
  const { changes } = db
    .prepare(
      `INSERT OR IGNORE INTO trail_alarms (kind, office_id, office_name, subject, at) VALUES (?, ?, ?, ?, ?)`,
    )
    .run(kind, officeId, officeName, subject, clock());
  if (changes === 0) return;
  appendAudit(db, clock, {
    action: 'trail-contradicted',
    subject,
    detail: { kind, office: officeId },
  });
}

/** See `answers.alarms`. */
export function openAlarms(db: Database): TrailAlarm[] {
  return db
    .prepare<[], Omit<TrailAlarm, 'number'> & { subject: string }>(
      'SELECT id, kind, office_name AS officeName, subject, at FROM trail_alarms WHERE dismissed_at IS NULL ORDER BY id DESC LIMIT 100',
    )
    .all()
    .map(({ subject, ...alarm }) => {
      const number = alarm.kind === 'channel' ? Number(subject.split(' ').at(-1)) : null;
      return { ...alarm, number };
    });
}

/** See `answers.dismissAlarm`. */
export function dismissAlarm(db: Database, clock: Clock, id: number): void {
  const { changes } = db
    .prepare('UPDATE trail_alarms SET dismissed_at = ? WHERE id = ? AND dismissed_at IS NULL')
    .run(clock(), id);
  if (changes === 0) throw new Failure('alarm-not-found');
}
