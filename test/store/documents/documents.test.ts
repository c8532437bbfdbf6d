import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { attachmentsHandlers } from '../../../electron/store/attachments/handlers.ts';
import { documentsHandlers } from '../../../electron/store/documents/handlers.ts';
import { rescanWord, textOfPart } from '../../../electron/store/documents/rescan-word.ts';
import { wordFile } from '../../../electron/store/documents/word-file.ts';
import { partiesHandlers } from '../../../electron/store/parties/handlers.ts';
import { readWordParts } from '../../../electron/store/preflight/clean/read-word-parts.ts';
import { AttachmentId } from '../../../shared/contract/attachments.ts';
import { documents } from '../../../shared/contract/documents.ts';
import { parties } from '../../../shared/contract/parties.ts';
import { RecordId } from '../../../shared/contract/records.ts';
import { paragraphsOf, type Block, type DocumentTree } from '../../../shared/document/tree.ts';
import { officialPaper } from '../../../shared/documents/official-paper.ts';
import { decideAll } from '../../support/decide.ts';
import { drawnPng } from '../../support/drawn-png.ts';
import { failsWith } from '../../support/failure.ts';
import { addRecord, openOffice, watchJob } from '../../support/office.ts';

const MOST = 1024 ** 3;
const point = openOffice('云汀市人民检察院');
after(() => point.close());

const documentOf = (text: string, ...more: Block[]): DocumentTree => ({
  version: 2,
  sections: [{ id: 'facts', heading: '基本案情', blocks: [...paragraphsOf(text), ...more] }],
});
let files = 0;
const nextFile = () => join(point.folder, `公文-${(files += 1)}.docx`);

function write(ids: readonly string[], file: string, more: object = {}, control = watchJob()) {
  const input = documents['documents.write'].input.parse({ recordIds: ids, file, ...more });
  return documentsHandlers['documents.write'](point.context, input, control);
}
async function partsOf(file: string): Promise<Map<string, string>> {
  const parts = (await readWordParts(readFileSync(file), MOST)) ?? new Map<string, Buffer>();
  return new Map([...parts].map(([name, bytes]) => [name, bytes.toString()]));
}
async function textOfFile(file: string): Promise<string> {
  return textOfPart((await partsOf(file)).get('word/document.xml') ?? '');
}

describe('records as a Word file', () => {
  it('leave with the decisions of the pre-flight, and not before', async () => {
    const id = addRecord(point, {
      title: '陆小川侵犯著作权案',
      document: documentOf('被告人陆小川，联系电话13912345678。'),
    });
    const file = nextFile();
    await assert.rejects(write([id], file), failsWith('preflight-open'));
    assert.equal(existsSync(file), false);
    await decideAll(point, { recordIds: [id] }, ({ options }) => ({
      decision: options.includes('pseudonym') ? 'pseudonym' : 'mask',
    }));
    await write([id], file);
    const parts = await partsOf(file);
    assert.match(await textOfFile(file), /陆某侵犯著作权案[\s\S]*被告人陆某，联系电话×××。/u);
    assert.doesNotMatch([...parts.values()].join('\n'), /陆小川|13912345678/u);
  });

  it('say nothing of who made them, where or when, and the same records make the same bytes', async () => {
    const id = addRecord(point, { document: documentOf('平常的一段话。') });
    const [one, other] = [nextFile(), nextFile()];
    await write([id], one, { date: null });
    await write([id], other, { date: null });
    assert.deepEqual(readFileSync(one), readFileSync(other));
    const names = [...(await partsOf(one)).keys()];
    assert.equal(
      names.some((name) => /docProps|comments|custom|people|theme/u.test(name)),
      false,
    );
    const xml = [...(await partsOf(one)).values()].join('\n');
    assert.doesNotMatch(xml, /Theme=|asciiTheme|w:author|w:rsid|林某案-内部讨论稿/u);
    assert.match(xml, /w:eastAsia="仿宋"/u);
    const line = point.db
      .prepare("SELECT detail FROM audit WHERE action = 'document-written' AND subject = ?")
      .pluck()
      .all(id);
    assert.equal(line.length, 2);
    assert.doesNotMatch(String(line[0]), /平常|林某/u);
  });

  it('bear the highest of several markings at the top, and nothing where all is public', async () => {
    const internal = addRecord(point, {
      fields: { marking: 'internal' },
      document: documentOf('甲。'),
    });
    const secret = addRecord(point, {
      fields: { marking: 'work-secret' },
      document: documentOf('乙。'),
    });
    const open = addRecord(point, { fields: { marking: 'public' }, document: documentOf('丙。') });
    const both = nextFile();
    assert.equal((await write([internal, secret], both)).highestMarking, 'work-secret');
    const text = await textOfFile(both);
    assert.equal(text.trimStart().startsWith('工作秘密\n'), true);
    assert.equal(text.match(/^工作秘密$/gmu)?.length, 2);
    const plain = nextFile();
    await write([open], plain);
    assert.doesNotMatch(await textOfFile(plain), /公开|内部|工作秘密/u);
  });

  it('do not leave with a state-secret marking, whatever is between its characters', async () => {
    for (const marking of ['机密★10年', '机\u200b密\u2060 ★ 10年']) {
      const id = addRecord(point, { document: documentOf(`${marking}\n一段话。`) });
      await assert.rejects(write([id], nextFile()), failsWith('state-secret-marked'));
    }
  });

  it('do not leave unapproved where approval is the rule', async () => {
    const id = addRecord(point, { document: documentOf('甲。') });
    point.db
      .prepare("UPDATE workspace_facts SET value = 'yes' WHERE name = 'approval_needed'")
      .run();
    try {
      await assert.rejects(write([id], nextFile()), failsWith('not-approved'));
    } finally {
      point.db
        .prepare("UPDATE workspace_facts SET value = 'no' WHERE name = 'approval_needed'")
        .run();
    }
  });

  it('never overwrite a file, and leave nothing behind when stopped', async () => {
    const id = addRecord(point, { document: documentOf('甲。') });
    const file = nextFile();
    writeFileSync(file, '别的文件');
    await assert.rejects(write([id], file), failsWith('file-exists'));
    assert.equal(readFileSync(file, 'utf8'), '别的文件');
    const before = readdirSync(point.folder).length;
    const stopped = nextFile();
    await assert.rejects(write([id], stopped, {}, watchJob('rendering')), failsWith('cancelled'));
    assert.equal(readdirSync(point.folder).length, before);
  });

  it('show the pictures that were chosen, without what is hidden in them, and refuse any other file', async () => {
    const id = addRecord(point, {});
    const png = join(point.folder, '现场图.png');
    const hidden = Buffer.concat([drawnPng(400, 300), Buffer.from('林某的手机拍摄于望舒区')]);
    writeFileSync(png, hidden);
    const note = join(point.folder, '附记.txt');
    writeFileSync(note, '附记');
    const { added } = await attachmentsHandlers['attachments.add'](
      point.context,
      { recordId: RecordId.parse(id), paths: [png, note] },
      watchJob(),
    );
    const [picture = '', other = ''] = added.map((one) => AttachmentId.parse(one.id));
    const document = documentOf('见图。', {
      type: 'image',
      attachmentId: picture,
      widthInPercent: 50,
      caption: [{ type: 'text', text: '图1 现场' }],
    });
    point.db
      .prepare('UPDATE records SET document = ? WHERE id = ?')
      .run(JSON.stringify(document), id);
    const found = await documentsHandlers['documents.pictures'](point.context, {
      recordIds: [RecordId.parse(id)],
    });
    assert.deepEqual(
      found.items.map((one) => one.id),
      [picture],
    );
    const refused = write([id], nextFile(), { attachmentIds: [other] });
    await assert.rejects(refused, failsWith('attachment-not-found'));
    const attachmentIds = [AttachmentId.parse(picture)];
    await decideAll(point, { recordIds: [id], attachmentIds });
    const file = nextFile();
    assert.equal((await write([id], file, { attachmentIds })).pictures, 1);
    const bytes = readFileSync(file);
    const parts = await readWordParts(bytes, MOST);
    const [name] = [...(parts?.keys() ?? [])].filter((one) => one.startsWith('word/media/'));
    assert.deepEqual(parts?.get(name ?? ''), drawnPng(400, 300));
    assert.match(await textOfFile(file), /图1 现场/u);
    const without = nextFile();
    await write([id], without);
    assert.match(await textOfFile(without), /〔图片未随附〕图1 现场/u);
  });
});

