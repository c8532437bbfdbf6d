import type { Handlers } from '../../../shared/contract/define.ts';
import type { office } from '../../../shared/contract/office.ts';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { inPackTurn } from '../packs/in-pack-turn.ts';
import { findOffice } from '../points/offices.ts';
import { readKept } from '../revisions/record-content.ts';
import { conflictsOf, mergeOffice } from './merge.ts';
import { listRounds } from './rounds.ts';
import { sendOffice } from './send-office.ts';

export const officeHandlers: Handlers<typeof office, StoreContext> = {
  'office.send': (context, input, control) =>
    inPackTurn(databaseOf(context), () => sendOffice(context, input, control)),
  'office.rounds': (context, { recordId }) => {
    const db = databaseOf(context);
    return { rounds: listRounds(db, readKept(db, recordId).number) };
  },
  'office.conflicts': (context, { recordId }) => conflictsOf(databaseOf(context), recordId),
  'office.merge': (context, input) => mergeOffice(context, input),
  'office.setColleague': (context, { officeId, isColleague }) => {
    const db = databaseOf(context);
    if (findOffice(db, officeId)?.id !== officeId) {
      throw new Failure('recipient-not-enrolled', { to: officeId });
    }
    db.transaction(() => {
      db.prepare(
        'UPDATE office_cards SET is_colleague = ? WHERE office_id = ? AND superseded_at IS NULL',
      ).run(isColleague ? 1 : 0, officeId);
      appendAudit(db, context.clock, {
        action: 'colleague-changed',
        subject: officeId,
        detail: { colleague: isColleague ? 'yes' : 'no' },
      });
    }).immediate();
    return {};
  },
};
