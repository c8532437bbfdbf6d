import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { workspaceOf } from '../../../electron/store/context.ts';
import { packsHandlers } from '../../../electron/store/packs/handlers.ts';
import { pointsHandlers } from '../../../electron/store/points/handlers.ts';
import { ownCard, ownKeys } from '../../../electron/store/points/own-keys.ts';
import { RecordId } from '../../../shared/contract/records.ts';
import { decideAll } from '../../support/decide.ts';
import { sendPack, takePackIn } from '../../support/exchange.ts';
import { failsWith } from '../../support/failure.ts';
import { addRecord, enrolAt, openOffice, watchJob } from '../../support/office.ts';
import { newKeysOf, numberAnew } from '../../support/own-keys.ts';

describe('keys that change, and cards that are revoked', () => {
  const point = openOffice('云汀市人民检察院');
  const other = openOffice('临溪县人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  before(async () => {
    for (const office of [point, other]) {
      await enrolAt(office, desk);
      await enrolAt(desk, office);
    }
  });
  after(() => [point, other, desk].forEach((office) => office.close()));
  const send = () => sendPack(point, desk, [addRecord(point)]);
  const cardOf = async (office: typeof point) => {
    const { card, fingerprint } = await pointsHandlers['points.ownCard'](office.context, {});
    return { card, fingerprint };
  };
  const audited = (at: typeof point, action: string) =>
    at.db.prepare('SELECT count(*) FROM audit WHERE action = ?').pluck().get(action);

  it('new keys make a card of the next version, that is enrolled like the first; until then and of the old key nothing new is taken', async () => {
    const old = await cardOf(point);
    const taken = await send();
    const late = await send();
    await takePackIn(desk, taken);
    const changed = newKeysOf(point.context);
    assert.equal(changed.cardVersion, 2);
    assert.notEqual(changed.fingerprint, old.fingerprint);
    assert.equal(audited(point, 'keys-changed'), 1);
    const fresh = await send();
    await assert.rejects(takePackIn(desk, fresh), failsWith('pack-signer-unknown'));
    await enrolAt(desk, point);
    assert.equal((await takePackIn(desk, fresh)).state, 'taken');
    // Signed with the key of before: what was here answers again, what was not is refused.
    assert.equal((await takePackIn(desk, taken)).state, 'again');
    await assert.rejects(takePackIn(desk, late), failsWith('pack-key-revoked'));
    await assert.rejects(
      async () => pointsHandlers['points.enrol'](desk.context, old),
      failsWith('card-older'),
    );
  });

  it('no later card brings back a key that was replaced, neither the one that signs nor the one that is encrypted to', async () => {
    const { db, info } = workspaceOf(point.context);
    const [now, old] = ownKeys(db);
    assert.ok(now !== undefined && old !== undefined);
    for (const mixed of [
      { ...old, ageRecipient: now.ageRecipient },
      { ...now, ageRecipient: old.ageRecipient },
    ]) {
      const { text: card, fingerprint } = ownCard({ ...mixed, cardVersion: 9 }, info);
      await assert.rejects(
        async () => pointsHandlers['points.enrol'](desk.context, { card, fingerprint }),
        failsWith('card-key-revoked'),
      );
    }
    // Under another name, the keys in force may stay.
    const { text: card, fingerprint } = ownCard({ ...now, cardVersion: 3 }, info);
    const renamed = await pointsHandlers['points.enrol'](desk.context, { card, fingerprint });
    assert.equal(renamed.cardVersion, 3);
    db.prepare('UPDATE own_keys SET card_version = 3 WHERE retired_at IS NULL').run();
  });

  it('packs that were encrypted to the old key still open at home', async () => {
    const before_ = await sendPack(desk, point, [], {
      format: 'jianzhi-statement',
      formatVersion: 1,
      kind: 'message',
      note: '',
      messageId: '01930000-0000-7000-8000-000000000001',
      threadId: '01930000-0000-7000-8000-000000000001',
      inReplyTo: null,
      about: null,
      text: '请报三季度情况。',
    });
    newKeysOf(point.context);
    assert.equal((await takePackIn(point, before_)).state, 'taken');
    await enrolAt(desk, point);
  });

  it('a revoked office gets nothing and gives nothing that is not here, until it comes with newer keys', async () => {
    const taken = await send();
    await takePackIn(desk, taken);
    const late = await send();
    const old = await cardOf(point);
    await pointsHandlers['points.revoke'](desk.context, {
      officeId: point.id,
      reason: '对方来电称存储介质遗失。',
    });
    assert.equal(audited(desk, 'card-revoked'), 1);
    const { items } = await pointsHandlers['points.revoked'](desk.context, {});
    assert.deepEqual(
      items.map(({ id, reason }) => [id, reason]),
      [[point.id, '对方来电称存储介质遗失。']],
    );
    const records = desk.db.prepare('SELECT count(*) FROM records').pluck();
    const stood = records.get();
    await assert.rejects(takePackIn(desk, late), failsWith('pack-key-revoked'));
    assert.equal((await takePackIn(desk, taken)).state, 'again');
    assert.equal(records.get(), stood);
    await assert.rejects(
      async () => pointsHandlers['points.enrol'](desk.context, old),
      failsWith('card-older'),
    );
    newKeysOf(point.context);
    await enrolAt(desk, point);
    assert.equal((await takePackIn(desk, await send())).state, 'taken');
    assert.deepEqual((await pointsHandlers['points.revoked'](desk.context, {})).items, []);
    await assert.rejects(takePackIn(desk, late), failsWith('pack-key-revoked'));
  });

  it('nothing is encrypted to an office that was revoked', async () => {
    await pointsHandlers['points.revoke'](other.context, {
      officeId: desk.id,
      reason: '单位撤并。',
    });
    const id = RecordId.parse(addRecord(other));
    await decideAll(other, { recordIds: [id] });
    await assert.rejects(
      async () =>
        packsHandlers['packs.export'](
          other.context,
          { recordIds: [id], to: desk.id, file: `${other.folder}/x.jzpack` },
          watchJob(),
        ),
      failsWith('recipient-not-enrolled'),
    );
    await assert.rejects(
      async () =>
        pointsHandlers['points.revoke'](other.context, { officeId: desk.id, reason: '再次。' }),
      failsWith('recipient-not-enrolled'),
    );
  });

  it('after a restored backup the numbering begins anew, and the receiver holds it', async () => {
    numberAnew(point.context);
    assert.equal(audited(point, 'epoch-started'), 1);
    await assert.rejects(takePackIn(desk, await send()), failsWith('epoch-unconfirmed'));
  });
});
