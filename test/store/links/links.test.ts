import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { backUp } from '../../../electron/store/backup/back-up.ts';
import { openDatabase } from '../../../electron/store/database/open.ts';
import { linksHandlers } from '../../../electron/store/links/handlers.ts';
import { revisionsHandlers } from '../../../electron/store/revisions/handlers.ts';
import { links } from '../../../shared/contract/links.ts';
import { records, type RecordId } from '../../../shared/contract/records.ts';
import { linkedRecords } from '../../../shared/document/record-links.ts';
import type { Block, DocumentTree, Inline, RecordLink } from '../../../shared/document/tree.ts';
import { Failure } from '../../../shared/errors.ts';
import { failsWith } from '../../support/failure.ts';
import { historyIn, type TempHistory } from '../../support/temp-history.ts';
import { openTempRecords, recordingControl, type TempRecords } from '../../support/temp-records.ts';

let temp: TempRecords;
let history: TempHistory;
const begin = () => {
  temp = openTempRecords();
  history = historyIn(temp);
};
beforeEach(begin);
afterEach(() => temp.close());

const link = (recordId: string, text = '岑岭茶案'): RecordLink => ({
  type: 'record-link',
  recordId,
  text,
});
const said = (text: string): Inline => ({ type: 'text', text });
const documentOf = (...blocks: Block[]): DocumentTree => ({
  version: 2,
  sections: [{ id: 'facts', heading: '基本案情', blocks }],
});
const paragraph = (...children: Inline[]) => ({ type: 'paragraph' as const, children });
const trash = (id: RecordId) => temp.handlers['records.trash'](temp.context, { ids: [id] });
const purge = (id: RecordId) => temp.handlers['records.purge'](temp.context, { ids: [id] });
const restore = (id: RecordId) => temp.handlers['records.restore'](temp.context, { ids: [id] });

async function backlinks(recordId: string, page: { offset?: number; limit?: number } = {}) {
  const input = links['links.backlinks'].input.parse({ recordId, ...page });
  const answer = await linksHandlers['links.backlinks'](temp.context, input);
  return links['links.backlinks'].output.parse(answer);
}

async function stateOf(...ids: string[]) {
  const input = links['links.targets'].input.parse({ ids });
  const answer = await linksHandlers['links.targets'](temp.context, input);
  return links['links.targets'].output.parse(answer).targets;
}

describe('records that link to a record', () => {
  it('are told with the sentence of each link, the latest changed first, as soon as they are saved', async () => {
    const target = temp.create();
    const [first, second] = [temp.create(), temp.create()];
    await history.write(
      first,
      documentOf(
        paragraph(said('案情相似。办理时参考了'), link(target), said('的做法。另见附件。')),
      ),
    );
    const note: Inline = {
      type: 'footnote',
      children: [{ type: 'text', text: '参见' }, link(target)],
    };
    await history.write(
      second,
      documentOf(
        { type: 'table', rows: [[{ children: [paragraph(link(target), said('在先'))] }]] },
        { type: 'image', attachmentId: randomUUID(), caption: [said('图一，'), link(target)] },
        paragraph(said('见注'), note),
        { type: 'list', ordered: false, items: [{ depth: 0, children: [link(target)] }] },
      ),
    );
    const { items, total } = await backlinks(target);
    assert.equal(total, 2);
    assert.deepEqual(
      items.map(({ id, places }) => [id, places]),
      [
        [second, 4],
        [first, 1],
      ],
    );
    const text = '林某销售假冒注册商标的商品案';
    assert.deepEqual(items[1]?.sentences, [{ before: '办理时参考了', text, after: '的做法。' }]);
    assert.deepEqual(items[0]?.sentences, [
      { before: '', text, after: '在先' },
      { before: '图一，', text, after: '' },
      { before: '参见', text, after: '' },
    ]);
    const rest = await backlinks(target, { offset: 1, limit: 1 });
    assert.deepEqual([rest.items[0]?.id, rest.total], [first, 2]);
    await history.write(first, documentOf(paragraph(said('改用自己的做法。'))));
    assert.equal((await backlinks(target)).total, 1);
  });

  it('are not told while they lie in the trash, and are told again after it', async () => {
    const [target, source] = [temp.create(), temp.create()];
    await history.write(source, documentOf(paragraph(link(target))));
    await trash(source);
    assert.equal((await backlinks(target)).total, 0);
    await restore(source);
    assert.equal((await backlinks(target)).total, 1);
  });

  it('cut a long sentence on both sides, never through a character', async () => {
    const [target, source] = [temp.create(), temp.create()];
    const long = '𠮷'.repeat(90);
    await history.write(source, documentOf(paragraph(said(`a${long}`), link(target), said(long))));
    const [sentence] = (await backlinks(target)).items[0]?.sentences ?? [];
    assert.match(sentence?.before ?? '', /^…𠮷{30}$/u);
    assert.match(sentence?.after ?? '', /^𠮷{30}…$/u);
    assert.ok(sentence?.before.isWellFormed() === true && sentence.after.isWellFormed());
  });
});

