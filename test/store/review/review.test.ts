import assert from 'node:assert/strict';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { blake2b } from '@noble/hashes/blake2.js';
import { databaseOf } from '../../../electron/store/context.ts';
import { departing } from '../../../electron/store/preflight/gate.ts';
import { packsHandlers } from '../../../electron/store/packs/handlers.ts';
import { addProfile } from '../../../electron/store/profiles/change-profiles.ts';
import { recordsHandlers } from '../../../electron/store/records/handlers.ts';
import { changeStatus } from '../../../electron/store/records/change-status.ts';
import { reviewHandlers } from '../../../electron/store/review/handlers.ts';
import { listSteps } from '../../../electron/store/review/list-steps.ts';
import { openWorkspace } from '../../../electron/store/workspace/open-workspace.ts';
import type { RecordStatus } from '../../../shared/contract/record-status.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import { review } from '../../../shared/contract/review.ts';
import { decideAll } from '../../support/decide.ts';
import { failsWith } from '../../support/failure.ts';
import { enrolAt, openOffice, teaCase, watchJob } from '../../support/office.ts';
import {
  cheapOptions,
  createTempWorkspace,
  testPassphrase,
  type TempWorkspace,
} from '../../support/temp-workspace.ts';

let made: TempWorkspace;
beforeEach(async () => {
  made = await createTempWorkspace();
});
afterEach(() => made.cleanUp());

const db = () => databaseOf(made.context);
const step = (id: RecordId, to: string, comment = '') =>
  review['review.step'].output.parse(
    reviewHandlers['review.step'](
      made.context,
      review['review.step'].input.parse({ id, to, comment }),
    ),
  );
const steps = (id: RecordId) => listSteps(db(), id);
const statusOf = (id: RecordId) =>
  db().prepare('SELECT status FROM records WHERE id = ?').pluck().get(id) as RecordStatus;

async function write(title = '林某假冒注册商标案'): Promise<RecordId> {
  const created = await recordsHandlers['records.create'](made.context, {
    kind: 'typical-case',
    title,
  });
  const { id } = created as { id: RecordId };
  await save(id, {});
  return id;
}

async function save(id: RecordId, change: { title?: string }): Promise<void> {
  const record = await recordsHandlers['records.get'](made.context, { id });
  const { keywords, caseNumbers, saves } = record;
  await recordsHandlers['records.save'](made.context, {
    id,
    saves,
    title: change.title ?? record.title,
    keywords,
    caseNumbers,
    document: teaCase(),
  });
}

async function sit(profile: string, passphrase = testPassphrase): Promise<void> {
  made.context.open?.close();
  made.context.open = null;
  const input = { folder: made.folder, passphrase, profile, acceptsFolderRisk: false };
  await openWorkspace(made.context, input, cheapOptions);
}

/** 林某 reviews and has passphrase one; 周某某 does not. 何某甲 reviews, too. */
async function threePeople(): Promise<void> {
  await sit('林某');
  for (const [name, isReviewer] of [
    ['周某某', false],
    ['何某甲', true],
  ] as const) {
    const input = {
      passphrase: testPassphrase,
      name,
      isReviewer,
      newPassphrase: `${name}的长口令`,
    };
    await addProfile(made.context, input, cheapOptions);
  }
}

describe('an office with one officer', () => {
  it('approves its own, and the statement and the way say so', async () => {
    const id = await write();
    assert.deepEqual(steps(id).next.slice(0, 2), ['approved', 'in-review']);
    const { approval } = step(id, 'approved', '可以报送');
    assert.equal(approval?.isOwn, true);
    const [last] = steps(id).steps;
    assert.deepEqual(
      [last?.after, last?.isOwn, last?.comment, last?.isSignatureRight],
      ['approved', true, '可以报送', true],
    );
    assert.equal(last?.revision, approval?.revision);
    assert.deepEqual(steps(id).next, ['draft']);
  });
});

describe('several people', () => {
  it('send for review, and a reviewer who did not send it approves', async () => {
    await threePeople();
    await sit('周某某', '周某某的长口令');
    const id = await write();
    assert.deepEqual(steps(id).next, ['in-review']);
    assert.throws(() => step(id, 'approved'), failsWith('profile-not-reviewer'));
    step(id, 'in-review', '请审');
    assert.deepEqual(steps(id).next, ['draft']);
    await sit('林某');
    assert.deepEqual(steps(id).next, ['approved', 'returned', 'draft']);
    const { approval } = step(id, 'approved');
    assert.deepEqual([approval?.isOwn, approval?.profileName], [false, '林某']);
  });

  it('do not approve or return what they sent themselves, nor a draft that nobody sent', async () => {
    await threePeople();
    const id = await write();
    assert.throws(() => step(id, 'approved'), failsWith('status-not-allowed'));
    step(id, 'in-review');
    assert.throws(() => step(id, 'approved'), failsWith('approval-own'));
    assert.throws(() => step(id, 'returned'), failsWith('approval-own'));
    const waiting = () =>
      review['review.waiting'].output.parse(reviewHandlers['review.waiting'](made.context, {}));
    assert.equal(waiting().count, 0);
    await sit('何某甲', '何某甲的长口令');
    assert.equal(waiting().count, 1);
    step(id, 'returned', '第二部分请补数据');
    assert.equal(waiting().count, 0);
    assert.equal(statusOf(id), 'returned');
  });
});

