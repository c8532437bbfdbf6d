import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { identityToRecipient } from 'age-encryption';
import { workspaceOf } from '../../../electron/store/context.ts';
import { writeCard } from '../../../electron/store/points/card.ts';
import { createOwnKeys } from '../../../electron/store/points/create-own-keys.ts';
import { newAgeIdentity } from '../../../electron/store/points/age-identity.ts';
import { fingerprintOf } from '../../../electron/store/points/fingerprint.ts';
import { pointsHandlers } from '../../../electron/store/points/handlers.ts';
import { findOffice } from '../../../electron/store/points/offices.ts';
import { currentKeys } from '../../../electron/store/points/own-keys.ts';
import { failsWith } from '../../support/failure.ts';
import { enrolAt, openOffice, type TestOffice } from '../../support/office.ts';

const ownCard = (office: TestOffice) => pointsHandlers['points.ownCard'](office.context, {});
const enrol = async (office: TestOffice, card: string, fingerprint = fingerprintOf(card)) =>
  pointsHandlers['points.enrol'](office.context, { card, fingerprint });
const trail = (office: TestOffice) =>
  office.db.prepare('SELECT action FROM audit ORDER BY number').pluck().all();

describe('the keys of a workspace', () => {
  const point = openOffice('云汀市人民检察院');
  after(point.close);

  it('are made once, with an epoch, and noted in the audit trail', () => {
    assert.deepEqual(trail(point), ['keys-created']);
    assert.throws(() => createOwnKeys(point.db, Date.now), /UNIQUE/);
    const epochs = point.db.prepare('SELECT epoch FROM epochs').pluck().all();
    assert.equal(epochs.length, 1);
    assert.match(String(epochs[0]), /^[0-9a-f]{32}$/);
  });

  it('hold an age identity that age-encryption reads the same recipient from', async () => {
    const { ageIdentity, ageRecipient } = currentKeys(point.db);
    assert.equal(await identityToRecipient(ageIdentity), ageRecipient);
  });

  it('are others in another workspace', () => {
    const other = openOffice('临溪县人民检察院');
    assert.notDeepEqual(currentKeys(other.db), currentKeys(point.db));
    other.close();
  });
});

describe('the own card', () => {
  const point = openOffice('云汀市\u202E人民检察院');
  after(point.close);

  it('is the same each time, and its fingerprint is that of its text', async () => {
    const first = await ownCard(point);
    assert.deepEqual(await ownCard(point), first);
    assert.equal(first.fingerprint, fingerprintOf(first.card));
    assert.match(
      first.minisignPublicKey,
      /^untrusted comment: minisign public key [0-9A-F]{16}\nRW[\w+/]{54}\n$/,
    );
  });

  it('bears the workspace’s name without invisible characters', async () => {
    assert.equal((await ownCard(point)).name, '云汀市人民检察院');
  });

  it('is written to a file, over itself but over nothing else', async () => {
    const file = join(point.folder, 'own.jzcard');
    const { fingerprint } = await pointsHandlers['points.saveOwnCard'](point.context, { file });
    assert.equal(fingerprintOf(readFileSync(file, 'utf8')), fingerprint);
    await pointsHandlers['points.saveOwnCard'](point.context, { file });
    writeFileSync(file, 'mine');
    assert.throws(
      () => pointsHandlers['points.saveOwnCard'](point.context, { file }),
      failsWith('file-exists'),
    );
    assert.equal(readFileSync(file, 'utf8'), 'mine');
  });
});

