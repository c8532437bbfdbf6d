import type { Handlers } from '../../../shared/contract/define.ts';
import type { packs } from '../../../shared/contract/packs.ts';
import { databaseOf, workspaceOf, type StoreContext } from '../context.ts';
import { refuseUnapproved } from '../review/unapproved.ts';
import { earlierSent, officesHolding } from './earlier-sent.ts';
import { exportPack } from './export-pack.ts';
import { inPackTurn } from './in-pack-turn.ts';
import { listWritten } from './list-written.ts';
import { resend } from './sent-copies.ts';
import { verifyPack } from './verify-pack.ts';
import { withdraw } from './withdraw.ts';

export const packsHandlers: Handlers<typeof packs, StoreContext> = {
  'packs.export': (context, input, control) => {
    const { db, info } = workspaceOf(context);
    refuseUnapproved(db, input.recordIds);
    return inPackTurn(db, () => exportPack(db, context.clock, info, input, control));
  },
  'packs.earlier': (context, { recordIds, officeId }) => ({
    items: [...earlierSent(databaseOf(context), officeId, recordIds).values()],
  }),
  'packs.where': (context, { recordId }) => {
    const { db, info } = workspaceOf(context);
    return { items: officesHolding(db, info.folder, recordId) };
  },
  'packs.withdraw': (context, input, control) => {
    const { db, info } = workspaceOf(context);
    return inPackTurn(db, () => withdraw(db, context.clock, info, input, control));
  },
  'packs.resend': (context, input, control) => {
    const { db, info } = workspaceOf(context);
    return resend(db, context.clock, info, input, control);
  },
  'packs.verify': (context, { file }, control) => {
    const { db, info } = workspaceOf(context);
    return verifyPack(db, info, file, control);
  },
  'packs.list': (context, asked) => {
    const { db, info } = workspaceOf(context);
    return listWritten(db, info.folder, asked);
  },
};
