import type { Handlers } from '../../../shared/contract/define.ts';
import type { revisions } from '../../../shared/contract/revisions.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { compareRevisions, getRevision } from './compare-revisions.ts';
import { keepNamed, keepOnLeaving, renameRevision } from './keep-named.ts';
import { findNumbered, listRevisions } from './list-revisions.ts';
import { restoreRevision } from './restore-revision.ts';

export const revisionsHandlers: Handlers<typeof revisions, StoreContext> = {
  'revisions.list': (context, input) => listRevisions(databaseOf(context), input),
  'revisions.find': (context, input) => findNumbered(databaseOf(context), input),
  'revisions.get': (context, { id }) => getRevision(databaseOf(context), id),
  'revisions.compare': (context, input) => compareRevisions(databaseOf(context), input),
  'revisions.keep': (context, input) => keepNamed(databaseOf(context), input),
  'revisions.leave': (context, { recordId }) => {
    keepOnLeaving(databaseOf(context), recordId);
    return {};
  },
  'revisions.rename': (context, input) => {
    renameRevision(databaseOf(context), input);
    return {};
  },
  'revisions.restore': (context, input) =>
    restoreRevision(databaseOf(context), input, context.clock()),
};