describe('enrolling a card', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  const other = openOffice('江岚省人民检察院', { kind: 'desk' });
  let card = '';
  let fingerprint = '';
  before(async () => {
    ({ card, fingerprint } = await ownCard(desk));
  });
  after(() => {
    for (const office of [point, desk, other]) office.close();
  });

  /** A later card of the desk, by default under the same keys. */
  function laterCard(cardVersion: number, name = desk.name): string {
    const { signing, ageRecipient } = currentKeys(desk.db);
    const facts = { officeId: desk.id, name, kind: 'desk' as const, cardVersion, ageRecipient };
    return writeCard(facts, signing);
  }
  const enrolled = async () => (await pointsHandlers['points.list'](point.context, {})).items;

  it('needs the fingerprint that was heard, and all of it', async () => {
    for (const typed of ['', fingerprint.slice(0, -1), `${fingerprint}0`, '0'.repeat(30)]) {
      await assert.rejects(enrol(point, card, typed), failsWith('fingerprint-differs'));
    }
    assert.deepEqual(await enrolled(), []);
  });

  it('takes it with or without spaces, in either width, and notes it', async () => {
    const typed = fingerprint
      .replaceAll(' ', '')
      .replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const office = await enrol(point, card, typed);
    assert.deepEqual(await enrolled(), [office]);
    assert.deepEqual(
      { id: office.id, name: office.name, kind: office.kind, version: office.cardVersion },
      { id: desk.id, name: desk.name, kind: 'desk', version: 1 },
    );
    assert.equal(office.fingerprint, fingerprint);
    assert.equal(trail(point).at(-1), 'card-enrolled');
  });

  it('changes nothing when the card is enrolled already', async () => {
    const lines = trail(point).length;
    await enrol(point, card);
    assert.equal((await enrolled()).length, 1);
    assert.equal(trail(point).length, lines);
  });

  it('refuses the own card, and one that poses as the own office', async () => {
    const own = await ownCard(point);
    await assert.rejects(enrol(point, own.card), failsWith('card-is-own'));
    const keys = currentKeys(other.db);
    const posing = writeCard(
      {
        officeId: point.id,
        name: '另一处',
        kind: 'desk',
        cardVersion: 9,
        ageRecipient: keys.ageRecipient,
      },
      keys.signing,
    );
    await assert.rejects(enrol(point, posing), failsWith('card-is-own'));
  });

  it('refuses a card under the key of an enrolled office', async () => {
    const keys = currentKeys(desk.db);
    const facts = { officeId: other.id, name: '另一处', kind: 'desk' as const, cardVersion: 1 };
    for (const [signing, ageRecipient] of [
      [keys.signing, newAgeIdentity().recipient],
      [currentKeys(other.db).signing, keys.ageRecipient],
    ] as const) {
      await assert.rejects(
        enrol(point, writeCard({ ...facts, ageRecipient }, signing)),
        failsWith('card-invalid'),
      );
    }
  });

  it('puts a later card in the place of an earlier one, never the other way', async () => {
    const later = await enrol(point, laterCard(3, '江岚省人民检察院第四检察部'));
    assert.deepEqual(await enrolled(), [later]);
    await assert.rejects(enrol(point, laterCard(2)), failsWith('card-older'));
    await assert.rejects(enrol(point, laterCard(3, '别的名字')), failsWith('card-older'));
    await assert.rejects(enrol(point, card), failsWith('card-older'));
    assert.deepEqual(await enrolled(), [later]);
  });

  it('finds an office by id, fingerprint or name, unless two share the name', async () => {
    const [office] = await enrolled();
    assert.ok(office);
    for (const to of [office.id, office.fingerprint, ` ${office.name}`]) {
      assert.equal(findOffice(point.db, to)?.id, office.id);
    }
    assert.equal(findOffice(point.db, '江岚省'), null);
    await enrol(point, laterCard(4));
    await enrolAt(point, other);
    assert.equal(findOffice(point.db, desk.name), null);
    assert.equal(findOffice(point.db, other.id)?.name, desk.name);
  });
});

describe('files of cards and keys', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  after(() => {
    point.close();
    desk.close();
  });
  const read = async (file: string) => pointsHandlers['points.readCard'](point.context, { file });

  it('are read without being enrolled', async () => {
    const file = join(desk.folder, 'desk.jzcard');
    await pointsHandlers['points.saveOwnCard'](desk.context, { file });
    const found = await read(file);
    assert.deepEqual(
      { name: found.name, kind: found.kind, version: found.cardVersion },
      { name: desk.name, kind: 'desk', version: 1 },
    );
    assert.deepEqual(await pointsHandlers['points.list'](point.context, {}), { items: [] });
  });

  it('fail with the code of what is wrong', async () => {
    const file = join(desk.folder, 'x.jzcard');
    await assert.rejects(read(file), failsWith('file-unreadable'));
    await assert.rejects(read(desk.folder), failsWith('file-unreadable'));
    for (const text of ['', '{}', 'x'.repeat(30_000)]) {
      writeFileSync(file, text);
      await assert.rejects(read(file), failsWith('card-invalid'));
    }
  });

  it('hold the secret identity for its owner alone, once, and the audit trail says so', async () => {
    const file = join(point.folder, 'own.key');
    await pointsHandlers['points.writeAgeIdentity'](point.context, { file });
    assert.ok(readFileSync(file, 'utf8').includes(currentKeys(point.db).ageIdentity));
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
    const lines = trail(point);
    assert.equal(lines.at(-1), 'age-identity-written');
    assert.throws(
      () => pointsHandlers['points.writeAgeIdentity'](point.context, { file }),
      failsWith('file-exists'),
    );
    mkdirSync(join(point.folder, 'sub'));
    const nowhere = join(point.folder, 'sub', 'no', 'own.key');
    assert.throws(
      () => pointsHandlers['points.writeAgeIdentity'](point.context, { file: nowhere }),
      failsWith('file-not-writable'),
    );
    assert.deepEqual(trail(point), lines, 'a failure leaves no line behind');
  });

  it('are out of reach while the workspace is closed', () => {
    const context = { ...point.context, open: null };
    assert.throws(
      () => pointsHandlers['points.ownCard'](context, {}),
      failsWith('workspace-closed'),
    );
    assert.equal(workspaceOf(point.context).info.name, point.name);
  });
});
