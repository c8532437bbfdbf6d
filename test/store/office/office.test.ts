import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { attachmentsHandlers } from '../../../electron/store/attachments/handlers.ts';
import { commentsHandlers } from '../../../electron/store/comments/handlers.ts';
import { databaseOf, workspaceOf } from '../../../electron/store/context.ts';
import { documentsHandlers } from '../../../electron/store/documents/handlers.ts';
import { officeHandlers } from '../../../electron/store/office/handlers.ts';
import { packsHandlers } from '../../../electron/store/packs/handlers.ts';
import { partiesHandlers } from '../../../electron/store/parties/handlers.ts';
import { recordsHandlers } from '../../../electron/store/records/handlers.ts';
import { reviewHandlers } from '../../../electron/store/review/handlers.ts';
import { revisionsHandlers } from '../../../electron/store/revisions/handlers.ts';
import { records } from '../../../shared/contract/records.ts';
import { sectionText } from '../../../shared/document/tree.ts';
import { buildOfficeRecord } from '../../../electron/store/office/build-office-record.ts';
import { textFile, type BagFile } from '../../../electron/store/packs/bag.ts';
import { writePack } from '../../../electron/store/packs/export-pack.ts';
import { findOffice } from '../../../electron/store/points/offices.ts';
import { rescan } from '../../../electron/store/preflight/rescan.ts';
import { officeRecordText } from '../../../shared/packs/office-record.ts';
import type { Statement } from '../../../shared/packs/statement.ts';
import {
  approve,
  back,
  clock,
  doc,
  enrol,
  get,
  idOf,
  open,
  rounds,
  save,
  send,
  take,
  textOf,
  toReview,
  writeRecord,
  type Office,
} from '../../support/colleagues.ts';
import { failsWith } from '../../support/failure.ts';
import { watchJob } from '../../support/office.ts';
import { openWorkspace } from '../../../electron/store/workspace/open-workspace.ts';
import { cheapOptions, testPassphrase } from '../../support/temp-workspace.ts';

const PHONE = '13912345678';
const [FIRST, SECOND, THIRD] = [
  '被告人何某甲从他人处购入散装茶叶。',
  `联系电话${PHONE}，其妻林某提供包装。`,
  '销售金额三十一万元。',
];

