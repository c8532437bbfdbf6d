import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Database } from 'better-sqlite3';
import { ZipFile } from 'yazl';
import { createAnswer } from '../../electron/store/answer.ts';
import type { OpenWorkspace, StoreContext } from '../../electron/store/context.ts';
import { migrations } from '../../electron/store/database/migrations/index.ts';
import { storeHandlers } from '../../electron/store/handlers.ts';
import type { CallInput, CallOutput, StoreOperationName } from '../../shared/contract/index.ts';
import type { WorkspaceKind } from '../../shared/contract/workspace.ts';
import { Failure } from '../../shared/errors.ts';
import { databaseAt } from './migrated-database.ts';

/** A desk's database behind the whole contract, schemas checked both ways, and a clock that stands still until it is set. */
export type TempDesk = {
  db: Database;
  folder: string;
  now: number;
  call<Name extends StoreOperationName>(
    name: Name,
    input: CallInput<Name>,
  ): Promise<CallOutput<Name>>;
  /** Writes a file into the folder and answers its place. */
  file(name: string, content: string | Uint8Array): string;
  close(): void;
};

export function openTempDesk(kind: WorkspaceKind = 'desk'): TempDesk {
  const folder = mkdtempSync(path.join(tmpdir(), 'jianzhi-desk-'));
  const { db, cleanUp } = databaseAt(migrations.length);
  const info = { id: 'desk', kind, name: '知识产权检察厅', createdAt: 0, folder };
  const open: OpenWorkspace = { db, info, close: () => undefined };
  const desk: TempDesk = {
    db,
    folder,
    now: Date.UTC(2026, 10, 23, 4),
    call: async (name, input) => {
      const result = await answer({ name, input });
      if (!result.ok) throw new Failure(result.failure.code, result.failure.detail);
      return result.value as CallOutput<typeof name>;
    },
    file: (name, content) => {
      const place = path.join(folder, name);
      writeFileSync(place, content);
      return place;
    },
    close: () => {
      cleanUp();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const context: StoreContext = { clock: () => desk.now, open };
  const answer = createAnswer(context, storeHandlers, {
    checkOutput: true,
    report: () => undefined,
  });
  return desk;
}

/** An enrolled office, as far as the registry looks at one. */
export function enrolOffice(db: Database, officeId: string, name: string): void {
  db.prepare(
    `INSERT INTO office_cards (fingerprint, office_id, name, kind, card_version, card, signing_public, signing_key_id, age_recipient, enrolled_at)
     VALUES (?, ?, ?, 'contact-point', 1, '', zeroblob(32), zeroblob(8), ?, 1)`,
  ).run(`fingerprint of ${officeId}`, officeId, name, `age of ${officeId}`);
}

/** A submitted record that came from an office, as receiving stores it. Answers its number. */
export function receiveRecord(
  db: Database,
  from: {
    sender: string;
    at: number;
    state?: string;
    keywords?: readonly string[];
    library?: string;
  },
): number {
  const number = Number(
    db
      .prepare(
        'SELECT max((SELECT coalesce(max(number), 0) FROM records), (SELECT coalesce(max(number), 0) FROM packs_received)) + 1',
      )
      .pluck()
      .get(),
  );
  const id = `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  db.prepare(
    `INSERT INTO records (number, id, kind, title, keywords, case_numbers, document, characters, opening, saves, created_at, changed_at)
     VALUES (?, ?, 'typical-case', ?, ?, '[]', ?, 0, '', 1, ?, ?)`,
  ).run(
    number,
    id,
    `林某假冒注册商标案（${number}）`,
    JSON.stringify(from.keywords ?? []),
    JSON.stringify({ version: 2, sections: [{ id: 'facts', heading: '基本案情', blocks: [] }] }),
    from.at,
    from.at,
  );
  db.prepare(
    `INSERT INTO packs_received (number, pack_id, kind, sender_id, sender_name, sender_fingerprint, channel, epoch, sequence, hash,
       created_at, received_at, file_name, highest_marking, contents)
     VALUES (?, ?, 'submission', ?, '某院', '', ?, 'e', ?, '', ?, ?, '', 'internal', '[]')`,
  ).run(number, `pack ${number}`, from.sender, from.sender, number, from.at, from.at);
  db.prepare(
    `INSERT INTO received_records (record_number, library, sender_id, record_id, kind, revision, sha256, pack_number, received_at, state, state_at)
     VALUES (?, ?, ?, ?, 'typical-case', 1, '', ?, ?, ?, ?)`,
  ).run(
    number,
    from.library ?? 'received',
    from.sender,
    id,
    number,
    from.at,
    from.state ?? 'received',
    from.at,
  );
  return number;
}

/** A workbook with one sheet, as small as one can be: shared strings, an inline text, a number. Rows may have gaps. */
export async function smallWorkbook(
  rows: readonly (readonly (string | number | null)[])[],
): Promise<Buffer> {
  const strings: string[] = [];
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const cell = (value: string | number | null, column: number, row: number) => {
    const place = `${String.fromCharCode(65 + column)}${row}`;
    if (value === null) return '';
    if (typeof value === 'number')
      return `<c r="${place}"><v>${value > 1e10 ? value.toExponential() : value}</v></c>`;
    if (column % 2 === 1)
      return `<c r="${place}" t="inlineStr"><is><t>${escape(value)}</t></is></c>`;
    strings.push(value);
    return `<c r="${place}" t="s"><v>${strings.length - 1}</v></c>`;
  };
  const sheet = rows
    .map(
      (cells, at) =>
        `<row r="${at + 1}">${cells.map((value, column) => cell(value, column, at + 1)).join('')}</row>`,
    )
    .join('');
  const zip = new ZipFile();
  const add = (name: string, xml: string) =>
    zip.addBuffer(Buffer.from(`<?xml version="1.0"?>${xml}`), name);
  add(
    'xl/workbook.xml',
    '<workbook><sheets><sheet name="旧" state="hidden" r:id="r0"/><sheet name="名单" r:id="r1"/></sheets></workbook>',
  );
  add(
    'xl/_rels/workbook.xml.rels',
    '<Relationships><Relationship Id="r0" Target="worksheets/sheet1.xml"/><Relationship Id="r1" Target="worksheets/sheet2.xml"/></Relationships>',
  );
  add('xl/worksheets/sheet1.xml', '<worksheet><sheetData/></worksheet>');
  add('xl/worksheets/sheet2.xml', `<worksheet><sheetData>${sheet}</sheetData></worksheet>`);
  add(
    'xl/sharedStrings.xml',
    `<sst>${strings.map((text) => `<si><r><t>${escape(text)}</t></r><rPh><t>pinyin</t></rPh></si>`).join('')}</sst>`,
  );
  zip.end();
  return buffer(zip.outputStream);
}