describe('an approval', () => {
  it('is verified by hand with nothing of ours: Ed25519 over BLAKE2b-512 of the statement, SHA-256 of the record', async () => {
    const id = await write();
    step(id, 'approved');
    const folder = join(made.folder, 'proof');
    void reviewHandlers['review.writeApproval'](made.context, { id, folder });
    const read = (name: string) => readFileSync(join(folder, name));
    const statement = JSON.parse(read('approval.json').toString()) as { sha256: string };
    assert.equal(createHash('sha256').update(read('record.json')).digest('hex'), statement.sha256);
    const [, line = ''] = read('approval.pub').toString().split('\n');
    const raw = Buffer.from(line, 'base64').subarray(10);
    const prefix = Buffer.from('302a300506032b6570032100', 'hex');
    const key = createPublicKey({
      key: Buffer.concat([prefix, raw]),
      format: 'der',
      type: 'spki',
    });
    const [, signed = ''] = read('approval.json.minisig').toString().split('\n');
    const signature = Buffer.from(signed, 'base64').subarray(10);
    const digest = blake2b(read('approval.json'), { dkLen: 64 });
    assert.equal(verify(null, digest, key, signature), true);
    assert.throws(
      () => reviewHandlers['review.writeApproval'](made.context, { id, folder }),
      failsWith('file-exists'),
    );
  });

  it('shows as not right when the record beside it, or the statement, was changed', async () => {
    const id = await write();
    step(id, 'approved');
    db().exec("UPDATE approvals SET record = x'4b4c0400'");
    assert.equal(steps(id).steps[0]?.isSignatureRight, false);
    step(id, 'draft');
    step(id, 'approved');
    db().exec(
      `UPDATE approvals SET statement = replace(statement, '"isOwn":true', '"isOwn":false')`,
    );
    assert.equal(steps(id).steps[0]?.isSignatureRight, false);
  });

  it('ends with a change of the text, not with a save that changes none', async () => {
    const id = await write();
    step(id, 'approved');
    await save(id, {});
    assert.equal(statusOf(id), 'approved');
    await save(id, { title: '林某、周某某假冒注册商标案' });
    assert.equal(statusOf(id), 'draft');
    const [last] = steps(id).steps;
    assert.deepEqual([last?.before, last?.after, last?.who], ['approved', 'draft', 'program']);
  });

  it('is not given while a state-secret marking stands in it', async () => {
    const id = await write('机密★10年');
    assert.throws(() => step(id, 'approved'), failsWith('state-secret-marked'));
    assert.equal(statusOf(id), 'draft');
  });

  it('is another thing than a decision, but the report says who of them decided: reviewer or officer', async () => {
    const id = await write('林某案，电话13912345678');
    const roles = async () => {
      await decideAll(made, { recordIds: [id] }, () => ({ decision: 'mask' }));
      const found: string[] = [];
      const chosen = { recordIds: [id], attachmentIds: [] };
      for await (const { report } of departing(db(), chosen, watchJob(), () => 1)) {
        found.push(...report.map(({ role }) => role));
      }
      return found;
    };
    assert.deepEqual(await roles(), ['officer']);
    await threePeople();
    await save(id, { title: '林某案，电话13812345678' });
    assert.deepEqual(await roles(), ['reviewer']);
  });

  it('goes for good with its record', async () => {
    const id = await write();
    step(id, 'approved');
    await recordsHandlers['records.trash'](made.context, { ids: [id] });
    await recordsHandlers['records.purge'](made.context, { ids: [id] });
    assert.equal(db().prepare('SELECT count(*) FROM approvals').pluck().get(), 0);
  });
});

describe('what leaves', () => {
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  after(() => desk.close());
  const send = (id: RecordId, name: string) =>
    packsHandlers['packs.export'](
      made.context,
      { recordIds: [id], to: desk.id, file: join(made.folder, name) },
      watchJob(),
    );
  const asOffice = () => ({ context: made.context }) as Parameters<typeof enrolAt>[0];

  it('is approved as it stands, or is refused before anything is written', async () => {
    await enrolAt(asOffice(), desk);
    const id = await write();
    assert.throws(() => send(id, 'a.jzpack'), failsWith('not-approved'));
    step(id, 'approved');
    await send(id, 'a.jzpack');
    assert.equal(statusOf(id), 'submitted');
    await send(id, 'b.jzpack');
    await save(id, { title: '改过的标题' });
    assert.throws(() => send(id, 'c.jzpack'), failsWith('not-approved'));
    step(id, 'approved');
    await send(id, 'c.jzpack');
  });

  it('need not be, where a reviewer decided so; the trail has it', async () => {
    await enrolAt(asOffice(), desk);
    const id = await write();
    const unapproved = () =>
      review['review.unapproved'].output.parse(
        reviewHandlers['review.unapproved'](made.context, { ids: [id] }),
      ).items;
    assert.deepEqual(
      unapproved().map(({ mayApprove }) => mayApprove),
      [true],
    );
    void reviewHandlers['review.setRule'](made.context, { needsApproval: false });
    assert.deepEqual(unapproved(), []);
    await send(id, 'a.jzpack');
    const last = db()
      .prepare("SELECT detail FROM audit WHERE action = 'approval-rule-changed'")
      .pluck()
      .all();
    assert.deepEqual(last, ['{"needed":"no"}']);
  });

  it('is never refused for a precedent, which has no status', async () => {
    const created = await recordsHandlers['records.create'](made.context, {
      kind: 'typical-case',
      title: '参考',
    });
    const { id } = created as { id: RecordId };
    db().prepare("UPDATE records SET kind = 'precedent', status = NULL WHERE id = ?").run(id);
    assert.deepEqual(
      review['review.unapproved'].output.parse(
        reviewHandlers['review.unapproved'](made.context, { ids: [id] }),
      ).items,
      [],
    );
    assert.throws(() => step(id, 'approved'), failsWith('record-read-only'));
    assert.throws(
      () => changeStatus(db(), made.context.clock, { id, to: 'draft', who: 'program' }),
      failsWith('record-read-only'),
    );
  });
});
