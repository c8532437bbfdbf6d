import type { Handlers } from '../../../shared/contract/define.ts';
import type { designation } from '../../../shared/contract/designation.ts';
import type { StoreContext } from '../context.ts';
import { deskDatabase } from '../registry/desk-database.ts';
import { findRegistryOffice } from '../registry/office-row.ts';
import { boardPage, changeCounting } from './board.ts';
import { decide, listDecisions } from './decide.ts';
import { exportBoard } from './export-board.ts';

const CHOOSE = `INSERT INTO designation_choices VALUES (?, ?, '')
  ON CONFLICT DO UPDATE SET is_chosen = excluded.is_chosen`;
const NOTE = `INSERT INTO designation_choices VALUES (?, 0, ?)
  ON CONFLICT DO UPDATE SET note = excluded.note`;

export const designationHandlers: Handlers<typeof designation, StoreContext> = {
  'designation.board': (context, input) => boardPage(deskDatabase(context), input),
  'designation.change': (context, { weights, period, countsPoints }) => {
    changeCounting(deskDatabase(context), {
      ...(weights === undefined ? {} : { weights }),
      ...(period === undefined ? {} : { period }),
      ...(countsPoints === undefined ? {} : { countsPoints }),
    });
    return {};
  },
  'designation.choose': (context, { ids, isChosen }) => {
    const db = deskDatabase(context);
    db.transaction(() => {
      for (const id of ids) {
        findRegistryOffice(db, id);
        db.prepare(CHOOSE).run(id, isChosen ? 1 : 0);
      }
    }).immediate();
    return {};
  },
  'designation.note': (context, { id, note }) => {
    const db = deskDatabase(context);
    findRegistryOffice(db, id);
    db.prepare(NOTE).run(id, note.trim());
    return {};
  },
  'designation.decide': (context, input) => decide(deskDatabase(context), context.clock, input),
  'designation.decisions': (context, input) => listDecisions(deskDatabase(context), input),
  'designation.export': (context, input) =>
    exportBoard(deskDatabase(context), context.clock, input),
};
