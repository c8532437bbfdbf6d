import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { commentsHandlers } from '../../../electron/store/comments/handlers.ts';
import { takeSeat } from '../../../electron/store/profiles/seat.ts';
import { revisionsHandlers } from '../../../electron/store/revisions/handlers.ts';
import { mergeHistories } from '../../../electron/store/revisions/merge-histories.ts';
import { markedRuns } from '../../../shared/comments/marks-in-document.ts';
import { stateOf, Thread, type EntryKind } from '../../../shared/comments/thread.ts';
import type { CallInput } from '../../../shared/contract/index.ts';
import { records, type RecordId } from '../../../shared/contract/records.ts';
import type { DocumentTree, Inline } from '../../../shared/document/tree.ts';
import { failsWith } from '../../support/failure.ts';
import { historyIn, textOf, type TempHistory } from '../../support/temp-history.ts';
import { openTempRecords, type TempRecords } from '../../support/temp-records.ts';

let temp: TempRecords;
let made: TempHistory;
beforeEach(() => {
  temp = openTempRecords();
  made = historyIn(temp);
});
afterEach(() => temp.close());

const threadsOf = async (recordId: RecordId) =>
  (await commentsHandlers['comments.list'](temp.context, { recordId })).threads;
const begin = async (recordId: RecordId, given: Partial<Thread> & { text?: string } = {}) => {
  const input = { id: randomUUID(), passage: '岑岭茶叶', replacement: null, text: '请核对' };
  return await commentsHandlers['comments.begin'](temp.context, { recordId, ...input, ...given });
};
const add = (recordId: RecordId, threadId: string, kind: EntryKind, text = '', id?: string) =>
  commentsHandlers['comments.add'](temp.context, {
    recordId,
    threadId,
    id: id ?? randomUUID(),
    kind,
    text,
  });
const facts = (...children: Inline[]): DocumentTree => ({
  version: 2,
  sections: [{ id: 'facts', heading: '基本案情', blocks: [{ type: 'paragraph', children }] }],
});
const plain = (text: string): Inline => ({ type: 'text', text });
async function commentedIn(id: RecordId): Promise<string[]> {
  const { document } = await temp.handlers['records.get'](temp.context, { id });
  return markedRuns(document).flatMap(({ text, marks }) =>
    marks.map(({ start, end }) => text.slice(start, end)),
  );
}

describe('a list of records', () => {
  it('says how many threads of each are open, and is narrowed to those with any', async () => {
    const [one, other] = [temp.create(), temp.create()];
    const { id: thread } = await begin(one);
    await begin(one);
    await begin(other);
    const open = async (where: CallInput<'records.list'>['where']) => {
      const input = records['records.list'].input.parse({ where });
      const { items, total } = await temp.handlers['records.list'](temp.context, input);
      assert.equal(total, items.length);
      return new Map(items.map(({ id, openComments }) => [id, openComments]));
    };
    const only = [{ list: 'comments' as const, codes: ['open'] }];
    assert.deepEqual([(await open([])).get(one), (await open([])).get(other)], [2, 1]);
    await add(one, thread, 'resolved');
    await add(one, thread, 'said', '已改');
    assert.equal((await open([])).get(one), 1);
    await add(one, thread, 'reopened');
    assert.equal((await open([])).get(one), 2);
    await add(other, (await threadsOf(other))[0]?.id ?? '', 'resolved');
    assert.deepEqual([...(await open(only)).keys()], [one]);
    const { marks } = await temp.handlers['records.marks'](temp.context, {
      kinds: [],
      trashed: false,
      library: 'own',
      lists: ['comments'],
    });
    assert.deepEqual(marks, [{ list: 'comments', code: 'open', count: 1 }]);
  });
});

