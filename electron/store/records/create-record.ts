import type { Database } from 'better-sqlite3';
import type { RecordId, RecordKind } from '../../../shared/contract/records.ts';
import type { WorkspaceKind } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/errors.ts';
import { noFields } from '../../../shared/templates/record-fields.ts';
import { isWrittenAt, newDocument, templates } from '../../../shared/templates/index.ts';
import { insertRecord } from './insert-record.ts';

/**
 * An empty record with its template's sections. `call`: the call that it is written for, by its id at who calls. Fails: `record-read-only` for
 * precedents; `kind-not-written-here` for notices and calls at a contact point.
 */
export function createRecord(
  db: Database,
  workspace: WorkspaceKind,
  input: { kind: RecordKind; title: string; call?: string | undefined },
  now: number,
): { id: RecordId; saves: number } {
  if (templates[input.kind].isReadOnly) throw new Failure('record-read-only');
  refuseForeignKinds(workspace, [input.kind]);
  const { kind, title, call } = input;
  const record = {
    kind,
    title,
    fields: call === undefined ? noFields() : { ...noFields(), call },
    keywords: [],
    caseNumbers: [],
    document: newDocument(input.kind),
    source: null,
  };
  return { id: db.transaction(() => insertRecord(db, record, now)).immediate(), saves: 1 };
}

/** Notices and calls come from above. Fails: `kind-not-written-here`. */
export function refuseForeignKinds(
  workspace: WorkspaceKind,
  kinds: readonly (RecordKind | null)[],
): void {
  const isForeign = (kind: RecordKind | null) =>
    kind !== null && !templates[kind].isReadOnly && !isWrittenAt(kind, workspace);
  if (kinds.some(isForeign)) throw new Failure('kind-not-written-here');
}
