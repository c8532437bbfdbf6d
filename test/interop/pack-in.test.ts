import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { packsHandlers } from '../../electron/store/packs/handlers.ts';
import { pointsHandlers } from '../../electron/store/points/handlers.ts';
import { fingerprintOf } from '../../electron/store/points/fingerprint.ts';
import { exportedRecordText, type ExportedRecord } from '../../shared/document/exported-record.ts';
import { exportTree } from '../../shared/document/export-tree.ts';
import { ExportedTreeV1 } from '../../shared/document/exported-tree.ts';
import { renderRecordHtml } from '../../shared/document/render-record-html.ts';
import type { FailureCode } from '../../shared/errors.ts';
import { failsWith } from '../support/failure.ts';
import { openOffice, teaCase, watchJob } from '../support/office.ts';
import { requireTools, shell } from '../support/shell.ts';

/** A sender that has never seen the program: its keys, card, bag and pack come from age, minisign, zip and sha256sum. */
describe('a pack made with shell tools alone', () => {
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  const folder = mkdtempSync(join(tmpdir(), 'jianzhi-interop-'));
  const senderId = randomUUID();
  const packId = '01a200c6-44c0-701f-8066-4e01b431d541';
  const record: ExportedRecord = {
    format: 'jianzhi-record',
    formatVersion: 1,
    id: randomUUID(),
    kind: 'typical-case',
    title: '林某、周某某假冒注册商标案',
    keywords: ['假冒注册商标罪'],
    caseNumbers: [],
    revision: 1,
    document: ExportedTreeV1.parse(exportTree(teaCase())),
  };
  let senderFingerprint = '';
  let deskFingerprint = '';

  before(async () => {
    requireTools('age', 'age-keygen', 'zip', 'unzip', 'sha256sum', 'minisign');
    shell(
      folder,
      `age-keygen -o age.key 2>/dev/null; age-keygen -y age.key > age.pub
       minisign -G -W -p sender.pub -s sender.key >/dev/null
       minisign -G -W -p stranger.pub -s stranger.key >/dev/null
       age-keygen -o stranger-age.key 2>/dev/null; age-keygen -y stranger-age.key > stranger-age.pub`,
    );
    shell(
      folder,
      `printf '{"cardVersion":1,"encryptionKey":"%s","format":"jianzhi-card","formatVersion":1,"kind":"contact-point","name":"临溪县人民检察院","officeId":"${senderId}","signingKey":"%s","suites":["age-x25519+minisign-ed25519+sha256"]}\\n' "$(cat age.pub)" "$(tail -n 1 sender.pub)" > card.json
       minisign -S -s sender.key -m card.json -t 'jianzhi-card office:${senderId} version:1' >/dev/null
       cat card.json card.json.minisig > sender.jzcard`,
    );
    const card = readFileSync(join(folder, 'sender.jzcard'), 'utf8');
    const read = await pointsHandlers['points.readCard'](desk.context, {
      file: join(folder, 'sender.jzcard'),
    });
    assert.equal(read.name, '临溪县人民检察院');
    senderFingerprint = fingerprintOf(card);
    await pointsHandlers['points.enrol'](desk.context, { card, fingerprint: senderFingerprint });
    const own = await pointsHandlers['points.ownCard'](desk.context, {});
    deskFingerprint = own.fingerprint;
    writeFileSync(join(folder, 'desk.jzcard'), own.card);
    shell(folder, `grep -o 'age1[a-z0-9]*' desk.jzcard > desk-age.pub`);
  });
  after(() => {
    desk.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    rmSync(join(folder, packId), { recursive: true, force: true });
    writeContents();
  });

  const list = `find data -type f | LC_ALL=C sort | xargs sha256sum > manifest-sha256.txt`;
  const listTags = `sha256sum bagit.txt bag-info.txt manifest-sha256.txt pack.json > tagmanifest-sha256.txt`;
  const comment = `jianzhi-pack pack:${packId} kind:submission channel:${senderId}/${desk.id} epoch:${'ab'.repeat(16)} sequence:1`;
  const sign = (trusted = comment, key = 'sender') =>
    `minisign -S -s ../${key}.key -m tagmanifest-sha256.txt -t '${trusted}' >/dev/null`;
  const seal = (recipient = 'desk-age', zip = 'zip -q -r') =>
    `rm -f ../bag.zip; (cd .. && ${zip} bag.zip ${packId}); age -r "$(cat ../${recipient}.pub)" -o ../file.jzpack ../bag.zip`;

  /** What goes into the bag; the bag itself is made by the tools. */
  function writeContents(): void {
    const place = join(folder, packId, 'data/records', record.id);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'record.json'), exportedRecordText(record));
    writeFileSync(join(place, 'record.html'), renderRecordHtml(record));
    shell(
      join(folder, packId),
      `printf 'BagIt-Version: 1.0\\nTag-File-Character-Encoding: UTF-8\\n' > bagit.txt
       hash=$(sha256sum < data/records/${record.id}/record.json | cut -c-64)
       printf '{"channel":"${senderId}/${desk.id}","contents":[{"attachments":[],"id":"${record.id}","kind":"typical-case","revision":1,"sha256":"%s","title":"${record.title}"}],"createdAt":"2026-11-22T01:02:03.000Z","epoch":"${'ab'.repeat(16)}","format":"jianzhi-pack","formatVersion":1,"highestMarking":"none","kind":"submission","packId":"${packId}","preflight":{"decisions":[],"scanned":false},"previousHash":null,"recipients":[{"fingerprint":"${deskFingerprint}","name":"江岚省人民检察院","officeId":"${desk.id}"}],"sender":{"fingerprint":"${senderFingerprint}","name":"临溪县人民检察院","officeId":"${senderId}"},"sequence":1,"suite":"age-x25519+minisign-ed25519+sha256"}\\n' $hash > pack.json
       printf 'Source-Organization: 临溪县人民检察院\\nExternal-Identifier: ${packId}\\nBagging-Date: 2026-11-22\\nPayload-Oxum: %s.2\\nBag-Group-Identifier: ${senderId}/${desk.id}\\n' "$(cat data/records/*/* | wc -c)" > bag-info.txt`,
    );
  }

  const make = (...steps: string[]) => shell(join(folder, packId), steps.join('\n'));
  const verify = () =>
    packsHandlers['packs.verify'](desk.context, { file: join(folder, 'file.jzpack') }, watchJob());
  const refuses = (code: FailureCode) => assert.rejects(verify(), failsWith(code));

  it('is accepted', async () => {
    make(list, listTags, sign(), seal());
    const found = await verify();
    assert.equal(found.role, 'recipient');
    assert.equal(found.senderName, '临溪县人民检察院');
    assert.equal(found.senderFingerprint, senderFingerprint);
    assert.deepEqual(
      found.contents.map(({ id, title }) => ({ id, title })),
      [{ id: record.id, title: record.title }],
    );
    assert.equal(
      found.hash,
      shell(join(folder, packId), 'sha256sum < tagmanifest-sha256.txt').slice(0, 64),
    );
  });

  it('is accepted when zip wrote to a pipe, sizes after the data', async () => {
    make(
      list,
      listTags,
      sign(),
      `(cd .. && zip -q -r - ${packId} | cat > piped.zip && age -r "$(cat desk-age.pub)" -o file.jzpack piped.zip)`,
    );
    assert.equal((await verify()).packId, packId);
  });

  it('is refused when a record was changed under the old signature', async () => {
    make(list, listTags, sign(), `sed -i 's/林某/王某/' data/records/*/record.json`, seal());
    await refuses('pack-payload-changed');
  });

  it('is refused when the hashes were made to fit the changed record', async () => {
    const change = `sed -i 's/林某/王某/' data/records/*/record.json`;
    make(list, listTags, sign(), change, list, listTags, seal());
    await refuses('pack-signature-invalid');
  });

  it('is refused from a signer who is not enrolled', async () => {
    make(list, listTags, sign(comment, 'stranger'), seal());
    await refuses('pack-signer-unknown');
  });

  it('is refused when it is encrypted to somebody else', async () => {
    make(list, listTags, sign(), seal('stranger-age'));
    await refuses('pack-not-addressed-here');
  });

  it('is refused when it opens here but names somebody else as its recipient', async () => {
    const other = randomUUID();
    make(
      `sed -i 's/${desk.id}/${other}/g' pack.json bag-info.txt`,
      list,
      listTags,
      sign(comment.replace(desk.id, other)),
      seal(),
    );
    await refuses('pack-not-addressed-here');
  });

  it('is refused with a file that no manifest lists', async () => {
    make(list, listTags, sign(), 'echo 附注 > data/note.txt', seal());
    await refuses('pack-file-unlisted');
  });

  it('is refused with a tag file that no manifest lists', async () => {
    make(list, listTags, sign(), 'echo note > note.txt', seal());
    await refuses('pack-file-unlisted');
  });

  it('is refused without a file that the manifest lists', async () => {
    make(list, listTags, sign(), 'rm data/records/*/record.html', seal());
    await refuses('pack-file-missing');
  });

  it('is refused when the trusted comment tells of another number', async () => {
    make(list, listTags, sign(comment.replace('sequence:1', 'sequence:2')), seal());
    await refuses('pack-comment-differs');
  });

  it('is refused when the page to read is not the record', async () => {
    make(`sed -i 's/林某/王某/' data/records/*/record.html`, list, listTags, sign(), seal());
    await refuses('pack-rendering-differs');
  });

  it('is refused with a link in it', async () => {
    make(
      'ln -s /etc/passwd data/link',
      list,
      listTags,
      sign(),
      seal('desk-age', 'zip -q -r --symlinks'),
    );
    await refuses('pack-archive-unsafe');
  });

  it('is refused with a signature in the older form that does not hash first', async () => {
    make(list, listTags, sign().replace('-S', '-S -l'), seal());
    await refuses('pack-signature-invalid');
  });

  it('is refused when it was cut short', async () => {
    make(list, listTags, sign(), seal(), 'truncate -s -1 ../file.jzpack');
    await refuses('pack-not-decryptable');
  });

  it('is refused when it is not age at all', async () => {
    make(list, listTags, sign(), 'cd ..', `zip -q -r - ${packId} > file.jzpack`);
    await refuses('pack-not-decryptable');
  });
});
