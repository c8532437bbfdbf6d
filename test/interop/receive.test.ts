import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, it } from 'node:test';
import { fingerprintOf } from '../../electron/store/points/fingerprint.ts';
import { exportedRecordText, type ExportedRecord } from '../../shared/document/exported-record.ts';
import { exportTree } from '../../shared/document/export-tree.ts';
import { ExportedTreeV1 } from '../../shared/document/exported-tree.ts';
import { renderRecordHtml } from '../../shared/document/render-record-html.ts';
import { teaCase } from '../support/office.ts';
import { requireTools, shell } from '../support/shell.ts';

/** Packs of a sender that has never seen the program, made by age, zip, sha256sum and minisign, taken in through the command line. */
const folder = mkdtempSync(join(tmpdir(), 'jianzhi-receive-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const senderId = randomUUID();
const epoch = 'ab'.repeat(16);
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
let desk = { id: '', fingerprint: '' };
let senderFingerprint = '';

function run(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('electron/cli/index.ts'), ...args, '--workspace', join(folder, 'desk'), '--json'],
    { encoding: 'utf8', env: { ...process.env, JIANZHI_PASSPHRASE: '望舒区-2026-口令' } },
  );
  return { code: status, stdout, stderr };
}
function answer<T>(...args: string[]): T {
  const { code, stdout, stderr } = run(...args);
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout) as T;
}

before(() => {
  requireTools('age', 'age-keygen', 'zip', 'sha256sum', 'minisign');
  answer('init', '--kind', 'desk', '--name', '江岚省人民检察院');
  const { fingerprint } = answer<{ fingerprint: string }>(
    'card',
    '--out',
    join(folder, 'desk.jzcard'),
  );
  const card = JSON.parse(
    readFileSync(join(folder, 'desk.jzcard'), 'utf8').split('\n')[0] ?? '',
  ) as {
    officeId: string;
    encryptionKey: string;
  };
  desk = { id: card.officeId, fingerprint };
  writeFileSync(join(folder, 'desk-age.pub'), card.encryptionKey);
  shell(
    folder,
    `age-keygen -o age.key 2>/dev/null; age-keygen -y age.key > age.pub
     minisign -G -W -p sender.pub -s sender.key >/dev/null
     printf '{"cardVersion":1,"encryptionKey":"%s","format":"jianzhi-card","formatVersion":1,"kind":"contact-point","name":"临溪县人民检察院","officeId":"${senderId}","signingKey":"%s","suites":["age-x25519+minisign-ed25519+sha256"]}\\n' "$(cat age.pub)" "$(tail -n 1 sender.pub)" > card.json
     minisign -S -s sender.key -m card.json -t 'jianzhi-card office:${senderId} version:1' >/dev/null
     cat card.json card.json.minisig > sender.jzcard`,
  );
  senderFingerprint = fingerprintOf(readFileSync(join(folder, 'sender.jzcard'), 'utf8'));
  answer('enrol', join(folder, 'sender.jzcard'), '--fingerprint', senderFingerprint);
});

