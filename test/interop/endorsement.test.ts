import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { attachmentsHandlers } from '../../electron/store/attachments/handlers.ts';
import { packsHandlers } from '../../electron/store/packs/handlers.ts';
import { pointsHandlers } from '../../electron/store/points/handlers.ts';
import { RecordId } from '../../shared/contract/records.ts';
import { decideAll } from '../support/decide.ts';
import { answerBy, heldAs, takePackIn } from '../support/exchange.ts';
import { addRecord, enrolAt, openOffice, watchJob, type TestOffice } from '../support/office.ts';
import { requireTools, shell } from '../support/shell.ts';

type Card = { card: string; fingerprint: string };

/** A provincial office at the command line, between a point and a desk; what it writes is checked by the tools, outside and inside. */
describe('an endorsement written at the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianzhi-endorse-'));
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('知识产权检察厅', { kind: 'desk' });
  const opinion = randomBytes(1024 ** 2 + 1);
  const file = join(folder, 'endorsed.jzpack');
  let recordId: RecordId;
  let packId = '';

  function run(...args: string[]): { code: number | null; stdout: string; stderr: string } {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [resolve('electron/cli/index.ts'), ...args, '--workspace', join(folder, 'ws'), '--json'],
      { encoding: 'utf8', env: { ...process.env, JIANZHI_PASSPHRASE: '望舒区-2026-口令' } },
    );
    return { code: status, stdout, stderr };
  }
  function answer<T>(...args: string[]): T {
    const { code, stdout, stderr } = run(...args);
    assert.equal(code, 0, stderr);
    return JSON.parse(stdout) as T;
  }
  async function enrolThere(office: TestOffice, name: string): Promise<void> {
    const { fingerprint } = await pointsHandlers['points.ownCard'](office.context, {});
    const card = join(folder, `${name}.jzcard`);
    await pointsHandlers['points.saveOwnCard'](office.context, { file: card });
    answer('enrol', card, '--fingerprint', fingerprint);
  }

  before(async () => {
    requireTools('age', 'unzip', 'sha256sum', 'minisign');
    answer('init', '--kind', 'province', '--name', '江岚省人民检察院');
    await enrolThere(point, 'point');
    await enrolThere(desk, 'desk');
    const { fingerprint } = answer<Card>(
      'card',
      '--out',
      join(folder, 'own.jzcard'),
      '--minisign',
      join(folder, 'province.pub'),
    );
    const card = readFileSync(join(folder, 'own.jzcard'), 'utf8');
    for (const office of [point, desk]) {
      await pointsHandlers['points.enrol'](office.context, { card, fingerprint });
    }
    await enrolAt(desk, point);
    const { minisignPublicKey } = await pointsHandlers['points.ownCard'](point.context, {});
    writeFileSync(join(folder, 'point.pub'), minisignPublicKey);
    await pointsHandlers['points.writeAgeIdentity'](desk.context, {
      file: join(folder, 'own.key'),
    });
    packId = await submit();
  });
  after(() => {
    point.close();
    desk.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function submit(): Promise<string> {
    recordId = RecordId.parse(addRecord(point));
    writeFileSync(join(folder, '鉴定意见.pdf'), opinion);
    const { added } = await attachmentsHandlers['attachments.add'](
      point.context,
      { recordId, paths: [join(folder, '鉴定意见.pdf')] },
      watchJob(),
    );
    const attachmentIds = added.map(({ id }) => id);
    await decideAll(point, { recordIds: [recordId], attachmentIds });
    const sent = await packsHandlers['packs.export'](
      point.context,
      {
        recordIds: [recordId],
        to: '江岚省人民检察院',
        file: join(folder, 'sent.jzpack'),
        attachmentIds,
      },
      watchJob(),
    );
    return sent.packId;
  }

  it('waits, is given an opinion, and goes', () => {
    answer('receive', join(folder, 'sent.jzpack'));
    type Listed = { items: { packId: string; records: { id: string }[] }[] };
    const { items } = answer<Listed>('endorse', 'list');
    assert.equal(items[0]?.packId, packId);
    const refused = run('endorse', packId, '--to', desk.name, '--out', file);
    assert.notEqual(refused.code, 0);
    assert.match(refused.stderr, /opinion-missing/u);
    const id = items[0].records[0]?.id ?? '';
    const given = answer<{ given: { opinion: string } }>(
      'opinion',
      id,
      'recommended',
      '--text',
      '有典型意义。',
    );
    assert.equal(given.given.opinion, 'recommended');
    const written = answer<{ records: number }>(
      'endorse',
      packId,
      '--to',
      desk.name,
      '--out',
      file,
    );
    assert.equal(written.records, 1);
    assert.equal(answer<Listed>('endorse', 'list').items.length, 0);
    assert.equal(answer<Listed>('endorse', 'list', '--done').items.length, 1);
  });

  it('proves the province outside and the point inside, with shell lines alone', () => {
    const output = shell(
      folder,
      `age -d -i own.key endorsed.jzpack > bag.zip
       unzip -q bag.zip -d out && cd out/*
       sha256sum --strict -c manifest-sha256.txt
       sha256sum --strict -c tagmanifest-sha256.txt
       minisign -V -p ../../province.pub -m tagmanifest-sha256.txt
       cd data/original
       sha256sum --strict -c manifest-sha256.txt
       sha256sum --strict -c tagmanifest-sha256.txt
       minisign -V -p ../../../../point.pub -m tagmanifest-sha256.txt`,
    );
    // Outside: the statement and ten files of the original; inside: record, page, attachment, statement; four tag files each.
    assert.equal(output.match(/: OK$/gm)?.length, 11 + 4 + 4 + 4);
    assert.equal(output.match(/Signature and comment signature verified/gu)?.length, 2);
    assert.match(output, new RegExp(`jianzhi-pack pack:${packId} kind:submission`, 'u'));
    assert.match(output, /kind:endorsement/u);
  });

  it('is taken in at the desk, attachment and all', async () => {
    const taken = await takePackIn(desk, file);
    assert.equal(taken.state, 'taken');
    const { items } = await attachmentsHandlers['attachments.list'](desk.context, {
      recordId: heldAs(desk, recordId),
      removed: false,
      offset: 0,
      limit: 9,
    });
    assert.deepEqual(
      items.map(({ sizeInBytes }) => sizeInBytes),
      [opinion.length],
    );
  });

  it('brings the desk’s receipt back to the point, which lists that the desk has it', async () => {
    const back = join(folder, 'back');
    mkdirSync(back);
    answer('receive', await answerBy(desk));
    type Received = { items: { state: string }[] };
    const listed = (state: string) =>
      answer<Received>('received', 'list', '--state', state).items.map((one) => one.state);
    assert.deepEqual(listed('endorsed'), ['endorsed']);
    assert.deepEqual(listed('accepted'), []);
    const { receipts } = answer<{ receipts: { file: string }[] }>('receipts', '--out', back);
    await takePackIn(point, receipts[0]?.file ?? '');
    const [held] = answer<{ items: { id: string }[] }>('received', 'list').items;
    const set = ['received', 'set', held?.id ?? '', '--to'];
    assert.deepEqual(answer(...set, 'accepted', '--note', '本院采用。'), { changed: 1 });
    assert.deepEqual(listed('accepted'), ['accepted']);
    assert.equal(run(...set, 'purged').code, 2);
    const sent = await packsHandlers['packs.list'](point.context, { offset: 0, limit: 9 });
    const [content] = sent.items[0]?.contents ?? [];
    assert.equal(content?.outcome, 'endorsed');
    assert.deepEqual(
      content.onward.map(({ officeName, purgedAt }) => [officeName, purgedAt]),
      [[desk.name, null]],
    );
  });
});
