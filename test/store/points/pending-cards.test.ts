import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { workspaceOf } from '../../../electron/store/context.ts';
import { currentKeys, ownCard } from '../../../electron/store/points/own-keys.ts';
import { pointsHandlers } from '../../../electron/store/points/handlers.ts';
import type { StatementOf } from '../../../shared/packs/statement.ts';
import { sendPack, takePackIn } from '../../support/exchange.ts';
import { failsWith } from '../../support/failure.ts';
import { addRecord, enrolAt, openOffice, type TestOffice } from '../../support/office.ts';
import { newKeysOf } from '../../support/own-keys.ts';

const guidanceWith = (...cards: string[]): StatementOf<'guidance'> => ({
  format: 'jianzhi-statement',
  formatVersion: 1,
  kind: 'guidance',
  note: '随附名片。',
  regarding: [],
  cards,
});

describe('cards that come along with guidance', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('知识产权检察办公室', { kind: 'desk' });
  const province = openOffice('江岚省人民检察院', { kind: 'province' });
  before(async () => {
    await enrolAt(point, desk);
    await enrolAt(desk, point);
  });
  after(() => [point, desk, province].forEach((office) => office.close()));

  const cardOf = (office: TestOffice) => {
    const { db, info } = workspaceOf(office.context);
    return ownCard(currentKeys(db), info);
  };
  const send = async (...cards: string[]) =>
    takePackIn(point, await sendPack(desk, point, [], guidanceWith(...cards)));
  const pending = async () => (await pointsHandlers['points.pending'](point.context, {})).items;
  const versions = async () =>
    (await pending()).map(({ name, cardVersion, versionInForce }) => [
      name,
      cardVersion,
      versionInForce,
    ]);
  const enrolled = async () => (await pointsHandlers['points.list'](point.context, {})).items;
  const enrolPending = async (version: number, fingerprint: string) => {
    const found = (await pending()).find(({ cardVersion }) => cardVersion === version);
    assert.ok(found);
    return pointsHandlers['points.enrol'](point.context, { card: found.card, fingerprint });
  };

  it('wait, and are used for nothing until the fingerprint was compared', async () => {
    const card = cardOf(province);
    await send(card.text);
    assert.deepEqual(await versions(), [['江岚省人民检察院', 1, null]]);
    assert.equal((await pending())[0]?.fromName, '知识产权检察办公室');
    assert.deepEqual(
      (await enrolled()).map(({ name }) => name),
      ['知识产权检察办公室'],
    );
    await enrolAt(province, point);
    const signed = await sendPack(province, point, [], guidanceWith());
    await assert.rejects(takePackIn(point, signed), failsWith('pack-signer-unknown'));
    await assert.rejects(enrolPending(1, '0'.repeat(30)), failsWith('fingerprint-differs'));
    assert.equal((await pending()).length, 1);
    await enrolPending(1, card.fingerprint);
    assert.deepEqual(await pending(), []);
    assert.equal((await takePackIn(point, signed)).state, 'taken');
  });

  it('of several of one office the newest takes the others away, an older one does not wait at all', async () => {
    const first = cardOf(province);
    newKeysOf(province.context);
    const second = cardOf(province);
    newKeysOf(province.context);
    const third = cardOf(province);
    await send(first.text, second.text, third.text);
    assert.deepEqual(await versions(), [
      ['江岚省人民检察院', 3, 1],
      ['江岚省人民检察院', 2, 1],
    ]);
    // Meanwhile the one in force stays in force.
    assert.equal((await enrolled()).find(({ kind }) => kind === 'province')?.cardVersion, 1);
    await enrolPending(3, third.fingerprint);
    assert.deepEqual(await pending(), []);
    await send(second.text);
    assert.deepEqual(await pending(), []);
  });

  it('one with the key of another office, or one that was revoked, is refused even when its digits are right', async () => {
    const { db, info } = workspaceOf(province.context);
    const stolen = ownCard(
      { ...currentKeys(db), cardVersion: 1 },
      { ...info, id: '01930000-0000-4000-8000-000000000077', name: '冒名单位' },
    );
    await send(stolen.text);
    await assert.rejects(enrolPending(1, stolen.fingerprint), failsWith('card-invalid'));
    newKeysOf(province.context);
    const next = cardOf(province);
    await send(next.text);
    await pointsHandlers['points.revoke'](point.context, {
      officeId: province.id,
      reason: '存储介质遗失。',
    });
    const back = ownCard(
      { ...currentKeys(db), ageRecipient: cardOf(desk).ageRecipient, cardVersion: 9 },
      info,
    );
    await send(back.text);
    await assert.rejects(enrolPending(9, back.fingerprint), failsWith('card-invalid'));
    await enrolPending(4, next.fingerprint);
  });

  it('one that is refused does not come back with the next guidance, and its file can still be enrolled', async () => {
    newKeysOf(province.context);
    const card = cardOf(province);
    await send(card.text);
    const id = (await pending()).find(({ cardVersion }) => cardVersion === card.cardVersion)?.id;
    assert.ok(id !== undefined);
    await pointsHandlers['points.refusePending'](point.context, { id });
    await assert.rejects(
      async () => pointsHandlers['points.refusePending'](point.context, { id }),
      failsWith('card-not-pending'),
    );
    await send(card.text);
    assert.ok((await pending()).every((one) => one.id !== id));
    const { cardVersion } = await pointsHandlers['points.enrol'](point.context, {
      card: card.text,
      fingerprint: card.fingerprint,
    });
    assert.equal(cardVersion, card.cardVersion);
  });

  it('what is no card, and the own one, do not wait; the guidance comes all the same', async () => {
    const before_ = await pending();
    const { state } = await send('{"format":"jianzhi-card"}', '', cardOf(point).text);
    assert.equal(state, 'taken');
    assert.deepEqual(await pending(), before_);
  });

  it('a submission brings none', async () => {
    const { db } = workspaceOf(desk.context);
    await takePackIn(desk, await sendPack(point, desk, [addRecord(point)]));
    assert.equal(db.prepare('SELECT count(*) FROM pending_cards').pluck().get(), 0);
  });
});
