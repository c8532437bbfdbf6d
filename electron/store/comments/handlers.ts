import type { comments } from '../../../shared/contract/comments.ts';
import type { Handlers } from '../../../shared/contract/define.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { recordNumberOf } from '../revisions/list-revisions.ts';
import { threadsOf } from './threads-of.ts';
import { addEntry, beginThread, mergeInThreads } from './write-comments.ts';

export const commentsHandlers: Handlers<typeof comments, StoreContext> = {
  'comments.list': (context, { recordId }) => {
    const db = databaseOf(context);
    return { threads: threadsOf(db, recordNumberOf(db, recordId)) };
  },
  'comments.begin': (context, input) => beginThread(databaseOf(context), input, context.clock()),
  'comments.add': (context, input) => addEntry(databaseOf(context), input, context.clock()),
  'comments.merge': (context, input) => ({
    threads: mergeInThreads(databaseOf(context), input),
  }),
};
