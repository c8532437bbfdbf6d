import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mergeThreads } from '../../../shared/comments/merge-threads.ts';
import { stateOf, Thread } from '../../../shared/comments/thread.ts';

const uuid = (n: number) => `0199aa00-0000-7000-8000-${String(n).padStart(12, '0')}`;
const author = fc.constantFrom(
  { profileId: null, name: null },
  { profileId: uuid(900), name: '何某甲' },
);
/** The same id with different contents now and then, as no honest copy has it. */
const entry = fc.record({
  id: fc.nat({ max: 30 }).map((n) => uuid(100 + n)),
  kind: fc.constantFrom('said', 'resolved', 'reopened', 'accepted', 'rejected'),
  text: fc.constantFrom('', '请核对数额'),
  at: fc.nat({ max: 5 }),
  author,
});
const thread = fc.record({
  id: fc.nat({ max: 5 }).map(uuid),
  passage: fc.constantFrom('岑岭茶', '二十万元'),
  replacement: fc.constantFrom(null, '', '十二万元'),
  revision: fc.nat({ max: 2 }),
  at: fc.nat({ max: 3 }),
  author,
  entries: fc.array(entry, { maxLength: 6 }),
});
const threads = fc
  .array(thread, { maxLength: 6 })
  .map((list) => Thread.array().parse(structuredClone(list)));

/** Every id of a thread, and of an entry in its thread. */
const idsIn = (list: readonly Thread[]) =>
  new Set(list.flatMap(({ id, entries }) => [id, ...entries.map((one) => `${id} ${one.id}`)]));

describe('threads of two copies', () => {
  it('come out the same whoever joins them, in whatever order, and however often', () => {
    fc.assert(
      fc.property(threads, threads, threads, (one, two, three) => {
        const joined = mergeThreads(one, two);
        assert.deepEqual(joined, mergeThreads(two, one));
        assert.deepEqual(mergeThreads(joined, two), joined);
        assert.deepEqual(mergeThreads(joined, joined), joined);
        assert.deepEqual(mergeThreads(joined, three), mergeThreads(one, mergeThreads(two, three)));
      }),
    );
  });

  it('lose nothing and invent nothing', () => {
    fc.assert(
      fc.property(threads, threads, (ours, theirs) => {
        const joined = mergeThreads(ours, theirs);
        assert.deepEqual(idsIn(joined), idsIn([...ours, ...theirs]));
        assert.equal(new Set(joined.map(({ id }) => id)).size, joined.length);
        const all = [...ours, ...theirs].flatMap(({ entries }) => entries);
        for (const one of joined.flatMap(({ entries }) => entries)) {
          assert.ok(all.some((other) => JSON.stringify(other) === JSON.stringify(one)));
        }
      }),
    );
  });

  it('are what the later decision made of them', () => {
    const nobody = { profileId: null, name: null };
    const head = { passage: '茶', replacement: '茶叶', revision: 1, at: 1, author: nobody };
    const decided = (kind: 'rejected' | 'accepted' | 'reopened', at: number): Thread => ({
      ...head,
      id: uuid(1),
      entries: [{ id: uuid(at), kind, text: '', at, author: nobody }],
    });
    const state = (...copies: Thread[]) =>
      copies.reduce<Thread[]>((known, one) => mergeThreads(known, [one]), []).map(stateOf);
    assert.deepEqual(state(decided('accepted', 9), decided('rejected', 5)), ['accepted']);
    assert.deepEqual(state(decided('rejected', 9), decided('accepted', 5)), ['rejected']);
    assert.deepEqual(state(decided('rejected', 5), decided('reopened', 9)), ['open']);
  });
});
