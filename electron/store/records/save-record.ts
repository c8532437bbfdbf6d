import type { Database } from 'better-sqlite3';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { records } from '../../../shared/contract/records.ts';
import { canonicalJson } from '../../../shared/canonical-json.ts';
import { readDocument } from '../../../shared/document/read-document.ts';
import { Failure } from '../../../shared/errors.ts';
import { checkCodes } from '../code-lists/check-codes.ts';
import { isOthers } from '../inbox/is-others.ts';
import { keepBeforeSave } from '../revisions/keep-before-save.ts';
import { getRecord } from './get-record.ts';
import { storedFields } from './stored-fields.ts';
import { writeContent } from './write-content.ts';

type Save = (typeof records)['records.save'];
type Current = {
  number: number;
  status: string | null;
  saves: number;
  trashed_at: number | null;
  fields: string;
};

/**
 * Stores a whole record; on the disk and findable when it returns. A record in the trash is not written to, since it
 * would be changed out of everybody's sight. Fails: as `records.save` says.
 */
export function saveRecord(db: Database, input: InputOf<Save>, now: number): OutputOf<Save> {
  const document = readDocument(input.document);
  const save = db.transaction(() => {
    const current = db
      .prepare('SELECT number, status, saves, trashed_at, fields FROM records WHERE id = ?')
      .get(input.id) as Current | undefined;
    if (current === undefined) throw new Failure('record-not-found');
    if (current.trashed_at !== null) throw new Failure('record-in-trash');
    if (current.saves !== input.saves) {
      throw new Failure('record-changed-elsewhere', { saves: current.saves });
    }
    if (isOthers(db, current.number)) throw new Failure('record-read-only');
    if (current.status === null && isAnotherText(db, { ...input, document })) {
      throw new Failure('record-read-only');
    }
    const fields = input.fields ?? storedFields(current.fields);
    if (input.fields !== undefined) checkCodes(db, fields);
    keepBeforeSave(db, current.number, now);
    const { title, keywords, caseNumbers } = input;
    const content = { title, keywords, caseNumbers, document, fields };
    return { ...writeContent(db, current.number, content, now), savedAt: now };
  });
  return save.immediate();
}

/** What is noted of a precedent is ours; its text is not. It has no status. */
function isAnotherText(db: Database, input: InputOf<Save>): boolean {
  const { title, keywords, caseNumbers, document } = getRecord(db, input.id);
  const textOf = (text: Pick<InputOf<Save>, 'title' | 'keywords' | 'caseNumbers' | 'document'>) =>
    canonicalJson([text.title.trim(), text.keywords, text.caseNumbers, text.document]);
  return textOf(input) !== textOf({ title, keywords, caseNumbers, document });
}
