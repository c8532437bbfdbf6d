import { app } from './app.ts';
import { dialogs } from './dialogs.ts';
import { editor } from './editor.ts';
import { errors } from './errors.ts';
import { kindPurposes, kinds, workspaceKinds } from './kinds.ts';
import { packs } from './packs.ts';
import { phases } from './phases.ts';
import { points } from './points.ts';
import { records, skipReasons } from './records.ts';
import { samples } from './samples.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { workspace } from './workspace.ts';

export const zhCN = {
  app,
  dialogs,
  editor,
  errors,
  kindPurposes,
  kinds,
  packs,
  phases,
  points,
  records,
  samples,
  search,
  settings,
  skipReasons,
  workspace,
  workspaceKinds,
};
