import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { HeldEpoch, inbox, ReceivedPack } from '../../../shared/contract/inbox.ts';
import { enrolledOffices } from '../points/offices.ts';

type List = (typeof inbox)['inbox.list'];
type Row = Omit<ReceivedPack, 'contents'> & { contents: string };

/** See `inbox.list`. */
export function listReceived(
  db: Database,
  { offset, limit, senderId, kind }: InputOf<List>,
): OutputOf<List> {
  const where = '(@senderId IS NULL OR sender_id = @senderId) AND (@kind IS NULL OR kind = @kind)';
  const values = { senderId: senderId ?? null, kind: kind ?? null };
  const total = db
    .prepare(`SELECT count(*) FROM packs_received WHERE ${where}`)
    .pluck()
    .get(values) as number;
  const items = db
    .prepare(
      `SELECT pack_id AS packId, kind, sender_id AS senderId, sender_name AS senderName, sequence, created_at AS createdAt,
         received_at AS receivedAt, file_name AS fileName, highest_marking AS highestMarking, contents
       FROM packs_received WHERE ${where} ORDER BY received_at DESC, number DESC LIMIT @limit OFFSET @offset`,
    )
    .all({ ...values, limit, offset }) as Row[];
  return {
    items: items.map((row) => ({
      ...row,
      contents: (JSON.parse(row.contents) as (ReceivedPack['contents'][number] & object)[]).map(
        ({ id, kind: of, title, revision, attachments }) => ({
          id,
          kind: of,
          title,
          revision,
          attachments,
        }),
      ),
    })),
    offset,
    total,
  };
}

/** Epochs that were seen and that nobody has confirmed yet. */
export function heldEpochs(db: Database): HeldEpoch[] {
  const names = new Map(enrolledOffices(db).map(({ id, name }) => [id, name]));
  const rows = db
    .prepare<[], { channel: string; epoch: string; at: number }>(
      `SELECT channel, epoch, first_seen_at AS at FROM channel_epochs WHERE confirmed_at IS NULL ORDER BY first_seen_at`,
    )
    .all();
  return rows.map(({ channel, epoch, at }) => {
    const senderId = channel.split('/')[0] ?? '';
    return { channel, epoch, senderId, senderName: names.get(senderId) ?? '', firstSeenAt: at };
  });
}

/** Offices from which packs came, by the name that each had last. */
export function listSenders(db: Database): { id: string; name: string }[] {
  return db
    .prepare<[], { id: string; name: string }>(
      `SELECT sender_id AS id, sender_name AS name FROM packs_received
       WHERE number IN (SELECT max(number) FROM packs_received GROUP BY sender_id) ORDER BY sender_name LIMIT 2000`,
    )
    .all();
}
