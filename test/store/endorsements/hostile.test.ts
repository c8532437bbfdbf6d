import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { FailureCode } from '../../../shared/errors.ts';
import { Failure } from '../../../shared/errors.ts';
import { openChain } from '../../support/endorse.ts';
import { takePackIn } from '../../support/exchange.ts';
import {
  draftPack,
  rawZip,
  sealTo,
  setText,
  sign,
  zipEntries,
  type Draft,
} from '../../support/forge.ts';
import { packJsonText, trustedCommentOf } from '../../../electron/store/packs/pack-json.ts';
import { alterInner, forgeEndorsement, resign } from '../../support/forge-endorsement.ts';
import { enrolAt, openOffice } from '../../support/office.ts';

describe('an endorsement that is not what it says', () => {
  const { point, province, desk } = openChain();
  const other = openOffice('碧原省人民检察院', { kind: 'province' });
  const stranger = openOffice('无名院');
  let inner: Draft;
  before(async () => {
    await enrolAt(other, desk);
    await enrolAt(desk, other);
    await enrolAt(other, point);
    await enrolAt(point, other);
    await enrolAt(stranger, province);
    await enrolAt(province, stranger);
  });
  beforeEach(async () => {
    inner = await draftPack(point, province);
  });
  after(() => [other, stranger].forEach((office) => office.close()));

  async function refused(draft: Draft, code: FailureCode, inside?: FailureCode): Promise<void> {
    const file = await sealTo(desk, rawZip(zipEntries(draft)));
    await assert.rejects(takePackIn(desk, file), (error) => {
      assert.ok(error instanceof Failure, String(error));
      assert.deepEqual([error.code, error.detail['code']], [code, inside]);
      return true;
    });
    for (const table of ['records', 'packs_received', 'endorsed_packs', 'record_opinions']) {
      assert.equal(desk.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), 0, table);
    }
  }

  for (const path of ['bag-info.txt', 'pack.json', 'manifest-sha256.txt', 'data/statement.json']) {
    it(`has one letter of ${path} changed inside, and signs that`, async () => {
      const draft = await forgeEndorsement(province, desk, inner);
      alterInner(draft, path);
      await refused(resign(draft, province), 'endorsed-original-invalid', 'pack-payload-changed');
    });
  }

  it('has a record changed inside, with manifests that fit but for the signature', async () => {
    const record = `data/records/${inner.pack.contents[0]?.id ?? ''}/record.json`;
    inner.files.set(record, Buffer.from('{}'));
    const draft = await forgeEndorsement(province, desk, inner);
    await refused(draft, 'endorsed-original-invalid', 'pack-payload-changed');
    sign(inner, province);
    // Signed by the one who forwards it, in the name of the other.
    const again = await forgeEndorsement(province, desk, inner);
    await refused(again, 'endorsed-signer-unknown');
  });

  it('has the tag manifest itself changed inside', async () => {
    const draft = await forgeEndorsement(province, desk, inner);
    alterInner(draft, 'tagmanifest-sha256.txt');
    await refused(resign(draft, province), 'endorsed-original-invalid', 'pack-signature-invalid');
  });

  it('leaves a file of the original out, or puts one in', async () => {
    const draft = await forgeEndorsement(province, desk, inner);
    draft.files.delete('data/original/data/statement.json');
    await refused(resign(draft, province), 'endorsed-original-invalid', 'pack-file-missing');
    setText(draft, 'data/original/data/statement.json', '');
    setText(draft, 'data/original/data/extra.bin', 'x');
    await refused(resign(draft, province), 'endorsed-original-invalid', 'pack-file-unlisted');
  });

  it('comes from an office that nobody enrolled here', async () => {
    inner = await draftPack(stranger, province);
    await refused(await forgeEndorsement(province, desk, inner), 'endorsed-signer-unknown');
  });

  it('forwards what was sent to another province, or to the desk itself', async () => {
    await refused(await forgeEndorsement(other, desk, inner), 'endorsed-not-for-sender');
    const direct = await draftPack(point, desk);
    await refused(await forgeEndorsement(province, desk, direct), 'endorsed-not-for-sender');
  });

  it('forwards its own words as another’s, or the desk’s', async () => {
    const own = await draftPack(province, desk);
    await refused(await forgeEndorsement(province, desk, own), 'endorsed-not-forwardable');
  });

  it('is nested in another', async () => {
    const once = await forgeEndorsement(other, desk, await draftPack(point, other));
    const twice = await forgeEndorsement(province, desk, once, (one) => ({
      ...one,
      opinions: [{ recordId: point.id, opinion: 'recommended', text: '' }],
    }));
    await refused(twice, 'endorsed-not-forwardable');
    // An archive inside stays a file that nobody listed.
    inner.files.set('data/original.zip', rawZip(zipEntries(inner)));
    sign(inner, point);
    await refused(
      await forgeEndorsement(province, desk, inner),
      'endorsed-original-invalid',
      'pack-structure-invalid',
    );
  });

  it('says of the original what is not so', async () => {
    const wrong = 'pack-statement-invalid' as const;
    const said = (change: Parameters<typeof forgeEndorsement>[3]) =>
      forgeEndorsement(province, desk, inner, change);
    const opinion = { recordId: province.id, opinion: 'recommended', text: '' } as const;
    await refused(
      await said((one) => ({ ...one, original: { ...one.original, hash: '0'.repeat(64) } })),
      'endorsed-original-invalid',
      wrong,
    );
    await refused(
      await said((one) => ({ ...one, original: { ...one.original, senderId: desk.id } })),
      'endorsed-original-invalid',
      wrong,
    );
    await refused(
      await said((one) => ({ ...one, opinions: [opinion] })),
      'endorsed-original-invalid',
      wrong,
    );
    await refused(
      await said((one) => ({ ...one, opinions: [...one.opinions, opinion] })),
      'endorsed-original-invalid',
      wrong,
    );
  });

  it('says less of its marking than the original', async () => {
    const draft = await forgeEndorsement(province, desk, inner);
    const text = draft.files.get('pack.json')?.toString() ?? '';
    setText(
      draft,
      'pack.json',
      text.replace('"highestMarking":"none"', '"highestMarking":"public"'),
    );
    await refused(resign(draft, province), 'pack-structure-invalid');
  });

  it('comes from a contact point', async () => {
    await refused(await forgeEndorsement(point, desk, inner), 'pack-kind-not-allowed');
  });

  it('is taken in as it is, and then no other may bear its number', async () => {
    const good = await forgeEndorsement(province, desk, inner);
    const fork = await draftPack(point, province);
    const forged = await forgeEndorsement(province, desk, fork);
    const file = await sealTo(desk, rawZip(zipEntries(good)));
    assert.equal((await takePackIn(desk, file)).state, 'taken');
    // Number 1 of the point to its province again, with another record; its endorsement is number 2.
    forged.pack = {
      ...forged.pack,
      sequence: 2,
      previousHash: desk.db.prepare('SELECT hash FROM packs_received').pluck().get() as string,
    };
    const before = desk.db.prepare('SELECT count(*) FROM records').pluck().get();
    forged.comment = trustedCommentOf(forged.pack);
    setText(forged, 'pack.json', packJsonText(forged.pack));
    const second = await sealTo(
      desk,
      rawZip(zipEntries(resign(forged, province))),
      'second.jzpack',
    );
    await assert.rejects(takePackIn(desk, second), (error) => {
      assert.ok(error instanceof Failure, String(error));
      assert.deepEqual(
        [error.code, error.detail['code']],
        ['endorsed-original-invalid', 'pack-number-taken'],
      );
      return true;
    });
    assert.equal(desk.db.prepare('SELECT count(*) FROM records').pluck().get(), before);
  });
});
