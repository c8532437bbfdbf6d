import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, it } from 'node:test';
import { endorsementsHandlers } from '../../../electron/store/endorsements/handlers.ts';
import type { FailureCode } from '../../../shared/errors.ts';
import { give, openChain, waitingAt } from '../../support/endorse.ts';
import { heldAs, sendPack, takePackIn } from '../../support/exchange.ts';
import { failsWith } from '../../support/failure.ts';
import { addRecord, watchJob } from '../../support/office.ts';

describe('an endorsement is not written', () => {
  const { point, province, desk } = openChain();
  let packId: string;
  let recordId: string;
  let files = 0;
  beforeEach(async () => {
    recordId = addRecord(point, { fields: { marking: 'internal' } });
    ({ packId } = await takePackIn(province, await sendPack(point, province, [recordId])));
    await give(province, heldAs(province, recordId));
  });

  const write = (file: string, note = '', to = desk.id, stopAt?: string) =>
    endorsementsHandlers['endorsements.write'](
      province.context,
      { packId, to, file, note },
      watchJob(stopAt),
    );
  async function refused(code: FailureCode, ...rest: [note?: string, to?: string, at?: string]) {
    files += 1;
    const file = join(province.folder, `refused-${String(files)}.jzpack`);
    await assert.rejects(write(file, ...rest), failsWith(code));
    assert.equal(existsSync(file), false);
    assert.equal(
      (await waitingAt(province)).some((pack) => pack.packId === packId),
      true,
    );
    const { state } = province.db
      .prepare('SELECT state FROM received_records WHERE record_id = ?')
      .get(recordId) as { state: string };
    assert.equal(state, 'received');
  }

  it('if a byte of what was kept is another than was signed', async () => {
    const chunk = province.db
      .prepare(
        `SELECT attachment_chunks.rowid AS number, bytes, start FROM attachment_chunks JOIN original_files USING (hash)
         JOIN packs_received ON packs_received.number = pack_number
         WHERE pack_id = ? AND path LIKE '%record.json'`,
      )
      .get(packId) as { number: number; bytes: Buffer; start: number };
    const at = chunk.start + 10;
    chunk.bytes[at] = (chunk.bytes[at] ?? 0) ^ 1;
    province.db
      .prepare('UPDATE attachment_chunks SET bytes = ? WHERE rowid = ?')
      .run(chunk.bytes, chunk.number);
    await refused('original-damaged');
  });

  it('if its note reveals something, or it goes to nobody, or to a point', async () => {
    await refused('answer-reveals', '请电13812345678。');
    await refused('recipient-not-enrolled', '', '某院');
    await refused('pack-not-for-office', '', point.id);
  });

  it('if somebody stops it, at whatever phase', async () => {
    for (const phase of ['signing', 'encrypting', 'decrypting', 'hashing', 'verifying']) {
      await refused('cancelled', '', desk.id, phase);
    }
  });

  it('if the file is there already, or cannot get its name: then the number is free again', async () => {
    const file = join(province.folder, 'there.jzpack');
    if (!existsSync(file)) mkdirSync(file);
    await assert.rejects(write(file), failsWith('file-exists'));
    const good = join(province.folder, `good-${packId}.jzpack`);
    const { verification } = await write(good);
    assert.equal(verification.sequence, 1);
    assert.equal(verification.highestMarking, 'internal');
  });
});
