import type { Handlers } from '../../../shared/contract/define.ts';
import type { workspace } from '../../../shared/contract/workspace.ts';
import type { StoreContext } from '../context.ts';
import { createWorkspace } from './create-workspace.ts';
import { examineFolder } from './examine-folder.ts';
import { openWorkspace } from './open-workspace.ts';
import { recoverWorkspace } from './recover-workspace.ts';

export const workspaceHandlers: Handlers<typeof workspace, StoreContext> = {
  'workspace.examineFolder': (_, { folder }) => examineFolder(folder),
  'workspace.status': ({ open }) =>
    open === null ? { state: 'closed' } : { state: 'open', workspace: open.info },
  'workspace.create': (context, input) => createWorkspace(context, input),
  'workspace.open': (context, input) => openWorkspace(context, input),
  'workspace.recover': (context, input) => recoverWorkspace(context, input),
  'workspace.lock': (context) => {
    context.open?.close();
    context.open = null;
    return {};
  },
};
