import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { answersHandlers } from '../../../electron/store/answers/handlers.ts';
import { commentsHandlers } from '../../../electron/store/comments/handlers.ts';
import { endorsementsHandlers } from '../../../electron/store/endorsements/handlers.ts';
import { inboxHandlers } from '../../../electron/store/inbox/handlers.ts';
import { listStanding } from '../../../electron/store/answers/list-standing.ts';
import { provenanceOf } from '../../../electron/store/inbox/provenance-of.ts';
import { recordNumber } from '../../../electron/store/parties/party-row.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { ReceivedState } from '../../../shared/contract/situation.ts';
import { plainSubmission, type StatementOf } from '../../../shared/packs/statement.ts';
import { sha256, textFile } from '../../../electron/store/packs/bag.ts';
import { endorseTo, give, openChain, waitingAt } from '../../support/endorse.ts';
import { answerBy, heldAs, sendPack, statusOf, takePackIn } from '../../support/exchange.ts';
import { failsWith } from '../../support/failure.ts';
import { addRecord, watchJob, type TestOffice } from '../../support/office.ts';

const set = (at: TestOffice, id: RecordId, to: ReceivedState, note = '') =>
  answersHandlers['received.setState'](at.context, { ids: [id], to, note });
const opinionsAt = (at: TestOffice, id: RecordId) =>
  endorsementsHandlers['endorsements.ofRecord'](at.context, { id });
const wordsAt = async (at: TestOffice, id: string) =>
  (await answersHandlers['answers.ofRecord'](at.context, { id: id as RecordId })).items.map(
    ({ outcome, wordOf, officeName }) => [outcome, wordOf, officeName],
  );
const correction = (recordId: string, packId: string): StatementOf<'correction'> => ({
  format: 'jianzhi-statement',
  formatVersion: 1,
  kind: 'correction',
  note: '',
  replaces: [{ recordId, packId, revision: 1 }],
});
const withdrawal = (recordId: string, packId: string): StatementOf<'withdrawal'> => ({
  format: 'jianzhi-statement',
  formatVersion: 1,
  kind: 'withdrawal',
  note: '',
  records: [{ recordId, packId }],
});
const count = (at: TestOffice, table: string) =>
  at.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

