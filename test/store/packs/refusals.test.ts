import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { workspaceOf } from '../../../electron/store/context.ts';
import { SIGNATURE, TAG_FILES, TAG_MANIFEST } from '../../../electron/store/packs/bag.ts';
import { packJsonText, trustedCommentOf } from '../../../electron/store/packs/pack-json.ts';
import { verifyPack } from '../../../electron/store/packs/verify-pack.ts';
import { currentKeys, ownCard } from '../../../electron/store/points/own-keys.ts';
import { canonicalJson, type JsonValue } from '../../../shared/canonical-json.ts';
import { Failure, type FailureCode } from '../../../shared/errors.ts';
import { failsWith } from '../../support/failure.ts';
import {
  draftPack,
  rawZip,
  sealTo,
  setText,
  sign,
  signTags,
  textOf,
  zipEntries,
  type Draft,
} from '../../support/forge.ts';
import { enrolAt, openOffice, watchJob, type TestOffice } from '../../support/office.ts';

type Json = { [name: string]: JsonValue };

/** The archive is sound, the keys are real: what is wrong is what the bag says. */
describe('a pack is refused', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  const other = openOffice('临溪县人民检察院');
  const stranger = openOffice('望舒区人民检察院');
  let draft: Draft;

  before(async () => {
    for (const office of [point, other]) {
      await enrolAt(desk, office);
      await enrolAt(office, desk);
    }
    await enrolAt(stranger, desk);
    await enrolAt(point, other);
  });
  beforeEach(async () => {
    draft = await draftPack(point, desk);
  });
  after(() => {
    for (const office of [point, desk, other, stranger]) office.close();
  });

  async function verify(at = desk) {
    const { db, info } = workspaceOf(at.context);
    return verifyPack(db, info, await sealTo(at, rawZip(zipEntries(draft))), watchJob());
  }
  const refuses = async (code: FailureCode, at = desk) =>
    assert.rejects(verify(at), failsWith(code));

  /** Changes pack.json and all that repeats it, and signs again. */
  function changePack(change: (pack: Json) => void, signer = point): void {
    const pack = JSON.parse(textOf(draft, 'pack.json')) as Json;
    change(pack);
    setText(draft, 'pack.json', `${canonicalJson(pack)}\n`);
    sign(draft, signer);
  }
  const recordPath = (name: string) => `data/records/${draft.pack.contents[0]?.id ?? ''}/${name}`;

  it('not at all when it is as it should be', async () => {
    assert.equal((await verify()).role, 'recipient');
    sign(draft, point);
    assert.equal((await verify()).senderName, point.name);
  });

  describe('by its signature', () => {
    it('when it is absent', async () => {
      draft.files.delete(SIGNATURE);
      await refuses('pack-structure-invalid');
    });
    it('when it is no signature', async () => {
      setText(draft, SIGNATURE, 'untrusted comment: none\n');
      await refuses('pack-signature-invalid');
    });
    it('when another office’s key made it', async () => {
      sign(draft, other);
      await refuses('pack-signer-unknown');
    });
    it('when the key is not enrolled, before anything else is looked at', async () => {
      setText(draft, 'pack.json', 'no json');
      setText(draft, recordPath('record.json'), 'changed');
      sign(draft, stranger);
      await refuses('pack-signer-unknown');
    });
    it('when a stranger’s key bears the id of a known one', async () => {
      sign(draft, stranger);
      const known = Buffer.from(
        textOf(await draftPack(point, desk), SIGNATURE).split('\n')[1] ?? '',
        'base64',
      );
      const lines = textOf(draft, SIGNATURE).split('\n');
      const line = Buffer.from(lines[1] ?? '', 'base64');
      known.copy(line, 2, 2, 10);
      lines[1] = line.toString('base64');
      setText(draft, SIGNATURE, lines.join('\n'));
      await refuses('pack-signature-invalid');
    });
    it('when the trusted comment was changed after signing', async () => {
      const text = textOf(draft, SIGNATURE);
      setText(draft, SIGNATURE, text.replace('sequence:1', 'sequence:2'));
      await refuses('pack-signature-invalid');
    });
    it('when the trusted comment does not say what pack.json says', async () => {
      draft.comment = draft.comment.replace('sequence:1', 'sequence:2');
      sign(draft, point);
      await refuses('pack-comment-differs');
    });
    it('when the card that enrolled the key has been superseded', async () => {
      desk.db
        .prepare('UPDATE office_cards SET superseded_at = 1 WHERE office_id = ?')
        .run(point.id);
      try {
        await refuses('pack-key-revoked');
      } finally {
        desk.db
          .prepare('UPDATE office_cards SET superseded_at = NULL WHERE office_id = ?')
          .run(point.id);
      }
    });
  });

  describe('by its address', () => {
    it('at an office that can open it but is not its recipient', async () => {
      await enrolAt(other, point);
      await refuses('pack-not-addressed-here', other);
    });
    it('when it is encrypted to somebody else', async () => {
      const { db, info } = workspaceOf(desk.context);
      const file = await sealTo(other, rawZip(zipEntries(draft)));
      await assert.rejects(
        verifyPack(db, info, file, watchJob()),
        failsWith('pack-not-addressed-here'),
      );
    });
    it('when it names a sender who did not sign it', async () => {
      changePack((pack) => {
        pack['sender'] = { ...partyOf(other) };
        pack['channel'] = `${other.id}/${desk.id}`;
      });
      await refuses('pack-signer-unknown');
      changePack((pack) => {
        pack['sender'] = { ...partyOf(other), officeId: point.id };
        pack['channel'] = `${point.id}/${desk.id}`;
      });
      await refuses('pack-signer-unknown');
    });
    it('when it names the office under a card that is not its own', async () => {
      changePack((pack) => {
        pack['recipients'] = [{ ...partyOf(other), officeId: desk.id }];
      });
      await refuses('pack-not-addressed-here');
    });
    it('when it names another office under the card of this one', async () => {
      changePack((pack) => {
        pack['recipients'] = [{ ...partyOf(desk), officeId: other.id }];
        pack['channel'] = `${point.id}/${other.id}`;
      });
      await refuses('pack-not-addressed-here');
    });
    it('but not at its sender', async () => {
      const found = await verify(point);
      assert.equal(found.role, 'sender');
      assert.equal(found.senderEnrolledAt, null);
      assert.equal(found.recipientNames[0], desk.name);
    });
  });

  describe('by its pack.json', () => {
    const changes: [string, FailureCode, (pack: Json) => void][] = [
      ['of a later version', 'pack-newer', (pack) => (pack['formatVersion'] = 9)],
      [
        'of a version without the trail’s head, with one',
        'pack-structure-invalid',
        (pack) => (pack['formatVersion'] = 5),
      ],
      [
        'of this version, without the trail’s head',
        'pack-structure-invalid',
        (pack) => delete pack['audit'],
      ],
      [
        'of the version with attachments, but without any',
        'pack-structure-invalid',
        (pack) => (pack['formatVersion'] = 4),
      ],
      ['of an unknown suite', 'pack-suite-unknown', (pack) => (pack['suite'] = 'sm2+sm3')],
      ['of an unknown kind', 'pack-kind-unknown', (pack) => (pack['kind'] = 'rumour')],
      [
        'of another kind than its channel',
        'pack-structure-invalid',
        (pack) => (pack['kind'] = 'guidance'),
      ],
      [
        'of a kind without records, with one',
        'pack-structure-invalid',
        (pack) => (pack['kind'] = 'receipt'),
      ],
      [
        'of a version without a statement, with one',
        'pack-structure-invalid',
        (pack) => (pack['formatVersion'] = 6),
      ],
      ['with a member too many', 'pack-structure-invalid', (pack) => (pack['comments'] = [])],
      ['with a member too few', 'pack-structure-invalid', (pack) => delete pack['epoch']],
      ['with a foreign channel', 'pack-structure-invalid', (pack) => (pack['channel'] = 'x/y')],
      [
        'that says nobody looked through it',
        'pack-structure-invalid',
        (pack) => (pack['preflight'] = { scanned: false, decisions: [] }),
      ],
      [
        'whose report tells what was found',
        'pack-structure-invalid',
        (pack) =>
          (pack['preflight'] = {
            scanned: true,
            decisions: [
              {
                recordId: '00000000-0000-4000-8000-000000000000',
                rule: 'mobile',
                place: 'title',
                start: 0,
                end: 3,
                decision: 'mask',
                role: 'officer',
                text: '13800000000',
              },
            ],
          }),
      ],
      [
        'numbered 2 without a predecessor',
        'pack-structure-invalid',
        (pack) => (pack['sequence'] = 2),
      ],
      ['with no contents', 'pack-structure-invalid', (pack) => (pack['contents'] = [])],
    ];
    for (const [what, code, change] of changes) {
      it(what, async () => {
        changePack(change);
        await refuses(code);
      });
    }
    it('spelt in another way', async () => {
      setText(draft, 'pack.json', JSON.stringify(draft.pack, null, 2));
      sign(draft, point);
      await refuses('pack-structure-invalid');
    });
    it('with one member twice', async () => {
      const text = textOf(draft, 'pack.json');
      setText(draft, 'pack.json', text.replace('"sequence":1', '"sequence":1,"sequence":1'));
      sign(draft, point);
      await refuses('pack-structure-invalid');
    });
    it('listing a record twice', async () => {
      changePack((pack) => {
        const contents = pack['contents'] as JsonValue[];
        pack['contents'] = [...contents, ...contents];
      });
      await refuses('pack-structure-invalid');
    });
    it('listing a record that is not there', async () => {
      changePack((pack) => {
        const [first] = pack['contents'] as Json[];
        pack['contents'] = [{ ...first, id: stranger.id }];
      });
      await refuses('pack-file-missing');
    });
  });

  describe('by its listing', () => {
    it('with a file that no manifest lists', async () => {
      setText(draft, 'data/note.txt', 'x');
      await refuses('pack-file-unlisted');
    });
    it('with a tag file that no manifest lists', async () => {
      setText(draft, 'fetch.txt', 'x');
      await refuses('pack-file-unlisted');
    });
    it('with a tag file that this format does not know, listed and signed', async () => {
      setText(draft, 'fetch.txt', 'https://example.invalid/x - data/x');
      sign(draft, point, [...TAG_FILES, 'fetch.txt']);
      await refuses('pack-structure-invalid');
    });
    it('with a payload file that the table of contents does not know, listed and signed', async () => {
      setText(draft, 'data/note.txt', 'x');
      const bytes = [...draft.files].filter(([path]) => path.startsWith('data/'));
      const size = bytes.reduce((sum, [, content]) => sum + content.length, 0);
      const info = textOf(draft, 'bag-info.txt').replace(
        /Oxum: .*/,
        `Oxum: ${size}.${bytes.length}`,
      );
      setText(draft, 'bag-info.txt', info);
      sign(draft, point);
      await refuses('pack-structure-invalid');
    });
    it('without a file that a manifest lists', async () => {
      draft.files.delete(recordPath('record.html'));
      await refuses('pack-file-missing');
    });
    it('without a tag file', async () => {
      draft.files.delete('bag-info.txt');
      await refuses('pack-file-missing');
    });
    it('with a payload changed under the old signature', async () => {
      setText(draft, recordPath('record.json'), `${textOf(draft, recordPath('record.json'))} `);
      await refuses('pack-payload-changed');
    });
    it('with a tag file changed under the old signature', async () => {
      setText(draft, 'bag-info.txt', `${textOf(draft, 'bag-info.txt')}X: y\n`);
      await refuses('pack-payload-changed');
    });
    it('with hashes made to fit under the old signature', async () => {
      setText(draft, recordPath('record.json'), 'changed');
      const signature = textOf(draft, SIGNATURE);
      sign(draft, point);
      setText(draft, SIGNATURE, signature);
      await refuses('pack-signature-invalid');
    });
    it('with a manifest that repeats, escapes or breaks its lines otherwise', async () => {
      const tags = textOf(draft, TAG_MANIFEST);
      for (const text of [
        tags + tags,
        tags.replaceAll('\n', '\r\n'),
        tags.replace('pack.', 'pack%2E'),
        tags.trimEnd(),
        tags.replace('  ', ' *'),
      ]) {
        signTags(draft, point, text);
        await refuses('pack-structure-invalid');
      }
    });
    it('with a bag-info.txt that counts wrongly', async () => {
      setText(draft, 'bag-info.txt', textOf(draft, 'bag-info.txt').replace(/Oxum: \d+/, 'Oxum: 1'));
      sign(draft, point);
      await refuses('pack-structure-invalid');
    });
    it('with a bagit.txt of another version, or after a byte-order mark', async () => {
      const right = textOf(draft, 'bagit.txt');
      for (const text of [right.replace('1.0', '0.97'), `\uFEFF${right}`, `${right}\n`]) {
        setText(draft, 'bagit.txt', text);
        sign(draft, point);
        await refuses('pack-structure-invalid');
      }
    });
    it('under a top folder of another name', async () => {
      draft.folder = 'bag';
      await refuses('pack-structure-invalid');
    });
  });

  describe('by its records', () => {
    /** Changes a record and all that lists it, honestly. */
    function changeRecord(change: (record: Json) => string): void {
      const text = change(JSON.parse(textOf(draft, recordPath('record.json'))) as Json);
      setText(draft, recordPath('record.json'), text);
      resign();
    }
    function resign(): void {
      sign(draft, point);
      const hash = textOf(draft, 'manifest-sha256.txt')
        .split('\n')
        .find((line) => line.endsWith('record.json'))
        ?.slice(0, 64);
      const payload = [...draft.files].filter(([path]) => path.startsWith('data/'));
      const size = payload.reduce((sum, [, bytes]) => sum + bytes.length, 0);
      const info = textOf(draft, 'bag-info.txt').replace(/Oxum: \d+/, `Oxum: ${size}`);
      setText(draft, 'bag-info.txt', info);
      changePack((pack) => {
        pack['contents'] = (pack['contents'] as Json[]).map((content) => ({
          ...content,
          sha256: hash ?? '',
        }));
      });
    }
    const written = (record: Json) => `${canonicalJson(record)}\n`;

    it('with a member that may not leave the house', async () => {
      changeRecord((record) => written({ ...record, comments: ['内部意见'] }));
      await refuses('pack-record-invalid');
    });
    it('with a node that documents do not have', async () => {
      changeRecord((record) =>
        written({
          ...record,
          document: {
            version: 1,
            sections: [{ id: 'facts', heading: '', blocks: [{ type: 'html', html: '<b>' }] }],
          },
        }),
      );
      await refuses('pack-record-invalid');
    });
    it('that are not the ones listed', async () => {
      changeRecord((record) => written({ ...record, title: '另一件' }));
      await refuses('pack-record-invalid');
    });
    it('spelt in another way', async () => {
      changeRecord((record) => JSON.stringify(record, null, 1));
      await refuses('pack-record-invalid');
    });
    it('that are no JSON', async () => {
      changeRecord(() => 'nothing');
      await refuses('pack-record-invalid');
    });
    it('whose page is not what they render to', async () => {
      const page = textOf(draft, recordPath('record.html'));
      setText(
        draft,
        recordPath('record.html'),
        page.replace('</body>', '<script></script></body>'),
      );
      resign();
      await refuses('pack-rendering-differs');
    });
  });

  describe('when it was damaged', () => {
    it('at any byte of the file: no change goes through', async () => {
      const whole = readFileSync(await sealTo(desk, rawZip(zipEntries(draft))));
      const { db, info } = workspaceOf(desk.context);
      const file = join(desk.folder, 'flipped.jzpack');
      for (let position = 0; position < whole.length; position += 97) {
        const flipped = Buffer.from(whole);
        flipped.writeUInt8((flipped[position] ?? 0) ^ 1, position);
        writeFileSync(file, flipped);
        await assert.rejects(verifyPack(db, info, file, watchJob()), isRefusal, String(position));
      }
    });
    it('at any length: no beginning of a pack is a pack', async () => {
      const whole = readFileSync(await sealTo(desk, rawZip(zipEntries(draft))));
      const { db, info } = workspaceOf(desk.context);
      const file = join(desk.folder, 'short.jzpack');
      for (let length = 0; length < whole.length; length += 311) {
        writeFileSync(file, whole.subarray(0, length));
        await assert.rejects(verifyPack(db, info, file, watchJob()), isRefusal, String(length));
      }
    });
    it('inside, by one who can encrypt to us: the content stays what was signed, or it is refused', async () => {
      const { db, info } = workspaceOf(desk.context);
      const zip = rawZip(zipEntries(draft));
      const expected = await verify();
      for (let position = 0; position < zip.length; position += 131) {
        const flipped = Buffer.from(zip);
        flipped.writeUInt8((flipped[position] ?? 0) ^ 0x20, position);
        const file = await sealTo(desk, flipped);
        try {
          assert.deepEqual(await verifyPack(db, info, file, watchJob()), expected);
        } catch (error) {
          assert.ok(isRefusal(error), `${position}: ${String(error)}`);
        }
      }
    });
  });

  it('never for being read twice: the text of pack.json is its own copy', () => {
    assert.equal(packJsonText(draft.pack), textOf(draft, 'pack.json'));
    assert.equal(trustedCommentOf(draft.pack), draft.comment);
  });
});

/** An office as pack.json names it. */
function partyOf(office: TestOffice) {
  const { db, info } = workspaceOf(office.context);
  const { officeId, name, fingerprint } = ownCard(currentKeys(db), info);
  return { officeId, name, fingerprint };
}

function isRefusal(error: unknown): boolean {
  return error instanceof Failure && error.code.startsWith('pack-');
}
