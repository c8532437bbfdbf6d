import type { Handlers } from '../../../shared/contract/define.ts';
import type { inbox } from '../../../shared/contract/inbox.ts';
import { Failure } from '../../../shared/errors.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { createTurns } from '../database/create-turns.ts';
import { databaseOf, workspaceOf, type StoreContext } from '../context.ts';
import { verificationOf, withOpenedPack } from '../packs/verify-pack.ts';
import { findPacks, pathOf } from './find-packs.ts';
import { listGaps } from './list-gaps.ts';
import { heldEpochs, listReceived, listSenders } from './list-received.ts';
import { confirmEpoch, holdEpoch, placeInChannel } from './place-in-channel.ts';
import { takeIn } from './take-in.ts';

// One after the other: two packs of one channel at once would both be the next.
const inTakingTurn = createTurns();

export const inboxHandlers: Handlers<typeof inbox, StoreContext> = {
  'inbox.find': (_context, { places }) => findPacks(places),
  'inbox.look': async (context, input, control) => {
    const { db, info } = workspaceOf(context);
    const file = await pathOf(input);
    return withOpenedPack(db, info, file, control, (opened) => {
      const { pack, hash, signer } = opened;
      const verification = verificationOf(db, opened, info);
      const { channel } = pack;
      try {
        if (signer.office === null) throw new Failure('pack-is-own');
        const { isAgain, missing } = placeInChannel(db, pack, hash);
        const state = isAgain ? ('again' as const) : ('new' as const);
        return { verification, place: { state, code: null, channel, missing } };
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        if (error.code === 'epoch-unconfirmed') holdEpoch(db, pack, context.clock());
        const place = { state: 'refused' as const, code: error.code, channel, missing: [] };
        return { verification, place };
      }
    });
  },
  'inbox.takeIn': async (context, input, control) => {
    const { db, info } = workspaceOf(context);
    const file = await pathOf(input);
    return inTakingTurn(db, () => takeIn(db, context.clock, info, file, control));
  },
  'inbox.list': (context, input) => listReceived(databaseOf(context), input),
  'inbox.gaps': (context) => ({ items: listGaps(databaseOf(context)) }),
  'inbox.senders': (context) => ({ items: listSenders(databaseOf(context)) }),
  'inbox.heldEpochs': (context) => ({ items: heldEpochs(databaseOf(context)) }),
  'inbox.confirmEpoch': (context, epoch) => {
    const db = databaseOf(context);
    db.transaction(() => {
      const isHeld = heldEpochs(db).some(
        (one) => one.channel === epoch.channel && one.epoch === epoch.epoch,
      );
      if (!isHeld) throw new Failure('epoch-not-held');
      confirmEpoch(db, epoch, context.clock());
      appendAudit(db, context.clock, {
        action: 'epoch-confirmed',
        subject: epoch.channel,
        detail: { epoch: epoch.epoch },
      });
    }).immediate();
    return {};
  },
};