describe('a link', () => {
  it('is known by the id: a renamed target is told with its title of now', async () => {
    const target = temp.create('typical-case', '旧题目');
    const document = documentOf(paragraph(said('正文')));
    await history.write(target, document, { title: '新题目' });
    assert.deepEqual(await stateOf(target), [
      { id: target, state: 'there', kind: 'typical-case', title: '新题目' },
    ]);
  });

  it('says why it leads nowhere: in the trash, destroyed, never here', async () => {
    const [trashed, purged, unknown] = [temp.create(), temp.create(), randomUUID()];
    await trash(trashed);
    await trash(purged);
    await purge(purged);
    const states = await stateOf(trashed, purged, unknown);
    assert.deepEqual(
      states.map(({ state }) => state),
      ['trashed', 'purged', 'unknown'],
    );
  });

  it('of a form that is not known yet is refused with the whole document, and nothing is changed', async () => {
    const [target, source] = [temp.create(), temp.create()];
    await history.write(source, documentOf(paragraph(link(target))));
    const { saves, title } = await temp.handlers['records.get'](temp.context, { id: source });
    const save = (document: unknown) =>
      temp.handlers['records.save'](temp.context, {
        id: source,
        saves,
        title,
        keywords: [],
        caseNumbers: [],
        document: document as DocumentTree,
      });
    const future = { ...link(target), anchor: 'facts' } as RecordLink;
    assert.throws(() => save(documentOf(paragraph(future))), failsWith('document-invalid'));
    assert.throws(
      () => save({ ...documentOf(paragraph()), version: 3 }),
      failsWith('document-newer'),
    );
    assert.equal((await backlinks(target)).total, 1);
  });

  it('is in a backup with its way back', async () => {
    const [target, source] = [temp.create(), temp.create()];
    await history.write(source, documentOf(paragraph(link(target))));
    for (const name of ['key-a.json', 'key-b.json']) {
      writeFileSync(path.join(temp.folder, name), '{}');
    }
    const copy = backUp(temp.db, temp.folder, temp.key, 'copy');
    const restored = openDatabase(path.join(copy, 'workspace.db'), temp.key);
    const rows = (db: typeof restored) => db.prepare('SELECT * FROM record_links').all();
    assert.deepEqual(rows(restored), rows(temp.db));
    assert.equal(rows(restored).length, 1);
    restored.close();
  });
});

/** What one could find out by reading every document. */
function scan() {
  const rows = temp.db.prepare('SELECT number, id, document, trashed_at FROM records').all() as {
    number: number;
    id: string;
    document: string;
    trashed_at: number | null;
  }[];
  const found = rows.flatMap(({ number, id, document, trashed_at: trashedAt }) =>
    linkedRecords(JSON.parse(document) as DocumentTree).map((target) => ({
      number,
      id,
      target,
      isTrashed: trashedAt !== null,
    })),
  );
  return found.toSorted((a, b) => a.number - b.number || (a.target < b.target ? -1 : 1));
}

const step = fc.record({
  act: fc.constantFrom(
    ...(['create', 'write', 'write', 'write', 'trash', 'restore', 'purge'] as const),
    ...(['duplicate', 'import', 'back', 'keep'] as const),
  ),
  on: fc.nat({ max: 30 }),
  to: fc.array(fc.nat({ max: 30 }), { maxLength: 4 }),
});

describe('the index of links', () => {
  it('equals a scan of every document after whatever was done', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        temp.close();
        begin();
        const stranger = randomUUID();
        const known: RecordId[] = [temp.create(), temp.create()];
        for (const { act, on, to } of steps) {
          const id = known[on % known.length] as RecordId;
          const targets = to.map((at) => known[at % (known.length + 1)] ?? stranger);
          await perform(act, id, targets, known);
        }
        const scanned = scan();
        const stored = temp.db
          .prepare('SELECT source, target FROM record_links ORDER BY source, target')
          .raw()
          .all();
        assert.deepEqual(
          stored,
          scanned.map(({ number, target }) => [number, target]),
        );
        for (const target of [...known, stranger]) {
          const { items } = await backlinks(target, { limit: 50 });
          const expected = scanned.filter((one) => one.target === target && !one.isTrashed);
          assert.deepEqual(
            items.map(({ id }) => id).toSorted(),
            expected.map(({ id }) => id).toSorted(),
          );
        }
      }),
      { numRuns: 12 },
    );
  });
});

/** What cannot be done (to write in the trash, to purge what is not there) is refused, and that changes nothing. */
async function perform(
  act:
    | 'create'
    | 'write'
    | 'trash'
    | 'restore'
    | 'purge'
    | 'duplicate'
    | 'import'
    | 'back'
    | 'keep',
  id: RecordId,
  targets: readonly string[],
  known: RecordId[],
): Promise<void> {
  try {
    if (act === 'create') known.push(temp.create());
    if (act === 'trash') await trash(id);
    if (act === 'restore') await restore(id);
    if (act === 'purge') await purge(id);
    if (act === 'keep') history.keep(id);
    if (act === 'write') await history.write(id, anyPlaces(targets));
    if (act === 'duplicate') {
      const input = { id, title: `副本${known.length}` };
      known.push((await temp.handlers['records.duplicate'](temp.context, input)).id);
    }
    if (act === 'back') {
      const [oldest] = (await history.history(id)).toReversed();
      if (oldest === undefined) return;
      await revisionsHandlers['revisions.restore'](temp.context, { recordId: id, id: oldest.id });
    }
    if (act === 'import') {
      const file = path.join(temp.folder, `${known.length}.txt`);
      writeFileSync(file, `林某案${known.length}\n【基本案情】参见 record-link。`);
      const input = records['records.import'].input.parse({ kind: 'typical-case', paths: [file] });
      await temp.handlers['records.import'](temp.context, input, recordingControl());
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

function anyPlaces(targets: readonly string[]): DocumentTree {
  return documentOf(
    ...targets.map((target, at): Block => {
      if (at % 3 === 0) return paragraph(said('见'), link(target));
      const note: Inline = { type: 'footnote', children: [link(target)] };
      if (at % 3 === 1) return paragraph(note);
      return { type: 'table', rows: [[{ children: [paragraph(link(target))] }]] };
    }),
  );
}
