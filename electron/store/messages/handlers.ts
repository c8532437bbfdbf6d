import type { Handlers } from '../../../shared/contract/define.ts';
import type { messages } from '../../../shared/contract/office-messages.ts';
import { databaseOf, workspaceOf, type StoreContext } from '../context.ts';
import { countUnread, getThread, listThreads, markThreadRead } from './list-threads.ts';
import { sendMessage } from './send-message.ts';

export const messagesHandlers: Handlers<typeof messages, StoreContext> = {
  'messages.threads': (context, input) => {
    const { db, info } = workspaceOf(context);
    return listThreads(db, info.id, input);
  },
  'messages.thread': (context, input) => {
    const { db, info } = workspaceOf(context);
    return getThread(db, info.id, input);
  },
  'messages.send': (context, input, control) => {
    const { db, info } = workspaceOf(context);
    return sendMessage(db, context.clock, info, input, control);
  },
  'messages.markRead': (context, input) => {
    markThreadRead(databaseOf(context), input, context.clock());
    return {};
  },
  'messages.unread': (context) => ({ count: countUnread(databaseOf(context)) }),
};
