import type { documents } from '../../../shared/contract/documents.ts';
import type { InputOf } from '../../../shared/contract/define.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { recordNumber } from '../parties/party-row.ts';

/** See `documents.notePrint`. */
export function notePrint(
  context: StoreContext,
  { recordIds, outcome }: InputOf<(typeof documents)['documents.notePrint']>,
): void {
  const db = databaseOf(context);
  const ids = [...new Set(recordIds)];
  db.transaction(() => {
    for (const id of ids) {
      recordNumber(db, id);
      appendAudit(db, context.clock, {
        action: 'print-ended',
        subject: id,
        detail: { outcome, records: ids.length },
      });
    }
  }).immediate();
}
