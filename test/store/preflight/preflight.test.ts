import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { attachmentsHandlers } from '../../../electron/store/attachments/handlers.ts';
import { auditHandlers } from '../../../electron/store/audit/handlers.ts';
import { packsHandlers } from '../../../electron/store/packs/handlers.ts';
import { partiesHandlers } from '../../../electron/store/parties/handlers.ts';
import { departing } from '../../../electron/store/preflight/gate.ts';
import { preflightHandlers } from '../../../electron/store/preflight/handlers.ts';
import { AttachmentId } from '../../../shared/contract/attachments.ts';
import { parties } from '../../../shared/contract/parties.ts';
import { RecordId } from '../../../shared/contract/records.ts';
import type { DocumentTree, Inline } from '../../../shared/document/tree.ts';
import { decideAll, lookAt } from '../../support/decide.ts';
import { failsWith } from '../../support/failure.ts';
import { draftPack, textOf } from '../../support/forge.ts';
import { addRecord, enrolAt, openOffice, watchJob } from '../../support/office.ts';

const MOBILE = '13912345678';

function textDocument(...lines: (string | Inline[])[]): DocumentTree {
  const blocks = lines.map((line) => ({
    type: 'paragraph' as const,
    children: typeof line === 'string' ? [{ type: 'text' as const, text: line }] : line,
  }));
  return { version: 2, sections: [{ id: 'facts', heading: '基本案情', blocks }] };
}

