import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import {
  exportedRecordText,
  type ExportedRecord,
} from '../../../shared/document/exported-record.ts';
import { renderRecordHtml } from '../../../shared/document/render-record-html.ts';
import { findInRecord } from '../../../shared/preflight/find-in-record.ts';
import { bareName } from '../../../shared/preflight/find-party-names.ts';
import { passagesOf } from '../../../shared/text/scan/scan-record.ts';
import type { AttachmentRow } from '../attachments/attachment-row.ts';
import { recordNumber } from '../parties/party-row.ts';
import { readChosen } from '../packs/read-chosen.ts';
import { decisionsOf, type Decisions } from './decisions.ts';
import type { AttachedFiles } from './attached-file.ts';
import { examineAttachment, remarksOf } from './examine-attachment.ts';
import {
  optionsFor,
  type Attached,
  type Examined,
  type Finding,
  type FoundHere,
} from './finding.ts';
import type { NameTable, Standing } from './known-names.ts';
import { leavingRecord } from './leaving-record.ts';
import { leftoversOf, type Kept } from './leftovers.ts';
import { textAround } from './text-around.ts';
import { textOfPage } from './text-of-page.ts';

/** Which records leave together, and with which files. */
export type Together = { table: NameTable; files: AttachedFiles };

/**
 * Everything about a record that has to be decided before it leaves. Fails: `record-not-found`, `record-in-trash`,
 * `attachment-damaged`, `document-invalid`, `document-newer`.
 */
export async function examineRecord(
  db: Database,
  recordId: string,
  rows: readonly AttachmentRow[],
  { table, files }: Together,
  isStopped: () => boolean,
): Promise<Examined> {
  const raw = readChosen(db, recordId);
  const number = recordNumber(db, raw.id as Parameters<typeof recordNumber>[1]);
  const decisions = decisionsOf(db, number);
  const attached: Attached[] = [];
  const inFiles: Finding[] = [];
  for (const [at, row] of rows.entries()) {
    const file = await files.read(row, { keepsRemarks: false }, isStopped);
    const remarks = remarksOf(row, file, at).map((found) =>
      settle(decisions, hashOfFile(row), found),
    );
    inFiles.push(...remarks);
    const keepsRemarks = remarks.some(({ decided }) => decided?.decision === 'keep');
    attached.push({
      row,
      file: keepsRemarks ? await files.read(row, { keepsRemarks }, isStopped) : file,
    });
  }
  const standing = await standingIn(attached, table);
  const { names, suggest } = table.of(number, allWords(raw, attached), standing);
  const content = hashOf(exportedRecordText({ ...raw, revision: 1 }));
  const inRecord = findInRecord(raw, names, suggest).map((found) =>
    settle(decisions, content, {
      ...found,
      ...textAround(raw, found),
      attachment: null,
      holds: [],
      options: optionsFor(found, ['pseudonym', 'mask', 'keep']),
    }),
  );
  const key = attached.length === 0 ? '' : hashOf(JSON.stringify(names));
  for (const [at, { row, file }] of attached.entries()) {
    const hash = hashOfFile(row);
    for (const found of await examineAttachment(row, file, { names, key }, at)) {
      inFiles.push(settle(decisions, hash, found));
    }
  }
  const examined = { number, raw, names, findings: [...inRecord, ...inFiles], attached };
  return {
    ...examined,
    findings: [...examined.findings, ...onlyInOutput(examined, decisions, content)],
  };
}

/** Which names of other matters stand in the files, each read once for the same names. */
async function standingIn(attached: readonly Attached[], table: NameTable): Promise<Standing> {
  for (;;) {
    const key = table.key();
    // Nobody is looked for, so nothing need be read.
    if (key === '') return { key, at: [] };
    for (const { file } of attached) {
      if (file.found.standing?.key === key) continue;
      const { pages, texts } = await file.content();
      // Somebody wrote a name while the file was read: all of them once more.
      if (table.key() !== key) break;
      const at = table.standingIn([...pages, ...texts].map(({ text }) => text).join('\n'));
      file.found.standing = { key, at };
    }
    if (table.key() !== key) continue;
    return { key, at: attached.flatMap(({ file }) => file.found.standing?.at ?? []) };
  }
}

/** All that leaves of a record but the words of its files, to see which of many names stand in it. */
function allWords(raw: ExportedRecord, attached: readonly Attached[]): string {
  const passages = passagesOf(raw).map(({ strips }) => strips.map(({ text }) => text).join(''));
  const files = attached.map(({ row }) => row.name);
  return [...passages, textOfPage(renderRecordHtml(raw), raw), ...files].join('\n');
}

/** What is found in the pages as they would be written and was not found before; it can be kept, or the text mended. */
function onlyInOutput(examined: Examined, decisions: Decisions, content: string): Finding[] {
  const { record } = leavingRecord(examined, examined.raw);
  // Whatever is open is known already.
  const kept: Kept = examined.findings.filter(
    ({ decided }) => decided === null || decided.decision === 'keep',
  );
  return leftoversOf(record, examined.names, kept).map(({ kind, text, isMinor }) =>
    settle(decisions, content, {
      kind,
      text,
      place: { where: 'output', name: '', page: 0 },
      before: '',
      after: '',
      pieces: [],
      attachment: null,
      holds: [],
      pseudonym: null,
      options: optionsFor({ kind, isMinor, pseudonym: null }, ['keep']),
    }),
  );
}

function settle(decisions: Decisions, content: string, found: FoundHere): Finding {
  const textKey = bareName(found.text);
  const places = found.pieces.map(({ path, start, end }) => `${path.join('/')} ${start} ${end}`);
  const { where, page, part } = found.place;
  const id = hashOf(
    [
      found.kind,
      where,
      page,
      found.attachment === null ? '' : content,
      ...(part === undefined ? [] : [part]),
      ...places,
      found.text,
    ].join('\n'),
  ).slice(0, 32);
  const decided = decisions.holding(id, content);
  const holds = decided !== null && found.options.includes(decided.decision);
  return {
    ...found,
    id,
    textKey,
    content,
    decided: holds ? decided : null,
    earlier: decisions.earlier(found.kind, textKey, content),
  };
}

function hashOfFile({ hash, name }: AttachmentRow): string {
  return hashOf(`${hash}\n${name}`);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
