import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attachmentsHandlers } from '../../../electron/store/attachments/handlers.ts';
import { recordsHandlers } from '../../../electron/store/records/handlers.ts';
import { reviewHandlers } from '../../../electron/store/review/handlers.ts';
import type { AttachmentId } from '../../../shared/contract/attachments.ts';
import type { RecordId } from '../../../shared/contract/records.ts';
import type { Block } from '../../../shared/document/tree.ts';
import type { RecordFields } from '../../../shared/templates/record-fields.ts';
import { watchJob } from '../office.ts';
import { makeFile, sha256 } from './files.ts';
import type { Office, OwnGuidance, OwnRecord, Trial } from './model.ts';

// What somebody writes: records with words of their own, files with them, notices and calls; each approved.

/** A sentence that every version has; remarks on it keep their place. */
export const STEADY = '涉案包装一万二千套，均已扣押在案，另有礼盒三千套。';
export const STEADY_PASSAGE = '一万二千套';

const subjects = ['岑岭云雾茶', '折枝文创', '汐桥电机', '望舒灯具', '临溪竹编'];
const matters = ['假冒注册商标案', '侵犯商业秘密案', '地理标志保护案', '著作权监督案'];

/** A draft with words and files of its own, approved; `call`: what it is written for. */
export async function writeRecord(
  trial: Trial,
  office: Office,
  to: number,
  call: string | null = null,
): Promise<OwnRecord> {
  const { random } = trial;
  const title = `${random.pick(subjects)}${random.pick(matters)}`;
  const draft = { kind: 'typical-case', title, ...(call === null ? {} : { call }) } as const;
  const { id } = await recordsHandlers['records.create'](office.context, draft);
  const record: OwnRecord = { id, title, words: '', to, versions: 0, call, files: new Map() };
  office.life.own.set(id, record);
  await rewrite(trial, office, record);
  return record;
}

/** Other words under the same title, approved anew; what is attached may change with them. */
export async function rewrite(trial: Trial, office: Office, record: OwnRecord): Promise<void> {
  record.versions += 1;
  record.words = newWords(trial, record.versions);
  if (trial.random.below(4) === 0) await changeFiles(trial, office, record);
  await saveWords(office, record, {});
}

function newWords({ random }: Trial, version: number): string {
  return `第${String(version)}稿（${String(random.below(1_000_000))}）：现将案情报告如下。`;
}

/** The first paragraph is written anew; the second stays as it stands, with what is marked in it. */
async function saveWords(
  { context }: Office,
  { id: plainId, title, words }: { id: string; title: string; words: string },
  changed: Partial<RecordFields>,
): Promise<void> {
  const id = plainId as RecordId;
  const stands = await recordsHandlers['records.get'](context, { id });
  const { saves, document, keywords, caseNumbers } = stands;
  const [first, ...others] = document.sections;
  assert.ok(first);
  const [, steady = saying(STEADY)] = first.blocks;
  await recordsHandlers['records.save'](context, {
    id,
    saves,
    title,
    keywords,
    caseNumbers,
    fields: { ...stands.fields, ...changed },
    document: { ...document, sections: [{ ...first, blocks: [saying(words), steady] }, ...others] },
  });
  await reviewHandlers['review.step'](context, { id, to: 'approved', comment: '' });
}

const saying = (text: string): Block => ({ type: 'paragraph', children: [{ type: 'text', text }] });

/** Another file beside those that are there, or one taken off. */
export async function changeFiles(
  trial: Trial,
  { context }: Office,
  record: OwnRecord,
): Promise<void> {
  const [oldest] = record.files.keys();
  if (oldest !== undefined && trial.random.below(3) === 0) {
    await attachmentsHandlers['attachments.remove'](context, { ids: [oldest as AttachmentId] });
    record.files.delete(oldest);
    return;
  }
  const { name, bytes, planted } = await makeFile(trial.random);
  const file = join(trial.folder, name);
  writeFileSync(file, bytes);
  const { added, known } = await attachmentsHandlers['attachments.add'](
    context,
    { recordId: record.id as RecordId, paths: [file] },
    watchJob(),
  );
  rmSync(file);
  const [one] = added;
  if (one === undefined) {
    assert.equal(known, 1, 'it was attached already');
    return;
  }
  const hash = sha256(bytes);
  trial.files.set(hash, bytes);
  record.files.set(one.id, { name: one.name, sha256: hash, planted });
}

/** A call with a last day, or a notice. */
export async function writeGuidance(trial: Trial, office: Office): Promise<OwnGuidance> {
  const kind = trial.random.below(3) === 0 ? 'notice' : 'call';
  const title = `第${String(trial.week)}周${kind === 'call' ? '案例征集' : '工作通知'}`;
  const { id } = await recordsHandlers['records.create'](office.context, { kind, title });
  const month = String(1 + trial.random.below(9)).padStart(2, '0');
  const due = kind === 'call' ? `2027-${month}-15` : null;
  const mine: OwnGuidance = { id, kind, title, words: '', versions: 0, due, standing: null };
  office.life.calls.set(id, mine);
  await rewriteGuidance(trial, office, mine);
  return mine;
}

/** Other words, or another standing. */
export async function rewriteGuidance(
  trial: Trial,
  office: Office,
  mine: OwnGuidance,
): Promise<void> {
  mine.versions += 1;
  mine.words = newWords(trial, mine.versions);
  const { due, standing } = mine;
  await saveWords(office, mine, {
    ...(due === null ? {} : { due }),
    ...(standing === null ? {} : { standing }),
  });
}