describe('a thread of comments', () => {
  it('says who began it, when and on which version, and takes answers and decisions', async () => {
    const profileId = randomUUID();
    temp.db
      .prepare('INSERT INTO profiles (id, name, is_reviewer, created_at) VALUES (?, ?, 1, 1)')
      .run(profileId, '何某甲');
    takeSeat(temp.db, { profileId, profileKey: new Uint8Array(32) });
    const id = temp.create();
    await made.write(id, '岑岭茶叶。');
    made.keep(id, '送审稿');
    const { id: threadId } = await begin(id, { replacement: '岑岭牌茶叶', text: '' });
    await add(id, threadId, 'said', '商标注册证上是这个名称');
    await add(id, threadId, 'accepted');
    const [thread, ...others] = Thread.array().parse(await threadsOf(id));
    assert.ok(thread !== undefined && others.length === 0);
    assert.deepEqual(
      [thread.passage, thread.replacement, thread.revision, thread.author],
      ['岑岭茶叶', '岑岭牌茶叶', 1, { profileId, name: '何某甲' }],
    );
    assert.deepEqual(
      thread.entries.map(({ kind, text, author }) => [kind, text, author.name]),
      [
        ['said', '商标注册证上是这个名称', '何某甲'],
        ['accepted', '', '何某甲'],
      ],
    );
    assert.ok(thread.entries.every(({ at }) => at > thread.at));
    assert.equal(stateOf(thread), 'accepted');
  });

  it('is no save of its record and stands in no autosave’s way, in whichever order they come', async () => {
    const id = temp.create();
    const before = await temp.handlers['records.get'](temp.context, { id });
    const { id: threadId } = await begin(id);
    await temp.handlers['records.save'](temp.context, {
      ...before,
      document: facts({ type: 'text', text: '岑岭茶叶', marks: [threadId] }, plain('。')),
    });
    await add(id, threadId, 'resolved');
    const record = await temp.handlers['records.get'](temp.context, { id });
    assert.equal(record.saves, before.saves + 1);
    assert.deepEqual(await commentedIn(id), ['岑岭茶叶']);
    assert.deepEqual((await threadsOf(id)).map(stateOf), ['resolved']);
  });

  it('is there once, also when its answer was lost and it is asked for again', async () => {
    const id = temp.create();
    const threadId = randomUUID();
    const first = await begin(id, { id: threadId });
    assert.deepEqual(await begin(id, { id: threadId, text: '又一次' }), first);
    const entryId = randomUUID();
    await add(id, threadId, 'said', '好的', entryId);
    await add(id, threadId, 'said', '好的', entryId);
    assert.equal((await threadsOf(id))[0]?.entries.length, 2);
  });

  it('is refused without a word, on what cannot be written, and under the id of another record’s', async () => {
    const id = temp.create();
    await assert.rejects(begin(id, { text: '' }), failsWith('input-invalid'));
    const { id: threadId } = await begin(id);
    assert.throws(() => add(id, threadId, 'accepted'), failsWith('input-invalid'));
    assert.throws(() => add(id, threadId, 'said'), failsWith('input-invalid'));
    assert.throws(() => add(id, randomUUID(), 'resolved'), failsWith('comment-not-found'));
    const other = temp.create();
    await assert.rejects(begin(other, { id: threadId }), failsWith('input-invalid'));
    const read = temp.create();
    temp.db.prepare("UPDATE records SET kind = 'precedent' WHERE id = ?").run(read);
    await assert.rejects(begin(read), failsWith('record-read-only'));
    await temp.handlers['records.trash'](temp.context, { ids: [other] });
    await assert.rejects(begin(other), failsWith('record-in-trash'));
    assert.deepEqual([(await threadsOf(id)).length, await threadsOf(other)], [1, []]);
  });

  it('of another copy joins those that are there, all or none', async () => {
    const id = temp.create();
    const { id: threadId } = await begin(id);
    const nobody = { profileId: randomUUID(), name: '周某某' };
    const [known] = await threadsOf(id);
    assert.ok(known !== undefined);
    const answer = { kind: 'said' as const, text: '已核对', at: known.at + 5, author: nobody };
    const copy = { ...known, entries: [{ id: randomUUID(), ...answer }] };
    const fresh = { ...known, id: randomUUID(), entries: [] };
    const merge = (recordId: RecordId, threads: Thread[]) =>
      commentsHandlers['comments.merge'](temp.context, { recordId, threads });
    await add(id, threadId, 'resolved');
    const { threads } = await merge(id, [copy, fresh]);
    assert.deepEqual(await threadsOf(id), threads);
    assert.deepEqual(await merge(id, [copy]), { threads });
    assert.deepEqual(
      threads.map(({ id: one, entries }) => [one === threadId, entries.length]),
      threads.map(({ id: one }) => [one === threadId, one === threadId ? 3 : 0]),
    );
    const many = Array.from({ length: 1_000 }, () => ({ ...fresh, id: randomUUID() }));
    assert.throws(() => merge(id, many), failsWith('comments-full'));
    assert.throws(() => merge(temp.create(), [fresh]), failsWith('input-invalid'));
    assert.deepEqual(await threadsOf(id), threads);
  });
});

describe('comments and history', () => {
  it('a comment is no other version of the text', async () => {
    const id = temp.create();
    await made.write(id, facts(plain('岑岭茶叶。')));
    made.keep(id, '送审稿');
    await made.write(
      id,
      facts({ type: 'text', text: '岑岭', marks: [randomUUID()] }, plain('茶叶。')),
    );
    await made.leave(id);
    assert.deepEqual((await made.history(id)).length, 1);
  });

  it('a restored text has its own comments, and the later ones where their words are', async () => {
    const id = temp.create();
    const [early, late, lost] = [randomUUID(), randomUUID(), randomUUID()];
    await made.write(
      id,
      facts(
        { type: 'text', text: '林某', marks: [early] },
        plain('销售标有岑岭地理标志的茶叶一批。'),
      ),
    );
    made.keep(id, '一稿');
    await made.write(
      id,
      facts(
        plain('何某甲'),
        { type: 'text', text: '销售标有岑岭地理标志的茶叶', marks: [late] },
        { type: 'text', text: '三十箱', marks: [lost] },
      ),
    );
    const [first] = await made.history(id);
    assert.ok(first !== undefined);
    await revisionsHandlers['revisions.restore'](temp.context, { recordId: id, id: first.id });
    const record = await temp.handlers['records.get'](temp.context, { id });
    assert.equal(textOf(record.document), '林某销售标有岑岭地理标志的茶叶一批。');
    assert.deepEqual(await commentedIn(id), ['林某', '销售标有岑岭地理标志的茶叶']);
  });

  it('a copy has none, a joined record brings its own, and what is destroyed takes them along', async () => {
    const [id, other] = [temp.create(), temp.create()];
    const { id: threadId } = await begin(id);
    await made.write(id, facts({ type: 'text', text: '岑岭茶叶', marks: [threadId] }));
    const copy = await temp.handlers['records.duplicate'](temp.context, { id, title: '副本' });
    assert.deepEqual([await commentedIn(copy.id), await threadsOf(copy.id)], [[], []]);
    mergeHistories(temp.db, { into: other, from: id }, temp.context.clock);
    assert.deepEqual(
      [(await threadsOf(other)).map((thread) => thread.id), await threadsOf(id)],
      [[threadId], []],
    );
    await temp.handlers['records.trash'](temp.context, { ids: [other] });
    await temp.handlers['records.purge'](temp.context, { ids: [other] });
    assert.equal(temp.db.prepare('SELECT count(*) FROM comment_entries').pluck().get(), 0);
  });
});