describe('the last look at a Word file', () => {
  const cleared = {
    names: [{ name: '陆小川', pseudonym: '陆某', isMinor: false }],
    kept: [],
    files: [],
  };
  const paperOf = (title: string) =>
    officialPaper(
      [
        {
          format: 'jianzhi-record',
          formatVersion: 1,
          id: '01890000-0000-7000-8000-000000000000',
          kind: 'typical-case',
          title,
          keywords: [],
          caseNumbers: [],
          revision: 1,
          document: { version: 1, sections: [] },
        },
      ],
      { marking: '', signature: null, hasPicture: () => true },
    );

  it('refuses a name, a number and a marking that nobody decided about', async () => {
    await rescanWord(await wordFile(paperOf('陆某案'), new Map()), [cleared], MOST);
    for (const title of ['陆小川案', '陆\u200b小 川案', '电话13912345678']) {
      const bytes = await wordFile(paperOf(title), new Map());
      await assert.rejects(rescanWord(bytes, [cleared], MOST), failsWith('preflight-open'), title);
    }
    const marked = await wordFile(paperOf('机密★10年'), new Map());
    await assert.rejects(rescanWord(marked, [cleared], MOST), failsWith('state-secret-marked'));
  });

  it('refuses a picture that nobody looked through, and what is no whole file', async () => {
    const name = `${'a'.repeat(64)}.png`;
    const picture = { name, bytes: drawnPng(1, 1), width: 1, height: 1 };
    const bytes = await wordFile(paperOf('甲案'), new Map([['a'.repeat(64), picture]]));
    await assert.rejects(rescanWord(bytes, [cleared], MOST), failsWith('preflight-open'));
    const half = bytes.subarray(0, bytes.length / 2);
    await assert.rejects(rescanWord(half, [cleared], MOST), failsWith('preflight-open'));
  });
});

describe('a party', () => {
  it('of the table stands in a document under the pseudonym', async () => {
    const id = addRecord(point, { title: '假冒注册商标案', document: documentOf('何明远供述。') });
    const input = parties['parties.save'].input.parse({
      recordId: id,
      id: null,
      name: '何明远',
      role: 'defendant',
      isMinor: false,
      pseudonym: null,
    });
    await partiesHandlers['parties.save'](point.context, input);
    await decideAll(point, { recordIds: [id] }, () => ({ decision: 'pseudonym' }));
    const file = nextFile();
    await write([id], file);
    assert.match(await textOfFile(file), /何某供述/u);
  });
});
