import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { find } from '../../../../electron/store/search/find.ts';
import { importsHandlers } from '../../../../electron/store/records/import/handlers.ts';
import { revisionsHandlers } from '../../../../electron/store/revisions/handlers.ts';
import { imports, type ImportCandidate } from '../../../../shared/contract/imports.ts';
import { records, type FullRecord, type RecordId } from '../../../../shared/contract/records.ts';
import { revisions } from '../../../../shared/contract/revisions.ts';
import { search } from '../../../../shared/contract/search.ts';
import { sectionText } from '../../../../shared/document/tree.ts';
import {
  openTempRecords,
  recordingControl,
  type TempRecords,
} from '../../../support/temp-records.ts';

let temp: TempRecords;
beforeEach(() => (temp = openTempRecords()));
afterEach(() => temp.close());

function write(name: string, content: string): string {
  const file = path.join(temp.folder, name);
  writeFileSync(file, content);
  return file;
}

async function take(paths: string[], choices: unknown[] = []) {
  const input = records['records.import'].input.parse({ kind: 'typical-case', paths, choices });
  const report = await temp.handlers['records.import'](temp.context, input, recordingControl());
  return records['records.import'].output.parse(report);
}

async function look(paths: string[]): Promise<ImportCandidate[]> {
  const input = imports['records.previewImport'].input.parse({ kind: 'typical-case', paths });
  const preview = await importsHandlers['records.previewImport'](
    temp.context,
    input,
    recordingControl(),
  );
  return preview.candidates;
}

const choiceOf = ({ file, part, hash, kind, near }: ImportCandidate) => ({
  file,
  part,
  hash,
  kind,
  into: near?.id ?? null,
});
const get = async (id: RecordId | undefined) =>
  (await temp.handlers['records.get'](temp.context, { id: id as RecordId })) as FullRecord;
const textOf = ({ document }: Pick<FullRecord, 'document'>) =>
  document.sections.map(sectionText).join('\n');
const count = () => temp.db.prepare('SELECT count(*) FROM records').pluck().get();
const total = (query: string) =>
  find(temp.db, search['search.find'].input.parse({ query, exact: true })).total;

async function historyOf(id: RecordId) {
  const list = await revisionsHandlers['revisions.list'](
    temp.context,
    revisions['revisions.list'].input.parse({ recordId: id }),
  );
  return list.items.map(({ number, reason }) => [number, reason]);
}

const story =
  '林某假冒注册商标案\n【基本案情】林某在云汀市望舒区租用仓库，以次充好，将外地茶叶装入岑岭包装袋后向网店批发，非法经营数额一百二十余万元，案发时查获成品三百箱。\n【典型意义】检察机关通过提前介入引导侦查，查清上下游链条，推动行业规范经营。\n';
const later = story.replace('三百箱', '三百一十箱') + '另查明上家系汐桥镇某仓库。\n';

describe('an imported text that much resembles a record', () => {
  it('becomes its newest version when that is chosen; the text before stays in its history', async () => {
    const { records: taken } = await take([write('旧稿.txt', story)]);
    const before = await get(taken[0]?.id);
    await temp.handlers['records.tag'](temp.context, {
      ids: [before.id],
      add: ['送审'],
      remove: [],
    });
    const [candidate] = await look([write('新稿.txt', later)]);
    assert.ok(candidate?.near?.id === before.id);
    const report = await take([candidate.file], [choiceOf(candidate)]);
    assert.deepEqual(
      [report.imported, report.merged.map(({ id }) => id), count()],
      [0, [before.id], 1],
    );
    const after = await get(before.id);
    assert.match(textOf(after), /三百一十箱[^]*汐桥镇/u);
    assert.deepEqual([after.tags, after.sourceName], [['送审'], '新稿.txt']);
    assert.deepEqual(await historyOf(before.id), [
      [2, 'imported'],
      [1, 'before-import'],
    ]);
    const old = await revisionsHandlers['revisions.list'](
      temp.context,
      revisions['revisions.list'].input.parse({ recordId: before.id }),
    );
    assert.equal(old.total, 2);
    assert.deepEqual([total('三百一十箱'), total('三百箱')], [1, 0]);
    assert.equal((await take([candidate.file])).recognisedAgain, 1);
  });

  it('becomes a record of its own when the other was thrown away meanwhile', async () => {
    const { records: taken } = await take([write('旧稿.txt', story)]);
    const [candidate] = await look([write('新稿.txt', later)]);
    assert.ok(candidate !== undefined);
    await temp.handlers['records.trash'](temp.context, { ids: [taken[0]?.id as RecordId] });
    const report = await take([candidate.file], [choiceOf(candidate)]);
    assert.deepEqual([report.imported, report.merged, count()], [1, [], 2]);
  });

  it('leaves the record as it was when it cannot be stored', async () => {
    const { records: taken } = await take([write('旧稿.txt', story)]);
    const before = await get(taken[0]?.id);
    const [candidate] = await look([write('新稿.txt', later)]);
    assert.ok(candidate !== undefined);
    temp.db.exec(
      "CREATE TRIGGER refuse AFTER INSERT ON revisions WHEN NEW.reason = 'imported' BEGIN SELECT RAISE(ABORT, 'refused'); END",
    );
    await assert.rejects(take([candidate.file], [choiceOf(candidate)]), /refused/);
    assert.deepEqual(await get(before.id), before);
    assert.deepEqual(await historyOf(before.id), []);
  });
});