describe('the pre-flight', () => {
  const point = openOffice('云汀市人民检察院');
  const desk = openOffice('江岚省人民检察院', { kind: 'desk' });
  before(async () => {
    await enrolAt(point, desk);
    await enrolAt(desk, point);
  });
  after(() => {
    point.close();
    desk.close();
  });

  async function addParty(recordId: string, name: string, isMinor = false): Promise<void> {
    const input = parties['parties.save'].input.parse({
      recordId,
      id: null,
      name,
      role: 'defendant',
      isMinor,
      pseudonym: null,
    });
    await partiesHandlers['parties.save'](point.context, input);
  }
  async function attach(recordId: string, name: string, bytes: Buffer): Promise<AttachmentId> {
    const file = join(point.folder, name);
    writeFileSync(file, bytes);
    const { added } = await attachmentsHandlers['attachments.add'](
      point.context,
      { recordId: RecordId.parse(recordId), paths: [file] },
      watchJob(),
    );
    return AttachmentId.parse(added[0]?.id);
  }
  const draft = (id: string, attachmentIds: AttachmentId[] = []) =>
    draftPack(point, desk, { recordIds: [id], attachmentIds });
  const allText = (files: ReadonlyMap<string, Buffer>) =>
    [...files.values()].map((bytes) => bytes.toString()).join('\n');
  const setDocument = (id: string, document: DocumentTree) =>
    point.db
      .prepare('UPDATE records SET document = ? WHERE id = ?')
      .run(JSON.stringify(document), id);

  it('lets nothing leave while something is open, and leaves nothing behind', async () => {
    const id = addRecord(point, { document: textDocument(`联系电话${MOBILE}。`) });
    const file = join(point.folder, 'open.jzpack');
    const send = packsHandlers['packs.export'](
      point.context,
      { recordIds: [RecordId.parse(id)], to: desk.id, file },
      watchJob(),
    );
    await assert.rejects(send, failsWith('preflight-open'));
    assert.equal(point.db.prepare('SELECT count(*) FROM revisions').pluck().get(), 0);
  });

  it('counts a party that somebody adds while records leave one after another', async () => {
    const [first, second] = ['一段话。', '慕容听雪到案。'].map((text) =>
      addRecord(point, { document: textDocument(text) }),
    );
    const recordIds = [first ?? '', second ?? ''];
    const chosen = { recordIds, attachmentIds: [] };
    const all = async (between: () => Promise<void>) => {
      for await (const { record } of departing(point.db, chosen, watchJob(), () => 1)) {
        if (record.id === first) await between();
      }
    };
    await all(() => Promise.resolve());
    await assert.rejects(
      all(() => addParty(second ?? '', '慕容听雪')),
      failsWith('preflight-open'),
    );
  });

  it('locks a record with a state-secret marking, in the trash too: no attachment of it is saved out', async () => {
    const id = addRecord(point, { document: textDocument('机\u200b密★10年', '一段话。') });
    const attachment = await attach(id, '附记.txt', Buffer.from('附记'));
    const lock = () =>
      preflightHandlers['preflight.lock'](point.context, { id: RecordId.parse(id) });
    const saveOut = () => {
      const file = join(point.folder, '存出.txt');
      return attachmentsHandlers['attachments.saveAs'](
        point.context,
        { id: attachment, file },
        watchJob(),
      );
    };
    assert.deepEqual(lock(), { words: '机\u200b密★10年' });
    await assert.rejects(saveOut(), failsWith('state-secret-marked'));
    point.db.prepare('UPDATE records SET trashed_at = 1 WHERE id = ?').run(id);
    await assert.rejects(saveOut(), failsWith('state-secret-marked'));
    point.db.prepare('UPDATE records SET trashed_at = NULL WHERE id = ?').run(id);
    setDocument(id, textDocument('一段话，商业秘密★5年。'));
    assert.deepEqual(lock(), { words: null });
    await saveOut();
  });

  it('replaces, masks and keeps as decided, in titles, tables, footnotes and captions too', async () => {
    const name = '欧阳明远';
    const id = addRecord(point, {
      title: `${name}假冒注册商标案`,
      keywords: [`${name}案`],
      document: {
        version: 2,
        sections: [
          {
            id: 'facts',
            heading: `${name}的作案经过`,
            blocks: [
              {
                type: 'paragraph',
                children: [
                  { type: 'text', text: '被告人欧 阳' },
                  { type: 'text', text: '明\u200b远', bold: true },
                  { type: 'text', text: `，电话${MOBILE}，邮箱 lin@example.com。` },
                  { type: 'footnote', children: [{ type: 'text', text: `见${name}笔录` }] },
                ],
              },
              {
                type: 'table',
                rows: [
                  [{ children: [{ type: 'paragraph', children: [{ type: 'text', text: name }] }] }],
                ],
              },
              {
                type: 'image',
                attachmentId: '01890000-0000-7000-8000-000000000000',
                caption: [{ type: 'text', text: `${name}签字` }],
              },
            ],
          },
        ],
      },
    });
    await addParty(id, name);
    const decided = await decideAll(point, { recordIds: [id] }, ({ kind }) =>
      kind === 'email'
        ? { decision: 'keep', reason: '单位公开邮箱' }
        : { decision: kind === 'mobile' ? 'mask' : 'pseudonym' },
    );
    assert.equal(decided, 9);
    const made = await draft(id);
    const text = allText(made.files);
    assert.ok(!text.replaceAll(/[\s\u200b]|<[^>]*>/gu, '').includes(name));
    assert.ok(!text.includes(MOBILE) && text.includes('电话×××，邮箱 lin@example.com。'));
    assert.equal(made.pack.contents[0]?.title, '欧阳某假冒注册商标案');
    const html = textOf(made, `data/records/${id}/record.html`);
    assert.match(html, /被告人欧阳某，电话/u);
    assert.match(html, /见欧阳某笔录/u);
    assert.match(html, /<td><p>欧阳某<\/p><\/td>/u);
    assert.match(html, /<figcaption>欧阳某签字/u);
  });

  it('hides a company under its short forms too, and leaves the brand and what is only called so', async () => {
    const text =
      '被告单位云汀锦程商贸有限公司（下称锦程公司）。锦程商贸在锦程商贸城销售“锦程”茶叶。';
    const id = addRecord(point, { document: textDocument(text) });
    await addParty(id, '云汀锦程商贸有限公司');
    await decideAll(point, { recordIds: [id] }, () => ({ decision: 'pseudonym' }));
    const { files } = await draft(id);
    const page = allText(files);
    assert.match(page, /被告单位(云某[甲乙丙丁]?公司)（下称\1）。\1在锦程商贸城销售“锦程”茶叶。/u);
    assert.doesNotMatch(page, /锦程公司|锦程商贸在/u);
  });

  it('writes a report that says what was done where, and never what was found', async () => {
    const id = addRecord(point, { document: textDocument(`电话${MOBILE}，已核实。`) });
    await decideAll(point, { recordIds: [id] }, () => ({ decision: 'mask' }));
    const { pack } = await draft(id);
    assert.deepEqual(pack.preflight, {
      scanned: true,
      decisions: [
        {
          recordId: id,
          rule: 'mobile',
          place: 'document/sections/0/blocks/0/children',
          start: 2,
          end: 5,
          decision: 'mask',
          role: 'officer',
        },
      ],
    });
  });

  it('opens again what was decided when the text changes, and offers the same decision', async () => {
    const id = addRecord(point, { document: textDocument(`电话${MOBILE}。`) });
    const leaving = { recordIds: [id] };
    await decideAll(point, leaving, () => ({ decision: 'keep', reason: '公开的客服电话' }));
    assert.equal((await lookAt(point, leaving)).open, 0);
    setDocument(id, textDocument(`电话${MOBILE}。补充一句。`));
    const { findings, open } = await lookAt(point, leaving);
    assert.equal(open, 1);
    assert.deepEqual(findings[0]?.earlier, { decision: 'keep', reason: '公开的客服电话' });
    await assert.rejects(draft(id), failsWith('preflight-open'));
  });

  it('finds whoever is named like a party and stands in no table, wherever the name stands', async () => {
    const id = addRecord(point, {
      title: '陆小川侵犯著作权案',
      document: textDocument('被告人陆小川，男。', '后陆小川认罪。'),
    });
    const { findings } = await lookAt(point, { recordIds: [id] });
    assert.deepEqual(
      findings.map(({ kind, text, pseudonym }) => [kind, text, pseudonym]),
      Array.from({ length: 3 }, () => ['named-party', '陆小川', '陆某']),
    );
  });

  it('hides the people of one record in the text of another, whether they leave together or not', async () => {
    const one = addRecord(point, { document: textDocument('本案另案处理。') });
    await addParty(one, '司徒静安');
    await addParty(one, '向阳');
    const other = addRecord(point, { document: textDocument('司徒静安一案另见。工厂在向阳路。') });
    point.db.prepare(`UPDATE records SET case_numbers = '[]' WHERE id = ?`).run(other);
    const alone = await lookAt(point, { recordIds: [other] });
    // Of matters apart, two characters are no name yet: they stand in too many words.
    assert.deepEqual(
      alone.findings.map(({ kind, text, pseudonym }) => [kind, text, pseudonym]),
      [['party-name', '司徒静安', '司徒某']],
    );
    assert.equal((await lookAt(point, { recordIds: [one, other] })).open, 2);
  });

  it('gives a stranger another pseudonym where the own matter has that one', async () => {
    const far = addRecord(point, { document: textDocument('另案。') });
    await addParty(far, '皇甫远山');
    const own = addRecord(point, { document: textDocument('皇甫远山与皇甫近水并非一人。') });
    point.db.prepare(`UPDATE records SET case_numbers = ? WHERE id = ?`).run('[]', own);
    await addParty(own, '皇甫近水');
    const { findings } = await lookAt(point, { recordIds: [own] });
    const given = findings.map(({ pseudonym }) => pseudonym);
    assert.equal(new Set(given).size, 2, given.join());
  });

  it('never keeps the name of a minor', async () => {
    const id = addRecord(point, { document: textDocument('证人端木小雨陈述。') });
    await addParty(id, '端木小雨', true);
    const { findings } = await lookAt(point, { recordIds: [id] });
    const [found] = findings;
    assert.deepEqual(found?.options, ['pseudonym', 'mask']);
    await assert.rejects(
      decideAll(point, { recordIds: [id] }),
      failsWith('preflight-decision-invalid'),
    );
  });

  it('wants a reason for what stays, and one that tells nothing', async () => {
    const id = addRecord(point, { document: textDocument(`慕容天佑的电话是${MOBILE}。`) });
    await addParty(id, '慕容天佑');
    const keep = (reason: string) =>
      decideAll(point, { recordIds: [id] }, () => ({ decision: 'keep', reason }));
    await assert.rejects(keep(''), failsWith('preflight-reason-missing'));
    await assert.rejects(keep('慕容 天佑同意公开'), failsWith('preflight-reason-reveals'));
    await assert.rejects(keep(`回访${MOBILE}后同意`), failsWith('preflight-reason-reveals'));
    assert.equal(await keep('本人书面同意公开'), 2);
    const { items } = await auditHandlers['audit.list'](point.context, {
      offset: 0,
      limit: 1,
      action: 'preflight-decided',
    });
    assert.deepEqual(items[0]?.detail, {
      decision: 'keep',
      reason: '本人书面同意公开',
      mobile: 1,
      'party-name': 1,
    });
  });

  it('keeps a name where that was decided and nowhere else', async () => {
    const id = addRecord(point, { document: textDocument('甲方诸葛清和。', '乙方诸葛清和。') });
    await addParty(id, '诸葛清和');
    let first = true;
    await decideAll(point, { recordIds: [id] }, () => {
      const chosen = first
        ? ({ decision: 'keep', reason: '判决已公布' } as const)
        : ({ decision: 'pseudonym' } as const);
      first = false;
      return chosen;
    });
    const html = textOf(await draft(id), `data/records/${id}/record.html`);
    assert.match(html, /甲方诸葛清和。[\s\S]*乙方诸葛某。/u);
  });

  it('lets no state secret leave, whatever is decided and however it is hidden', async () => {
    for (const line of ['机密★10年', '机\u200b密★10年', '绝\ufeff密']) {
      const id = addRecord(point, { title: line, document: textDocument('正文。') });
      const { records, findings } = await lookAt(point, { recordIds: [id] });
      assert.equal(records[0]?.isLocked, true, line);
      assert.deepEqual(findings[0]?.options, []);
      await assert.rejects(decideAll(point, { recordIds: [id] }), failsWith('state-secret-marked'));
      await assert.rejects(draft(id), failsWith('state-secret-marked'));
    }
  });

  describe('of attachments', () => {
    it('are read once for the same names, and again for a name that came since, of their own matter or another', async () => {
      const id = addRecord(point, { title: '记得的附件', document: textDocument('甲') });
      const other = addRecord(point, { title: '另一件', document: textDocument('乙') });
      const text = await attach(id, '记录.txt', Buffer.from('西门长庚和南宫向晚到场。'));
      const data = await attach(id, '数据.bin', Buffer.from([0, 1, 2, ...Buffer.from('西门长庚')]));
      const leaving = { recordIds: [id], attachmentIds: [text, data] };
      const looked = async () =>
        (await lookAt(point, leaving)).findings
          .filter(({ kind }) => kind === 'party-name')
          .map((found) => [found.text, found.place.where, found.place.name]);
      assert.deepEqual(await looked(), []);
      await addParty(id, '西门长庚');
      const own = [
        ['西门长庚', 'attachment-text', '记录.txt'],
        ['西门长庚', 'attachment', '数据.bin'],
      ];
      assert.deepEqual(await looked(), own);
      await addParty(other, '南宫向晚');
      const both = [own[0], ['南宫向晚', 'attachment-text', '记录.txt'], own[1]];
      assert.deepEqual(await looked(), both);
      const { hash } = point.db
        .prepare<[string], { hash: string }>('SELECT hash FROM record_attachments WHERE id = ?')
        .get(text) ?? { hash: '' };
      // Were it read again, this would be found out.
      point.db
        .prepare('UPDATE attachment_chunks SET bytes = ? WHERE hash = ?')
        .run(Buffer.from('坏'), hash);
      assert.deepEqual(await looked(), both);
      const alone = { recordIds: [id], attachmentIds: [text] };
      await decideAll(point, alone);
      await assert.rejects(draftPack(point, desk, alone), failsWith('attachment-damaged'));
    });

    it('reads their names and texts; in a text there is only keeping', async () => {
      const id = addRecord(point);
      await addParty(id, '东方玉成');
      const file = await attach(id, '东方玉成笔录.txt', Buffer.from(`东方玉成，电话${MOBILE}`));
      const leaving = { recordIds: [id], attachmentIds: [file] };
      const { findings } = await lookAt(point, leaving);
      assert.deepEqual(
        findings.map(({ kind, place, options }) => [kind, place.where, options.join(' ')]),
        [
          ['party-name', 'attachment-name', 'pseudonym mask keep'],
          ['mobile', 'attachment-text', 'keep'],
          ['party-name', 'attachment-text', 'keep'],
        ],
      );
      await decideAll(point, leaving, ({ place }) =>
        place.where === 'attachment-name'
          ? { decision: 'pseudonym' }
          : { decision: 'keep', reason: '接收单位须核对原文' },
      );
      const made = await draft(id, [file]);
      assert.equal(made.pack.contents[0]?.attachments[0]?.name, '东方某笔录.txt');
    });

    it('asks about each that cannot be read', async () => {
      const id = addRecord(point);
      const file = await attach(id, '卷宗.zip', Buffer.from('PK\u0003\u0004nothing'));
      const { findings } = await lookAt(point, { recordIds: [id], attachmentIds: [file] });
      assert.deepEqual(
        findings.map(({ kind, options }) => [kind, options]),
        [['attachment-unread', ['keep']]],
      );
    });
  });

  it('shows a record exactly as it will leave, with the places of what was changed', async () => {
    const id = addRecord(point, { document: textDocument(`电话${MOBILE}。`) });
    await decideAll(point, { recordIds: [id] }, () => ({ decision: 'mask' }));
    const shown = await preflightHandlers['preflight.show'](point.context, {
      recordId: RecordId.parse(id),
      recordIds: [RecordId.parse(id)],
      attachmentIds: [],
    });
    const left = JSON.parse(textOf(await draft(id), `data/records/${id}/record.json`)) as object;
    assert.deepEqual({ ...shown.record, revision: 1 }, { ...left, revision: 1 });
    assert.deepEqual(shown.changes, [
      {
        path: ['document', 'sections', 0, 'blocks', 0, 'children'],
        start: 2,
        end: 5,
        kind: 'mobile',
        decision: 'mask',
      },
    ]);
  });
});
