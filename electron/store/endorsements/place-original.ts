import type { Database } from 'better-sqlite3';
import { Failure } from '../../../shared/errors.ts';
import { statementText } from '../../../shared/packs/statement.ts';
import type { Original } from '../packs/check-original.ts';

/**
 * Notes the pack inside an endorsement at its place in the channel between its sender and the office that forwards it. It may come again, with another
 * opinion; its number may not be another's. What did not come is no gap: not everything is forwarded. Fails: `endorsed-original-invalid` (`code`:
 * `pack-number-taken`, `pack-chain-broken`).
 */
export function placeOriginal(
  db: Database,
  packNumber: number,
  { pack, hash, statement }: Original,
): void {
  const { channel, epoch, sequence, previousHash, packId } = pack;
  const at = db.prepare<[string, string, number], { hash: string; previous_hash: string | null }>(
    'SELECT hash, previous_hash FROM endorsed_packs WHERE channel = ? AND epoch = ? AND sequence = ? LIMIT 1',
  );
  const refuse = (code: string) => new Failure('endorsed-original-invalid', { code });
  const here = at.get(channel, epoch, sequence)?.hash;
  const named = db.prepare('SELECT hash FROM endorsed_packs WHERE pack_id = ? LIMIT 1').pluck();
  if ((here ?? hash) !== hash || ((named.get(packId) as string | undefined) ?? hash) !== hash) {
    throw refuse('pack-number-taken');
  }
  const before = at.get(channel, epoch, sequence - 1);
  const after = at.get(channel, epoch, sequence + 1);
  if (
    (before !== undefined && before.hash !== previousHash) ||
    (after !== undefined && after.previous_hash !== hash)
  ) {
    throw refuse('pack-chain-broken');
  }
  db.prepare(
    `INSERT INTO endorsed_packs (pack_number, pack_id, hash, kind, sender_id, sender_fingerprint, channel, epoch, sequence,
       previous_hash, audit_lines, created_at, statement) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    packNumber,
    packId,
    hash,
    pack.kind,
    pack.sender.officeId,
    pack.sender.fingerprint,
    channel,
    epoch,
    sequence,
    previousHash,
    pack.audit?.lines ?? null,
    Date.parse(pack.createdAt),
    statement === null ? null : statementText(statement),
  );
}
