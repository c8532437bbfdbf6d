import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { RecordKind, records } from '../../../shared/contract/records.ts';
import { readDocument } from '../../../shared/document/read-document.ts';
import { countCharacters } from '../../../shared/document/tree.ts';
import { Failure } from '../../../shared/errors.ts';
import { templates } from '../../../shared/templates/index.ts';
import { checkCodes } from '../code-lists/check-codes.ts';
import { indexRecord } from '../search/index-record.ts';
import { markRecord } from './mark-record.ts';
import { openingOf } from './opening-of.ts';
import { wordsOf } from './record-row.ts';
import { fieldsText, storedFields } from './stored-fields.ts';
import { titleKey } from './title-key.ts';

type Save = (typeof records)['records.save'];
type Current = {
  number: number;
  kind: RecordKind;
  saves: number;
  trashed_at: number | null;
  fields: string;
  tags: string;
};

/**
 * Stores a whole record; on the disk and findable when it returns. A record in the trash is not written to, since it
 * would be changed out of everybody's sight. Fails: as `records.save` says.
 */
export function saveRecord(db: Database, input: InputOf<Save>, now: number): OutputOf<Save> {
  const document = readDocument(input.document);
  const characters = countCharacters(document);
  const save = db.transaction(() => {
    const current = db
      .prepare('SELECT number, kind, saves, trashed_at, fields, tags FROM records WHERE id = ?')
      .get(input.id) as Current | undefined;
    if (current === undefined) throw new Failure('record-not-found');
    if (templates[current.kind].isReadOnly) throw new Failure('record-read-only');
    if (current.trashed_at !== null) throw new Failure('record-in-trash');
    if (current.saves !== input.saves) {
      throw new Failure('record-changed-elsewhere', { saves: current.saves });
    }
    const fields = input.fields ?? storedFields(current.fields);
    if (input.fields !== undefined) checkCodes(db, fields);
    const saves = current.saves + 1;
    db.prepare(
      `UPDATE records SET title = ?, keywords = ?, case_numbers = ?, document = ?, characters = ?, opening = ?,
         saves = ?, changed_at = ?, fields = ?, title_key = ? WHERE number = ?`,
    ).run(
      input.title,
      JSON.stringify(input.keywords),
      JSON.stringify(input.caseNumbers),
      JSON.stringify(document),
      characters,
      openingOf(document),
      saves,
      now,
      fieldsText(fields),
      titleKey(input.title),
      current.number,
    );
    if (input.fields !== undefined) markRecord(db, current.number, fields, wordsOf(current.tags));
    indexRecord(db, { ...input, number: current.number, document });
    return { saves, savedAt: now, characters };
  });
  return save.immediate();
}
