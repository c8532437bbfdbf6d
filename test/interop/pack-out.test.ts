import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { attachmentsHandlers } from '../../electron/store/attachments/handlers.ts';
import { packsHandlers } from '../../electron/store/packs/handlers.ts';
import { pointsHandlers } from '../../electron/store/points/handlers.ts';
import { RecordId } from '../../shared/contract/records.ts';
import { decideAll } from '../support/decide.ts';
import { addRecord, enrolAt, openOffice, watchJob } from '../support/office.ts';
import { requireTools, shell, tryShell } from '../support/shell.ts';

describe('a pack that the program wrote', () => {
  const point = openOffice('云汀市人民检察院知识产权检察办公室');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  const folder = mkdtempSync(join(tmpdir(), 'jianzhi-interop-'));
  const opinion = randomBytes(2 * 1024 ** 2 + 1);
  let packId = '';

  before(async () => {
    requireTools('age', 'unzip', 'sha256sum', 'minisign');
    await enrolAt(point, desk);
    await enrolAt(desk, point);
    const titles = ['林某、周某某假冒注册商标案', '折枝文化传媒有限公司著作权纠纷监督案'];
    const recordIds = titles.map((title) => RecordId.parse(addRecord(point, { title })));
    const file = join(folder, 'file.jzpack');
    writeFileSync(join(folder, '鉴定意见.pdf'), opinion);
    const { added } = await attachmentsHandlers['attachments.add'](
      point.context,
      { recordId: RecordId.parse(recordIds[0]), paths: [join(folder, '鉴定意见.pdf')] },
      watchJob(),
    );
    const attachmentIds = added.map(({ id }) => id);
    await decideAll(point, { recordIds, attachmentIds });
    const exported = await packsHandlers['packs.export'](
      point.context,
      { recordIds, to: desk.name, file, attachmentIds },
      watchJob(),
    );
    packId = exported.packId;
    const { minisignPublicKey } = await pointsHandlers['points.ownCard'](point.context, {});
    writeFileSync(join(folder, 'sender.pub'), minisignPublicKey);
    await pointsHandlers['points.writeAgeIdentity'](desk.context, {
      file: join(folder, 'own.key'),
    });
    await pointsHandlers['points.writeAgeIdentity'](point.context, {
      file: join(folder, 'sender.key'),
    });
    await pointsHandlers['points.saveOwnCard'](point.context, {
      file: join(folder, 'point.jzcard'),
    });
  });
  after(() => {
    point.close();
    desk.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens, holds together and proves its sender with five shell lines', () => {
    const output = shell(
      folder,
      `age -d -i own.key  file.jzpack > bag.zip
       unzip -q bag.zip && cd ${packId}
       sha256sum --strict -c manifest-sha256.txt
       sha256sum --strict -c tagmanifest-sha256.txt
       minisign -V -p ../sender.pub -m tagmanifest-sha256.txt`,
    );
    assert.equal(output.match(/: OK$/gm)?.length, 6 + 4);
    assert.match(output, /Signature and comment signature verified/);
    const { packId: id, kind, channel, epoch, sequence } = packJson();
    assert.ok(
      output.includes(
        `Trusted comment: jianzhi-pack pack:${id} kind:${kind} channel:${channel} epoch:${epoch} sequence:${sequence}`,
      ),
    );
  });

  it('holds an attachment byte for byte under its hash, and its name in what is signed', () => {
    const { contents } = JSON.parse(readFileSync(join(folder, packId, 'pack.json'), 'utf8')) as {
      contents: { attachments: { name: string; sha256: string }[] }[];
    };
    const [attachment] = contents[0]?.attachments ?? [];
    assert.equal(attachment?.name, '鉴定意见.pdf');
    shell(folder, `cmp 鉴定意见.pdf ${packId}/data/attachments/${attachment?.sha256 ?? ''}`);
  });

  it('opens with the sender’s own key too', () => {
    shell(folder, 'age -d -i sender.key file.jzpack | cmp - bag.zip');
  });

  it('is an archive in which unzip finds no fault and BagIt’s files stand where they belong', () => {
    assert.match(shell(folder, 'unzip -tq bag.zip'), /No errors detected/);
    assert.deepEqual(readdirSync(join(folder, packId)).toSorted(), [
      'bag-info.txt',
      'bagit.txt',
      'data',
      'manifest-sha256.txt',
      'pack.json',
      'tagmanifest-sha256.txt',
      'tagmanifest-sha256.txt.minisig',
    ]);
    assert.equal(
      readFileSync(join(folder, packId, 'bagit.txt'), 'utf8'),
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    );
  });

  it('lists in its manifests exactly the files there are', () => {
    shell(
      join(folder, packId),
      `find data -type f | sort > ../there; cut -c67- manifest-sha256.txt | sort > ../listed; cmp ../there ../listed
       find . -maxdepth 1 -type f ! -name 'tagmanifest*' -printf '%f\\n' | sort > ../there
       cut -c67- tagmanifest-sha256.txt | sort > ../listed; cmp ../there ../listed`,
    );
  });

  it('declares in bag-info.txt the size of its payload', () => {
    const info = readFileSync(join(folder, packId, 'bag-info.txt'), 'utf8');
    const bytes = shell(join(folder, packId), 'find data -type f -print0 | xargs -0 cat | wc -c');
    assert.match(info, new RegExp(`^Payload-Oxum: ${bytes.trim()}\\.6$`, 'm'));
    assert.match(info, new RegExp(`^External-Identifier: ${packId}$`, 'm'));
    assert.match(info, /^Source-Organization: 云汀市人民检察院知识产权检察办公室$/m);
    assert.match(info, /^Bagging-Date: 2026-11-22$/m);
  });

  it('is refused by minisign once a byte of the tag manifest is other', () => {
    const copy = `cp -r ${packId} spoilt && cd spoilt && sed -i '1s/^./x/' tagmanifest-sha256.txt`;
    const run = tryShell(folder, `${copy}; minisign -V -p ../sender.pub -m tagmanifest-sha256.txt`);
    assert.notEqual(run.status, 0);
    assert.match(run.output, /Signature verification failed/);
  });

  it('has a sender whose card minisign checks against the key it names', () => {
    shell(
      folder,
      `head -n 1 point.jzcard > card.json; tail -n 4 point.jzcard > card.json.minisig
       grep -q "$(tail -n 1 sender.pub)" card.json
       minisign -V -p sender.pub -m card.json`,
    );
  });

  function packJson(): Record<string, string | number> {
    const text = readFileSync(join(folder, packId, 'pack.json'), 'utf8');
    return JSON.parse(text) as Record<string, string | number>;
  }
});