describe('a record goes by its provincial office to the desk, and the word of it comes back the same way', () => {
  const chain = openChain();
  const { point, province, desk } = chain;
  let id: string;
  let first: string;
  let atProvince: RecordId;
  let atDesk: RecordId;

  it('waits at the provincial office for an opinion, which is scanned', async () => {
    id = addRecord(point, { title: '岑岭云雾茶包装案' });
    first = (await takePackIn(province, await sendPack(point, province, [id]))).packId;
    atProvince = heldAs(province, id);
    const [pack] = await waitingAt(province);
    assert.partialDeepStrictEqual(pack, {
      packId: first,
      kind: 'submission',
      senderName: point.name,
      records: [{ recordId: id, id: atProvince, title: '岑岭云雾茶包装案', given: null }],
    });
    await assert.rejects(
      give(province, atProvince, 'recommended', '请与13812345678联系。'),
      failsWith('answer-reveals'),
    );
    await assert.rejects(
      give(point, id as RecordId, 'recommended'),
      failsWith('workspace-not-province'),
    );
    await takePackIn(point, await answerBy(province));
    assert.equal(statusOf(point, id), 'received');
  });

  it('does not go without one, and nothing is left of trying', async () => {
    const file = join(province.folder, 'none.jzpack');
    await assert.rejects(
      endorsementsHandlers['endorsements.write'](
        province.context,
        { packId: first, to: desk.id, file, note: '' },
        watchJob(),
      ),
      failsWith('opinion-missing'),
    );
    assert.equal(existsSync(file), false);
  });

  it('is at the desk what it was at the point, from the point, with the opinion beside', async () => {
    const file = await endorseTo(chain, first, 'recommended', '事实清楚，有典型意义。');
    assert.deepEqual(await waitingAt(province), []);
    const done = { which: 'endorsed' as const, offset: 0, limit: 9 };
    const went = await endorsementsHandlers['endorsements.packs'](province.context, done);
    assert.deepEqual(
      went.items.map(({ records, endorsed }) => [records[0]?.state, endorsed[0]?.officeName]),
      [['endorsed', desk.name]],
    );
    assert.equal((await opinionsAt(province, atProvince)).said[0]?.text, '事实清楚，有典型意义。');
    const look = await inboxHandlers['inbox.look'](desk.context, { file }, watchJob());
    assert.equal(look.verification.original?.senderName, point.name);
    assert.deepEqual(
      look.verification.contents.map(({ title }) => title),
      ['岑岭云雾茶包装案'],
    );
    const taken = await takePackIn(desk, file);
    assert.deepEqual([taken.kind, taken.records, taken.missing], ['endorsement', 1, []]);
    atDesk = heldAs(desk, id);
    const { said } = await opinionsAt(desk, atDesk);
    assert.deepEqual(
      said.map(({ officeName, opinion, text }) => [officeName, opinion, text]),
      [[province.name, 'recommended', '事实清楚，有典型意义。']],
    );
    const [standing] = listStanding(desk.db, desk.context.clock, { offset: 0, limit: 9 }).items;
    assert.equal(standing?.senderName, point.name);
    assert.equal(standing.forwardedBy, province.name);
    assert.partialDeepStrictEqual(provenanceOf(desk.db, recordNumber(desk.db, atDesk)), {
      senderId: point.id,
      senderName: point.name,
      forwardedBy: province.name,
      packKind: 'endorsement',
    });
    assert.deepEqual(await inboxHandlers['inbox.gaps'](desk.context, {}), { items: [] });
  });

  it('the point hears that it went further', async () => {
    await takePackIn(point, await answerBy(province));
    assert.deepEqual((await wordsAt(point, id))[0], ['endorsed', null, province.name]);
    assert.equal(statusOf(point, id), 'received');
  });

  it('what the desk says and remarks goes back through the province, each in whose name it is', async () => {
    await answersHandlers['received.comment'](desk.context, {
      recordId: atDesk,
      id: randomUUID(),
      section: 'facts',
      passage: '包装一万二千套',
      before: '',
      after: '',
      replacement: null,
      text: '请核对套数。',
    });
    await set(desk, atDesk, 'returned', '数量前后不一。');
    await takePackIn(province, await answerBy(desk));
    assert.equal(
      (await answersHandlers['received.state'](province.context, { id: atProvince })).changes[0]
        ?.wordOf,
      desk.name,
    );
    await takePackIn(point, await answerBy(province));
    assert.equal(statusOf(point, id), 'returned');
    assert.deepEqual((await wordsAt(point, id))[0], ['returned', desk.name, province.name]);
    const { threads } = await commentsHandlers['comments.list'](point.context, {
      recordId: id as RecordId,
    });
    assert.deepEqual(
      threads.map(({ passage, entries }) => [passage, entries[0]?.text]),
      [['包装一万二千套', '请核对套数。']],
    );
  });

  it('a correction takes the same way, needs a new opinion, and is adopted', async () => {
    point.db
      .prepare(
        "UPDATE records SET title = '岑岭云雾茶包装案（改）', saves = saves + 1 WHERE id = ?",
      )
      .run(id);
    const sent = await sendPack(point, province, [id], correction(id, first));
    const { packId } = await takePackIn(province, sent);
    assert.equal((await waitingAt(province))[0]?.records[0]?.given, null);
    await takePackIn(desk, await endorseTo(chain, packId));
    assert.equal(heldAs(desk, id), atDesk);
    await set(desk, atDesk, 'adopted');
    await takePackIn(province, await answerBy(desk));
    await takePackIn(point, await answerBy(province));
    assert.equal(statusOf(point, id), 'adopted');
    assert.equal(count(desk, 'received_records'), 1);
    await assert.rejects(answerBy(desk), failsWith('receipts-none-due'));
    await assert.rejects(answerBy(province), failsWith('receipts-none-due'));
  });

  it('the endorsement again changes nothing', async () => {
    const file = readdirSync(province.folder).find((name) => name.startsWith('endorsed-'));
    const again = await takePackIn(desk, join(province.folder, file ?? ''));
    assert.equal(again.state, 'again');
    assert.equal(count(desk, 'record_opinions'), 2);
  });
});