describe('a record goes to a colleague and comes back', () => {
  let author: Office;
  let reviewer: Office;
  let desk: Office;
  before(async () => {
    [author, reviewer, desk] = [
      await open('林某的电脑'),
      await open('周某某的电脑'),
      await open('邻院'),
    ];
    await enrol(author, reviewer);
    await enrol(reviewer, author);
    await enrol(author, desk, false);
  });
  after(() => [author, reviewer, desk].forEach((office) => office.cleanUp()));

  it('goes with real names, comments and attachments, without the table of parties, to nobody but a colleague', async () => {
    const id = await writeRecord(author, '何某甲假冒注册商标案', doc(FIRST, SECOND, THIRD));
    await assert.rejects(send(author, desk, id, 'for-review'), failsWith('office-not-colleague'));
    assert.equal((await get(author, id)).status, 'draft');
    await partiesHandlers['parties.save'](author.context, {
      recordId: id,
      id: null,
      name: '何明山',
      role: 'defendant',
      isMinor: false,
      pseudonym: null,
    });
    const begun = await commentsHandlers['comments.begin'](author.context, {
      recordId: id,
      id: '0197a000-0000-7000-8000-00000000000a',
      passage: '散装茶叶',
      replacement: null,
      text: '请核对品名',
    });
    await toReview(author, reviewer, id);
    assert.equal((await get(author, id)).status, 'in-review');
    const there = await get(reviewer, id);
    assert.equal(there.status, 'in-review');
    assert.deepEqual(await textOf(reviewer, id), [FIRST, SECOND, THIRD]);
    const { threads } = await commentsHandlers['comments.list'](reviewer.context, { recordId: id });
    assert.deepEqual(threads, [begun]);
    const parties = databaseOf(reviewer.context).prepare('SELECT count(*) FROM parties').pluck();
    assert.equal(parties.get(), 0);
    assert.deepEqual(
      (await rounds(reviewer, id)).map(({ role, state, officeName }) => [role, state, officeName]),
      [['reviewer', 'here', '林某的电脑']],
    );
  });

  it('is approved there with the colleague’s own key, and is approved here when that very text stands here', async () => {
    const id = await writeRecord(author, '折枝著作权案', doc(FIRST, SECOND, THIRD));
    await toReview(author, reviewer, id);
    await save(reviewer, id, doc(FIRST, SECOND, '销售金额三十二万元。'));
    const { approval } = await approve(reviewer, id);
    assert.equal(approval?.isOwn, false);
    await back(reviewer, author, id);
    assert.deepEqual(await textOf(author, id), [FIRST, SECOND, '销售金额三十二万元。']);
    assert.equal((await get(author, id)).status, 'approved');
    const { steps } = await reviewHandlers['review.steps'](author.context, { id });
    const [last] = steps;
    assert.equal(last?.who, approval?.profileId);
    assert.equal(last?.isSignatureRight, true);
    await save(author, id, doc(FIRST, SECOND, '销售金额三十三万元。'));
    assert.equal((await get(author, id)).status, 'draft');
  });

  it('leaves from its author alone: the colleague can neither submit it nor write it as a document, approved or not', async () => {
    const id = await writeRecord(author, '云汀夜话著作权案', doc(FIRST, SECOND, THIRD));
    await toReview(author, reviewer, id);
    await enrol(reviewer, desk, false);
    const leave = [
      () =>
        packsHandlers['packs.export'](
          reviewer.context,
          { recordIds: [id], to: idOf(desk), file: join(reviewer.folder, 'theirs.jzpack') },
          watchJob(),
        ),
      () =>
        documentsHandlers['documents.write'](
          reviewer.context,
          { recordIds: [id], attachmentIds: [], file: join(reviewer.folder, 'theirs.docx') },
          watchJob(),
        ),
    ];
    for (const one of leave)
      await assert.rejects(async () => one(), failsWith('record-is-colleagues'));
    await approve(reviewer, id);
    for (const one of leave)
      await assert.rejects(async () => one(), failsWith('record-is-colleagues'));
    const { items } = await reviewHandlers['review.unapproved'](reviewer.context, { ids: [id] });
    assert.deepEqual(
      items.map(({ isColleagues, mayApprove }) => [isColleagues, mayApprove]),
      [[true, false]],
    );
    await back(reviewer, author, id);
    const own = await reviewHandlers['review.unapproved'](author.context, { ids: [id] });
    assert.deepEqual(own.items, []);
  });

  it('joins what both changed in different paragraphs; an approval of another text does not count', async () => {
    const id = await writeRecord(author, '汐桥商业秘密案', doc(FIRST, SECOND, THIRD));
    await toReview(author, reviewer, id);
    await save(reviewer, id, doc(FIRST, SECOND, '审核人改的第三段。'));
    await approve(reviewer, id);
    await save(author, id, doc('承办人改的第一段。', SECOND, THIRD));
    await back(reviewer, author, id);
    assert.deepEqual(await textOf(author, id), [
      '承办人改的第一段。',
      SECOND,
      '审核人改的第三段。',
    ]);
    assert.equal((await get(author, id)).status, 'returned');
    assert.deepEqual(
      (await rounds(author, id)).map((one) => [one.state, one.isOtherApproved, one.isMergeOpen]),
      [['here', true, false]],
    );
  });

  it('keeps a conflict until it is decided, across closing; nothing is lost, and both texts are in the history', async () => {
    const id = await writeRecord(author, '岑岭商标案', doc(FIRST, SECOND, THIRD));
    await toReview(author, reviewer, id);
    await commentsHandlers['comments.begin'](reviewer.context, {
      recordId: id,
      id: '0197a000-0000-7000-8000-00000000000b',
      passage: '散装茶叶',
      replacement: '散装绿茶',
      text: '',
    });
    await save(reviewer, id, doc('他们的第一段。', SECOND, THIRD, '他们加的。'));
    await save(author, id, doc('我们的第一段。', SECOND, THIRD));
    await back(reviewer, author, id);
    assert.deepEqual(await textOf(author, id), ['我们的第一段。', SECOND, THIRD]);
    const { threads } = await commentsHandlers['comments.list'](author.context, { recordId: id });
    assert.equal(threads[0]?.replacement, '散装绿茶');
    await assert.rejects(send(author, reviewer, id, 'for-review'), failsWith('office-merge-open'));

    author.context.open?.close();
    author.context.open = null;
    await openWorkspace(
      author.context,
      { folder: author.folder, passphrase: testPassphrase, acceptsFolderRisk: false },
      cheapOptions,
    );
    const conflicts = () => officeHandlers['office.conflicts'](author.context, { recordId: id });
    const shown = await conflicts();
    assert.deepEqual(
      shown.conflicts.map(({ ours, theirs, base }) => [base, ours, theirs]),
      [[[FIRST], ['我们的第一段。'], ['他们的第一段。']]],
    );
    const merge = (saves: number, choices: Record<string, 'ours' | 'theirs' | 'both'>) =>
      officeHandlers['office.merge'](author.context, { recordId: id, saves, choices });
    await assert.rejects(async () => merge(shown.saves, {}), failsWith('office-conflicts-open'));
    const key = shown.conflicts[0]?.key ?? '';
    await save(author, id, doc('我们的第一段。', SECOND, '我们的第三段。'));
    await assert.rejects(
      async () => merge(shown.saves, { [key]: 'both' }),
      failsWith('record-changed-elsewhere'),
    );
    await merge((await conflicts()).saves, { [key]: 'both' });
    assert.deepEqual(await textOf(author, id), [
      '我们的第一段。',
      '他们的第一段。',
      SECOND,
      '我们的第三段。',
      '他们加的。',
    ]);
    const { items } = await revisionsHandlers['revisions.list'](author.context, {
      recordId: id,
      offset: 0,
      limit: 50,
    });
    const kept: string[][] = [];
    for (const one of items) {
      const { content } = await revisionsHandlers['revisions.get'](author.context, { id: one.id });
      kept.push(content.document.sections.map(sectionText).join('\n').split('\n'));
    }
    for (const text of [
      ['我们的第一段。', SECOND, THIRD],
      ['我们的第一段。', SECOND, '我们的第三段。'],
      ['他们的第一段。', SECOND, THIRD, '他们加的。'],
    ]) {
      assert.ok(
        kept.some((one) => one.join('|') === text.join('|')),
        text.join('|'),
      );
    }
    await assert.rejects(async () => conflicts(), failsWith('office-nothing-to-merge'));
  });

  it('goes a second time and comes back again: each time from what both had last', async () => {
    const id = await writeRecord(author, '第二轮', doc(FIRST, SECOND, THIRD));
    await toReview(author, reviewer, id);
    await save(reviewer, id, doc('一审意见。', SECOND, THIRD));
    await back(reviewer, author, id);
    await save(author, id, doc('一审意见。', SECOND, '第三段按意见改。'));
    await toReview(author, reviewer, id);
    assert.deepEqual(await textOf(reviewer, id), ['一审意见。', SECOND, '第三段按意见改。']);
    assert.equal((await get(reviewer, id)).status, 'in-review');
    await approve(reviewer, id);
    await back(reviewer, author, id);
    assert.equal((await get(author, id)).status, 'approved');
    await assert.rejects(send(reviewer, author, id, 'for-review'), failsWith('office-is-theirs'));
    await assert.rejects(send(author, reviewer, id, 'back'), failsWith('office-not-reviewer'));
  });

  it('comes back undecided as returned, with who sent it back and what they said', async () => {
    const id = await writeRecord(author, '请再改', doc(FIRST));
    databaseOf(reviewer.context).prepare("UPDATE profiles SET name = '周某某'").run();
    await toReview(author, reviewer, id);
    await take(author, await send(reviewer, author, id, 'back', '请补充证据'));
    const [last] = (await reviewHandlers['review.steps'](author.context, { id })).steps;
    assert.deepEqual(
      [last?.after, last?.name, last?.comment],
      ['returned', '周某某', '请补充证据'],
    );
    assert.equal((await get(reviewer, id)).status, 'in-review');
  });

  it('an approval that is not signed as it says, or not by that office, refuses the whole pack', async () => {
    const id = await writeRecord(author, '伪造的批准', doc(FIRST));
    await toReview(author, reviewer, id);
    await approve(reviewer, id);
    const db = databaseOf(reviewer.context);
    db.prepare(
      `UPDATE approvals SET statement = replace(statement, '"isOwn":false', '"isOwn":true')
       WHERE record_number = (SELECT number FROM records WHERE id = ?)`,
    ).run(id);
    const file = await send(reviewer, author, id, 'back');
    await assert.rejects(take(author, file), failsWith('office-approval-invalid'));
    assert.equal((await get(author, id)).status, 'in-review');
    assert.deepEqual(await textOf(author, id), [FIRST]);
  });

  it('a file of another spelling, under another hash, or an attachment that no record has refuses the whole pack', async () => {
    const id = await writeRecord(author, '改过的包', doc(FIRST));
    const { db, info } = workspaceOf(author.context);
    const { record } = buildOfficeRecord(db, id, { round: undefined, step: null });
    const office = findOffice(db, idOf(reviewer));
    assert.ok(office);
    const write = async (text: string, others: BagFile[] = [], sha256?: string) => {
      const file = join(author.folder, '..', `odd-${randomUUID()}.jzpack`);
      after(() => rmSync(file, { force: true }));
      const inside = textFile(`data/office/${id}.json`, text);
      const statement: Statement = {
        format: 'jianzhi-statement',
        formatVersion: 1,
        kind: 'office',
        note: '',
        direction: 'for-review',
        records: [{ recordId: id, sha256: sha256 ?? inside.sha256 }],
      };
      const pack = { recordIds: [], attachmentIds: [], statement, extra: [inside, ...others] };
      return writePack(db, clock, info, { ...pack, offices: [office], file }, watchJob());
    };
    const right = officeRecordText(record);
    await assert.rejects(write(` ${right}`), failsWith('pack-record-invalid'));
    await assert.rejects(write(right, [], '0'.repeat(64)), failsWith('pack-record-invalid'));
    await assert.rejects(
      write(officeRecordText({ ...record, base: { ...record.base, sha256: '0'.repeat(64) } })),
      failsWith('pack-record-invalid'),
    );
    const name = createHash('sha256').update('x').digest('hex');
    const stray = textFile(`data/attachments/${name}`, 'x');
    await assert.rejects(write(right, [stray]), failsWith('pack-structure-invalid'));
    await write(right);
  });

  it('the last look lets real names pass in office files of office packs alone', async () => {
    const text = `{"name":"何某甲，电话${PHONE}"}\n`;
    const path = 'data/office/0197a000-0000-7000-8000-000000000001.json';
    const looked = (words: string, place: string, isForColleague: boolean) =>
      rescan([{ path: place, read: () => [Buffer.from(words)] }], new Map(), { isForColleague });
    await looked(text, path, true);
    await assert.rejects(looked(text, path, false), failsWith('preflight-open'));
    await assert.rejects(looked(text, 'data/statement.json', true), failsWith('preflight-open'));
    const marked = '{"text":"一\\n机密★10年"}\n';
    await assert.rejects(looked(marked, path, true), failsWith('state-secret-marked'));
  });

  it('the same pack again changes nothing; what was never sent does not come back; a marked one stays', async () => {
    const id = await writeRecord(author, '再收一次', doc(FIRST, SECOND, THIRD));
    const file = await send(author, reviewer, id, 'for-review');
    await take(reviewer, file);
    assert.equal((await take(reviewer, file)).state, 'again');
    const returned = await send(reviewer, author, id, 'back');
    databaseOf(author.context).prepare('DELETE FROM office_rounds').run();
    await assert.rejects(take(author, returned), failsWith('office-not-expected'));
    const secret = await writeRecord(author, '不该在这里', doc('机密★10年'));
    await assert.rejects(
      send(author, reviewer, secret, 'for-review'),
      failsWith('state-secret-marked'),
    );
    await officeHandlers['office.setColleague'](reviewer.context, {
      officeId: idOf(author),
      isColleague: false,
    });
    const other = await writeRecord(author, '对方不认', doc(FIRST));
    const refused = await send(author, reviewer, other, 'for-review');
    await assert.rejects(take(reviewer, refused), failsWith('office-not-colleague'));
    await officeHandlers['office.setColleague'](reviewer.context, {
      officeId: idOf(author),
      isColleague: true,
    });
    await take(reviewer, refused);
  });

  it('waits for whoever is to review it, and not for its author', async () => {
    const count = async (at: Office) =>
      (await reviewHandlers['review.waiting'](at.context, {})).count;
    const [ours, theirs] = [await count(author), await count(reviewer)];
    const id = await writeRecord(author, '待我审核', doc(FIRST));
    await toReview(author, reviewer, id);
    assert.deepEqual([await count(author), await count(reviewer)], [ours, theirs + 1]);
    const list = async (at: Office) => {
      const { who } = await reviewHandlers['review.waiting'](at.context, {});
      const where = [{ list: 'waiting' as const, codes: [who] }];
      const input = records['records.list'].input.parse({ kinds: [], where });
      const page = await recordsHandlers['records.list'](at.context, input);
      return page.items.map((item) => item.id);
    };
    assert.deepEqual(
      [(await list(author)).includes(id), (await list(reviewer)).includes(id)],
      [false, true],
    );
    await back(reviewer, author, id);
    assert.equal(await count(reviewer), theirs);
  });

  it('brings pictures and other attachments under the ids that the text knows', async () => {
    const id = await writeRecord(author, '有附件', doc(FIRST));
    const file = join(author.folder, '..', `note-${String(process.pid)}.txt`);
    writeFileSync(file, `何某甲的供述，电话${PHONE}`);
    after(() => rmSync(file, { force: true }));
    await attachmentsHandlers['attachments.add'](
      author.context,
      { recordId: id, paths: [file] },
      watchJob(),
    );
    await toReview(author, reviewer, id);
    const list = async (at: Office) =>
      (
        await attachmentsHandlers['attachments.list'](at.context, {
          recordId: id,
          removed: false,
          offset: 0,
          limit: 100,
        })
      ).items.map(({ id: own, name, hash }) => [own, name, hash]);
    assert.deepEqual(await list(reviewer), await list(author));
    assert.equal((await list(reviewer)).length, 1);
  });
});
