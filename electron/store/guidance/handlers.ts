import type { Handlers } from '../../../shared/contract/define.ts';
import type { guidance } from '../../../shared/contract/guidance.ts';
import { databaseOf, workspaceOf, type StoreContext } from '../context.ts';
import { callAnswers } from './call-answers.ts';
import { guidanceAbout } from './guidance-about.ts';
import { listCalls } from './list-calls.ts';
import { writeGuidance } from './write-guidance.ts';

export const guidanceHandlers: Handlers<typeof guidance, StoreContext> = {
  'guidance.write': (context, input, control) => {
    const { db, info } = workspaceOf(context);
    return writeGuidance(db, context.clock, info, input, control);
  },
  'guidance.calls': (context) => ({ items: listCalls(databaseOf(context), context.clock) }),
  'guidance.answers': (context, { id }) => ({ items: callAnswers(databaseOf(context), id) }),
  'guidance.about': (context, { id }) => {
    const { db, info } = workspaceOf(context);
    return { items: guidanceAbout(db, info.id, id) };
  },
};
