import type { Handlers } from '../../../shared/contract/define.ts';
import type { workspace } from '../../../shared/contract/workspace.ts';
import { startCollecting } from '../attachments/collect-released.ts';
import { databaseOf, type StoreContext } from '../context.ts';
import { changePassphrase, replaceRecoveryCode } from './change-secrets.ts';
import { keepUnkept } from '../revisions/keep-unkept.ts';
import { createWorkspace } from './create-workspace.ts';
import { examineFolder } from './examine-folder.ts';
import { keepPlace, readPlace } from './kept-place.ts';
import { openWorkspace } from './open-workspace.ts';
import { recoverWorkspace } from './recover-workspace.ts';

/** What there is to do whenever a workspace has been opened, however that came about. */
function catchUp(context: StoreContext): void {
  // What an arrival that was cut off has left.
  startCollecting(databaseOf(context));
  // What a crash kept from being left.
  keepUnkept(databaseOf(context));
}

export const workspaceHandlers: Handlers<typeof workspace, StoreContext> = {
  'workspace.examineFolder': (_, { folder }) => examineFolder(folder),
  'workspace.status': ({ open }) =>
    open === null ? { state: 'closed' } : { state: 'open', workspace: open.info },
  'workspace.create': (context, input) => createWorkspace(context, input),
  'workspace.open': async (context, input) => {
    const opened = await openWorkspace(context, input);
    catchUp(context);
    return opened;
  },
  'workspace.recover': async (context, input) => {
    const recovered = await recoverWorkspace(context, input);
    catchUp(context);
    return recovered;
  },
  'workspace.replaceRecoveryCode': (context, input) => replaceRecoveryCode(context, input),
  'workspace.changePassphrase': (context, input) => changePassphrase(context, input),
  'workspace.place': (context) => ({ place: readPlace(databaseOf(context)) }),
  'workspace.keepPlace': (context, place) => {
    keepPlace(databaseOf(context), place);
    return {};
  },
  'workspace.lock': (context) => {
    if (context.open !== null) keepUnkept(context.open.db);
    context.open?.close();
    context.open = null;
    return {};
  },
};