/** A pack of one record, by the tools alone; the hash of its tag manifest, which the next must name. */
function makePack(sequence: number, previousHash: string | null, revision: number): string {
  const packId = `01a200c6-44c0-701f-8066-4e01b431d54${String(sequence)}`;
  const place = join(folder, packId, 'data/records', record.id);
  mkdirSync(place, { recursive: true });
  const text = { ...record, revision, title: `${record.title}（第${String(revision)}稿）` };
  writeFileSync(join(place, 'record.json'), exportedRecordText(text));
  writeFileSync(join(place, 'record.html'), renderRecordHtml(text));
  const previous = previousHash === null ? 'null' : `"${previousHash}"`;
  const output = shell(
    join(folder, packId),
    `printf 'BagIt-Version: 1.0\\nTag-File-Character-Encoding: UTF-8\\n' > bagit.txt
     hash=$(sha256sum < data/records/${record.id}/record.json | cut -c-64)
     printf '{"channel":"${senderId}/${desk.id}","contents":[{"attachments":[],"id":"${record.id}","kind":"typical-case","revision":${String(revision)},"sha256":"%s","title":"${text.title}"}],"createdAt":"2026-11-22T01:02:03.000Z","epoch":"${epoch}","format":"jianzhi-pack","formatVersion":1,"highestMarking":"none","kind":"submission","packId":"${packId}","preflight":{"decisions":[],"scanned":false},"previousHash":${previous},"recipients":[{"fingerprint":"${desk.fingerprint}","name":"江岚省人民检察院","officeId":"${desk.id}"}],"sender":{"fingerprint":"${senderFingerprint}","name":"临溪县人民检察院","officeId":"${senderId}"},"sequence":${String(sequence)},"suite":"age-x25519+minisign-ed25519+sha256"}\\n' $hash > pack.json
     printf 'Source-Organization: 临溪县人民检察院\\nExternal-Identifier: ${packId}\\nBagging-Date: 2026-11-22\\nPayload-Oxum: %s.2\\nBag-Group-Identifier: ${senderId}/${desk.id}\\n' "$(cat data/records/*/* | wc -c)" > bag-info.txt
     find data -type f | LC_ALL=C sort | xargs sha256sum > manifest-sha256.txt
     sha256sum bagit.txt bag-info.txt manifest-sha256.txt pack.json > tagmanifest-sha256.txt
     minisign -S -s ../sender.key -m tagmanifest-sha256.txt -t 'jianzhi-pack pack:${packId} kind:submission channel:${senderId}/${desk.id} epoch:${epoch} sequence:${String(sequence)}' >/dev/null
     (cd .. && zip -q -r ${String(sequence)}.zip ${packId}); age -r "$(cat ../desk-age.pub)" -o ../${String(sequence)}.jzpack ../${String(sequence)}.zip
     sha256sum < tagmanifest-sha256.txt`,
  );
  return output.trim().split('\n').at(-1)?.slice(0, 64) ?? '';
}

type Taken = {
  state: string;
  code?: string;
  sequence?: number;
  missing?: number[];
  records?: number;
};
const receive = (...numbers: number[]) =>
  answer<{ items: Taken[] }>(
    'receive',
    ...numbers.map((number) => join(folder, `${String(number)}.jzpack`)),
  ).items;
type Listed = { items: { title: string; recordId: string; state: string; revision: number }[] };

it('packs made with shell tools alone are taken in, late and twice, and a false one is refused', () => {
  const first = makePack(1, null, 1);
  const second = makePack(2, first, 2);
  makePack(3, second, 3);
  // It names another pack before it than the one that came.
  makePack(4, first, 4);
  const [taken] = receive(3);
  assert.deepEqual(
    [taken?.state, taken?.sequence, taken?.missing, taken?.records],
    ['taken', 3, [1, 2], 1],
  );
  assert.deepEqual(
    receive(1, 3, 2, 4).map(({ state, code, missing }) => [state, code, missing]),
    [
      ['taken', undefined, []],
      ['again', undefined, [2]],
      ['taken', undefined, []],
      ['refused', 'pack-chain-broken', undefined],
    ],
  );
  const { items } = answer<Listed>(
    'received',
    'list',
    '--state',
    'received',
    '--office',
    '临溪县人民检察院',
  );
  assert.deepEqual(
    items.map(({ title, recordId, state, revision }) => ({ title, recordId, state, revision })),
    [
      {
        title: '林某、周某某假冒注册商标案（第3稿）',
        recordId: record.id,
        state: 'received',
        revision: 3,
      },
    ],
  );
  assert.deepEqual(answer<Listed>('received', 'list', '--state', 'adopted').items, []);
  assert.deepEqual(answer<Listed>('list').items, []);
  assert.match(run('receive', join(folder, '4.jzpack')).stderr, /^pack-chain-broken/u);
  assert.match(readFileSync(exportedTrail(), 'utf8'), /pack-refused.*pack-chain-broken/su);
});

function exportedTrail(): string {
  const file = join(folder, 'trail.jsonl');
  answer('audit', 'export', file);
  return file;
}
