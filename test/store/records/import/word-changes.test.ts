import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { importsHandlers } from '../../../../electron/store/records/import/handlers.ts';
import { commentsHandlers } from '../../../../electron/store/comments/handlers.ts';
import { markedRuns } from '../../../../shared/comments/marks-in-document.ts';
import { records, type RecordId, type WordChanges } from '../../../../shared/contract/records.ts';
import { sectionText } from '../../../../shared/document/tree.ts';
import {
  openTempRecords,
  recordingControl,
  type TempRecords,
} from '../../../support/temp-records.ts';
import { wordFile } from '../../../support/word-file.ts';

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const deleted = (text: string) =>
  `<w:del w:id="8" w:author="周某某" w:date="2026-03-02T08:00:00Z"><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
const inserted = (text: string) => `<w:ins w:id="9" w:author="周某某">${run(text)}</w:ins>`;
const noted = (id: number, text: string) =>
  `<w:commentRangeStart w:id="${String(id)}"/>${text}<w:commentRangeEnd w:id="${String(id)}"/>`;
const paragraph = (inner: string) => `<w:p>${inner}</w:p>`;
const comment = (id: number, text: string) =>
  `<w:comment w:id="${String(id)}" w:author="林某" w:date="2026-03-01T09:30:00Z"><w:p>${run(text)}</w:p></w:comment>`;

/** A draft that somebody went over: a word for another, a passage moved, and two comments, one of them about words told twice. */
const body = [
  paragraph(run('林某假冒注册商标案')),
  paragraph(run('【基本案情】')),
  paragraph(run('岑岭茶叶一批，销售金额三十一万元。')),
  paragraph(
    run('经查，') +
      deleted('检查机关') +
      inserted('检察机关') +
      noted(1, run('销售金额')) +
      run('三十二万元。'),
  ),
  paragraph(
    `<w:moveFrom w:id="3" w:author="周某某">${run('扣押清单附后。')}</w:moveFrom>` +
      run('另案处理。') +
      `<w:moveTo w:id="4" w:author="周某某">${run('扣押清单附后。')}</w:moveTo>`,
  ),
  paragraph(noted(2, deleted('此段划去。'))),
].join('');

describe('what others did in a Word file', () => {
  let folder: string;
  let file: string;
  let temp: TempRecords;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jianzhi-changes-'));
    file = join(folder, '送审稿.docx');
    const comments = comment(1, '与上文不一致。') + comment(2, '为何划去？');
    writeFileSync(file, await wordFile({ body, comments }));
    writeFileSync(
      join(folder, '定稿.docx'),
      await wordFile({ body: paragraph(run('周某某销售侵权复制品案')) }),
    );
  });
  after(() => rmSync(folder, { recursive: true }));
  beforeEach(() => (temp = openTempRecords()));
  afterEach(() => temp.close());

  async function take(changes: WordChanges | null, paths = [file]) {
    const input = records['records.import'].input.parse({ kind: 'typical-case', paths, changes });
    const report = await temp.handlers['records.import'](temp.context, input, recordingControl());
    return records['records.import'].output.parse(report);
  }
  async function textOf(id: RecordId | undefined): Promise<string> {
    assert.ok(id);
    const { document } = await temp.handlers['records.get'](temp.context, { id });
    return document.sections
      .map(sectionText)
      .filter((text) => text !== '')
      .join('\n');
  }
  async function attachedTo(id: RecordId | undefined): Promise<string> {
    assert.ok(id);
    const number = temp.db.prepare('SELECT number FROM records WHERE id = ?').pluck().get(id);
    return (
      temp.db
        .prepare(
          'SELECT bytes FROM record_attachments JOIN attachment_chunks USING (hash) WHERE record_number = ?',
        )
        .pluck()
        .all(number) as Buffer[]
    )
      .map(String)
      .join('');
  }

  it('is asked about before anything of the file is taken; the others are taken meanwhile', async () => {
    const report = await take(null, [folder]);
    assert.equal(report.imported, 1);
    assert.deepEqual(report.asked, [{ file, insertions: 2, deletions: 3, comments: 2 }]);
    assert.deepEqual(report.skipped, []);
    const answered = records['records.import'].input.parse({
      kind: 'typical-case',
      paths: [folder],
      only: report.asked.map((one) => one.file),
    });
    const then = await temp.handlers['records.import'](temp.context, answered, recordingControl());
    assert.deepEqual([then.imported, then.recognisedAgain], [1, 0]);
  });

  it('is told by the look before an import', async () => {
    const { candidates } = await importsHandlers['records.previewImport'](
      temp.context,
      { kind: 'typical-case', paths: [folder] },
      recordingControl(),
    );
    assert.deepEqual(
      candidates.map(({ changes }) => changes).toSorted((one) => (one === null ? -1 : 1)),
      [null, { insertions: 2, deletions: 3, comments: 2 }],
    );
  });

  it('is accepted: the text as it became, and what was struck out beside it', async () => {
    const [made] = (await take({ text: 'accepted', comments: 'beside' })).records;
    assert.equal(
      await textOf(made?.id),
      '岑岭茶叶一批，销售金额三十一万元。\n经查，检察机关销售金额三十二万元。\n另案处理。扣押清单附后。',
    );
    const beside = await attachedTo(made?.id);
    for (const words of [
      '检查机关',
      '此段划去。',
      '扣押清单附后。',
      '与上文不一致。',
      '为何划去？',
    ]) {
      assert.ok(beside.includes(words), words);
    }
  });

  it('is not: the text as it was before, and what was put in beside it', async () => {
    const [made] = (await take({ text: 'original', comments: 'beside' })).records;
    assert.equal(
      await textOf(made?.id),
      '岑岭茶叶一批，销售金额三十一万元。\n经查，检查机关销售金额三十二万元。\n扣押清单附后。另案处理。\n此段划去。',
    );
    const beside = await attachedTo(made?.id);
    assert.ok(beside.includes('修订中插入的文字 2 处'));
    assert.ok(beside.includes('检察机关'));
    assert.ok(!beside.includes('检查机关'), 'what is in the text need not be beside it');
  });

  it('becomes comments at their words, those meant and no others; one whose words are gone keeps what it said', async () => {
    const [made] = (await take({ text: 'accepted', comments: 'threads' })).records;
    assert.ok(made);
    const { threads } = await commentsHandlers['comments.list'](temp.context, {
      recordId: made.id,
    });
    assert.deepEqual(
      threads.map(({ passage, author, at, entries }) => [
        passage,
        author.name,
        at,
        entries[0]?.text,
      ]),
      [
        ['销售金额', '林某', Date.UTC(2026, 2, 1, 9, 30), '与上文不一致。'],
        ['（全文）', '林某', Date.UTC(2026, 2, 1, 9, 30), '为何划去？'],
      ],
    );
    const { document } = await temp.handlers['records.get'](temp.context, { id: made.id });
    const marked = markedRuns(document).filter(({ marks }) => marks.length > 0);
    assert.deepEqual(
      marked.map(({ text, marks }) => [
        text,
        marks.map((one) => [one.thread, text.slice(one.start, one.end)]),
      ]),
      [['经查，检察机关销售金额三十二万元。', [[threads[0]?.id, '销售金额']]]],
    );
    assert.ok(!(await attachedTo(made.id)).includes('与上文不一致'));
  });

  it('is taken by what was looked at, whichever text is chosen', async () => {
    const { candidates } = await importsHandlers['records.previewImport'](
      temp.context,
      { kind: 'typical-case', paths: [file] },
      recordingControl(),
    );
    const choices = candidates.map(({ part, hash, kind }) => ({
      file,
      part,
      hash,
      kind,
      into: null,
    }));
    const input = { kind: 'typical-case' as const, paths: [file], choices, only: null };
    const report = await temp.handlers['records.import'](
      temp.context,
      { ...input, changes: { text: 'original', comments: 'threads' } },
      recordingControl(),
    );
    assert.deepEqual([report.imported, report.skipped], [1, []]);
    const spoilt = choices.map((choice) => ({ ...choice, hash: '0' }));
    const refused = await temp.handlers['records.import'](
      temp.context,
      { ...input, choices: spoilt, changes: { text: 'original', comments: 'threads' } },
      recordingControl(),
    );
    assert.deepEqual(refused.skipped, [{ file, code: 'file-changed' }]);
  });

  it('goes with a text that is merged into a record', async () => {
    const into = temp.create();
    const { candidates } = await importsHandlers['records.previewImport'](
      temp.context,
      { kind: 'typical-case', paths: [file] },
      recordingControl(),
    );
    const [one] = candidates;
    assert.ok(one);
    const report = await temp.handlers['records.import'](
      temp.context,
      {
        kind: 'typical-case',
        paths: [file],
        choices: [{ file, part: 0, hash: one.hash, kind: 'typical-case', into }],
        changes: { text: 'accepted', comments: 'threads' },
        only: null,
      },
      recordingControl(),
    );
    assert.equal(report.merged.length, 1);
    const { threads } = await commentsHandlers['comments.list'](temp.context, { recordId: into });
    assert.equal(threads.length, 2);
    const { document } = await temp.handlers['records.get'](temp.context, { id: into });
    assert.equal(markedRuns(document).flatMap(({ marks }) => marks).length, 1);
  });
});