describe('what is forwarded', () => {
  const chain = openChain();
  const { point, province, desk } = chain;
  const arrive = async (ids: string[]) =>
    (await takePackIn(province, await sendPack(point, province, ids))).packId;

  it('and came directly as well is one record, with the opinion; both hear what becomes of it', async () => {
    const id = addRecord(point);
    const packId = await arrive([id]);
    await takePackIn(desk, await sendPack(point, desk, [id]));
    await takePackIn(desk, await endorseTo(chain, packId, 'not-recommended', '与已有案例雷同。'));
    assert.equal(count(desk, 'received_records'), 1);
    const held = heldAs(desk, id);
    assert.equal((await opinionsAt(desk, held)).said[0]?.opinion, 'not-recommended');
    await set(desk, held, 'adopted');
    const { receipts } = await answersHandlers['receipts.write'](
      desk.context,
      { folder: desk.folder },
      watchJob(),
    );
    assert.equal(receipts.length, 2);
    for (const { file, officeId } of receipts) {
      await takePackIn(officeId === point.id ? point : province, file);
    }
    assert.equal(statusOf(point, id), 'adopted');
    const state = await answersHandlers['received.state'](province.context, {
      id: heldAs(province, id),
    });
    assert.equal(state.standing?.state, 'adopted');
    await assert.rejects(answerBy(desk), failsWith('receipts-none-due'));
  });

  it('first, and then comes directly, is answered to its sender too', async () => {
    const id = addRecord(point);
    await takePackIn(desk, await endorseTo(chain, await arrive([id])));
    await takePackIn(desk, await sendPack(point, desk, [id]));
    const held = heldAs(desk, id);
    assert.equal(provenanceOf(desk.db, recordNumber(desk.db, held))?.forwardedBy, null);
    await set(desk, held, 'adopted');
    const { receipts } = await answersHandlers['receipts.write'](
      desk.context,
      { folder: desk.folder },
      watchJob(),
    );
    assert.equal(receipts.length, 2);
    await takePackIn(point, receipts.find(({ officeId }) => officeId === point.id)?.file ?? '');
    assert.equal(statusOf(point, id), 'adopted');
  });

  it('after it came directly, is answered by the way in which it left last', async () => {
    const id = addRecord(point);
    await takePackIn(desk, await sendPack(point, desk, [id]));
    await takePackIn(desk, await endorseTo(chain, await arrive([id])));
    const held = heldAs(desk, id);
    await set(desk, held, 'adopted');
    await answersHandlers['receipts.write'](
      desk.context,
      { folder: desk.folder, officeIds: [province.id] },
      watchJob(),
    ).then(({ receipts }) => takePackIn(province, receipts[0]?.file ?? ''));
    await takePackIn(point, await answerBy(province));
    assert.equal(statusOf(point, id), 'adopted');
    assert.equal(count(desk, 'received_records'), 3);
  });

  it('late, after a newer text came directly, changes nothing', async () => {
    const id = addRecord(point);
    const packId = await arrive([id]);
    point.db.prepare("UPDATE records SET title = '新稿', saves = saves + 1 WHERE id = ?").run(id);
    await takePackIn(desk, await sendPack(point, desk, [id]));
    await takePackIn(desk, await endorseTo(chain, packId));
    const held = heldAs(desk, id);
    assert.equal(
      desk.db.prepare('SELECT title FROM records WHERE id = ?').pluck().get(held),
      '新稿',
    );
  });

  it('brings its figures as those of the point', async () => {
    const text = 'kind,name,count\ncivil,民事检察监督,7\n';
    const caseload = [{ period: '2026-q3', sha256: sha256(Buffer.from(text)) }];
    const sent = await sendPack(
      point,
      province,
      [addRecord(point)],
      { ...plainSubmission(''), caseload },
      [textFile('data/caseload/2026-q3.csv', text)],
    );
    const { packId } = await takePackIn(province, sent);
    await takePackIn(desk, await endorseTo(chain, packId));
    assert.deepEqual(
      desk.db.prepare('SELECT office_id, period, count FROM caseload_figures').all(),
      [{ office_id: point.id, period: '2026-Q3', count: 7 }],
    );
  });

  it('and is taken back goes with everything that was said of it, at both, and what came late stays out', async () => {
    const id = addRecord(point, { title: '撤回的岑岭案' });
    const packId = await arrive([id]);
    const forwarded = await endorseTo(chain, packId, 'recommended', '岑岭案值得推荐。');
    await takePackIn(desk, forwarded);
    const sent = await sendPack(point, province, [], withdrawal(id, packId));
    const back = await takePackIn(province, sent);
    await assert.rejects(
      endorsementsHandlers['endorsements.write'](
        province.context,
        { packId, to: desk.id, file: join(province.folder, 'gone.jzpack'), note: '' },
        watchJob(),
      ),
      failsWith('original-not-kept'),
    );
    await takePackIn(desk, await endorseTo(chain, back.packId));
    const copies = readdirSync(join(province.folder, 'sent')).join();
    const pack = (
      await inboxHandlers['inbox.list'](desk.context, { offset: 0, limit: 9 })
    ).items.find(
      ({ kind, contents }) => kind === 'endorsement' && contents.some((one) => one.id === id),
    );
    assert.ok(pack);
    assert.equal(copies.includes(pack.packId), false);
    for (const at of [province, desk]) {
      assert.equal(
        at.db.prepare('SELECT 1 FROM received_records WHERE record_id = ?').get(id),
        undefined,
      );
      for (const table of ['packs_received', 'packs_written', 'endorsed_records']) {
        const all = JSON.stringify(at.db.prepare(`SELECT * FROM ${table}`).all());
        assert.equal(/撤回的岑岭案|岑岭案值得/u.test(all), false, `${table} at ${at.name}`);
      }
    }
    const { items } = await answersHandlers['receipts.due'](desk.context, {
      officeId: province.id,
    });
    const outcomes = items[0]?.answers.flatMap(({ records }) =>
      records.filter(({ recordId }) => recordId === id).map(({ outcome }) => outcome),
    );
    assert.deepEqual(new Set(outcomes), new Set(['purged']));
  });

  it('keeps one content for what both the record and the original hold, and lets it go with them', async () => {
    const before = count(province, 'attachments') as number;
    const id = addRecord(point);
    const packId = await arrive([id]);
    assert.equal(count(province, 'attachments'), before + 1);
    await takePackIn(province, await sendPack(point, province, [], withdrawal(id, packId)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    // The withdrawal itself is kept, to be forwarded, where it matters.
    const left = province.db
      .prepare(
        'SELECT count(*) FROM original_files JOIN packs_received ON number = pack_number WHERE pack_id = ?',
      )
      .pluck()
      .get(packId);
    assert.equal(left, 0);
    assert.equal(count(province, 'attachments'), before + 1);
  });
});
