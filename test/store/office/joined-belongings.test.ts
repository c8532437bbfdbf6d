import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { attachmentsHandlers } from '../../../electron/store/attachments/handlers.ts';
import { officeHandlers } from '../../../electron/store/office/handlers.ts';
import { recordsHandlers } from '../../../electron/store/records/handlers.ts';
import { AttachmentId } from '../../../shared/contract/attachments.ts';
import type { DocumentTree } from '../../../shared/document/tree.ts';
import type { RecordFields } from '../../../shared/templates/record-fields.ts';
import {
  back,
  doc,
  enrol,
  get,
  open,
  save,
  toReview,
  writeRecord,
  type Office,
} from '../../support/colleagues.ts';
import { watchJob } from '../../support/office.ts';

const FIRST = '被告人何某甲从他人处购入散装茶叶。';
const SECOND = '销售金额三十一万元。';

describe('what belongs to a record that went to a colleague and comes back', () => {
  let author: Office;
  let reviewer: Office;
  before(async () => {
    [author, reviewer] = [await open('林某的电脑'), await open('周某某的电脑')];
    await enrol(author, reviewer);
    await enrol(reviewer, author);
  });
  after(() => [author, reviewer].forEach((office) => office.cleanUp()));

  it('takes off what the other side took off, keeps what was renamed or is shown here, and loses nothing', async () => {
    const id = await writeRecord(author, '附件增减', doc(FIRST, SECOND));
    const attach = async (at: Office, name: string) => {
      const file = join(at.folder, '..', `${String(process.pid)}-${name}`);
      writeFileSync(file, name);
      after(() => rmSync(file, { force: true }));
      const wish = { recordId: id, paths: [file] };
      const { added } = await attachmentsHandlers['attachments.add'](at.context, wish, watchJob());
      return AttachmentId.parse(added[0]?.id);
    };
    const ids = async (at: Office, removed = false) =>
      (
        await attachmentsHandlers['attachments.list'](at.context, {
          recordId: id,
          removed,
          offset: 0,
          limit: 100,
        })
      ).items.map((one) => one.id);
    const image = (attachmentId: string): DocumentTree => {
      const made = doc(FIRST, SECOND);
      made.sections[0]?.blocks.push({ type: 'image', attachmentId, caption: [] });
      return made;
    };
    const [gone, renamed, shown, kept] = [
      await attach(author, '一.txt'),
      await attach(author, '二.txt'),
      await attach(author, '三.txt'),
      await attach(author, '四.txt'),
    ];
    await toReview(author, reviewer, id);
    await attachmentsHandlers['attachments.remove'](reviewer.context, {
      ids: [gone, renamed, shown],
    });
    const theirs = await attach(reviewer, '五.txt');
    const later = await attach(author, '六.txt');
    await attachmentsHandlers['attachments.rename'](author.context, {
      id: renamed,
      name: '新.txt',
    });
    await save(author, id, image(shown));
    await back(reviewer, author, id);
    assert.deepEqual(new Set(await ids(author)), new Set([renamed, shown, kept, later, theirs]));
    assert.deepEqual(await ids(author, true), [gone]);

    // The same the other way; and what was kept there though it was off here comes back.
    await attachmentsHandlers['attachments.remove'](author.context, { ids: [kept] });
    await toReview(author, reviewer, id);
    assert.deepEqual(new Set(await ids(reviewer)), new Set([renamed, shown, theirs, later]));
    assert.ok((await ids(reviewer, true)).includes(kept));
  });

  it('takes out a property that the other side took out, and keeps one that was changed here', async () => {
    const id = await writeRecord(author, '属性增减', doc(FIRST));
    const set = async (at: Office, fields: Partial<RecordFields>) => {
      const now = await get(at, id);
      const { saves, title, keywords, caseNumbers, document } = now;
      const content = { id, saves, title, keywords, caseNumbers, document };
      await recordsHandlers['records.save'](at.context, {
        ...content,
        fields: { ...now.fields, ...fields },
      });
    };
    await set(author, { handlingProcuratorate: '云汀市人民检察院', prosecutor: '林某' });
    await toReview(author, reviewer, id);
    await set(reviewer, { handlingProcuratorate: '', prosecutor: '' });
    await set(author, { prosecutor: '周某某' });
    await back(reviewer, author, id);
    const { conflicts } = await officeHandlers['office.conflicts'](author.context, {
      recordId: id,
    });
    assert.equal(conflicts.length, 1);
    assert.equal((await get(author, id)).fields.prosecutor, '周某某');
    const { saves } = await get(author, id);
    const choices = { [conflicts[0]?.key ?? '']: 'ours' as const };
    await officeHandlers['office.merge'](author.context, { recordId: id, saves, choices });
    const { handlingProcuratorate, prosecutor } = (await get(author, id)).fields;
    assert.deepEqual([handlingProcuratorate, prosecutor], ['', '周某某']);
  });
});
